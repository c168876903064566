/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-sport.h"

G_BEGIN_DECLS

/* FIT's numbers in words (formats §3.6). */
LumSportClass lum_fit_classify_sport (int sport, int sub_sport, const char **word, const char **run_kind);
const char *lum_fit_get_maker (int manufacturer);
const char *lum_fit_describe_file (int type);

G_END_DECLS
