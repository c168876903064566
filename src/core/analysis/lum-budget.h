/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-detector.h"

G_BEGIN_DECLS

void lum_budget_apply (const LumDiary *diary, LumDay today, GPtrArray *cards);

G_END_DECLS
