/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-association.h"

#include <math.h>
#include <stdlib.h>

#include "lum-parameters.h"
#include "lum-random.h"

/* LA-1…LA-5: does running load go with pain, the same day to three days later? Spearman's correlation with the trend
 * removed, against shuffles of whole weeks; the largest of four lags is compared with the largest of each shuffle. */

/* The pairs of one lag: pain on day t against load on day t − lag, for the scored days. The pain side never changes,
 * so it is centred and scaled once. */
typedef struct {
  int n;
  guint16 load_at[LUM_P_LINK_WIN];
  double pain[LUM_P_LINK_WIN]; /* minus the mean of its own pairs */
  double pain_length;          /* the root of its squares' sum */
} Pairs;

typedef struct {
  double value;
  int index;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  double difference = ((const Ranked *) a)->value - ((const Ranked *) b)->value;

  return difference < 0 ? -1 : difference > 0;
}

/* Mid-ranks of the values that are numbers; the others stay NAN. */
static void
rank (const double *values, int n, double *ranks)
{
  Ranked sorted[LUM_P_LINK_WIN];
  int m = 0;

  for (int i = 0; i < n; i++) {
    ranks[i] = NAN;
    if (!isnan (values[i]))
      sorted[m++] = (Ranked){values[i], i};
  }
  qsort (sorted, m, sizeof sorted[0], compare_ranked);
  for (int i = 0, j; i < m; i = j) {
    /* Sums and quotients of whole numbers that are the same differ by no more than their rounding. */
    for (j = i; j < m && sorted[j].value - sorted[i].value <= LUM_P_LINK_SAME * (1 + fabs (sorted[i].value)); j++)
      ;
    for (int k = i; k < j; k++)
      ranks[sorted[k].index] = (i + j + 1) / 2.0;
  }
}

/* Takes the straight line through the numbers out of them, and so their mean. */
static void
detrend (double *values, int n)
{
  double m = 0, st = 0, sv = 0, stt = 0, stv = 0;

  for (int t = 0; t < n; t++)
    if (!isnan (values[t])) {
      m++;
      st += t;
      sv += values[t];
    }
  for (int t = 0; t < n; t++)
    if (!isnan (values[t])) {
      stt += (t - st / m) * (t - st / m);
      stv += (t - st / m) * (values[t] - sv / m);
    }
  for (int t = 0; t < n; t++)
    values[t] -= sv / m + (stt > 0 ? stv / stt * (t - st / m) : 0);
}

static double
correlation (const double *x, const double *y, int n)
{
  double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;

  for (int i = 0; i < n; i++) {
    sx += x[i];
    sy += y[i];
  }
  for (int i = 0; i < n; i++) {
    sxx += (x[i] - sx / n) * (x[i] - sx / n);
    syy += (y[i] - sy / n) * (y[i] - sy / n);
    sxy += (x[i] - sx / n) * (y[i] - sy / n);
  }
  return sxx > 0 && syy > 0 ? sxy / sqrt (sxx * syy) : 0;
}

static gboolean
is_too_regular (const double *load_ranks, int n)
{
  const struct {
    int lag;
    double limit;
  } tests[] = {{LUM_P_WEEK, LUM_P_LINK_REGULAR_WEEK},
               {1, LUM_P_LINK_REGULAR_DAYS},
               {2, LUM_P_LINK_REGULAR_DAYS},
               {3, LUM_P_LINK_REGULAR_DAYS}};

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (fabs (correlation (load_ranks, load_ranks + tests[i].lag, n - tests[i].lag)) >= tests[i].limit)
      return TRUE;
  return FALSE;
}

static void
make_pairs (Pairs *pairs, const double *pain, int n, int lag)
{
  double sum = 0, squares = 0;

  pairs->n = 0;
  for (int t = lag; t < n; t++)
    if (!isnan (pain[t])) {
      pairs->load_at[pairs->n] = t - lag;
      pairs->pain[pairs->n++] = pain[t];
      sum += pain[t];
    }
  for (int i = 0; i < pairs->n; i++) {
    pairs->pain[i] -= sum / pairs->n;
    squares += pairs->pain[i] * pairs->pain[i];
  }
  pairs->pain_length = sqrt (squares);
}

static double
pairs_correlation (const Pairs *pairs, const double *load)
{
  double sx = 0, sxx = 0, sxy = 0;

  for (int i = 0; i < pairs->n; i++) {
    double x = load[pairs->load_at[i]];

    sx += x;
    sxx += x * x;
    sxy += x * pairs->pain[i];
  }

  double length = sqrt (MAX (sxx - sx * sx / pairs->n, 0)) * pairs->pain_length;
  return length > 1e-12 ? sxy / length : 0;
}

static gboolean
scores_vary (const double *pain, int n)
{
  int scored = 0, most = 0;

  for (int i = 0; i < n; i++) {
    int same = 0;

    if (isnan (pain[i]))
      continue;
    scored++;
    for (int j = 0; j < n; j++)
      same += fabs (pain[i] - pain[j]) < LUM_P_LINK_SAME;
    most = MAX (most, same);
  }
  return scored - most >= LUM_P_LINK_DIFFERENT;
}

static LumAssociationVerdict
check_gates (const LumAssociationDay *days, int n, const double *pain, const double *load_ranks, int scored)
{
  int runs = 0, rests = 0, silent = 0;

  for (int i = 0; i < n; i++) {
    runs += days[i].ran;
    rests += days[i].alive && !days[i].ran;
    silent += !days[i].alive;
  }
  if (scored < LUM_P_LINK_SCORED || runs < LUM_P_LINK_RUN_DAYS || rests < LUM_P_LINK_REST_DAYS ||
      silent > LUM_P_LINK_SILENT * n)
    return LUM_ASSOCIATION_NOT_ENOUGH_DATA;
  if (!scores_vary (pain, n))
    return LUM_ASSOCIATION_PAIN_TOO_CONSTANT;
  if (is_too_regular (load_ranks, n))
    return LUM_ASSOCIATION_SCHEDULE_TOO_REGULAR;
  return LUM_ASSOCIATION_NO_CLEAR_LINK;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* How many shuffles of whole weeks have a best lag as strong as the true order's; -1 where it was cancelled. */
static int
count_shuffles (const Pairs *pairs, const double *load, int n, double strongest, GCancellable *cancellable)
{
  int n_blocks = n / LUM_P_LINK_BLOCK, reached = 0;
  double shuffled[LUM_P_LINK_WIN];
  LumRandom random;

  lum_random_init (&random, LUM_P_LINK_SEED);
  for (int round = 0; round < LUM_P_LINK_SHUFFLES; round++) {
    int order[LUM_P_LINK_WIN / LUM_P_LINK_BLOCK];
    double best = 0;

    if (round % 64 == 0 && g_cancellable_is_cancelled (cancellable))
      return -1;
    for (int i = 0; i < n_blocks; i++)
      order[i] = i;
    for (int i = n_blocks - 1; i >= 1; i--) {
      int j = (int) lum_random_below (&random, i + 1);
      int other = order[i];

      order[i] = order[j];
      order[j] = other;
    }
    for (int i = 0; i < n_blocks; i++)
      for (int k = 0; k < LUM_P_LINK_BLOCK; k++)
        shuffled[i * LUM_P_LINK_BLOCK + k] = load[order[i] * LUM_P_LINK_BLOCK + k];
    for (int lag = 0; lag < LUM_ASSOCIATION_LAGS; lag++)
      best = MAX (best, fabs (pairs_correlation (&pairs[lag], shuffled)));
    reached += best >= strongest - LUM_P_LINK_SAME;
  }
  return reached;
}

/**
 * lum_association_test:
 * @days: one a civil day, oldest first, the last is the evaluated day
 * @cancellable: (nullable): looked at between shuffles
 * @result: (out): the verdict; the same bits on every machine (I14)
 *
 * Whether load goes with pain (LA-1…LA-5). Takes some milliseconds: for a thread.
 *
 * Returns: %FALSE with G_IO_ERROR_CANCELLED where it was cancelled
 */
gboolean
lum_association_test (const LumAssociationDay *days,
                      gsize n_days,
                      GCancellable *cancellable,
                      LumAssociation *result,
                      GError **error)
{
  int n = LUM_P_LINK_BLOCK * (int) (MIN (n_days, LUM_P_LINK_WIN) / LUM_P_LINK_BLOCK);
  double load[LUM_P_LINK_WIN], pain[LUM_P_LINK_WIN], load_ranks[LUM_P_LINK_WIN], pain_ranks[LUM_P_LINK_WIN];
  Pairs pairs[LUM_ASSOCIATION_LAGS];
  double strongest = 0;
  int reached;

  *result = (LumAssociation){.best_lag = -1, .p = NAN, .rho = {NAN, NAN, NAN, NAN}};
  days += n_days - n;
  for (int i = 0; i < n; i++) {
    load[i] = days[i].load;
    pain[i] = days[i].pain;
    result->days += !isnan (pain[i]);
  }
  if (n < LUM_P_LINK_DAYS)
    return TRUE; /* LUM_ASSOCIATION_NOT_ENOUGH_DAYS */

  rank (load, n, load_ranks);
  result->verdict = check_gates (days, n, pain, load_ranks, result->days);
  if (result->verdict != LUM_ASSOCIATION_NO_CLEAR_LINK)
    return TRUE;

  rank (pain, n, pain_ranks);
  detrend (load_ranks, n);
  detrend (pain_ranks, n);
  for (int lag = 0; lag < LUM_ASSOCIATION_LAGS; lag++) {
    make_pairs (&pairs[lag], pain_ranks, n, lag);
    result->rho[lag] = pairs_correlation (&pairs[lag], load_ranks);
    strongest = MAX (strongest, fabs (result->rho[lag]));
  }
  /* Within a hair, lag 1 (the question that was fixed in advance) wins, then the smaller lag. */
  result->best_lag = fabs (result->rho[1]) >= strongest - LUM_P_LINK_SAME ? 1 : 0;
  while (fabs (result->rho[result->best_lag]) < strongest - LUM_P_LINK_SAME)
    result->best_lag++;

  reached = count_shuffles (pairs, load_ranks, n, strongest, cancellable);
  if (reached < 0)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);

  result->p = (1.0 + reached) / (1.0 + LUM_P_LINK_SHUFFLES);
  if (result->p <= LUM_P_LINK_P && strongest >= LUM_P_LINK_RHO)
    result->verdict = LUM_ASSOCIATION_LINK;
  return TRUE;
}

/**
 * lum_association_interval:
 * @lag: 0 to 3
 * @low: (out): the 5th percentile
 * @high: (out): the 95th
 *
 * How sure the correlation of one lag is (LA-6): weeks drawn with replacement from anywhere in the window, days kept
 * together with the load before them.
 */
void
lum_association_interval (const LumAssociationDay *days, gsize n_days, int lag, double *low, double *high)
{
  int n = LUM_P_LINK_BLOCK * (int) (MIN (n_days, LUM_P_LINK_WIN) / LUM_P_LINK_BLOCK);
  double load[LUM_P_LINK_WIN], pain[LUM_P_LINK_WIN], load_ranks[LUM_P_LINK_WIN], pain_ranks[LUM_P_LINK_WIN];
  double x[LUM_P_LINK_WIN], y[LUM_P_LINK_WIN], draws[LUM_P_LINK_DRAWS];
  LumRandom random;

  days += n_days - n;
  for (int i = 0; i < n; i++) {
    load[i] = days[i].load;
    pain[i] = days[i].pain;
  }
  rank (load, n, load_ranks);
  rank (pain, n, pain_ranks);
  detrend (load_ranks, n);
  detrend (pain_ranks, n);

  lum_random_init (&random, LUM_P_LINK_SEED);
  for (int draw = 0; draw < LUM_P_LINK_DRAWS; draw++) {
    int m = 0;

    for (int block = 0; block < n / LUM_P_LINK_BLOCK; block++) {
      int start = lag + (int) lum_random_below (&random, n - lag - LUM_P_LINK_BLOCK + 1);

      for (int t = start; t < start + LUM_P_LINK_BLOCK; t++)
        if (!isnan (pain_ranks[t])) {
          x[m] = load_ranks[t - lag];
          y[m++] = pain_ranks[t];
        }
    }
    draws[draw] = m > 0 ? correlation (x, y, m) : 0;
  }
  qsort (draws, LUM_P_LINK_DRAWS, sizeof draws[0], compare_doubles);
  *low = draws[LUM_P_LINK_DRAWS * (100 - LUM_P_LINK_INTERVAL) / 200 - 1];
  *high = draws[LUM_P_LINK_DRAWS * (100 + LUM_P_LINK_INTERVAL) / 200];
}

/**
 * lum_association_to_word:
 *
 * The word that machines read.
 */
const char *
lum_association_to_word (LumAssociationVerdict verdict)
{
  static const char *const words[] = {"not_enough_days",      "not_enough_data", "pain_too_constant",
                                      "schedule_too_regular", "no_clear_link",   "link"};

  return words[verdict];
}
