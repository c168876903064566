/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-table.h"
#include "lum-report-table.h"
#include "lum-report.h"
#include "lum-safety.h"
#include "lum-series.h"

G_BEGIN_DECLS

/* What every part of the report is made from. */
typedef struct {
  LumDiary *diary;
  LumFindings *findings;
  const LumStatus *status;
  LumReportOptions options; /* with its own texts */
  LumDay first, last;       /* the period */
  gboolean of_bout;         /* the period is that of the bout: from its onset to today */
  LumDayTable *table;
  LumSafety *safety; /* what is open of the safety check when it is printed */
  LumSeries *series;
  LumChart *chart;
} LumReportInput;

#define LUM_REPORT_CHART "chart" /* the id of the figure among the sections */

/* A part of the page: a text or, in the appendix, a table. A new one is a function and one line in the table of
 * lum-report-document.c. */
typedef struct {
  const char *id;
  const char *label;                            /* N_() */
  char *(*build) (const LumReportInput *input); /* returns NULL where there is nothing */
  const char *absent;                           /* N_(): what then stands there; NULL: the part is left out */
  LumReportTable *(*build_table) (const LumReportInput *input); /* instead of the text; likewise */
  gboolean after_chart;
  gboolean always; /* it cannot be left out */
} LumReportPart;

/* Parts of the page in RP-1's order, and those of the appendix; NULL-terminated by id. */
extern const LumReportPart lum_report_parts[];
extern const LumReportPart lum_report_appendix_parts[];

void
lum_report_input_init (LumReportInput *self, LumDiary *diary, LumFindings *findings, const LumReportOptions *options);
void lum_report_input_clear (LumReportInput *self);
gboolean lum_report_input_shows (const LumReportInput *self, const char *section, gboolean appendix);
int lum_report_input_count_logged (const LumReportInput *self);

/* An episode before the bout at hand. */
typedef struct {
  LumDay first, last; /* its onset, and the last pain day of its last bout */
  int bouts;
} LumReportEpisode;

GArray *lum_report_list_episodes (const LumReportInput *input);

/* Text helpers of the parts. */
char *lum_report_format_range (LumDay first, LumDay last, LumDay today);
char *lum_report_format_day (const LumReportInput *input, LumDay day);
void lum_report_add_sentence (GString *text, char *sentence);
void lum_report_add_line (GString *text, char *line);
char *lum_report_join (GPtrArray *words);
char *lum_report_isolate (const char *text);

/* The parts' own files. */
char *lum_part_open (const LumReportInput *input);
char *lum_part_asks (const LumReportInput *input);
char *lum_part_since (const LumReportInput *input);
char *lum_part_self_check (const LumReportInput *input);
char *lum_part_background (const LumReportInput *input);
char *lum_part_story (const LumReportInput *input);
char *lum_part_function (const LumReportInput *input);
char *lum_part_tried (const LumReportInput *input);
char *lum_part_seen (const LumReportInput *input);
char *lum_part_worse (const LumReportInput *input);
char *lum_part_better (const LumReportInput *input);
char *lum_part_running (const LumReportInput *input);
char *lum_part_link (const LumReportInput *input);
LumReportTable *lum_part_weeks (const LumReportInput *input);
LumReportTable *lum_part_spikes (const LumReportInput *input);
LumReportTable *lum_part_shoes (const LumReportInput *input);
LumReportTable *lum_part_episodes (const LumReportInput *input);
LumReportTable *lum_part_treatments (const LumReportInput *input);
LumReportTable *lum_part_notes (const LumReportInput *input);
LumReportTable *lum_part_entries (const LumReportInput *input);

G_END_DECLS
