/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "lum-cli.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-import-job.h"

static LumImportBatch *
read_files (LumCli *cli, LumImportJob *job, GError **error)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < cli->n_args; i++) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (cli->args[i]);

    g_list_store_append (files, file);
  }
  lum_import_job_read_async (job, G_LIST_MODEL (files), NULL, lum_cli_sync_cb, &result);
  return lum_import_job_read_finish (job, lum_cli_wait (&result), error);
}

static gboolean
write_batch (LumImportJob *job, LumImportBatch *batch, gboolean with_similar, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lum_import_job_commit_async (job, batch, with_similar, NULL, lum_cli_sync_cb, &result);
  return lum_import_job_commit_finish (job, lum_cli_wait (&result), NULL, error);
}

static char *
describe_item (LumCli *cli, const LumImportItem *item)
{
  guint n = item->records ? item->records->len : 0;

  if (item->status == LUM_IMPORT_NEW && item->kind == LUM_RECORD_RUN && n) {
    const LumRun *run = item->records->pdata[0];
    g_autofree char *day = lum_day_format (run->day, LUM_DAY_FORMAT_LONG);
    g_autofree char *distance = run->distance_m >= 0 ? lum_format_distance (run->distance_m, cli->units) : NULL;

    /* Translators: a date, and a distance or nothing */
    return g_strdup_printf (_ ("new run: %s %s"), day, distance ? distance : "");
  }
  if (item->status == LUM_IMPORT_NEW)
    return g_strdup_printf (ngettext ("%u new entry", "%u new entries", n), n);
  if (item->reason)
    return g_strdup (item->reason);
  return g_strdup (_ ("It is in the journal already."));
}

static void
print_batch (LumCli *cli, const LumImportBatch *batch)
{
  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);
    g_autofree char *text = NULL;

    if (item->status == LUM_IMPORT_REFUSED) /* said on standard error */
      continue;
    text = describe_item (cli, item);
    if (item->member)
      g_print ("%s (%s): %s\n", item->file, item->member, text);
    else
      g_print ("%s: %s\n", item->file, text);
    for (guint j = 0; item->warnings && j < item->warnings->len; j++)
      g_print ("  %s\n", (const char *) item->warnings->pdata[j]);
  }
  /* Translators: what became of the files of an import, each with a count */
  g_print (_ ("new %u, known %u, similar %u, not a run %u, refused %u\n"),
           lum_import_batch_count (batch, LUM_IMPORT_NEW), lum_import_batch_count (batch, LUM_IMPORT_KNOWN),
           lum_import_batch_count (batch, LUM_IMPORT_SIMILAR), lum_import_batch_count (batch, LUM_IMPORT_NOT_A_RUN),
           lum_import_batch_count (batch, LUM_IMPORT_REFUSED));
}

static char *
describe_refusal (const LumImportItem *item)
{
  return g_strdup_printf ("%s%s%s: %s", item->file, item->member ? ": " : "", item->member ? item->member : "",
                          item->reason ? item->reason : "");
}

/* What is refused is said on standard error, a line each; what is the same for several parts of a file only once. */
static void
print_refusals (const LumImportBatch *batch)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);
    g_autofree char *line = item->status == LUM_IMPORT_REFUSED ? describe_refusal (item) : NULL;
    gpointer kept, count;

    if (!line)
      continue;
    if (g_hash_table_lookup_extended (counts, line, &kept, &count)) {
      g_hash_table_insert (counts, kept, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    } else {
      g_hash_table_insert (counts, line, GUINT_TO_POINTER (1));
      g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  }
  for (guint i = 0; i < lines->len; i++) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, lines->pdata[i]));

    if (n > 1)
      /* Translators: %1$s is a file and why it was refused, %2$u how often */
      g_printerr (ngettext ("lumbar-cli: %1$s (%2$u time)\n", "lumbar-cli: %1$s (%2$u times)\n", n),
                  (const char *) lines->pdata[i], n);
    else
      g_printerr ("lumbar-cli: %s\n", (const char *) lines->pdata[i]);
  }
}

/* lumbar-cli import */
int
lum_cli_import (LumCli *cli)
{
  gboolean dry_run = FALSE, json = FALSE, with_similar = FALSE;
  const LumCliOption options[] = {
      {"dry-run", NULL, &dry_run, N_ ("only tell what would come in")},
      {"with-similar", NULL, &with_similar, N_ ("take in what looks like something known, too")},
      {"json", NULL, &json, N_ ("tell it as JSON")},
  };
  g_autoptr (LumImportJob) job = NULL;
  g_autoptr (LumImportBatch) batch = NULL;
  GError *error = NULL;
  int status;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 1, G_MAXUINT, &status))
    return status;

  /* A preview makes no journal: where there is none, everything is new. */
  if (dry_run && !g_file_test (cli->path, G_FILE_TEST_EXISTS))
    cli->journal = lum_journal_new (cli->path, cli->clock);
  else if (!lum_cli_open (cli, !dry_run, &error))
    return lum_cli_failed (cli, error);

  job = lum_import_job_new (cli->journal, cli->units);
  batch = read_files (cli, job, &error);
  if (!batch || (!dry_run && !write_batch (job, batch, with_similar, &error)))
    return lum_cli_failed (cli, error);

  if (json) {
    g_autofree char *text = lum_import_batch_to_json (batch);

    fputs (text, stdout);
  } else {
    print_batch (cli, batch);
  }
  print_refusals (batch);
  if (lum_import_batch_count (batch, LUM_IMPORT_NEW) || lum_import_batch_count (batch, LUM_IMPORT_KNOWN) ||
      (with_similar && lum_import_batch_count (batch, LUM_IMPORT_SIMILAR)))
    return LUM_CLI_DONE;
  return LUM_CLI_FAILED;
}
