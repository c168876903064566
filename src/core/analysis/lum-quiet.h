/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-table.h"

G_BEGIN_DECLS

gboolean lum_is_learning (const LumDiary *diary, LumDay today);
gboolean lum_is_quiet (const LumDiary *diary, LumDay last_pain, LumDay today);
gboolean lum_may_speak_of_load (const LumDiary *diary, const LumDayTable *table, LumDay today);

G_END_DECLS
