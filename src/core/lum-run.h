/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-record.h"
#include "lum-units.h"

G_BEGIN_DECLS

double lum_run_get_duration (const LumRun *run);
int lum_run_get_metres (const LumRun *run);
double lum_run_get_load (const LumRun *run);
gboolean lum_run_looks_same (const LumRun *a, const LumRun *b);

G_END_DECLS
