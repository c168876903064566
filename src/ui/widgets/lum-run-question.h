/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* "Yesterday's 6.1 km: worst while running? after?" (OU-11): two rows of scores and Skip, inline, once. */
#define LUM_TYPE_RUN_QUESTION (lum_run_question_get_type ())

G_DECLARE_FINAL_TYPE (LumRunQuestion, lum_run_question, LUM, RUN_QUESTION, AdwBin)

GtkWidget *lum_run_question_new (LumUiContext *context);
gboolean lum_run_question_update (LumRunQuestion *self);

G_END_DECLS
