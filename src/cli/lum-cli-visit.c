/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"

/* lumbar-cli visit (VI-1) */
int
lum_cli_visit (LumCli *cli)
{
  char *date = NULL, *who = NULL, *agreed = NULL, *next = NULL;
  const LumCliOption options[] = {
      {"date", "YYYY-MM-DD", &date, N_ ("the day of the visit; today")},
      {"who", "TEXT", &who, N_ ("who it was")},
      {"agreed", "TEXT", &agreed, N_ ("what was agreed")},
      {"next", "YYYY-MM-DD", &next, N_ ("the next appointment")},
  };
  g_autoptr (LumChangeSet) changes = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  LumVisit visit;
  int status;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 0, 0, &status))
    return status;

  lum_record_init (LUM_RECORD_VISIT, &visit);
  visit.day = lum_clock_get_today (cli->clock);
  visit.who = who;
  visit.agreed = agreed;
  if (!lum_cli_parse_day (date, &visit.day, &error) || !lum_cli_parse_day (next, &visit.next, &error) ||
      !lum_record_check (LUM_RECORD_VISIT, &visit, &error))
    return lum_cli_usage_error (cli, error);

  if (!lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  changes = lum_record_visit (cli->journal, &visit);
  if (!lum_cli_commit (cli, g_steal_pointer (&changes), &error))
    return lum_cli_failed (cli, error);

  text = lum_day_format (visit.day, LUM_DAY_FORMAT_FULL);
  if (who && *who)
    /* Translators: a date, and who was seen */
    g_print (_ ("%s: visit, %s\n"), text, who);
  else
    g_print (_ ("%s: visit\n"), text);
  return LUM_CLI_DONE;
}
