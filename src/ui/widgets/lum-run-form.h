/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* A run: distance, time, Enter. Effort, shoes and note beside; surface, climb and race under More.
 * Signal "saved": the run was handed to the journal. */
#define LUM_TYPE_RUN_FORM (lum_run_form_get_type ())

G_DECLARE_FINAL_TYPE (LumRunForm, lum_run_form, LUM, RUN_FORM, AdwBin)

GtkWidget *lum_run_form_new (LumUiContext *context);
void lum_run_form_update (LumRunForm *self);
void lum_run_form_set_run (LumRunForm *self, const LumRun *run);
void lum_run_form_set_day (LumRunForm *self, LumDay day);
gboolean lum_run_form_save (LumRunForm *self);

G_END_DECLS
