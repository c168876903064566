/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-chart-theme.h"

#include <math.h>

#define OPAQUE(rgb) \
  {                 \
    rgb, 1.0        \
  }

static const LumChartTheme themes[] = {
    [LUM_CHART_THEME_LIGHT] =
        {
            .background = OPAQUE (0xffffff),
            .text = OPAQUE (0x2e3436),
            .dim = OPAQUE (0x5e5c64),
            .grid = OPAQUE (0xe6e5e3),
            .axis = OPAQUE (0x8f8d8a),
            .pain = {OPAQUE (0xb88300), OPAQUE (0xae470e), OPAQUE (0x84154a), OPAQUE (0x3a0a4a)},
            .mean = OPAQUE (0x3d3846),
            .band = OPAQUE (0xc0799a),
            .bout = {0xc2500f, 0.085},
            .bout_rule = OPAQUE (0xa85b32),
            .running = OPAQUE (0x2f7fb8),
            .spike = OPAQUE (0x123f66),
            .care = OPAQUE (0x1d7a5f),
            .halo = {0xffffff, 0.94},
            .line = 1,
        },
    [LUM_CHART_THEME_DARK] =
        {
            .background = OPAQUE (0x353535), /* of the card that it stands on */
            .text = OPAQUE (0xf2f1f0),
            .dim = OPAQUE (0xb3b0ad),
            .grid = OPAQUE (0x484848),
            .axis = OPAQUE (0x85827f),
            .pain = {OPAQUE (0x8e6fc4), OPAQUE (0xdd6a99), OPAQUE (0xfba35c), OPAQUE (0xffe58a)},
            .mean = OPAQUE (0xe6e2ea),
            .band = OPAQUE (0xab7957),
            .bout = {0xfba35c, 0.10},
            .bout_rule = OPAQUE (0xcf9066),
            .running = OPAQUE (0x5aa5dc),
            .spike = OPAQUE (0xd3e9fa),
            .care = OPAQUE (0x62c8a2),
            .halo = {0x2e2e2e, 0.95},
            .line = 1,
        },
    [LUM_CHART_THEME_HIGH_CONTRAST] =
        {
            .background = OPAQUE (0xffffff),
            .text = OPAQUE (0x000000),
            .dim = OPAQUE (0x2b2b2b),
            .grid = OPAQUE (0xb5b5b5),
            .axis = OPAQUE (0x000000),
            .pain = {OPAQUE (0x936500), OPAQUE (0x8c3000), OPAQUE (0x5f0a34), OPAQUE (0x1a0026)},
            .mean = OPAQUE (0x000000),
            .band = OPAQUE (0xae6287),
            .bout = {0x9c3600, 0.14},
            .bout_rule = OPAQUE (0x7a3410),
            .running = OPAQUE (0x07518c),
            .spike = OPAQUE (0x001f3d),
            .care = OPAQUE (0x00573d),
            .halo = {0xffffff, 1.0},
            .line = 1.4,
        },
    [LUM_CHART_THEME_HIGH_CONTRAST_DARK] =
        {
            .background = OPAQUE (0x000000),
            .text = OPAQUE (0xffffff),
            .dim = OPAQUE (0xdedede),
            .grid = OPAQUE (0x5c5c5c),
            .axis = OPAQUE (0xffffff),
            .pain = {OPAQUE (0x9d82d6), OPAQUE (0xf088b2), OPAQUE (0xffbd80), OPAQUE (0xfff0b0)},
            .mean = OPAQUE (0xffffff),
            .band = OPAQUE (0xa37a55),
            .bout = {0xffbd80, 0.18},
            .bout_rule = OPAQUE (0xf0b48c),
            .running = OPAQUE (0x82c4f5),
            .spike = OPAQUE (0xe8f5ff),
            .care = OPAQUE (0x86ecc4),
            .halo = {0x000000, 1.0},
            .line = 1.4,
        },
    [LUM_CHART_THEME_PRINT] =
        {
            .background = OPAQUE (0xffffff),
            .text = OPAQUE (0x1a1a1a),
            .dim = OPAQUE (0x4a4a4a),
            .grid = OPAQUE (0xe2e2e2),
            .axis = OPAQUE (0x707070),
            .pain = {OPAQUE (0xb88300), OPAQUE (0xae470e), OPAQUE (0x84154a), OPAQUE (0x3a0a4a)},
            .mean = OPAQUE (0x2b2730),
            .band = OPAQUE (0xc0799a),
            .bout = {0xc2500f, 0.085},
            .bout_rule = OPAQUE (0x9a5029),
            .running = OPAQUE (0x3a7ca8),
            .spike = OPAQUE (0x0f3a5f),
            .care = OPAQUE (0x1d6f57),
            .halo = {0xffffff, 1.0},
            .line = 1,
        },
    [LUM_CHART_THEME_PRINT_GREY] =
        {
            .background = OPAQUE (0xffffff),
            .text = OPAQUE (0x000000),
            .dim = OPAQUE (0x404040),
            .grid = OPAQUE (0xe0e0e0),
            .axis = OPAQUE (0x606060),
            .pain = {OPAQUE (0x929292), OPAQUE (0x6e6e6e), OPAQUE (0x444444), OPAQUE (0x000000)},
            .mean = OPAQUE (0x1a1a1a),
            .band = OPAQUE (0x949494),
            .bout = {0x000000, 0.06},
            .bout_rule = OPAQUE (0x505050),
            .running = OPAQUE (0x7a7a7a),
            .spike = OPAQUE (0x000000),
            .care = OPAQUE (0x3c3c3c),
            .halo = {0xffffff, 1.0},
            .line = 1,
        },
};

/**
 * lum_chart_theme_get:
 *
 * The colours of a theme.
 *
 * Returns: (transfer none): static data
 */
const LumChartTheme *
lum_chart_theme_get (LumChartThemeName name)
{
  g_return_val_if_fail (name < G_N_ELEMENTS (themes), &themes[0]);

  return &themes[name];
}

/**
 * lum_chart_theme_get_pain:
 * @score: 0 to 10, fractions allowed
 *
 * The step of the ramp for a score, by the severity words of PM-7.
 */
const LumColor *
lum_chart_theme_get_pain (const LumChartTheme *self, double score)
{
  double rounded = floor (score + 0.5);

  return &self->pain[rounded < 2 ? 0 : rounded < 4 ? 1 : rounded < 6 ? 2 : 3];
}

static double
linear_channel (guint32 value)
{
  double c = (value & 0xff) / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/**
 * lum_color_get_luminance:
 *
 * Relative luminance as WCAG 2.2 defines it, of the colour without its transparency.
 *
 * Returns: 0 (black) to 1 (white)
 */
double
lum_color_get_luminance (LumColor color)
{
  return 0.2126 * linear_channel (color.rgb >> 16) + 0.7152 * linear_channel (color.rgb >> 8) +
         0.0722 * linear_channel (color.rgb);
}

/**
 * lum_color_get_contrast:
 *
 * The contrast ratio of two opaque colours (WCAG 2.2).
 *
 * Returns: 1 to 21
 */
double
lum_color_get_contrast (LumColor a, LumColor b)
{
  double la = lum_color_get_luminance (a), lb = lum_color_get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * lum_color_mix:
 * @share: how much of @b, 0 to 1
 *
 * Two opaque colours mixed as an eye would on a screen, channel by channel.
 *
 * Returns: an opaque colour
 */
LumColor
lum_color_mix (LumColor a, LumColor b, double share)
{
  LumColor mixed = OPAQUE (0);

  for (int shift = 0; shift <= 16; shift += 8) {
    double from = a.rgb >> shift & 0xff, to = b.rgb >> shift & 0xff;

    mixed.rgb |= (guint32) round (from + (to - from) * CLAMP (share, 0, 1)) << shift;
  }
  return mixed;
}

/**
 * lum_color_get_ink:
 *
 * What is readable on an opaque colour: black or white, whichever stands out more. One of the two always has 4.5:1.
 *
 * Returns: an opaque colour
 */
LumColor
lum_color_get_ink (LumColor ground)
{
  static const LumColor black = OPAQUE (0x000000), white = OPAQUE (0xffffff);

  return lum_color_get_contrast (ground, black) > lum_color_get_contrast (ground, white) ? black : white;
}

/**
 * lum_color_set:
 *
 * Makes a colour the source of a cairo context.
 */
void
lum_color_set (cairo_t *cr, LumColor color)
{
  cairo_set_source_rgba (cr, (color.rgb >> 16 & 0xff) / 255.0, (color.rgb >> 8 & 0xff) / 255.0,
                         (color.rgb & 0xff) / 255.0, color.alpha);
}
