/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-axis.h"

#include <math.h>

#include "lum-i18n.h"

const LumTimeStep lum_time_steps[] = {
    {LUM_TIME_DAY, 1},   {LUM_TIME_DAY, 2},   {LUM_TIME_WEEK, 1}, {LUM_TIME_WEEK, 2}, {LUM_TIME_MONTH, 1},
    {LUM_TIME_MONTH, 3}, {LUM_TIME_MONTH, 6}, {LUM_TIME_YEAR, 1}, {LUM_TIME_YEAR, 2}, {LUM_TIME_YEAR, 5},
    {LUM_TIME_YEAR, 10}, {LUM_TIME_YEAR, 25}, {LUM_TIME_YEAR, 0},
};

static int
floor_to (int value, int step)
{
  int rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

/**
 * lum_time_step_floor:
 * @week_start: 1 Monday to 7 Sunday
 *
 * The last tick at or before a day. Ticks stand on absolute dates, so that they do not move while a view is panned:
 * even days, every other week, January and July, years that the step divides.
 */
LumDay
lum_time_step_floor (LumTimeStep step, int week_start, LumDay day)
{
  int year, month;

  lum_day_to_ymd (day, &year, &month, NULL);
  switch (step.unit) {
  case LUM_TIME_DAY:
    return floor_to (day, step.step);
  case LUM_TIME_WEEK:
    /* Day −3 was a Monday. */
    return floor_to (day + 4 - week_start, 7 * step.step) - 4 + week_start;
  case LUM_TIME_MONTH:
    return lum_day_from_ymd (year, floor_to (month - 1, step.step) + 1, 1);
  case LUM_TIME_YEAR:
  default:
    return lum_day_from_ymd (floor_to (year, step.step), 1, 1);
  }
}

/**
 * lum_time_step_next:
 * @tick: a day that lum_time_step_floor() returned
 *
 * The tick after a tick.
 */
LumDay
lum_time_step_next (LumTimeStep step, LumDay tick)
{
  switch (step.unit) {
  case LUM_TIME_DAY:
    return tick + step.step;
  case LUM_TIME_WEEK:
    return tick + 7 * step.step;
  case LUM_TIME_MONTH:
    return lum_day_add_months (tick, step.step);
  case LUM_TIME_YEAR:
  default:
    return lum_day_add_months (tick, 12 * step.step);
  }
}

static char *
format_day (LumDay day, const char *pattern)
{
  int year, month, mday;
  g_autoptr (GDateTime) date = NULL;

  lum_day_to_ymd (day, &year, &month, &mday);
  date = g_date_time_new_utc (CLAMP (year, 1, 9999), month, mday, 0, 0, 0);
  return g_date_time_format (date, pattern);
}

/**
 * lum_time_step_label:
 *
 * What stands at a tick, in the locale's words: "27", "27 May", "May" or "2026".
 *
 * Returns: (transfer full): the label
 */
char *
lum_time_step_label (LumTimeStep step, LumDay tick)
{
  switch (step.unit) {
  case LUM_TIME_DAY:
    /* Translators: a day of the month on the time axis, as for g_date_time_format(); "27" */
    return format_day (tick, C_ ("axis date format", "%-d"));
  case LUM_TIME_WEEK:
    return lum_day_format (tick, LUM_DAY_FORMAT_SHORT);
  case LUM_TIME_MONTH:
    /* Translators: a month alone on the time axis, short; "May" */
    return format_day (tick, C_ ("axis date format", "%Ob"));
  case LUM_TIME_YEAR:
  default:
    /* Translators: a year alone on the time axis; "2026" */
    return format_day (tick, C_ ("axis date format", "%Y"));
  }
}

/**
 * lum_time_step_context:
 *
 * What the labels of a step leave out: the month and year of days, the year of weeks and months.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where the labels say it all
 */
char *
lum_time_step_context (LumTimeStep step, LumDay tick)
{
  if (step.unit == LUM_TIME_DAY)
    return lum_day_format (tick, LUM_DAY_FORMAT_MONTH);
  if (step.unit != LUM_TIME_YEAR)
    return format_day (tick, C_ ("axis date format", "%Y"));
  return NULL;
}

/**
 * lum_value_axis_new:
 * @highest: the highest value that must be seen
 * @usual: the top of the axis where there is nothing yet
 * @most_ticks: how many steps there may be, at least 1
 *
 * A scale from 0 to a round number that is not below @highest, with steps of 1, 2 or 5 times a power of ten. A
 * range that is empty or not a number is answered with @usual.
 */
LumValueAxis
lum_value_axis_new (double highest, double usual, int most_ticks)
{
  LumValueAxis axis;
  double magnitude;
  static const double factors[] = {1, 2, 5, 10};

  if (!(highest > 0) || !isfinite (highest))
    highest = usual > 0 ? usual : 1;
  most_ticks = MAX (most_ticks, 1);

  magnitude = pow (10, floor (log10 (highest / most_ticks)));
  axis.step = 10 * magnitude;
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++) {
    if (factors[i] * magnitude * most_ticks >= highest * (1 - 1e-9)) {
      axis.step = factors[i] * magnitude;
      break;
    }
  }
  axis.max = axis.step * ceil (highest / axis.step - 1e-9);
  axis.decimals = MAX (0, (int) -floor (log10 (axis.step) + 1e-9));
  return axis;
}
