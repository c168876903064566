/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-record.h"

G_BEGIN_DECLS

/* What the columns of a table of another program mean: found out, or chosen by the person, and remembered for the next
 * file with the same columns. */

typedef enum {
  LUM_COLUMN_NONE,
  LUM_COLUMN_DATE, /* a date, perhaps with a time */
  LUM_COLUMN_TIME, /* of day */
  LUM_COLUMN_DISTANCE,
  LUM_COLUMN_DURATION, /* without pauses */
  LUM_COLUMN_ELAPSED,
  LUM_COLUMN_MOVING,
  LUM_COLUMN_TITLE,
  LUM_COLUMN_NOTE,
  LUM_COLUMN_SPORT,
  LUM_COLUMN_AVG_HR,
  LUM_COLUMN_MAX_HR,
  LUM_COLUMN_ASCENT,
  LUM_COLUMN_DESCENT,
  LUM_COLUMN_CALORIES,
  LUM_COLUMN_EFFORT,
  LUM_COLUMN_SHOE,
  LUM_COLUMN_FILE, /* that holds the same activity */
  LUM_COLUMN_ID,
  LUM_COLUMN_OFFSET, /* of the zone, minutes */
  LUM_COLUMN_SCORE,  /* of pain: a number or a word */
  LUM_COLUMN_WORDS,  /* text in which words may mean pain (Daylio's activities and moods) */
  LUM_COLUMN_WHERE,  /* the part of the body, or the name of the symptom */
  LUM_N_COLUMN_ROLES
} LumColumnRole;

typedef enum {
  LUM_COLUMN_UNIT_NONE, /* the table's own, or a duration with colons */
  LUM_COLUMN_UNIT_METRES,
  LUM_COLUMN_UNIT_KILOMETRES,
  LUM_COLUMN_UNIT_MILES,
  LUM_COLUMN_UNIT_FEET,
  LUM_COLUMN_UNIT_YARDS,
  LUM_COLUMN_UNIT_SECONDS,
  LUM_COLUMN_UNIT_MINUTES,
  LUM_COLUMN_UNIT_HOURS,
  LUM_COLUMN_UNIT_MILLISECONDS,
  LUM_N_COLUMN_UNITS
} LumColumnUnit;

typedef enum { LUM_DATES_YEAR_FIRST, LUM_DATES_DAY_FIRST, LUM_DATES_MONTH_FIRST, LUM_N_DATE_ORDERS } LumDateOrder;

/* Which numbers a score is given in; it becomes 0 to 10 (formats §14). */
typedef enum {
  LUM_SCALE_0_10,
  LUM_SCALE_0_100,
  LUM_SCALE_1_5,
  LUM_SCALE_0_4,
  LUM_SCALE_0_5,
  LUM_SCALE_1_10,
  LUM_SCALE_WORDS, /* none, mild, moderate, severe, unbearable */
  LUM_N_SCALES
} LumScoreScale;

typedef struct {
  LumRecordKind kind; /* LUM_RECORD_RUN or LUM_RECORD_PAIN */
  guint n_columns;
  guint8 *roles; /* LumColumnRole, a column each */
  guint8 *units; /* LumColumnUnit, likewise */
  LumDateOrder dates;
  gboolean utc;        /* times are UTC; else they are those of a wall clock */
  char decimal_sign;   /* '.' or ','; '\0': each column shows its own */
  gboolean unit_guess; /* nothing in the file says what its distances are in */
  gboolean guess;      /* nobody has looked at it yet */
  const char *format;  /* the word in previews, static */
  LumScoreScale scale;
  char *filter; /* (nullable): only rows whose part of the body holds one of these words, a line each */
  char *words;  /* (nullable): what means pain in LUM_COLUMN_WORDS, "word=score", a line each */
} LumCsvMapping;

LumCsvMapping *lum_csv_mapping_new (LumRecordKind kind, guint n_columns);
LumCsvMapping *lum_csv_mapping_copy (const LumCsvMapping *self);
void lum_csv_mapping_free (LumCsvMapping *self);
gboolean lum_csv_mapping_has (const LumCsvMapping *self, LumColumnRole role);
void lum_csv_mapping_set (LumCsvMapping *self, guint column, LumColumnRole role, LumColumnUnit unit);
gboolean lum_csv_mapping_is_usable (const LumCsvMapping *self);
char *lum_csv_mapping_to_text (const LumCsvMapping *self);
LumCsvMapping *lum_csv_mapping_from_text (const char *text);
double lum_scale_score (LumScoreScale scale, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumCsvMapping, lum_csv_mapping_free)

/* The beginning of a table, for a person to say what its columns are. */
typedef struct {
  char *signature; /* of its columns: the same for every file of the same form */
  guint n_columns;
  char **names;           /* of the columns, as they are written */
  char **examples;        /* a value of each column, "" where none is near the beginning */
  char *text;             /* the first lines, UTF-8 */
  LumCsvMapping *mapping; /* (nullable): what was found out, or remembered */
} LumTableSample;

void lum_table_sample_free (LumTableSample *self);

G_END_DECLS
