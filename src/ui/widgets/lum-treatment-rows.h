/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* The rows of one course of a medicine, or of a treatment tried: name, kind, from, to, helped. The last four are there
 * once it has a name. Signal "changed": something was typed or chosen. */
#define LUM_TYPE_TREATMENT_ROWS (lum_treatment_rows_get_type ())

G_DECLARE_FINAL_TYPE (LumTreatmentRows, lum_treatment_rows, LUM, TREATMENT_ROWS, GObject)

LumTreatmentRows *lum_treatment_rows_new (void);
void lum_treatment_rows_add_to (LumTreatmentRows *self, AdwExpanderRow *expander);
void lum_treatment_rows_set_day (LumTreatmentRows *self, LumDiary *diary, LumDay day);
void lum_treatment_rows_put (LumTreatmentRows *self, LumDiary *diary, LumChangeSet *changes);

G_END_DECLS
