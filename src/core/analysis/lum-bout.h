/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-table.h"
#include "lum-status.h"

G_BEGIN_DECLS

GArray *lum_bouts_walk (const LumDayTable *table);
void lum_bouts_count_episodes (GArray *bouts);
gboolean lum_bout_is_relapse (const GArray *bouts, guint index);

G_END_DECLS
