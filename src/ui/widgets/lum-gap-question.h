/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* The question about days on which nothing was logged (EP-4, text 10): inline, once. Signal "fill-in" (int day): the
 * person would rather score each day, from this one on. */
#define LUM_TYPE_GAP_QUESTION (lum_gap_question_get_type ())

G_DECLARE_FINAL_TYPE (LumGapQuestion, lum_gap_question, LUM, GAP_QUESTION, AdwBin)

GtkWidget *lum_gap_question_new (LumUiContext *context);
void lum_gap_question_set_gap (LumGapQuestion *self, LumDay first, LumDay last);

G_END_DECLS
