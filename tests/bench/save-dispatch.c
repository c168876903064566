/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main thread after a save: the longest dispatch of the main context from a digit until all is idle again (written,
 * thought about, drawn), in a window over twenty years against one over a journal of that day. Both windows are of one
 * process and save in turn, so that the machine, its fonts and its caches are the same for both. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench-loop.h"
#include "lum-score-row.h"
#include "lum-today-page.h"
#include "lum-ui.h"
#include "lum-window.h"
#include "pages-fixture.h"

#define MANY_DAYS (20 * 365)
#define SHOWN_DAYS 91 /* what Trends shows at first */
#define SAVES 40
#define WARM_UP 4
#define LIMIT 1.5
#define QUIET_US (60 * 1000) /* so long nothing may happen before all is idle */
#define REST_US (700 * 1000) /* between two saves of a window: its toast has come in */
#define PATIENCE_US (G_GINT64_CONSTANT (60000000))

/* What happened in a dispatch; the first of these names it. */
typedef enum { LINK, FINDINGS, DIARY, FRAME, KEY, OTHER, N_PARTS } Part;

static const char *const part_names[N_PARTS] = {"link", "findings", "diary", "frame", "key", "other"};

static const char *const pages[] = {"today", "trends", "journal"};

typedef struct {
  const char *name;
  int days;
  PagesFixture fixture;
  LumWindow *window;
  LumScoreRow *row;
  gboolean awaits_link; /* Trends has asked and is not answered yet */
  gint64 saved_at;
  int n_saves;
  double longest[SAVES], parts[N_PARTS][SAVES]; /* µs, of each save */
} Side;

static guint happened; /* Parts, since the last dispatch began */

/* --- the loop, taken apart --- */

/* A turn of the main loop, of which it is told what happened in it. */
static double
turn (int wait_ms)
{
  happened = 0;
  return bench_turn (wait_ms);
}

static void
note (Side *side, int save, double length)
{
  Part part = 0;

  while (part < OTHER && !(happened & 1u << part))
    part++;
  side->longest[save] = MAX (side->longest[save], length);
  side->parts[part][save] = MAX (side->parts[part][save], length);
}

/* --- a window --- */

static gboolean
is_settled (const Side *side)
{
  LumUiContext *context = side->fixture.context;

  return lum_ui_context_get_n_writing (context) == 0 && !side->awaits_link &&
         lum_watch_service_get_diary (lum_ui_context_get_watch (context)) == lum_ui_context_get_diary (context);
}

/* Turns the loop until the window has all it waits for and nothing more happens. */
static void
settle (Side *side, int save)
{
  gint64 begin = g_get_monotonic_time (), last = begin;

  while (!is_settled (side) || g_get_monotonic_time () - last < QUIET_US) {
    double length = turn (5);

    if (length >= 0) {
      last = g_get_monotonic_time ();
      if (save >= 0)
        note (side, save, length);
    }
    if (g_get_monotonic_time () - begin > PATIENCE_US)
      g_error ("%s: waited in vain", side->name);
  }
}

static void
changed_cb (LumUiContext *context, guint changes, Side *side)
{
  happened |= (changes & LUM_UI_CHANGE_LINK ? 1u << LINK : 0) |
              (changes & LUM_UI_CHANGE_FINDINGS ? 1u << FINDINGS : 0) |
              (changes & LUM_UI_CHANGE_DIARY ? 1u << DIARY : 0);
  if (changes & LUM_UI_CHANGE_LINK)
    side->awaits_link = FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  happened |= 1u << FRAME;
}

static void
open_window (Side *side)
{
  GtkWidget *today;

  pages_fixture_set_up (&side->fixture, 0);
  g_signal_connect (side->fixture.context, "changed", G_CALLBACK (changed_cb), side);
  if (side->days > 0)
    bench_fill (side->fixture.journal, side->days);
  side->window = lum_window_new (NULL, side->fixture.context, NULL);
  gtk_window_present (GTK_WINDOW (side->window));
  today = lum_window_show_page (side->window, "today");
  lum_today_page_complete (LUM_TODAY_PAGE (today));
  side->row = LUM_SCORE_ROW (ui_find (today, LUM_TYPE_SCORE_ROW));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (side->window)), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
}

/* A digit: the call itself is a dispatch, that of the key. */
static void
save (Side *side, const char *page, int at)
{
  double begin;

  while (g_get_monotonic_time () - side->saved_at < REST_US)
    turn (20);
  if (at >= 0) {
    side->longest[at] = 0;
    for (int part = 0; part < N_PARTS; part++)
      side->parts[part][at] = 0;
  }
  side->awaits_link = strcmp (page, "trends") == 0;
  side->saved_at = g_get_monotonic_time ();
  begin = bench_get_us ();
  g_signal_emit_by_name (side->row, "chosen", 3 + side->n_saves++ % 2);
  happened = 1u << KEY;
  if (at >= 0)
    note (side, at, bench_get_us () - begin);
  settle (side, at);
}

/* --- figures --- */

static int
compare (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
get_share (const double *values, double share)
{
  double sorted[SAVES];

  memcpy (sorted, values, sizeof sorted);
  qsort (sorted, SAVES, sizeof (double), compare);
  return sorted[(int) ceil (share * SAVES) - 1];
}

static gboolean
measure (const char *page, Side *sides, guint n_sides)
{
  double ratio;

  for (guint s = 0; s < n_sides; s++) {
    lum_window_show_page (sides[s].window, page);
    settle (&sides[s], -1);
  }
  for (int i = -WARM_UP; i < SAVES; i++)
    for (guint s = 0; s < n_sides; s++)
      save (&sides[s], page, i);

  ratio = get_share (sides[0].longest, 0.95) / get_share (sides[1].longest, 0.95);
  g_print ("longest dispatch after a save, %s: ratio %.2f (limit %.1f)  [%.1f ms against %.1f ms]\n", page, ratio,
           LIMIT, get_share (sides[0].longest, 0.95) / 1000, get_share (sides[1].longest, 0.95) / 1000);
  for (guint s = 0; s < n_sides; s++) {
    g_print ("  %s:", sides[s].name);
    for (int part = 0; part < N_PARTS; part++)
      g_print ("  %s %.2f/%.2f", part_names[part], get_share (sides[s].parts[part], 0.5) / 1000,
               get_share (sides[s].parts[part], 0.95) / 1000);
    g_print ("\n");
  }
  return ratio <= LIMIT;
}

int
main (void)
{
  Side sides[] = {{"twenty years", MANY_DAYS}, {"a new journal", 0}, {"three months", SHOWN_DAYS}};
  gboolean ok = TRUE;

  lum_ui_init ();
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    open_window (&sides[s]);
  for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
    ok = measure (pages[p], sides, G_N_ELEMENTS (sides)) && ok;
  for (guint s = 0; s < G_N_ELEMENTS (sides); s++) {
    gtk_window_destroy (GTK_WINDOW (sides[s].window));
    pages_fixture_tear_down (&sides[s].fixture);
  }
  return ok ? 0 : 1;
}
