/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-table.h"

G_BEGIN_DECLS

/* The rule under which the one line of quiet mode is kept as a LumCardRecord. */
#define LUM_RULE_QUIET "OU-18"

gboolean lum_is_learning (const LumDiary *diary, LumDay today);
gboolean lum_is_quiet (const LumDiary *diary, const LumDayTable *table, LumDay today);
gboolean lum_may_speak_of_load (const LumDiary *diary, const LumDayTable *table, LumDay today);
gboolean lum_asks_if_still_fine (const LumDiary *diary, const LumDayTable *table, LumDay today, LumDay *since);

G_END_DECLS
