/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **lum_check_file (const char *journal, GError **error);

G_END_DECLS
