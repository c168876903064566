/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-csv-mapped-private.h"
#include "lum-csv-names.h"
#include "lum-i18n.h"

/* Pain diaries (formats §14): scores of any scale, words, and what is not about the back. */

static gboolean
has_any_word (const char *text, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i]; i++) {
    g_autofree char *word = g_utf8_casefold (g_strstrip (lines[i]), -1);

    if (*word && strstr (folded, word))
      return TRUE;
  }
  return FALSE;
}

/* Whether the row is about the back, as far as the table tells. */
static gboolean
is_about_back (const LumMappedReader *self, guint row)
{
  const char *where = lum_mapped_get_cell (self, row, LUM_COLUMN_WHERE, NULL);

  if (!lum_csv_mapping_has (self->mapping, LUM_COLUMN_WHERE))
    return TRUE;
  if (self->mapping->filter)
    return where && has_any_word (where, self->mapping->filter);
  return where && lum_csv_mentions_back (where);
}

/* The worst of the words that mean pain, each "back pain=5". */
static gboolean
find_words (const LumMappedReader *self, guint row, double *score, char **original)
{
  g_auto (GStrv) lines = g_strsplit (self->mapping->words ? self->mapping->words : "", "\n", -1);
  gboolean found = FALSE;

  for (guint c = 0; c < self->mapping->n_columns; c++)
    for (guint i = 0; self->mapping->roles[c] == LUM_COLUMN_WORDS && lines[i]; i++) {
      const char *sign = strrchr (lines[i], '=');
      g_autofree char *word = sign ? g_strstrip (g_strndup (lines[i], (gsize) (sign - lines[i]))) : NULL;
      double value;

      if (!word || !*word || lum_csv_parse_number (sign + 1, '.', &value) != LUM_CSV_NUMBER || value < 0 ||
          value > 10 || !has_any_word (lum_table_view_get (self->view, row, c), word))
        continue;
      if (!found || value > *score) {
        *score = value;
        g_free (*original);
        *original = g_steal_pointer (&word);
      }
      found = TRUE;
    }
  return found;
}

static const char *
get_scale_name (LumScoreScale scale)
{
  static const char *const names[] = {"0–10", "0–100", "1–5", "0–4", "0–5", "1–10", ""};

  return names[scale];
}

/* %FALSE where the row has no score; @bad where it has one that is none. */
static gboolean
find_score (const LumMappedReader *self, guint row, double *score, char **original, gboolean *bad)
{
  guint column = 0;
  const char *cell = lum_mapped_get_cell (self, row, LUM_COLUMN_SCORE, &column), *where;
  double value;

  *bad = FALSE;
  if (find_words (self, row, score, original))
    return TRUE;
  where = lum_mapped_get_cell (self, row, LUM_COLUMN_WHERE, NULL);
  if (self->mapping->scale == LUM_SCALE_WORDS) {
    const char *text = cell && lum_csv_parse_severity (cell, score)     ? cell
                       : where && lum_csv_parse_severity (where, score) ? where
                                                                        : NULL;

    *bad = cell && !text;
    *original = g_strdup (text);
    return text != NULL;
  }
  if (!cell)
    return FALSE;
  if (lum_csv_parse_number (cell, self->signs[column], &value) != LUM_CSV_NUMBER ||
      isnan (lum_scale_score (self->mapping->scale, value))) {
    *bad = TRUE;
    return FALSE;
  }
  *score = lum_scale_score (self->mapping->scale, value);
  if (self->mapping->scale != LUM_SCALE_0_10)
    *original = g_strdup_printf ("%s (%s)", cell, get_scale_name (self->mapping->scale));
  else if (*score != round (*score))
    *original = g_strdup (cell);
  return TRUE;
}

/* Blanks and tags that some diaries put into notes. */
static char *
clean_note (const char *note)
{
  g_auto (GStrv) lines = g_strsplit (note, "<br>", -1);
  g_autofree char *text = g_strjoinv ("\n", lines);

  return g_strdup (g_strstrip (text));
}

/**
 * lum_mapped_read_pain:
 *
 * A row of a pain diary as an entry of the table's one item.
 */
void
lum_mapped_read_pain (LumMappedReader *self, guint row)
{
  g_autofree char *note = lum_mapped_join_notes (self, row), *original = NULL, *clean = NULL;
  const char *cell;
  LumDateWords date;
  LumPainEntry *entry;
  double score = NAN;
  gboolean bad;

  if (!is_about_back (self, row)) {
    self->n_elsewhere++;
    return;
  }
  if (!find_score (self, row, &score, &original, &bad)) {
    if (bad) {
      g_autofree char *reason = g_strdup_printf (_ ("“%s” is not a score of this scale."),
                                                 lum_mapped_get_cell (self, row, LUM_COLUMN_SCORE, NULL));

      lum_mapped_refuse_row (self, row, reason);
    }
    return;
  }
  if (!lum_mapped_read_date (self, row, &date, &cell) || date.day > lum_clock_get_today (self->view->source->clock)) {
    g_autofree char *start = g_utf8_substring (cell ? cell : "", 0, MIN (g_utf8_strlen (cell ? cell : "", -1), 40));
    g_autofree char *reason = g_strdup_printf (_ ("“%s” is not a date of today or before."), start);

    lum_mapped_refuse_row (self, row, reason);
    return;
  }

  if (!self->pain) {
    self->pain = lum_import_batch_add (self->batch, self->view->source->file, self->view->source->member, "csv");
    if (!self->first)
      self->first = self->pain;
  }
  entry = lum_import_batch_add_record (self->batch, self->pain, LUM_RECORD_PAIN);
  entry->day = entry->entered = date.day;
  entry->score = (gint32) lround (score);
  entry->moment = LUM_MOMENT_AVERAGE;
  clean = note ? clean_note (note) : NULL;
  entry->note = clean && *clean ? lum_import_batch_text (self->batch, clean) : NULL;
  entry->original = lum_import_batch_text (self->batch, original);
}
