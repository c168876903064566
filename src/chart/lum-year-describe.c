/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-axis.h"
#include "lum-chart-private.h"
#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-year.h"

/* The year in words: for screen readers and the line below it. */

typedef struct {
  int scored, pain_days, runs;
  double distance_m;
} Sums;

static Sums
sum_days (const LumDiary *diary, LumDay first, LumDay last)
{
  Sums sums = {0};
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  for (gsize i = lum_diary_find_first_day (diary, first); i < n && days[i].day <= last; i++) {
    sums.scored += days[i].n_entries > 0 ? 1 : 0;
    sums.pain_days += days[i].n_entries > 0 && days[i].highest >= LUM_P_PAIN_MIN ? 1 : 0;
    sums.runs += (int) days[i].n_runs;
    sums.distance_m += (double) days[i].distance_m;
  }
  return sums;
}

static LumDay
get_first_logged (const LumChart *chart)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (chart->diary, &n);

  return n > 0 ? CLAMP (days[0].day, chart->series->first, chart->series->last) : chart->series->last;
}

/**
 * lum_year_get_extent:
 * @first: (out): the year of the first logged day; this year where there is none
 * @last: (out): this year
 *
 * The years that there is anything to show of.
 */
void
lum_year_get_extent (const LumChart *chart, int *first, int *last)
{
  g_return_if_fail (chart != NULL && first != NULL && last != NULL);

  lum_day_to_ymd (get_first_logged (chart), first, NULL, NULL);
  lum_day_to_ymd (chart->series->last, last, NULL, NULL);
}

static char *
describe_runs (const Sums *sums, LumUnits units)
{
  g_autofree char *distance = NULL;

  if (!(sums->distance_m > 0))
    return g_strdup_printf (ngettext ("%d run.", "%d runs.", sums->runs), sums->runs);
  distance = lum_format_distance (sums->distance_m, units);
  return g_strdup_printf (
      /* Translators: %1$d runs in a year, %2$s a distance */
      ngettext ("%1$d run, %2$s.", "%1$d runs, %2$s together.", sums->runs), sums->runs, distance);
}

/**
 * lum_year_describe:
 *
 * What a year shows: how many days are logged, of those of the journal so far; how many of them are pain days (EP-3);
 * and the runs. Whole sentences.
 *
 * Returns: (transfer full): translated text
 */
char *
lum_year_describe (const LumChart *chart, const LumYearView *view)
{
  LumDay first, last;
  int days;
  g_autofree char *year = NULL;
  g_autofree char *runs = NULL;
  g_autofree char *scores = NULL;
  Sums sums;

  g_return_val_if_fail (chart != NULL && view != NULL, NULL);

  first = lum_day_from_ymd (view->year, 1, 1);
  year = lum_time_step_label ((LumTimeStep){LUM_TIME_YEAR, 1}, first);
  first = MAX (first, get_first_logged (chart));
  last = MIN (lum_day_from_ymd (view->year, 12, 31), chart->series->last);
  sums = sum_days (chart->diary, first, last);
  days = MAX (last - first + 1, 0);

  if (sums.scored == 0 && sums.runs == 0)
    /* Translators: %s is a year */
    return g_strdup_printf (_ ("%s: nothing is logged yet."), year);
  if (sums.scored > 0)
    scores = g_strdup_printf (
        /* Translators: %1$s is a year; %2$d of %3$d days have a score, %4$d of those have pain */
        ngettext ("%1$s: %2$d of %3$d day logged, pain on %4$d.",
                  "%1$s: %2$d of %3$d days logged, pain on %4$d of them.", days),
        year, sums.scored, days, sums.pain_days);
  else
    /* Translators: %s is a year */
    scores = g_strdup_printf (_ ("%s: no scores."), year);
  if (sums.runs == 0)
    return g_steal_pointer (&scores);
  runs = describe_runs (&sums, view->units);
  return g_strdup_printf ("%s %s", scores, runs);
}

/**
 * lum_year_describe_day:
 *
 * What is known of a day, as lum_chart_describe_day() says it.
 *
 * Returns: (transfer full): translated text
 */
char *
lum_year_describe_day (const LumChart *chart, const LumYearView *view, LumDay day)
{
  LumChartView day_view = {.first = day, .last = day, .units = view->units, .week_start = view->week_start};

  return lum_chart_describe_day (chart, &day_view, day);
}
