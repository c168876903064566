/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-messages.h"

/* The words on running (MS-4), and on how the pain goes over months. */

/* --- MS-4 --- */

char *
lum_message_run_easily (void)
{
  return g_strdup (_ ("Running: easy runs, with pain at 3 or less and no worse next morning; and book a routine "
                      "appointment."));
}

char *
lum_message_run_as_agreed (LumDay visit, LumDay today)
{
  g_autofree char *date = lum_message_date (visit, today);

  /* Translators: %s is the date of a visit to a doctor or physiotherapist. */
  return g_strdup_printf (_ ("Running: as agreed on %s."), date);
}

char *
lum_message_pause (void)
{
  return g_strdup (_ ("Running: pause, and walk as far as your back lets you."));
}

char *
lum_message_pause_for_safety (void)
{
  return g_strdup (_ ("Running: leave it until what you ticked was looked at."));
}

char *
lum_message_pause_as_agreed (LumDay until, LumDay today)
{
  g_autofree char *date = until == LUM_DAY_NONE ? NULL : lum_message_date (until, today);

  if (!date)
    return g_strdup (_ ("Running: paused, as agreed."));
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("Running: paused until %s, as agreed."), date);
}

/* --- for the person --- */

char *
lum_message_course_single (gboolean recent)
{
  return g_strdup (recent ? _ ("One episode in the last twelve months.") : _ ("None in the last twelve months."));
}

char *
lum_message_course_episodic (int episodes)
{
  return g_strdup_printf (
      /* Translators: %d is at least 2. */
      ngettext ("%d episode in the last twelve months, with a calm month or more in between.",
                "%d episodes in the last twelve months, with a calm month or more in between.", episodes),
      episodes);
}

char *
lum_message_course_fluctuating (void)
{
  return g_strdup (_ ("It comes and goes: calm days in between, but no calm month."));
}

char *
lum_message_course_ongoing (void)
{
  return g_strdup (_ ("Ongoing: no calm week in twelve weeks or more."));
}

/* --- for a doctor: the labels of guidelines and of trajectory research --- */

static const char *
get_pattern_label (LumPattern pattern)
{
  switch (pattern) {
  case LUM_PATTERN_EPISODIC:
    return _ ("Pattern: episodic.");
  case LUM_PATTERN_FLUCTUATING:
    return _ ("Pattern: fluctuating.");
  case LUM_PATTERN_ONGOING:
    return _ ("Pattern: ongoing.");
  default:
    return _ ("Pattern: single episode.");
  }
}

char *
lum_message_course_past (LumPattern pattern)
{
  return g_strdup (get_pattern_label (pattern));
}

char *
lum_message_course_label (LumPattern pattern, LumCourse course, gboolean chronic)
{
  const char *age;

  if (course == LUM_COURSE_CHRONIC)
    age = chronic ? _ ("Course: chronic, 12 weeks or more with pain on at least half the days.")
                  : _ ("Course: persistent, 12 weeks or more.");
  else if (course == LUM_COURSE_SUBACUTE)
    age = _ ("Course: subacute, 6 to 12 weeks.");
  else
    age = _ ("Course: acute, under 6 weeks.");
  /* Translators: two whole sentences that follow each other. */
  return g_strdup_printf (C_ ("sentences", "%1$s %2$s"), age, get_pattern_label (pattern));
}
