/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-chart.h"

#include "lum-chart-private.h"

/**
 * lum_chart_new:
 * @diary: what is drawn
 * @findings: (nullable): bouts, spikes and today
 *
 * Prepares a diary for drawing. Days are read into arrays once; drawing a view then costs what can be seen, not what
 * the journal holds.
 *
 * Returns: (transfer full): an immutable chart; any thread may draw it
 */
LumChart *
lum_chart_new (LumDiary *diary, LumFindings *findings)
{
  LumChart *self;

  g_return_val_if_fail (diary != NULL, NULL);

  self = g_new0 (LumChart, 1);
  g_atomic_ref_count_init (&self->refs);
  self->diary = lum_diary_ref (diary);
  self->findings = findings ? lum_findings_ref (findings) : NULL;
  self->series = lum_series_new (diary, findings);
  return self;
}

LumChart *
lum_chart_ref (LumChart *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
lum_chart_unref (LumChart *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  lum_series_free (self->series);
  lum_diary_unref (self->diary);
  g_clear_pointer (&self->findings, lum_findings_unref);
  g_free (self);
}

/**
 * lum_chart_get_extent:
 * @first: (out): the diary's first day; two weeks ago where there is less
 * @last: (out): today
 *
 * The days that there is anything to show of.
 */
void
lum_chart_get_extent (const LumChart *self, LumDay *first, LumDay *last)
{
  *first = self->series->first;
  *last = self->series->last;
}

/**
 * lum_chart_draw:
 * @rect: where, in units of the surface; text is 12 units high at @view's font_scale of 1
 * @stats: (out) (optional): what was drawn
 *
 * Draws a view. The background is the caller's (lum_chart_get_background()). The same code draws on screen, paper,
 * PNG, SVG and PDF; time runs from left to right in every locale.
 */
void
lum_chart_draw (const LumChart *self,
                cairo_t *cr,
                const LumChartRect *rect,
                const LumChartView *view,
                LumChartStats *stats)
{
  g_autoptr (LumChartLayout) layout = NULL;

  g_return_if_fail (self != NULL && cr != NULL && rect != NULL && view != NULL);

  layout = lum_chart_layout_new ((LumChart *) self, rect, view, NULL);
  lum_chart_layout_draw (layout, cr, stats);
}

/**
 * lum_chart_get_background:
 *
 * The colour that a theme is made for: its contrasts hold on it.
 */
void
lum_chart_get_background (LumChartThemeName theme, double *red, double *green, double *blue)
{
  guint32 rgb = lum_chart_theme_get (theme)->background.rgb;

  *red = (rgb >> 16 & 0xff) / 255.0;
  *green = (rgb >> 8 & 0xff) / 255.0;
  *blue = (rgb & 0xff) / 255.0;
}
