/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tour-eye.h"

#include <adwaita.h>

/* Long enough for what comes by idle and thread, once no frame is asked for any more. */
#define QUIET_MS 250
#define SETTLE_AT_MOST_MS 4000

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * tour_wait:
 * @condition: asked again each time that something has happened
 *
 * Lets the program go on until @condition holds. Returns whether it came to hold.
 */
gboolean
tour_wait (TourCondition condition, gpointer data, guint at_most_ms)
{
  gint64 end = g_get_monotonic_time () + at_most_ms * G_TIME_SPAN_MILLISECOND;
  guint wake = g_timeout_add (20, wake_cb, NULL);
  gboolean holds;

  while (!(holds = condition (data)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  return holds;
}

static void
painted_cb (GdkFrameClock *clock, gint64 *last)
{
  *last = g_get_monotonic_time ();
}

static gboolean
is_quiet (gpointer data)
{
  return g_get_monotonic_time () - *(gint64 *) data > QUIET_MS * G_TIME_SPAN_MILLISECOND;
}

/**
 * tour_settle:
 *
 * Waits until the window has painted nothing for a while (or, if it never rests, for a few seconds).
 */
void
tour_settle (GtkWidget *window)
{
  gint64 last = g_get_monotonic_time ();
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong handler = clock ? g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &last) : 0;

  tour_wait (is_quiet, &last, SETTLE_AT_MOST_MS);
  if (handler && g_signal_handler_is_connected (clock, handler))
    g_signal_handler_disconnect (clock, handler);
}

/**
 * tour_shoot:
 *
 * @scale: pixels of the picture for one of the window's
 *
 * Draws the window, as it stands, to FOLDER/NAME.png by its own renderer.
 */
gboolean
tour_shoot (GtkWidget *window, double scale, const char *folder, const char *name, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  tour_settle (window);

  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, scale, scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (!node) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: the window shows nothing", name);
    return FALSE;
  }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width * scale, height * scale));
  if (!gdk_texture_save_to_png (texture, path)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s could not be written", path);
    return FALSE;
  }
  g_print ("%s\n", path);
  return TRUE;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EXPANDER (widget))
    return gtk_expander_get_label (GTK_EXPANDER (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return NULL;
}

/* A mnemonic's line is not part of what is read. */
static gboolean
says (GtkWidget *widget, const char *text)
{
  const char *label = get_text (widget);
  g_autoptr (GString) plain = g_string_new (label);

  g_string_replace (plain, "_", "", 0);
  return label && g_strcmp0 (plain->str, text) == 0;
}

/**
 * tour_find:
 * @type: the name of a type, or %NULL for any
 * @text: what the button, label or row says, or %NULL for anything
 *
 * The first widget on screen below @root that is such.
 */
GtkWidget *
tour_find (GtkWidget *root, const char *type, const char *text)
{
  GType wanted = type ? g_type_from_name (type) : GTK_TYPE_WIDGET;

  if (!wanted || !gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), wanted) && (!text || says (root, text)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = tour_find (child, type, text);

    if (found)
      return found;
  }
  return NULL;
}
