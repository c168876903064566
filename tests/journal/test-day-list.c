/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a diary as a list. */
#include "lum-day-list.h"
#include "lum-test-life.h"

static LumDay
day (const char *iso)
{
  LumDay value = LUM_DAY_NONE;

  g_assert_true (lum_day_parse (iso, &value, NULL));
  return value;
}

static char *
describe (LumDayList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (LumDayItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
    g_autofree char *iso = lum_day_to_iso (lum_day_item_get_day (item));

    g_string_append_printf (text, "%s%s%s", i ? " " : "", lum_day_item_is_heading (item) ? "# " : "", iso);
  }
  return g_string_free (text, FALSE);
}

static void
assert_list (LumDayList *list, const char *wanted)
{
  g_autofree char *text = describe (list);

  g_assert_cmpstr (text, ==, wanted);
}

static LumTestLife *
make_life (void)
{
  LumTestLife *life = lum_test_life_new ();
  LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);
  const char *shoe_id = shoe->base.id;
  LumRun *run;

  shoe->name = "Blue Pair";
  lum_test_life_add_pain (life, day ("2026-03-31"), 4, LUM_MOMENT_AVERAGE);
  lum_test_life_add_pain (life, day ("2026-04-01"), 3, LUM_MOMENT_AVERAGE)->note = "the Garden";
  lum_test_life_add_pain (life, day ("2026-04-01"), 2, LUM_MOMENT_WAKING);
  run = lum_test_life_add_run (life, day ("2026-04-02"), 5000);
  run->shoe_id = shoe_id;
  run->title = "Morning";
  lum_test_life_add_visit (life, day ("2026-05-10"));
  lum_test_life_answer (life, day ("2026-04-20"), day ("2026-04-24"), LUM_GAP_FINE);
  return life;
}

static void
test_rows (void)
{
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumDayList) list = lum_day_list_new (diary);
  g_autoptr (LumDayItem) item = NULL;
  const LumPainEntry *entries;
  gsize n;

  assert_list (list, "# 2026-05-01 2026-05-10 # 2026-04-01 2026-04-20 2026-04-02 2026-04-01 # 2026-03-01 2026-03-31");
  g_assert_cmpuint (lum_day_list_get_n_days (list), ==, 5);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 8));

  item = g_list_model_get_item (G_LIST_MODEL (list), 5);
  entries = lum_day_item_get_records (item, LUM_RECORD_PAIN, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (entries[0].score, ==, 3);
  g_assert_cmpint (lum_day_item_get_summary (item)->highest, ==, 3);
  g_assert_null (lum_day_item_get_records (item, LUM_RECORD_RUN, &n));
  g_assert_null (lum_day_item_get_answer (item));
  g_object_unref (item);
  item = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_assert_cmpint (lum_day_item_get_answer (item)->answer, ==, LUM_GAP_FINE);
  g_assert_null (lum_day_item_get_summary (item));

  /* An item outlives its list. */
  g_clear_object (&list);
  g_clear_pointer (&diary, lum_diary_unref);
  g_assert_cmpint (lum_day_item_get_answer (item)->answer, ==, LUM_GAP_FINE);
}

static void
test_filter_and_search (void)
{
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumDayList) list = lum_day_list_new (diary);

  lum_day_list_set_filter (list, LUM_DAY_FILTER_PAIN);
  assert_list (list, "# 2026-04-01 2026-04-01 # 2026-03-01 2026-03-31");
  lum_day_list_set_filter (list, LUM_DAY_FILTER_RUNS);
  assert_list (list, "# 2026-04-01 2026-04-02");
  lum_day_list_set_filter (list, LUM_DAY_FILTER_NOTES);
  assert_list (list, "# 2026-04-01 2026-04-01");
  lum_day_list_set_filter (list, LUM_DAY_FILTER_ALL);
  lum_day_list_set_search (list, " gARDEN ");
  assert_list (list, "# 2026-04-01 2026-04-01");
  lum_day_list_set_search (list, "blue");
  assert_list (list, "# 2026-04-01 2026-04-02");
  lum_day_list_set_search (list, "morn");
  assert_list (list, "# 2026-04-01 2026-04-02");
  lum_day_list_set_search (list, "nowhere");
  assert_list (list, "");
  g_assert_cmpuint (lum_day_list_find (list, day ("2026-04-01")), ==, LUM_DAY_LIST_NOT_FOUND);
  lum_day_list_set_search (list, "  ");
  g_assert_cmpuint (lum_day_list_get_n_days (list), ==, 5);
}

/* Treatments, visits and the words of a day's details are found, too. */
static void
test_search_all_kinds (void)
{
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumDayList) list = NULL;
  LumDayDetail *detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);
  LumTreatment *treatment = lum_test_life_add (life, LUM_RECORD_TREATMENT);
  LumVisit *visit = lum_test_life_add (life, LUM_RECORD_VISIT);
  static const struct {
    const char *text, *wanted;
  } cases[] = {
      {"SITTING", "# 2026-03-01 2026-03-31"}, {"walk", "# 2026-03-01 2026-03-31"},
      {"massage", "# 2026-02-01 2026-02-03"}, {"helped a bit", "# 2026-02-01 2026-02-03"},
      {"physio", "# 2026-01-01 2026-01-20"},  {"easy runs", "# 2026-01-01 2026-01-20"},
  };

  detail->day = day ("2026-03-31");
  detail->worse_with = "sitting\ndriving";
  detail->better_with = "Walking";
  treatment->kind = LUM_TREATMENT_OTHER;
  treatment->name = "Massage";
  treatment->first = day ("2026-02-03");
  treatment->note = "helped a bit";
  visit->day = day ("2026-01-20");
  visit->who = "Physiotherapist";
  visit->agreed = "Easy runs only";
  diary = lum_test_life_make (life);
  list = lum_day_list_new (diary);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    lum_day_list_set_search (list, cases[i].text);
    assert_list (list, cases[i].wanted);
  }
}

static void
test_find (void)
{
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumDayList) list = lum_day_list_new (diary);
  static const struct {
    const char *day;
    guint position;
  } cases[] = {
      {"2026-06-01", 1}, {"2026-05-10", 1}, {"2026-05-09", 3},
      {"2026-04-20", 3}, {"2026-04-19", 4}, {"2026-04-02", 4},
      {"2026-04-01", 5}, {"2026-03-31", 7}, {"2026-03-30", LUM_DAY_LIST_NOT_FOUND},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (lum_day_list_find (list, day (cases[i].day)), ==, cases[i].position);
}

typedef struct {
  guint calls, position, removed, added;
} Change;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  Change *change = user_data;

  *change = (Change){change->calls + 1, position, removed, added};
}

static void
test_changes (void)
{
  g_autoptr (LumTestLife) life = make_life ();
  g_autoptr (LumDiary) diary = lum_test_life_make (life);
  g_autoptr (LumDiary) same = lum_test_life_make (life);
  g_autoptr (LumDiary) edited = NULL;
  g_autoptr (LumDiary) longer = NULL;
  g_autoptr (LumDayList) list = lum_day_list_new (diary);
  Change change = {0};

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
  lum_day_list_set_diary (list, same);
  g_assert_cmpuint (change.calls, ==, 0);

  /* An entry that was edited is one row. */
  g_array_index (life->records[LUM_RECORD_PAIN], LumPainEntry, 1).base.updated_at += 1000;
  edited = lum_test_life_make (life);
  lum_day_list_set_diary (list, edited);
  g_assert_cmpuint (change.calls, ==, 1);
  g_assert_cmpuint (change.position, ==, 5);
  g_assert_cmpuint (change.removed, ==, 1);
  g_assert_cmpuint (change.added, ==, 1);

  /* A new month is two. */
  lum_test_life_add_pain (life, day ("2026-06-02"), 1, LUM_MOMENT_AVERAGE);
  longer = lum_test_life_make (life);
  lum_day_list_set_diary (list, longer);
  g_assert_cmpuint (change.calls, ==, 2);
  g_assert_cmpuint (change.position, ==, 0);
  g_assert_cmpuint (change.removed, ==, 0);
  g_assert_cmpuint (change.added, ==, 2);
}

static void
test_long_life (void)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumDayList) list = NULL;
  guint n_headings = 0;
  LumDay last = G_MAXINT32;

  for (int i = 0; i < 10000; i++) {
    LumPainEntry *entry = lum_diary_builder_add (builder, LUM_RECORD_PAIN);
    g_autofree char *id = g_strdup_printf ("%d", i);

    entry->day = entry->entered = 10000 + i;
    entry->score = i % 11;
    entry->moment = LUM_MOMENT_AVERAGE;
    entry->base.id = lum_diary_builder_text (builder, LUM_RECORD_PAIN, id, -1);
  }
  diary = lum_diary_builder_end (builder, 1);
  list = lum_day_list_new (diary);
  g_assert_cmpuint (lum_day_list_get_n_days (list), ==, 10000);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (LumDayItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (lum_day_item_is_heading (item)) {
      n_headings += 1;
    } else {
      g_assert_cmpint (lum_day_item_get_day (item), <, last);
      last = lum_day_item_get_day (item);
      g_assert_cmpuint (lum_day_list_find (list, last), ==, i);
    }
  }
  g_assert_cmpuint (n_headings, ==, 330);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-list/rows", test_rows);
  g_test_add_func ("/day-list/filter-and-search", test_filter_and_search);
  g_test_add_func ("/day-list/search-all-kinds", test_search_all_kinds);
  g_test_add_func ("/day-list/find", test_find);
  g_test_add_func ("/day-list/changes", test_changes);
  g_test_add_func ("/day-list/long-life", test_long_life);
  return g_test_run ();
}
