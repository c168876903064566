/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every theme of the Trends chart on a contact sheet of its own, at three widths and all ranges, to be looked at:
 * lum-charts FOLDER. The life is the sample's; no display is needed. */
#include <locale.h>

#include "lum-chart.h"
#include "lum-sample-life.h"

#define GAP 24
#define YEARS 20

static const char *const themes[] = {"light", "dark", "high-contrast", "high-contrast-dark", "print", "print-grey"};

static const struct {
  int days; /* 0: all */
  LumChartLoad load;
} rows[] = {
    {14, LUM_CHART_LOAD_DISTANCE},  {91, LUM_CHART_LOAD_DISTANCE}, {91, LUM_CHART_LOAD_WEEKLY},
    {365, LUM_CHART_LOAD_DURATION}, {365, LUM_CHART_LOAD_WEEKLY},  {800, LUM_CHART_LOAD_EFFORT},
    {0, LUM_CHART_LOAD_DISTANCE},
};

static const struct {
  int width, height;
  double font_scale;
} columns[] = {{340, 420, 1}, {700, 420, 1}, {1100, 420, 1}, {700, 640, 2}};

static void
draw_sheet (LumChart *chart, LumDay today, LumChartThemeName theme, const char *folder)
{
  int width = GAP, height = GAP, y = GAP;
  g_autofree char *path = g_strdup_printf ("%s/chart-%s.png", folder, themes[theme]);
  cairo_surface_t *surface;
  cairo_t *cr;
  double red, green, blue;

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++) {
    width += columns[c].width + GAP;
    height = MAX (height, columns[c].height);
  }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, GAP + (int) G_N_ELEMENTS (rows) * (height + GAP));
  cr = cairo_create (surface);
  lum_chart_get_background (theme, &red, &green, &blue);
  cairo_set_source_rgb (cr, red, green, blue);
  cairo_paint (cr);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
    int x = GAP;

    for (guint c = 0; c < G_N_ELEMENTS (columns); c++) {
      LumChartRect rect = {x, y, columns[c].width, columns[c].height};
      LumChartView view = {
          .last = today, .load = rows[r].load, .week_start = 1, .font_scale = columns[c].font_scale, .theme = theme};
      g_autoptr (LumChartLayout) layout = NULL;
      LumDay first, last;

      lum_chart_get_extent (chart, &first, &last);
      view.first = rows[r].days > 0 ? today - rows[r].days + 1 : first;
      layout = lum_chart_layout_new (chart, &rect, &view, NULL);
      lum_chart_layout_draw (layout, cr, NULL);
      if (c == 1 && r == 1) {
        lum_chart_layout_draw_line (layout, cr, today - 17);
        lum_chart_layout_draw_readout (layout, cr, today - 17);
      }
      x += columns[c].width + GAP;
    }
    y += height + GAP;
  }
  cairo_destroy (cr);
  if (cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS)
    g_print ("%s\n", path);
  else
    g_printerr ("%s was not written\n", path);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  LumDay today = lum_day_from_ymd (2026, 5, 27);
  g_autoptr (LumDiary) diary = NULL;
  g_autoptr (LumFindings) findings = NULL;
  g_autoptr (LumChart) chart = NULL;

  if (argc != 2) {
    g_printerr ("Usage: lum-charts FOLDER\n");
    return 2;
  }
  setlocale (LC_ALL, "");
  g_mkdir_with_parents (argv[1], 0755);
  diary = lum_sample_life_new (today, YEARS, 1);
  findings = lum_findings_new (diary, today, LUM_UNITS_METRIC);
  chart = lum_chart_new (diary, findings);
  for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
    draw_sheet (chart, today, theme, argv[1]);
  return 0;
}
