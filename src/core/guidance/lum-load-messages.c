/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-messages.h"

/* The words of the small rules of load (rules §4). */

/* --- OU-15 --- */

/* Each is part of a list after a colon. The card lets the spikes speak with their own number. */
static const char *const overuse_kinds[LUM_N_OVERUSE_KINDS] = {
    [LUM_OVERUSE_SPIKE_SMALL] = N_ ("a run more than 10 % beyond your recent longest"),
    [LUM_OVERUSE_SPIKE_MODERATE] = N_ ("a run more than 30 % beyond your recent longest"),
    [LUM_OVERUSE_SPIKE_LARGE] = N_ ("a run more than twice your recent longest"),
    [LUM_OVERUSE_RED_RUNS] = N_ ("two runs in a week that hurt too much"),
    [LUM_OVERUSE_NOT_BACK] = N_ ("three runs with a worse morning after"),
    [LUM_OVERUSE_RAMP] = N_ ("a week well above the ones before"),
    [LUM_OVERUSE_FEW_REST_DAYS] = N_ ("few rest days"),
    [LUM_OVERUSE_STREAK] = N_ ("many run days in a row"),
    [LUM_OVERUSE_INTENSITY] = N_ ("many more hard minutes than usual"),
    [LUM_OVERUSE_CLIMB] = N_ ("much more climb or descent than usual"),
    [LUM_OVERUSE_SURFACE] = N_ ("a surface that is new for you lately"),
    [LUM_OVERUSE_MONOTONY] = N_ ("days that were all alike"),
};

const char *
lum_message_overuse_kind (LumOveruseKind kind)
{
  g_return_val_if_fail (kind < LUM_N_OVERUSE_KINDS, NULL);

  return _ (overuse_kinds[kind]);
}

char *
lum_message_overuse (const char *things, int n)
{
  if (n == 1)
    /* Translators: %s is one thing, like "a run 120 % beyond your recent longest". */
    return g_strdup_printf (_ ("One thing stands out in the last two weeks, while your back hurts: %s. The article "
                               "names overuse — too much running without time to recover — as one cause. An easier "
                               "week is a cheap test."),
                            things);
  /* Translators: %s is a list of things, like "a run 40 % beyond your recent longest; few rest days". */
  return g_strdup_printf (_ ("Some things came together in the last two weeks, while your back hurts: %s. The article "
                             "names overuse — too much running without time to recover — as one cause. An easier week "
                             "is a cheap test."),
                          things);
}

char *
lum_message_overuse_spike (int percent)
{
  /* Translators: part of a list after a colon. %d is a percentage. */
  return g_strdup_printf (_ ("a run %d %% beyond your recent longest"), percent);
}

char *
lum_message_weight (int weight, LumDay held, LumDay today)
{
  g_autofree char *date = lum_message_date (held, today);

  /* Translators: %1$s is the newest day on which a thing held; %2$d is how much it counts towards a threshold of 3. */
  return g_strdup_printf (
      ngettext ("in the days up to %1$s; counts %2$d", "in the days up to %1$s; counts %2$d", weight), date, weight);
}

/* --- OU-7, OU-8 --- */

char *
lum_message_rest_days (int rest_days, gboolean hurting)
{
  if (hurting)
    return g_strdup_printf (
        /* Translators: %d days without a run among the last 14. */
        ngettext ("%d rest day in the last 14, while your back is hurting. The article names too little recovery as "
                  "one cause of back pain; most plans have a rest day or two each week.",
                  "%d rest days in the last 14, while your back is hurting. The article names too little recovery as "
                  "one cause of back pain; most plans have a rest day or two each week.",
                  rest_days),
        rest_days);
  return g_strdup_printf (
      /* Translators: %d days without a run among the last 14. */
      ngettext ("%d rest day in the last 14. The article names too little recovery as one cause of back pain; most "
                "plans have a rest day or two each week.",
                "%d rest days in the last 14. The article names too little recovery as one cause of back pain; most "
                "plans have a rest day or two each week.",
                rest_days),
      rest_days);
}

char *
lum_message_streak (int streak, int habitual, gboolean hurting)
{
  if (hurting)
    return g_strdup_printf (
        /* Translators: %d is at least 7. */
        ngettext ("%d run day in a row, while your back is hurting. A day off is allowed.",
                  "%d run days in a row, while your back is hurting. A day off is allowed.", streak),
        streak);
  return g_strdup_printf (
      /* Translators: %1$d is at least 7; %2$d is the longest such row of the eight weeks before. The plural is that of
       * the first. */
      ngettext ("%1$d run day in a row, more than your usual %2$d. A day off is allowed.",
                "%1$d run days in a row, more than your usual %2$d. A day off is allowed.", streak),
      streak, habitual);
}

/* --- OU-11 --- */

char *
lum_message_run_reached (int score, gboolean during)
{
  if (during)
    /* Translators: %d is a pain score from 6 to 10. */
    return g_strdup_printf (_ ("Pain reached %d during this run. Next time stop or walk when it passes 5. If that "
                               "happens twice in a week, pause running and talk to someone."),
                            score);
  /* Translators: %d is a pain score from 6 to 10. */
  return g_strdup_printf (_ ("Pain reached %d in the two hours after this run. Make the next one shorter or easier. If "
                             "that happens twice in a week, pause running and talk to someone."),
                          score);
}

char *
lum_message_not_back (int points)
{
  return g_strdup_printf (
      /* Translators: %d is a difference of two pain scores, at least 2. */
      ngettext ("The morning after, your back was %d point above the morning before. The last run was probably more "
                "than it likes right now.",
                "The morning after, your back was %d points above the morning before. The last run was probably more "
                "than it likes right now.",
                points),
      points);
}

char *
lum_message_not_backs (int runs)
{
  return g_strdup_printf (
      /* Translators: %d runs, at least 3. */
      ngettext ("After %d run of the last two weeks, your back was worse on the next morning. Shorter or fewer runs "
                "until mornings are as before would be kind to it.",
                "After %d runs of the last two weeks, your back was worse on the next morning. Shorter or fewer runs "
                "until mornings are as before would be kind to it.",
                runs),
      runs);
}

char *
lum_message_red_runs (int runs)
{
  return g_strdup_printf (
      /* Translators: %d runs, at least 2. */
      ngettext ("%d run in the last seven days hurt too much. Pause running, keep walking, and talk to someone.",
                "%d runs in the last seven days hurt too much. Pause running, keep walking, and talk to someone.",
                runs),
      runs);
}

/* --- OU-12 --- */

char *
lum_message_shoe (const char *name, double metres, LumUnits units)
{
  g_autofree char *distance = lum_format_distance (metres, units);

  /* Translators: %1$s is the name of a pair of shoes, %2$s a distance. */
  return g_strdup_printf (
      _ ("%1$s: %2$s. The article says it may be time for new shoes; look at wear and comfort — the "
         "number itself is a convention."),
      name, distance);
}
