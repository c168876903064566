/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-year-layout.h"

#include <math.h>
#include <string.h>

#include "lum-axis.h"
#include "lum-i18n.h"

#define FONT_SIZE 12.0
#define LEAST_WEEK_CELL 12.0 /* at 100 % text: below it, months stand in blocks */
#define NUMBER_CELL 15.0     /* from here on a number is read in a cell */
#define MOST_CELL 34.0
#define SMALLEST_CELL 3.0 /* however little room a surface has */
#define NUMBER_SHARE 0.58 /* of a cell: the size of its number */
#define MOST_NUMBER 13.0
#define FIGURE_HEIGHT 0.7 /* of the em */
#define MOST_BLOCKS 4
#define LEAST_BLOCKS 2
#define LEAST_INITIALS 4 /* of seven letters, how many must differ to say which day is which */

static double
get_scale (const LumYearLayout *self)
{
  return self->view->font_scale > 0 ? self->view->font_scale : 1;
}

/* How many days a weekday comes after the first one of the week. */
static int
get_place_in_week (const LumYearLayout *self, LumDay day)
{
  return (lum_day_get_weekday (day) - self->view->week_start + 7) % 7;
}

/* Whole rows of blocks that are all to come would only be scrolled over. */
static int
count_months (const LumYearLayout *self)
{
  int n = 0;

  if (self->by_weeks || self->view->today == LUM_DAY_NONE)
    return 12;
  while (n < 12 && (n == 0 || self->months[n].first <= self->view->today))
    n += self->across;
  return MIN (n, 12);
}

static void
init_calendar (LumYearLayout *self)
{
  self->first = lum_day_from_ymd (self->view->year, 1, 1);
  self->last = lum_day_from_ymd (self->view->year, 12, 31);
  self->origin = self->first - get_place_in_week (self, self->first);
  for (int i = 0; i < 12; i++) {
    LumYearMonth *month = &self->months[i];

    month->first = lum_day_from_ymd (self->view->year, i + 1, 1);
    month->lead = get_place_in_week (self, month->first);
  }
  for (int i = 0; i < 7; i++)
    self->weekdays[i] = lum_day_format (self->origin + i, LUM_DAY_FORMAT_WEEKDAY_ALONE);
}

static LumDay
get_month_end (const LumYearLayout *self, int month)
{
  return month < 11 ? self->months[month + 1].first : self->last + 1;
}

/* How many weeks a row of months touches at the most. */
static int
count_weeks (const LumYearLayout *self, int first_month)
{
  int most = 0;

  for (int i = first_month; i < MIN (first_month + self->across, 12); i++)
    most = MAX (most, (self->months[i].lead + get_month_end (self, i) - self->months[i].first + 6) / 7);
  return most;
}

static double
measure_weekdays (LumYearLayout *self)
{
  double widest = 0;

  for (int i = 0; i < 7; i++)
    widest = MAX (widest, lum_text_measure (self->text, self->weekdays[i], LUM_TEXT_PLAIN));
  return widest;
}

static char *
take_initial (const char *word)
{
  const char *end = g_utf8_next_char (word);

  if (!*word)
    return g_strdup ("");
  while (*end && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_strndup (word, (gsize) (end - word));
}

/* Above a month a weekday has no more room than a cell: its initial, unless the locale's are all alike. */
static void
shorten_weekdays (LumYearLayout *self)
{
  g_autoptr (GHashTable) different = g_hash_table_new (g_str_hash, g_str_equal);

  if (measure_weekdays (self) <= self->pitch - self->gap)
    return;
  for (int i = 0; i < 7; i++) {
    char *initial = take_initial (self->weekdays[i]);

    g_free (self->weekdays[i]);
    self->weekdays[i] = initial;
    g_hash_table_add (different, initial);
  }
  if (g_hash_table_size (different) >= LEAST_INITIALS && measure_weekdays (self) <= self->pitch)
    return;
  for (int i = 0; i < 7; i++)
    g_clear_pointer (&self->weekdays[i], g_free);
}

static double
get_block_gap (const LumYearLayout *self)
{
  return self->line_height;
}

/* Weeks as columns where their cells are large enough; else as many months in a row as leave room for numbers. */
static void
choose_shape (LumYearLayout *self, double width)
{
  double gutter = measure_weekdays (self) + 0.5 * self->line_height;

  self->across = (self->last - self->origin) / 7 + 1;
  self->pitch = (width - gutter) / self->across;
  self->by_weeks = self->pitch >= LEAST_WEEK_CELL * get_scale (self);
  if (self->by_weeks) {
    self->left = gutter;
  } else {
    for (self->across = MOST_BLOCKS; self->across >= LEAST_BLOCKS; self->across--) {
      self->pitch = (width - (self->across - 1) * get_block_gap (self)) / (7 * self->across);
      if (self->pitch >= NUMBER_CELL * get_scale (self) || self->across == LEAST_BLOCKS)
        break;
    }
  }
  self->pitch = CLAMP (self->pitch, SMALLEST_CELL, MOST_CELL * get_scale (self));
  self->n_months = count_months (self);
}

/* Places the cells below @y. Returns: where they end */
static double
place_weeks (LumYearLayout *self, double x, double y)
{
  self->left += x;
  self->top = y + 1.15 * self->line_height;
  for (int i = 0; i < 12; i++) {
    LumDay day = self->months[i].first - self->origin;

    /* A month's label begins where its first whole column does. */
    self->months[i].x = self->left + self->pitch * (i == 0 ? 0 : (day + 6) / 7);
    self->months[i].y = self->top;
  }
  return self->top + 7 * self->pitch;
}

static double
place_months (LumYearLayout *self, double x, double y)
{
  double block = 7 * self->pitch + get_block_gap (self);

  self->left = x;
  self->top = y;
  for (int i = 0; i < self->n_months; i += self->across) {
    y += (self->weekdays[0] ? 2.15 : 1.15) * self->line_height;
    for (int k = i; k < MIN (i + self->across, 12); k++) {
      self->months[k].x = x + (k - i) * block;
      self->months[k].y = y;
    }
    y += count_weeks (self, i) * self->pitch + 0.75 * self->line_height;
  }
  return y - 0.75 * self->line_height;
}

static void
fill_key (LumYearLayout *self)
{
  static const int from[] = {0, 2, 4, 6}, to[] = {1, 3, 5, 10}; /* PM-7 */

  for (int i = 0; i < LUM_N_PAIN_COLORS; i++) {
    g_autofree char *low = lum_format_number (from[i], 0);
    g_autofree char *high = lum_format_number (to[i], 0);

    self->key[LUM_YEAR_KEY_PAIN_0 + i].text =
        i == 0
            ? g_strdup_printf (
                  /* Translators: the first entry of the key of scores, from the lower to the higher one: "pain 0–1" */
                  C_ ("chart key", "pain %1$s–%2$s"), low, high)
            : g_strdup_printf (
                  /* Translators: an entry of the key of scores, from the lower to the higher one: "2–3" */
                  C_ ("chart key", "%1$s–%2$s"), low, high);
  }
  self->key[LUM_YEAR_KEY_NO_SCORE].text = g_strdup (C_ ("chart key", "no score"));
  self->key[LUM_YEAR_KEY_RECALLED].text = g_strdup (C_ ("chart key", "entered later"));
  self->key[LUM_YEAR_KEY_RUN].text = g_strdup (C_ ("chart key", "run"));
  self->key[LUM_YEAR_KEY_TODAY].text = g_strdup (C_ ("chart key", "today"));
}

/* The key below the cells, on as many lines as it takes. Returns: where it ends */
static double
place_key (LumYearLayout *self, const LumChartRect *rect, double y)
{
  double size = round (CLAMP (self->pitch - self->gap, 0.6 * self->line_height, self->line_height));
  double x = rect->x;
  double row = MAX (size, self->line_height) * 1.3;

  for (guint i = 0; i < LUM_N_YEAR_KEYS; i++) {
    LumYearKeyEntry *entry = &self->key[i];
    double width = size + 0.4 * self->line_height + lum_text_measure (self->text, entry->text, LUM_TEXT_PLAIN);

    if (x > rect->x && x + width > rect->x + rect->width) {
      x = rect->x;
      y += row;
    }
    entry->cell = (LumChartRect){round (x), round (y + (row - size) / 2), size, size};
    entry->text_x = x + size + 0.4 * self->line_height;
    entry->text_y = y + (row - self->line_height) / 2;
    x += width + 0.9 * self->line_height;
  }
  return y + row;
}

static double
place (LumYearLayout *self, const LumChartRect *rect)
{
  double y;

  self->gap = self->pitch >= 10 ? 2 : 1;
  y = self->by_weeks ? place_weeks (self, rect->x, rect->y) : place_months (self, rect->x, rect->y);
  return place_key (self, rect, y + 0.5 * self->line_height) - rect->y;
}

/* What there is of cells from top to bottom. */
static int
count_rows (const LumYearLayout *self)
{
  int rows = 0;

  if (self->by_weeks)
    return 7;
  for (int i = 0; i < self->n_months; i += self->across)
    rows += count_weeks (self, i);
  return rows;
}

/* A line of text has room for accents and descenders that figures have not; in a cell they stand by their own middle. */
static void
init_numbers (LumYearLayout *self, double size)
{
  PangoContext *context = lum_text_create_context ();
  PangoFontDescription *font = lum_text_create_font (size);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);

  self->numbers = lum_text_new (size);
  self->number_middle = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE - FIGURE_HEIGHT * size / 2;
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
  g_object_unref (context);
}

/**
 * lum_year_layout_init:
 * @self: (out caller-allocates): clear it with lum_year_layout_clear()
 * @rect: where; a height of 0 asks for what the width needs
 *
 * Lays a year out. Cells become smaller where the height is less than the width would need.
 */
void
lum_year_layout_init (LumYearLayout *self, const LumChartRect *rect, const LumYearView *view)
{
  double gutter;

  memset (self, 0, sizeof *self);
  self->view = view;
  self->theme = lum_chart_theme_get (view->theme);
  self->text = lum_text_new (FONT_SIZE * get_scale (self));
  self->line_height = lum_text_get_line_height (self->text);
  init_calendar (self);
  fill_key (self);
  choose_shape (self, rect->width);
  gutter = self->left;
  if (!self->by_weeks)
    shorten_weekdays (self);
  self->height = place (self, rect);
  if (rect->height > 0 && self->height > rect->height + 0.5) {
    self->pitch = MAX (self->pitch - (self->height - rect->height) / count_rows (self), SMALLEST_CELL);
    self->left = gutter;
    self->height = place (self, rect);
  }
  if (self->pitch >= NUMBER_CELL * get_scale (self))
    init_numbers (self, MIN (self->pitch * NUMBER_SHARE, MOST_NUMBER * get_scale (self)));
}

void
lum_year_layout_clear (LumYearLayout *self)
{
  lum_text_unref (self->text);
  g_clear_pointer (&self->numbers, lum_text_unref);
  for (int i = 0; i < 7; i++)
    g_clear_pointer (&self->weekdays[i], g_free);
  for (guint i = 0; i < LUM_N_YEAR_KEYS; i++)
    g_clear_pointer (&self->key[i].text, g_free);
}

/* --- both ways --- */

static int
get_month (LumDay day)
{
  int month;

  lum_day_to_ymd (day, NULL, &month, NULL);
  return month - 1;
}

/**
 * lum_year_layout_has_day:
 *
 * Returns: whether the day is of this year and of a month that has a place
 */
gboolean
lum_year_layout_has_day (const LumYearLayout *self, LumDay day)
{
  return day >= self->first && day < get_month_end (self, self->n_months - 1);
}

/**
 * lum_year_layout_get_cell:
 * @day: one that lum_year_layout_has_day()
 *
 * The place of a day. Its edges are whole units, so that cells are sharp and equally far apart.
 */
LumChartRect
lum_year_layout_get_cell (const LumYearLayout *self, LumDay day)
{
  double x = self->left, y = self->top;
  int column, row, place;

  if (self->by_weeks) {
    place = day - self->origin;
    column = place / 7;
    row = place % 7;
  } else {
    const LumYearMonth *month = &self->months[get_month (day)];

    place = month->lead + day - month->first;
    column = place % 7;
    row = place / 7;
    x = month->x;
    y = month->y;
  }

  double left = round (x + column * self->pitch), right = round (x + (column + 1) * self->pitch);
  double top = round (y + row * self->pitch), bottom = round (y + (row + 1) * self->pitch);

  return (LumChartRect){left, top, right - left - self->gap, bottom - top - self->gap};
}

/* Which of a row of cells, whose edges are rounded, has @x; the gap after a cell is its own. */
static int
find_place (double origin, double pitch, double x)
{
  int place = (int) floor ((x - origin) / pitch);

  if (x < round (origin + place * pitch))
    return place - 1;
  return x >= round (origin + (place + 1) * pitch) ? place + 1 : place;
}

/**
 * lum_year_layout_find_day:
 *
 * The inverse of lum_year_layout_get_cell().
 *
 * Returns: a day of the year, or %LUM_DAY_NONE where there is none
 */
LumDay
lum_year_layout_find_day (const LumYearLayout *self, double x, double y)
{
  if (self->by_weeks) {
    int column = find_place (self->left, self->pitch, x), row = find_place (self->top, self->pitch, y);
    LumDay day = self->origin + 7 * column + row;

    return row >= 0 && row < 7 && day >= self->first && day <= self->last ? day : LUM_DAY_NONE;
  }
  for (int i = 0; i < self->n_months; i++) {
    const LumYearMonth *month = &self->months[i];
    int column = find_place (month->x, self->pitch, x), row = find_place (month->y, self->pitch, y);
    LumDay day = month->first - month->lead + 7 * row + column;

    if (column >= 0 && column < 7 && row >= 0 && day >= month->first && day < get_month_end (self, i))
      return day;
  }
  return LUM_DAY_NONE;
}
