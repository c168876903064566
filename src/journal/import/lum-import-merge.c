/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-import-private.h"

/* The same run from several sources becomes one: numbers from the best of them, words from where a person wrote them
 * (formats §1). */

#define RANK_BY_HAND 9

static const struct {
  const char *format;
  int rank;
} ranks[] = {{"fit", 4}, {"tcx", 3}, {"apple-health", 3}, {"gpx", 2}};

/**
 * lum_import_rank_format:
 *
 * How good the numbers of a format are; more is better.
 */
int
lum_import_rank_format (const char *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_strcmp0 (format, ranks[i].format) == 0)
      return ranks[i].rank;
  return 1;
}

/**
 * lum_import_rank_run:
 *
 * The same for a run that is in the journal, by what its file is called. What a person typed in is not overwritten.
 */
int
lum_import_rank_run (const LumRun *run)
{
  static const struct {
    const char *ending;
    const char *format;
  } endings[] = {{".fit", "fit"}, {".tcx", "tcx"}, {".gpx", "gpx"}, {"export.xml", "apple-health"}};
  g_autofree char *name = NULL;

  if (!run->source_file)
    return RANK_BY_HAND;
  name = g_ascii_strdown (run->source_file, -1);
  if (g_str_has_suffix (name, ".gz"))
    name[strlen (name) - 3] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i].ending))
      return lum_import_rank_format (endings[i].format);
  return 1;
}

static gboolean
take_real (double *into, double from, gboolean better)
{
  if (isnan (from) || (!better && !isnan (*into)) || *into == from)
    return FALSE;
  *into = from;
  return TRUE;
}

static gboolean
take_int (gint32 *into, gint32 from, gboolean better)
{
  if (from == LUM_INT_NONE || (!better && *into != LUM_INT_NONE) || *into == from)
    return FALSE;
  *into = from;
  return TRUE;
}

static gboolean
take_text (const char **into, const char *from, gboolean better)
{
  if (!from || !*from || (!better && *into && **into) || g_strcmp0 (*into, from) == 0)
    return FALSE;
  *into = from;
  return TRUE;
}

/* A climb that the device measured is worth more than one that was computed from points. */
static gboolean
take_climb (LumRun *into, const LumRun *from, gboolean better)
{
  gboolean measured = into->ascent_computed && !from->ascent_computed && !isnan (from->ascent_m);
  gboolean guessed = !into->ascent_computed && from->ascent_computed && !isnan (into->ascent_m);
  gboolean changed = FALSE;

  if (guessed)
    return FALSE;
  changed |= take_real (&into->ascent_m, from->ascent_m, better || measured);
  changed |= take_real (&into->descent_m, from->descent_m, better || measured);
  if (changed)
    into->ascent_computed = from->ascent_computed;
  return changed;
}

static gboolean
take_start (LumRun *into, const LumRun *from, gboolean better)
{
  gboolean sure = from->offset_source == LUM_OFFSET_FILE && into->offset_source != LUM_OFFSET_FILE;

  if (from->start == LUM_INSTANT_NONE || (into->start != LUM_INSTANT_NONE && !better && !sure))
    return FALSE;
  /* An instant that is known with its zone is not given up for one without. */
  if (into->start != LUM_INSTANT_NONE && into->offset_source == LUM_OFFSET_FILE && !sure &&
      from->offset_source != LUM_OFFSET_FILE)
    return FALSE;
  if (into->start == from->start && into->start_offset == from->start_offset &&
      into->offset_source == from->offset_source)
    return FALSE;
  into->start = from->start;
  into->start_offset = from->start_offset;
  into->offset_source = from->offset_source;
  into->day = from->day;
  return TRUE;
}

/**
 * lum_import_merge_runs:
 * @into: gets what @from knows better, or alone
 * @better_numbers: whether the numbers of @from win
 * @better_words: whether its title and note do
 *
 * Makes one run of two records of it. Texts are shared, not copied.
 *
 * Returns: whether anything changed
 */
gboolean
lum_import_merge_runs (LumRun *into, const LumRun *from, gboolean better_numbers, gboolean better_words)
{
  gboolean numbers = FALSE, words = FALSE;

  numbers |= take_start (into, from, better_numbers);
  numbers |= take_real (&into->distance_m, from->distance_m, better_numbers);
  numbers |= take_real (&into->elapsed_s, from->elapsed_s, better_numbers);
  numbers |= take_real (&into->timer_s, from->timer_s, better_numbers);
  numbers |= take_real (&into->moving_s, from->moving_s, better_numbers);
  numbers |= take_int (&into->avg_hr, from->avg_hr, better_numbers);
  numbers |= take_int (&into->max_hr, from->max_hr, better_numbers);
  numbers |= take_int (&into->calories, from->calories, better_numbers);
  numbers |= take_climb (into, from, better_numbers);
  if (better_numbers) {
    numbers |= take_text (&into->source_file, from->source_file, TRUE);
    numbers |= take_text (&into->sha256, from->sha256, TRUE);
    numbers |= take_text (&into->source_app, from->source_app, TRUE);
  }

  words |= take_text (&into->title, from->title, better_words);
  words |= take_text (&into->note, from->note, better_words);
  words |= take_int (&into->effort, from->effort, FALSE);
  words |= take_int (&into->surface, from->surface, FALSE);
  words |= take_text (&into->sport, from->sport, FALSE);
  words |= take_text (&into->sub_sport, from->sub_sport, FALSE);
  words |= take_text (&into->source_id, from->source_id, FALSE);
  words |= take_text (&into->source_app, from->source_app, FALSE);
  if (from->race && !into->race) {
    into->race = TRUE;
    words = TRUE;
  }
  return numbers || words;
}
