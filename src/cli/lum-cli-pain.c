/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"

static gboolean
read_entry (LumCli *cli, LumPainEntry *entry, const char *date, const char *started, GError **error)
{
  int score;

  entry->day = lum_clock_get_today (cli->clock);
  if (!lum_parse_score (cli->args[0], &score, error) || !lum_cli_parse_day (date, &entry->day, error) ||
      !lum_cli_parse_day (started, &entry->started, error))
    return FALSE;
  entry->score = score;
  if (entry->started != LUM_DAY_NONE && entry->started > entry->day) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("It cannot have started on %s, after the entry's day."),
                 started);
    return FALSE;
  }
  return TRUE;
}

/* lumbar-cli pain */
int
lum_cli_pain (LumCli *cli)
{
  char *date = NULL, *moment = NULL, *started = NULL, *how = NULL, *note = NULL;
  const LumCliOption options[] = {
      {"date", "YYYY-MM-DD", &date, N_ ("the day it was felt; today")},
      {"moment", "MOMENT", &moment, N_ ("average, waking, during-run, after-run or worst; average")},
      {"started", "YYYY-MM-DD", &started, N_ ("the day this pain began")},
      {"how", "HOW", &how, N_ ("during-run, after-run, lifting, fall or gradually")},
      {"note", "TEXT", &note, N_ ("a note")},
  };
  g_autoptr (LumChangeSet) changes = NULL;
  g_autofree char *day = NULL;
  GError *error = NULL;
  LumPainEntry entry;
  int status;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 1, 1, &status))
    return status;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.moment = LUM_MOMENT_AVERAGE;
  entry.note = note;
  if (!read_entry (cli, &entry, date, started, &error) ||
      !lum_cli_parse_word (moment, LUM_RECORD_PAIN, "moment", &entry.moment, &error) ||
      !lum_cli_parse_word (how, LUM_RECORD_PAIN, "how", &entry.how, &error) ||
      !lum_record_check (LUM_RECORD_PAIN, &entry, &error))
    return lum_cli_usage_error (cli, error);

  if (!lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  changes = lum_record_pain_entry (cli->journal, &entry);
  if (!lum_cli_commit (cli, g_steal_pointer (&changes), &error))
    return lum_cli_failed (cli, error);

  day = lum_day_format (entry.day, LUM_DAY_FORMAT_FULL);
  /* Translators: a date and a pain score from 0 to 10 */
  g_print (_ ("%s: %d of 10\n"), day, entry.score);
  return LUM_CLI_DONE;
}
