/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acceptance scenarios of rules §10 that belong to the first half of the watch, from the shared file. */
#include <json-glib/json-glib.h>
#include <math.h>

#include "lum-findings.h"
#include "lum-test-life.h"

/* Day 0 of the scenarios lies around a leap day and a change of clocks. */
#define ORIGIN 19760

static LumTestLife *
read_life (JsonObject *input, LumDay today)
{
  LumTestLife *life = lum_test_life_new ();
  gboolean keep_future = json_object_has_member (input, "keep_future");

  if (json_object_has_member (input, "diary"))
    lum_test_life_add_days (life, json_object_get_string_member (input, "diary"), ORIGIN,
                            keep_future ? G_MAXINT32 : ORIGIN + today);
  if (json_object_has_member (input, "reported")) {
    JsonObjectIter iter;
    const char *day;
    JsonNode *started;

    json_object_iter_init (&iter, json_object_get_object_member (input, "reported"));
    while (json_object_iter_next (&iter, &day, &started))
      lum_test_life_report (life, ORIGIN + atoi (day), ORIGIN + (LumDay) json_node_get_int (started));
  }
  if (json_object_has_member (input, "answers")) {
    JsonArray *answers = json_object_get_array_member (input, "answers");
    const LumField *field = lum_record_find_field (LUM_RECORD_GAP_ANSWER, "answer");

    for (guint i = 0; i < json_array_get_length (answers); i++) {
      JsonArray *answer = json_array_get_array_element (answers, i);
      int word = lum_field_find_word (field, json_array_get_string_element (answer, 2));

      g_assert_cmpint (word, !=, LUM_INT_NONE);
      lum_test_life_answer (life, ORIGIN + (LumDay) json_array_get_int_element (answer, 0),
                            ORIGIN + (LumDay) json_array_get_int_element (answer, 1), (LumGapWord) word);
    }
  }
  return life;
}

static void
check_number (JsonObject *expect, const char *name, int actual, int none, int origin)
{
  if (!json_object_has_member (expect, name))
    return;
  if (json_object_get_null_member (expect, name))
    g_assert_cmpint (actual, ==, none);
  else
    g_assert_cmpint (actual - origin, ==, (int) json_object_get_int_member (expect, name));
}

static void
check_status (JsonObject *input, JsonNode *expected)
{
  JsonObject *expect = json_node_get_object (expected);
  LumDay today = (LumDay) json_object_get_int_member (input, "today");
  g_autoptr (LumTestLife) life = read_life (input, today);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumStatus) status = lum_status_new (diary, ORIGIN + today);
  g_auto (GStrv) flags = lum_flags_to_words (status->flags);
  JsonArray *wanted = json_object_get_array_member (expect, "flags");

  g_assert_cmpstr (lum_state_to_word (status->state), ==, json_object_get_string_member (expect, "state"));
  check_number (expect, "age", status->age, LUM_INT_NONE, 0);
  check_number (expect, "onset", status->onset, LUM_DAY_NONE, ORIGIN);
  check_number (expect, "last_pain", status->last_pain, LUM_DAY_NONE, ORIGIN);
  check_number (expect, "episodes", status->episodes, LUM_INT_NONE, 0);
  check_number (expect, "bouts", status->bouts, LUM_INT_NONE, 0);
  if (json_object_has_member (expect, "course"))
    g_assert_cmpstr (lum_course_to_word (status->course), ==,
                     json_object_get_string_member_with_default (expect, "course", NULL));
  if (json_object_has_member (expect, "last_known_state"))
    g_assert_cmpstr (lum_state_to_word (status->last_known_state), ==,
                     json_object_get_string_member (expect, "last_known_state"));

  g_assert_cmpuint (g_strv_length (flags), ==, json_array_get_length (wanted));
  for (guint i = 0; flags[i]; i++) {
    gboolean found = FALSE;

    for (guint j = 0; j < json_array_get_length (wanted); j++)
      found = found || g_str_equal (flags[i], json_array_get_string_element (wanted, j));
    g_assert_true (found);
  }
}

static void
check_trend (JsonObject *input, JsonNode *expected)
{
  g_autoptr (LumTestLife) life = read_life (input, G_MAXINT32 - ORIGIN);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  LumTrend trend = lum_trend_new (diary, ORIGIN + (LumDay) json_object_get_int_member (input, "day"));

  if (JSON_NODE_HOLDS_NULL (expected)) {
    g_assert_cmpint (trend.verdict, ==, LUM_TREND_NOT_ENOUGH_DATA);
    g_assert_true (isnan (trend.last) && isnan (trend.previous));
  } else {
    JsonArray *expect = json_node_get_array (expected);

    g_assert_cmpstr (lum_trend_to_word (trend.verdict), ==, json_array_get_string_element (expect, 0));
    g_assert_cmpfloat_with_epsilon (trend.previous, json_array_get_double_element (expect, 1), 1e-9);
    g_assert_cmpfloat_with_epsilon (trend.last, json_array_get_double_element (expect, 2), 1e-9);
  }
}

static void
check_flare (JsonObject *input, JsonNode *expected)
{
  g_autoptr (LumTestLife) life = read_life (input, G_MAXINT32 - ORIGIN);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);

  g_assert_cmpint (lum_is_flare_candidate (diary, ORIGIN + (LumDay) json_object_get_int_member (input, "day")), ==,
                   json_node_get_boolean (expected));
}

static void
check_severe (JsonObject *input, JsonNode *expected)
{
  g_autoptr (LumTestLife) life = read_life (input, G_MAXINT32 - ORIGIN);
  g_autoptr (LumDiary) diary = lum_test_life_make (life);

  g_assert_cmpint (lum_is_severe_or_worse (diary, ORIGIN + (LumDay) json_object_get_int_member (input, "day")), ==,
                   json_node_get_boolean (expected));
}

static void
check_spike (JsonObject *input, JsonNode *expected)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (GArray) all = NULL;
  JsonArray *runs = json_object_get_array_member (input, "runs");
  JsonArray *expect = json_node_get_array (expected);
  guint n = json_array_get_length (runs);

  for (guint i = 0; i < n; i++) {
    JsonArray *run = json_array_get_array_element (runs, i);

    lum_test_life_add_run (life, ORIGIN + (LumDay) json_array_get_int_element (run, 0),
                           json_array_get_double_element (run, 1));
  }
  if (json_object_has_member (input, "baseline_m")) {
    g_autofree char *metres = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (input, "baseline_m"));

    lum_test_life_set_preference (life, LUM_PREFERENCE_BASELINE, metres);
  }
  diary = lum_test_life_make (life);
  all = lum_spikes_for_all (diary);

  LumSpike spikes[] = {lum_spike_for_run (diary, n - 1), g_array_index (all, LumSpike, n - 1)};
  for (guint i = 0; i < G_N_ELEMENTS (spikes); i++) {
    g_assert_cmpstr (lum_spike_to_word (spikes[i].category), ==, json_array_get_string_element (expect, 0));
    if (json_array_get_null_element (expect, 1))
      g_assert_true (isnan (spikes[i].ratio));
    else
      g_assert_cmpfloat_with_epsilon (spikes[i].ratio, json_array_get_double_element (expect, 1), 0.00005 + 1e-9);
    g_assert_cmpint (spikes[i].reference_m, ==, (int) json_array_get_int_element (expect, 2));
  }
}

/* Both instants carry their own offset; the civil day is that of the place (EP-2). */
static LumDay
read_civil_day (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return lum_day_from_instant (g_date_time_to_unix (time) * 1000,
                               (gint32) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND));
}

static void
check_civil_days (JsonObject *input, JsonNode *expected)
{
  LumDay first = read_civil_day (json_object_get_string_member (input, "first"));
  LumDay last = read_civil_day (json_object_get_string_member (input, "last"));

  g_assert_cmpint (last - first, ==, (int) json_node_get_int (expected));
}

static const struct {
  const char *kind;
  void (*check) (JsonObject *input, JsonNode *expected);
} kinds[] = {
    {"status", check_status},         {"status_future", check_status},   {"trend", check_trend},
    {"flare_candidate", check_flare}, {"severe_or_worse", check_severe}, {"spike", check_spike},
    {"civil_days", check_civil_days},
};

static void
test_scenario (gconstpointer data)
{
  JsonObject *scenario = (JsonObject *) data;
  const char *kind = json_object_get_string_member (scenario, "kind");

  g_test_message ("%s: %s", json_object_get_string_member (scenario, "id"),
                  json_object_get_string_member (scenario, "name"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      kinds[i].check (json_object_get_object_member (scenario, "input"), json_object_get_member (scenario, "expect"));
}

static void
test_missing (void)
{
  g_test_skip ("scenarios.json is not here: set LUMBAR_SHARED to its folder");
}

int
main (int argc, char *argv[])
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path =
      g_build_filename (g_getenv ("LUMBAR_SHARED") ? g_getenv ("LUMBAR_SHARED") : "", "scenarios.json", NULL);
  guint known = 0;

  g_test_init (&argc, &argv, NULL);
  if (!json_parser_load_from_file (parser, path, NULL)) {
    g_test_add_func ("/scenarios", test_missing);
    return g_test_run ();
  }

  JsonArray *all = json_node_get_array (json_parser_get_root (parser));

  for (guint i = 0; i < json_array_get_length (all); i++) {
    JsonObject *scenario = json_array_get_object_element (all, i);

    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      if (g_str_equal (kinds[k].kind, json_object_get_string_member (scenario, "kind"))) {
        g_autofree char *name =
            g_strdup_printf ("/scenarios/%s/%s", kinds[k].kind, json_object_get_string_member (scenario, "id"));

        g_test_add_data_func (name, scenario, test_scenario);
        known++;
      }
  }
  g_assert_cmpuint (known, >, 90);
  return g_test_run ();
}
