/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* "Did it start today? How did it begin?" (EP-5, text 2): on the second pain day of a bout, inline, once. */
#define LUM_TYPE_ONSET_QUESTION (lum_onset_question_get_type ())

G_DECLARE_FINAL_TYPE (LumOnsetQuestion, lum_onset_question, LUM, ONSET_QUESTION, AdwBin)

GtkWidget *lum_onset_question_new (LumUiContext *context);
void lum_onset_question_update (LumOnsetQuestion *self);

G_END_DECLS
