/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-page-table.h"

#include "lum-page-text.h"

#define LEAST_GAP 11.0
#define MOST_GAP 36.0
#define TITLE_WHOLE 150.0 /* up to here a title stays on one line where there is room, */
#define TITLE_WRAP 50.0   /* and up to here where there is not */
#define ROUNDING 0.5      /* a text as wide as its column is not broken */

/* A text in one piece. */
typedef struct {
  double width, height;
  int n_lines;
} Natural;

typedef struct {
  double x, width;
} Column;

struct _LumPageTable {
  LumReportTable *table;
  double width;
  guint n_columns;
  Column *columns;
  GHashTable *naturals; /* by the text's address; until lum_page_table_end() */
  PangoLayout *pen;     /* for cells; likewise */
};

static void
clear (gpointer data)
{
  LumPageTable *self = data;

  lum_page_table_end (self);
  lum_report_table_unref (self->table);
  g_free (self->columns);
}

static const Natural *
measure (LumPageTable *self, const char *text)
{
  Natural *natural = g_hash_table_lookup (self->naturals, text);
  PangoRectangle logical;

  if (natural)
    return natural;
  natural = g_new (Natural, 1);
  lum_page_text_set (self->pen, text, -1, FALSE);
  pango_layout_get_extents (self->pen, NULL, &logical);
  *natural = (Natural){(double) logical.width / PANGO_SCALE, (double) logical.height / PANGO_SCALE,
                       pango_layout_get_line_count (self->pen)};
  g_hash_table_insert (self->naturals, (gpointer) text, natural);
  return natural;
}

/* How wide a title makes its column: whole while it is short, else as wide as its longest word. */
static double
measure_title (const char *title, double most)
{
  PangoLayout *layout = lum_page_text_new (title, LUM_PAGE_TEXT_CELL_HEAD, -1);
  double whole = lum_page_text_get_width (layout), word;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  lum_page_text_set (layout, title, 1, FALSE);
  word = lum_page_text_get_width (layout);
  g_object_unref (layout);
  return whole <= most ? whole : MAX (word, TITLE_WRAP);
}

/* Takes width off the widest columns, down to a common one, until all fit. */
static void
narrow (Column *columns, guint n, double room)
{
  g_autofree gboolean *kept = g_new0 (gboolean, n);
  guint n_open = n;
  gboolean changed = TRUE;

  while (changed && n_open > 0) {
    double share = room / n_open;

    changed = FALSE;
    for (guint i = 0; i < n; i++)
      if (!kept[i] && columns[i].width <= share) {
        kept[i] = changed = TRUE;
        room -= columns[i].width;
        n_open--;
        share = room / MAX (n_open, 1);
      }
  }
  for (guint i = 0; i < n; i++)
    if (!kept[i])
      columns[i].width = room / n_open;
}

/* The columns' widths, and their sum. */
static double
measure_columns (LumPageTable *self, const double *cells, double title_whole)
{
  double sum = 0;

  for (guint c = 0; c < self->n_columns; c++) {
    double title = measure_title (lum_report_table_get_title (self->table, c), title_whole);

    self->columns[c].width = MAX (cells[c], title) + ROUNDING;
    sum += self->columns[c].width;
  }
  return sum;
}

static void
place_columns (LumPageTable *self)
{
  double x = 0, gap = LEAST_GAP, room, sum;
  guint n = self->n_columns;
  g_autofree double *cells = g_new0 (double, n);

  for (guint c = 0; c < n; c++)
    for (guint row = 0; row < lum_report_table_get_n_rows (self->table); row++)
      cells[c] = MAX (cells[c], measure (self, lum_report_table_get_cell (self->table, row, c))->width);
  room = self->width - gap * (n - 1);
  sum = measure_columns (self, cells, TITLE_WHOLE);
  if (sum > room)
    sum = measure_columns (self, cells, TITLE_WRAP);
  if (sum > room)
    narrow (self->columns, n, room);
  else if (n > 1)
    gap = MIN (MOST_GAP, gap + (room - sum) / (n - 1));
  for (guint c = 0; c < n; c++) {
    self->columns[c].x = lum_page_text_page_is_rtl () ? self->width - x - self->columns[c].width : x;
    x += self->columns[c].width + gap;
  }
}

/**
 * lum_page_table_new:
 * @width: what there is, in points
 *
 * Finds the columns' widths from all that stands in them. Every text is measured once.
 *
 * Returns: (transfer full): the table
 */
LumPageTable *
lum_page_table_new (LumReportTable *table, double width)
{
  LumPageTable *self = g_atomic_rc_box_new0 (LumPageTable);

  self->table = lum_report_table_ref (table);
  self->width = width;
  self->n_columns = lum_report_table_get_n_columns (table);
  self->columns = g_new0 (Column, self->n_columns);
  self->naturals = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->pen = lum_page_text_new ("", LUM_PAGE_TEXT_CELL, -1);
  place_columns (self);
  return self;
}

LumPageTable *
lum_page_table_ref (LumPageTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
lum_page_table_unref (LumPageTable *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * lum_page_table_end:
 *
 * Forgets what was only needed for measuring.
 */
void
lum_page_table_end (LumPageTable *self)
{
  g_clear_pointer (&self->naturals, g_hash_table_unref);
  g_clear_object (&self->pen);
}

guint
lum_page_table_get_n_columns (const LumPageTable *self)
{
  return self->n_columns;
}

static const char *
get_text (const LumPageTable *self, int row, guint column)
{
  return row == LUM_PAGE_TABLE_HEAD ? lum_report_table_get_title (self->table, column)
                                    : lum_report_table_get_cell (self->table, (guint) row, column);
}

static void
set_cell (const LumPageTable *self, PangoLayout *layout, int row, guint column)
{
  lum_page_text_set (layout, get_text (self, row, column), self->columns[column].width,
                     lum_report_table_get_align (self->table, column) == LUM_REPORT_ALIGN_END);
}

static PangoLayout *
create_pen (int row)
{
  return lum_page_text_new ("", row == LUM_PAGE_TABLE_HEAD ? LUM_PAGE_TEXT_CELL_HEAD : LUM_PAGE_TEXT_CELL, -1);
}

/**
 * lum_page_table_create_cell:
 *
 * A cell as it is drawn.
 *
 * Returns: (transfer full): its layout
 */
PangoLayout *
lum_page_table_create_cell (const LumPageTable *self, int row, guint column)
{
  PangoLayout *layout = create_pen (row);

  set_cell (self, layout, row, column);
  return layout;
}

/* Lines of a row stand beside each other, so that it can be broken between them: each is as high as its highest. */
static void
raise_lines (GArray *lines, const double *heights, int n_lines)
{
  double before = 0, end = g_array_index (lines, double, lines->len - 1);

  while (lines->len < (guint) n_lines + 1)
    g_array_append_val (lines, end);
  for (guint i = 1; i < lines->len; i++) {
    double *line = &g_array_index (lines, double, i);
    double own = *line - before, other = (int) i <= n_lines ? heights[i] - heights[i - 1] : 0;

    before = *line;
    *line = line[-1] + MAX (own, other);
  }
}

/**
 * lum_page_table_measure_row:
 * @lines: (out) (element-type double): the heights of its lines, added up, from 0; as many as lines, and one more
 *
 * Not after lum_page_table_end().
 */
void
lum_page_table_measure_row (LumPageTable *self, int row, GArray *lines)
{
  const double none = 0;

  g_array_set_size (lines, 0);
  g_array_append_val (lines, none);
  for (guint c = 0; c < self->n_columns; c++) {
    g_autofree double *heights = NULL;
    PangoLayout *layout;
    int n_lines;

    if (row != LUM_PAGE_TABLE_HEAD) {
      const Natural *natural = measure (self, get_text (self, row, c));

      if (natural->n_lines == 1 && natural->width <= self->columns[c].width) {
        raise_lines (lines, (const double[]){0, natural->height}, 1);
        continue;
      }
    }
    layout = lum_page_table_create_cell (self, row, c);
    heights = lum_page_text_measure_lines (layout, &n_lines);
    raise_lines (lines, heights, n_lines);
    g_object_unref (layout);
  }
}

static void
draw_rule (cairo_t *cr, double x, double y, double width, gboolean strong)
{
  double grey = strong ? 0.45 : 0.8;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, strong ? 0.6 : 0.4);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/**
 * lum_page_table_draw_row:
 * @row: the row, or LUM_PAGE_TABLE_HEAD
 * @first_line, @n_lines: of its cells, where a row goes on over a page
 * @height: of these lines, padding included
 * @tagged: whether its cells are part of the structure
 *
 * Draws a row with the line below it.
 */
void
lum_page_table_draw_row (const LumPageTable *self,
                         cairo_t *cr,
                         double x,
                         double y,
                         int row,
                         int first_line,
                         int n_lines,
                         double height,
                         gboolean tagged)
{
  PangoLayout *pen = create_pen (row);
  const char *tag = row == LUM_PAGE_TABLE_HEAD ? "TH" : "TD";

  for (guint c = 0; c < self->n_columns; c++) {
    if (tagged)
      cairo_tag_begin (cr, tag, NULL);
    if (*get_text (self, row, c)) {
      set_cell (self, pen, row, c);
      lum_page_text_draw (pen, cr, x + self->columns[c].x, y + LUM_PAGE_TABLE_PADDING, first_line, n_lines);
    }
    if (tagged)
      cairo_tag_end (cr, tag);
  }
  g_object_unref (pen);
  draw_rule (cr, x, y + height, self->width, row == LUM_PAGE_TABLE_HEAD);
}
