/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-history.h"

#include <math.h>

#include "lum-day-list.h"
#include "lum-json-writer.h"
#include "lum-run.h"

#define WRITE(type, name, value) (lum_json_writer_key (json, name), lum_json_writer_##type (json, value))

static const char *
get_word (LumRecordKind kind, const char *field, gint32 value)
{
  return value == LUM_INT_NONE ? NULL : lum_record_find_field (kind, field)->words[value];
}

static void
write_pain (LumJsonWriter *json, LumDayItem *item)
{
  gsize n;
  const LumPainEntry *entries = lum_day_item_get_records (item, LUM_RECORD_PAIN, &n);

  lum_json_writer_key (json, "pain");
  lum_json_writer_begin (json, '[');
  for (gsize i = 0; i < n; i++) {
    lum_json_writer_begin (json, '{');
    WRITE (text, "moment", get_word (LUM_RECORD_PAIN, "moment", entries[i].moment));
    WRITE (int, "score", entries[i].score);
    WRITE (day, "started", entries[i].started);
    WRITE (text, "how", get_word (LUM_RECORD_PAIN, "how", entries[i].how));
    WRITE (day, "entered", entries[i].entered);
    WRITE (text, "note", entries[i].note);
    lum_json_writer_close (json);
  }
  lum_json_writer_close (json);
}

static void
write_runs (LumJsonWriter *json, LumDayItem *item)
{
  gsize n;
  const LumRun *runs = lum_day_item_get_records (item, LUM_RECORD_RUN, &n);

  lum_json_writer_key (json, "runs");
  lum_json_writer_begin (json, '[');
  for (gsize i = 0; i < n; i++) {
    const LumShoe *shoe =
        runs[i].shoe_id ? lum_diary_find (lum_day_item_get_diary (item), LUM_RECORD_SHOE, runs[i].shoe_id) : NULL;

    lum_json_writer_begin (json, '{');
    WRITE (instant, "start", runs[i].start);
    WRITE (int, "utc_offset_s", runs[i].start_offset);
    WRITE (real, "distance_m", runs[i].distance_m);
    WRITE (real, "duration_s", lum_run_get_duration (&runs[i]));
    WRITE (int, "effort", runs[i].effort);
    WRITE (real, "ascent_m", runs[i].ascent_m);
    WRITE (real, "descent_m", runs[i].descent_m);
    WRITE (text, "surface", get_word (LUM_RECORD_RUN, "surface", runs[i].surface));
    WRITE (bool, "race", runs[i].race);
    WRITE (int, "pain_before", runs[i].pain_before);
    WRITE (text, "shoe", shoe ? shoe->name : NULL);
    WRITE (text, "title", runs[i].title);
    WRITE (text, "note", runs[i].note);
    WRITE (text, "file", runs[i].source_file);
    lum_json_writer_close (json);
  }
  lum_json_writer_close (json);
}

/* Only what was said: a detail that was not asked or not ticked is not there. */
static void
write_field (LumJsonWriter *json, const LumField *field, gconstpointer record)
{
  gconstpointer at = (const char *) record + field->offset;

  if (field->type == LUM_FIELD_TEXT) {
    const char *text = *(char *const *) at;

    if (text)
      WRITE (text, field->name, text);
  } else if (field->type == LUM_FIELD_REAL) {
    if (!isnan (*(const double *) at))
      WRITE (real, field->name, *(const double *) at);
  } else if (field->type == LUM_FIELD_BOOL) {
    if (*(const gint32 *) at == 1)
      WRITE (bool, field->name, TRUE);
  } else if (field->type == LUM_FIELD_DAY) {
    if (*(const LumDay *) at != LUM_DAY_NONE)
      WRITE (day, field->name, *(const LumDay *) at);
  } else if (*(const gint32 *) at != LUM_INT_NONE) {
    if (field->words)
      WRITE (text, field->name, field->words[*(const gint32 *) at]);
    else
      WRITE (int, field->name, *(const gint32 *) at);
  }
}

static void
write_record (LumJsonWriter *json, LumRecordKind kind, gconstpointer record)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  lum_json_writer_begin (json, '{');
  for (guint i = 0; i < info->n_fields; i++)
    if (kind != LUM_RECORD_DAY_DETAIL || i > 0) /* its day is the object's own */
      write_field (json, &info->fields[i], record);
  lum_json_writer_close (json);
}

static void
write_details (LumJsonWriter *json, LumDayItem *item)
{
  gsize n;
  const LumDayDetail *details = lum_day_item_get_records (item, LUM_RECORD_DAY_DETAIL, &n);

  lum_json_writer_key (json, "details");
  if (n)
    write_record (json, LUM_RECORD_DAY_DETAIL, &details[n - 1]);
  else
    lum_json_writer_null (json);
}

/* A treatment stands under its first day. */
static void
write_treatments (LumJsonWriter *json, LumDayItem *item)
{
  gsize n;
  const LumTreatment *treatments = lum_diary_get_treatments (lum_day_item_get_diary (item), &n);

  lum_json_writer_key (json, "treatments");
  lum_json_writer_begin (json, '[');
  for (gsize i = 0; i < n; i++)
    if (treatments[i].first == lum_day_item_get_day (item))
      write_record (json, LUM_RECORD_TREATMENT, &treatments[i]);
  lum_json_writer_close (json);
}

static void
write_visits (LumJsonWriter *json, LumDayItem *item)
{
  gsize n;
  const LumVisit *visits = lum_day_item_get_records (item, LUM_RECORD_VISIT, &n);

  lum_json_writer_key (json, "visits");
  lum_json_writer_begin (json, '[');
  for (gsize i = 0; i < n; i++) {
    lum_json_writer_begin (json, '{');
    WRITE (text, "who", visits[i].who);
    WRITE (text, "agreed", visits[i].agreed);
    WRITE (day, "next", visits[i].next);
    lum_json_writer_close (json);
  }
  lum_json_writer_close (json);
}

static void
write_answer (LumJsonWriter *json, LumDayItem *item)
{
  const LumGapAnswer *answer = lum_day_item_get_answer (item);
  gsize n;
  const LumFlareAnswer *flares = lum_day_item_get_records (item, LUM_RECORD_FLARE_ANSWER, &n);

  lum_json_writer_key (json, "answer");
  if (answer) {
    lum_json_writer_begin (json, '{');
    WRITE (day, "to", answer->last);
    WRITE (text, "answer", get_word (LUM_RECORD_GAP_ANSWER, "answer", answer->answer));
    lum_json_writer_close (json);
  } else {
    lum_json_writer_null (json);
  }
  lum_json_writer_key (json, "flare");
  if (n)
    lum_json_writer_bool (json, flares[n - 1].yes);
  else
    lum_json_writer_null (json);
}

/**
 * lum_history_to_json:
 * @first: the first day, or LUM_DAY_NONE for all
 * @last: the last day, or LUM_DAY_NONE for all
 *
 * What was logged, day by day, oldest first: as `lumbar-cli history --json` tells it.
 *
 * Returns: (transfer full): one JSON object and a line feed
 */
char *
lum_history_to_json (LumDiary *diary, LumDay first, LumDay last)
{
  g_autoptr (LumDayList) list = lum_day_list_new (diary);
  g_autoptr (LumJsonWriter) json = lum_json_writer_new ();

  lum_json_writer_begin (json, '{');
  WRITE (day, "from", first);
  WRITE (day, "to", last);
  lum_json_writer_key (json, "days");
  lum_json_writer_begin (json, '[');
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (list)); i > 0; i--) {
    g_autoptr (LumDayItem) item = g_list_model_get_item (G_LIST_MODEL (list), i - 1);
    LumDay day = lum_day_item_get_day (item);
    const LumDaySummary *summary = lum_day_item_get_summary (item);

    if (lum_day_item_is_heading (item) || (first != LUM_DAY_NONE && day < first) ||
        (last != LUM_DAY_NONE && day > last))
      continue;
    lum_json_writer_begin (json, '{');
    WRITE (day, "date", day);
    WRITE (int, "highest", summary ? summary->highest : LUM_INT_NONE);
    lum_json_writer_key (json, "mean");
    if (summary)
      lum_json_writer_real (json, summary->chart);
    else
      lum_json_writer_null (json);
    write_pain (json, item);
    write_runs (json, item);
    write_details (json, item);
    write_treatments (json, item);
    write_visits (json, item);
    write_answer (json, item);
    lum_json_writer_close (json);
  }
  lum_json_writer_close (json);
  lum_json_writer_close (json);
  return lum_json_writer_end (json);
}
