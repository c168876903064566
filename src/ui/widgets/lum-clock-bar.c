/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-clock-bar.h"

#include "lum-compat.h"
#include "lum-i18n.h"
#include "lum-parameters.h"

#define BAR_HEIGHT 12
#define BAR_GAP 4
#define SHORTEST 28 /* days that the bar spans at least */

struct _LumClockBar {
  GtkWidget parent_instance;

  int day;
  GtkWidget *labels[2];
};

G_DEFINE_FINAL_TYPE (LumClockBar, lum_clock_bar, GTK_TYPE_WIDGET)

static const int marks[2] = {LUM_P_APPROACH, LUM_P_BEYOND};

static double
x_of (LumClockBar *self, double day)
{
  int span = MAX (SHORTEST, self->day + LUM_P_WEEK);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = width * MIN (day, span) / span;

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
lum_clock_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LumClockBar *self = LUM_CLOCK_BAR (widget);
  int width = gtk_widget_get_width (widget);
  double end = x_of (self, self->day), start = x_of (self, 0);
  graphene_rect_t track = GRAPHENE_RECT_INIT (0, 0, width, BAR_HEIGHT);
  graphene_rect_t done = GRAPHENE_RECT_INIT (MIN (start, end), 0, MAX (ABS (end - start), 2), BAR_HEIGHT);
  GskRoundedRect outline;
  GdkRGBA ink, faint;

  lum_compat_get_color (widget, &ink);
  faint = ink;
  faint.alpha *= 0.15f;

  gsk_rounded_rect_init_from_rect (&outline, &track, BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &faint, &track);
  GdkRGBA fill = ink;
  fill.alpha *= 0.55f;
  gtk_snapshot_append_color (snapshot, &fill, &done);
  gtk_snapshot_pop (snapshot);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    graphene_rect_t mark = GRAPHENE_RECT_INIT ((float) (x_of (self, marks[i]) - 1), -2, 2, BAR_HEIGHT + 4);

    gtk_snapshot_append_color (snapshot, &ink, &mark);
    gtk_widget_snapshot_child (widget, self->labels[i], snapshot);
  }
}

static void
lum_clock_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  LumClockBar *self = LUM_CLOCK_BAR (widget);
  int label = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 200;
    *natural = 480;
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    int height;

    gtk_widget_measure (self->labels[i], orientation, -1, &height, NULL, NULL, NULL);
    label = MAX (label, height);
  }
  *minimum = *natural = BAR_HEIGHT + BAR_GAP + label;
}

/* Each label stands under its mark; where they would meet, the first moves back. */
static void
lum_clock_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LumClockBar *self = LUM_CLOCK_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place[2];

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    int wanted;

    gtk_widget_measure (self->labels[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
    place[i] = (GtkAllocation){(int) x_of (self, marks[i]) - wanted / 2, BAR_HEIGHT + BAR_GAP, wanted,
                               height - BAR_HEIGHT - BAR_GAP};
    place[i].x = CLAMP (place[i].x, 0, MAX (0, width - wanted));
  }
  if (rtl)
    place[0].x = MAX (place[0].x, place[1].x + place[1].width + 8);
  else
    place[0].x = MIN (place[0].x, place[1].x - place[0].width - 8);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_size_allocate (self->labels[i], &place[i], -1);
}

static void
lum_clock_bar_dispose (GObject *object)
{
  LumClockBar *self = LUM_CLOCK_BAR (object);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);

  G_OBJECT_CLASS (lum_clock_bar_parent_class)->dispose (object);
}

static void
lum_clock_bar_class_init (LumClockBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_clock_bar_dispose;
  widget_class->snapshot = lum_clock_bar_snapshot;
  widget_class->measure = lum_clock_bar_measure;
  widget_class->size_allocate = lum_clock_bar_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lum_clock_bar_init (LumClockBar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    int weeks = marks[i] / LUM_P_WEEK;
    g_autofree char *text = g_strdup_printf (ngettext ("%d week", "%d weeks", weeks), weeks);

    self->labels[i] = gtk_label_new (text);
    gtk_widget_add_css_class (self->labels[i], "caption");
    gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
  }
}

GtkWidget *
lum_clock_bar_new (void)
{
  return g_object_new (LUM_TYPE_CLOCK_BAR, NULL);
}

/**
 * lum_clock_bar_set_day:
 * @day: days since the onset, 0 or more
 *
 * Fills the bar up to a day.
 */
void
lum_clock_bar_set_day (LumClockBar *self, int day)
{
  g_return_if_fail (LUM_IS_CLOCK_BAR (self));

  self->day = MAX (day, 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
