/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lum-diary.h"

G_BEGIN_DECLS

/* One row of the Journal page: a day with something on it, or the heading of a month. It keeps the snapshot that it
 * was made from, so that what it points at lives as long as the row. */
#define LUM_TYPE_DAY_ITEM (lum_day_item_get_type ())

G_DECLARE_FINAL_TYPE (LumDayItem, lum_day_item, LUM, DAY_ITEM, GObject)

gboolean lum_day_item_is_heading (LumDayItem *self);
LumDay lum_day_item_get_day (LumDayItem *self);
LumDiary *lum_day_item_get_diary (LumDayItem *self);
const LumDaySummary *lum_day_item_get_summary (LumDayItem *self);
gconstpointer lum_day_item_get_records (LumDayItem *self, LumRecordKind kind, gsize *n);
const LumGapAnswer *lum_day_item_get_answer (LumDayItem *self);

/* The days of a journal, newest first, with month headings as rows: a GListModel of LumDayItem. Rows are numbers until
 * somebody looks at them. */
#define LUM_TYPE_DAY_LIST (lum_day_list_get_type ())

G_DECLARE_FINAL_TYPE (LumDayList, lum_day_list, LUM, DAY_LIST, GObject)

typedef enum { LUM_DAY_FILTER_ALL, LUM_DAY_FILTER_PAIN, LUM_DAY_FILTER_RUNS, LUM_DAY_FILTER_NOTES } LumDayFilter;

#define LUM_DAY_LIST_NOT_FOUND G_MAXUINT

/* Properties: "n-days" (rows that are days; notifies), for "nothing found". */

LumDayList *lum_day_list_new (LumDiary *diary);
void lum_day_list_set_diary (LumDayList *self, LumDiary *diary);
LumDiary *lum_day_list_get_diary (LumDayList *self);
void lum_day_list_set_filter (LumDayList *self, LumDayFilter filter);
void lum_day_list_set_search (LumDayList *self, const char *text);
guint lum_day_list_get_n_days (LumDayList *self);
guint lum_day_list_find (LumDayList *self, LumDay day);

G_END_DECLS
