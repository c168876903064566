/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day.h"

G_BEGIN_DECLS

/* The records of a journal. Each kind is a plain struct whose fields are described once, in lum-records.c; the store,
 * the change log, exports and imports all read that description. A struct is a *view*: its strings belong to whoever
 * holds it (a LumDiary, a LumImportBatch, the caller of a change). Unset values are LUM_INT_NONE, LUM_DAY_NONE,
 * LUM_INSTANT_NONE, NAN and NULL: a blank is never a zero. */

#define LUM_INT_NONE G_MININT32

typedef enum {
  LUM_RECORD_PAIN,
  LUM_RECORD_DAY_DETAIL,
  LUM_RECORD_RUN,
  LUM_RECORD_SHOE,
  LUM_RECORD_GAP_ANSWER,
  LUM_RECORD_FLARE_ANSWER,
  LUM_RECORD_SAFETY_ANSWER,
  LUM_RECORD_BACKGROUND,
  LUM_RECORD_VISIT,
  LUM_RECORD_ACTIVITY,
  LUM_RECORD_ACTIVITY_RATING,
  LUM_RECORD_TREATMENT,
  LUM_RECORD_EXERCISE,
  LUM_RECORD_CARD,
  LUM_RECORD_IMPORT_BATCH,
  LUM_RECORD_PREFERENCE,
  LUM_N_RECORD_KINDS
} LumRecordKind;

typedef enum {
  LUM_FIELD_TEXT,    /* const char *, NULL if unset; UTF-8 */
  LUM_FIELD_INT,     /* gint32, LUM_INT_NONE if unset */
  LUM_FIELD_BOOL,    /* gint32, 0 or 1, never unset */
  LUM_FIELD_WORD,    /* gint32, an index into the field's words; LUM_INT_NONE if unset; stored as the word */
  LUM_FIELD_DAY,     /* LumDay; stored as an ISO date */
  LUM_FIELD_REAL,    /* double, NAN if unset */
  LUM_FIELD_INSTANT, /* LumInstant; stored as milliseconds */
} LumFieldType;

typedef struct {
  const char *name; /* the column, and the key in exports */
  LumFieldType type;
  guint16 offset;           /* in the record's struct */
  gint32 min, max;          /* of LUM_FIELD_INT, where they say something (min < max) */
  const char *const *words; /* of LUM_FIELD_WORD, NULL-terminated */
} LumField;

/* What every record begins with. */
typedef struct {
  const char *id;        /* a UUID, its identity on every computer */
  LumInstant created_at; /* UTC */
  LumInstant updated_at;
  gint32 utc_offset; /* seconds east of UTC where it was created (EP-2) */
} LumRecord;

typedef struct {
  LumRecordKind kind;
  const char *table;      /* the table and the name in exports */
  gsize size;             /* of the struct */
  const LumField *fields; /* those after LumRecord */
  guint n_fields;
  GCompareFunc compare; /* the order in a LumDiary; takes two LumRecord pointers */
} LumRecordInfo;

/* --- pain ------------------------------------------------------------------------------------------------------ */

/* When a score was felt (PM-1, PM-2). An empty moment in a file means average. */
typedef enum {
  LUM_MOMENT_AVERAGE,
  LUM_MOMENT_WAKING,
  LUM_MOMENT_DURING_RUN,
  LUM_MOMENT_AFTER_RUN,
  LUM_MOMENT_WORST,
  LUM_N_MOMENTS
} LumMoment;

typedef enum { LUM_HOW_DURING_RUN, LUM_HOW_AFTER_RUN, LUM_HOW_LIFTING, LUM_HOW_FALL, LUM_HOW_GRADUALLY } LumHow;

typedef struct {
  LumRecord base;
  LumDay day;
  gint32 score;       /* 0 to 10 */
  gint32 moment;      /* LumMoment */
  LumDay started;     /* the onset reported with this entry (EP-5), or LUM_DAY_NONE */
  gint32 how;         /* LumHow or LUM_INT_NONE */
  LumDay entered;     /* the civil day on which it was entered (PM-5) */
  const char *run_id; /* of during-run and after-run, where known */
  const char *note;
  const char *original; /* the score as another program has it, with its scale: "65 (0–100)", "moderate" */
} LumPainEntry;

/* What else a day was like: one record a day; all of it optional. */
typedef struct {
  LumRecord base;
  LumDay day;
  gint32 where_left, where_middle, where_right;           /* bool */
  gint32 spread_buttock, spread_thigh, spread_below_knee; /* bool */
  gint32 leg_numb;                                        /* bool: numbness or weakness in the leg */
  gint32 nights_woken;                                    /* times woken */
  gint32 stiffness_min;                                   /* morning stiffness, minutes */
  gint32 interference;                                    /* 0 to 10, how much it got in the way */
  gint32 stops_activities;                                /* bool (EP-11) */
  double sitting_h;                                       /* hours */
  gint32 heavy_lifting;                                   /* bool */
  const char *worse_with;                                 /* words, separated by newlines */
  const char *better_with;
  const char *note;
} LumDayDetail;

typedef enum { LUM_GAP_HURT, LUM_GAP_ON_AND_OFF, LUM_GAP_FINE, LUM_GAP_UNSURE } LumGapWord;

/* An answer to silence (EP-4): the days first to last, both counted. The later given wins. */
typedef struct {
  LumRecord base;
  LumDay first, last;
  gint32 answer; /* LumGapWord */
  gint32 seq;    /* the order in which answers were given */
} LumGapAnswer;

/* "Was it hard to tolerate, or did it change what you did?" (EP-10) */
typedef struct {
  LumRecord base;
  LumDay day;
  gint32 yes; /* bool */
} LumFlareAnswer;

/* --- runs and shoes -------------------------------------------------------------------------------------------- */

typedef enum {
  LUM_SURFACE_ROAD,
  LUM_SURFACE_TRAIL,
  LUM_SURFACE_TRACK,
  LUM_SURFACE_TREADMILL,
  LUM_SURFACE_GRASS,
  LUM_SURFACE_SAND,
} LumSurface;

typedef enum { LUM_OFFSET_FILE, LUM_OFFSET_SYSTEM, LUM_OFFSET_USER } LumOffsetSource;

typedef struct {
  LumRecord base;
  LumDay day;           /* by the run's own offset (EP-2) */
  LumInstant start;     /* or LUM_INSTANT_NONE where only the day is known */
  gint32 start_offset;  /* seconds east of UTC at the start, or LUM_INT_NONE */
  gint32 offset_source; /* LumOffsetSource or LUM_INT_NONE */
  double distance_m;
  double elapsed_s;      /* from the first to the last second */
  double timer_s;        /* pauses removed */
  double moving_s;       /* by speed */
  gint32 effort;         /* session RPE 0 to 10 (OU-1) */
  gint32 avg_hr, max_hr; /* beats a minute */
  double ascent_m, descent_m;
  gint32 ascent_computed; /* bool: from the points, not by the device */
  gint32 calories;
  gint32 surface;     /* LumSurface or LUM_INT_NONE */
  gint32 race;        /* bool */
  gint32 pain_before; /* 0 to 10 */
  const char *shoe_id;
  const char *sport; /* "running" */
  const char *sub_sport;
  const char *title;
  const char *note;
  const char *source_app; /* where a file came from */
  const char *source_id;
  const char *source_file;
  const char *sha256;   /* of the file's bytes */
  const char *batch_id; /* the import it came with */
} LumRun;

typedef struct {
  LumRecord base;
  const char *name;
  double start_distance_m; /* run before the journal knew it */
  double note_m, strong_m; /* thresholds (OU-12); NAN: the usual ones */
  LumDay bought, retired;
  gint32 is_default; /* bool */
  const char *note;
} LumShoe;

/* --- safety, visits, function, treatment ----------------------------------------------------------------------- */

typedef enum { LUM_SAFETY_NO, LUM_SAFETY_YES, LUM_SAFETY_NOT_SURE, LUM_SAFETY_OLD_CHECKED } LumSafetyWord;

/* One answer of the safety check (RF-R3): open until it was checked or ticked by mistake (RF-R4). */
typedef struct {
  LumRecord base;
  const char *question; /* "RF-02" */
  gint32 answer;        /* LumSafetyWord */
  LumDay day;           /* of the check */
  LumDay since;         /* since when the sign is there */
  LumDay checked_on;    /* a professional looked at it */
  LumDay mistake_on;    /* "ticked by mistake" */
} LumSafetyAnswer;

typedef struct {
  LumRecord base;
  const char *fact;  /* "birth-year", "cancer", "steroids" … */
  const char *value; /* "yes", "no", "1983" … */
  LumDay day;        /* when it was answered */
  LumDay since;
} LumBackground;

typedef enum { LUM_PLAN_NONE, LUM_PLAN_RUN_AS_AGREED, LUM_PLAN_PAUSE } LumPlan;

typedef struct {
  LumRecord base;
  LumDay day;
  const char *who;
  const char *agreed;
  gint32 plan; /* LumPlan */
  LumDay pause_until;
  LumDay next;
} LumVisit;

/* One of the two activities (RP-8), in the person's own words. */
typedef struct {
  LumRecord base;
  const char *name;
  gint32 position; /* 1 or 2 */
  LumDay since;
} LumActivity;

typedef struct {
  LumRecord base;
  const char *activity_id;
  LumDay day;
  gint32 score; /* 0 to 10, 10 = as before */
} LumActivityRating;

typedef enum { LUM_TREATMENT_MEDICINE, LUM_TREATMENT_OTHER } LumTreatmentKind;

/* A course of a medicine, or a treatment tried. */
typedef struct {
  LumRecord base;
  gint32 kind; /* LumTreatmentKind */
  const char *name;
  LumDay first, last;
  gint32 helped; /* 0 no, 1 some, 2 much */
  const char *note;
} LumTreatment;

typedef struct {
  LumRecord base;
  const char *exercise; /* "EX-4" */
  LumDay day;
  gint32 sets;
  gint32 hold_s; /* seconds held in all, a side */
  gint32 duration_s;
} LumExerciseDone;

typedef enum { LUM_CARD_SHOWN, LUM_CARD_LATER, LUM_CARD_DISMISSED, LUM_CARD_SETTLED } LumCardEvent;

/* What became of a card: its rule, what it was about (EP-8: phase and bout days) and what the person did with it. */
typedef struct {
  LumRecord base;
  const char *rule;    /* "EP-8" */
  const char *variant; /* "beyond", a category … */
  LumDay first, last;  /* the days it speaks of */
  LumDay day;          /* when */
  gint32 event;        /* LumCardEvent */
  LumDay until;        /* silent until that day */
} LumCardRecord;

typedef struct {
  LumRecord base;
  LumDay day;
  const char *source; /* "3 files from Downloads" */
  gint32 n_new, n_known, n_refused;
} LumImportBatchRecord;

/* What changes advice and so belongs to the journal, not to the computer. */
typedef struct {
  LumRecord base;
  const char *key;
  const char *value;
} LumPreference;

#define LUM_PREFERENCE_BASELINE "load.baseline-m" /* OU-5: "METRES" */
#define LUM_PREFERENCE_NAME "report.name"
#define LUM_PREFERENCE_QUESTIONS "report.questions" /* three lines */

const LumRecordInfo *lum_record_get_info (LumRecordKind kind);
LumRecordKind lum_record_kind_from_table (const char *table);
void lum_record_init (LumRecordKind kind, gpointer record);
gpointer lum_record_copy (LumRecordKind kind, gconstpointer record);
void lum_record_free (LumRecordKind kind, gpointer record);
gboolean lum_record_check (LumRecordKind kind, gconstpointer record, GError **error);
const LumField *lum_record_find_field (LumRecordKind kind, const char *name);
int lum_field_find_word (const LumField *field, const char *word);

G_END_DECLS
