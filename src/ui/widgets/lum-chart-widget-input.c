/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-chart-widget-private.h"

/* Keys, pointer, wheel and fingers on the chart. */

#define DRAG_THRESHOLD 6

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, LumChartWidget *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  double span = self->view.last - self->view.first;

  if (!self->chart || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  lum_chart_widget_stop (self);

  /* Time runs from left to right in every locale. */
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    lum_chart_widget_move_crosshair (self, shift ? -7 : -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    lum_chart_widget_move_crosshair (self, shift ? 7 : 1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    lum_chart_widget_go_to_end (self, FALSE);
    return GDK_EVENT_STOP;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    lum_chart_widget_go_to_end (self, TRUE);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    lum_chart_widget_move_range (self, self->view.first - span, self->view.last - span);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    lum_chart_widget_move_range (self, self->view.first + span, self->view.last + span);
    return GDK_EVENT_STOP;
  case GDK_KEY_plus:
  case GDK_KEY_equal:
  case GDK_KEY_KP_Add:
    lum_chart_widget_zoom_by_key (self, ZOOM_STEP);
    return GDK_EVENT_STOP;
  case GDK_KEY_minus:
  case GDK_KEY_KP_Subtract:
    lum_chart_widget_zoom_by_key (self, 1 / ZOOM_STEP);
    return GDK_EVENT_STOP;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_space:
    if (self->crosshair == LUM_DAY_NONE)
      return GDK_EVENT_PROPAGATE;
    lum_chart_widget_activate_day (self);
    return GDK_EVENT_STOP;
  case GDK_KEY_Escape:
    if (self->crosshair == LUM_DAY_NONE)
      return GDK_EVENT_PROPAGATE;
    lum_chart_widget_set_crosshair (self, LUM_DAY_NONE);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, LumChartWidget *self)
{
  lum_chart_widget_point_at (self, x);
}

static void
leave_cb (GtkEventControllerMotion *controller, LumChartWidget *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    lum_chart_widget_set_crosshair (self, LUM_DAY_NONE);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LumChartWidget *self)
{
  LumDay before = self->crosshair;
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  lum_chart_widget_point_at (self, x);

  /* A finger cannot hover: its first tap reads a day out, the next one opens it. */
  if (device && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN && before != self->crosshair)
    return;
  lum_chart_widget_activate_day (self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LumChartWidget *self)
{
  lum_chart_widget_stop (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LumChartWidget *self)
{
  LumChartLayout *layout = lum_chart_widget_get_layout (self);

  lum_chart_widget_stop (self);
  self->pan_x = x;
  self->pan_moment = layout ? lum_chart_layout_moment_at (layout, x) : 0;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double x, double y, LumChartWidget *self)
{
  if (!self->chart || fabs (x) < DRAG_THRESHOLD)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lum_chart_widget_put (self, self->pan_moment, self->pan_x + x);
  lum_chart_widget_point_at (self, self->pan_x + x);
}

static void
swipe_cb (GtkGestureSwipe *gesture, double x, double y, LumChartWidget *self)
{
  if (fabs (x) > fabs (y))
    lum_chart_widget_glide (self, x);
}

/* The speed at which a wheel or two fingers let go, in pixels a second. */
static void
decelerate_cb (GtkEventControllerScroll *controller, double x, double y, LumChartWidget *self)
{
  if (fabs (x) > fabs (y))
    lum_chart_widget_glide (self, -x);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, LumChartWidget *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double span = self->view.last - self->view.first;

  if (!self->chart)
    return GDK_EVENT_PROPAGATE;
  lum_chart_widget_stop (self);
  if (state & GDK_CONTROL_MASK) {
    if (dy != 0)
      lum_chart_widget_zoom_at (self, self->view.first, self->view.last, pow (ZOOM_STEP, -dy), self->pointer_x);
    return GDK_EVENT_STOP;
  }
  if (state & GDK_SHIFT_MASK && dx == 0) {
    dx = dy;
    dy = 0;
  }
  /* Up and down belong to the page around. */
  if (fabs (dx) <= fabs (dy))
    return GDK_EVENT_PROPAGATE;
  dx *= span / 20;
  lum_chart_widget_move_range (self, self->view.first + dx, self->view.last + dx);
  lum_chart_widget_point_at (self, self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, LumChartWidget *self)
{
  double y = 0;

  lum_chart_widget_stop (self);
  self->zoom_first = self->view.first;
  self->zoom_last = self->view.last;
  gtk_gesture_get_bounding_box_center (gesture, &self->zoom_x, &y);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, LumChartWidget *self)
{
  if (self->chart && scale > 0)
    lum_chart_widget_zoom_at (self, self->zoom_first, self->zoom_last, scale, self->zoom_x);
}

void
lum_chart_widget_add_controllers (LumChartWidget *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pan = gtk_gesture_pan_new (GTK_ORIENTATION_HORIZONTAL);
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pan));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  /* What one of them claims is the other's, too: a drag ends in a swipe. */
  gtk_gesture_group (pan, swipe);
}
