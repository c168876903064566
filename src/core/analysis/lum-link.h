/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-association.h"
#include "lum-diary.h"

G_BEGIN_DECLS

/* Does running load go with pain: the test over a diary, and what is shown beside its verdict (LA-5, LA-6). */
typedef struct {
  LumAssociation test;
  int scored; /* days with a timely score in the last half year, those of a week that is not whole yet included */
  int weeks;  /* of the window */
  double after_long, after_rest; /* mean pain the day after the top third of run days, after rest days; NAN */
  int n_long, n_rest;
  LumDay day;       /* the last day of the window */
  gboolean settled; /* LA-7: two weeks agree; what does not is not told */
  double low, high; /* 90 % interval of the best lag's rho; NAN where a gate closed */
} LumLink;

gboolean lum_link_new (const LumDiary *diary, LumDay today, GCancellable *cancellable, LumLink *link, GError **error);
gboolean
lum_link_announce (const LumDiary *diary, LumDay today, GCancellable *cancellable, LumLink *link, GError **error);
char *lum_link_describe (const LumLink *link);
char *lum_link_describe_contrast (const LumLink *link);

G_END_DECLS
