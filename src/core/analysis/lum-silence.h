/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-table.h"
#include "lum-status.h"

G_BEGIN_DECLS

/* The rule under which a skipped question about silence is kept as a LumCardRecord, with its first and last day. */
#define LUM_RULE_SILENCE "EP-4"

gboolean
lum_find_silence (const LumDiary *diary, const LumDayTable *table, const LumBout *bout, LumDay *first, LumDay *last);

G_END_DECLS
