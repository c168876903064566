/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

LumDiary *lum_sample_life_new (LumDay today, int years, guint64 seed);

G_END_DECLS
