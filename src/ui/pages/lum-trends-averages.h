/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-mean-bar.h"
#include "lum-pain-by.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* The rows of one average. They are made when somebody unfolds it and changed in place from then on, so that a save
 * costs what it changes. */
typedef struct {
  GtkWidget *fold;
  GPtrArray *rows; /* GtkListBoxRow */
  GtkSizeGroup *columns[LUM_MEAN_BAR_COLUMNS];
  LumUiContext *context;
  guint more;        /* how often more was asked for */
  GtkWidget *button; /* that asks for more, the last row; NULL: nobody can */
} LumTrendsRows;

/* One average: a line in the table of lum-trends-averages.c. */
typedef struct {
  const char *title; /* to be translated */
  /* What the folded row says: the period and what the means stand on, or what is missing. Returns (transfer full);
   * @enough (out): there is something to unfold. */
  char *(*describe) (LumUiContext *context, gboolean *enough);
  /* Brings the rows up to date. */
  void (*fill) (LumTrendsRows *rows);
} LumTrendsAverage;

extern const LumTrendsAverage lum_trends_by_weekday;
extern const LumTrendsAverage lum_trends_by_moment;
extern const LumTrendsAverage lum_trends_by_shoe;
extern const LumTrendsAverage lum_trends_by_shoe_age;
extern const LumTrendsAverage lum_trends_weeks;

GtkWidget *lum_trends_rows_get (LumTrendsRows *self, guint i, GtkWidget *(*make) (gpointer data), gpointer data);
void
lum_trends_rows_set_mean (LumTrendsRows *self, guint i, const char *name, const LumPainMean *mean, const char *note);
void lum_trends_rows_set_length (LumTrendsRows *self, guint n);
void lum_trends_rows_set_more (LumTrendsRows *self, const char *title);

G_END_DECLS
