/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-record.h"

G_BEGIN_DECLS

/* Words and looks that several pages share. */

const char *lum_moment_get_label (LumMoment moment);
const char *lum_how_get_label (LumHow how);
const char *lum_surface_get_label (LumSurface surface);
const char *lum_gap_get_label (LumGapWord word);
const char *lum_score_get_css_class (int score);
GtkWidget *lum_score_chip_new (int score, const char *moment);
GtkStringList *lum_score_list_new (void);
guint lum_score_to_position (int score);
int lum_score_from_position (guint position);
void lum_widget_set_label (GtkWidget *widget, const char *label);

G_END_DECLS
