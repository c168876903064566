/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-test-random.h"

#include <string.h>

#define TODAY 20600

/* None comes before one that it names. */
static const LumRecordKind order[LUM_N_RECORD_KINDS] = {
    LUM_RECORD_IMPORT_BATCH,  LUM_RECORD_SHOE,       LUM_RECORD_ACTIVITY,   LUM_RECORD_RUN,
    LUM_RECORD_PAIN,          LUM_RECORD_DAY_DETAIL, LUM_RECORD_GAP_ANSWER, LUM_RECORD_FLARE_ANSWER,
    LUM_RECORD_SAFETY_ANSWER, LUM_RECORD_BACKGROUND, LUM_RECORD_VISIT,      LUM_RECORD_ACTIVITY_RATING,
    LUM_RECORD_TREATMENT,     LUM_RECORD_EXERCISE,   LUM_RECORD_CARD,       LUM_RECORD_PREFERENCE,
};

static const char *
random_text (GRand *rand)
{
  static const char *const texts[] = {"plain",
                                      "",
                                      "a \"quoted\" word",
                                      "two\nlines, comma; semicolon\ttab",
                                      "ümläut “¿”",
                                      "\\back\\slash",
                                      "日本語",
                                      "\x01\x1f\x7f",
                                      " blanks ",
                                      "</script>",
                                      "null",
                                      "🏃"};

  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

/* A field that names another record gets one that is there, or none; so does one that must be set. */
static const char *
random_reference (GRand *rand, const LumField *field, GPtrArray *const *ids)
{
  GPtrArray *targets = NULL;

  if (strcmp (field->name, "shoe_id") == 0)
    targets = ids[LUM_RECORD_SHOE];
  else if (strcmp (field->name, "batch_id") == 0)
    targets = ids[LUM_RECORD_IMPORT_BATCH];
  else if (strcmp (field->name, "run_id") == 0)
    targets = ids[LUM_RECORD_RUN];
  else if (strcmp (field->name, "activity_id") == 0)
    targets = ids[LUM_RECORD_ACTIVITY];
  return targets && targets->len ? targets->pdata[g_rand_int_range (rand, 0, (gint32) targets->len)] : NULL;
}

static void
fill_field (GRand *rand, const LumField *field, gpointer record, GPtrArray *const *ids)
{
  gpointer at = (char *) record + field->offset;
  gsize name_length = strlen (field->name);

  switch (field->type) {
  case LUM_FIELD_TEXT:
    if (name_length > 3 && strcmp (field->name + name_length - 3, "_id") == 0 && strcmp (field->name, "source_id") != 0)
      *(const char **) at = random_reference (rand, field, ids);
    else
      *(const char **) at = random_text (rand);
    break;
  case LUM_FIELD_INT:
    *(gint32 *) at = g_rand_int_range (rand, field->min, field->max) + g_rand_int_range (rand, 0, 2);
    break;
  case LUM_FIELD_BOOL:
    *(gint32 *) at = g_rand_int_range (rand, 0, 2);
    break;
  case LUM_FIELD_WORD:
    *(gint32 *) at = g_rand_int_range (rand, 0, (gint32) g_strv_length ((GStrv) field->words));
    break;
  case LUM_FIELD_DAY:
    *(LumDay *) at = TODAY - g_rand_int_range (rand, 0, 4000);
    break;
  case LUM_FIELD_REAL:
    *(double *) at = g_rand_boolean (rand) ? g_rand_double_range (rand, 0, 50000) : g_rand_int_range (rand, 0, 20000);
    break;
  case LUM_FIELD_INSTANT:
    *(LumInstant *) at = (gint64) g_rand_int_range (rand, 0, G_MAXINT32) * 1000 + g_rand_int_range (rand, 0, 1000);
    break;
  }
}

/* Until the program ends; interned strings would lose GLib's own table of them. */
static char *
keep (const char *text)
{
  static GStringChunk *texts;

  if (!texts)
    texts = g_string_chunk_new (4096);
  return g_string_chunk_insert (texts, text);
}

static void
add_random_record (GRand *rand, LumChangeSet *changes, LumRecordKind kind, GPtrArray **ids)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  g_autofree LumRecord *record = g_malloc0 (info->size);
  const char *id;

  /* Most fields are set, some are not; a record that may not stand like that is drawn anew. */
  do {
    lum_record_init (kind, record);
    for (guint i = 0; i < info->n_fields; i++)
      if (g_rand_double (rand) < 0.85)
        fill_field (rand, &info->fields[i], record, ids);
    if (kind == LUM_RECORD_GAP_ANSWER) {
      LumGapAnswer *answer = (LumGapAnswer *) record;

      answer->last = answer->first == LUM_DAY_NONE ? LUM_DAY_NONE : answer->first + 3;
    }
    /* What the store wants to be set beyond that. */
    for (guint i = 0; i < info->n_fields; i++)
      if (info->fields[i].type == LUM_FIELD_TEXT && kind != LUM_RECORD_RUN && kind != LUM_RECORD_PAIN) {
        const char **at = (gpointer) ((char *) record + info->fields[i].offset);

        if (!*at)
          *at =
              strcmp (info->fields[i].name, "activity_id") == 0 ? random_reference (rand, &info->fields[i], ids) : "x";
      } else if ((info->fields[i].type == LUM_FIELD_WORD || info->fields[i].type == LUM_FIELD_INT) &&
                 kind != LUM_RECORD_RUN && *(gint32 *) ((char *) record + info->fields[i].offset) == LUM_INT_NONE) {
        fill_field (rand, &info->fields[i], record, ids);
      } else if (info->fields[i].type == LUM_FIELD_DAY &&
                 *(gint32 *) ((char *) record + info->fields[i].offset) == LUM_INT_NONE && i < 3) {
        fill_field (rand, &info->fields[i], record, ids);
      }
  } while (!lum_record_check (kind, record, NULL));

  record->created_at = (gint64) g_rand_int_range (rand, 1, G_MAXINT32) * 1000 + g_rand_int_range (rand, 0, 1000);
  record->updated_at = record->created_at + g_rand_int_range (rand, 0, 100000);
  record->utc_offset = g_rand_int_range (rand, -50, 50) * 900;
  id = lum_change_set_put (changes, kind, record);
  g_ptr_array_add (ids[kind], keep (id));
}

/* Some records of every kind, most fields set, with times of their own: none later than in the year 2038. */
LumChangeSet *
lum_test_random_life (GRand *rand)
{
  LumChangeSet *changes = lum_change_set_new ();
  GPtrArray *ids[LUM_N_RECORD_KINDS];

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    ids[kind] = g_ptr_array_new ();
  for (guint i = 0; i < LUM_N_RECORD_KINDS; i++)
    for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
      add_random_record (rand, changes, order[i], ids);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (ids[kind]);
  lum_change_set_keep_times (changes);
  return changes;
}

/* Changes a third of the records and deletes a sixth, all within a few milliseconds after @from: what two such sets do
 * is often of the same moment. */
LumChangeSet *
lum_test_random_edits (GRand *rand, const LumDiary *diary, LumInstant from)
{
  LumChangeSet *changes = lum_change_set_new ();
  GPtrArray *ids[LUM_N_RECORD_KINDS];

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    ids[kind] = g_ptr_array_new ();
  for (guint i = 0; i < LUM_N_RECORD_KINDS; i++) {
    const LumRecordInfo *info = lum_record_get_info (order[i]);
    g_autofree LumRecord *record = g_malloc (info->size);
    gsize n;
    const char *records = lum_diary_get_records (diary, order[i], &n);

    for (gsize k = 0; k < n; k++) {
      int dice = g_rand_int_range (rand, 0, 6);

      memcpy (record, records + k * info->size, info->size);
      g_ptr_array_add (ids[order[i]], (gpointer) record->id);
      if (dice == 0) {
        lum_change_set_bury (changes, order[i], record->id, from + g_rand_int_range (rand, 0, 4));
      } else if (dice < 3) {
        do
          fill_field (rand, &info->fields[g_rand_int_range (rand, 0, (gint32) info->n_fields)], record, ids);
        while (!lum_record_check (order[i], record, NULL) ||
               (order[i] == LUM_RECORD_ACTIVITY_RATING && !((LumActivityRating *) record)->activity_id));
        record->updated_at = from + g_rand_int_range (rand, 0, 4);
        lum_change_set_put (changes, order[i], record);
      }
    }
  }
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (ids[kind]);
  lum_change_set_keep_times (changes);
  return changes;
}
