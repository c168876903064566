/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-loop.h"

#include <time.h>

#include "bench-diary.h"

double
bench_get_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

/* One turn of the main loop. Waiting is not counted, the work is.
 *
 * Returns: how long the dispatch was, in µs, or −1 where there was nothing to do */
double
bench_turn (int wait_ms)
{
  GMainContext *context = g_main_context_default ();
  static GPollFD fds[256];
  int priority, timeout, n;
  double begin;

  g_main_context_prepare (context, &priority);
  n = g_main_context_query (context, priority, &timeout, fds, G_N_ELEMENTS (fds));
  g_assert_cmpint (n, <=, (int) G_N_ELEMENTS (fds));
  g_main_context_get_poll_func (context) (fds, n, timeout < 0 ? wait_ms : MIN (timeout, wait_ms));
  if (!g_main_context_check (context, priority, fds, n))
    return -1;
  begin = bench_get_us ();
  g_main_context_dispatch (context);
  return bench_get_us () - begin;
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  lum_journal_commit_finish (LUM_JOURNAL (source), result, NULL, &error);
  g_assert_no_error (error);
}

/* Writes the bench diary of so many days into an open journal, and waits until it is there. */
void
bench_fill (LumJournal *journal, int days)
{
  g_autoptr (LumDiary) diary = bench_diary_new (days);
  LumChangeSet *changes = lum_change_set_new ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (diary, kind, &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_put (changes, kind, records + i * size);
  }
  lum_journal_commit_async (journal, changes, NULL, filled_cb, NULL);
  while (lum_diary_is_empty (lum_journal_get_diary (journal)))
    g_main_context_iteration (NULL, TRUE);
}
