/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* EP-3: a day of which something is known, by an entry or by an answer (EP-4). */
typedef struct {
  LumDay day;
  LumDay started;    /* the earliest onset reported with an entry of this day (EP-5), or LUM_DAY_NONE */
  gint32 on_and_off; /* unlogged days answered `on-and-off` before this day, in all */
  gint8 score;       /* the highest entry; -1 where only an answer speaks of the day */
  guint pain : 1;    /* a pain day; else a low day */
} LumKnownDay;

/* A stretch of days with the answer that holds for it (the later given wins). Stretches do not overlap. */
typedef struct {
  LumDay first, last;
  LumGapWord answer;
} LumAnswered;

/* All that the rules of bouts read: the known days up to today, oldest first. Unknown days take no room. */
typedef struct {
  LumDay today;
  LumKnownDay *days;
  gsize n;
  LumAnswered *answers;
  gsize n_answers;
  gboolean future_entries; /* EP-2: there are entries dated after today */
} LumDayTable;

LumDayTable *lum_day_table_new (const LumDiary *diary, LumDay today);
void lum_day_table_free (LumDayTable *self);
gsize lum_day_table_find (const LumDayTable *self, LumDay day);
void lum_day_table_count (const LumDayTable *self, LumDay first, LumDay last, int *known, int *pain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumDayTable, lum_day_table_free)

G_END_DECLS
