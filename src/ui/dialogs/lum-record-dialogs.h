/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-safety.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* A dialog for each kind of entry. What is given is copied; without, it is a new one. Each returns the dialog, shown. */

GtkWindow *lum_visit_dialog_present (GtkWindow *parent, LumUiContext *context, const LumVisit *visit);
GtkWindow *lum_safety_dialog_present (GtkWindow *parent, LumUiContext *context);
GtkWindow *lum_settle_dialog_present (GtkWindow *parent, LumUiContext *context, LumTier tier, gboolean mistake);
GtkWindow *lum_entry_dialog_present (GtkWindow *parent, LumUiContext *context, const LumPainEntry *entry, LumDay day);
GtkWindow *lum_run_dialog_present (GtkWindow *parent, LumUiContext *context, const LumRun *run, LumDay day);
GtkWindow *lum_gap_dialog_present (GtkWindow *parent, LumUiContext *context, const LumGapAnswer *answer);
GtkWindow *lum_details_dialog_present (GtkWindow *parent, LumUiContext *context, LumDay day);

G_END_DECLS
