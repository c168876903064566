/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a program says of a file: pdftotext its text, pdfinfo and qpdf what it is made of. */
char *report_run_tool (const char *program, const char *option, const char *path);
