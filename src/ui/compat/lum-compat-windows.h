/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Windows whose types change from version to version. */

typedef struct {
  const char *trigger; /* "<Control>z"; several separated by spaces */
  const char *title;   /* N_() */
} LumShortcut;

typedef struct {
  const char *title; /* N_() */
  const LumShortcut *shortcuts;
  guint n_shortcuts;
} LumShortcutGroup;

typedef struct {
  const char *icon;
  const char *version;
  const char *comments;
  const char *source_title; /* a section of its own: where the article comes from, and the disclaimer */
  const char *source_text;
} LumAbout;

GtkWindow *lum_compat_shortcuts_new (GtkWindow *parent, const LumShortcutGroup *groups, guint n_groups);
GtkWindow *lum_compat_about_new (GtkWindow *parent, const LumAbout *about);
void lum_compat_show_in_files (GtkWindow *parent, GFile *file);

G_END_DECLS
