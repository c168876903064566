/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acceptance scenarios of rules §10, every kind, from the shared file. */
#include <json-glib/json-glib.h>
#include <math.h>

#include "lum-association.h"
#include "lum-findings.h"
#include "lum-overuse.h"
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

/* --- load: arrays of days --- */

static double *
read_numbers (JsonObject *object, const char *name, gsize *n)
{
  JsonArray *array = json_object_get_array_member (object, name);
  double *numbers = g_new (double, json_array_get_length (array) + 1);

  *n = json_array_get_length (array);
  for (guint i = 0; i < *n; i++)
    numbers[i] = json_array_get_null_element (array, i) ? NAN : json_array_get_double_element (array, i);
  return numbers;
}

/* A number rounded as the file rounds it, or null. */
static void
check_rounded (JsonArray *expect, guint i, double actual, double unit)
{
  if (json_array_get_null_element (expect, i))
    g_assert_true (isnan (actual));
  else
    g_assert_cmpfloat_with_epsilon (actual, json_array_get_double_element (expect, i), unit / 2 + 1e-9);
}

static void
check_verdict (JsonArray *expect, LumLoadVerdict verdict, const char *fires)
{
  const char *const words[] = {"not_enough_data", "ok", fires, "caution"};

  g_assert_cmpstr (words[verdict], ==, json_array_get_string_element (expect, 0));
}

static void
check_ramp (JsonObject *input, JsonNode *expected)
{
  JsonArray *expect = json_node_get_array (expected);
  gsize n;
  g_autofree double *daily = read_numbers (input, "daily", &n);
  LumRamp ramp = lum_ramp_new (daily, n, (guint) json_object_get_int_member (input, "runs_in_previous_week"));

  check_verdict (expect, ramp.verdict, "ramp");
  check_rounded (expect, 1, ramp.ratio, 0.001);
}

static void
check_monotony (JsonObject *input, JsonNode *expected)
{
  JsonArray *expect = json_node_get_array (expected);
  gsize n;
  g_autofree double *daily = read_numbers (input, "daily", &n);
  LumMonotony monotony = lum_monotony_new (daily, n);

  check_rounded (expect, 0, monotony.monotony, 0.001);
  check_rounded (expect, 1, monotony.strain, 1);
}

static void
check_acwr (JsonObject *input, JsonNode *expected)
{
  JsonArray *expect = json_node_get_array (expected);
  gsize n;
  g_autofree double *daily = read_numbers (input, "daily", &n);
  LumAcwr acwr = lum_acwr_new (daily, n);

  check_rounded (expect, 0, acwr.coupled, 0.0001);
  check_rounded (expect, 1, acwr.uncoupled, 0.0001);
  check_rounded (expect, 2, acwr.ewma, 0.001);
}

static void
check_rest_days (JsonObject *input, JsonNode *expected)
{
  JsonArray *expect = json_node_get_array (expected);
  gsize n;
  g_autofree double *daily = read_numbers (input, "daily", &n);
  LumRestDays rest = lum_rest_days_new (daily, n);

  check_verdict (expect, rest.verdict, "few");
  g_assert_cmpint (rest.rest_days, ==, json_array_get_int_element (expect, 1));
}

static void
check_streak (JsonObject *input, JsonNode *expected)
{
  JsonArray *expect = json_node_get_array (expected);
  gsize n;
  g_autofree double *daily = read_numbers (input, "daily", &n);
  LumStreak streak = lum_streak_new (daily, n, json_object_get_boolean_member (input, "bout_active"));

  check_verdict (expect, streak.verdict, "note");
  g_assert_cmpint (streak.streak, ==, json_array_get_int_element (expect, 1));
  g_assert_cmpint (streak.habitual, ==, json_array_get_int_element (expect, 2));
}

static int
read_score (JsonObject *input, const char *name)
{
  return json_object_get_null_member (input, name) ? LUM_INT_NONE : (int) json_object_get_int_member (input, name);
}

static void
check_run_pain (JsonObject *input, JsonNode *expected)
{
  static const char *const zones[] = {NULL, "green", "amber", "red"};
  JsonArray *expect = json_node_get_array (expected);
  LumRunPain pain =
      lum_run_pain_new (read_score (input, "before"), read_score (input, "during"), read_score (input, "after"),
                        read_score (input, "morning"), read_score (input, "next_morning"));

  if (json_array_get_null_element (expect, 0))
    g_assert_cmpint (pain.zone, ==, LUM_ZONE_NONE);
  else
    g_assert_cmpstr (zones[pain.zone], ==, json_array_get_string_element (expect, 0));
  if (json_array_get_null_element (expect, 1))
    g_assert_cmpint (pain.back, ==, LUM_BACK_UNKNOWN);
  else
    g_assert_cmpint (pain.back, ==, json_array_get_boolean_element (expect, 1) ? LUM_BACK_YES : LUM_BACK_NO);
}

static void
check_overuse (JsonObject *input, JsonNode *expected)
{
  JsonArray *kinds = json_object_get_array_member (input, "kinds");
  JsonArray *expect = json_node_get_array (expected);
  LumOveruse overuse;
  guint set = 0;

  for (guint i = 0; i < json_array_get_length (kinds); i++) {
    LumOveruseKind kind;

    g_assert_true (lum_overuse_kind_from_word (json_array_get_string_element (kinds, i), &kind));
    set |= 1u << kind;
  }
  overuse = lum_overuse_score (set, json_object_get_boolean_member (input, "pain_signal"));
  g_assert_cmpint (overuse.score, ==, json_array_get_int_element (expect, 0));
  g_assert_cmpint (overuse.fires, ==, json_array_get_boolean_element (expect, 1));
}

static void
check_association (JsonObject *input, JsonNode *expected)
{
  JsonObject *expect = json_node_get_object (expected);
  gsize n, n_pain;
  g_autofree double *load = read_numbers (input, "load", &n);
  g_autofree double *pain = read_numbers (input, "pain", &n_pain);
  g_autofree LumAssociationDay *days = g_new0 (LumAssociationDay, n + 1);
  LumAssociation result;

  g_assert_cmpuint (n, ==, n_pain);
  for (gsize i = 0; i < n; i++)
    days[i] = (LumAssociationDay){.load = load[i], .pain = pain[i], .alive = TRUE, .ran = load[i] > 0};
  g_assert_true (lum_association_test (days, n, NULL, &result, NULL));
  g_assert_cmpstr (lum_association_to_word (result.verdict), ==, json_object_get_string_member (expect, "verdict"));
  if (json_object_has_member (expect, "best_lag"))
    g_assert_cmpint (result.best_lag, ==, json_object_get_int_member (expect, "best_lag"));
  if (json_object_has_member (expect, "rho"))
    for (int lag = 0; lag < LUM_ASSOCIATION_LAGS; lag++) {
      g_autofree char *name = g_strdup_printf ("%d", lag);

      g_assert_cmpfloat_with_epsilon (
          result.rho[lag], json_object_get_double_member (json_object_get_object_member (expect, "rho"), name),
          0.0005 + 1e-9);
    }
  if (json_object_has_member (expect, "days"))
    g_assert_cmpint (result.days, ==, json_object_get_int_member (expect, "days"));
  if (json_object_has_member (expect, "p"))
    g_assert_cmpfloat_with_epsilon (result.p, json_object_get_double_member (expect, "p"), 1e-12);
}

static const struct {
  const char *kind;
  void (*check) (JsonObject *input, JsonNode *expected);
} kinds[] = {
    {"status", check_status},
    {"status_future", check_status},
    {"trend", check_trend},
    {"flare_candidate", check_flare},
    {"severe_or_worse", check_severe},
    {"spike", check_spike},
    {"civil_days", check_civil_days},
    {"ramp", check_ramp},
    {"monotony_strain", check_monotony},
    {"acwr", check_acwr},
    {"rest_days", check_rest_days},
    {"streak", check_streak},
    {"run_pain_zone", check_run_pain},
    {"association", check_association},
    {"overuse", check_overuse},
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
  g_assert_cmpuint (known, ==, json_array_get_length (all));
  return g_test_run ();
}
