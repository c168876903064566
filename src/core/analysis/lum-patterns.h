/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-table.h"

G_BEGIN_DECLS

/* Pain that no single bout shows: each looks at a window that ends at the last pain day or the last known day, so that
 * silence never starts one. */
gboolean lum_is_intermittent_persistent (const LumDayTable *table);
gboolean lum_is_relapsing_persistent (const LumDayTable *table, gboolean relapse);
gboolean lum_is_low_grade_persistent (const LumDayTable *table);
gboolean lum_is_nih_chronic (const LumDayTable *table);

LumDay lum_day_table_get_last_pain (const LumDayTable *table);

G_END_DECLS
