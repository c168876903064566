/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "io-fixture.h"
#include "json-cases.h"
#include "lum-time-parse.h"

/* The JSON files of other programs (formats §7 to §12), in texts that are made here: every number that comes in. */

static void
assert_real (const char *what, double value, double expected)
{
  g_test_message ("%s: %f, expected %f", what, value, expected);
  if (expected == 0)
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-6);
}

static void
assert_int (gint32 value, int expected)
{
  g_assert_cmpint (value, ==, expected == 0 ? LUM_INT_NONE : expected);
}

static void
check_figures (const JsonCase *expected, const LumRun *run)
{
  assert_real ("distance", run->distance_m, expected->distance_m);
  assert_real ("elapsed", run->elapsed_s, expected->elapsed_s);
  assert_real ("timer", run->timer_s, expected->timer_s);
  assert_real ("moving", run->moving_s, expected->moving_s);
  assert_real ("ascent", run->ascent_m, expected->ascent_m);
  assert_real ("descent", run->descent_m, expected->descent_m);
  assert_int (run->avg_hr, expected->avg_hr);
  assert_int (run->max_hr, expected->max_hr);
  assert_int (run->calories, expected->calories);
  assert_int (run->effort, expected->effort);
}

static void
test_case (gconstpointer data)
{
  const JsonCase *expected = data;
  g_autoptr (LumImportBatch) batch = fixture_read ("a.json", expected->text, -1);
  LumImportItem *item = fixture_item (batch, 0);
  const LumRun *run;
  LumTime start;

  g_test_message ("%s", item->reason ? item->reason : "taken");
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
  g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpstr (item->format, ==, expected->format);
  run = fixture_record (item, 0);
  g_assert_true (lum_time_parse (expected->start, strlen (expected->start), &start));
  g_assert_cmpint (run->start, ==, start.instant);
  g_assert_cmpint (run->start_offset, ==, expected->offset);
  g_assert_cmpint (run->offset_source, ==, expected->offset_source);
  g_assert_cmpint (run->day, ==, lum_day_from_instant (start.instant, expected->offset));
  check_figures (expected, run);
  g_assert_cmpstr (run->title, ==, expected->title);
  g_assert_cmpstr (run->note, ==, expected->note);
  g_assert_cmpstr (run->sport, ==, "running");
  g_assert_cmpstr (run->sub_sport, ==, expected->sub_sport);
  g_assert_cmpstr (run->source_app, ==, expected->app);
  g_assert_cmpstr (run->source_id, ==, expected->id);
  g_assert_cmpint (run->race, ==, expected->race);
  g_assert_cmpuint (item->warnings ? item->warnings->len : 0, ==, expected->warning ? 1 : 0);
  if (expected->warning)
    g_assert_nonnull (strstr (item->warnings->pdata[0], expected->warning));
  g_assert_true (lum_record_check (LUM_RECORD_RUN, run, NULL));
}

/* A decimal comma in the locale changes nothing. */
static void
test_locale (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (!setlocale (LC_NUMERIC, "de_DE.UTF-8")) {
    g_test_skip ("the German locale is not there");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (json_cases); i++)
    if (!json_cases[i].warning)
      test_case (&json_cases[i]);
  setlocale (LC_NUMERIC, before);
}

/* Every beginning of every file is refused with a reason; none is half a run. */
static void
test_cut_everywhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (json_cases); i++) {
    gsize length = strlen (json_cases[i].text);

    /* Lines stand for themselves in Runalyze's. */
    for (gsize cut = 1; cut < length && json_cases[i].text[0] != 'v'; cut++) {
      g_autoptr (LumImportBatch) batch = fixture_read ("cut.json", json_cases[i].text, (gssize) cut);

      g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
      g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
      g_assert_null (fixture_item (batch, 0)->records);
      g_assert_nonnull (fixture_item (batch, 0)->reason);
    }
  }
}

/* --- other sports, other files ----------------------------------------------------------------------------------- */

static void
test_no_runs (void)
{
  static const struct {
    const char *text, *reason;
  } files[] = {
      {"[{\"summarizedActivitiesExport\":[{\"activityType\":\"indoor_cardio\",\"beginTimestamp\":1775059200000,"
       "\"duration\":100000}]}]",
       "indoor_cardio"},
      {"{\"fitnessActivity\":\"biking\",\"startTime\":\"2021-04-19T20:57:39Z\",\"duration\":\"60s\"}", "biking"},
      {"[{\"logId\":1,\"activityName\":\"Workout\",\"duration\":60000,\"startTime\":\"02/07/22 21:22:08\"}]",
       "Workout"},
      {"{\"type\":\"jump\",\"start_epoch_ms\":1775059200000,\"active_duration_ms\":9000}", "jump"},
      {"{\"startTime\":\"2026-04-01T18:00:00\",\"timezoneOffsetMinutes\":60,\"durationMillis\":9000,"
       "\"sport\":{\"id\":2}}",
       "cycling"},
      {"{\"DeviceLog\":{\"Header\":{\"DateTime\":\"2026-03-01T08:00:00Z\",\"Duration\":9,\"ActivityType\":77}}}",
       "other"},
      {"version=4.3\n{\"TABLE\":\"runalyze_sport\"}\n{\"4\":{\"name\":\"Gymnastik\",\"img\":\"icons8-yoga\"}}\n"
       "{\"TABLE\":\"runalyze_training\"}\n{\"1\":{\"sportid\":4,\"time\":1775066400,\"s\":60}}",
       "Gymnastik"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("a.json", files[i].text, -1);

    g_test_message ("%s", files[i].text);
    g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NOT_A_RUN);
    assert_reason (fixture_item (batch, 0), files[i].reason);
  }
}

/* People name the sports of Runalyze: the picture tells where the word does not. */
static void
test_runalyze_sports (void)
{
  static const char text[] =
      "version=3.1\n{\"TABLE\":\"runalyze_training\"}\n{\"1\":{\"sportid\":1,\"time\":1775066400,\"s\":60}}\n"
      "{\"2\":{\"sportid\":2,\"time\":1775066400,\"s\":600,\"distance\":1}}\nbroken\n{\"3\":{\"time\":17\n"
      "{\"4\":{\"sportid\":99,\"time\":1775066400,\"s\":60}}\n{\"TABLE\":\"runalyze_sport\"}\n"
      "{\"1\":{\"name\":\"B\u011bh\",\"img\":\"icons8-running\"}}\n{\"2\":{\"name\":\"Footing\"}}\n";
  g_autoptr (LumImportBatch) batch = fixture_read ("backup.json", text, -1);

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 4);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpstr (((LumRun *) fixture_record (fixture_item (batch, 0), 0))->sport, ==, "running");
  g_assert_cmpint (fixture_item (batch, 1)->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpstr (((LumRun *) fixture_record (fixture_item (batch, 1), 0))->sport, ==, NULL);
  g_assert_cmpint (fixture_item (batch, 2)->status, ==, LUM_IMPORT_REFUSED);
  assert_reason (fixture_item (batch, 2), "Line 6 ");
  g_assert_cmpint (fixture_item (batch, 3)->status, ==, LUM_IMPORT_NEW);
}

/* Each exercise of a triathlon is an activity, and none has the whole's distance. */
static void
test_several_exercises (void)
{
  static const char text[] =
      "{\"startTime\":\"2026-04-01T18:00:00\",\"distance\":9000,\"sport\":\"TRIATHLON\",\"exercises\":["
      "{\"startTime\":\"2026-04-01T18:00:00\",\"timezoneOffset\":60,\"duration\":\"PT10M\",\"sport\":\"SWIMMING\"},"
      "null,{\"startTime\":\"2026-04-01T19:00:00\",\"timezoneOffset\":60,\"duration\":\"PT20M\",\"sport\":"
      "\"RUNNING\"}]}";
  g_autoptr (LumImportBatch) batch = fixture_read ("a.json", text, -1);
  const LumRun *run;

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 2);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NOT_A_RUN);
  g_assert_cmpint (fixture_item (batch, 1)->status, ==, LUM_IMPORT_NEW);
  run = fixture_record (fixture_item (batch, 1), 0);
  g_assert_cmpint (run->start, ==, G_GINT64_CONSTANT (1775066400000));
  g_assert_true (isnan (run->distance_m) && run->timer_s == 1200);
}

static void
test_refusals (void)
{
  static const struct {
    const char *text, *format, *reason;
  } files[] = {
      {"[{\"summarizedActivitiesExport\":[]}]", "garmin", "no activity"},
      {"[{\"summarizedActivitiesExport\":[1,[],\"a\",null]}]", "garmin", "no activity"},
      {"[{\"summarizedActivitiesExport\":[{}]}]", "garmin", "neither a distance nor a duration"},
      {"[{\"summarizedActivitiesExport\":[{\"distance\":5000}]}]", "garmin", "does not say when"},
      {"[{\"summarizedActivitiesExport\":[{\"distance\":[5],\"duration\":{\"a\":1},\"name\":7}]}]", "garmin",
       "neither"},
      {"[{\"summarizedActivitiesExport\":[{\"distance\":1e14,\"beginTimestamp\":1775059200000}]}]", "garmin",
       "beyond what a run can be"},
      {"[{\"summarizedActivitiesExport\":[{\"distance\":5000,\"beginTimestamp\":1e300}]}]", "garmin", "when"},
      {"[{\"summarizedActivitiesExport\":\n[{\"distance\":05}]}]", "garmin", "broken in line 2"},
      {"[{\"summarizedActivitiesExport\":[{\"distance\":5,}]}]", "garmin", "broken in line 1"},
      {"[{\"summarizedActivitiesExport\":[{\"name\":\"\\x\"}]}]", "garmin", "broken in line 1"},
      {"[{\"summarizedActivitiesExport\":[{\"\":5,\"distance\":1}]}]", "garmin", "when"},
      {"{\"fitnessActivity\":7,\"startTime\":[],\"aggregate\":{}}", "google-fit", "neither"},
      {"[{\"logId\":1,\"activityName\":\"Run\",\"duration\":60000,\"startTime\":\"13/40/22 21:22:08\"}]", "fitbit",
       "does not say when"},
      {"{\"start_epoch_ms\":null,\"active_duration_ms\":NaN,\"summaries\":[{\"metric\":1}],\"tags\":[]}", "nike",
       "neither"},
      {"{\"DeviceLog\":[]}", "suunto", "neither"},
      {"{\"activityId\":1,\"startDateTimeLocal\":\"yesterday\",\"distance\":4}", "smashrun", "does not say when"},
      {"version=4.3\n{\"TABLE\":\"runalyze_conf\"}\n{\"1\":{}}", "runalyze", "no activity"},
      {"{\"Data Source\":\"a\",\"Data Points\":[]}", "json", "All Sessions"},
      {"[{\"dateTime\":\"01/01/20 00:00:00\",\"value\":{\"bpm\":70}}]", "json", "Fitbit"},
      {"[{\"resource_state\":2,\"moving_time\":5}]", "json", "Strava"},
      {"[{\"userProfilePK\":2,\"calendarDate\":\"2020-01-01\"}]", "json", "Garmin"},
      {"{\"format\":\"lumbar-journal\"}", "json", "restored"},
      {"{\"activities\":[{\"distance\":5}]}", "json", "does not know"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("a.json", files[i].text, -1);
    LumImportItem *item = fixture_item (batch, 0);

    g_test_message ("%s: %s", files[i].text, item->reason);
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
    g_assert_cmpstr (item->format, ==, files[i].format);
    assert_reason (item, files[i].reason);
  }
}

/* --- hostile ones ------------------------------------------------------------------------------------------------ */

/* Texts lose what is no text; half of a pair is no character. */
static void
test_texts (void)
{
  g_autoptr (LumImportBatch) batch =
      fixture_read ("a.json",
                    "\xef\xbb\xbf{\"activityId\":12345678901234567890123,\"startDateTimeLocal\":"
                    "\"2015-06-29T19:37:34-04:00\",\"duration\":60,\"notes\":\"a\\u0000b\\ud800c\\udc00\\ud800\\u0041"
                    "\\b\\u001f\\\"\\u0022\\\\\\/\\n.\"}",
                    -1);
  const LumRun *run = fixture_record (fixture_item (batch, 0), 0);

  g_assert_cmpstr (run->note, ==, "a b\uFFFDc\uFFFD\uFFFDA  \"\"\\/\n.");
  g_assert_null (run->source_id);
}

static void
test_utf16 (void)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *wide = g_convert (json_cases[0].text, -1, "UTF-16", "UTF-8", NULL, &length, &error);
  g_autoptr (LumImportBatch) batch = fixture_read ("a.json", wide, (gssize) length);

  g_assert_no_error (error);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NEW);
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"DeviceLog\":");
  g_autoptr (LumImportBatch) batch = NULL;

  for (int i = 0; i < 1000000; i++)
    g_string_append (text, i % 2 ? "{\"a\":" : "[");
  batch = fixture_read ("deep.json", text->str, (gssize) text->len);
  assert_reason (fixture_item (batch, 0), "nested too deeply");
}

/* More values than memory should hold a tree of, and an object that is all keys. */
static void
test_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("{\"DeviceLog\":[0");
  g_autoptr (LumImportBatch) values = NULL, keys = NULL;

  for (int i = 0; i < 6500000; i++)
    g_string_append (text, ",1");
  g_string_append (text, "]}");
  values = fixture_read ("values.json", text->str, (gssize) text->len);
  assert_reason (fixture_item (values, 0), "more values");

  g_string_assign (text, "{\"DeviceLog\":0");
  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, ",\"%d\":1", i);
  g_string_append (text, "}");
  keys = fixture_read ("keys.json", text->str, (gssize) text->len);
  assert_reason (fixture_item (keys, 0), "more entries");
}

/* A long life of running: as many items as entries, and the time grows with them and not with their square. */
static void
test_many_activities (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"summarizedActivitiesExport\":[");
  g_autoptr (LumImportBatch) batch = NULL;
  gint64 begin;
  int n = 200000;

  for (int i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"activityId\":%d,\"activityType\":\"running\",\"beginTimestamp\":%d00000,"
                            "\"distance\":500000,\"duration\":1500000}",
                            i ? "," : "", i, 14000000 + i);
  g_string_append (text, "]}]");
  begin = g_get_monotonic_time ();
  batch = fixture_read ("many.json", text->str, (gssize) text->len);
  g_test_message ("%d activities in %.0f ms", n, (double) (g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, n);
  g_assert_cmpstr (((LumRun *) fixture_record (fixture_item (batch, n - 1), 0))->source_id, ==, "199999");
}

static void
test_cancelled (void)
{
  g_autoptr (LumClock) clock = fixture_clock ();
  const char *texts[] = {json_cases[0].text, json_cases[G_N_ELEMENTS (json_cases) - 1].text};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    LumImportSource source = {"a", NULL, (const guint8 *) texts[i], strlen (texts[i]), clock, LUM_UNITS_METRIC};
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
    g_autoptr (GError) error = NULL;

    g_cancellable_cancel (cancellable);
    g_assert_false (lum_importer_find (&source)->parse (&source, batch, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (json_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/json/%s", json_cases[i].name);

    g_test_add_data_func (path, &json_cases[i], test_case);
  }
  g_test_add_func ("/json/locale", test_locale);
  g_test_add_func ("/json/cut-everywhere", test_cut_everywhere);
  g_test_add_func ("/json/no-runs", test_no_runs);
  g_test_add_func ("/json/runalyze-sports", test_runalyze_sports);
  g_test_add_func ("/json/several-exercises", test_several_exercises);
  g_test_add_func ("/json/refusals", test_refusals);
  g_test_add_func ("/json/texts", test_texts);
  g_test_add_func ("/json/utf16", test_utf16);
  g_test_add_func ("/json/deep", test_deep);
  g_test_add_func ("/json/many-values", test_many_values);
  g_test_add_func ("/json/many-activities", test_many_activities);
  g_test_add_func ("/json/cancelled", test_cancelled);
  return g_test_run ();
}
