/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-csv-mapping.h"

G_BEGIN_DECLS

/* What columns are called, in the languages of formats §6 and §7. */
LumColumnRole lum_csv_find_role (const char *name, LumColumnUnit *unit);

gboolean lum_csv_may_be_duration (const char *name);

/* Words of pain, in the same languages: how bad, and where. */
gboolean lum_csv_parse_severity (const char *text, double *score);
gboolean lum_csv_mentions_back (const char *text);

G_END_DECLS
