/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-chart-look.h"

#include <adwaita.h>

static AdwStyleManager *
get_style (GtkWidget *widget)
{
  return adw_style_manager_get_for_display (gtk_widget_get_display (widget));
}

/**
 * lum_chart_look_get_theme:
 *
 * The theme of charts that goes with the style of the widget's display.
 */
LumChartThemeName
lum_chart_look_get_theme (GtkWidget *widget)
{
  static const LumChartThemeName names[2][2] = {
      {LUM_CHART_THEME_LIGHT, LUM_CHART_THEME_DARK},
      {LUM_CHART_THEME_HIGH_CONTRAST, LUM_CHART_THEME_HIGH_CONTRAST_DARK},
  };
  AdwStyleManager *style = get_style (widget);

  return names[adw_style_manager_get_high_contrast (style) ? 1 : 0][adw_style_manager_get_dark (style) ? 1 : 0];
}

/**
 * lum_chart_look_get_font_scale:
 *
 * Returns: 1 for 100 % text
 */
double
lum_chart_look_get_font_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024.0), 0.5, 4.0) : 1.0;
}

/**
 * lum_chart_look_watch:
 * @widget: has a root now
 * @changed: called with @widget when its theme or the size of its text may be another
 */
void
lum_chart_look_watch (GtkWidget *widget, GCallback changed)
{
  AdwStyleManager *style = get_style (widget);

  g_signal_connect_object (style, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", changed, widget, G_CONNECT_SWAPPED);
}

/**
 * lum_chart_look_unwatch:
 * @changed: as for lum_chart_look_watch()
 *
 * Ends it, before the widget loses its root.
 */
void
lum_chart_look_unwatch (GtkWidget *widget, gpointer changed)
{
  g_signal_handlers_disconnect_by_func (get_style (widget), changed, widget);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), changed, widget);
}
