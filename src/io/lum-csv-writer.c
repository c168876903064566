/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-writer.h"

#include <math.h>
#include <string.h>

#include "lum-csv-forms.h"
#include "lum-run.h"

struct _LumCsvWriter {
  GString *text;
  gboolean in_row;
};

/**
 * lum_csv_writer_new:
 *
 * An empty table.
 */
LumCsvWriter *
lum_csv_writer_new (void)
{
  LumCsvWriter *self = g_new0 (LumCsvWriter, 1);

  self->text = g_string_new (NULL);
  return self;
}

void
lum_csv_writer_free (LumCsvWriter *self)
{
  if (self->text)
    g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_field (LumCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->text, ',');
  self->in_row = TRUE;
}

/* Also a blank at an end is quoted, which some readers would else strip, and every other delimiter: a note that is
 * full of semicolons must not look like the table's own. */
static gboolean
needs_quotes (const char *text)
{
  gsize len = strlen (text);

  if (len == 0)
    return FALSE;
  return strpbrk (text, ",;|\t\"\r\n") || g_ascii_isspace (text[0]) || g_ascii_isspace (text[len - 1]);
}

/**
 * lum_csv_writer_add_text:
 * @text: (nullable): UTF-8; %NULL and "" are an empty field
 *
 * The row's next field, quoted where it must be.
 */
void
lum_csv_writer_add_text (LumCsvWriter *self, const char *text)
{
  begin_field (self);
  if (!text)
    return;
  if (!needs_quotes (text)) {
    g_string_append (self->text, text);
    return;
  }

  g_string_append_c (self->text, '"');
  for (const char *p = text; *p; p++) {
    if (*p == '"')
      g_string_append_c (self->text, '"');
    g_string_append_c (self->text, *p);
  }
  g_string_append_c (self->text, '"');
}

/**
 * lum_csv_writer_add_int:
 *
 * A whole number; LUM_INT_NONE is an empty field.
 */
void
lum_csv_writer_add_int (LumCsvWriter *self, gint32 value)
{
  begin_field (self);
  if (value != LUM_INT_NONE)
    g_string_append_printf (self->text, "%d", value);
}

/**
 * lum_csv_writer_add_real:
 *
 * A number in the fewest digits that read back as the same one, with a point; NAN is an empty field.
 */
void
lum_csv_writer_add_real (LumCsvWriter *self, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_field (self);
  if (!isfinite (value))
    return;
  for (int precision = 6; precision <= 17; precision++) {
    char format[8];

    g_snprintf (format, sizeof format, "%%.%dg", precision);
    g_ascii_formatd (digits, sizeof digits, format, value);
    if (strpbrk (digits, "e") == NULL && g_ascii_strtod (digits, NULL) == value)
      break;
  }
  g_string_append (self->text, digits);
}

/**
 * lum_csv_writer_add_day:
 *
 * An ISO date; LUM_DAY_NONE is an empty field.
 */
void
lum_csv_writer_add_day (LumCsvWriter *self, LumDay day)
{
  g_autofree char *iso = lum_day_to_iso (day);

  lum_csv_writer_add_text (self, iso);
}

/**
 * lum_csv_writer_end_row:
 *
 * Ends the row.
 */
void
lum_csv_writer_end_row (LumCsvWriter *self)
{
  g_string_append_c (self->text, '\n');
  self->in_row = FALSE;
}

/**
 * lum_csv_writer_steal:
 *
 * What was written; the writer is empty afterwards.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
lum_csv_writer_steal (LumCsvWriter *self)
{
  char *text = g_string_free (self->text, FALSE);

  self->text = g_string_new (NULL);
  self->in_row = FALSE;
  return text;
}

static void
add_field (LumCsvWriter *self, const LumField *field, gconstpointer record)
{
  gconstpointer at = (const char *) record + field->offset;
  gint32 number;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    lum_csv_writer_add_text (self, *(char *const *) at);
    break;
  case LUM_FIELD_INT:
    lum_csv_writer_add_int (self, *(const gint32 *) at);
    break;
  case LUM_FIELD_BOOL:
    lum_csv_writer_add_text (self, *(const gint32 *) at ? "yes" : "no");
    break;
  case LUM_FIELD_WORD:
    number = *(const gint32 *) at;
    lum_csv_writer_add_text (self, number == LUM_INT_NONE ? NULL : field->words[number]);
    break;
  case LUM_FIELD_DAY:
    lum_csv_writer_add_day (self, *(const LumDay *) at);
    break;
  case LUM_FIELD_REAL:
    lum_csv_writer_add_real (self, *(const double *) at);
    break;
  case LUM_FIELD_INSTANT: {
    LumInstant instant = *(const LumInstant *) at;
    g_autofree char *iso = instant == LUM_INSTANT_NONE ? NULL : lum_instant_to_iso (instant);

    lum_csv_writer_add_text (self, iso);
    break;
  }
  }
}

/* The local time of day of a start, with seconds where there are some. */
static void
add_time_of_day (LumCsvWriter *self, const LumRun *run)
{
  char text[16] = "";

  if (run->start != LUM_INSTANT_NONE) {
    gint64 local = run->start / 1000 + (run->start_offset != LUM_INT_NONE ? run->start_offset : 0);
    int second = (int) ((local % 86400 + 86400) % 86400);

    g_snprintf (text, sizeof text, second % 60 ? "%02d:%02d:%02d" : "%02d:%02d", second / 3600, second / 60 % 60,
                second % 60);
  }
  lum_csv_writer_add_text (self, text);
}

static void
add_column (LumCsvWriter *self, const LumDiary *diary, const LumCsvColumn *column, gconstpointer record)
{
  const LumRun *run = record;

  switch (column->type) {
  case LUM_CSV_ID:
    lum_csv_writer_add_text (self, ((const LumRecord *) record)->id);
    break;
  case LUM_CSV_TIME_OF_DAY:
    add_time_of_day (self, run);
    break;
  case LUM_CSV_DURATION:
    lum_csv_writer_add_real (self, lum_run_get_duration (run));
    break;
  case LUM_CSV_SHOE: {
    const LumShoe *shoe = run->shoe_id ? lum_diary_find (diary, LUM_RECORD_SHOE, run->shoe_id) : NULL;

    lum_csv_writer_add_text (self, shoe ? shoe->name : NULL);
    break;
  }
  case LUM_CSV_FIELD:
  case LUM_CSV_MOMENT:
  case LUM_CSV_ENTERED:
    add_field (self, column->field, record);
    break;
  }
}

/**
 * lum_csv_write_table:
 *
 * All records of a kind as a CSV file with its header, in the diary's order.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
lum_csv_write_table (const LumDiary *diary, LumRecordKind kind)
{
  g_autoptr (LumCsvWriter) self = lum_csv_writer_new ();
  guint n_columns;
  const LumCsvColumn *columns = lum_csv_form_get (kind, &n_columns);
  gsize n, size = lum_record_get_info (kind)->size;
  const char *records = lum_diary_get_records (diary, kind, &n);

  for (guint c = 0; c < n_columns; c++)
    lum_csv_writer_add_text (self, columns[c].name);
  lum_csv_writer_end_row (self);

  for (gsize i = 0; i < n; i++) {
    for (guint c = 0; c < n_columns; c++)
      add_column (self, diary, &columns[c], records + i * size);
    lum_csv_writer_end_row (self);
  }
  return lum_csv_writer_steal (self);
}

/**
 * lum_csv_get_file_name:
 *
 * The name of a kind's file in an export folder: "pain.csv".
 *
 * Returns: (transfer full): a file name
 */
char *
lum_csv_get_file_name (LumRecordKind kind)
{
  return g_strconcat (lum_record_get_info (kind)->table, ".csv", NULL);
}
