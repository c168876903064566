/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-chart.h"
#include "lum-findings.h"
#include "lum-journal.h"
#include "lum-settings.h"

G_BEGIN_DECLS

/* Keeps the findings of a journal current: computes them in a thread after each change of the diary, the day or the
 * units. Property "findings" (LumFindings, NULL until the first are there); notifies. */
#define LUM_TYPE_WATCH_SERVICE (lum_watch_service_get_type ())

G_DECLARE_FINAL_TYPE (LumWatchService, lum_watch_service, LUM, WATCH_SERVICE, GObject)

LumWatchService *lum_watch_service_new (LumJournal *journal, LumSettings *settings);
LumFindings *lum_watch_service_get_findings (LumWatchService *self);
LumDiary *lum_watch_service_get_diary (LumWatchService *self);
LumChart *lum_watch_service_get_chart (LumWatchService *self);

char *lum_status_to_json (LumDiary *diary, LumFindings *findings);

G_END_DECLS
