/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-change-set.h"
#include "lum-diary.h"

G_BEGIN_DECLS

/* Journals that nobody would keep, with everything in them that can be: the same for the same seed. */
LumChangeSet *lum_test_random_life (GRand *rand);
LumChangeSet *lum_test_random_edits (GRand *rand, const LumDiary *diary, LumInstant from);

G_END_DECLS
