/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-transfer.h"

/* lumbar-cli export */
int
lum_cli_export (LumCli *cli)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 1, 1, &status))
    return status;
  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);
  lum_export_async (cli->journal, lum_cli_has_suffix (cli->args[0], ".json") ? LUM_EXPORT_JSON : LUM_EXPORT_CSV,
                    cli->args[0], lum_cli_sync_cb, &result);
  return lum_export_finish (cli->journal, lum_cli_wait (&result), &error) ? LUM_CLI_DONE : lum_cli_failed (cli, error);
}
