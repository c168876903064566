/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-messages.h"

/* The words of the rules of load that are never cards (rules §4, OU-16). */

char *
lum_message_monotony (void)
{
  return g_strdup (_ ("Your days this week were all alike. Mixing hard, easy and rest days is kinder."));
}

char *
lum_message_ramp (double metres, double ratio, LumUnits units)
{
  g_autofree char *distance = lum_format_distance (metres, units);

  /* Translators: %1$s is a distance, %2$d a percentage over 30. */
  return g_strdup_printf (
      _ ("This week’s %1$s is %2$d %% more than last week and your biggest in a month. Weekly jumps "
         "are a weak warning sign on their own; an easier week is an option."),
      distance, (int) lround ((ratio - 1) * 100));
}

char *
lum_message_intensity (double week, double usual)
{
  int minutes = (int) lround (week);

  return g_strdup_printf (
      /* Translators: %1$d minutes of this week, %2$d of a usual one. The plural is that of the first. */
      ngettext (
          "%1$d hard minute this week against a usual %2$d. Keep the next runs easy and see how your back answers.",
          "%1$d hard minutes this week against a usual %2$d. Keep the next runs easy and see how your back "
          "answers.",
          minutes),
      minutes, (int) lround (usual));
}

char *
lum_message_hills (gboolean down)
{
  return g_strdup (down ? _ ("This week had much more downhill than usual.")
                        : _ ("This week had much more uphill than usual."));
}

char *
lum_message_new_surface (int surface)
{
  switch ((LumSurface) surface) {
  case LUM_SURFACE_ROAD:
    return g_strdup (_ ("Most of this week was on roads, new for you lately."));
  case LUM_SURFACE_TRAIL:
    return g_strdup (_ ("Most of this week was on trail, new for you lately."));
  case LUM_SURFACE_TRACK:
    return g_strdup (_ ("Most of this week was on a track, new for you lately."));
  case LUM_SURFACE_TREADMILL:
    return g_strdup (_ ("Most of this week was on a treadmill, new for you lately."));
  case LUM_SURFACE_GRASS:
    return g_strdup (_ ("Most of this week was on grass, new for you lately."));
  case LUM_SURFACE_SAND:
    return g_strdup (_ ("Most of this week was on sand, new for you lately."));
  }
  return g_strdup (_ ("Most of this week was on a surface that is new for you lately."));
}

char *
lum_message_rotation (int runs)
{
  return g_strdup_printf (
      /* Translators: %d is at least 8. */
      ngettext (
          "All %d run in 4 weeks was in one pair. Runners who used more than one pair had fewer injuries in one "
          "study.",
          "All %d runs in 4 weeks were in one pair. Runners who used more than one pair had fewer injuries in one "
          "study.",
          runs),
      runs);
}

char *
lum_message_after_break (int days_off, gboolean no_reference)
{
  if (no_reference)
    return g_strdup_printf (
        /* Translators: %d is at least 30. */
        ngettext ("First run after %d day off. There is no recent run to compare it with: start short.",
                  "First run after %d days off. There is no recent run to compare it with: start short.", days_off),
        days_off);
  return g_strdup_printf (
      /* Translators: %d is at least 14. */
      ngettext ("First run after %d day off. Start with about half of your old long run.",
                "First run after %d days off. Start with about half of your old long run.", days_off),
      days_off);
}
