/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-day.h"
#include "lum-record.h"

G_BEGIN_DECLS

/* A line of the safety check: what is asked, four answers of which none is chosen beforehand, and since when. */
#define LUM_TYPE_SIGN_ROW (lum_sign_row_get_type ())

G_DECLARE_FINAL_TYPE (LumSignRow, lum_sign_row, LUM, SIGN_ROW, AdwPreferencesRow)

GtkWidget *lum_sign_row_new (const char *question, const char *ask, gboolean only_yes_or_no, LumDay today);
void lum_sign_row_set_note (LumSignRow *self, const char *note);
void lum_sign_row_set_hint (LumSignRow *self, const char *hint);
void lum_sign_row_set_old_note (LumSignRow *self, const char *note);
const char *lum_sign_row_get_question (LumSignRow *self);
int lum_sign_row_get_answer (LumSignRow *self);
void lum_sign_row_set_answer (LumSignRow *self, LumSafetyWord answer);
LumDay lum_sign_row_get_since (LumSignRow *self);

G_END_DECLS
