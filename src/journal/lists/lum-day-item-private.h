/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-list.h"

G_BEGIN_DECLS

LumDayItem *lum_day_item_new (LumDiary *diary, LumDay day, gboolean heading);
gconstpointer lum_day_find_records (const LumDiary *diary, LumRecordKind kind, LumDay day, gsize *n);

G_END_DECLS
