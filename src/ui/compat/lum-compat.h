/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-day.h"

G_BEGIN_DECLS

/* What GTK and libadwaita do differently from version to version, with one signature for all of them. */

/* @files: of #GFile, empty where the person thought better of it; (transfer none) */
typedef void (*LumFilesChosen) (GListModel *files, gpointer user_data);

void lum_compat_open_files (GtkWindow *parent,
                            const char *title,
                            gboolean folder,
                            LumFilesChosen chosen,
                            gpointer user_data,
                            GDestroyNotify free_data);
void lum_compat_open_file (GtkWindow *parent,
                           const char *title,
                           LumFilesChosen chosen,
                           gpointer user_data,
                           GDestroyNotify free_data);
void lum_compat_save_file (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           LumFilesChosen chosen,
                           gpointer user_data,
                           GDestroyNotify free_data);
void lum_compat_announce (GtkWidget *widget, const char *text);
void lum_compat_get_color (GtkWidget *widget, GdkRGBA *color);
void lum_compat_calendar_set_day (GtkCalendar *calendar, LumDay day);
LumDay lum_compat_calendar_get_day (GtkCalendar *calendar);

G_END_DECLS
