/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-journal.h"
#include "lum-link-service.h"
#include "lum-run-monitor.h"
#include "lum-settings.h"
#include "lum-watch-service.h"

G_BEGIN_DECLS

/* What every page and dialog of a window shares: the journal, what the watch says of it, the settings and the clock.
 * The window makes one and hands it down. */
#define LUM_TYPE_UI_CONTEXT (lum_ui_context_get_type ())

G_DECLARE_FINAL_TYPE (LumUiContext, lum_ui_context, LUM, UI_CONTEXT, GObject)

typedef enum {
  LUM_UI_CHANGE_DIARY = 1 << 0,    /* something was logged, here or by another program */
  LUM_UI_CHANGE_FINDINGS = 1 << 1, /* the watch has thought about it */
  LUM_UI_CHANGE_DAY = 1 << 2,      /* today is another day */
  LUM_UI_CHANGE_SETTINGS = 1 << 3, /* units, week start, paper */
  LUM_UI_CHANGE_STATE = 1 << 4,    /* the journal was opened, or could not be */
  LUM_UI_CHANGE_LINK = 1 << 5,     /* whether running goes with pain was looked at again */
  LUM_UI_CHANGE_RUNS = 1 << 6,     /* other runs are offered from a watch or the watched folder */
  LUM_UI_CHANGE_ALL = 0x7f,
} LumUiChange;

typedef enum { LUM_UI_LOADING, LUM_UI_OPEN, LUM_UI_FAILED } LumUiState;

LumUiContext *lum_ui_context_new (LumJournal *journal, LumSettings *settings);
void lum_ui_context_open (LumUiContext *self);

LumJournal *lum_ui_context_get_journal (LumUiContext *self);
LumWatchService *lum_ui_context_get_watch (LumUiContext *self);
LumSettings *lum_ui_context_get_settings (LumUiContext *self);
LumClock *lum_ui_context_get_clock (LumUiContext *self);
LumDiary *lum_ui_context_get_diary (LumUiContext *self);
LumFindings *lum_ui_context_get_findings (LumUiContext *self);
const LumLink *lum_ui_context_ask_link (LumUiContext *self);
LumRunMonitor *lum_ui_context_get_run_monitor (LumUiContext *self);
LumDay lum_ui_context_get_today (LumUiContext *self);
LumUnits lum_ui_context_get_units (LumUiContext *self);
LumUiState lum_ui_context_get_state (LumUiContext *self, const GError **error);
gboolean lum_ui_context_get_is_sample (LumUiContext *self);
void lum_ui_context_set_is_sample (LumUiContext *self, gboolean is_sample);
guint lum_ui_context_get_n_writing (LumUiContext *self);

/* Calls @update with what changed, at once when @widget is on screen, else when it next comes there. */
typedef void (*LumUiUpdate) (GtkWidget *widget, guint changes);
void lum_ui_context_keep_updated (LumUiContext *self, GtkWidget *widget, LumUiUpdate update);

/* Makes the change set when the journal is open: at once, or after it has loaded. */
typedef LumChangeSet *(*LumUiMakeChanges) (LumUiContext *self, gpointer data, GError **error);
void lum_ui_context_commit (LumUiContext *self, GtkWidget *widget, LumChangeSet *changes, const char *toast);
void lum_ui_context_commit_later (LumUiContext *self,
                                  GtkWidget *widget,
                                  LumUiMakeChanges make,
                                  gpointer data,
                                  GDestroyNotify free_data,
                                  const char *toast);

G_END_DECLS
