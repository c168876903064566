/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-mean-bar.h"
#include "lum-pain-by-shoe.h"
#include "lum-record-pain.h"
#include "lum-trends-page.h"
#include "lum-ui.h"
#include "lum-week-summary.h"
#include "pages-fixture.h"

static const char *const titles[] = {"Pain by Weekday", "Pain by Moment", "Pain by Shoe",
                                     "Pain by Distance on the Shoes", "Week by Week"};

typedef struct {
  PagesFixture fixture;
  GtkWidget *window, *page;
} Shown;

static void
set_up (Shown *shown, int years)
{
  pages_fixture_set_up (&shown->fixture, years);
  shown->window = gtk_window_new ();
  shown->page = lum_trends_page_new (shown->fixture.context);
  gtk_window_set_child (GTK_WINDOW (shown->window), shown->page);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 1000, 800);
  gtk_window_present (GTK_WINDOW (shown->window));
  pages_settle (100);
}

static void
tear_down (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  pages_fixture_tear_down (&shown->fixture);
}

static AdwExpanderRow *
find_fold (Shown *shown, const char *title)
{
  return ADW_EXPANDER_ROW (ui_find_row (shown->page, title));
}

static void
collect (GtkWidget *widget, GPtrArray *rows)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && !ADW_IS_PREFERENCES_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, rows);
}

/* The rows that are in a fold now. */
static GPtrArray *
find_rows (Shown *shown, const char *title)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect (GTK_WIDGET (find_fold (shown, title)), rows);
  return rows;
}

static GPtrArray *
unfold (Shown *shown, const char *title)
{
  adw_expander_row_set_expanded (find_fold (shown, title), TRUE);
  pages_settle (50);
  return find_rows (shown, title);
}

static void
assert_label (GtkWidget *row, const char *label)
{
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static LumDiary *
get_diary (Shown *shown)
{
  return lum_ui_context_get_diary (shown->fixture.context);
}

/* Nothing is told of a day's data, and each says what is missing. */
static void
test_not_enough (void)
{
  Shown shown;
  g_autofree char *empty = NULL, *one = NULL;

  set_up (&shown, 0);
  empty = pages_collect_text (shown.page);
  g_assert_nonnull (strstr (empty, "Your Trends Appear Here"));

  pages_fixture_commit (&shown.fixture, lum_record_pain (shown.fixture.journal, PAGES_TODAY, LUM_MOMENT_AVERAGE, 4));
  pages_settle (100);
  one = pages_collect_text (shown.page);
  g_assert_nonnull (strstr (one, "Not enough data yet: 1 of 28 days with a score in the last 12 weeks"));
  g_assert_nonnull (strstr (one, "Not enough data yet: 0 of 2 moments with 3 scores or more in the last 12 weeks"));
  g_assert_nonnull (strstr (one, "No run in a named pair yet"));
  g_assert_nonnull (strstr (one, "1 week since the journal began"));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autoptr (GPtrArray) rows = unfold (&shown, titles[i]);
    gboolean weeks = g_str_equal (titles[i], "Week by Week");

    g_assert_cmpint (adw_expander_row_get_expanded (find_fold (&shown, titles[i])), ==, weeks);
    g_assert_cmpuint (rows->len, ==, weeks ? 2 : 0);
    if (weeks)
      assert_label (rows->pdata[1],
                    "25 May – today: Pain on 1 of 1 scored day, highest 4; too few for a mean. No runs");
  }
  tear_down (&shown);
}

static LumChangeSet *
make_days (LumUiContext *context, gpointer data, GError **error)
{
  LumChangeSet *changes = lum_change_set_new ();

  for (int i = 1; i <= GPOINTER_TO_INT (data); i++) {
    LumPainEntry entry;
    g_autofree char *id = g_uuid_string_random ();

    lum_record_init (LUM_RECORD_PAIN, &entry);
    entry.base.id = id;
    entry.day = entry.entered = PAGES_TODAY - i;
    entry.score = 3;
    entry.moment = LUM_MOMENT_AVERAGE;
    lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  }
  return changes;
}

static gboolean
is_logged (gpointer data)
{
  Shown *shown = data;
  gsize n;

  lum_diary_get_days (get_diary (shown), &n);
  return n == 27;
}

/* The day that makes it enough lets it be unfolded, and unfolds nothing by itself. */
static void
test_becoming_enough (void)
{
  Shown shown;
  g_autoptr (GPtrArray) rows = NULL;

  set_up (&shown, 0);
  lum_ui_context_commit_later (shown.fixture.context, NULL, make_days, GINT_TO_POINTER (27), NULL, NULL);
  pages_wait (is_logged, &shown);
  pages_settle (300);
  g_assert_false (adw_expander_row_get_enable_expansion (find_fold (&shown, "Pain by Weekday")));
  pages_fixture_commit (&shown.fixture, lum_record_pain (shown.fixture.journal, PAGES_TODAY, LUM_MOMENT_AVERAGE, 6));
  pages_settle (100);
  g_assert_true (adw_expander_row_get_enable_expansion (find_fold (&shown, "Pain by Weekday")));
  g_assert_false (adw_expander_row_get_expanded (find_fold (&shown, "Pain by Weekday")));
  g_assert_cmpstr (adw_expander_row_get_subtitle (find_fold (&shown, "Pain by Weekday")), ==,
                   "The last 12 weeks, 28 of 84 days with a score");
  rows = unfold (&shown, "Pain by Weekday");
  g_assert_cmpuint (rows->len, ==, 7);
  assert_label (rows->pdata[0], "Monday: 3.0. 4 days, pain on 4");
  assert_label (rows->pdata[2], "Wednesday: 3.8. 4 days, pain on 4");
  tear_down (&shown);
}

/* Folded, nothing is made; unfolded, the rows say what the analysis says, and stay the same rows after a save. */
static void
test_weekdays (void)
{
  Shown shown;
  LumPainByWeekday by;
  gpointer wednesday;
  g_autofree char *label = NULL, *mean = NULL;
  g_autoptr (GPtrArray) rows = NULL, moved = NULL, folded = NULL;

  set_up (&shown, 2);
  folded = find_rows (&shown, "Pain by Weekday");
  g_assert_cmpuint (folded->len, ==, 0);
  rows = unfold (&shown, "Pain by Weekday");
  g_assert_cmpuint (rows->len, ==, 7);

  wednesday = rows->pdata[2];
  pages_fixture_commit (&shown.fixture, lum_record_pain (shown.fixture.journal, PAGES_TODAY, LUM_MOMENT_AVERAGE, 10));
  pages_settle (100);
  lum_pain_by_weekday_init (&by, get_diary (&shown), PAGES_TODAY);
  mean = lum_format_number (lum_pain_mean_get (&by.weekdays[2]), 1);
  label = g_strdup_printf ("Wednesday: %s. %d days, pain on %d", mean, by.weekdays[2].n, by.weekdays[2].pain);
  assert_label (wednesday, label);

  lum_settings_set_week_start (shown.fixture.settings, 7);
  pages_settle (400);
  moved = find_rows (&shown, "Pain by Weekday");
  g_assert_cmpuint (moved->len, ==, 7);
  assert_label (moved->pdata[3], label);
  tear_down (&shown);
}

static gboolean
is_in_miles (gpointer data)
{
  g_autofree char *text = pages_collect_text (GTK_WIDGET (find_fold (data, "Pain by Distance on the Shoes")));

  return strstr (text, " mi") != NULL;
}

static void
test_shoes (void)
{
  Shown shown;
  const LumPainByShoe *by;
  g_autoptr (GPtrArray) pairs = NULL, bands = NULL, moments = NULL;
  g_autofree char *kilometres = NULL, *miles = NULL;

  set_up (&shown, 2);
  by = lum_ui_context_get_findings (shown.fixture.context)->by_shoe;
  pairs = unfold (&shown, "Pain by Shoe");
  g_assert_cmpuint (pairs->len, ==, by->pairs->len);
  for (guint i = 0; i < pairs->len; i++) {
    const LumPainOfShoe *pair = &g_array_index (by->pairs, LumPainOfShoe, i);
    g_autofree char *text = pages_collect_text (pairs->pdata[i]);
    g_autofree char *days =
        g_strdup_printf ("%d of %d run days with a score on the day after", pair->after.n, pair->run_days);
    g_autofree char *mean = lum_format_number (lum_pain_mean_get (&pair->after), 1);

    g_assert_nonnull (strstr (text, pair->name));
    g_assert_nonnull (strstr (text, days));
    g_assert_nonnull (strstr (text, mean));
  }

  moments = unfold (&shown, "Pain by Moment");
  g_assert_cmpuint (moments->len, >=, 2);
  bands = unfold (&shown, "Pain by Distance on the Shoes");
  g_assert_cmpuint (bands->len, >=, 2);
  kilometres = pages_collect_text (GTK_WIDGET (find_fold (&shown, "Pain by Distance on the Shoes")));
  g_assert_nonnull (strstr (kilometres, "200–400 km"));
  lum_settings_set_units (shown.fixture.settings, LUM_UNITS_IMPERIAL);
  pages_wait (is_in_miles, &shown);
  miles = pages_collect_text (GTK_WIDGET (find_fold (&shown, "Pain by Distance on the Shoes")));
  g_assert_nonnull (strstr (miles, "125–250 mi"));
  tear_down (&shown);
}

/* Twelve weeks, and twelve more each time that they are asked for. */
static void
test_weeks (void)
{
  Shown shown;
  LumWeekSummary week;
  g_autoptr (GPtrArray) rows = NULL, more = NULL;
  g_autofree char *mean = NULL, *start = NULL, *text = NULL;

  set_up (&shown, 2);
  rows = unfold (&shown, "Week by Week");
  g_assert_cmpuint (rows->len, ==, 1 + 12);
  lum_week_summary_init (&week, get_diary (&shown), lum_week_find_first (PAGES_TODAY, 1) - 7, PAGES_TODAY);
  mean = lum_format_number (lum_pain_mean_get (&week.pain), 1);
  start = g_strdup_printf ("18 May – 24 May: Mean %s, pain on %d of %d scored days, highest %d. ", mean, week.pain.pain,
                           week.pain.n, week.highest);
  text = pages_collect_text (rows->pdata[2]);
  g_assert_nonnull (strstr (text, mean));
  g_assert_cmpint (week.runs, ==, 2);
  {
    g_autofree char *distance = lum_format_distance (week.metres, LUM_UNITS_METRIC);
    g_autofree char *time = lum_format_duration (week.seconds);
    g_autofree char *longest = lum_format_distance (week.longest_m, LUM_UNITS_METRIC);
    g_autofree char *label = g_strdup_printf ("%s%s in 2 runs, time %s, longest %s", start, distance, time, longest);

    assert_label (rows->pdata[2], label);
  }

  g_signal_emit_by_name (ui_find_row (shown.page, "Earlier Weeks"), "activated");
  pages_settle (50);
  more = find_rows (&shown, "Week by Week");
  g_assert_cmpuint (more->len, ==, 1 + 24);
  g_assert_true (more->pdata[12] == rows->pdata[12]);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == more->pdata[13]);
  for (int i = 0; i < 20 && ui_find_row (shown.page, "Earlier Weeks"); i++) {
    g_signal_emit_by_name (ui_find_row (shown.page, "Earlier Weeks"), "activated");
    pages_settle (20);
  }
  g_assert_null (ui_find_row (shown.page, "Earlier Weeks"));
  g_ptr_array_unref (more);
  more = find_rows (&shown, "Week by Week");
  g_assert_cmpint (more->len, ==, 1 + lum_week_count (get_diary (&shown), PAGES_TODAY, 1));
  tear_down (&shown);
}

/* With less room the note goes below, then the bar; no width is asked for that a narrow window lacks. */
static void
test_bar (void)
{
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) numbers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) notes = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *bar = g_object_ref_sink (lum_mean_bar_new ((GtkSizeGroup *[]){names, numbers, notes}));
  int minimum, heights[3];

  lum_mean_bar_set (LUM_MEAN_BAR (bar), "Wednesday", 3.14, "9 days, pain on 2");
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 200);
  for (int i = 0; i < 3; i++)
    gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, (int[]){900, 300, minimum}[i], &heights[i], NULL, NULL, NULL);
  g_assert_cmpint (heights[0], <, heights[1]);
  g_assert_cmpint (heights[1], <, heights[2]);
  g_assert_finalize_object (bar);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  lum_ui_init ();
  g_test_add_func ("/trends-averages/not-enough", test_not_enough);
  g_test_add_func ("/trends-averages/becoming-enough", test_becoming_enough);
  g_test_add_func ("/trends-averages/weekdays", test_weekdays);
  g_test_add_func ("/trends-averages/shoes", test_shoes);
  g_test_add_func ("/trends-averages/weeks", test_weeks);
  g_test_add_func ("/trends-averages/bar", test_bar);
  return g_test_run ();
}
