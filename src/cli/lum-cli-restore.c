/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-transfer.h"

/* lumbar-cli restore */
int
lum_cli_restore (LumCli *cli)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumDeletions) deletions = NULL;
  GError *error = NULL;
  LumMergeCounts counts;
  gint64 group;
  guint n;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 1, 1, &status))
    return status;

  /* The file is read before a journal is made: one that is no export leaves nothing behind. */
  if (!lum_export_read (cli->args[0], &diary, &deletions, &error) || !lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  lum_restore_async (cli->journal, cli->args[0], lum_cli_sync_cb, &result);
  if (!lum_restore_finish (cli->journal, lum_cli_wait (&result), &counts, &group, &error))
    return lum_cli_failed (cli, error);

  n = counts.n_new + counts.n_changed;
  g_print (ngettext ("%u record restored.", "%u records restored.", n), n);
  g_print ("\n");
  if (counts.n_deleted) {
    g_print (ngettext ("%u record deleted, as it was where the export comes from.",
                       "%u records deleted, as they were where the export comes from.", counts.n_deleted),
             counts.n_deleted);
    g_print ("\n");
  }
  return LUM_CLI_DONE;
}
