/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-picker.h"

#include "lum-compat.h"

#define WEEK 7

struct _LumDayPicker {
  AdwBin parent_instance;

  GtkCalendar *calendar;
  LumDay first, last; /* LUM_DAY_NONE: no bound */
};

G_DEFINE_FINAL_TYPE (LumDayPicker, lum_day_picker, ADW_TYPE_BIN)

enum { SELECTED, CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_offered (LumDayPicker *self, LumDay day)
{
  return (self->first == LUM_DAY_NONE || day >= self->first) && (self->last == LUM_DAY_NONE || day <= self->last);
}

static LumDay
clamp (LumDayPicker *self, LumDay day)
{
  if (self->last != LUM_DAY_NONE && day > self->last)
    day = self->last;
  if (self->first != LUM_DAY_NONE && day < self->first)
    day = self->first;
  return day;
}

static gboolean
is_day_label (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "day-number");
}

/* The toolkit's calendar has no range: its labels are dimmed, in the order they stand in. */
static void
dim_labels (LumDayPicker *self, GtkWidget *widget, LumDay *day)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child)) {
    if (!is_day_label (child)) {
      dim_labels (self, child, day);
      continue;
    }
    if (*day == LUM_DAY_NONE) {
      LumDay shown = lum_compat_calendar_get_day (self->calendar);
      int year, month, mday, number = atoi (gtk_label_get_text (GTK_LABEL (child)));

      lum_day_to_ymd (shown, &year, &month, &mday);
      *day = shown - mday + 1;
      if (gtk_widget_has_css_class (child, "other-month")) {
        LumDay end_of_month_before = *day - 1;

        lum_day_to_ymd (end_of_month_before, &year, &month, &mday);
        *day = end_of_month_before - mday + number;
      }
    }
    gtk_widget_set_sensitive (child, is_offered (self, *day));
    (*day)++;
  }
}

static void
dim (LumDayPicker *self)
{
  LumDay day = LUM_DAY_NONE;

  dim_labels (self, GTK_WIDGET (self->calendar), &day);
}

static void
day_selected_cb (LumDayPicker *self)
{
  LumDay day = lum_compat_calendar_get_day (self->calendar);

  if (clamp (self, day) != day) {
    lum_day_picker_set_day (self, clamp (self, day));
  } else {
    dim (self);
  }
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LumDayPicker *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (at && is_day_label (at))
    g_signal_emit (self, signals[CHOSEN], 0, n_press);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, LumDayPicker *self)
{
  int step = 0;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  /* The buttons for month and year keep their own keys. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) || focus != GTK_WIDGET (self->calendar))
    return GDK_EVENT_PROPAGATE;
  switch (keyval) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
  case GDK_KEY_space:
    g_signal_emit (self, signals[CHOSEN], 0, 2);
    return GDK_EVENT_STOP;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    step = rtl ? 1 : -1;
    break;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    step = rtl ? -1 : 1;
    break;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    step = -WEEK;
    break;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    step = WEEK;
    break;
  default:
    return GDK_EVENT_PROPAGATE;
  }
  lum_day_picker_set_day (self, clamp (self, lum_day_picker_get_day (self) + step));
  g_signal_emit (self, signals[SELECTED], 0);
  return GDK_EVENT_STOP;
}

static void
lum_day_picker_class_init (LumDayPickerClass *klass)
{
  /**
   * LumDayPicker::selected:
   *
   * Another day is marked.
   */
  signals[SELECTED] =
      g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LumDayPicker::chosen:
   * @n_press: 1 for a click, 2 for a double click or Enter
   *
   * The marked day is the one.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
lum_day_picker_init (LumDayPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->first = self->last = LUM_DAY_NONE;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->calendar));
}

GtkWidget *
lum_day_picker_new (void)
{
  return g_object_new (LUM_TYPE_DAY_PICKER, NULL);
}

/**
 * lum_day_picker_set_range:
 * @first: or LUM_DAY_NONE
 * @last: or LUM_DAY_NONE
 *
 * Offers these days only.
 */
void
lum_day_picker_set_range (LumDayPicker *self, LumDay first, LumDay last)
{
  g_return_if_fail (LUM_IS_DAY_PICKER (self));

  self->first = first;
  self->last = last;
  lum_day_picker_set_day (self, clamp (self, lum_day_picker_get_day (self)));
}

LumDay
lum_day_picker_get_day (LumDayPicker *self)
{
  g_return_val_if_fail (LUM_IS_DAY_PICKER (self), LUM_DAY_NONE);

  return lum_compat_calendar_get_day (self->calendar);
}

/**
 * lum_day_picker_set_day:
 *
 * Marks a day, without a signal. One that was saved earlier may lie outside the range.
 */
void
lum_day_picker_set_day (LumDayPicker *self, LumDay day)
{
  g_return_if_fail (LUM_IS_DAY_PICKER (self));

  if (lum_day_picker_get_day (self) != day) {
    g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
    lum_compat_calendar_set_day (self->calendar, day);
    g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
  }
  dim (self);
}
