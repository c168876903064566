/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-messages.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* All but the load–pain link, which is looked at apart; and the watch’s findings follow every change of the diary. */
#define LUM_TRENDS_OF_FINDINGS (LUM_UI_CHANGE_ALL & ~(LUM_UI_CHANGE_LINK | LUM_UI_CHANGE_DIARY))

/* What stands below the chart. A new section is one file and one line in lum-trends-page.c. */
typedef struct {
  GtkWidget *(*create) (void);
  void (*update) (GtkWidget *section, LumUiContext *context);
  guint changes; /* LumUiChange: what it shows */
} LumTrendsSection;

extern const LumTrendsSection lum_trends_findings;
extern const LumTrendsSection lum_trends_load;
extern const LumTrendsSection lum_trends_link;
extern const LumTrendsSection lum_trends_bouts;
extern const LumTrendsSection lum_trends_averages;
extern const LumTrendsSection lum_trends_expert;

/* A heading over a list of rows that is filled anew at each update. */
GtkWidget *lum_trends_list_new (const char *title);
void lum_trends_list_clear (GtkWidget *section);
void lum_trends_list_set_description (GtkWidget *section, const char *text);
void lum_trends_list_append (GtkWidget *section, GtkWidget *row);
/* A row that unfolds. What is in it is made when somebody unfolds it: most never are, and rows cost time. */
typedef void (*LumTrendsFill) (GtkWidget *row, gpointer data);
GtkWidget *lum_trends_fold_new (const char *title,
                                const char *subtitle,
                                LumTrendsFill fill,
                                gpointer data,
                                GDestroyNotify free_data);
void lum_trends_fold_add (GtkWidget *fold, const char *name, const char *value);
GtkWidget *lum_trends_row_new (const char *title, const char *subtitle);

G_END_DECLS
