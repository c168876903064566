/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main thread while the doctor report opens: the longest dispatch of the main context until its page is shown, over
 * twenty years against three months, which fill a page as well. Both are of one process and open in turn. */
#include <stdlib.h>

#include "bench-loop.h"
#include "lum-report-dialog.h"
#include "lum-report-preview.h"
#include "lum-ui.h"
#include "pages-fixture.h"

#define MANY_DAYS (20 * 365)
#define FEW_DAYS 91
#define ROUNDS 15
#define LIMIT 1.5
#define REST_US (400 * 1000) /* until it is drawn and nothing moves any more */

typedef struct {
  int days;
  PagesFixture fixture;
  double longest[ROUNDS], build[ROUNDS]; /* µs */
} Side;

/* What the main loop does until then: the longest dispatch. */
static void
turn_until (gint64 end, double *longest)
{
  while (g_get_monotonic_time () < end) {
    double length = bench_turn (5);

    *longest = MAX (*longest, length);
  }
}

static void
open_once (Side *side, int round)
{
  double begin = bench_get_us (), longest = 0, unused = 0;
  GtkWidget *dialog = lum_report_dialog_new (NULL, side->fixture.context);
  LumReportPreview *preview = LUM_REPORT_PREVIEW (ui_find (dialog, LUM_TYPE_REPORT_PREVIEW));

  gtk_window_present (GTK_WINDOW (dialog));
  begin = bench_get_us () - begin;
  while (lum_report_preview_get_n_pages (preview) == 0)
    turn_until (g_get_monotonic_time () + 1, &longest);
  turn_until (g_get_monotonic_time () + REST_US, &longest);
  gtk_window_destroy (GTK_WINDOW (dialog));
  turn_until (g_get_monotonic_time () + REST_US, &unused);
  if (round >= 0) {
    side->build[round] = begin;
    side->longest[round] = longest;
  }
}

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
get_median (double *values)
{
  qsort (values, ROUNDS, sizeof (double), compare);
  return values[ROUNDS / 2];
}

static gboolean
tell (const char *what, double *many, double *few)
{
  double a = get_median (many), b = get_median (few);

  g_print ("%s: ratio %.2f (limit %.1f)  [%.1f ms against %.1f ms]\n", what, a / b, LIMIT, a / 1000, b / 1000);
  return a / b <= LIMIT;
}

int
main (void)
{
  Side sides[] = {{MANY_DAYS}, {FEW_DAYS}};
  gboolean ok;

  lum_ui_init ();
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++) {
    pages_fixture_set_up (&sides[s].fixture, 0);
    bench_fill (sides[s].fixture.journal, sides[s].days);
  }
  for (int round = -2; round < ROUNDS; round++)
    for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
      open_once (&sides[s], round);
  ok = tell ("building the report's dialog", sides[0].build, sides[1].build);
  ok = tell ("longest dispatch while the report opens", sides[0].longest, sides[1].longest) && ok;
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    pages_fixture_tear_down (&sides[s].fixture);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
