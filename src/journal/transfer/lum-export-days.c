/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-parameters.h"
#include "lum-status.h"
#include "lum-transfer-private.h"

/* A number as every program reads it; nothing where it is not known. */
static void
append_number (GString *text, const char *format, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (text, ',');
  if (!isnan (value))
    g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, format, value));
}

static void
append_day (GString *text, const LumDiary *diary, LumDay day)
{
  const LumDaySummary *summary = lum_diary_find_day (diary, day);
  g_autofree char *date = lum_day_to_iso (day);
  gboolean scored = summary && summary->n_entries > 0, ran = summary && summary->n_runs > 0;
  int n = 0;
  double mean = lum_mean_chart (diary, day - LUM_P_MEAN_WIN + 1, day, &n);

  g_string_append (text, date);
  append_number (text, "%.2f", scored ? summary->chart : NAN);
  append_number (text, "%.0f", scored ? summary->highest : NAN);
  append_number (text, "%.2f", n >= LUM_P_MEAN_SCORED ? mean : NAN);
  append_number (text, "%.0f", scored ? (summary->recalled ? 1 : 0) : NAN);
  append_number (text, "%.0f", ran ? summary->n_runs : 0);
  append_number (text, "%.0f", ran && summary->distance_m > 0 ? summary->distance_m : NAN);
  append_number (text, "%.0f", ran && summary->duration_s > 0 ? summary->duration_s : NAN);
  g_string_append (text, "\r\n");
}

/**
 * lum_export_days_csv:
 * @first: the first day
 * @last: the last day, counted
 *
 * Writes what the chart shows of a period as a CSV file, a line a day: the chart score (PM-3), the highest score, the
 * mean of seven days (PM-4), whether it was entered later (PM-5), runs, metres and seconds. What is not known is blank.
 *
 * Returns: %FALSE with LUM_ERROR_FULL, _READ_ONLY, _NOT_FOUND or _IO; what was there before is then untouched
 */
gboolean
lum_export_days_csv (LumDiary *diary, LumDay first, LumDay last, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new ("date,pain,highest,mean_7d,entered_later,runs,distance_m,duration_s\r\n");

  g_return_val_if_fail (diary != NULL && path != NULL && last >= first, FALSE);

  for (LumDay day = first; day <= last; day++)
    append_day (text, diary, day);
  return lum_write_file (path, text->str, error);
}
