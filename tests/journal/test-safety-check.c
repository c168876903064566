/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The safety check's answers written down and settled, and the service that looks whether running goes with pain. */
#include <string.h>

#include "lum-link-service.h"
#include "lum-offer.h"
#include "lum-record-pain.h"
#include "lum-record-safety.h"
#include "lum-safety.h"
#include "lum-test-journal.h"

#define TODAY 20600

static void
check (LumTestJournal *test, const char *question, LumSafetyWord word, LumDay since)
{
  LumSafetyAnswer answer = {.question = question, .answer = word, .since = since};

  lum_test_journal_commit (test, lum_record_safety_check (test->journal, &answer, 1));
}

static LumTier
get_tier (LumTestJournal *test)
{
  g_autoptr (LumSafety) safety = lum_safety_new (lum_test_journal_get_diary (test), lum_clock_get_today (test->clock));

  return safety->tier;
}

static void
set_today (LumTestJournal *test, LumDay day)
{
  lum_clock_set_frozen (test->clock, day, 600);
  lum_clock_check (test->clock);
}

/* An answer keeps its date and since when, and gets the day on which it was looked at. */
static void
test_checked (void)
{
  static const char *const ids[] = {"RF-02", "RF-10", "RF-14", NULL};
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  const LumSafetyAnswer *answers;
  gsize n;

  check (test, "RF-02", LUM_SAFETY_NOT_SURE, TODAY - 3);
  check (test, "RF-10", LUM_SAFETY_YES, LUM_DAY_NONE);
  check (test, "RF-14", LUM_SAFETY_NO, LUM_DAY_NONE);
  g_assert_cmpint (get_tier (test), ==, LUM_TIER_EMERGENCY);
  set_today (test, TODAY + 2);
  g_assert_cmpint (get_tier (test), ==, LUM_TIER_EMERGENCY);

  lum_test_journal_commit (test, lum_record_safety_checked (test->journal, ids, TODAY + 1));
  g_assert_cmpint (get_tier (test), ==, LUM_TIER_NONE);
  answers = lum_diary_get_safety (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 3); /* what was not open is left alone */
  for (gsize i = 0; i < n; i++) {
    gboolean was_open = answers[i].answer != LUM_SAFETY_NO;

    g_assert_cmpint (answers[i].day, ==, TODAY);
    g_assert_cmpint (answers[i].checked_on, ==, was_open ? TODAY + 1 : LUM_DAY_NONE);
    g_assert_cmpint (answers[i].mistake_on, ==, LUM_DAY_NONE);
    g_assert_cmpint (answers[i].since, ==, strcmp (answers[i].question, "RF-02") == 0 ? TODAY - 3 : LUM_DAY_NONE);
  }
}

static void
test_mistake (void)
{
  static const char *const ids[] = {"RF-10", NULL};
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  const LumSafetyAnswer *answers;
  gsize n;

  check (test, "RF-10", LUM_SAFETY_YES, LUM_DAY_NONE);
  check (test, "RF-11", LUM_SAFETY_YES, LUM_DAY_NONE);
  lum_test_journal_commit (test, lum_record_safety_mistake (test->journal, ids));
  g_assert_cmpint (get_tier (test), ==, LUM_TIER_WITHIN_DAYS);
  answers = lum_diary_get_safety (lum_test_journal_get_diary (test), &n);
  g_assert_cmpuint (n, ==, 2);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (answers[i].mistake_on, ==, g_str_equal (answers[i].question, "RF-10") ? TODAY : LUM_DAY_NONE);
}

/* What follows from how it began and the background is settled by an answer of its own. */
static void
test_implied (void)
{
  static const char *const ids[] = {"RF-17", NULL};

  for (int mistake = FALSE; mistake <= TRUE; mistake++) {
    g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
    LumChangeSet *changes = lum_change_set_new ();
    LumPainEntry entry;
    LumBackground fact;
    const LumSafetyAnswer *answers;
    gsize n;

    lum_record_init (LUM_RECORD_PAIN, &entry);
    entry.day = entry.entered = TODAY;
    entry.score = 4;
    entry.moment = LUM_MOMENT_AVERAGE;
    entry.how = LUM_HOW_FALL;
    lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
    lum_record_init (LUM_RECORD_BACKGROUND, &fact);
    fact.fact = LUM_FACT_BLOOD_THINNERS;
    fact.value = "yes";
    fact.day = TODAY;
    lum_change_set_put (changes, LUM_RECORD_BACKGROUND, &fact);
    lum_test_journal_commit (test, changes);
    g_assert_cmpint (get_tier (test), ==, LUM_TIER_URGENT);

    lum_test_journal_commit (test, mistake ? lum_record_safety_mistake (test->journal, ids)
                                           : lum_record_safety_checked (test->journal, ids, TODAY));
    g_assert_cmpint (get_tier (test), ==, LUM_TIER_NONE);
    answers = lum_diary_get_safety (lum_test_journal_get_diary (test), &n);
    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpint (answers[0].answer, ==, mistake ? LUM_SAFETY_NO : LUM_SAFETY_YES);
  }
}

static void
test_put_off (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);

  g_assert_false (lum_offer_was_settled (lum_test_journal_get_diary (test), TODAY));
  lum_test_journal_commit (test, lum_record_offer_put_off (test->journal));
  g_assert_true (lum_offer_was_settled (lum_test_journal_get_diary (test), TODAY));
  g_assert_false (lum_offer_was_settled (lum_test_journal_get_diary (test), TODAY + 1));
}

/* --- the link --- */

static void
count_cb (LumLinkService *service, guint *n)
{
  *n += 1;
}

static gboolean
is_told (gpointer data)
{
  return *(guint *) data > 0;
}

/* Nothing is computed before somebody asks; what is asked again is at hand; a change is looked at anew, and what was
 * being looked at meanwhile tells nothing. */
static void
test_link (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);
  g_autoptr (LumLinkService) service = lum_link_service_new (test->journal);
  guint told = 0;

  g_signal_connect (service, "changed", G_CALLBACK (count_cb), &told);
  g_assert_null (lum_link_service_ask (service));
  lum_test_spin (is_told, &told);
  g_assert_nonnull (lum_link_service_ask (service));
  g_assert_cmpint (lum_link_service_ask (service)->scored, ==, 0);
  g_assert_cmpuint (told, ==, 1);

  for (int i = 0; i < 5; i++) {
    lum_test_journal_commit (test, lum_record_pain (test->journal, TODAY - i, LUM_MOMENT_AVERAGE, 3));
    lum_link_service_ask (service);
  }
  told = 0;
  /* Two of the five were entered more than two days later (PM-5). */
  while (lum_link_service_ask (service)->scored != 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (lum_link_service_ask (service)->day, ==, TODAY);

  set_today (test, TODAY + 1);
  g_assert_cmpint (lum_link_service_ask (service)->day, ==, TODAY); /* still that, while another is looked for */
  while (lum_link_service_ask (service)->day != TODAY + 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_link_goes_away (void)
{
  g_autoptr (LumTestJournal) test = lum_test_journal_new (TODAY, 600);

  for (int i = 0; i < 20; i++) {
    LumLinkService *service = lum_link_service_new (test->journal);

    g_object_add_weak_pointer (G_OBJECT (service), (gpointer *) &service);
    lum_link_service_ask (service);
    g_object_unref (service);
    g_assert_null (service); /* no thread holds it */
  }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/safety-check/checked", test_checked);
  g_test_add_func ("/safety-check/mistake", test_mistake);
  g_test_add_func ("/safety-check/implied", test_implied);
  g_test_add_func ("/safety-check/put-off", test_put_off);
  g_test_add_func ("/link-service/asked", test_link);
  g_test_add_func ("/link-service/goes-away", test_link_goes_away);
  return g_test_run ();
}
