/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"
#include "lum-window.h"
#include "ui-find.h"

/* What tests of the window share: a frozen clock, a journal in a folder of its own, and a main loop that is run until
 * something holds. */
typedef struct {
  char *folder;
  LumClock *clock;
  LumJournal *journal;
  LumSettings *settings;
  LumUiContext *context;
} UiFixture;

gboolean ui_test_init (int *argc, char ***argv);
void ui_fixture_set_up (UiFixture *fixture, LumDay today, int minute);
void ui_fixture_fill (UiFixture *fixture, int years);
void ui_fixture_open (UiFixture *fixture);
void ui_fixture_tear_down (UiFixture *fixture);
void ui_wait_until (gboolean (*holds) (gpointer data), gpointer data);
void ui_wait_written (UiFixture *fixture);
void ui_settle (void);
void ui_remove_folder (const char *path);
LumWindow *ui_open_window (UiFixture *fixture);
void ui_press (UiFixture *fixture, GtkWidget *root, const char *label);
void ui_press_key (GtkWidget *widget, guint keyval, GdkModifierType state);
void ui_assert_finalized (GtkWidget *widget);
