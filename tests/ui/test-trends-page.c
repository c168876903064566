/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-chart-table.h"
#include "lum-chart-widget.h"
#include "lum-record-pain.h"
#include "lum-trends-page.h"
#include "lum-ui.h"
#include "lum-year-widget.h"
#include "pages-fixture.h"

static GtkWidget *
show_page (PagesFixture *fixture, GtkWidget **page)
{
  GtkWidget *window = gtk_window_new ();

  *page = lum_trends_page_new (fixture->context);
  gtk_window_set_child (GTK_WINDOW (window), *page);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 800);
  gtk_window_present (GTK_WINDOW (window));
  pages_settle (100);
  return window;
}

static void
test_empty_then_one_entry (void)
{
  PagesFixture fixture;
  GtkWidget *page, *window;
  g_autofree char *empty = NULL;
  g_autofree char *one = NULL;

  pages_fixture_set_up (&fixture, 0);
  window = show_page (&fixture, &page);
  empty = pages_collect_text (page);
  g_assert_nonnull (strstr (empty, "Your Trends Appear Here"));
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_first_child (page)));

  pages_fixture_commit (&fixture, lum_record_pain (fixture.journal, PAGES_TODAY, LUM_MOMENT_AVERAGE, 4));
  pages_settle (100);
  one = pages_collect_text (page);
  g_assert_nonnull (strstr (one, "1 of 14 days logged"));
  g_assert_nonnull (strstr (one, "No runs yet"));
  g_assert_nonnull (strstr (one, "No bouts so far"));

  /* A single day is still fourteen wide, and every range is possible. */
  for (const char *const *range = (const char *const[]){"2w", "3m", "1y", "all", NULL}; *range; range++) {
    g_assert_true (gtk_widget_activate_action (page, "trends.range", "s", *range));
    pages_settle (30);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  pages_fixture_tear_down (&fixture);
}

static void
test_years (gconstpointer data)
{
  int years = GPOINTER_TO_INT (data);
  PagesFixture fixture;
  GtkWidget *page, *window;
  LumChartWidget *chart;
  LumChartTable *table;
  g_autofree char *text = NULL;
  double first, last;

  pages_fixture_set_up (&fixture, years);
  window = show_page (&fixture, &page);
  chart = LUM_CHART_WIDGET (ui_find (page, LUM_TYPE_CHART_WIDGET));
  table = LUM_CHART_TABLE (ui_find (page, LUM_TYPE_CHART_TABLE));

  text = pages_collect_text (page);
  g_assert_nonnull (strstr (text, "Last 7 Days"));
  g_assert_nonnull (strstr (text, "the mean of the 4 weeks before"));
  g_assert_nonnull (strstr (text, "logged days"));

  g_assert_true (gtk_widget_activate_action (page, "trends.range", "s", "1y"));
  lum_chart_widget_get_range (chart, &first, &last);
  g_assert_cmpfloat (last, ==, PAGES_TODAY);
  g_assert_cmpfloat (first, ==, PAGES_TODAY - 364);
  g_assert_true (gtk_widget_activate_action (page, "trends.range", "s", "all"));
  lum_chart_widget_get_range (chart, &first, &last);
  g_assert_cmpfloat (last - first, >, 365 * years - 40);

  /* The table has a row for each day that the chart shows. */
  g_assert_true (gtk_widget_activate_action (page, "trends.table", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (lum_chart_table_get_model (table)), ==, (guint) (last - first) + 1);
  pages_settle (100);
  g_assert_true (gtk_widget_activate_action (page, "trends.table", NULL));
  for (const char *const *load = (const char *const[]){"minutes", "effort", "distance", NULL}; *load; load++) {
    g_assert_true (gtk_widget_activate_action (page, "trends.load", "s", *load));
    pages_settle (30);
  }
  g_assert_true (gtk_widget_activate_action (page, "trends.show-days", "(ii)", PAGES_TODAY - 60, PAGES_TODAY - 40));
  g_assert_cmpint (lum_chart_widget_get_crosshair (chart), ==, PAGES_TODAY - 60);

  gtk_window_destroy (GTK_WINDOW (window));
  pages_fixture_tear_down (&fixture);
}

/* The year in days is a view beside the chart and the table: the keys go by day and week, nothing is drawn anew for it. */
static void
test_year (void)
{
  PagesFixture fixture;
  GtkWidget *page, *window;
  LumYearWidget *year;
  g_autofree char *text = NULL, *view = NULL;
  guint drawn;

  pages_fixture_set_up (&fixture, 3);
  window = show_page (&fixture, &page);
  g_assert_true (gtk_widget_activate_action (page, "trends.view", "s", "year"));
  pages_settle (150);
  year = LUM_YEAR_WIDGET (ui_find (page, LUM_TYPE_YEAR_WIDGET));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (year)));
  g_assert_cmpint (lum_year_widget_get_year (year), ==, 2026);
  text = pages_collect_text (page);
  g_assert_nonnull (strstr (text, "of 147 days logged"));

  drawn = lum_year_widget_get_n_drawn (year);
  lum_year_widget_set_day (year, PAGES_TODAY);
  for (int i = 0; i < 10; i++) {
    lum_year_widget_set_day (year, PAGES_TODAY - 7 * i);
    pages_settle (20);
  }
  g_assert_cmpuint (lum_year_widget_get_n_drawn (year), ==, drawn);
  lum_year_widget_set_year (year, 2025);
  pages_settle (50);
  g_assert_cmpuint (lum_year_widget_get_n_drawn (year), ==, drawn + 1);

  g_assert_true (gtk_widget_activate_action (page, "trends.view", "s", "table"));
  g_object_get (page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "table");
  gtk_window_destroy (GTK_WINDOW (window));
  pages_fixture_tear_down (&fixture);
}

/* OU-16, LA-5: Expert holds the numbers and notes, the link tells its verdict; what is unfolded stays so. */
static void
test_expert (void)
{
  PagesFixture fixture;
  GtkWidget *page, *window;
  g_autofree char *text = NULL;

  pages_fixture_set_up (&fixture, 2);
  window = show_page (&fixture, &page);
  for (int i = 0; i < 100 && !lum_ui_context_ask_link (fixture.context); i++)
    pages_settle (20);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (ui_find_row (page, "Expert")), TRUE);
  pages_fixture_commit (&fixture, lum_record_pain (fixture.journal, PAGES_TODAY, LUM_MOMENT_AVERAGE, 4));
  pages_settle (400);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (ui_find_row (page, "Expert"))));
  text = pages_collect_text (page);
  g_assert_nonnull (strstr (text, "Acute to Chronic Distance"));
  g_assert_nonnull (strstr (text, "Monotony This Week"));
  g_assert_nonnull (strstr (text, "Overuse Pattern"));
  g_assert_nonnull (strstr (text, "Running and Pain"));
  g_assert_null (strstr (text, "Looking…"));
  gtk_window_destroy (GTK_WINDOW (window));
  pages_fixture_tear_down (&fixture);
}

/* Other units and another week reach the page while it is shown. */
static void
test_settings (void)
{
  PagesFixture fixture;
  GtkWidget *page, *window;
  g_autofree char *kilometres = NULL;
  g_autofree char *miles = NULL;

  pages_fixture_set_up (&fixture, 1);
  window = show_page (&fixture, &page);
  kilometres = pages_collect_text (page);
  g_assert_nonnull (strstr (kilometres, " km in "));
  lum_settings_set_units (fixture.settings, LUM_UNITS_IMPERIAL);
  pages_settle (400);
  miles = pages_collect_text (page);
  g_assert_nonnull (strstr (miles, " mi in "));
  gtk_window_destroy (GTK_WINDOW (window));
  pages_fixture_tear_down (&fixture);
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    gboolean handled = FALSE;

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller)) {
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
      return handled;
    }
  }
  return FALSE;
}

static void
count_cb (LumChartWidget *chart, int day, int *activated)
{
  *activated = day;
}

static gboolean
is_drawn (gpointer widget)
{
  return lum_chart_widget_get_n_drawn (widget) > 0;
}

/* The crosshair by keys: it moves by a day, takes the range along, is spoken, and costs no new drawing of the chart. */
static void
test_crosshair (void)
{
  PagesFixture fixture;
  GtkWidget *page, *window, *chart;
  LumChartWidget *widget;
  guint drawn;
  double first, last;
  int activated = 0;
  g_autofree char *label = NULL;

  pages_fixture_set_up (&fixture, 2);
  window = show_page (&fixture, &page);
  chart = ui_find (page, LUM_TYPE_CHART_WIDGET);
  widget = LUM_CHART_WIDGET (chart);
  g_signal_connect (chart, "day-activated", G_CALLBACK (count_cb), &activated);
  g_assert_true (gtk_widget_grab_focus (chart));

  g_assert_true (press (chart, GDK_KEY_Left, 0));
  g_assert_cmpint (lum_chart_widget_get_crosshair (widget), ==, PAGES_TODAY);
  pages_wait (is_drawn, widget);
  pages_settle (60);
  drawn = lum_chart_widget_get_n_drawn (widget);
  for (int i = 1; i <= 5; i++) {
    g_assert_true (press (chart, GDK_KEY_Left, 0));
    pages_settle (20);
    g_assert_cmpint (lum_chart_widget_get_crosshair (widget), ==, PAGES_TODAY - i);
  }
  g_assert_cmpuint (lum_chart_widget_get_n_drawn (widget), ==, drawn);
  label = lum_chart_widget_describe_day (widget, PAGES_TODAY - 5);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  g_assert_true (press (chart, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_cmpint (lum_chart_widget_get_crosshair (widget), ==, PAGES_TODAY);
  g_assert_true (press (chart, GDK_KEY_Return, 0));
  g_assert_cmpint (activated, ==, PAGES_TODAY);

  g_assert_true (press (chart, GDK_KEY_Home, 0));
  lum_chart_widget_get_range (widget, &first, &last);
  g_assert_cmpint (lum_chart_widget_get_crosshair (widget), ==, (LumDay) first);
  g_assert_true (press (chart, GDK_KEY_End, 0));
  lum_chart_widget_get_range (widget, &first, &last);
  g_assert_cmpfloat (last, ==, PAGES_TODAY);

  g_assert_true (press (chart, GDK_KEY_plus, 0));
  {
    double closer_first, closer_last;

    lum_chart_widget_get_range (widget, &closer_first, &closer_last);
    g_assert_cmpfloat (closer_last - closer_first, <, last - first);
  }
  g_assert_true (press (chart, GDK_KEY_minus, 0));
  g_assert_true (press (chart, GDK_KEY_Page_Up, 0));
  g_assert_false (press (chart, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (press (chart, GDK_KEY_Escape, 0));
  g_assert_cmpint (lum_chart_widget_get_crosshair (widget), ==, LUM_DAY_NONE);

  gtk_window_destroy (GTK_WINDOW (window));
  pages_fixture_tear_down (&fixture);
}

static void
test_finalize (void)
{
  PagesFixture fixture;
  GtkWidget *page;

  pages_fixture_set_up (&fixture, 0);
  page = g_object_ref_sink (lum_trends_page_new (fixture.context));
  g_assert_finalize_object (page);
  g_assert_finalize_object (g_object_ref_sink (lum_chart_widget_new ()));
  g_assert_finalize_object (g_object_ref_sink (g_object_new (LUM_TYPE_CHART_TABLE, NULL)));
  pages_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  lum_ui_init ();
  g_test_add_func ("/trends/empty-then-one-entry", test_empty_then_one_entry);
  g_test_add_data_func ("/trends/years/2", GINT_TO_POINTER (2), test_years);
  g_test_add_data_func ("/trends/years/20", GINT_TO_POINTER (20), test_years);
  g_test_add_func ("/trends/settings", test_settings);
  g_test_add_func ("/trends/crosshair", test_crosshair);
  g_test_add_func ("/trends/finalize", test_finalize);
  g_test_add_func ("/trends/expert", test_expert);
  g_test_add_func ("/trends/year", test_year);
  return g_test_run ();
}
