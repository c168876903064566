/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-messages.h"

/* The words of the load–pain test (LA-8). A pattern is all that it can show. */

char *
lum_message_link (int weeks, gboolean more, double after_long, int n_long, double after_rest, int n_rest)
{
  g_autofree char *tired = lum_format_number (after_long, 1);
  g_autofree char *rested = lum_format_number (after_rest, 1);

  if (more)
    return g_strdup_printf (
        /* Translators: %1$d weeks; %2$s and %3$s mean pain scores; %4$d and %5$d how many days each is the mean of. The
         * plural is that of the weeks, at least 8. */
        ngettext ("In your last %1$d week, days after longer runs tended to hurt more (average %2$s after your longest "
                  "runs, %3$s after rest days; %4$d and %5$d days). This is a pattern, not proof of cause; other "
                  "things may differ on those days.",
                  "In your last %1$d weeks, days after longer runs tended to hurt more (average %2$s after your "
                  "longest runs, %3$s after rest days; %4$d and %5$d days). This is a pattern, not proof of cause; "
                  "other things may differ on those days.",
                  weeks),
        weeks, tired, rested, n_long, n_rest);
  return g_strdup_printf (
      /* Translators: as the sentence on days that hurt more. */
      ngettext ("In your last %1$d week, days after longer runs tended to hurt less (average %2$s after your longest "
                "runs, %3$s after rest days; %4$d and %5$d days). People run more on good days, so this says little "
                "about running itself.",
                "In your last %1$d weeks, days after longer runs tended to hurt less (average %2$s after your longest "
                "runs, %3$s after rest days; %4$d and %5$d days). People run more on good days, so this says little "
                "about running itself.",
                weeks),
      weeks, tired, rested, n_long, n_rest);
}

/* A link that shows on another day than the next, or on the next without the means that would tell it. */
char *
lum_message_link_at_lag (int weeks, gboolean more, int lag)
{
  if (lag == 0 && more)
    /* Translators: %d is a number of weeks, at least 8; likewise in the sentences that follow. */
    return g_strdup_printf (_ ("In your last %d weeks, pain tended to be higher on the same day as longer runs. This "
                               "is a pattern, not proof of cause; other things may differ on those days."),
                            weeks);
  if (lag == 0)
    return g_strdup_printf (_ ("In your last %d weeks, pain tended to be lower on the same day as longer runs. People "
                               "run more on good days, so this says little about running itself."),
                            weeks);
  if (lag == 1 && more)
    return g_strdup_printf (_ ("In your last %d weeks, pain tended to be higher the day after longer runs. This is a "
                               "pattern, not proof of cause; other things may differ on those days."),
                            weeks);
  if (lag == 1)
    return g_strdup_printf (_ ("In your last %d weeks, pain tended to be lower the day after longer runs. People run "
                               "more on good days, so this says little about running itself."),
                            weeks);
  if (lag == 2 && more)
    return g_strdup_printf (_ ("In your last %d weeks, pain tended to be higher two days after longer runs. This is a "
                               "pattern, not proof of cause; other things may differ on those days."),
                            weeks);
  if (lag == 2)
    return g_strdup_printf (_ ("In your last %d weeks, pain tended to be lower two days after longer runs. This is a "
                               "pattern; people run more on good days."),
                            weeks);
  if (more)
    return g_strdup_printf (_ ("In your last %d weeks, pain tended to be higher three days after longer runs. This is "
                               "a pattern, not proof of cause; other things may differ on those days."),
                            weeks);
  return g_strdup_printf (_ ("In your last %d weeks, pain tended to be lower three days after longer runs. This is a "
                             "pattern; people run more on good days."),
                          weeks);
}

char *
lum_message_no_link (int scored)
{
  return g_strdup_printf (
      /* Translators: %d is the number of days with a score. */
      ngettext ("No clear link between running and next-day pain in %d day. That does not rule one out.",
                "No clear link between running and next-day pain in %d days. That does not rule one out.", scored),
      scored);
}

/* LA-5: the plain contrast, beside a verdict that does not tell it. */
char *
lum_message_link_contrast (double after_long, int n_long, double after_rest, int n_rest)
{
  g_autofree char *tired = lum_format_number (after_long, 1);
  g_autofree char *rested = lum_format_number (after_rest, 1);

  return g_strdup_printf (
      /* Translators: %1$s and %2$s are mean pain scores; %3$d and %4$d how many days each is the mean of. The plural is
       * that of the last, at least 3. */
      ngettext ("On average %1$s the day after your longest runs and %2$s after rest days (%3$d and %4$d day).",
                "On average %1$s the day after your longest runs and %2$s after rest days (%3$d and %4$d days).",
                n_rest),
      tired, rested, n_long, n_rest);
}

char *
lum_message_link_no_contrast (int n_long, int n_rest)
{
  return g_strdup_printf (
      /* Translators: both are numbers of days, one of them below 3. The plural is that of the last. */
      ngettext ("Too few scores on the day after to compare: %1$d after your longest runs, %2$d after a rest day.",
                "Too few scores on the day after to compare: %1$d after your longest runs, %2$d after rest days.",
                n_rest),
      n_long, n_rest);
}

char *
lum_message_link_too_early (int scored, int wanted)
{
  return g_strdup_printf (
      /* Translators: %1$d days with a score so far, %2$d are needed. The plural is that of the first. */
      ngettext ("Too early to tell whether running goes with pain: %1$d day with a score so far. It takes eight weeks, "
                "%2$d of their days with a score, and 15 days each with and without a run.",
                "Too early to tell whether running goes with pain: %1$d days with a score so far. It takes eight "
                "weeks, %2$d of their days with a score, and 15 days each with and without a run.",
                scored),
      scored, wanted);
}

char *
lum_message_link_too_constant (void)
{
  return g_strdup (_ ("Your scores are nearly all the same, so nothing can be seen to go with running."));
}

char *
lum_message_link_too_regular (void)
{
  return g_strdup (_ ("You run on the same weekdays, so running cannot be told apart from other weekly habits."));
}

/* LA-7 */
char *
lum_message_link_not_settled (void)
{
  return g_strdup (_ ("It is looked at once a week, and told when two weeks agree. The last two did not, or there was "
                      "only one so far."));
}
