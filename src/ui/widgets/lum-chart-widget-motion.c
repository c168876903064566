/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-chart-widget-private.h"

/* Where the view and the crosshair go: panned, zoomed, pointed at, day by day, and running on when let go. */

#define GLIDE_SECONDS 0.325 /* as GTK's own scrolling */
#define GLIDE_LEAST 20.0    /* pixels a second */
#define GLIDE_MOST 8000.0

/* Pans so that a moment is at a place. */
void
lum_chart_widget_put (LumChartWidget *self, double moment, double x)
{
  LumChartLayout *layout = lum_chart_widget_get_layout (self);
  double span = self->view.last - self->view.first, left, width;

  if (!layout)
    return;
  lum_chart_layout_get_plot (layout, &left, &width);
  moment -= (x - left) / width * (span + 1);
  lum_chart_widget_move_range (self, moment, moment + span);
}

/* Zooms a range by a factor, more than 1 to see more detail. What is at @x keeps its place: that is in pixels, for the
 * panels of the new view may begin elsewhere. */
void
lum_chart_widget_zoom_at (LumChartWidget *self, double first, double last, double factor, double x)
{
  LumChartLayout *layout = lum_chart_widget_get_layout (self);
  double span = MAX ((last - first + 1) / factor - 1, LEAST_DAYS - 1), left, width, moment;

  if (!layout)
    return;
  lum_chart_layout_get_plot (layout, &left, &width);
  moment = first + (x - left) / width * (last - first + 1);
  first = moment - (x - left) / width * (span + 1);
  lum_chart_widget_move_range (self, first, first + span);
  lum_chart_widget_put (self, moment, x);
}

void
lum_chart_widget_zoom_by_key (LumChartWidget *self, double factor)
{
  LumChartLayout *layout = lum_chart_widget_get_layout (self);
  double left, width;

  if (!layout)
    return;
  lum_chart_layout_get_plot (layout, &left, &width);
  lum_chart_widget_zoom_at (self, self->view.first, self->view.last, factor,
                            self->crosshair != LUM_DAY_NONE ? lum_chart_layout_x_of (layout, self->crosshair)
                                                            : left + width / 2);
}

/* Puts the crosshair on the day under a pointer. */
void
lum_chart_widget_point_at (LumChartWidget *self, double x)
{
  LumChartLayout *layout = lum_chart_widget_get_layout (self);

  if (!layout)
    return;
  self->pointer_x = x;
  lum_chart_widget_set_crosshair (self,
                                  CLAMP (lum_chart_layout_day_at (layout, x), self->extent_first, self->extent_last));
}

/* --- running on --- */

void
lum_chart_widget_stop (LumChartWidget *self)
{
  if (self->glide == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide);
  self->glide = 0;
}

static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LumChartWidget *self = LUM_CHART_WIDGET (widget);
  LumChartLayout *layout = lum_chart_widget_get_layout (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now - self->glide_time) / 1e6, first = self->view.first, left, width, days;

  if (!layout || self->glide_time == 0 || seconds <= 0) {
    self->glide_time = now;
    return G_SOURCE_CONTINUE;
  }
  lum_chart_layout_get_plot (layout, &left, &width);
  /* The way of a speed that decays by e every GLIDE_SECONDS, over this frame. */
  days = self->glide_speed * GLIDE_SECONDS * (1 - exp (-seconds / GLIDE_SECONDS)) *
         (self->view.last - self->view.first + 1) / width;
  self->glide_speed *= exp (-seconds / GLIDE_SECONDS);
  self->glide_time = now;
  lum_chart_widget_move_range (self, first - days, self->view.last - days);
  if (self->crosshair != LUM_DAY_NONE && !gtk_widget_has_focus (widget))
    lum_chart_widget_point_at (self, self->pointer_x);
  /* At rest, or at an end. */
  if (fabs (self->glide_speed) < GLIDE_LEAST || self->view.first == first) {
    self->glide = 0;
    return G_SOURCE_REMOVE;
  }
  return G_SOURCE_CONTINUE;
}

/* Lets the view run on after a finger or a wheel let go of it. */
void
lum_chart_widget_glide (LumChartWidget *self, double speed)
{
  gboolean animate = TRUE;

  lum_chart_widget_stop (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  if (!animate || !self->chart || fabs (speed) < GLIDE_LEAST)
    return;
  self->glide_speed = CLAMP (speed, -GLIDE_MOST, GLIDE_MOST);
  self->glide_time = 0;
  self->glide = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

void
lum_chart_widget_move_crosshair (LumChartWidget *self, int days)
{
  LumDay day = self->crosshair;

  if (!self->chart)
    return;
  if (day == LUM_DAY_NONE)
    day = CLAMP ((LumDay) floor (self->view.last), self->extent_first, self->extent_last);
  else
    day = CLAMP (day + days, self->extent_first, self->extent_last);

  double span = self->view.last - self->view.first;

  if (day < self->view.first)
    lum_chart_widget_move_range (self, day, day + span);
  else if (day > self->view.last)
    lum_chart_widget_move_range (self, day - span, day);
  lum_chart_widget_set_crosshair (self, day);
}

void
lum_chart_widget_go_to_end (LumChartWidget *self, gboolean newest)
{
  double span = self->view.last - self->view.first;

  if (!self->chart)
    return;
  if (newest)
    lum_chart_widget_move_range (self, self->extent_last - span, self->extent_last);
  else
    lum_chart_widget_move_range (self, self->extent_first, self->extent_first + span);
  lum_chart_widget_set_crosshair (self, newest ? self->extent_last : self->extent_first);
}
