/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-transfer.h"

/* lumbar-cli restore */
int
lum_cli_restore (LumCli *cli)
{
  g_autoptr (LumChangeSet) changes = NULL;
  g_autoptr (LumDiary) nothing = lum_diary_new_empty ();
  GError *error = NULL;
  guint n;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 1, 1, &status))
    return status;

  /* The file is read before a journal is made: one that is no export leaves nothing behind. */
  changes = lum_restore_json (nothing, cli->args[0], &n, &error);
  if (!changes || !lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  g_clear_pointer (&changes, lum_change_set_free);
  changes = lum_restore_json (lum_journal_get_diary (cli->journal), cli->args[0], &n, &error);
  if (!changes || (n > 0 && !lum_cli_commit (cli, g_steal_pointer (&changes), &error)))
    return lum_cli_failed (cli, error);

  g_print (ngettext ("%u record restored.", "%u records restored.", n), n);
  g_print ("\n");
  return LUM_CLI_DONE;
}
