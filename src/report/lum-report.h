/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-chart.h"

G_BEGIN_DECLS

/* The doctor report (RP-1): a document model, flowed onto pages, drawn by one code for preview, paper and file. */

/* Parts that are added only when chosen. */
typedef enum {
  LUM_REPORT_APPENDIX_NOTES = 1 << 0,      /* every note of the period */
  LUM_REPORT_APPENDIX_SPIKES = 1 << 1,     /* runs well beyond those before (OU-5) */
  LUM_REPORT_APPENDIX_WEEKS = 1 << 2,      /* twelve weeks in numbers */
  LUM_REPORT_APPENDIX_TREATMENTS = 1 << 3, /* every course of every treatment */
} LumReportAppendix;

typedef struct {
  LumDay first, last; /* the period; LUM_DAY_NONE: since this bout began, to today */
  LumDay today;       /* printed on */
  LumPaper paper;
  LumUnits units;
  int week_start;
  const char *name;      /* the person's, or NULL: a ruled line */
  const char *questions; /* up to three lines, or NULL: those of the journal */
  gboolean grey;
  guint appendix;     /* LumReportAppendix: what is added after the page */
  LumInstant created; /* the creation date in the file, or LUM_INSTANT_NONE for now */
} LumReportOptions;

typedef struct _LumReport LumReport;

LumReport *lum_report_new (LumDiary *diary, LumFindings *findings, const LumReportOptions *options);
void lum_report_free (LumReport *self);
void lum_report_options_init (LumReportOptions *options, LumDay today);
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
