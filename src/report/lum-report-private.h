/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-report-document.h"

G_BEGIN_DECLS

struct _LumReport {
  LumReportInput input;
  double width, height;
  GPtrArray *pages; /* GPtrArray of LumPageItem */
};

G_END_DECLS
