/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-row.h"

#include "lum-day-picker.h"
#include "lum-i18n.h"
#include "lum-ui-words.h"

struct _LumDayRow {
  AdwActionRow parent_instance;

  LumDay day; /* LUM_DAY_NONE: none */
  GtkMenuButton *button;
  LumDayPicker *picker;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (LumDayRow, lum_day_row, ADW_TYPE_ACTION_ROW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
selected_cb (LumDayRow *self)
{
  lum_day_row_set_day (self, lum_day_picker_get_day (self->picker));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (LumDayRow *self)
{
  selected_cb (self); /* also the one that was marked already */
  gtk_menu_button_popdown (self->button);
}

static void
none_cb (LumDayRow *self)
{
  lum_day_row_set_day (self, LUM_DAY_NONE);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lum_day_row_class_init (LumDayRowClass *klass)
{
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_day_row_init (LumDayRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->picker = LUM_DAY_PICKER (lum_day_picker_new ());
  self->none = gtk_button_new_with_mnemonic (_ ("_No Date"));
  g_signal_connect_object (self->picker, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->none, "clicked", G_CALLBACK (none_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picker));
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
}

/**
 * lum_day_row_new:
 * @optional: whether "no date" can be chosen
 *
 * A row for a date.
 */
GtkWidget *
lum_day_row_new (const char *title, LumDay day, gboolean optional)
{
  LumDayRow *self = g_object_new (LUM_TYPE_DAY_ROW, "title", title, NULL);

  gtk_widget_set_visible (self->none, optional);
  lum_day_row_set_day (self, day);
  return GTK_WIDGET (self);
}

LumDay
lum_day_row_get_day (LumDayRow *self)
{
  g_return_val_if_fail (LUM_IS_DAY_ROW (self), LUM_DAY_NONE);

  return self->day;
}

/**
 * lum_day_row_set_day:
 * @day: or LUM_DAY_NONE
 *
 * Shows a date.
 */
void
lum_day_row_set_day (LumDayRow *self, LumDay day)
{
  g_return_if_fail (LUM_IS_DAY_ROW (self));

  g_autofree char *text =
      day == LUM_DAY_NONE ? g_strdup (C_ ("date", "None")) : lum_day_format (day, LUM_DAY_FORMAT_WEEKDAY);
  /* Translators: the name of a field and its date, for a screen reader */
  g_autofree char *label =
      g_strdup_printf (_ ("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), text);

  self->day = day;
  gtk_menu_button_set_label (self->button, text);
  lum_widget_set_label (GTK_WIDGET (self->button), label);
  if (day != LUM_DAY_NONE)
    lum_day_picker_set_day (self->picker, day);
}

/**
 * lum_day_row_set_range:
 * @first: or LUM_DAY_NONE
 * @last: or LUM_DAY_NONE
 *
 * Offers these days only; what the row shows stays.
 */
void
lum_day_row_set_range (LumDayRow *self, LumDay first, LumDay last)
{
  g_return_if_fail (LUM_IS_DAY_ROW (self));

  lum_day_picker_set_range (self->picker, first, last);
}
