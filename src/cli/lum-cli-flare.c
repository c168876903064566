/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"

/* lumbar-cli flare (EP-10) */
int
lum_cli_flare (LumCli *cli)
{
  g_autoptr (LumChangeSet) changes = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  LumDay day = LUM_DAY_NONE;
  gboolean yes;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 2, 2, &status))
    return status;
  if (!lum_day_parse (cli->args[0], &day, &error))
    return lum_cli_usage_error (cli, error);
  yes = g_strcmp0 (cli->args[1], "yes") == 0;
  if (!yes && g_strcmp0 (cli->args[1], "no") != 0)
    return lum_cli_usage (cli, _ ("“%s” is neither “yes” nor “no”."), cli->args[1]);

  if (!lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  changes = lum_record_flare (cli->journal, day, yes);
  if (!lum_cli_commit (cli, g_steal_pointer (&changes), &error))
    return lum_cli_failed (cli, error);

  text = lum_day_format (day, LUM_DAY_FORMAT_FULL);
  g_print (yes ? _ ("%s: a flare\n") : _ ("%s: no flare\n"), text);
  return LUM_CLI_DONE;
}
