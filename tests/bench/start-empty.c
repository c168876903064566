/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yardstick of the start-up benchmark: an AdwApplicationWindow with nothing in it. Prints when its first frame was
 * painted, and its memory. Takes WIDTH HEIGHT. */
#include <adwaita.h>

#include "start-probe.h"

static int width, height;

static void
after_paint_cb (GdkFrameClock *clock, GApplication *application)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, application);
  start_probe_print ("ready");
  start_probe_print ("filled");
  start_probe_finish (application);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.lumbar_journal.Empty", 0);

  g_return_val_if_fail (argc == 3, 2);
  width = atoi (argv[1]);
  height = atoi (argv[2]);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
