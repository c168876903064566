/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-messages.h"

#include <math.h>

#include "lum-i18n.h"

/* Sentences with the person's own numbers. Scores come with one decimal, days in the locale's form. */

static char *
format_score (double score)
{
  return lum_format_number (score, 1);
}

/* A date that a person can place: with its year where that is not this one. */
char *
lum_message_date (LumDay day, LumDay today)
{
  int year, this_year;

  lum_day_to_ymd (day, &year, NULL, NULL);
  lum_day_to_ymd (today, &this_year, NULL, NULL);
  return lum_day_format (day, year == this_year ? LUM_DAY_FORMAT_SHORT : LUM_DAY_FORMAT_LONG);
}

static char *
join_sentences (char *first, const char *second)
{
  g_autofree char *owned = first;

  /* Translators: two whole sentences that follow each other. */
  return g_strdup_printf (C_ ("sentences", "%1$s %2$s"), owned, second);
}

/* --- EP-11 --- */

char *
lum_message_strong (int earlier, int later, int days)
{
  return g_strdup_printf (
      /* Translators: %1$d and %2$d are two pain scores, %3$d the days that they span, 2 or 3. */
      ngettext (
          "%1$d and %2$d in %3$d day. That deserves an appointment this week, sooner if it keeps rising. First, the "
          "one-minute safety check.",
          "%1$d and %2$d in %3$d days. That deserves an appointment this week, sooner if it keeps rising. First, the "
          "one-minute safety check.",
          days),
      earlier, later, days);
}

char *
lum_message_worse (double last, double previous)
{
  g_autofree char *now = format_score (last);
  g_autofree char *before = format_score (previous);

  /* Translators: %1$s and %2$s are mean pain scores. */
  return g_strdup_printf (
      _ ("Worse: %1$s this week, %2$s last week. That deserves an appointment this week, sooner if it "
         "keeps rising. First, the one-minute safety check."),
      now, before);
}

char *
lum_message_stops_activities (void)
{
  return g_strdup (
      _ ("You ticked that it stops your daily activities. That deserves an appointment this week, sooner if "
         "it keeps rising. First, the one-minute safety check."));
}

/* --- RF-18 --- */

char *
lum_message_leg_signs (void)
{
  return g_strdup (
      _ ("You ticked a numb or weak leg. With back pain that should be looked at: speak to a doctor or an urgent-care "
         "line today. If it is in both legs, if it grows, or with numbness around the seat or trouble with bladder or "
         "bowels, get help at once. Leave running until you have."));
}

/* --- EP-8 --- */

char *
lum_message_three_weeks (int pain, int known, LumDay since, LumDay today)
{
  g_autofree char *date = lum_message_date (since, today);

  return g_strdup_printf (
      /* Translators: %1$d pain days of %2$d logged days since the date %3$s. The plural is that of the logged days. */
      ngettext (
          "Pain on %1$d of %2$d logged day since %3$s. A spine clinic’s advice is to see someone when it goes on "
          "longer than two to three weeks. Many people need longer than that, and it does not mean damage. A "
          "routine appointment with a physiotherapist or doctor is fine. Keep walking, and keep runs easy until "
          "then.",
          "Pain on %1$d of %2$d logged days since %3$s. A spine clinic’s advice is to see someone when it goes on "
          "longer than two to three weeks. Many people need longer than that, and it does not mean damage. A "
          "routine appointment with a physiotherapist or doctor is fine. Keep walking, and keep runs easy until "
          "then.",
          known),
      pain, known, date);
}

char *
lum_message_three_weeks_easing (double previous, double last)
{
  g_autofree char *before = format_score (previous);
  g_autofree char *now = format_score (last);

  /* Translators: %1$s and %2$s are mean pain scores, of last week and of this. */
  return g_strdup_printf (
      _ ("Three weeks, and easing (%1$s → %2$s). If that continues you may not need anyone; book if it "
         "stalls for a week."),
      before, now);
}

char *
lum_message_three_weeks_gaps (int known, int days)
{
  return g_strdup_printf (
      /* Translators: %1$d logged days of %2$d in all. The plural is that of all days. */
      ngettext ("You logged %1$d of %2$d day, so we can’t tell. How were the others?",
                "You logged %1$d of %2$d days, so we can’t tell. How were the others?", days),
      known, days);
}

char *
lum_message_three_weeks_slight (double mean)
{
  g_autofree char *score = format_score (mean);

  /* Translators: %s is a mean pain score below 2. */
  return g_strdup_printf (_ ("Three weeks, and slight by now: %s on average this week. Mention it when you see someone "
                             "anyway, or book if it rises again."),
                          score);
}

char *
lum_message_three_weeks_on_and_off (int pain, int known, LumDay since, LumDay today)
{
  g_autofree char *date = lum_message_date (since, today);

  return g_strdup_printf (
      /* Translators: %1$d pain days of %2$d logged days since the date %3$s. The plural is that of the logged days. */
      ngettext (
          "Pain on %1$d of %2$d logged day since %3$s, calm in between. Three weeks of coming and going are worth a "
          "word with a physiotherapist if it stays.",
          "Pain on %1$d of %2$d logged days since %3$s, calm in between. Three weeks of coming and going are worth a "
          "word with a physiotherapist if it stays.",
          known),
      pain, known, date);
}

char *
lum_message_twelve_weeks (int pain, int known)
{
  return g_strdup_printf (
      /* Translators: %1$d pain days of %2$d logged days. The plural is that of the logged days. */
      ngettext (
          "Twelve weeks, pain on %1$d of %2$d logged day. From here the day count says little, so Lumbar shows your "
          "usual range, flares and what you can do. If nobody has looked at it yet, this is a good moment; there "
          "are many options for relief.",
          "Twelve weeks, pain on %1$d of %2$d logged days. From here the day count says little, so Lumbar shows your "
          "usual range, flares and what you can do. If nobody has looked at it yet, this is a good moment; there "
          "are many options for relief.",
          known),
      pain, known);
}

char *
lum_message_twelve_weeks_slight (double mean)
{
  g_autofree char *score = format_score (mean);

  /* Translators: %s is a mean pain score below 2. */
  return g_strdup_printf (_ ("Twelve weeks, and slight by now: %s on average this week. From here the day count says "
                             "little, so Lumbar shows your usual range."),
                          score);
}

/* --- EP-9, EP-9b --- */

static const char *
get_goes_advice (gboolean after_runs)
{
  if (after_runs)
    return _ (
        "It never lasts long enough to reach three weeks, so a day count would miss it. Try a shorter long run for "
        "two weeks; mention it to a physiotherapist if it stays.");
  return _ ("It never lasts long enough to reach three weeks, so a day count would miss it. Mention it to a "
            "physiotherapist if it stays.");
}

static char *
format_weekday (int weekday, int weeks)
{
  switch (weekday) {
  case 1:
    /* Translators: %d is a number of weeks, at least 4; likewise for the other days of the week. */
    return g_strdup_printf (_ ("Pain on each of the last %d Mondays, calm in between."), weeks);
  case 2:
    return g_strdup_printf (_ ("Pain on each of the last %d Tuesdays, calm in between."), weeks);
  case 3:
    return g_strdup_printf (_ ("Pain on each of the last %d Wednesdays, calm in between."), weeks);
  case 4:
    return g_strdup_printf (_ ("Pain on each of the last %d Thursdays, calm in between."), weeks);
  case 5:
    return g_strdup_printf (_ ("Pain on each of the last %d Fridays, calm in between."), weeks);
  case 6:
    return g_strdup_printf (_ ("Pain on each of the last %d Saturdays, calm in between."), weeks);
  default:
    return g_strdup_printf (_ ("Pain on each of the last %d Sundays, calm in between."), weeks);
  }
}

char *
lum_message_each_weekday (int weekday, int weeks, gboolean after_runs)
{
  return join_sentences (format_weekday (weekday, weeks), get_goes_advice (after_runs));
}

char *
lum_message_comes_and_goes (int pain, int known, gboolean after_runs)
{
  return join_sentences (
      g_strdup_printf (
          /* Translators: %1$d pain days of %2$d logged days. The plural is that of the logged days. */
          ngettext ("Pain in each of the last four weeks, on %1$d of %2$d logged day, calm in between.",
                    "Pain in each of the last four weeks, on %1$d of %2$d logged days, calm in between.", known),
          pain, known),
      get_goes_advice (after_runs));
}

char *
lum_message_keeps_coming_back (int pain, int known, gboolean calm_week)
{
  char *sentence;

  if (calm_week)
    sentence = g_strdup_printf (
        /* Translators: %1$d pain days of %2$d logged days. The plural is that of the logged days. */
        ngettext ("Pain on %1$d of %2$d logged day, with a calm week in between.",
                  "Pain on %1$d of %2$d logged days, with a calm week in between.", known),
        pain, known);
  else
    sentence = g_strdup_printf (
        /* Translators: %1$d pain days of %2$d logged days. The plural is that of the logged days. */
        ngettext ("Pain on %1$d of %2$d logged day, with a break in between.",
                  "Pain on %1$d of %2$d logged days, with a break in between.", known),
        pain, known);

  return join_sentences (sentence, _ ("The count starts anew each time, so a day count would miss it. Mention it to a "
                                      "physiotherapist if it stays."));
}

/* --- two weeks, low grade --- */

char *
lum_message_two_weeks (double last, double previous, LumDay by, LumDay today)
{
  g_autofree char *date = lum_message_date (by, today);

  if (isnan (last) || isnan (previous))
    /* Translators: %s is a date about a week ahead. */
    return g_strdup_printf (
        _ ("Two weeks. Strains usually ease about now or in the next week. If it isn’t clearly better "
           "by %s, book a routine appointment."),
        date);

  g_autofree char *now = format_score (last);
  g_autofree char *before = format_score (previous);

  /* Translators: %1$s and %2$s are mean pain scores, %3$s is a date about a week ahead. */
  return g_strdup_printf (
      _ ("Two weeks. Strains usually ease about now or in the next week. Yours: %1$s this week, %2$s "
         "last week. If it isn’t clearly better by %3$s, book a routine appointment."),
      now, before, date);
}

char *
lum_message_low_grade (int ones, int known)
{
  return g_strdup_printf (
      /* Translators: %1$d days with the score 1, of %2$d logged days. The plural is that of the logged days. */
      ngettext (
          "A steady 1 out of 10: %1$d of %2$d logged day in four weeks. Nothing to act on; mention it when you see "
          "someone anyway.",
          "A steady 1 out of 10: %1$d of %2$d logged days in four weeks. Nothing to act on; mention it when you see "
          "someone anyway.",
          known),
      ones, known);
}

/* --- OU-5 --- */

char *
lum_message_long_run (double metres, double reference_m, double easy_m, gboolean this_week, LumUnits units)
{
  g_autofree char *run = lum_format_distance (metres, units);
  g_autofree char *reference = lum_format_distance (reference_m, units);
  g_autofree char *easy = lum_format_distance (easy_m, units);

  if (this_week)
    /* Translators: the three %s are distances with their unit. */
    return g_strdup_printf (
        _ ("%1$s; your longest in the 30 days before was %2$s. In a study of 5,200 runners, runs more "
           "than 10 %% beyond that were followed by more overuse injuries of all kinds, not backs in "
           "particular. Your back hurt this week: an easy few days, under %3$s, is a cheap test."),
        run, reference, easy);
  /* Translators: the three %s are distances with their unit. */
  return g_strdup_printf (
      _ ("%1$s; your longest in the 30 days before was %2$s. In a study of 5,200 runners, runs more "
         "than 10 %% beyond that were followed by more overuse injuries of all kinds, not backs in "
         "particular. Your back hurt in the last month: a few runs under %3$s are a cheap test."),
      run, reference, easy);
}

/* --- what stands behind a card --- */

char *
lum_message_days (LumDay first, LumDay last, int missing, LumDay today)
{
  g_autofree char *from = lum_message_date (first, today);
  g_autofree char *to = lum_message_date (last, today);

  if (missing == 0)
    /* Translators: the two %s are dates. */
    return g_strdup_printf (_ ("%1$s – %2$s, no day missing"), from, to);
  /* Translators: %1$s and %2$s are dates, %3$d the days between them without an entry or an answer. */
  return g_strdup_printf (ngettext ("%1$s – %2$s, %3$d day missing", "%1$s – %2$s, %3$d days missing", missing), from,
                          to, missing);
}

char *
lum_message_runs (LumDay first, LumDay last, int runs, LumDay today)
{
  g_autofree char *from = lum_message_date (first, today);
  g_autofree char *to = lum_message_date (last, today);

  /* Translators: %1$s and %2$s are dates, %3$d the runs between them. */
  return g_strdup_printf (ngettext ("%1$s – %2$s, %3$d run", "%1$s – %2$s, %3$d runs", runs), from, to, runs);
}

char *
lum_message_pain_of_known (int pain, int known)
{
  return g_strdup_printf (
      /* Translators: %1$d pain days of %2$d logged days. The plural is that of the logged days. */
      ngettext ("%1$d of %2$d logged day", "%1$d of %2$d logged days", known), pain, known);
}

char *
lum_message_mean (double mean, int scored)
{
  g_autofree char *score = format_score (mean);

  return g_strdup_printf (
      /* Translators: %1$s is a mean score, %2$d the number of days that it is made from. */
      ngettext ("%1$s (%2$d day)", "%1$s (%2$d days)", scored), score, scored);
}

char *
lum_message_score (int score, LumDay day, LumDay today)
{
  g_autofree char *date = lum_message_date (day, today);

  /* Translators: %1$d is a pain score, %2$s the date of it. */
  return g_strdup_printf (_ ("%1$d on %2$s"), score, date);
}

/* --- the strain clock, and Today --- */

char *
lum_message_trend_better (double last, double previous, int pain, int known)
{
  g_autofree char *now = format_score (last);
  g_autofree char *before = format_score (previous);

  return g_strdup_printf (
      /* Translators: %1$s and %2$s are mean scores like 3.1; then pain days of logged days. The plural is theirs. */
      ngettext ("Easing: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged day.",
                "Easing: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged days.", known),
      now, before, pain, known);
}

char *
lum_message_trend_worse (double last, double previous, int pain, int known)
{
  g_autofree char *now = format_score (last);
  g_autofree char *before = format_score (previous);

  return g_strdup_printf (
      /* Translators: %1$s and %2$s are mean scores like 3.1; then pain days of logged days. The plural is theirs. */
      ngettext ("Worse: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged day.",
                "Worse: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged days.", known),
      now, before, pain, known);
}

char *
lum_message_trend_same (double last, double previous, int pain, int known)
{
  g_autofree char *now = format_score (last);
  g_autofree char *before = format_score (previous);

  return g_strdup_printf (
      /* Translators: %1$s and %2$s are mean scores like 3.1; then pain days of logged days. The plural is theirs. */
      ngettext ("About the same: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged day.",
                "About the same: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged days.", known),
      now, before, pain, known);
}

char *
lum_message_trend_unknown (int pain, int known)
{
  return g_strdup_printf (
      /* Translators: %1$d pain days of %2$d days with an entry or an answer. The plural is that of the logged days. */
      ngettext ("Pain on %1$d of %2$d logged day.", "Pain on %1$d of %2$d logged days.", known), pain, known);
}

char *
lum_message_nothing_logged (LumDay first, LumDay last, LumDay today)
{
  g_autofree char *from = lum_day_format (first, LUM_DAY_FORMAT_WEEKDAY);
  g_autofree char *to = lum_day_format (last, LUM_DAY_FORMAT_WEEKDAY);

  /* Translators: the two %s are days like "Thu 7 May". */
  return g_strdup_printf (_ ("Nothing logged %1$s – %2$s. Type a digit for each, or:"), from, to);
}

char *
lum_message_nothing_since (LumDay last_known, LumDay today)
{
  g_autofree char *date = lum_message_date (last_known, today);

  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("Nothing logged since %s. How has your back been?"), date);
}
