/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-year.h"

#include <math.h>

#include "lum-axis.h"
#include "lum-chart-private.h"
#include "lum-year-layout.h"

#define READOUT_LINES 20.0 /* the width of a read-out */
#define RAISED 0.35        /* where a number's middle is above the dot of a run */
#define CALM_SHARE 0.3     /* of its colour in a cell of the lowest class, so that a good year looks calm */
#define EMPTY_ALPHA 0.5    /* of a cell's outline: a year with gaps is not a net of bold lines */

static const double bar_heights[LUM_N_PAIN_COLORS] = {0.34, 0.56, 0.78, 1.0};

/* What one cell shows. */
typedef struct {
  double score; /* NAN without one */
  gboolean recalled;
  gboolean ran;
} Cell;

typedef struct {
  LumYearLayout layout;
  cairo_t *cr;
  guint marks;
  char *numbers[11];
} Painter;

static void
trace_cell (cairo_t *cr, const LumChartRect *cell, double inset)
{
  double x = cell->x + inset, y = cell->y + inset;
  double width = cell->width - 2 * inset, height = cell->height - 2 * inset;
  double radius = CLAMP (MIN (width, height) * 0.18, 0, 3);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
stroke_cell (Painter *self, const LumChartRect *cell, LumColor color, double width)
{
  lum_color_set (self->cr, color);
  cairo_set_line_width (self->cr, width);
  trace_cell (self->cr, cell, width / 2);
  cairo_stroke (self->cr);
}

static void
fill_cell (Painter *self, const LumChartRect *cell, LumColor color)
{
  lum_color_set (self->cr, color);
  trace_cell (self->cr, cell, 0);
  cairo_fill (self->cr);
}

static void
outline_empty (Painter *self, const LumChartRect *cell)
{
  LumColor color = self->layout.theme->axis;

  color.alpha = self->layout.theme->line > 1 ? 1 : EMPTY_ALPHA;
  stroke_cell (self, cell, color, self->layout.theme->line);
}

/* Where there is no room for a number, the class is the height of a bar as well as its colour. */
static LumChartRect
get_bar (const LumYearLayout *layout, const LumChartRect *cell, double score)
{
  const LumColor *color = lum_chart_theme_get_pain (layout->theme, score);
  double height = round (cell->height * bar_heights[color - layout->theme->pain]);

  return (LumChartRect){cell->x, cell->y + cell->height - height, cell->width, height};
}

/* The colour of a whole cell: the ramp's, but a tint for 0–1, whose number tells it from an empty cell. High contrast
 * has no tints, and a bar is small enough as it is. */
static LumColor
get_fill (const LumYearLayout *layout, double score)
{
  LumColor color = *lum_chart_theme_get_pain (layout->theme, score);

  if (color.rgb == layout->theme->pain[0].rgb && layout->numbers && !(layout->theme->line > 1))
    return lum_color_mix (layout->theme->background, color, CALM_SHARE);
  return color;
}

static void
draw_number (Painter *self, const LumChartRect *cell, double score, gboolean raised, LumColor ink)
{
  LumText *text = self->layout.numbers;
  int number = CLAMP ((int) floor (score + 0.5), 0, 10);
  double y = cell->y + cell->height * (raised ? RAISED : 0.5) - self->layout.number_middle;

  if (!self->numbers[number])
    self->numbers[number] = lum_format_number (number, 0);
  lum_text_draw (text, self->cr, self->numbers[number], LUM_TEXT_PLAIN, ink, cell->x + cell->width / 2, y, 0.5);
}

/* A filled cell, or one that is only outlined where every score was entered late (PM-5); a number where one is
 * readable, and a dot at the bottom for a run. Returns: what is seen behind the dot */
static LumColor
draw_score (Painter *self, const LumChartRect *cell, const Cell *what, gboolean with_number)
{
  const LumYearLayout *layout = &self->layout;
  LumColor color = *lum_chart_theme_get_pain (layout->theme, what->score);
  LumChartRect mark = layout->numbers ? *cell : get_bar (layout, cell, what->score);
  LumColor ground = what->recalled ? layout->theme->background : get_fill (layout, what->score);

  if (!layout->numbers)
    outline_empty (self, cell);
  if (what->recalled)
    stroke_cell (self, &mark, color, (layout->numbers ? 2 : 1.4) * layout->theme->line);
  else
    fill_cell (self, &mark, ground);
  if (layout->numbers && with_number)
    draw_number (self, cell, what->score, what->ran, lum_color_get_ink (ground));
  return ground;
}

static void
draw_cell (Painter *self, const LumChartRect *cell, const Cell *what, gboolean with_number)
{
  const LumChartTheme *theme = self->layout.theme;
  LumColor ground = theme->background;

  if (isnan (what->score))
    outline_empty (self, cell);
  else
    ground = draw_score (self, cell, what, with_number);
  self->marks++;

  if (what->ran) {
    double radius = CLAMP (cell->height * 0.11, 1.2, 3);

    lum_color_set (self->cr, ground.rgb == theme->background.rgb ? theme->running : lum_color_get_ink (ground));
    cairo_arc (self->cr, cell->x + cell->width / 2, cell->y + cell->height - radius - MAX (cell->height * 0.07, 0.8),
               radius, 0, 2 * G_PI);
    cairo_fill (self->cr);
    self->marks++;
  }
}

/* A ring in the gap around a cell. */
static void
draw_ring (Painter *self, const LumChartRect *cell, double width)
{
  LumChartRect ring = {cell->x - width, cell->y - width, cell->width + 2 * width, cell->height + 2 * width};

  stroke_cell (self, &ring, self->layout.theme->text, width);
}

static void
draw_days (Painter *self, const LumSeries *series)
{
  const LumYearLayout *layout = &self->layout;

  /* The days to come stay blank. */
  for (LumDay day = layout->first; day <= series->last && lum_year_layout_has_day (layout, day); day++) {
    guint marks = lum_series_get_marks (series, day);
    LumChartRect cell = lum_year_layout_get_cell (layout, day);
    Cell what = {
        .score = lum_series_get_score (series, day),
        .recalled = (marks & LUM_DAY_MARK_RECALLED) != 0,
        .ran = (marks & LUM_DAY_MARK_RUN) != 0,
    };

    draw_cell (self, &cell, &what, TRUE);
    if (day == series->last)
      draw_ring (self, &cell, 1.5 * layout->theme->line);
  }
}

static void
draw_month_names (Painter *self, LumDay today)
{
  LumYearLayout *layout = &self->layout;

  for (int i = 0; i < layout->n_months; i++) {
    const LumYearMonth *month = &layout->months[i];
    g_autofree char *name = lum_time_step_label ((LumTimeStep){LUM_TIME_MONTH, 1}, month->first);
    double y = month->y - (layout->by_weeks || !layout->weekdays[0] ? 1.15 : 2.15) * layout->line_height;

    lum_text_draw (layout->text, self->cr, name, layout->by_weeks ? LUM_TEXT_PLAIN : LUM_TEXT_BOLD,
                   month->first > today ? layout->theme->dim : layout->theme->text, month->x, y, 0);
  }
}

static void
draw_weekday_names (Painter *self, LumDay today)
{
  LumYearLayout *layout = &self->layout;
  double middle = (layout->pitch - layout->gap) / 2;
  int every = layout->pitch < 0.88 * layout->line_height ? 2 : 1;

  if (layout->by_weeks) {
    for (int i = 0; i < 7; i += every)
      lum_text_draw (layout->text, self->cr, layout->weekdays[i], LUM_TEXT_PLAIN, layout->theme->dim,
                     layout->left - 0.5 * layout->line_height,
                     layout->top + i * layout->pitch + middle - layout->line_height / 2, 1);
    return;
  }
  for (int m = 0; m < layout->n_months && layout->weekdays[0] && layout->months[m].first <= today; m++)
    for (int i = 0; i < 7; i++)
      lum_text_draw (layout->text, self->cr, layout->weekdays[i], LUM_TEXT_PLAIN, layout->theme->dim,
                     layout->months[m].x + i * layout->pitch + middle, layout->months[m].y - 1.1 * layout->line_height,
                     0.5);
}

/* By weeks, a thin line runs in the gaps between the last days of a month and the first of the next. */
static void
draw_month_lines (Painter *self, LumDay today)
{
  const LumYearLayout *layout = &self->layout;
  cairo_t *cr = self->cr;
  double half = layout->gap / 2;

  if (!layout->by_weeks)
    return;
  lum_color_set (cr, layout->theme->axis);
  cairo_set_line_width (cr, layout->theme->line);
  for (int i = 1; i < 12 && layout->months[i].first <= today; i++) {
    int place = layout->months[i].first - layout->origin;
    double left = round (layout->left + place / 7 * layout->pitch) - half;
    double right = round (layout->left + (place / 7 + 1) * layout->pitch) - half;
    double top = layout->top, y = round (layout->top + place % 7 * layout->pitch) - half;

    if (place % 7 == 0) {
      cairo_move_to (cr, left, top - half);
    } else {
      cairo_move_to (cr, right, top - half);
      cairo_line_to (cr, right, y);
      cairo_line_to (cr, left, y);
    }
    cairo_line_to (cr, left, round (layout->top + 7 * layout->pitch) - half);
    cairo_stroke (cr);
  }
}

static void
draw_key (Painter *self)
{
  static const Cell cells[LUM_N_YEAR_KEYS] = {
      [LUM_YEAR_KEY_PAIN_0] = {.score = 1},
      [LUM_YEAR_KEY_PAIN_1] = {.score = 3},
      [LUM_YEAR_KEY_PAIN_2] = {.score = 5},
      [LUM_YEAR_KEY_PAIN_3] = {.score = 10},
      [LUM_YEAR_KEY_NO_SCORE] = {.score = NAN},
      [LUM_YEAR_KEY_RECALLED] = {.score = 5, .recalled = TRUE},
      [LUM_YEAR_KEY_RUN] = {.score = NAN, .ran = TRUE},
      [LUM_YEAR_KEY_TODAY] = {.score = NAN},
  };
  LumYearLayout *layout = &self->layout;
  guint marks = self->marks;

  for (guint i = 0; i < LUM_N_YEAR_KEYS; i++) {
    const LumYearKeyEntry *entry = &layout->key[i];

    /* Its text says which scores a colour stands for. */
    draw_cell (self, &entry->cell, &cells[i], FALSE);
    if (i == LUM_YEAR_KEY_TODAY)
      draw_ring (self, &entry->cell, 1.5 * layout->theme->line);
    lum_text_draw (layout->text, self->cr, entry->text, LUM_TEXT_PLAIN, layout->theme->dim, entry->text_x,
                   entry->text_y, 0);
  }
  self->marks = marks;
}

static void
painter_init (Painter *self, cairo_t *cr, const LumChartRect *rect, const LumYearView *view)
{
  *self = (Painter){.cr = cr};
  lum_year_layout_init (&self->layout, rect, view);
  cairo_save (cr);
}

static void
painter_clear (Painter *self)
{
  cairo_restore (self->cr);
  lum_year_layout_clear (&self->layout);
  for (guint i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    g_free (self->numbers[i]);
}

/**
 * lum_year_draw:
 * @rect: where, in units of the surface; lum_year_measure_height() says what a width needs
 * @stats: (out) (optional): what was drawn: a mark a day, and one a day with a run
 *
 * Draws a year: what it costs is one year, whatever the journal holds. The background is the caller's
 * (lum_chart_get_background()). A day without a score is an empty cell, a day to come is none.
 */
void
lum_year_draw (const LumChart *chart,
               cairo_t *cr,
               const LumChartRect *rect,
               const LumYearView *view,
               LumChartStats *stats)
{
  Painter painter;

  g_return_if_fail (chart != NULL && cr != NULL && rect != NULL && view != NULL);

  painter_init (&painter, cr, rect, view);
  draw_month_names (&painter, chart->series->last);
  draw_weekday_names (&painter, chart->series->last);
  draw_month_lines (&painter, chart->series->last);
  draw_days (&painter, chart->series);
  draw_key (&painter);
  if (stats)
    *stats = (LumChartStats){.marks = painter.marks};
  painter_clear (&painter);
}

/* The read-out stands below its cell, or above where there is no room, and never beyond the edges. */
static LumChartRect
place_readout (Painter *self, const LumChartRect *rect, const LumChartRect *cell, const char *text, double pad)
{
  LumYearLayout *layout = &self->layout;
  double most = MIN (rect->width - 2 * pad, READOUT_LINES * layout->line_height);
  double width = ceil (MIN (lum_text_measure (layout->text, text, LUM_TEXT_PLAIN), most)) + 1;
  LumChartRect box = {.width = width + 2 * pad, .height = lum_text_measure_block (layout->text, text, width) + 2 * pad};

  box.x = CLAMP (cell->x + cell->width / 2 - box.width / 2, rect->x, MAX (rect->x + rect->width - box.width, rect->x));
  box.y = cell->y + cell->height + pad;
  if (box.y + box.height > rect->y + MAX (rect->height, layout->height))
    box.y = MAX (cell->y - pad - box.height, rect->y);
  return box;
}

/**
 * lum_year_draw_cursor:
 *
 * A ring around a day and a read-out of it. It is apart from lum_year_draw(), so that the year below need not be drawn
 * anew when the pointer moves. A day of another year draws nothing.
 */
void
lum_year_draw_cursor (const LumChart *chart, cairo_t *cr, const LumChartRect *rect, const LumYearView *view, LumDay day)
{
  Painter painter;
  const LumChartTheme *theme;
  LumChartRect cell;

  g_return_if_fail (chart != NULL && cr != NULL && rect != NULL && view != NULL);

  painter_init (&painter, cr, rect, view);
  theme = painter.layout.theme;
  if (lum_year_layout_has_day (&painter.layout, day)) {
    g_autofree char *text = lum_year_describe_day (chart, view, day);
    double pad = painter.layout.line_height * 0.45;
    LumChartRect box;

    cell = lum_year_layout_get_cell (&painter.layout, day);
    draw_ring (&painter, &cell, 2.5 * theme->line);
    box = place_readout (&painter, rect, &cell, text, pad);
    fill_cell (&painter, &box, theme->halo);
    stroke_cell (&painter, &box, theme->axis, theme->line);
    lum_text_draw_block (painter.layout.text, cr, text, theme->text, box.x + pad, box.y + pad, box.width - 2 * pad,
                         PANGO_ALIGN_LEFT);
  }
  painter_clear (&painter);
}

/* --- geometry --- */

/**
 * lum_year_measure_height:
 *
 * How high a year is at a width, with its key. It depends on the calendar, the locale and the text's size, not on
 * what is logged.
 *
 * Returns: units of the surface
 */
double
lum_year_measure_height (const LumYearView *view, double width)
{
  LumYearLayout layout;
  double height;

  g_return_val_if_fail (view != NULL, 0);

  lum_year_layout_init (&layout, &(LumChartRect){0, 0, width, 0}, view);
  height = layout.height;
  lum_year_layout_clear (&layout);
  return height;
}

/**
 * lum_year_is_by_weeks:
 *
 * Returns: whether a column is a week, so that the next day is below; else the next day is to the right
 */
gboolean
lum_year_is_by_weeks (const LumChartRect *rect, const LumYearView *view)
{
  LumYearLayout layout;
  gboolean by_weeks;

  g_return_val_if_fail (rect != NULL && view != NULL, FALSE);

  lum_year_layout_init (&layout, rect, view);
  by_weeks = layout.by_weeks;
  lum_year_layout_clear (&layout);
  return by_weeks;
}

/**
 * lum_year_get_cell:
 * @cell: (out): where the day is
 *
 * Returns: whether the day has a place in this year; else @cell is left alone
 */
gboolean
lum_year_get_cell (const LumChartRect *rect, const LumYearView *view, LumDay day, LumChartRect *cell)
{
  LumYearLayout layout;
  gboolean found;

  g_return_val_if_fail (rect != NULL && view != NULL && cell != NULL, FALSE);

  lum_year_layout_init (&layout, rect, view);
  found = lum_year_layout_has_day (&layout, day);
  if (found)
    *cell = lum_year_layout_get_cell (&layout, day);
  lum_year_layout_clear (&layout);
  return found;
}

/**
 * lum_year_day_at:
 *
 * The day at a place: what lum_year_get_cell() places is found there.
 *
 * Returns: a day of the year, also one to come, or %LUM_DAY_NONE beside the cells
 */
LumDay
lum_year_day_at (const LumChartRect *rect, const LumYearView *view, double x, double y)
{
  LumYearLayout layout;
  LumDay day;

  g_return_val_if_fail (rect != NULL && view != NULL, LUM_DAY_NONE);

  lum_year_layout_init (&layout, rect, view);
  day = lum_year_layout_find_day (&layout, x, y);
  lum_year_layout_clear (&layout);
  return day;
}
