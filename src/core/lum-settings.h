/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "lum-units.h"

G_BEGIN_DECLS

/* What changes looks, not advice: it stays on the computer. The window keeps it in GSettings, tests and the
 * command line in memory. */
#define LUM_TYPE_SETTINGS (lum_settings_get_type ())

G_DECLARE_INTERFACE (LumSettings, lum_settings, LUM, SETTINGS, GObject)

typedef enum { LUM_PAPER_A4, LUM_PAPER_LETTER } LumPaper;

struct _LumSettingsInterface {
  GTypeInterface parent_iface;

  int (*get_int) (LumSettings *self, const char *key);
  void (*set_int) (LumSettings *self, const char *key, int value);
  char *(*get_text) (LumSettings *self, const char *key);
  void (*set_text) (LumSettings *self, const char *key, const char *value);
};

LumUnits lum_settings_get_units (LumSettings *self);
int lum_settings_get_week_start (LumSettings *self);
LumPaper lum_settings_get_paper (LumSettings *self);
void lum_settings_set_units (LumSettings *self, LumUnits units);
void lum_settings_set_week_start (LumSettings *self, int weekday);
void lum_settings_set_paper (LumSettings *self, LumPaper paper);
gboolean lum_settings_get_more_details (LumSettings *self);
void lum_settings_set_more_details (LumSettings *self, gboolean unfolded);
char **lum_settings_get_used_details (LumSettings *self);
void lum_settings_add_used_detail (LumSettings *self, const char *name);
char *lum_settings_get_report_period (LumSettings *self);
void lum_settings_set_report_period (LumSettings *self, const char *period);
gboolean lum_settings_get_report_grey (LumSettings *self);
void lum_settings_set_report_grey (LumSettings *self, gboolean grey);
char **lum_settings_get_report_sections (LumSettings *self);
void lum_settings_set_report_sections (LumSettings *self, const char *const *changes);
char *lum_settings_get_watched_folder (LumSettings *self);
void lum_settings_set_watched_folder (LumSettings *self, const char *uri);
LumPaper lum_paper_from_locale (void);
int lum_week_start_from_locale (void);

LumSettings *lum_memory_settings_new (void);

G_END_DECLS
