/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-fit-bin.h"
#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-averages.h"
#include "lum-ui-words.h"
#include "lum-week-summary.h"

/* The journal week by week, newest first: a table where there is room for it, else each week in two sentences. */

#define WEEKS_AT_ONCE 12
#define ROW_KEY "lum-week-row"

typedef enum { WEEK, MEAN, SCORED, PAIN, HIGHEST, RUNS, DISTANCE, TIME, LONGEST, N_COLUMNS } Column;

static const char *const headings[N_COLUMNS] = {
    NC_ ("week", "Week"),      NC_ ("week", "Mean Pain"), NC_ ("week", "Scored Days"),
    NC_ ("week", "Pain Days"), NC_ ("week", "Highest"),   NC_ ("week", "Runs"),
    NC_ ("week", "Distance"),  NC_ ("week", "Time"),      NC_ ("week", "Longest"),
};

/* What a row holds: a cell a column, and the same in words. */
typedef struct {
  GtkWidget *cells[N_COLUMNS];
  GtkWidget *title, *words;
} Row;

static int
get_start (LumUiContext *context)
{
  return lum_settings_get_week_start (lum_ui_context_get_settings (context));
}

static int
count_weeks (LumUiContext *context)
{
  return lum_week_count (lum_watch_service_get_diary (lum_ui_context_get_watch (context)),
                         lum_ui_context_get_today (context), get_start (context));
}

static char *
describe (LumUiContext *context, gboolean *enough)
{
  int weeks = count_weeks (context);

  *enough = weeks > 0;
  if (!*enough)
    return g_strdup (_ ("Nothing logged yet"));
  return g_strdup_printf (
      /* Translators: %1$d weeks; %2$d scored days, at least 3. The plural is that of the weeks. */
      ngettext ("%1$d week since the journal began. A mean needs %2$d scored days.",
                "%1$d weeks since the journal began. A mean needs %2$d scored days.", weeks),
      weeks, LUM_P_MEAN_SCORED);
}

/* --- words --- */

static char *
describe_days (const LumWeekSummary *week, LumDay today)
{
  int year, this_year;

  lum_day_to_ymd (week->first, &year, NULL, NULL);
  lum_day_to_ymd (today, &this_year, NULL, NULL);

  g_autofree char *first = lum_day_format (week->first, LUM_DAY_FORMAT_SHORT);
  g_autofree char *last = lum_day_format (week->last, year == this_year ? LUM_DAY_FORMAT_SHORT : LUM_DAY_FORMAT_LONG);

  if (week->last > today)
    /* Translators: a week that is not over; %s is its first day */
    return g_strdup_printf (C_ ("days", "%s – today"), first);
  /* Translators: from one day to another */
  return g_strdup_printf (C_ ("days", "%1$s – %2$s"), first, last);
}

static char *
describe_pain (const LumWeekSummary *week)
{
  double mean = lum_pain_mean_get (&week->pain);
  g_autofree char *number = lum_format_number (mean, 1);

  if (week->pain.n == 0)
    return g_strdup (_ ("No score"));
  if (isnan (mean))
    return g_strdup_printf (
        /* Translators: %1$d of %2$d days with a score had pain; %3$d is the highest score */
        ngettext ("Pain on %1$d of %2$d scored day, highest %3$d; too few for a mean",
                  "Pain on %1$d of %2$d scored days, highest %3$d; too few for a mean", week->pain.n),
        week->pain.pain, week->pain.n, week->highest);
  return g_strdup_printf (
      /* Translators: %1$s is a mean score; %2$d of %3$d days with a score had pain; %4$d is the highest score */
      ngettext ("Mean %1$s, pain on %2$d of %3$d scored day, highest %4$d",
                "Mean %1$s, pain on %2$d of %3$d scored days, highest %4$d", week->pain.n),
      number, week->pain.pain, week->pain.n, week->highest);
}

/* A sum that lacks a run's distance is a least one. */
static char *
describe_distance (const LumWeekSummary *week, LumUnits units)
{
  g_autofree char *distance = lum_format_distance (week->metres, units);

  if (week->measured == 0)
    return g_strdup (C_ ("week", "–"));
  /* Translators: %s is a distance or a time: that or more, as some runs lack theirs */
  return week->measured < week->runs ? g_strdup_printf (C_ ("week", "≥ %s"), distance) : g_steal_pointer (&distance);
}

static char *
describe_time (const LumWeekSummary *week)
{
  g_autofree char *time = lum_format_duration (week->seconds);

  if (week->timed == 0)
    return g_strdup (C_ ("week", "–"));
  return week->timed < week->runs ? g_strdup_printf (C_ ("week", "≥ %s"), time) : g_steal_pointer (&time);
}

static char *
describe_runs (const LumWeekSummary *week, LumUnits units)
{
  g_autofree char *distance = describe_distance (week, units), *time = describe_time (week);
  g_autofree char *longest = week->measured > 0 ? lum_format_distance (week->longest_m, units) : NULL;

  if (week->runs == 0)
    return g_strdup (_ ("No runs"));
  if (!longest)
    return g_strdup_printf (
        /* Translators: %1$d runs whose distances are not known, %2$s is their time in all */
        ngettext ("%1$d run, time %2$s", "%1$d runs, time %2$s", week->runs), week->runs, time);
  return g_strdup_printf (
      /* Translators: %1$s is a distance, %2$d runs, %3$s a time, %4$s the longest run's distance */
      ngettext ("%1$s in %2$d run, time %3$s, longest %4$s", "%1$s in %2$d runs, time %3$s, longest %4$s", week->runs),
      distance, week->runs, time, longest);
}

static char *
describe_cell (const LumWeekSummary *week, Column column, LumUnits units)
{
  double mean = lum_pain_mean_get (&week->pain);

  switch (column) {
  case MEAN:
    return isnan (mean) ? g_strdup (C_ ("week", "–")) : lum_format_number (mean, 1);
  case SCORED:
    return lum_format_number (week->pain.n, 0);
  case PAIN:
    return week->pain.n == 0 ? g_strdup (C_ ("week", "–")) : lum_format_number (week->pain.pain, 0);
  case HIGHEST:
    return week->pain.n == 0 ? g_strdup (C_ ("week", "–")) : lum_format_number (week->highest, 0);
  case RUNS:
    return lum_format_number (week->runs, 0);
  case DISTANCE:
    return describe_distance (week, units);
  case TIME:
    return describe_time (week);
  default:
    return week->measured > 0 ? lum_format_distance (week->longest_m, units) : g_strdup (C_ ("week", "–"));
  }
}

/* --- rows --- */

static GtkWidget *
new_label (const char *style, gboolean dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  if (style)
    gtk_widget_add_css_class (label, style);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_cells (Row *row, GtkSizeGroup **columns, gboolean heading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  for (int i = 0; i < N_COLUMNS; i++) {
    row->cells[i] = new_label (heading ? "caption-heading" : NULL, heading);
    gtk_label_set_xalign (GTK_LABEL (row->cells[i]), i == WEEK ? 0 : 1);
    gtk_widget_set_hexpand (row->cells[i], TRUE);
    gtk_size_group_add_widget (columns[i], row->cells[i]);
    gtk_box_append (GTK_BOX (box), row->cells[i]);
  }
  return box;
}

static GtkWidget *
make_words (Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->title = new_label (NULL, FALSE);
  row->words = new_label ("caption", TRUE);
  for (GtkWidget *label = row->title; label; label = label == row->title ? row->words : NULL) {
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_box_append (GTK_BOX (box), label);
  }
  return box;
}

/* The columns' widths belong to the fold, and so to all of its rows. */
static GtkSizeGroup **
get_columns (GtkWidget *fold)
{
  GPtrArray *columns = g_object_get_data (G_OBJECT (fold), ROW_KEY);

  if (!columns) {
    columns = g_ptr_array_new_with_free_func (g_object_unref);
    for (int i = 0; i < N_COLUMNS; i++)
      g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
    g_object_set_data_full (G_OBJECT (fold), ROW_KEY, columns, (GDestroyNotify) g_ptr_array_unref);
  }
  return (GtkSizeGroup **) columns->pdata;
}

static GtkWidget *
make_row (GtkSizeGroup **columns, gboolean heading)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *cells = make_cells (row, columns, heading), *bin = lum_fit_bin_new (cells, make_words (row));

  gtk_widget_add_css_class (bin, "week");
  g_object_set_data_full (G_OBJECT (bin), ROW_KEY, row, g_free);
  return bin;
}

static GtkWidget *
make_week (gpointer data)
{
  return make_row (data, FALSE);
}

static GtkWidget *
make_heading (gpointer data)
{
  GtkWidget *bin = make_row (data, TRUE);
  Row *row = g_object_get_data (G_OBJECT (bin), ROW_KEY);

  for (int i = 0; i < N_COLUMNS; i++)
    gtk_label_set_text (GTK_LABEL (row->cells[i]), g_dpgettext2 (GETTEXT_PACKAGE, "week", headings[i]));
  gtk_widget_set_visible (row->title, FALSE);
  gtk_label_set_text (GTK_LABEL (row->words), _ ("The newest week first"));
  return bin;
}

static void
set_week (GtkWidget *list_row, const LumWeekSummary *week, LumDay today, LumUnits units)
{
  GtkWidget *bin = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (list_row));
  Row *row = g_object_get_data (G_OBJECT (bin), ROW_KEY);
  g_autofree char *days = describe_days (week, today), *pain = describe_pain (week);
  g_autofree char *runs = describe_runs (week, units), *words = g_strdup_printf ("%s\n%s", pain, runs);
  /* Translators: a week, its pain and its running, as a screen reader says them */
  g_autofree char *label = g_strdup_printf (C_ ("week", "%1$s: %2$s. %3$s"), days, pain, runs);

  for (int i = 0; i < N_COLUMNS; i++) {
    g_autofree char *text = i == WEEK ? g_strdup (days) : describe_cell (week, i, units);

    gtk_label_set_text (GTK_LABEL (row->cells[i]), text);
  }
  gtk_label_set_text (GTK_LABEL (row->title), days);
  gtk_label_set_text (GTK_LABEL (row->words), words);
  lum_widget_set_label (list_row, label);
}

static void
fill (LumTrendsRows *rows)
{
  const LumDiary *diary = lum_watch_service_get_diary (lum_ui_context_get_watch (rows->context));
  LumDay today = lum_ui_context_get_today (rows->context);
  LumDay newest = lum_week_find_first (today, get_start (rows->context));
  LumUnits units = lum_ui_context_get_units (rows->context);
  GtkSizeGroup **columns = get_columns (rows->fold);
  int all = count_weeks (rows->context), shown = MIN (all, WEEKS_AT_ONCE * ((int) rows->more + 1));
  gboolean others = rows->rows->len != (guint) shown + 1;

  if (others)
    lum_trends_rows_set_more (rows, NULL);
  lum_widget_set_label (lum_trends_rows_get (rows, 0, make_heading, columns), _ ("The newest week first"));
  for (int i = 0; i < shown; i++) {
    LumWeekSummary week;

    lum_week_summary_init (&week, diary, newest - LUM_P_WEEK * i, today);
    set_week (lum_trends_rows_get (rows, i + 1, make_week, columns), &week, today, units);
  }
  lum_trends_rows_set_length (rows, shown + 1);
  if (others && shown < all)
    lum_trends_rows_set_more (rows, _ ("Earlier Weeks"));
}

const LumTrendsAverage lum_trends_weeks = {N_ ("Week by Week"), describe, fill};
