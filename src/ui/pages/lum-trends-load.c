/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-sections.h"
#include "lum-week-load.h"

/* This week's running beside the usual week, and the runs that went far beyond the longest before them. */

#define SPIKE_DAYS 90
#define MOST_SPIKES 5

static GtkWidget *
create (void)
{
  return lum_trends_list_new (_ ("Running Load"));
}

static void
add_week (GtkWidget *section, const LumWeekLoad *load, LumUnits units)
{
  g_autofree char *distance = lum_format_distance (load->metres, units);
  g_autofree char *text = NULL;

  if (load->runs == 0)
    text = g_strdup (_ ("No runs"));
  else
    /* Translators: %1$s is a distance, %2$d a number of runs: "38.2 km in 4 runs" */
    text = g_strdup_printf (ngettext ("%1$s in %2$d run", "%1$s in %2$d runs", load->runs), distance, load->runs);
  lum_trends_list_append (section, lum_trends_row_new (_ ("Last 7 Days"), text));
}

static char *
describe_usual (const LumWeekLoad *load, LumUnits units)
{
  g_autofree char *distance = lum_format_distance (load->usual_m, units);
  g_autofree char *runs = lum_format_number (load->usual_runs, 1);
  g_autofree char *days = lum_format_number (load->usual_run_days, 1);

  if (load->of_bout)
    return g_strdup_printf (
        /* Translators: %1$s is a distance, %2$s runs, %3$s days with a run, each with a decimal; %4$d weeks */
        ngettext ("%1$s in %2$s runs on %3$s days a week, the mean of the %4$d week before it began to hurt",
                  "%1$s in %2$s runs on %3$s days a week, the mean of the %4$d weeks before it began to hurt",
                  load->weeks),
        distance, runs, days, load->weeks);
  return g_strdup_printf (
      /* Translators: %1$s is a distance, %2$s runs, %3$s days with a run, each with a decimal; %4$d weeks */
      ngettext ("%1$s in %2$s runs on %3$s days a week, the mean of the %4$d week before",
                "%1$s in %2$s runs on %3$s days a week, the mean of the %4$d weeks before", load->weeks),
      distance, runs, days, load->weeks);
}

static void
add_usual (GtkWidget *section, const LumWeekLoad *load, LumUnits units)
{
  g_autofree char *text = NULL;

  if (load->weeks > 0)
    text = describe_usual (load, units);
  else if (load->history >= LUM_P_USUAL_HISTORY)
    text = load->of_bout ? g_strdup (_ ("Not known: no runs in the four weeks before it began to hurt"))
                         : g_strdup (_ ("Not known: no runs in the weeks before"));
  else if (load->of_bout)
    text = g_strdup_printf (
        /* Translators: %d days are needed, 28 */
        ngettext ("Not known: that needs a diary of %d day before it began to hurt",
                  "Not known: that needs a diary of %d days before it began to hurt", LUM_P_USUAL_HISTORY),
        LUM_P_USUAL_HISTORY);
  else
    text = g_strdup_printf (
        /* Translators: %1$d days are known of %2$d that are needed */
        ngettext ("Learning your normal: %1$d of %2$d day", "Learning your normal: %1$d of %2$d days",
                  LUM_P_USUAL_HISTORY),
        load->history, LUM_P_USUAL_HISTORY);
  lum_trends_list_append (section, lum_trends_row_new (_ ("Your Usual Week"), text));
}

static void
make_day_link (GtkWidget *row, LumDay day)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-day");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", day);
}

static void
add_longest (GtkWidget *section, const LumWeekLoad *load, LumUnits units)
{
  g_autofree char *distance = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (isnan (load->longest_m))
    return;
  distance = lum_format_distance (load->longest_m, units);
  day = lum_day_format (load->longest_day, LUM_DAY_FORMAT_WEEKDAY);
  /* Translators: %1$s is a distance, %2$s a weekday and date */
  text = g_strdup_printf (_ ("%1$s on %2$s"), distance, day);
  row = lum_trends_row_new (_ ("Longest Run in 30 Days"), text);
  make_day_link (row, load->longest_day);
  lum_trends_list_append (section, row);
}

static const char *
get_spike_title (LumSpikeCategory category)
{
  switch (category) {
  case LUM_SPIKE_SMALL:
    return _ ("More than 10 % Beyond Your Longest");
  case LUM_SPIKE_MODERATE:
    return _ ("More than 30 % Beyond Your Longest");
  case LUM_SPIKE_LARGE:
    return _ ("More than Twice Your Longest");
  default:
    return NULL;
  }
}

static void
add_spikes (GtkWidget *section, const LumFindings *findings, LumDay today, LumUnits units)
{
  guint shown = 0;

  for (guint i = findings->spikes->len; i > 0 && shown < MOST_SPIKES; i--) {
    const LumSpike *spike = &g_array_index (findings->spikes, LumSpike, i - 1);
    const char *title = get_spike_title (spike->category);
    g_autofree char *distance = NULL;
    g_autofree char *reference = NULL;
    g_autofree char *day = NULL;
    g_autofree char *text = NULL;
    GtkWidget *row;

    if (spike->day > today || !title)
      continue;
    if (spike->day <= today - SPIKE_DAYS)
      break;
    distance = lum_format_distance (spike->metres, units);
    reference = lum_format_distance (spike->reference_m, units);
    day = lum_day_format (spike->day, LUM_DAY_FORMAT_WEEKDAY);
    /* Translators: %1$s and %3$s are distances, %2$s a weekday and date */
    text = g_strdup_printf (_ ("%1$s on %2$s; the longest in the 30 days before was %3$s"), distance, day, reference);
    row = lum_trends_row_new (title, text);
    make_day_link (row, spike->day);
    lum_trends_list_append (section, row);
    shown++;
  }
}

static void
update (GtkWidget *section, LumUiContext *context)
{
  LumFindings *findings = lum_ui_context_get_findings (context);
  LumDiary *diary = lum_ui_context_get_diary (context);
  LumDay today = lum_ui_context_get_today (context);
  LumUnits units = lum_ui_context_get_units (context);
  LumWeekLoad load;
  gsize n_runs;

  lum_trends_list_clear (section);
  lum_diary_get_runs (diary, &n_runs);
  if (n_runs == 0) {
    GtkWidget *row = lum_trends_row_new (_ ("No runs yet"), _ ("Log a run or import what your watch recorded."));

    lum_trends_list_append (section, row);
    return;
  }
  lum_week_load_init (&load, diary, findings ? findings->status : NULL, today);
  add_week (section, &load, units);
  add_usual (section, &load, units);
  add_longest (section, &load, units);
  if (findings)
    add_spikes (section, findings, today, units);
}

const LumTrendsSection lum_trends_load = {create, update, LUM_TRENDS_OF_FINDINGS};
