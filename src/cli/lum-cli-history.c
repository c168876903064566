/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "lum-cli.h"
#include "lum-day-list.h"
#include "lum-history.h"
#include "lum-i18n.h"
#include "lum-run.h"

static const char *
get_moment (gint32 moment)
{
  static const char *const moments[LUM_N_MOMENTS] = {
      NC_ ("moment of a score", "average"),        NC_ ("moment of a score", "on waking"),
      NC_ ("moment of a score", "during the run"), NC_ ("moment of a score", "after the run"),
      NC_ ("moment of a score", "worst"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "moment of a score", moments[moment]);
}

static void
print_note (const char *note)
{
  if (note && *note)
    g_print ("    %s\n", note);
}

/* How it began, where that was said with the entry. */
static void
print_onset (const LumPainEntry *entry)
{
  static const char *const hows[] = {
      NC_ ("how it began", "during a run"),
      NC_ ("how it began", "after a run"),
      NC_ ("how it began", "on lifting or twisting"),
      NC_ ("how it began", "with a fall"),
      NC_ ("how it began", "gradually"),
  };
  const char *how = entry->how >= 0 && entry->how < (gint32) G_N_ELEMENTS (hows)
                        ? g_dpgettext2 (GETTEXT_PACKAGE, "how it began", hows[entry->how])
                        : NULL;
  g_autofree char *day = entry->started == LUM_DAY_NONE ? NULL : lum_day_format (entry->started, LUM_DAY_FORMAT_LONG);

  if (day && how)
    /* Translators: a date, and how the pain began: "began 12 May 2026, after a run" */
    g_print (_ ("    began %1$s, %2$s\n"), day, how);
  else if (day)
    g_print (_ ("    began %s\n"), day);
  else if (how)
    /* Translators: how the pain began: "began after a run" */
    g_print (C_ ("how", "    began %s\n"), how);
}

static void
add_word (GString *text, gint32 on, const char *word)
{
  if (on == 1)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
}

static void
add_number (GString *text, gint32 value, const char *format)
{
  g_autofree char *number = g_strdup_printf ("%d", value);
  g_autoptr (GString) word = g_string_new (format);

  if (value == LUM_INT_NONE)
    return;
  g_string_replace (word, "{n}", number, 1);
  add_word (text, 1, word->str);
}

static void
add_lines (GString *text, const char *lines, const char *format)
{
  g_autoptr (GString) words = g_string_new (lines), word = g_string_new (format);

  if (words->len == 0)
    return;
  g_string_replace (words, "\n", ", ", 0);
  g_string_replace (word, "{words}", words->str, 1);
  add_word (text, 1, word->str);
}

static void
print_details (LumDayItem *item)
{
  gsize n;
  const LumDayDetail *details = lum_day_item_get_records (item, LUM_RECORD_DAY_DETAIL, &n);

  for (gsize i = 0; i < n; i++) {
    const LumDayDetail *d = &details[i];
    g_autoptr (GString) text = g_string_new (NULL);

    add_word (text, d->where_left, C_ ("low back", "left"));
    add_word (text, d->where_middle, C_ ("low back", "middle"));
    add_word (text, d->where_right, C_ ("low back", "right"));
    add_word (text, d->spread_buttock, C_ ("spreads to", "buttock"));
    add_word (text, d->spread_thigh, C_ ("spreads to", "thigh"));
    add_word (text, d->spread_below_knee, C_ ("spreads to", "below the knee"));
    add_word (text, d->leg_numb, C_ ("details", "numb or weak leg"));
    /* Translators: keep {n}, a number: "woken 1" is how often pain woke the person in the night; minutes of stiffness;
     * 0 to 10, how much it got in the way */
    add_number (text, d->nights_woken, C_ ("details", "woken {n}"));
    add_number (text, d->stiffness_min, C_ ("details", "stiff {n} min"));
    add_number (text, d->interference, C_ ("details", "in the way {n} of 10"));
    add_word (text, d->stops_activities, C_ ("details", "stopped daily activities"));
    if (d->sitting_h >= 0) {
      g_autofree char *hours = lum_format_number (d->sitting_h, 1);
      /* Translators: %s is a number of hours */
      g_autofree char *sat = g_strdup_printf (C_ ("details", "sat %s h"), hours);

      add_word (text, 1, sat);
    }
    add_word (text, d->heavy_lifting, C_ ("details", "heavy lifting"));
    /* Translators: keep {words}, the person's own */
    add_lines (text, d->worse_with, C_ ("details", "worse with {words}"));
    add_lines (text, d->better_with, C_ ("details", "better with {words}"));
    if (text->len > 0)
      g_print ("  %s\n", text->str);
    print_note (d->note);
  }
}

/* A treatment stands under its first day. */
static void
print_treatments (LumDayItem *item)
{
  gsize n;
  const LumTreatment *treatments = lum_diary_get_treatments (lum_day_item_get_diary (item), &n);
  static const char *const helps[] = {NC_ ("helped", "no"), NC_ ("helped", "some"), NC_ ("helped", "much")};

  for (gsize i = 0; i < n; i++) {
    const LumTreatment *t = &treatments[i];
    g_autoptr (GString) text = g_string_new (t->name);

    if (t->first != lum_day_item_get_day (item) || !t->name)
      continue;
    if (t->last != LUM_DAY_NONE && t->last != t->first) {
      g_autofree char *last = lum_day_format (t->last, LUM_DAY_FORMAT_LONG);
      /* Translators: the last day of a treatment */
      g_autofree char *until = g_strdup_printf (C_ ("treatment", "until %s"), last);

      add_word (text, 1, until);
    }
    if (t->helped >= 0 && t->helped <= 2) {
      /* Translators: whether a treatment helped: no, some, much */
      g_autofree char *help =
          g_strdup_printf (C_ ("treatment", "helped: %s"), g_dpgettext2 (GETTEXT_PACKAGE, "helped", helps[t->helped]));

      add_word (text, 1, help);
    }
    /* Translators: a treatment that was tried: its name, and what is known of it */
    g_print (_ ("  tried %s\n"), text->str);
    print_note (t->note);
  }
}

static void
print_pain (LumDayItem *item)
{
  gsize n;
  const LumPainEntry *entries = lum_day_item_get_records (item, LUM_RECORD_PAIN, &n);

  for (gsize i = 0; i < n; i++) {
    /* Translators: a pain score and when it was felt; "pain 5 (average)" */
    g_print (_ ("  pain %d (%s)\n"), entries[i].score, get_moment (entries[i].moment));
    print_onset (&entries[i]);
    print_note (entries[i].note);
  }
}

static void
print_runs (LumCli *cli, LumDayItem *item)
{
  gsize n;
  const LumRun *runs = lum_day_item_get_records (item, LUM_RECORD_RUN, &n);

  for (gsize i = 0; i < n; i++) {
    double seconds = lum_run_get_duration (&runs[i]);
    g_autofree char *distance = runs[i].distance_m >= 0 ? lum_format_distance (runs[i].distance_m, cli->units) : NULL;
    g_autofree char *duration = seconds >= 0 ? lum_format_duration (seconds) : NULL;
    g_autofree char *pace = lum_format_pace (runs[i].distance_m, seconds, cli->units);

    /* Translators: distance, duration and pace of a run; each may be a dash */
    g_print (_ ("  run %s, %s, %s\n"), distance ? distance : "–", duration ? duration : "–", pace ? pace : "–");
    print_note (runs[i].title);
    print_note (runs[i].note);
  }
}

static void
print_rest (LumDayItem *item)
{
  gsize n;
  const LumVisit *visits = lum_day_item_get_records (item, LUM_RECORD_VISIT, &n);
  const LumGapAnswer *answer = lum_day_item_get_answer (item);

  for (gsize i = 0; i < n; i++) {
    g_print ("  %s\n", _ ("visit"));
    print_note (visits[i].who);
    print_note (visits[i].agreed);
  }
  if (answer) {
    g_autofree char *last = lum_day_format (answer->last, LUM_DAY_FORMAT_LONG);

    /* Translators: a date, and one of hurt, on-and-off, fine, unsure */
    g_print (_ ("  until %s: %s\n"), last,
             lum_record_find_field (LUM_RECORD_GAP_ANSWER, "answer")->words[answer->answer]);
  }
}

static void
print_history (LumCli *cli, LumDiary *diary, LumDay first, LumDay last)
{
  g_autoptr (LumDayList) list = lum_day_list_new (diary);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (list)); i > 0; i--) {
    g_autoptr (LumDayItem) item = g_list_model_get_item (G_LIST_MODEL (list), i - 1);
    LumDay day = lum_day_item_get_day (item);
    g_autofree char *text = lum_day_format (day, LUM_DAY_FORMAT_FULL);

    if (lum_day_item_is_heading (item) || (first != LUM_DAY_NONE && day < first) ||
        (last != LUM_DAY_NONE && day > last))
      continue;
    g_print ("%s\n", text);
    print_pain (item);
    print_runs (cli, item);
    print_details (item);
    print_treatments (item);
    print_rest (item);
  }
}

/* lumbar-cli history */
int
lum_cli_history (LumCli *cli)
{
  char *from = NULL, *to = NULL;
  gboolean json = FALSE;
  const LumCliOption options[] = {
      {"from", "YYYY-MM-DD", &from, N_ ("the first day")},
      {"to", "YYYY-MM-DD", &to, N_ ("the last day")},
      {"json", NULL, &json, N_ ("tell it as JSON")},
  };
  LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE;
  GError *error = NULL;
  int status;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 0, 0, &status))
    return status;
  if (!lum_cli_parse_range (from, to, &first, &last, &error))
    return lum_cli_usage_error (cli, error);
  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);

  if (json) {
    g_autofree char *text = lum_history_to_json (lum_journal_get_diary (cli->journal), first, last);

    fputs (text, stdout);
  } else {
    print_history (cli, lum_journal_get_diary (cli->journal), first, last);
  }
  return LUM_CLI_DONE;
}
