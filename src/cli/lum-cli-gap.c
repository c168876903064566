/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"

/* lumbar-cli gap */
int
lum_cli_gap (LumCli *cli)
{
  g_autoptr (LumChangeSet) changes = NULL;
  g_autofree char *first_text = NULL, *last_text = NULL;
  GError *error = NULL;
  LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE;
  gint32 answer = LUM_INT_NONE;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 3, 3, &status))
    return status;
  if (!lum_cli_parse_range (cli->args[0], cli->args[1], &first, &last, &error) ||
      !lum_cli_parse_word (cli->args[2], LUM_RECORD_GAP_ANSWER, "answer", &answer, &error))
    return lum_cli_usage_error (cli, error);

  if (!lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  changes = lum_record_gap (cli->journal, first, last, (LumGapWord) answer);
  if (!lum_cli_commit (cli, g_steal_pointer (&changes), &error))
    return lum_cli_failed (cli, error);

  first_text = lum_day_format (first, LUM_DAY_FORMAT_LONG);
  last_text = lum_day_format (last, LUM_DAY_FORMAT_LONG);
  /* Translators: first day, last day, and one of hurt, on-and-off, fine, unsure */
  g_print (_ ("%s to %s: %s\n"), first_text, last_text, cli->args[2]);
  return LUM_CLI_DONE;
}
