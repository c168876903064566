/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* The phase of the back, in the order of rank (EP-6b). */
typedef enum {
  LUM_STATE_NO_DATA,
  LUM_STATE_NO_PAIN,
  LUM_STATE_ISOLATED,
  LUM_STATE_RESOLVED,
  LUM_STATE_REMISSION,
  LUM_STATE_NEW,
  LUM_STATE_WITHIN,
  LUM_STATE_APPROACHING,
  LUM_STATE_BEYOND,
  LUM_STATE_CHRONIC,
  LUM_STATE_UNKNOWN,
} LumState;

typedef enum { LUM_COURSE_NONE, LUM_COURSE_ACUTE, LUM_COURSE_SUBACUTE, LUM_COURSE_CHRONIC } LumCourse;

typedef enum {
  LUM_FLAG_SETTLING = 1 << 0,
  LUM_FLAG_PROVISIONAL = 1 << 1,
  LUM_FLAG_ONSET_REPORTED = 1 << 2,
  LUM_FLAG_CONTINUITY_UNKNOWN = 1 << 3,
  LUM_FLAG_RELAPSE = 1 << 4,
  LUM_FLAG_RECURRENT = 1 << 5,
  LUM_FLAG_STALE = 1 << 6,
  LUM_FLAG_INTERMITTENT_PERSISTENT = 1 << 7,
  LUM_FLAG_RELAPSING_PERSISTENT = 1 << 8,
  LUM_FLAG_NIH_CHRONIC = 1 << 9,
  LUM_FLAG_LOW_GRADE_PERSISTENT = 1 << 10,
  LUM_FLAG_FUTURE_ENTRIES_IGNORED = 1 << 11,
} LumFlags;

typedef enum { LUM_TREND_NOT_ENOUGH_DATA, LUM_TREND_BETTER, LUM_TREND_SAME, LUM_TREND_WORSE } LumTrendVerdict;

/* How the pain goes over months (Kongsted 2016). */
typedef enum {
  LUM_PATTERN_NONE,
  LUM_PATTERN_SINGLE,      /* one episode in a year */
  LUM_PATTERN_EPISODIC,    /* episodes with calm months between them */
  LUM_PATTERN_FLUCTUATING, /* up and down without a calm month */
  LUM_PATTERN_ONGOING,     /* twelve weeks without a calm one */
} LumPattern;

/* PM-6: the mean of C over the last seven days against the seven before. */
typedef struct {
  LumTrendVerdict verdict;
  double previous, last;  /* NAN without enough data */
  int n_previous, n_last; /* scored days */
} LumTrend;

typedef struct {
  LumDay onset; /* the first pain day, or the day the person reported (EP-5) */
  LumDay first; /* the first pain day */
  LumDay last;  /* the last pain day so far */
  gboolean confirmed;
  gboolean starts_episode;
  gboolean onset_reported;
  gboolean provisional;
  gboolean continuity_unknown;
  gboolean resolved;
  gboolean relief; /* at least 5 known low days over at least 7 days follow (EP-7) */
  gboolean fresh;  /* the bout before it was resolved */
  int n_lows;      /* known low days after the last pain day */
  LumDay last_low; /* the last of them, or LUM_DAY_NONE */
} LumBout;

/* Where the back stands on a day: what the whole watch says of bouts. Immutable, reference-counted. */
typedef struct {
  gatomicrefcount refs;
  LumDay today;
  LumState state;
  LumState last_known_state; /* meaningful where state is LUM_STATE_UNKNOWN; else equal to state */
  int age;                   /* days from the onset to the last pain day; LUM_INT_NONE */
  LumCourse course;
  LumDay onset, last_pain; /* LUM_DAY_NONE */
  int episodes, bouts;
  guint flags;               /* LumFlags */
  int pain_days, known_days; /* from the onset to the last pain day (EP-8); LUM_INT_NONE without an onset */
  double share;              /* pain_days / known_days by EP-8's window; NAN */
  LumTrend trend;
  gboolean flare_candidate;   /* of today, while active (EP-10) */
  gboolean severe_or_worse;   /* of today, all of EP-11 */
  LumDay visit;               /* the last visit since the onset (VI-1), or LUM_DAY_NONE */
  double mean;                /* m of EP-8: the mean of C over the last 7 days; NAN */
  LumDay last_known;          /* the last day with an entry or an answer that says something */
  GArray *all_bouts;          /* LumBout, oldest first, confirmed or not */
  LumDay gap_first, gap_last; /* the newest run of 4 or more unknown days to ask about (EP-4), or LUM_DAY_NONE */
} LumStatus;

LumStatus *lum_status_new (const LumDiary *diary, LumDay today);
LumStatus *lum_status_ref (LumStatus *self);
void lum_status_unref (LumStatus *self);
gboolean lum_status_is_active (const LumStatus *self);
const LumBout *lum_status_get_current_bout (const LumStatus *self);
const char *lum_state_to_word (LumState state);
const char *lum_course_to_word (LumCourse course);
LumPattern lum_status_get_pattern (const LumStatus *self);
char *lum_status_describe_course (const LumStatus *self);
char *lum_status_label_course (const LumStatus *self);
char **lum_flags_to_words (guint flags);
const char *lum_trend_to_word (LumTrendVerdict verdict);

double lum_mean_chart (const LumDiary *diary, LumDay first, LumDay last, int *n);
double lum_median_chart (const LumDiary *diary, LumDay first, LumDay last, int *n);
LumTrend lum_trend_new (const LumDiary *diary, LumDay day);
gboolean lum_is_flare_candidate (const LumDiary *diary, LumDay day);
gboolean lum_is_severe_or_worse (const LumDiary *diary, LumDay day);
gboolean lum_is_above_usual (const LumDiary *diary, LumDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumStatus, lum_status_unref)

G_END_DECLS
