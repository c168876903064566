/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-report-document.h"

/* ASKS, SINCE, TRIED, SEEN, WORSE WITH and BETTER WITH: what the patient wrote down. */

#define MOST_QUESTIONS 3
#define MOST_WORDS 3

char *
lum_part_asks (const LumReportInput *input)
{
  g_auto (GStrv) lines = g_strsplit (input->options.questions ? input->options.questions : "", "\n", -1);
  GString *text = g_string_new (NULL);
  int n = 0;

  for (char **line = lines; *line && n < MOST_QUESTIONS; line++) {
    g_strstrip (*line);
    if (**line) {
      g_autofree char *question = lum_report_isolate (*line);

      lum_report_add_line (text, g_strdup_printf ("%d. %s", ++n, question));
    }
  }
  return g_string_free (text, n == 0);
}

static const LumVisit *
find_last_visit (const LumReportInput *input)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (input->diary, &n);
  const LumVisit *found = NULL;

  for (gsize i = 0; i < n; i++)
    if (visits[i].day <= input->options.today && (!found || visits[i].day >= found->day))
      found = &visits[i];
  return found;
}

/* What the patient wrote is closed with a full stop where it has none. */
static char *
describe_agreed (const char *agreed)
{
  g_autofree char *text = g_strstrip (g_strdup (agreed));
  gunichar last = *text ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;
  g_autofree char *isolated = lum_report_isolate (text);

  if (last == 0)
    return NULL;
  if (g_unichar_ispunct (last))
    /* Translators: %s is what was agreed, in the patient's words */
    return g_strdup_printf (_ ("Agreed: %s"), isolated);
  /* Translators: %s is what was agreed, in the patient's words, which end without a full stop */
  return g_strdup_printf (_ ("Agreed: %s."), isolated);
}

static char *
describe_visit_day (const LumReportInput *input, const LumVisit *visit)
{
  g_autofree char *day = lum_report_format_day (input, visit->day);
  g_autofree char *who = visit->who ? lum_report_isolate (visit->who) : NULL;

  if (who)
    /* Translators: %1$s is a date, %2$s who was seen */
    return g_strdup_printf (_ ("Last visit %1$s, %2$s."), day, who);
  return g_strdup_printf (_ ("Last visit %s."), day);
}

/* Each number then and now, in a line of its own, with what it is the mean of (RP-4). */
static char *
compare_pain (const LumReportInput *input, LumDay then_first, LumDay then_last)
{
  LumDay now_first = input->last - LUM_P_MEAN_WIN + 1;
  double then = lum_series_get_mean (input->series, then_first, then_last, LUM_P_MEAN_SCORED);
  double now = lum_series_get_mean (input->series, now_first, input->last, LUM_P_MEAN_SCORED);
  g_autofree char *a = NULL, *b = NULL;

  if (isnan (then) || isnan (now))
    return g_strdup (_ ("Mean pain: too few scores in the week up to it, or in the last 7 days, to compare."));
  a = lum_format_number (then, 1);
  b = lum_format_number (now, 1);
  return g_strdup_printf (
      /* Translators: means of the week up to the visit and of the last one, each with how many days it is made of */
      _ ("Mean pain: %1$s (n %2$d) in the week up to it → %3$s (n %4$d) in the last 7 days."), a,
      lum_series_count_scores (input->series, then_first, then_last), b,
      lum_series_count_scores (input->series, now_first, input->last));
}

static char *
compare_running (const LumReportInput *input, LumDay then_first, LumDay then_last)
{
  double then = lum_series_get_load (input->series, LUM_CHART_LOAD_DISTANCE, then_first, then_last);
  double now = lum_series_get_load (input->series, LUM_CHART_LOAD_DISTANCE, input->last - LUM_P_WEEK + 1, input->last);
  g_autofree char *a = lum_format_distance (then, input->options.units);
  g_autofree char *b = lum_format_distance (now, input->options.units);

  if (!(then > 0) && !(now > 0))
    return g_strdup (_ ("Running: none in the week up to it, none in the last 7 days."));
  /* Translators: distances of the week up to the visit and of the last one */
  return g_strdup_printf (_ ("Running: %1$s in the week up to it → %2$s in the last 7 days."), a, b);
}

/* SINCE: what was agreed at the last visit, then pain and running then and now. */
char *
lum_part_since (const LumReportInput *input)
{
  const LumVisit *visit = find_last_visit (input);
  GString *text;
  LumDay then_first;

  if (!visit || visit->day >= input->last)
    return NULL;
  text = g_string_new (NULL);
  lum_report_add_sentence (text, describe_visit_day (input, visit));
  lum_report_add_sentence (text, visit->agreed ? describe_agreed (visit->agreed) : NULL);
  /* Before a week has passed the two weeks would share days. */
  if (input->last - visit->day >= LUM_P_WEEK) {
    then_first = visit->day - LUM_P_WEEK + 1;
    lum_report_add_line (text, compare_pain (input, then_first, visit->day));
    lum_report_add_line (text, compare_running (input, then_first, visit->day));
  }
  return g_string_free (text, FALSE);
}

static const char *
describe_help (int helped)
{
  static const char *const words[] = {NC_ ("helped", "no"), NC_ ("helped", "some"), NC_ ("helped", "much")};

  return helped >= 0 && helped <= 2 ? g_dpgettext2 (GETTEXT_PACKAGE, "helped", words[helped]) : NULL;
}

static gboolean
is_in_period (const LumReportInput *input, const LumTreatment *treatment)
{
  return treatment->name && treatment->first != LUM_DAY_NONE && treatment->first <= input->last &&
         (treatment->last == LUM_DAY_NONE || treatment->last >= input->first);
}

static char *
describe_treatment (const LumReportInput *input, const LumTreatment *treatment)
{
  const char *help = describe_help (treatment->helped);
  g_autofree char *name = lum_report_isolate (treatment->name);
  g_autofree char *range = NULL;

  if (treatment->last == LUM_DAY_NONE) {
    g_autofree char *day = lum_report_format_day (input, treatment->first);

    /* Translators: of a course that goes on; %s is its first day */
    range = g_strdup_printf (C_ ("treatment", "since %s"), day);
  } else {
    range = lum_report_format_range (treatment->first, treatment->last, input->options.today);
  }
  if (help)
    /* Translators: a treatment, its dates, and whether it helped: no, some, much */
    return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), name, range, help);
  /* Translators: a treatment and its dates */
  return g_strdup_printf (_ ("%1$s, %2$s"), name, range);
}

/* Each treatment once, the newest course first; how often it was tried where that was more than once. */
char *
lum_part_tried (const LumReportInput *input)
{
  gsize n;
  const LumTreatment *treatments = lum_diary_get_treatments (input->diary, &n);
  g_autoptr (GHashTable) courses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    if (is_in_period (input, &treatments[i]))
      g_hash_table_insert (courses, (gpointer) treatments[i].name,
                           GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (courses, treatments[i].name)) + 1));

  for (gsize i = n; i-- > 0;) {
    g_autofree char *newest = NULL;
    int times;

    if (!is_in_period (input, &treatments[i]) || !g_hash_table_add (told, (gpointer) treatments[i].name))
      continue;
    times = GPOINTER_TO_INT (g_hash_table_lookup (courses, treatments[i].name));
    newest = describe_treatment (input, &treatments[i]);
    g_string_append (text, text->len > 0 ? " · " : "");
    if (times > 1)
      g_string_append_printf (
          text,
          /* Translators: the newest course of a treatment (name, dates, help), and how often it was tried in the period */
          ngettext ("%1$s (%2$d course)", "%1$s (%2$d courses)", times), newest, times);
    else
      g_string_append (text, newest);
  }
  return g_string_free (text, text->len == 0);
}

/* Every course, for the appendix. */
LumReportTable *
lum_part_treatments (const LumReportInput *input)
{
  gsize n;
  const LumTreatment *treatments = lum_diary_get_treatments (input->diary, &n);
  LumReportTable *table = lum_report_table_new ();

  lum_report_table_add_column (table, _ ("Treatment"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, C_ ("treatment", "From"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, C_ ("treatment", "To"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, C_ ("treatment", "Helped"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, _ ("Note"), LUM_REPORT_ALIGN_START);
  for (gsize i = 0; i < n; i++) {
    const LumTreatment *course = &treatments[i];

    if (!is_in_period (input, course))
      continue;
    lum_report_table_add (table, lum_report_isolate (course->name));
    lum_report_table_add (table, lum_report_format_day (input, course->first));
    lum_report_table_add (table, course->last == LUM_DAY_NONE ? g_strdup (C_ ("treatment", "goes on"))
                                                              : lum_report_format_day (input, course->last));
    lum_report_table_add (table, g_strdup (describe_help (course->helped)));
    lum_report_table_add (table, course->note ? lum_report_isolate (course->note) : NULL);
  }
  return lum_report_table_end (table);
}

static char *
describe_plan (const LumReportInput *input, const LumVisit *visit)
{
  g_autofree char *until =
      visit->pause_until == LUM_DAY_NONE ? NULL : lum_report_format_day (input, visit->pause_until);

  if (visit->plan == LUM_PLAN_RUN_AS_AGREED)
    return g_strdup (_ ("Run as agreed."));
  if (visit->plan != LUM_PLAN_PAUSE)
    return NULL;
  /* Translators: running is paused; %s is a date */
  return until ? g_strdup_printf (_ ("Pause from running until %s."), until) : g_strdup (_ ("Pause from running."));
}

/* Every visit of the period with what was agreed, a line each where there are several. */
char *
lum_part_seen (const LumReportInput *input)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (input->diary, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *day = NULL, *who = NULL, *next = NULL;
    GString *visit;

    if (visits[i].day < input->first || visits[i].day > input->last)
      continue;
    day = lum_report_format_day (input, visits[i].day);
    who = visits[i].who ? lum_report_isolate (visits[i].who) : NULL;
    visit = g_string_new (NULL);
    if (who)
      /* Translators: who was seen, and the date */
      lum_report_add_sentence (visit, g_strdup_printf (_ ("%1$s, %2$s."), who, day));
    else
      /* Translators: the date of a visit */
      lum_report_add_sentence (visit, g_strdup_printf (C_ ("visit", "%s."), day));
    lum_report_add_sentence (visit, visits[i].agreed ? describe_agreed (visits[i].agreed) : NULL);
    lum_report_add_sentence (visit, describe_plan (input, &visits[i]));
    if (visits[i].next != LUM_DAY_NONE) {
      next = lum_report_format_day (input, visits[i].next);
      /* Translators: %s is a date */
      lum_report_add_sentence (visit, g_strdup_printf (_ ("Next appointment %s."), next));
    }
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", visit->str);
    g_string_free (visit, TRUE);
  }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

typedef struct {
  char *word;
  int n;
} Count;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *x = a, *y = b;

  return x->n != y->n ? y->n - x->n : strcmp (x->word, y->word);
}

static void
count_word (GArray *counts, const char *word)
{
  g_autofree char *key = g_utf8_strdown (word, -1);

  for (guint i = 0; i < counts->len; i++) {
    Count *count = &g_array_index (counts, Count, i);

    if (strcmp (count->word, key) == 0) {
      count->n++;
      return;
    }
  }
  g_array_append_val (counts, ((Count){g_steal_pointer (&key), 1}));
}

static void
clear_count (gpointer data)
{
  g_free (((Count *) data)->word);
}

static char *
describe_words (const LumReportInput *input, gboolean worse)
{
  gsize n;
  const LumDayDetail *details = lum_diary_get_details (input->diary, &n);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (Count));
  GString *text;

  g_array_set_clear_func (counts, clear_count);
  for (gsize i = 0; i < n; i++) {
    const char *words = worse ? details[i].worse_with : details[i].better_with;
    g_auto (GStrv) lines = g_strsplit (words ? words : "", "\n", -1);

    if (details[i].day < input->first || details[i].day > input->last)
      continue;
    for (char **line = lines; *line; line++) {
      g_strstrip (*line);
      if (**line)
        count_word (counts, *line);
    }
  }
  if (counts->len == 0)
    return NULL;
  g_array_sort (counts, compare_counts);
  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (counts->len, MOST_WORDS); i++) {
    const Count *count = &g_array_index (counts, Count, i);
    g_autofree char *word = lum_report_isolate (count->word);

    g_string_append_printf (text, "%s%s (%d)", i > 0 ? " · " : "", word, count->n);
  }
  return g_string_free (text, FALSE);
}

char *
lum_part_worse (const LumReportInput *input)
{
  return describe_words (input, TRUE);
}

char *
lum_part_better (const LumReportInput *input)
{
  return describe_words (input, FALSE);
}
