/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-chart.h"
#include "lum-frame.h"
#include "lum-series.h"

G_BEGIN_DECLS

struct _LumChart {
  gatomicrefcount refs;
  LumDiary *diary;
  LumFindings *findings; /* may be NULL */
  LumSeries *series;
};

G_END_DECLS
