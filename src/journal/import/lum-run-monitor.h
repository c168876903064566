/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-run-offer.h"

G_BEGIN_DECLS

/* Watches that are plugged in, and the one watched folder: a thin adapter from the desktop's mounts to offers. Where
 * nothing tells of mounts it is silent. Lives on the main thread. */
#define LUM_TYPE_RUN_MONITOR (lum_run_monitor_get_type ())

G_DECLARE_FINAL_TYPE (LumRunMonitor, lum_run_monitor, LUM, RUN_MONITOR, GObject)

/* Property: "n-new" (new runs of the offer that is made). Signal: "changed" (another offer, or the folder's problem). */

LumRunMonitor *lum_run_monitor_new (LumJournal *journal, LumUnits units, const char *cache);
void lum_run_monitor_watch_devices (LumRunMonitor *self);
void lum_run_monitor_set_folder (LumRunMonitor *self, const char *uri);
void lum_run_monitor_look (LumRunMonitor *self);
void lum_run_monitor_stop (LumRunMonitor *self);
LumRunOffer *lum_run_monitor_get_offer (LumRunMonitor *self);
LumRunOffer *lum_run_monitor_get_folder_offer (LumRunMonitor *self);
void lum_run_monitor_set_aside (LumRunMonitor *self, LumRunOffer *offer);

G_END_DECLS
