/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

/* One row after the other of RFC 4180: commas, doubled quotes, CRLF inside quoted fields untouched, LF after a row,
 * UTF-8 without BOM, the same in every locale. */
typedef struct _LumCsvWriter LumCsvWriter;

LumCsvWriter *lum_csv_writer_new (void);
void lum_csv_writer_free (LumCsvWriter *self);
void lum_csv_writer_add_text (LumCsvWriter *self, const char *text);
void lum_csv_writer_add_int (LumCsvWriter *self, gint32 value);
void lum_csv_writer_add_real (LumCsvWriter *self, double value);
void lum_csv_writer_add_day (LumCsvWriter *self, LumDay day);
void lum_csv_writer_end_row (LumCsvWriter *self);
char *lum_csv_writer_steal (LumCsvWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumCsvWriter, lum_csv_writer_free)

/* Whole tables, in the forms that the CSV importer knows by their header. */
char *lum_csv_write_table (const LumDiary *diary, LumRecordKind kind);
char *lum_csv_get_file_name (LumRecordKind kind);

G_END_DECLS
