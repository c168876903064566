/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-journal.h"

/* What benchmarks of the main thread share. */

double bench_get_us (void);
double bench_turn (int wait_ms);
void bench_fill (LumJournal *journal, int days);
