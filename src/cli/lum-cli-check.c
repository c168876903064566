/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-backup.h"
#include "lum-cli.h"
#include "lum-i18n.h"

/* lumbar-cli check */
int
lum_cli_check (LumCli *cli)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) problems = NULL;
  GError *error = NULL;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 0, 0, &status))
    return status;
  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);
  lum_check_journal_async (cli->journal, lum_cli_sync_cb, &result);
  problems = lum_check_journal_finish (cli->journal, lum_cli_wait (&result), &error);
  if (!problems)
    return lum_cli_failed (cli, error);

  for (guint i = 0; problems[i]; i++)
    g_printerr ("lumbar-cli: %s: %s\n", cli->path, problems[i]);
  if (problems[0])
    return LUM_CLI_FAILED;
  g_print ("%s\n", _ ("The journal is in order."));
  return LUM_CLI_DONE;
}
