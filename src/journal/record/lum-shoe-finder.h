/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-change-set.h"
#include "lum-diary.h"

G_BEGIN_DECLS

const char *lum_find_default_shoe (LumDiary *diary);
const char *lum_find_or_make_shoe (LumDiary *diary, LumChangeSet *changes, const char *name);

G_END_DECLS
