/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"

/* The command line waits where the window would go on: these turn a call and its callback into one. */

void
lum_cli_sync_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Runs the main loop until lum_cli_sync_cb() has filled *result. */
GAsyncResult *
lum_cli_wait (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/**
 * lum_cli_open:
 * @create: make the journal where there is none
 *
 * Opens the journal of `--journal`, or the usual one.
 *
 * Returns: %FALSE with a sentence
 */
gboolean
lum_cli_open (LumCli *cli, gboolean create, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!cli->journal)
    cli->journal = lum_journal_new (cli->path, cli->clock);
  lum_journal_open_async (cli->journal, create ? LUM_JOURNAL_OPEN_CREATE : LUM_JOURNAL_OPEN_NONE, NULL, lum_cli_sync_cb,
                          &result);
  return lum_journal_open_finish (cli->journal, lum_cli_wait (&result), error);
}

/**
 * lum_cli_commit:
 * @changes: (transfer full): what to write
 *
 * Writes a set of changes and waits until it is safe.
 *
 * Returns: %FALSE with a sentence; nothing is written then
 */
gboolean
lum_cli_commit (LumCli *cli, LumChangeSet *changes, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lum_journal_commit_async (cli->journal, changes, NULL, lum_cli_sync_cb, &result);
  return lum_journal_commit_finish (cli->journal, lum_cli_wait (&result), NULL, error);
}

/**
 * lum_cli_close:
 *
 * Closes the journal, if it is open.
 */
void
lum_cli_close (LumCli *cli)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!cli->journal)
    return;
  lum_journal_close_async (cli->journal, lum_cli_sync_cb, &result);
  lum_journal_close_finish (cli->journal, lum_cli_wait (&result), NULL);
  g_clear_object (&cli->journal);
}
