/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-backup.h"
#include "lum-cli.h"

/* lumbar-cli backup */
int
lum_cli_backup (LumCli *cli)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 1, 1, &status))
    return status;
  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);
  lum_backup_to_async (cli->journal, cli->args[0], NULL, lum_cli_sync_cb, &result);
  if (!lum_backup_to_finish (cli->journal, lum_cli_wait (&result), &error))
    return lum_cli_failed (cli, error);
  return LUM_CLI_DONE;
}
