/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lumbar as it is, with an eye on its frames: prints when the first one was painted in which a digit is taken (the row
 * of scores has the focus), when all of Today was there, its size, and its memory. Takes Lumbar's own arguments. */
#include "lum-application.h"
#include "lum-ui-context.h"
#include "lum-window.h"
#include "start-probe.h"

typedef struct {
  GApplication *application;
  LumWindow *window;
  gboolean ready;  /* a frame with the focus in the row was painted */
  gboolean told;   /* Today has been told what the watch says */
  gboolean filled; /* … and a frame was painted since */
} Probe;

static gboolean
row_has_focus (Probe *probe)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (probe->window));
  GType row = g_type_from_name ("LumScoreRow");

  return focus && row && gtk_widget_get_mapped (focus) && gtk_widget_get_ancestor (focus, row);
}

/* What stands below the question is built after the first frame. */
static gboolean
has_type (GtkWidget *widget, GType type)
{
  if (type && G_OBJECT_TYPE (widget) == type)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (has_type (child, type))
      return TRUE;
  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock, Probe *probe)
{
  if (!probe->ready && row_has_focus (probe)) {
    probe->ready = TRUE;
    start_probe_print ("ready");
  }
  if (!probe->filled && probe->told && has_type (GTK_WIDGET (probe->window), g_type_from_name ("LumTodayRest"))) {
    probe->filled = TRUE;
    start_probe_print ("filled");
  }
  if (probe->ready && probe->filled) {
    g_signal_handlers_disconnect_by_func (clock, after_paint_cb, probe);
    g_print ("size %d %d\n", gtk_widget_get_width (GTK_WIDGET (probe->window)),
             gtk_widget_get_height (GTK_WIDGET (probe->window)));
    start_probe_finish (probe->application);
  }
}

/* Connected after Today's own: what it shows is up to date when this is called. */
static void
changed_cb (LumUiContext *context, guint changes, Probe *probe)
{
  if (lum_ui_context_get_state (context, NULL) == LUM_UI_OPEN && lum_ui_context_get_findings (context) &&
      (changes & LUM_UI_CHANGE_FINDINGS)) {
    probe->told = TRUE;
    gtk_widget_queue_draw (GTK_WIDGET (probe->window));
  }
}

static void
realize_cb (GtkWidget *window, Probe *probe)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), probe);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Probe *probe)
{
  if (probe->window || !LUM_IS_WINDOW (window))
    return;

  probe->window = LUM_WINDOW (window);
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realize_cb (GTK_WIDGET (window), probe);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), probe);
}

static void
map_cb (GtkWidget *window, Probe *probe)
{
  g_signal_connect_after (lum_window_get_context (LUM_WINDOW (window)), "changed", G_CALLBACK (changed_cb), probe);
}

static void
window_added_after_cb (GtkApplication *application, GtkWindow *window, Probe *probe)
{
  if (probe->window == (gpointer) window)
    g_signal_connect (window, "map", G_CALLBACK (map_cb), probe);
}

int
main (int argc, char **argv)
{
  g_autoptr (LumApplication) application = lum_application_new ();
  Probe probe = {.application = G_APPLICATION (application)};

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &probe);
  g_signal_connect_after (application, "window-added", G_CALLBACK (window_added_after_cb), &probe);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
