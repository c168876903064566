/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"
#include "ui-find.h"

/* An open journal in a folder of its own, on a day that does not move. */
typedef struct {
  char *folder;
  LumJournal *journal;
  LumSettings *settings;
  LumUiContext *context;
} PagesFixture;

#define PAGES_TODAY 20600 /* 2026-05-27 */

typedef gboolean (*PagesCondition) (gpointer data);

void pages_fixture_set_up (PagesFixture *fixture, int sample_years);
void pages_fixture_tear_down (PagesFixture *fixture);
void pages_fixture_commit (PagesFixture *fixture, LumChangeSet *changes);
char *pages_fixture_write (PagesFixture *fixture, const char *name, const char *text);

void pages_wait (PagesCondition condition, gpointer data);
void pages_settle (guint ms);
char *pages_collect_text (GtkWidget *root);
