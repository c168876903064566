/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-link.h"

#include <math.h>
#include <stdlib.h>

#include "lum-load-days.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/* The chart score of a day from what was entered in time (PM-3, PM-5): the mean of the averages, else of all. */
static double
find_timely_score (const LumDaySummary *day, const LumPainEntry *pain)
{
  double averages = 0, all = 0;
  int n_averages = 0, n_all = 0;

  for (guint i = 0; i < day->n_entries; i++) {
    const LumPainEntry *entry = &pain[day->first_entry + i];

    if (entry->entered != LUM_DAY_NONE && entry->entered - entry->day > LUM_P_RECALLED)
      continue;
    all += entry->score;
    n_all++;
    if (entry->moment == LUM_MOMENT_AVERAGE) {
      averages += entry->score;
      n_averages++;
    }
  }
  if (n_averages > 0)
    return averages / n_averages;
  return n_all > 0 ? all / n_all : NAN;
}

/* The whole weeks of the window, oldest first. */
static LumAssociationDay *
make_days (const LumDiary *diary, LumDay today, gsize *n, int *scored)
{
  g_autoptr (LumLoadDays) load = lum_load_days_new (diary, today, LUM_P_LINK_WIN);
  gsize skipped = load->n % LUM_P_LINK_BLOCK, n_days, n_pain;
  const LumDaySummary *summaries = lum_diary_get_days (diary, &n_days);
  const LumPainEntry *pain = lum_diary_get_pain (diary, &n_pain);
  LumAssociationDay *days;

  *n = load->n - skipped;
  *scored = 0;
  for (gsize i = lum_diary_find_first_day (diary, today - LUM_P_LINK_WIN + 1); i < n_days && summaries[i].day <= today;
       i++)
    *scored += !isnan (find_timely_score (&summaries[i], pain));
  days = g_new0 (LumAssociationDay, *n + 1);
  if (*n == 0)
    return days;

  const double *numbers = lum_load_days_get (load, lum_load_days_choose (load, load->n, (int) *n));
  for (gsize i = 0; i < *n; i++)
    days[i] = (LumAssociationDay){
        .load = numbers[skipped + i],
        .pain = NAN,
        .alive = !isnan (lum_load_days_get (load, LUM_LOAD_PRESENCE)[skipped + i]),
        .ran = lum_load_days_get (load, LUM_LOAD_RUNS)[skipped + i] > 0,
    };
  LumDay first = load->first + (LumDay) skipped;
  for (gsize i = lum_diary_find_first_day (diary, first); i < n_days && summaries[i].day <= today; i++)
    days[summaries[i].day - first].pain = find_timely_score (&summaries[i], pain);
  return days;
}

static int
compare_falling (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) b - *(const double *) a;

  return difference < 0 ? -1 : difference > 0;
}

/* The least load of the top third of the run days. */
static double
find_long (const LumAssociationDay *days, gsize n)
{
  g_autofree double *loads = g_new (double, n + 1);
  gsize runs = 0;

  for (gsize i = 0; i < n; i++)
    if (days[i].ran)
      loads[runs++] = days[i].load;
  if (runs == 0)
    return INFINITY;
  qsort (loads, runs, sizeof *loads, compare_falling);
  return loads[MAX (runs / LUM_P_LINK_LONG_RUNS, 1) - 1];
}

/* LA-5, the plain contrast. */
static void
contrast (LumLink *link, const LumAssociationDay *days, gsize n)
{
  double least = find_long (days, n), sum_long = 0, sum_rest = 0;

  for (gsize i = 0; i + 1 < n; i++) {
    if (isnan (days[i + 1].pain))
      continue;
    if (days[i].ran && days[i].load >= least) {
      sum_long += days[i + 1].pain;
      link->n_long++;
    } else if (!days[i].ran && days[i].alive) {
      sum_rest += days[i + 1].pain;
      link->n_rest++;
    }
  }
  link->after_long = link->n_long > 0 ? sum_long / link->n_long : NAN;
  link->after_rest = link->n_rest > 0 ? sum_rest / link->n_rest : NAN;
}

/**
 * lum_link_new:
 * @cancellable: (nullable):
 * @link: (out): what was found
 *
 * Whether load goes with pain in the last weeks (LA-1…LA-6). Takes some milliseconds: for a thread, and at most once a
 * week (LA-7).
 *
 * Returns: %FALSE with G_IO_ERROR_CANCELLED where it was cancelled
 */
gboolean
lum_link_new (const LumDiary *diary, LumDay today, GCancellable *cancellable, LumLink *link, GError **error)
{
  gsize n;
  int scored;
  g_autofree LumAssociationDay *days = make_days (diary, today, &n, &scored);

  *link = (LumLink){
      .scored = scored, .weeks = (int) (n / LUM_P_LINK_BLOCK), .day = today, .settled = TRUE, .low = NAN, .high = NAN};
  if (!lum_association_test (days, n, cancellable, &link->test, error))
    return FALSE;
  contrast (link, days, n);
  if (link->test.best_lag >= 0)
    lum_association_interval (days, n, link->test.best_lag, &link->low, &link->high);
  return TRUE;
}

static gboolean
is_gate (const LumLink *link)
{
  return link->test.verdict < LUM_ASSOCIATION_NO_CLEAR_LINK;
}

static gboolean
agree (const LumLink *a, const LumLink *b)
{
  if (a->test.verdict != b->test.verdict)
    return FALSE;
  return a->test.verdict != LUM_ASSOCIATION_LINK ||
         (a->test.best_lag == b->test.best_lag &&
          (a->test.rho[a->test.best_lag] > 0) == (b->test.rho[b->test.best_lag] > 0));
}

/* One day a week on which it is looked at, the same one whenever the window is opened. */
static LumDay
find_look (LumDay today)
{
  return today - ((today % LUM_P_WEEK) + LUM_P_WEEK) % LUM_P_WEEK;
}

/**
 * lum_link_announce:
 * @cancellable: (nullable):
 * @link: (out): what is told today
 *
 * What is said of load and pain (LA-7): it is looked at once a week, and told when two weeks agree; until two others do,
 * that stays. Looking every day would find something in the end. Nothing is stored: the weeks before are looked at
 * again, as they were. What the data do not allow yet is told at once.
 *
 * Returns: %FALSE with G_IO_ERROR_CANCELLED where it was cancelled
 */
gboolean
lum_link_announce (const LumDiary *diary, LumDay today, GCancellable *cancellable, LumLink *link, GError **error)
{
  LumDay look = find_look (today);
  LumLink newest, later;
  int agreeing = 1;

  if (!lum_link_new (diary, look, cancellable, &newest, error))
    return FALSE;
  if (is_gate (&newest)) {
    if (!lum_link_new (diary, today, cancellable, link, error))
      return FALSE;
    if (!is_gate (link))
      *link = newest;
    return TRUE;
  }

  later = newest;
  for (int back = 1; back < LUM_P_LINK_LOOK_BACK; back++) {
    LumLink earlier;

    if (!lum_link_new (diary, look - back * LUM_P_WEEK, cancellable, &earlier, error))
      return FALSE;
    agreeing = agree (&later, &earlier) ? agreeing + 1 : 1;
    if (agreeing >= LUM_P_LINK_AGREE) {
      *link = later;
      return TRUE;
    }
    if (is_gate (&earlier))
      break;
    later = earlier;
  }
  *link = newest;
  link->settled = FALSE;
  return TRUE;
}

/* Both means need three scores (PM-4). */
static gboolean
can_contrast (const LumLink *link)
{
  return link->n_long >= LUM_P_MEAN_SCORED && link->n_rest >= LUM_P_MEAN_SCORED;
}

/**
 * lum_link_describe:
 *
 * What is said of it (LA-8): never more than a pattern.
 *
 * Returns: (transfer full): one to three sentences
 */
char *
lum_link_describe (const LumLink *link)
{
  double rho = link->test.best_lag >= 0 ? link->test.rho[link->test.best_lag] : 0;

  if (!link->settled)
    return lum_message_link_not_settled ();

  switch (link->test.verdict) {
  case LUM_ASSOCIATION_NOT_ENOUGH_DAYS:
  case LUM_ASSOCIATION_NOT_ENOUGH_DATA:
    return lum_message_link_too_early (link->scored, LUM_P_LINK_SCORED);
  case LUM_ASSOCIATION_PAIN_TOO_CONSTANT:
    return lum_message_link_too_constant ();
  case LUM_ASSOCIATION_SCHEDULE_TOO_REGULAR:
    return lum_message_link_too_regular ();
  case LUM_ASSOCIATION_NO_CLEAR_LINK:
    return lum_message_no_link (link->test.days);
  case LUM_ASSOCIATION_LINK:
    break;
  }
  if (link->test.best_lag == 1 && can_contrast (link))
    return lum_message_link (link->weeks, rho > 0, link->after_long, link->n_long, link->after_rest, link->n_rest);
  return lum_message_link_at_lag (link->weeks, rho > 0, link->test.best_lag);
}

/**
 * lum_link_describe_contrast:
 *
 * The plain contrast that stands beside the verdict (LA-5): pain the day after the longest runs and after rest days,
 * with counts.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where there is no verdict, or where it tells the contrast
 */
char *
lum_link_describe_contrast (const LumLink *link)
{
  if (!link->settled || is_gate (link))
    return NULL;
  if (!can_contrast (link))
    return lum_message_link_no_contrast (link->n_long, link->n_rest);
  if (link->test.verdict == LUM_ASSOCIATION_LINK && link->test.best_lag == 1)
    return NULL;
  return lum_message_link_contrast (link->after_long, link->n_long, link->after_rest, link->n_rest);
}
