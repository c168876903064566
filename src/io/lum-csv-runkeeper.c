/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-names.h"
#include "lum-csv-tables.h"

/* Runkeeper's cardioActivities.csv (formats §8): units in the names, local times, a GPX file beside it. */

static LumCsvMapping *
match (const LumTableView *view)
{
  LumCsvMapping *mapping;

  if (lum_table_view_find (view, "gpx file") < 0 || lum_table_view_find (view, "route name") < 0)
    return NULL;
  mapping = lum_csv_guess_mapping (view);
  /* A route's name is that of a place, and nearly always empty: a title all the same. */
  mapping->guess = FALSE;
  return mapping;
}

const LumTableFormat lum_csv_runkeeper = {.format = "runkeeper", .match = match};
