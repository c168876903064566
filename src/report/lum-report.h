/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-chart.h"

G_BEGIN_DECLS

/* The doctor report (RP-1): a document model, flowed onto pages, drawn by one code for preview, paper and file. */

/* A part that a person can leave out or add. Those of the page are there unless left out; those of the appendix only
 * when chosen. What is open of the safety check, the head and the disclaimer are always there. */
typedef struct {
  const char *id;    /* stable: "story", "chart", "weeks" */
  const char *label; /* N_() */
  gboolean appendix;
} LumReportSection;

typedef struct {
  LumDay first, last; /* the period; LUM_DAY_NONE: since this bout began, to today */
  LumDay today;       /* printed on */
  LumPaper paper;
  LumUnits units;
  int week_start;
  const char *name;      /* the person's, or NULL: a ruled line */
  const char *questions; /* up to three lines, or NULL: those of the journal */
  gboolean grey;
  const char *const *sections; /* ids of what is shown; NULL: the whole page and no appendix */
  LumInstant created;          /* the creation date in the file, or LUM_INSTANT_NONE for now */
} LumReportOptions;

typedef struct _LumReport LumReport;

LumReport *lum_report_new (LumDiary *diary, LumFindings *findings, const LumReportOptions *options);
LumReport *lum_report_new_apart (LumDiary *diary, LumFindings *findings, const LumReportOptions *options);
void lum_report_free (LumReport *self);
const LumReportSection *lum_report_get_sections (guint *n);
void lum_report_options_init (LumReportOptions *options, LumDay today);
void lum_report_options_copy (LumReportOptions *self, const LumReportOptions *other);
void lum_report_options_clear (LumReportOptions *self);
void lum_report_get_period (const LumReport *self, LumDay *first, LumDay *last);
guint lum_report_get_n_pages (const LumReport *self);
void lum_report_get_page_size (const LumReport *self, double *width_pt, double *height_pt);
void lum_report_draw_page (const LumReport *self, cairo_t *cr, guint page);
gboolean lum_report_write_pdf (const LumReport *self, const char *path, GError **error);

/* The chart as a file: the form follows the ending, .svg, .png or .pdf. */
gboolean lum_image_write_chart (const LumChart *chart,
                                const LumChartView *view,
                                int width,
                                int height,
                                const char *path,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumReport, lum_report_free)

G_END_DECLS
