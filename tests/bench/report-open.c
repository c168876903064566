/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main thread while the doctor report opens: the longest dispatch of the main context until its page is shown, over
 * twenty years against three months, which fill a page as well. Both are of one process and open in turn. */
#include <stdlib.h>
#include <time.h>

#include "bench-diary.h"
#include "lum-report-dialog.h"
#include "lum-report-preview.h"
#include "lum-ui.h"
#include "pages-fixture.h"

#define MANY_DAYS (20 * 365)
#define FEW_DAYS 91
#define ROUNDS 15
#define LIMIT 1.5

typedef struct {
  int days;
  PagesFixture fixture;
  double longest[ROUNDS], build[ROUNDS]; /* µs */
} Side;

static double
get_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static gboolean
is_filled (gpointer data)
{
  return !lum_diary_is_empty (lum_ui_context_get_diary (((Side *) data)->fixture.context));
}

static void
fill (Side *side)
{
  g_autoptr (LumDiary) diary = bench_diary_new (side->days);
  LumChangeSet *changes = lum_change_set_new ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (diary, kind, &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_put (changes, kind, records + i * size);
  }
  pages_fixture_commit (&side->fixture, changes);
  pages_wait (is_filled, side);
}

/* One turn of the main loop, kept where it was the longest. Waiting is not counted, the work is. */
static void
turn (double *longest)
{
  GMainContext *context = g_main_context_default ();
  static GPollFD fds[256];
  int priority, timeout, n;
  double begin;

  g_main_context_prepare (context, &priority);
  n = g_main_context_query (context, priority, &timeout, fds, G_N_ELEMENTS (fds));
  g_assert_cmpint (n, <=, (int) G_N_ELEMENTS (fds));
  g_main_context_get_poll_func (context) (fds, n, timeout < 0 ? 5 : MIN (timeout, 5));
  if (!g_main_context_check (context, priority, fds, n))
    return;
  begin = get_us ();
  g_main_context_dispatch (context);
  begin = get_us () - begin;
  *longest = MAX (*longest, begin);
}

static void
open_once (Side *side, int round)
{
  double begin = get_us (), end, longest = 0, unused = 0;
  GtkWidget *dialog = lum_report_dialog_new (NULL, side->fixture.context);
  LumReportPreview *preview = LUM_REPORT_PREVIEW (ui_find (dialog, LUM_TYPE_REPORT_PREVIEW));

  gtk_window_present (GTK_WINDOW (dialog));
  begin = get_us () - begin;
  /* Until the page is there, and then until it is drawn and nothing moves any more. */
  while (lum_report_preview_get_n_pages (preview) == 0)
    turn (&longest);
  for (end = get_us () + 400e3; get_us () < end;)
    turn (&longest);
  gtk_window_destroy (GTK_WINDOW (dialog));
  for (end = get_us () + 100e3; get_us () < end;)
    turn (&unused);
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
    fill (&sides[s]);
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
