/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-import-job.h"
#include "lum-json-writer.h"

#define WRITE(type, name, value) (lum_json_writer_key (json, name), lum_json_writer_##type (json, value))

static void
write_optional_int (LumJsonWriter *json, const char *name, gint32 value)
{
  if (value != LUM_INT_NONE)
    WRITE (int, name, value);
}

static void
write_optional_real (LumJsonWriter *json, const char *name, double value)
{
  if (!isnan (value))
    WRITE (real, name, value);
}

static void
write_optional_text (LumJsonWriter *json, const char *name, const char *value)
{
  if (value && *value)
    WRITE (text, name, value);
}

static void
write_run (LumJsonWriter *json, const LumRun *run, const char *shoe)
{
  WRITE (text, "sport", run->sport);
  WRITE (instant, "start", run->start);
  /* Only what the file itself says of its zone; the computer's is a guess. */
  WRITE (int, "utc_offset_s", run->offset_source == LUM_OFFSET_FILE ? run->start_offset : LUM_INT_NONE);
  WRITE (real, "elapsed_s", run->elapsed_s);
  WRITE (real, "timer_s", run->timer_s);
  write_optional_real (json, "moving_s", run->moving_s);
  WRITE (real, "distance_m", run->distance_m);
  write_optional_int (json, "avg_hr", run->avg_hr);
  write_optional_int (json, "max_hr", run->max_hr);
  write_optional_real (json, "ascent_m", run->ascent_m);
  write_optional_real (json, "descent_m", run->descent_m);
  write_optional_text (json, "title", run->title);
  write_optional_text (json, "notes", run->note);
  write_optional_int (json, "effort", run->effort);
  write_optional_text (json, "shoe", shoe);
}

static void
write_item (LumJsonWriter *json, const LumImportItem *item)
{
  const char *shoe = item->shoe_names && item->shoe_names->len ? item->shoe_names->pdata[0] : NULL;
  LumRun nothing;

  lum_record_init (LUM_RECORD_RUN, &nothing);
  lum_json_writer_begin (json, '{');
  WRITE (text, "file", item->file);
  write_optional_text (json, "member", item->member);
  WRITE (text, "format", item->format);
  WRITE (text, "status", lum_import_status_to_word (item->status));
  write_optional_text (json, "reason", item->reason);
  lum_json_writer_key (json, "warnings");
  lum_json_writer_begin (json, '[');
  for (guint i = 0; item->warnings && i < item->warnings->len; i++)
    lum_json_writer_text (json, item->warnings->pdata[i]);
  lum_json_writer_close (json);
  if (item->kind == LUM_RECORD_RUN && item->records && item->records->len)
    write_run (json, item->records->pdata[0], shoe);
  else
    write_run (json, &nothing, NULL);
  lum_json_writer_close (json);
}

/**
 * lum_import_batch_to_json:
 *
 * A batch as `lumbar-cli import --json` tells it: its items with keys in a fixed order, and how many there are of each
 * status.
 *
 * Returns: (transfer full): one JSON object and a line feed
 */
char *
lum_import_batch_to_json (const LumImportBatch *batch)
{
  g_autoptr (LumJsonWriter) json = lum_json_writer_new ();

  lum_json_writer_begin (json, '{');
  lum_json_writer_key (json, "items");
  lum_json_writer_begin (json, '[');
  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++)
    write_item (json, lum_import_batch_get_item (batch, i));
  lum_json_writer_close (json);
  for (LumImportStatus status = LUM_IMPORT_NEW; status <= LUM_IMPORT_REFUSED; status++)
    WRITE (int, lum_import_status_to_word (status), lum_import_batch_count (batch, status));
  lum_json_writer_close (json);
  return lum_json_writer_end (json);
}
