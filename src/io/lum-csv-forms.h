/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-record.h"

G_BEGIN_DECLS

/* The columns of Lumbar's own CSV files, for the reader and the writer alike: what is listed here is written in this
 * order and read by these names. A kind without a form of its own has `id` and every field of its description, with
 * `date` for `day`. */
typedef enum {
  LUM_CSV_FIELD,       /* a field of the record as its description says */
  LUM_CSV_ID,          /* its identity */
  LUM_CSV_MOMENT,      /* empty is average */
  LUM_CSV_ENTERED,     /* empty is the day itself */
  LUM_CSV_TIME_OF_DAY, /* of a run's start, local */
  LUM_CSV_DURATION,    /* of a run, seconds */
  LUM_CSV_SHOE,        /* the name of a run's shoe */
} LumCsvColumnType;

typedef struct {
  const char *name;
  LumCsvColumnType type;
  const LumField *field; /* of LUM_CSV_FIELD and the two that are nearly one */
  gboolean required;     /* a file without this column is not of this kind */
} LumCsvColumn;

const LumCsvColumn *lum_csv_form_get (LumRecordKind kind, guint *n_columns);

G_END_DECLS
