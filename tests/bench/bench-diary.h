/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

#define BENCH_TODAY 20600 /* 2026-05-27 */

LumDiary *bench_diary_new (int days);
