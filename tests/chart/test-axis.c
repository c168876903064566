/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "lum-axis.h"

typedef struct {
  const char *name;
  LumTimeStep step;
  int week_start;
  const char *first;
  const char *ticks[5]; /* from the one at or before `first` */
} TimeCase;

static const TimeCase time_cases[] = {
    {"days", {LUM_TIME_DAY, 1}, 1, "2026-05-27", {"2026-05-27", "2026-05-28", "2026-05-29"}},
    {"weeks-from-monday", {LUM_TIME_WEEK, 1}, 1, "2026-05-27", {"2026-05-25", "2026-06-01", "2026-06-08"}},
    {"weeks-from-sunday", {LUM_TIME_WEEK, 1}, 7, "2026-05-27", {"2026-05-24", "2026-05-31", "2026-06-07"}},
    {"weeks-from-saturday", {LUM_TIME_WEEK, 1}, 6, "2026-05-27", {"2026-05-23", "2026-05-30", "2026-06-06"}},
    {"weeks-before-1970", {LUM_TIME_WEEK, 1}, 1, "1969-12-28", {"1969-12-22", "1969-12-29", "1970-01-05"}},
    {"months", {LUM_TIME_MONTH, 1}, 1, "2024-02-29", {"2024-02-01", "2024-03-01", "2024-04-01"}},
    {"quarters", {LUM_TIME_MONTH, 3}, 1, "2025-12-31", {"2025-10-01", "2026-01-01", "2026-04-01"}},
    {"half-years", {LUM_TIME_MONTH, 6}, 1, "2026-05-27", {"2026-01-01", "2026-07-01", "2027-01-01"}},
    {"years", {LUM_TIME_YEAR, 1}, 1, "2026-05-27", {"2026-01-01", "2027-01-01", "2028-01-01"}},
    {"five-years", {LUM_TIME_YEAR, 5}, 1, "2026-05-27", {"2025-01-01", "2030-01-01", "2035-01-01"}},
};

static void
test_time (gconstpointer data)
{
  const TimeCase *c = data;
  LumDay first, tick;

  g_assert_true (lum_day_parse (c->first, &first, NULL));
  tick = lum_time_step_floor (c->step, c->week_start, first);
  g_assert_cmpint (tick, <=, first);
  for (guint i = 0; c->ticks[i]; i++) {
    g_autofree char *iso = lum_day_to_iso (tick);

    g_assert_cmpstr (iso, ==, c->ticks[i]);
    /* A tick is its own floor: panning does not move it. */
    g_assert_cmpint (lum_time_step_floor (c->step, c->week_start, tick), ==, tick);
    tick = lum_time_step_next (c->step, tick);
  }
}

/* Every step's ticks stand in order, and a coarser step has no more of them. */
static void
test_steps_get_coarser (void)
{
  int before = G_MAXINT;

  for (const LumTimeStep *step = lum_time_steps; step->step > 0; step++) {
    LumDay tick = lum_time_step_floor (*step, 1, 0);
    int n = 0;

    while (tick < 40000) {
      LumDay next = lum_time_step_next (*step, tick);

      g_assert_cmpint (next, >, tick);
      tick = next;
      n++;
    }
    g_assert_cmpint (n, <, before);
    before = n;
  }
}

static void
test_labels (void)
{
  LumDay day = lum_day_from_ymd (2026, 5, 4);
  static const struct {
    LumTimeStep step;
    const char *label, *context;
  } cases[] = {
      {{LUM_TIME_DAY, 1}, "4", "May 2026"},
      {{LUM_TIME_WEEK, 1}, "4 May", "2026"},
      {{LUM_TIME_MONTH, 1}, "May", "2026"},
      {{LUM_TIME_YEAR, 1}, "2026", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *label = lum_time_step_label (cases[i].step, day);
    g_autofree char *context = lum_time_step_context (cases[i].step, day);

    g_assert_cmpstr (label, ==, cases[i].label);
    g_assert_cmpstr (context, ==, cases[i].context);
  }
}

static const struct {
  double highest, usual;
  int most;
  double max, step;
} value_cases[] = {
    {8.2, 10, 5, 10, 2},    {10, 10, 5, 10, 2},       {10.1, 10, 5, 15, 5}, {24, 10, 5, 25, 5},
    {0.4, 10, 4, 0.4, 0.1}, {431, 10, 4, 600, 200},   {0, 10, 5, 10, 2},    {-3, 60, 3, 60, 20},
    {NAN, 10, 5, 10, 2},    {INFINITY, 10, 5, 10, 2}, {7, 10, 1, 10, 10},   {1e-9, 10, 5, 1e-9, 2e-10},
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (value_cases); i++) {
    LumValueAxis axis = lum_value_axis_new (value_cases[i].highest, value_cases[i].usual, value_cases[i].most);

    g_assert_cmpfloat_with_epsilon (axis.max, value_cases[i].max, value_cases[i].max * 1e-9);
    g_assert_cmpfloat_with_epsilon (axis.step, value_cases[i].step, value_cases[i].step * 1e-9);
  }
}

/* Whatever is asked for is on the axis, with no more ticks than allowed. */
static void
test_values_hold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++) {
    double highest = pow (10, g_rand_double_range (rand, -3, 6));
    int most = g_rand_int_range (rand, 1, 9);
    LumValueAxis axis = lum_value_axis_new (highest, 10, most);

    g_assert_cmpfloat (axis.max, >=, highest * (1 - 1e-9));
    g_assert_cmpfloat (axis.max, <=, highest * 10);
    g_assert_cmpfloat (axis.max / axis.step, <=, most + 1e-6);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (time_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/chart/axis/time/%s", time_cases[i].name);

    g_test_add_data_func (path, &time_cases[i], test_time);
  }
  g_test_add_func ("/chart/axis/steps-get-coarser", test_steps_get_coarser);
  g_test_add_func ("/chart/axis/labels", test_labels);
  g_test_add_func ("/chart/axis/values", test_values);
  g_test_add_func ("/chart/axis/values-hold", test_values_hold);
  return g_test_run ();
}
