/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-year-widget-private.h"

/* Keys, pointer and fingers on the year. */

/* How many days an arrow moves: to the cell that it points at. Time runs from left to right in every locale. */
static int
get_step (LumYearWidget *self, guint key)
{
  LumChartRect rect = lum_year_widget_get_rect (self);
  gboolean by_weeks = lum_year_is_by_weeks (&rect, &self->view);

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return by_weeks ? -7 : -1;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return by_weeks ? 7 : 1;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return by_weeks ? -1 : -7;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return by_weeks ? 1 : 7;
  default:
    return 0;
  }
}

static gboolean
go (LumYearWidget *self, guint key)
{
  int step = get_step (self, key);

  if (step != 0) {
    lum_year_widget_move_day (self, step);
    return GDK_EVENT_STOP;
  }
  switch (key) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    lum_year_widget_go_to_end (self, FALSE);
    return GDK_EVENT_STOP;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    lum_year_widget_go_to_end (self, TRUE);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    lum_year_widget_move_year (self, -1);
    return GDK_EVENT_STOP;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    lum_year_widget_move_year (self, 1);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, LumYearWidget *self)
{
  if (!self->chart || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (go (self, key) == GDK_EVENT_STOP)
    return GDK_EVENT_STOP;
  if (self->day == LUM_DAY_NONE)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    lum_year_widget_activate_day (self);
  else if (key == GDK_KEY_Escape)
    lum_year_widget_set_day (self, LUM_DAY_NONE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Between the cells nothing is chosen, and a day to come has nothing to tell. */
static LumDay
find_day (LumYearWidget *self, double x, double y)
{
  LumChartRect rect = lum_year_widget_get_rect (self);
  LumDay day = self->chart ? lum_year_day_at (&rect, &self->view, x, y) : LUM_DAY_NONE;

  return day <= self->today ? day : LUM_DAY_NONE;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, LumYearWidget *self)
{
  LumDay day = find_day (self, x, y);

  /* A day that was chosen by keys stays where a resting pointer is beside the cells. */
  if (day != LUM_DAY_NONE || !gtk_widget_has_focus (GTK_WIDGET (self)))
    lum_year_widget_set_day (self, day);
}

static void
leave_cb (GtkEventControllerMotion *controller, LumYearWidget *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    lum_year_widget_set_day (self, LUM_DAY_NONE);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LumYearWidget *self)
{
  LumDay before = self->day, day = find_day (self, x, y);
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  lum_year_widget_set_day (self, day);

  /* A finger cannot hover: its first tap reads a day out, the next one opens it. */
  if (!device || gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN || before == day)
    lum_year_widget_activate_day (self);
}

void
lum_year_widget_add_controllers (LumYearWidget *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  for (GtkEventController **each = (GtkEventController *[]){keys, motion, click, NULL}; *each; each++)
    gtk_widget_add_controller (GTK_WIDGET (self), *each);
}
