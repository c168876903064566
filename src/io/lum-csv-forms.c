/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-forms.h"

#include <string.h>

/* A name, what it is, the field it stands for, whether it must be there. */
typedef struct {
  const char *name;
  LumCsvColumnType type;
  const char *field;
  gboolean required;
} Plan;

static const Plan pain_plan[] = {
    {"date", LUM_CSV_FIELD, "day", TRUE},           {"moment", LUM_CSV_MOMENT, "moment", FALSE},
    {"score", LUM_CSV_FIELD, "score", TRUE},        {"started", LUM_CSV_FIELD, "started", FALSE},
    {"entered", LUM_CSV_ENTERED, "entered", FALSE}, {"note", LUM_CSV_FIELD, "note", FALSE},
};

static const Plan gap_plan[] = {
    {"from", LUM_CSV_FIELD, "first", TRUE},
    {"to", LUM_CSV_FIELD, "last", TRUE},
    {"answer", LUM_CSV_FIELD, "answer", TRUE},
};

static const Plan run_plan[] = {
    {"date", LUM_CSV_FIELD, "day", TRUE},
    {"time", LUM_CSV_TIME_OF_DAY, NULL, FALSE},
    {"distance_m", LUM_CSV_FIELD, "distance_m", FALSE},
    {"duration_s", LUM_CSV_DURATION, NULL, FALSE},
    {"effort", LUM_CSV_FIELD, "effort", FALSE},
    {"ascent_m", LUM_CSV_FIELD, "ascent_m", FALSE},
    {"descent_m", LUM_CSV_FIELD, "descent_m", FALSE},
    {"surface", LUM_CSV_FIELD, "surface", FALSE},
    {"race", LUM_CSV_FIELD, "race", FALSE},
    {"pain_before", LUM_CSV_FIELD, "pain_before", FALSE},
    {"shoe", LUM_CSV_SHOE, NULL, FALSE},
    {"note", LUM_CSV_FIELD, "note", FALSE},
};

static LumCsvColumn *
build_form (LumRecordKind kind, guint *n_columns)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  const Plan *plan = NULL;
  guint n = info->n_fields + 1;
  LumCsvColumn *columns;

  if (kind == LUM_RECORD_PAIN) {
    plan = pain_plan;
    n = G_N_ELEMENTS (pain_plan);
  } else if (kind == LUM_RECORD_GAP_ANSWER) {
    plan = gap_plan;
    n = G_N_ELEMENTS (gap_plan);
  } else if (kind == LUM_RECORD_RUN) {
    plan = run_plan;
    n = G_N_ELEMENTS (run_plan);
  }

  columns = g_new0 (LumCsvColumn, n);
  *n_columns = n;

  if (plan) {
    for (guint i = 0; i < n; i++) {
      columns[i].name = plan[i].name;
      columns[i].type = plan[i].type;
      columns[i].required = plan[i].required;
      columns[i].field = plan[i].field ? lum_record_find_field (kind, plan[i].field) : NULL;
    }
    return columns;
  }

  columns[0].name = "id";
  columns[0].type = LUM_CSV_ID;
  for (guint i = 1; i < n; i++) {
    const LumField *field = &info->fields[i - 1];

    columns[i].name = strcmp (field->name, "day") == 0 ? "date" : field->name;
    columns[i].type = LUM_CSV_FIELD;
    columns[i].field = field;
    /* Two of a table's own columns tell it from the others; later versions may add to them. */
    columns[i].required = i <= 2;
  }
  return columns;
}

/**
 * lum_csv_form_get:
 * @n_columns: (out): how many there are
 *
 * The columns of a kind's CSV file, in the order in which they are written.
 *
 * Returns: (transfer none): static
 */
const LumCsvColumn *
lum_csv_form_get (LumRecordKind kind, guint *n_columns)
{
  static gsize ready;
  static LumCsvColumn *forms[LUM_N_RECORD_KINDS];
  static guint sizes[LUM_N_RECORD_KINDS];

  if (g_once_init_enter (&ready)) {
    for (int i = 0; i < LUM_N_RECORD_KINDS; i++)
      forms[i] = build_form (i, &sizes[i]);
    g_once_init_leave (&ready, 1);
  }
  *n_columns = sizes[kind];
  return forms[kind];
}
