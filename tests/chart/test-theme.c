/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-chart-theme.h"

/* The palette as WCAG 2.2 measures it, in grey, and as people with the three common colour-vision deficiencies see it. */

#define MARK 3.0
#define TEXT 4.5
#define APART 12.0 /* CIE76, well above what is just noticed */

static const char *const names[] = {"light", "dark", "high-contrast", "high-contrast-dark", "print", "print-grey"};

static void
check (const char *theme, const char *what, LumColor a, LumColor b, double least)
{
  double contrast = lum_color_get_contrast (a, b);

  if (contrast < least)
    g_test_message ("%s: %s has %.2f, needs %.1f", theme, what, contrast, least);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
test_contrast (gconstpointer data)
{
  LumChartThemeName name = GPOINTER_TO_INT (data);
  const LumChartTheme *theme = lum_chart_theme_get (name);
  double text = name == LUM_CHART_THEME_HIGH_CONTRAST || name == LUM_CHART_THEME_HIGH_CONTRAST_DARK ? 7 : TEXT;

  check (names[name], "text", theme->text, theme->background, text);
  check (names[name], "dim", theme->dim, theme->background, text);
  check (names[name], "text on halo", theme->text, theme->halo, text);
  check (names[name], "axis", theme->axis, theme->background, MARK);
  check (names[name], "mean", theme->mean, theme->background, MARK);
  check (names[name], "band", theme->band, theme->background, MARK);
  check (names[name], "mean on band", theme->mean, theme->band, 2);
  check (names[name], "running", theme->running, theme->background, MARK);
  check (names[name], "care", theme->care, theme->background, MARK);
  check (names[name], "spike", theme->spike, theme->background, MARK);
  check (names[name], "bout rule", theme->bout_rule, theme->background, MARK);
  for (guint i = 0; i < LUM_N_PAIN_COLORS; i++)
    check (names[name], "pain", theme->pain[i], theme->background, MARK);
}

/* The ramp changes in one direction in lightness: it reads in grey. */
static void
test_ramp_in_grey (gconstpointer data)
{
  const LumChartTheme *theme = lum_chart_theme_get (GPOINTER_TO_INT (data));
  double direction =
      lum_color_get_luminance (theme->pain[LUM_N_PAIN_COLORS - 1]) - lum_color_get_luminance (theme->pain[0]);

  for (guint i = 1; i < LUM_N_PAIN_COLORS; i++) {
    double change = lum_color_get_luminance (theme->pain[i]) - lum_color_get_luminance (theme->pain[i - 1]);

    g_assert_cmpfloat (change * direction, >, 0);
    g_assert_cmpfloat (lum_color_get_contrast (theme->pain[i], theme->pain[i - 1]), >=, 1.25);
  }
}

static void
test_ramp_steps (void)
{
  const LumChartTheme *theme = lum_chart_theme_get (LUM_CHART_THEME_LIGHT);
  static const int step_of[] = {0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 3};

  for (int score = 0; score <= 10; score++)
    g_assert_true (lum_chart_theme_get_pain (theme, score) == &theme->pain[step_of[score]]);
  g_assert_true (lum_chart_theme_get_pain (theme, 1.49) == &theme->pain[0]);
  g_assert_true (lum_chart_theme_get_pain (theme, 1.5) == &theme->pain[1]);
}

/* Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
static const double deficiencies[][3][3] = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
};

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
lab_f (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static void
see (LumColor color, const double m[3][3], double lab[3])
{
  double rgb[3], seen[3], x, y, z;

  for (int i = 0; i < 3; i++)
    rgb[i] = to_linear ((color.rgb >> (16 - 8 * i) & 0xff) / 255.0);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (m[i][0] * rgb[0] + m[i][1] * rgb[1] + m[i][2] * rgb[2], 0, 1);
  x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047;
  y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
  z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883;
  lab[0] = 116 * lab_f (y) - 16;
  lab[1] = 500 * (lab_f (x) - lab_f (y));
  lab[2] = 200 * (lab_f (y) - lab_f (z));
}

/* Neighbours on the ramp stay apart for protan, deutan and tritan eyes. */
static void
test_ramp_for_colour_blind (gconstpointer data)
{
  const LumChartTheme *theme = lum_chart_theme_get (GPOINTER_TO_INT (data));

  for (guint k = 0; k < G_N_ELEMENTS (deficiencies); k++) {
    for (guint i = 1; i < LUM_N_PAIN_COLORS; i++) {
      double a[3], b[3], apart;

      see (theme->pain[i - 1], deficiencies[k], a);
      see (theme->pain[i], deficiencies[k], b);
      apart = sqrt (pow (a[0] - b[0], 2) + pow (a[1] - b[1], 2) + pow (a[2] - b[2], 2));
      g_test_message ("%s: deficiency %u, steps %u and %u: %.1f apart", names[GPOINTER_TO_INT (data)], k, i - 1, i,
                      apart);
      g_assert_cmpfloat (apart, >=, APART);
    }
  }
}

static void
test_contrast_itself (void)
{
  g_assert_cmpfloat_with_epsilon (lum_color_get_contrast ((LumColor){0xffffff, 1}, (LumColor){0x000000, 1}), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (lum_color_get_contrast ((LumColor){0x777777, 1}, (LumColor){0xffffff, 1}), 4.478,
                                  0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/theme/contrast-itself", test_contrast_itself);
  g_test_add_func ("/chart/theme/ramp-steps", test_ramp_steps);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *contrast = g_strdup_printf ("/chart/theme/contrast/%s", names[i]);
    g_autofree char *grey = g_strdup_printf ("/chart/theme/ramp-in-grey/%s", names[i]);
    g_autofree char *blind = g_strdup_printf ("/chart/theme/ramp-for-colour-blind/%s", names[i]);

    g_test_add_data_func (contrast, GINT_TO_POINTER (i), test_contrast);
    g_test_add_data_func (grey, GINT_TO_POINTER (i), test_ramp_in_grey);
    g_test_add_data_func (blind, GINT_TO_POINTER (i), test_ramp_for_colour_blind);
  }
  return g_test_run ();
}
