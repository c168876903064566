/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-report-document.h"
#include "lum-report-offer.h"

/* FUNCTION: the two activities then and now (RP-8), nights, and pain by moment. */

static char *
describe_activity (const LumReportInput *input, const LumActivity *activity)
{
  LumActivityCourse course = lum_activity_course_new (input->diary, activity, input->last);
  g_autofree char *name = lum_report_isolate (activity->name);

  if (!course.then)
    return NULL;
  if (course.then == course.now)
    /* Translators: an activity in the person's words and how well it goes, 0 to 10 */
    return g_strdup_printf (_ ("%1$s: %2$d of 10"), name, course.then->score);
  /* Translators: an activity in the person's words and how well it went at first and goes now, 0 to 10 */
  return g_strdup_printf (_ ("%1$s: %2$d → %3$d of 10"), name, course.then->score, course.now->score);
}

static void
add_activities (const LumReportInput *input, GPtrArray *words)
{
  gsize n;
  const LumActivity *activities = lum_diary_get_activities (input->diary, &n);

  for (gsize i = 0; i < n; i++) {
    char *word = activities[i].name ? describe_activity (input, &activities[i]) : NULL;

    if (word)
      g_ptr_array_add (words, word);
  }
  /* Beside pain, which runs the other way. */
  if (words->len > 0)
    g_ptr_array_add (words, g_strdup (C_ ("activities", "(10 = able as before)")));
}

static void
add_nights (const LumReportInput *input, GPtrArray *words)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (input->diary, &n);
  int asked = 0, woken = 0;

  for (gsize i = 0; i < n; i++) {
    if (details[i].day < input->first || details[i].day > input->last || details[i].nights_woken == LUM_INT_NONE)
      continue;
    asked++;
    woken += details[i].nights_woken > 0;
  }
  if (asked > 0)
    g_ptr_array_add (words,
                     g_strdup_printf (ngettext ("woken in %1$d of %2$d night", "woken in %1$d of %2$d nights", asked),
                                      woken, asked));
}

static void
add_moment (const LumReportInput *input, LumMoment moment, const char *format, GPtrArray *words)
{
  gsize n;
  const LumPainEntry *entries = lum_diary_get_pain (input->diary, &n);
  double sum = 0;
  int count = 0;

  for (gsize i = 0; i < n; i++) {
    if (entries[i].moment != (gint32) moment || entries[i].day < input->first || entries[i].day > input->last)
      continue;
    sum += entries[i].score;
    count++;
  }
  if (count > 0) {
    g_autofree char *mean = lum_format_number (sum / count, 1);
    g_autofree char *number = g_strdup_printf ("%d", count);
    const char *parts[] = {mean, number};
    g_autoptr (GString) text = g_string_new (format);

    g_string_replace (text, "{mean}", parts[0], 1);
    g_string_replace (text, "{n}", parts[1], 1);
    g_ptr_array_add (words, g_strdup (text->str));
  }
}

char *
lum_part_function (const LumReportInput *input)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  add_activities (input, words);
  add_nights (input, words);
  /* Translators: the mean score at a moment of the day and how many scores it is made of; keep {mean} and {n}; "whole day"
   * is the average that is asked in the evening */
  add_moment (input, LUM_MOMENT_WAKING, _ ("pain on waking {mean} (n {n})"), words);
  add_moment (input, LUM_MOMENT_AVERAGE, _ ("pain, whole day {mean} (n {n})"), words);
  add_moment (input, LUM_MOMENT_DURING_RUN, _ ("pain during runs {mean} (n {n})"), words);
  add_moment (input, LUM_MOMENT_AFTER_RUN, _ ("pain after runs {mean} (n {n})"), words);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", (char *) g_ptr_array_index (words, i));
  return g_string_free (text, text->len == 0);
}
