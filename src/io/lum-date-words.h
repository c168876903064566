/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-csv-mapping.h"
#include "lum-day.h"

G_BEGIN_DECLS

/* Dates as tables of all kinds and languages write them. */
typedef struct {
  LumDay day;
  int second_of_day; /* -1 without a time */
  int millisecond;
  gint32 utc_offset; /* LUM_INT_NONE without a zone */
} LumDateWords;

gboolean lum_date_words_parse (const char *text, LumDateOrder order, LumDateWords *date);
gboolean lum_date_words_parse_time (const char *text, int *second_of_day);
gboolean lum_date_words_get_numbers (const char *text, int numbers[3]);

G_END_DECLS
