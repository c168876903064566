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

static void
print_pain (LumDayItem *item)
{
  gsize n;
  const LumPainEntry *entries = lum_day_item_get_records (item, LUM_RECORD_PAIN, &n);

  for (gsize i = 0; i < n; i++) {
    /* Translators: a pain score and when it was felt; "pain 5 (average)" */
    g_print (_ ("  pain %d (%s)\n"), entries[i].score, get_moment (entries[i].moment));
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
