/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* The window of one journal. Its actions are its interface:
 *   win.show-page(s)   today, journal, trends, guide
 *   win.show-day(i)    a LumDay, opened in the Journal
 *   win.show-topic(s)  a topic of the Guide
 *   win.import, win.report, win.visit, win.undo, win.redo, win.about, win.log-run */
#define LUM_TYPE_WINDOW (lum_window_get_type ())

G_DECLARE_FINAL_TYPE (LumWindow, lum_window, LUM, WINDOW, AdwApplicationWindow)

LumWindow *lum_window_new (GtkApplication *application, LumUiContext *context, GSettings *state);
LumUiContext *lum_window_get_context (LumWindow *self);
GtkWidget *lum_window_show_page (LumWindow *self, const char *name);
void lum_window_import_files (LumWindow *self, GListModel *files);

/* Say something at the bottom of the window that @widget is in (or that its dialog belongs to). */
gboolean lum_window_has_toast (GtkWidget *widget);
void lum_window_toast (GtkWidget *widget, const char *text);
void lum_window_toast_undo (GtkWidget *widget, const char *text, gint64 group);
void lum_window_toast_error (GtkWidget *widget, const GError *error);

G_END_DECLS
