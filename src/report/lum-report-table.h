/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table of the document model: columns with a title and an alignment, and rows of texts. It knows nothing of paper. */
typedef struct _LumReportTable LumReportTable;

typedef enum {
  LUM_REPORT_ALIGN_START, /* words */
  LUM_REPORT_ALIGN_END,   /* numbers, whose units then stand below each other */
} LumReportAlign;

LumReportTable *lum_report_table_new (void);
LumReportTable *lum_report_table_ref (LumReportTable *self);
void lum_report_table_unref (LumReportTable *self);
void lum_report_table_add_column (LumReportTable *self, const char *title, LumReportAlign align);
void lum_report_table_add (LumReportTable *self, char *cell);
void lum_report_table_add_int (LumReportTable *self, int number);
void lum_report_table_set_note (LumReportTable *self, const char *note);
LumReportTable *lum_report_table_end (LumReportTable *self);
guint lum_report_table_get_n_columns (const LumReportTable *self);
guint lum_report_table_get_n_rows (const LumReportTable *self);
LumReportAlign lum_report_table_get_align (const LumReportTable *self, guint column);
const char *lum_report_table_get_title (const LumReportTable *self, guint column);
const char *lum_report_table_get_cell (const LumReportTable *self, guint row, guint column);
const char *lum_report_table_get_note (const LumReportTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumReportTable, lum_report_table_unref)

G_END_DECLS
