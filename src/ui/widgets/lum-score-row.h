/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Eleven buttons for a score, each coloured and labelled: in one row where there is room, else 6 + 5. While one of them
 * has focus, digits choose as well (keypad and other scripts' digits, too; 1 then 0 within a second is 10).
 * Signal "chosen" (int score). */
#define LUM_TYPE_SCORE_ROW (lum_score_row_get_type ())

G_DECLARE_FINAL_TYPE (LumScoreRow, lum_score_row, LUM, SCORE_ROW, GtkWidget)

GtkWidget *lum_score_row_new (void);
GtkWidget *lum_score_row_new_plain (const char *lowest, const char *highest);
void lum_score_row_set_saved (LumScoreRow *self, int score, const char *saved_for);
int lum_score_row_get_saved (LumScoreRow *self);
gboolean lum_score_from_key (guint keyval, GdkModifierType state, int *digit);

G_END_DECLS
