/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A program at rest has let go of what it needed to start. */
#define START_PROBE_REST_MS 3000

/* Prints "@what N": the monotonic clock in microseconds, which the driver began to count on before it started us. */
static inline void
start_probe_print (const char *what)
{
  g_print ("%s %" G_GINT64_FORMAT "\n", what, g_get_monotonic_time ());
}

static inline gboolean
start_probe_quit_cb (gpointer application)
{
  g_autofree char *rollup = NULL;
  const char *pss;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL) && (pss = strstr (rollup, "\nPss:")))
    g_print ("pss %" G_GINT64_FORMAT "\n", g_ascii_strtoll (pss + strlen ("\nPss:"), NULL, 10));
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

/* Rests, prints "pss KIB", and ends the program. */
static inline void
start_probe_finish (GApplication *application)
{
  g_timeout_add (START_PROBE_REST_MS, start_probe_quit_cb, application);
}
