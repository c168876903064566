/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-diary.h"

G_BEGIN_DECLS

char *lum_history_to_json (LumDiary *diary, LumDay first, LumDay last);

G_END_DECLS
