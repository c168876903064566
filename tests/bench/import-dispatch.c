/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 2,000 FIT files through the real window: the longest dispatch of the main context while they are read, against that of the same window with nothing
 * to do but to show the same progress; the share of the time that the main thread works; and half as many files in half the time. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-median.h"
#include "bench-loop.h"
#include "lum-import-dialog.h"
#include "lum-test-fit.h"
#include "lum-ui.h"
#include "pages-fixture.h"

#define FILES 2000
#define ROUNDS 3
#define DISPATCH_LIMIT 2.0
#define SHARE_LIMIT 0.1
#define LINEAR_LIMIT 1.3

typedef struct {
  double longest, worked, wall; /* µs */
} Times;

static char *folder;

static void
make_files (void)
{
  folder = g_dir_make_tmp ("lumbar-bench-XXXXXX", NULL);
  for (guint half = 0; half < 2; half++) {
    g_autofree char *path = g_strdup_printf ("%s/%u", folder, half);

    g_mkdir (path, 0700);
    for (guint i = 0; i < FILES / 2; i++) {
      g_autoptr (GByteArray) file =
          lum_test_fit_make_run (900000000u + (half * FILES / 2 + i) * 86400u, 1800, 5000 + i % 3000);
      g_autofree char *name = g_strdup_printf ("%s/%u/%04u.fit", folder, half, i);

      g_file_set_contents (name, (const char *) file->data, file->len, NULL);
    }
  }
}

static void
remove_files (void)
{
  for (guint half = 0; half < 2; half++) {
    g_autofree char *path = g_strdup_printf ("%s/%u", folder, half);

    for (guint i = 0; i < FILES / 2; i++) {
      g_autofree char *name = g_strdup_printf ("%s/%04u.fit", path, i);

      g_unlink (name);
    }
    g_rmdir (path);
  }
  g_rmdir (folder);
}

static gboolean
is_in (GtkWidget *dialog, const char *state)
{
  g_autofree char *now = NULL;

  g_object_get (dialog, "state", &now, NULL);
  return g_strcmp0 (now, state) == 0;
}

static void
turn (Times *times)
{
  double length = bench_turn (5);

  if (length > 0) {
    times->longest = MAX (times->longest, length);
    times->worked += length;
  }
}

/* The window and the dialog with a progress bar that moves ten times a second, and nothing else. */
static void
idle (PagesFixture *fixture, double seconds, Times *times)
{
  GtkWidget *dialog = lum_import_dialog_new (NULL, fixture->context);
  GtkWidget *window = gtk_window_new (), *bar = gtk_progress_bar_new ();
  gint64 end, next = 0;

  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_set_default_size (GTK_WINDOW (window), 620, 640);
  gtk_window_present (GTK_WINDOW (window));
  for (Times unused = {0}; end = g_get_monotonic_time (), unused.wall < 200; unused.wall++)
    turn (&unused);
  end = g_get_monotonic_time () + (gint64) (seconds * 1e6);
  while (g_get_monotonic_time () < end) {
    if (g_get_monotonic_time () > next) {
      double fraction = gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) + 0.01;

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), fraction > 1 ? 0 : fraction);
      next = g_get_monotonic_time () + 100000;
    }
    turn (times);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
import (PagesFixture *fixture, guint n_halves, Times *reading)
{
  GtkWidget *dialog = lum_import_dialog_new (NULL, fixture->context);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  Times shown = {0};
  double begin;

  for (guint i = 0; i < n_halves; i++) {
    g_autofree char *path = g_strdup_printf ("%s/%u", folder, i);
    g_autoptr (GFile) file = g_file_new_for_path (path);

    g_list_store_append (files, file);
  }
  gtk_window_present (GTK_WINDOW (dialog));
  for (int i = 0; i < 200; i++)
    turn (&shown);
  begin = bench_get_us ();
  lum_import_dialog_read (LUM_IMPORT_DIALOG (dialog), G_LIST_MODEL (files));
  shown = (Times){0};
  while (!is_in (dialog, "preview")) {
    *reading = (Times){MAX (reading->longest, shown.longest), shown.worked, bench_get_us () - begin};
    turn (&shown); /* the last turn, which shows the preview, is not reading any more */
  }
  g_print ("  %u files: read in %.2f s, longest dispatch %.1f ms, the preview %.1f ms\n", n_halves * FILES / 2,
           reading->wall / 1e6, reading->longest / 1e3, shown.longest / 1e3);
  gtk_window_destroy (GTK_WINDOW (dialog));
  for (int i = 0; i < 100; i++)
    turn (&shown);
}

int
main (void)
{
  PagesFixture fixture;
  double dispatches[ROUNDS], shares[ROUNDS], linears[ROUNDS], dispatch, share, linear;

  lum_ui_init ();
  make_files ();
  pages_fixture_set_up (&fixture, 0);
  for (int i = -1; i < ROUNDS; i++) {
    Times still = {0}, whole = {0}, half = {0};

    import (&fixture, 1, &half);
    import (&fixture, 2, &whole);
    idle (&fixture, whole.wall / 1e6, &still);
    if (i < 0)
      continue;
    dispatches[i] = whole.longest / still.longest;
    shares[i] = whole.worked / whole.wall;
    linears[i] = whole.wall / half.wall / 2;
  }
  dispatch = bench_get_median (dispatches, ROUNDS);
  share = bench_get_median (shares, ROUNDS);
  linear = bench_get_median (linears, ROUNDS);
  g_print ("longest dispatch while files are read: ratio %.2f (limit %g)\n", dispatch, DISPATCH_LIMIT);
  g_print ("share of the main thread: ratio %.3f (limit %g)\n", share, SHARE_LIMIT);
  g_print ("twice as many files, by two: ratio %.2f (limit %g)\n", linear, LINEAR_LIMIT);
  pages_fixture_tear_down (&fixture);
  remove_files ();
  return dispatch <= DISPATCH_LIMIT && share <= SHARE_LIMIT && linear <= LINEAR_LIMIT ? EXIT_SUCCESS : EXIT_FAILURE;
}
