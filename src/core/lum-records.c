/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-record.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-run.h"

/* The description of every kind of record: one table of fields each, and one line in `infos`. A field's name is its
 * column in the store and its key in exports. */

#define TEXT(T, m)                                 \
  {                                                \
#m, LUM_FIELD_TEXT, offsetof(T, m), 0, 0, NULL \
  }
#define INT(T, m, lo, hi)                           \
  {                                                 \
#m, LUM_FIELD_INT, offsetof(T, m), lo, hi, NULL \
  }
#define BOOL(T, m)                                 \
  {                                                \
#m, LUM_FIELD_BOOL, offsetof(T, m), 0, 1, NULL \
  }
#define WORD(T, m, w)                           \
  {                                             \
#m, LUM_FIELD_WORD, offsetof(T, m), 0, 0, w \
  }
#define DAY(T, m)                                 \
  {                                               \
#m, LUM_FIELD_DAY, offsetof(T, m), 0, 0, NULL \
  }
#define REAL(T, m)                                 \
  {                                                \
#m, LUM_FIELD_REAL, offsetof(T, m), 0, 0, NULL \
  }
#define INSTANT(T, m)                                 \
  {                                                   \
#m, LUM_FIELD_INSTANT, offsetof(T, m), 0, 0, NULL \
  }

static const char *const moment_words[] = {"average", "waking", "during-run", "after-run", "worst", NULL};
static const char *const how_words[] = {"during-run", "after-run", "lifting", "fall", "gradually", NULL};
static const char *const gap_words[] = {"hurt", "on-and-off", "fine", "unsure", NULL};
static const char *const surface_words[] = {"road", "trail", "track", "treadmill", "grass", "sand", NULL};
static const char *const offset_words[] = {"file", "system", "user", NULL};
static const char *const safety_words[] = {"no", "yes", "not-sure", "old-checked", NULL};
static const char *const plan_words[] = {"none", "run-as-agreed", "pause", NULL};
static const char *const treatment_words[] = {"medicine", "other", NULL};
static const char *const card_words[] = {"shown", "later", "dismissed", "settled", NULL};

static const LumField pain_fields[] = {
    DAY (LumPainEntry, day),     INT (LumPainEntry, score, 0, 10),    WORD (LumPainEntry, moment, moment_words),
    DAY (LumPainEntry, started), WORD (LumPainEntry, how, how_words), DAY (LumPainEntry, entered),
    TEXT (LumPainEntry, run_id), TEXT (LumPainEntry, note),           TEXT (LumPainEntry, original),
};

static const LumField day_detail_fields[] = {
    DAY (LumDayDetail, day),
    BOOL (LumDayDetail, where_left),
    BOOL (LumDayDetail, where_middle),
    BOOL (LumDayDetail, where_right),
    BOOL (LumDayDetail, spread_buttock),
    BOOL (LumDayDetail, spread_thigh),
    BOOL (LumDayDetail, spread_below_knee),
    BOOL (LumDayDetail, leg_numb),
    INT (LumDayDetail, nights_woken, 0, 50),
    INT (LumDayDetail, stiffness_min, 0, 1440),
    INT (LumDayDetail, interference, 0, 10),
    BOOL (LumDayDetail, stops_activities),
    REAL (LumDayDetail, sitting_h),
    BOOL (LumDayDetail, heavy_lifting),
    TEXT (LumDayDetail, worse_with),
    TEXT (LumDayDetail, better_with),
    TEXT (LumDayDetail, note),
};

static const LumField run_fields[] = {
    DAY (LumRun, day),
    INSTANT (LumRun, start),
    INT (LumRun, start_offset, -64800, 64800),
    WORD (LumRun, offset_source, offset_words),
    REAL (LumRun, distance_m),
    REAL (LumRun, elapsed_s),
    REAL (LumRun, timer_s),
    REAL (LumRun, moving_s),
    INT (LumRun, effort, 0, 10),
    INT (LumRun, avg_hr, 25, 250),
    INT (LumRun, max_hr, 25, 250),
    REAL (LumRun, ascent_m),
    REAL (LumRun, descent_m),
    BOOL (LumRun, ascent_computed),
    INT (LumRun, calories, 0, 100000),
    WORD (LumRun, surface, surface_words),
    BOOL (LumRun, race),
    INT (LumRun, pain_before, 0, 10),
    TEXT (LumRun, shoe_id),
    TEXT (LumRun, sport),
    TEXT (LumRun, sub_sport),
    TEXT (LumRun, title),
    TEXT (LumRun, note),
    TEXT (LumRun, source_app),
    TEXT (LumRun, source_id),
    TEXT (LumRun, source_file),
    TEXT (LumRun, sha256),
    TEXT (LumRun, batch_id),
};

static const LumField shoe_fields[] = {
    TEXT (LumShoe, name),  REAL (LumShoe, start_distance_m), REAL (LumShoe, note_m),     REAL (LumShoe, strong_m),
    DAY (LumShoe, bought), DAY (LumShoe, retired),           BOOL (LumShoe, is_default), TEXT (LumShoe, note),
};

static const LumField gap_answer_fields[] = {
    DAY (LumGapAnswer, first),
    DAY (LumGapAnswer, last),
    WORD (LumGapAnswer, answer, gap_words),
    INT (LumGapAnswer, seq, 0, G_MAXINT32),
};

static const LumField flare_answer_fields[] = {
    DAY (LumFlareAnswer, day),
    BOOL (LumFlareAnswer, yes),
};

static const LumField safety_answer_fields[] = {
    TEXT (LumSafetyAnswer, question),  WORD (LumSafetyAnswer, answer, safety_words),
    DAY (LumSafetyAnswer, day),        DAY (LumSafetyAnswer, since),
    DAY (LumSafetyAnswer, checked_on), DAY (LumSafetyAnswer, mistake_on),
};

static const LumField background_fields[] = {
    TEXT (LumBackground, fact),
    TEXT (LumBackground, value),
    DAY (LumBackground, day),
    DAY (LumBackground, since),
};

static const LumField visit_fields[] = {
    DAY (LumVisit, day),         TEXT (LumVisit, who), TEXT (LumVisit, agreed), WORD (LumVisit, plan, plan_words),
    DAY (LumVisit, pause_until), DAY (LumVisit, next),
};

static const LumField activity_fields[] = {
    TEXT (LumActivity, name),
    INT (LumActivity, position, 1, 9),
    DAY (LumActivity, since),
};

static const LumField activity_rating_fields[] = {
    TEXT (LumActivityRating, activity_id),
    DAY (LumActivityRating, day),
    INT (LumActivityRating, score, 0, 10),
};

static const LumField treatment_fields[] = {
    WORD (LumTreatment, kind, treatment_words),
    TEXT (LumTreatment, name),
    DAY (LumTreatment, first),
    DAY (LumTreatment, last),
    INT (LumTreatment, helped, 0, 2),
    TEXT (LumTreatment, note),
};

static const LumField exercise_fields[] = {
    TEXT (LumExerciseDone, exercise),
    DAY (LumExerciseDone, day),
    INT (LumExerciseDone, sets, 0, 100),
    INT (LumExerciseDone, hold_s, 0, 86400),
    INT (LumExerciseDone, duration_s, 0, 86400),
};

static const LumField card_fields[] = {
    TEXT (LumCardRecord, rule), TEXT (LumCardRecord, variant), DAY (LumCardRecord, first),
    DAY (LumCardRecord, last),  DAY (LumCardRecord, day),      WORD (LumCardRecord, event, card_words),
    DAY (LumCardRecord, until),
};

static const LumField import_batch_fields[] = {
    DAY (LumImportBatchRecord, day),
    TEXT (LumImportBatchRecord, source),
    INT (LumImportBatchRecord, n_new, 0, G_MAXINT32),
    INT (LumImportBatchRecord, n_known, 0, G_MAXINT32),
    INT (LumImportBatchRecord, n_refused, 0, G_MAXINT32),
};

static const LumField preference_fields[] = {
    TEXT (LumPreference, key),
    TEXT (LumPreference, value),
};

/* Orders: by day, then by when it was written, then by identity, so that two computers agree. */

static int
compare_base (const LumRecord *a, const LumRecord *b)
{
  if (a->created_at != b->created_at)
    return a->created_at < b->created_at ? -1 : 1;
  return g_strcmp0 (a->id, b->id);
}

#define DEFINE_COMPARE_BY(name, Type, member)                    \
  static int compare_##name (gconstpointer pa, gconstpointer pb) \
  {                                                              \
    const Type *a = pa, *b = pb;                                 \
    if (a->member != b->member)                                  \
      return a->member < b->member ? -1 : 1;                     \
    return compare_base (&a->base, &b->base);                    \
  }

DEFINE_COMPARE_BY (pain, LumPainEntry, day)
DEFINE_COMPARE_BY (day_detail, LumDayDetail, day)
DEFINE_COMPARE_BY (gap_answer, LumGapAnswer, seq)
DEFINE_COMPARE_BY (flare_answer, LumFlareAnswer, day)
DEFINE_COMPARE_BY (safety_answer, LumSafetyAnswer, day)
DEFINE_COMPARE_BY (background, LumBackground, day)
DEFINE_COMPARE_BY (visit, LumVisit, day)
DEFINE_COMPARE_BY (activity, LumActivity, position)
DEFINE_COMPARE_BY (activity_rating, LumActivityRating, day)
DEFINE_COMPARE_BY (treatment, LumTreatment, first)
DEFINE_COMPARE_BY (exercise, LumExerciseDone, day)
DEFINE_COMPARE_BY (card, LumCardRecord, day)
DEFINE_COMPARE_BY (import_batch, LumImportBatchRecord, day)

static int
compare_run (gconstpointer pa, gconstpointer pb)
{
  const LumRun *a = pa, *b = pb;

  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return compare_base (&a->base, &b->base);
}

static int
compare_shoe (gconstpointer pa, gconstpointer pb)
{
  return compare_base (pa, pb);
}

static int
compare_preference (gconstpointer pa, gconstpointer pb)
{
  const LumPreference *a = pa, *b = pb;
  int order = g_strcmp0 (a->key, b->key);

  return order ? order : compare_base (&a->base, &b->base);
}

#define INFO(KIND, Type, table, name) \
  [KIND] = {KIND, table, sizeof (Type), name##_fields, G_N_ELEMENTS (name##_fields), compare_##name}

static const LumRecordInfo infos[LUM_N_RECORD_KINDS] = {
    INFO (LUM_RECORD_PAIN, LumPainEntry, "pain", pain),
    INFO (LUM_RECORD_DAY_DETAIL, LumDayDetail, "day_details", day_detail),
    INFO (LUM_RECORD_RUN, LumRun, "runs", run),
    INFO (LUM_RECORD_SHOE, LumShoe, "shoes", shoe),
    INFO (LUM_RECORD_GAP_ANSWER, LumGapAnswer, "gaps", gap_answer),
    INFO (LUM_RECORD_FLARE_ANSWER, LumFlareAnswer, "flares", flare_answer),
    INFO (LUM_RECORD_SAFETY_ANSWER, LumSafetyAnswer, "safety_answers", safety_answer),
    INFO (LUM_RECORD_BACKGROUND, LumBackground, "background", background),
    INFO (LUM_RECORD_VISIT, LumVisit, "visits", visit),
    INFO (LUM_RECORD_ACTIVITY, LumActivity, "activities", activity),
    INFO (LUM_RECORD_ACTIVITY_RATING, LumActivityRating, "activity_ratings", activity_rating),
    INFO (LUM_RECORD_TREATMENT, LumTreatment, "treatments", treatment),
    INFO (LUM_RECORD_EXERCISE, LumExerciseDone, "exercises", exercise),
    INFO (LUM_RECORD_CARD, LumCardRecord, "cards", card),
    INFO (LUM_RECORD_IMPORT_BATCH, LumImportBatchRecord, "import_batches", import_batch),
    INFO (LUM_RECORD_PREFERENCE, LumPreference, "preferences", preference),
};

/**
 * lum_record_get_info:
 *
 * The description of a kind of record.
 */
const LumRecordInfo *
lum_record_get_info (LumRecordKind kind)
{
  g_return_val_if_fail (kind < LUM_N_RECORD_KINDS, NULL);

  return &infos[kind];
}

/**
 * lum_record_kind_from_table:
 *
 * Which kind of record a table holds.
 *
 * Returns: LUM_N_RECORD_KINDS where it is none
 */
LumRecordKind
lum_record_kind_from_table (const char *table)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    if (g_strcmp0 (infos[kind].table, table) == 0)
      return kind;
  return LUM_N_RECORD_KINDS;
}

/**
 * lum_record_find_field:
 *
 * A field by its name.
 *
 * Returns: (nullable): %NULL where the kind has none of that name
 */
const LumField *
lum_record_find_field (LumRecordKind kind, const char *name)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, name) == 0)
      return &info->fields[i];
  return NULL;
}

/**
 * lum_field_find_word:
 *
 * The value of a word of a LUM_FIELD_WORD.
 *
 * Returns: its index, or LUM_INT_NONE
 */
int
lum_field_find_word (const LumField *field, const char *word)
{
  for (int i = 0; word && field->words && field->words[i]; i++)
    if (strcmp (field->words[i], word) == 0)
      return i;
  return LUM_INT_NONE;
}

/**
 * lum_record_init:
 * @record: memory of the kind's struct
 *
 * Sets every field to *unset* (and LUM_FIELD_BOOL to 0).
 */
void
lum_record_init (LumRecordKind kind, gpointer record)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  memset (record, 0, info->size);
  for (guint i = 0; i < info->n_fields; i++) {
    gpointer at = (char *) record + info->fields[i].offset;

    switch (info->fields[i].type) {
    case LUM_FIELD_TEXT:
    case LUM_FIELD_BOOL:
      break;
    case LUM_FIELD_INT:
    case LUM_FIELD_WORD:
    case LUM_FIELD_DAY:
      *(gint32 *) at = LUM_INT_NONE;
      break;
    case LUM_FIELD_REAL:
      *(double *) at = NAN;
      break;
    case LUM_FIELD_INSTANT:
      *(LumInstant *) at = LUM_INSTANT_NONE;
      break;
    }
  }
}

/**
 * lum_record_copy:
 *
 * A copy that owns its strings.
 *
 * Returns: (transfer full): free with lum_record_free()
 */
gpointer
lum_record_copy (LumRecordKind kind, gconstpointer record)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  LumRecord *copy = g_memdup2 (record, info->size);

  copy->id = g_strdup (copy->id);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == LUM_FIELD_TEXT) {
      const char **at = (gpointer) ((char *) copy + info->fields[i].offset);

      *at = g_strdup (*at);
    }
  return copy;
}

/**
 * lum_record_free:
 *
 * Frees what lum_record_copy() made.
 */
void
lum_record_free (LumRecordKind kind, gpointer record)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  if (!record)
    return;
  g_free ((char *) ((LumRecord *) record)->id);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == LUM_FIELD_TEXT)
      g_free (*(char **) ((char *) record + info->fields[i].offset));
  g_free (record);
}

/* Which day a field that must be set has, by kind; the first LUM_FIELD_DAY of a kind is the one it is filed under. */
static gboolean
needs_first_day (LumRecordKind kind)
{
  return kind != LUM_RECORD_SHOE && kind != LUM_RECORD_BACKGROUND && kind != LUM_RECORD_ACTIVITY &&
         kind != LUM_RECORD_PREFERENCE && kind != LUM_RECORD_CARD;
}

/* What says nothing when it is blank, besides the day and what is looked at singly below; the store wants it, too. */
static const struct {
  LumRecordKind kind;
  const char *field;
} needed[] = {
    {LUM_RECORD_SAFETY_ANSWER, "question"},
    {LUM_RECORD_SAFETY_ANSWER, "answer"},
    {LUM_RECORD_BACKGROUND, "fact"},
    {LUM_RECORD_ACTIVITY, "name"},
    {LUM_RECORD_EXERCISE, "exercise"},
    {LUM_RECORD_CARD, "rule"},
    {LUM_RECORD_CARD, "event"},
    {LUM_RECORD_PREFERENCE, "key"},
};

static gboolean
is_missing (LumRecordKind kind, const LumField *field, gconstpointer record)
{
  gconstpointer at = (const char *) record + field->offset;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (needed[i].kind == kind && strcmp (needed[i].field, field->name) == 0)
      return field->type == LUM_FIELD_TEXT ? *(char *const *) at == NULL : *(const gint32 *) at == LUM_INT_NONE;
  return FALSE;
}

/**
 * lum_record_check:
 *
 * Whether a record may be written: numbers in their ranges, texts valid UTF-8, what must be set is set.
 *
 * Returns: %FALSE with LUM_ERROR_INVALID_INPUT otherwise
 */
gboolean
lum_record_check (LumRecordKind kind, gconstpointer record, GError **error)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  gboolean day_seen = FALSE;

  for (guint i = 0; i < info->n_fields; i++) {
    const LumField *field = &info->fields[i];
    gconstpointer at = (const char *) record + field->offset;
    gint32 number = field->type != LUM_FIELD_TEXT ? *(const gint32 *) at : 0;
    gboolean ok = TRUE;

    switch (field->type) {
    case LUM_FIELD_TEXT:
      ok = !*(char *const *) at || g_utf8_validate (*(char *const *) at, -1, NULL);
      break;
    case LUM_FIELD_INT:
      ok = number == LUM_INT_NONE || (number >= field->min && number <= field->max);
      break;
    case LUM_FIELD_BOOL:
      ok = number == 0 || number == 1;
      break;
    case LUM_FIELD_WORD:
      ok = number == LUM_INT_NONE || (number >= 0 && number < (int) g_strv_length ((GStrv) field->words));
      break;
    case LUM_FIELD_DAY:
      if (!day_seen && needs_first_day (kind))
        ok = number != LUM_DAY_NONE;
      ok = ok && (number == LUM_DAY_NONE || ABS ((gint64) number) < 3000000);
      day_seen = TRUE;
      break;
    case LUM_FIELD_REAL:
      ok = isnan (*(const double *) at) || (isfinite (*(const double *) at) && *(const double *) at >= 0);
      break;
    case LUM_FIELD_INSTANT:
      break;
    }

    if (is_missing (kind, field, record)) {
      g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                   /* Translators: the first %s is a table of the journal, the second a column; both stay English. */
                   _ ("A value is missing (%s, %s)."), info->table, field->name);
      return FALSE;
    }
    if (!ok) {
      g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                   /* Translators: the first %s is a table of the journal, the second a column; both stay English. */
                   _ ("A value is out of its range (%s, %s)."), info->table, field->name);
      return FALSE;
    }
  }

  if (kind == LUM_RECORD_PAIN) {
    const LumPainEntry *entry = record;

    if (entry->score == LUM_INT_NONE || entry->moment == LUM_INT_NONE) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("A pain entry needs a score from 0 to 10."));
      return FALSE;
    }
  }
  if (kind == LUM_RECORD_RUN) {
    const LumRun *run = record;

    if (isnan (run->distance_m) && isnan (lum_run_get_duration (run))) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("A run needs a distance or a time."));
      return FALSE;
    }
  }
  if (kind == LUM_RECORD_GAP_ANSWER) {
    const LumGapAnswer *answer = record;

    if (answer->last < answer->first || answer->answer == LUM_INT_NONE) {
      g_set_error_literal (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                           _ ("An answer needs a first day and a last day that is not before it."));
      return FALSE;
    }
  }
  return TRUE;
}
