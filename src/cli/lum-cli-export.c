/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-transfer.h"

/* lumbar-cli export */
int
lum_cli_export (LumCli *cli)
{
  GError *error = NULL;
  LumDiary *diary;
  gboolean ok;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 1, 1, &status))
    return status;
  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);
  diary = lum_journal_get_diary (cli->journal);
  if (lum_cli_has_suffix (cli->args[0], ".json"))
    ok = lum_export_json (diary, cli->args[0], &error);
  else
    ok = lum_export_csv_folder (diary, cli->args[0], &error);
  return ok ? LUM_CLI_DONE : lum_cli_failed (cli, error);
}
