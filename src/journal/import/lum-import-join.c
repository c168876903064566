/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-import-private.h"

/* A table and the files it names, in one archive or folder: Strava's activities.csv, Runkeeper's, Apple's workouts with
 * their routes. Each line becomes one with its file. */

/* A zone is at whole quarters of an hour. */
#define ZONE_STEP_S 900
#define ZONE_SLACK_S 120

/* The same place in a tree of folders, whether in an archive or not. */
static char *
make_key (const char *file, const char *member)
{
  return g_strconcat (file, "\n", member ? member : "", NULL);
}

static char *
make_companion_key (const LumImportItem *item, const char *companion)
{
  const char *table = item->member ? item->member : item->file;
  const char *slash = strrchr (table, '/');
  g_autofree char *path =
      slash ? g_strdup_printf ("%.*s/%s", (int) (slash - table), table, companion) : g_strdup (companion);

  return item->member ? make_key (item->file, path) : make_key (path, NULL);
}

/* A table tells the time of day, its file the instant: together they tell the zone (formats §8). */
static void
find_zone (LumRun *run, const LumRun *table)
{
  gint64 wall, offset, rounded;

  if (table->start == LUM_INSTANT_NONE || run->start == LUM_INSTANT_NONE || run->offset_source == LUM_OFFSET_FILE ||
      table->offset_source != LUM_OFFSET_SYSTEM)
    return;
  wall = table->start / 1000 + table->start_offset;
  offset = wall - run->start / 1000;
  rounded = (gint64) round ((double) offset / ZONE_STEP_S) * ZONE_STEP_S;
  if (ABS (offset - rounded) > ZONE_SLACK_S || ABS (rounded) > 14 * 3600)
    return;
  run->start_offset = (gint32) rounded;
  run->offset_source = LUM_OFFSET_FILE;
  run->day = lum_day_from_instant (run->start, run->start_offset);
}

static void
set_not_a_run (LumImportItem *item, const LumImportItem *line)
{
  item->status = LUM_IMPORT_NOT_A_RUN;
  item->reason = line->reason;
}

/* What the person said in the table of a sport wins over the device's guess. */
static void
settle_sport (LumImportItem *item, LumRun *run, const LumImportItem *line, const LumRun *table)
{
  if (line->status == LUM_IMPORT_NOT_A_RUN) {
    run->sport = table->sport;
    set_not_a_run (item, line);
  } else if (g_strcmp0 (table->sport, "running") == 0) {
    if (g_strcmp0 (run->sport, "running") != 0)
      run->sub_sport = table->sub_sport;
    run->sport = "running";
    item->status = LUM_IMPORT_NEW;
    item->reason = NULL;
  }
}

static void
take_shoe (LumImportBatch *batch, LumImportItem *item, const LumImportItem *other)
{
  if (!item->shoe_names && other->shoe_names && other->shoe_names->len && other->shoe_names->pdata[0])
    lum_import_batch_set_shoe (batch, item, 0, other->shoe_names->pdata[0]);
}

static void
join (LumImportBatch *batch, LumImportItem *line, LumImportItem *file)
{
  gboolean line_is_better = lum_import_rank_format (line->format) > lum_import_rank_format (file->format);
  LumImportItem *kept = line_is_better ? line : file, *gone = line_is_better ? file : line;
  LumRun *run, *other;

  if (!file->records) {
    /* The line alone says what is known; it is worth knowing why. */
    if (line->records)
      lum_import_batch_warn (batch, line, _ ("Its file could not be read: %s"), file->reason ? file->reason : "");
    file->dropped = line->records != NULL;
    return;
  }
  if (!line->records) {
    LumRun *alone = file->records->pdata[0];

    /* A line whose date nobody can read has a title all the same. */
    if (line->table_title)
      alone->title = line->table_title;
    line->dropped = TRUE;
    return;
  }
  run = kept->records->pdata[0];
  other = gone->records->pdata[0];
  if (!line_is_better && strcmp (line->format, "csv") == 0 && line->wall_clock)
    find_zone (run, other);
  lum_import_merge_runs (run, other, FALSE, gone == line);
  if (!line_is_better)
    settle_sport (file, run, line, other);
  take_shoe (batch, kept, gone);
  if (gone->table && !kept->table)
    kept->table = g_steal_pointer (&gone->table);
  gone->dropped = TRUE;
}

/* Of several activities in one file the one that looks like the line. */
static LumImportItem *
choose (GPtrArray *items, const LumImportItem *line)
{
  if (items->len == 1)
    return items->pdata[0];
  for (guint i = 0; line->records && i < items->len; i++) {
    LumImportItem *item = items->pdata[i];

    if (!item->dropped && item->records && lum_run_looks_same (item->records->pdata[0], line->records->pdata[0]))
      return item;
  }
  return NULL;
}

static GHashTable *
index_files (LumImportBatch *batch)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    LumImportItem *item = lum_import_batch_get_item (batch, i);
    char *key;
    GPtrArray *items;

    if (item->kind != LUM_RECORD_RUN || item->companion)
      continue;
    key = make_key (item->file, item->member);
    items = g_hash_table_lookup (files, key);
    if (!items) {
      items = g_ptr_array_new ();
      g_hash_table_insert (files, g_strdup (key), items);
    }
    g_ptr_array_add (items, item);
    g_free (key);
  }
  return files;
}

/**
 * lum_import_join:
 *
 * Makes one item of each line of a table and the file it names, where both were read.
 */
void
lum_import_join (LumImportBatch *batch)
{
  g_autoptr (GHashTable) files = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < lum_import_batch_get_n_items (batch) && !any; i++)
    any = lum_import_batch_get_item (batch, i)->companion != NULL;
  if (!any)
    return;

  files = index_files (batch);
  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    LumImportItem *line = lum_import_batch_get_item (batch, i);
    g_auto (GStrv) companions = line->companion ? g_strsplit (line->companion, "\n", -1) : NULL;

    for (guint c = 0; companions && companions[c] && !line->dropped; c++) {
      g_autofree char *key = make_companion_key (line, companions[c]);
      GPtrArray *items = g_hash_table_lookup (files, key);
      LumImportItem *file = items ? choose (items, line) : NULL;

      if (file && !file->dropped)
        join (batch, line, file);
    }
  }
  lum_import_batch_remove_dropped (batch, 0);
}
