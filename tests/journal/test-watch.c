/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The watch that follows a journal, and the status as JSON. */
#include <string.h>

#include "lum-record-pain.h"
#include "lum-test-journal.h"
#include "lum-test-life.h"
#include "lum-watch-service.h"

#define TODAY 20600

typedef struct {
  LumWatchService *service;
  LumDiary *diary; /* the one that is waited for */
  guint n_notified;
} Waiting;

static gboolean
is_current (gpointer data)
{
  Waiting *waiting = data;

  return lum_watch_service_get_diary (waiting->service) == waiting->diary;
}

static void
notified_cb (LumWatchService *service, GParamSpec *pspec, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->n_notified += 1;
  g_assert_nonnull (lum_watch_service_get_findings (service));
  g_assert_nonnull (lum_watch_service_get_diary (service));
}

static void
wait_for (Waiting *waiting, LumTestJournal *test)
{
  waiting->diary = lum_test_journal_get_diary (test);
  lum_test_spin (is_current, waiting);
}

static void
test_follows (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumSettings) settings = lum_memory_settings_new ();
  g_autoptr (LumWatchService) service = lum_watch_service_new (test->journal, settings);
  Waiting waiting = {service};
  guint before;

  g_signal_connect (service, "notify::findings", G_CALLBACK (notified_cb), &waiting);
  wait_for (&waiting, test);
  g_assert_cmpint (lum_watch_service_get_findings (service)->status->state, ==, LUM_STATE_NO_DATA);

  for (int i = 0; i < 15; i++)
    lum_test_journal_commit (test, lum_record_pain (test->journal, TODAY - i, LUM_MOMENT_AVERAGE, 4));
  wait_for (&waiting, test);
  g_assert_cmpint (lum_watch_service_get_findings (service)->status->state, ==, LUM_STATE_APPROACHING);
  g_assert_cmpuint (waiting.n_notified, <=, 16);

  /* The day changes: the same diary, other findings. */
  before = waiting.n_notified;
  lum_clock_set_frozen (test->clock, TODAY + 30, 600);
  lum_clock_check (test->clock);
  while (waiting.n_notified == before)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (lum_watch_service_get_findings (service)->status->today, ==, TODAY + 30);
  g_assert_cmpint (lum_watch_service_get_findings (service)->status->state, ==, LUM_STATE_UNKNOWN);

  /* And so do the units. */
  before = waiting.n_notified;
  lum_settings_set_units (settings, LUM_UNITS_IMPERIAL);
  while (waiting.n_notified == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_coalesces (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumSettings) settings = lum_memory_settings_new ();
  g_autoptr (LumWatchService) service = lum_watch_service_new (test->journal, settings);
  Waiting waiting = {service};

  /* Fifty changes at once: the first computation is thrown away, one more is made. */
  g_signal_connect (service, "notify::findings", G_CALLBACK (notified_cb), &waiting);
  for (int i = 0; i < 50; i++)
    g_object_notify (G_OBJECT (test->journal), "diary");
  wait_for (&waiting, test);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (waiting.n_notified, ==, 1);
}

static void
test_goes_away (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumSettings) settings = lum_memory_settings_new ();

  for (int i = 0; i < 20; i++) {
    LumWatchService *service = lum_watch_service_new (test->journal, settings);

    g_object_add_weak_pointer (G_OBJECT (service), (gpointer *) &service);
    g_object_unref (service);
    g_assert_null (service); /* no thread holds it */
  }
}

static char *
make_json (const char *life, LumDay today)
{
  g_autoptr (LumDiary) diary = lum_test_diary_new (life, TODAY);
  g_autoptr (LumFindings) findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);

  return lum_status_to_json (diary, findings);
}

static void
test_json (void)
{
  g_autofree char *nothing = make_json (".", TODAY);
  g_autofree char *silent = make_json ("4x10", TODAY + 60);
  g_autofree char *flags = make_json ("3x3 0x10 4x2", TODAY + 14);

  g_assert_cmpstr (
      nothing, ==,
      "{\n  \"date\": \"2026-05-27\",\n  \"state\": \"no_data\",\n  \"age\": null,\n  \"course\": null,\n"
      "  \"onset\": null,\n  \"last_pain\": null,\n  \"episodes\": 0,\n  \"bouts\": 0,\n  \"flags\": [],\n"
      "  \"pain_days\": null,\n  \"known_days\": null,\n  \"share\": null,\n  \"trend\": null,\n"
      "  \"flare_candidate\": false,\n  \"severe_or_worse\": false,\n  "
      "\"load\": {\n    \"distance_7d_m\": 0,\n    \"acwr_coupled\": null,\n    \"acwr_uncoupled\": null,\n"
      "    \"acwr_ewma\": null,\n    \"monotony\": null,\n    \"strain\": null,\n    \"rest_days_14\": null,\n"
      "    \"streak\": 0\n  },\n  \"spikes\": [],\n"
      "  \"overuse\": {\n    \"score\": 0,\n    \"kinds\": [],\n    \"fires\": false\n  },\n"
      "  \"association\": {\n    \"verdict\": \"not_enough_days\",\n    \"best_lag\": null,\n    \"rho\": {\n"
      "      \"0\": null,\n      \"1\": null,\n      \"2\": null,\n      \"3\": null\n    },\n    \"p\": null,\n"
      "    \"days\": 0\n  },\n  \"cards\": []\n}\n");
  g_assert_nonnull (strstr (silent, "\"state\": \"unknown\",\n  \"last_known_state\": \"within\",\n  \"age\": 9,"));
  g_assert_nonnull (strstr (flags, "\"flags\": [\n    \"relapse\"\n  ]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/watch/follows", test_follows);
  g_test_add_func ("/watch/coalesces", test_coalesces);
  g_test_add_func ("/watch/goes-away", test_goes_away);
  g_test_add_func ("/watch/json", test_json);
  return g_test_run ();
}
