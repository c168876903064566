/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* What Today asks besides its question: at most one thing at a time, in a fixed order, inline. Signals "fill-in" (int
 * day): the person would rather score each silent day, from this one on; "done": there is nothing more to do here. */
#define LUM_TYPE_TODAY_QUESTIONS (lum_today_questions_get_type ())

G_DECLARE_FINAL_TYPE (LumTodayQuestions, lum_today_questions, LUM, TODAY_QUESTIONS, AdwBin)

GtkWidget *lum_today_questions_new (LumUiContext *context);
void lum_today_questions_update (LumTodayQuestions *self);
gboolean lum_today_questions_ask_silence (LumTodayQuestions *self);
gboolean lum_today_questions_get_asks_week (LumTodayQuestions *self);

G_END_DECLS
