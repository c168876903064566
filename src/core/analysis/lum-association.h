/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  LUM_ASSOCIATION_NOT_ENOUGH_DAYS,
  LUM_ASSOCIATION_NOT_ENOUGH_DATA,
  LUM_ASSOCIATION_PAIN_TOO_CONSTANT,
  LUM_ASSOCIATION_SCHEDULE_TOO_REGULAR,
  LUM_ASSOCIATION_NO_CLEAR_LINK,
  LUM_ASSOCIATION_LINK,
} LumAssociationVerdict;

#define LUM_ASSOCIATION_LAGS 4

/* What the load–pain test says (rules §5). */
typedef struct {
  LumAssociationVerdict verdict;
  int best_lag;                     /* 0 to 3, or -1 where a gate closed */
  double rho[LUM_ASSOCIATION_LAGS]; /* NAN where a gate closed */
  double p;                         /* family-wise over the lags; NAN where a gate closed */
  int days;                         /* scored days in the window */
} LumAssociation;

/* One day of the two series. */
typedef struct {
  double load;    /* 0 on a day without a run */
  double pain;    /* the chart score, NAN where there is none or it is recalled (PM-5) */
  gboolean alive; /* the diary showed a sign of life around it (rules §4) */
  gboolean ran;
} LumAssociationDay;

gboolean lum_association_test (const LumAssociationDay *days,
                               gsize n_days,
                               GCancellable *cancellable,
                               LumAssociation *result,
                               GError **error);
void lum_association_interval (const LumAssociationDay *days, gsize n_days, int lag, double *low, double *high);
const char *lum_association_to_word (LumAssociationVerdict verdict);

G_END_DECLS
