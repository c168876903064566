/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lum-record.h"

G_BEGIN_DECLS

/* The value between the rooms: an immutable, reference-counted snapshot of a journal. Any thread may read it. */
typedef struct _LumDiary LumDiary;

/* One logged day, computed once when the snapshot is made (PM-3). Only days with a score or a run are there. */
typedef struct {
  LumDay day;
  gint32 highest;      /* P(d): the highest back score, LUM_INT_NONE without one */
  double chart;        /* C(d): the mean of the day's averages, else of all its scores; NAN without one */
  guint32 first_entry; /* index of the day's first entry in LUM_RECORD_PAIN */
  guint32 n_entries;
  guint32 first_run; /* index of the day's first run in LUM_RECORD_RUN */
  guint32 n_runs;
  float distance_m; /* of its runs; unknown ones count 0 */
  float duration_s;
  gint32 recalled; /* bool: every score of the day was entered more than 2 days later (PM-5) */
} LumDaySummary;

#define LUM_TYPE_DIARY (lum_diary_get_type ())

GType lum_diary_get_type (void);
LumDiary *lum_diary_new_empty (void);
LumDiary *lum_diary_ref (LumDiary *self);
void lum_diary_unref (LumDiary *self);

guint64 lum_diary_get_revision (const LumDiary *self);
gconstpointer lum_diary_get_records (const LumDiary *self, LumRecordKind kind, gsize *n);
gconstpointer lum_diary_find (const LumDiary *self, LumRecordKind kind, const char *id);
const LumDaySummary *lum_diary_get_days (const LumDiary *self, gsize *n);
const LumDaySummary *lum_diary_find_day (const LumDiary *self, LumDay day);
gsize lum_diary_find_first_day (const LumDiary *self, LumDay day);
const char *lum_diary_get_preference (const LumDiary *self, const char *key);
gboolean lum_diary_is_empty (const LumDiary *self);

/* Typed views of lum_diary_get_records(). */
#define LUM_DIARY_GETTER(name, Type, KIND)                                        \
  static inline const Type *lum_diary_get_##name (const LumDiary *self, gsize *n) \
  {                                                                               \
    return (const Type *) lum_diary_get_records (self, KIND, n);                  \
  }

LUM_DIARY_GETTER (pain, LumPainEntry, LUM_RECORD_PAIN)
LUM_DIARY_GETTER (details, LumDayDetail, LUM_RECORD_DAY_DETAIL)
LUM_DIARY_GETTER (runs, LumRun, LUM_RECORD_RUN)
LUM_DIARY_GETTER (shoes, LumShoe, LUM_RECORD_SHOE)
LUM_DIARY_GETTER (answers, LumGapAnswer, LUM_RECORD_GAP_ANSWER)
LUM_DIARY_GETTER (flares, LumFlareAnswer, LUM_RECORD_FLARE_ANSWER)
LUM_DIARY_GETTER (safety, LumSafetyAnswer, LUM_RECORD_SAFETY_ANSWER)
LUM_DIARY_GETTER (background, LumBackground, LUM_RECORD_BACKGROUND)
LUM_DIARY_GETTER (visits, LumVisit, LUM_RECORD_VISIT)
LUM_DIARY_GETTER (activities, LumActivity, LUM_RECORD_ACTIVITY)
LUM_DIARY_GETTER (activity_ratings, LumActivityRating, LUM_RECORD_ACTIVITY_RATING)
LUM_DIARY_GETTER (treatments, LumTreatment, LUM_RECORD_TREATMENT)
LUM_DIARY_GETTER (exercises, LumExerciseDone, LUM_RECORD_EXERCISE)
LUM_DIARY_GETTER (cards, LumCardRecord, LUM_RECORD_CARD)
LUM_DIARY_GETTER (import_batches, LumImportBatchRecord, LUM_RECORD_IMPORT_BATCH)
LUM_DIARY_GETTER (preferences, LumPreference, LUM_RECORD_PREFERENCE)

/* Makes a diary. Kinds that are not begun anew are shared with the diary that it starts from. */
typedef struct _LumDiaryBuilder LumDiaryBuilder;

LumDiaryBuilder *lum_diary_builder_new (const LumDiary *base);
void lum_diary_builder_begin (LumDiaryBuilder *self, LumRecordKind kind, gsize expected);
gpointer lum_diary_builder_add (LumDiaryBuilder *self, LumRecordKind kind);
const char *lum_diary_builder_text (LumDiaryBuilder *self, LumRecordKind kind, const char *text, gssize length);
void lum_diary_builder_add_copy (LumDiaryBuilder *self, LumRecordKind kind, gconstpointer record);
void lum_diary_builder_remove (LumDiaryBuilder *self, LumRecordKind kind, const char *id);
void lum_diary_builder_settle (LumDiaryBuilder *self, LumRecordKind kind);
LumDiary *lum_diary_builder_end (LumDiaryBuilder *self, guint64 revision);
void lum_diary_builder_free (LumDiaryBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumDiary, lum_diary_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumDiaryBuilder, lum_diary_builder_free)

G_END_DECLS
