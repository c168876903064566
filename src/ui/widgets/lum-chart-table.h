/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-diary.h"
#include "lum-units.h"

G_BEGIN_DECLS

/* The numbers behind the chart: a row a day, newest first; a day without anything is a row, too. */
#define LUM_TYPE_CHART_TABLE (lum_chart_table_get_type ())

G_DECLARE_FINAL_TYPE (LumChartTable, lum_chart_table, LUM, CHART_TABLE, AdwBin)

void lum_chart_table_set_days (LumChartTable *self, LumDiary *diary, LumDay first, LumDay last, LumUnits units);
GListModel *lum_chart_table_get_model (LumChartTable *self);
void lum_chart_table_set_narrow (LumChartTable *self, gboolean narrow);

G_END_DECLS
