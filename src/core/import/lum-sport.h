/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  LUM_SPORT_UNKNOWN, /* no word, or one that says nothing: the person knows */
  LUM_SPORT_RUN,
  LUM_SPORT_OTHER, /* a ride, a walk … */
} LumSportClass;

LumSportClass lum_sport_classify (const char *type, const char **sub_sport);

G_END_DECLS
