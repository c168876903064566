/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-page-builder.h"

/* The appendix: what did not fit the page, whole, and the parts that were chosen; as many pages as they need. */

#define PART_GAP 12.0
#define HEADING_GAP 3.0
#define PARAGRAPH_GAP 3.0
#define FEWEST_ROWS 3        /* below the titles, before a break */
#define FEWEST_LINES 2       /* of a text, on either side of a break */
#define FEWEST_SPLIT_LINES 3 /* of a row that is higher than a page */

static gboolean
has_room (const LumPageBuilder *self, double height)
{
  return self->y + height <= self->bottom + 1e-6;
}

/* Whose page it is, and of when: a loose page can be filed, too (RP-2). It is in the structure once. */
static void
begin_page (LumPageBuilder *self, gboolean is_first)
{
  const LumReportInput *input = self->input;
  g_autofree char *range = lum_report_format_range (input->first, input->last, LUM_DAY_NONE);
  /* Translators: the title of the file, and of each page of the appendix; %s is the period */
  g_autofree char *text = g_strdup_printf (_ ("Low-back and running diary, %s"), range);
  double width = self->right - self->left, height, text_height, title_width;
  PangoLayout *layout;

  lum_page_builder_begin_page (self);
  layout = lum_page_text_new (text, LUM_PAGE_TEXT_DIM, -1);
  title_width = MIN (lum_page_text_get_width (layout), width * 0.6);
  g_object_unref (layout);
  height = lum_page_builder_add_field (self, C_ ("of a person", "Name"), input->options.name, self->left,
                                       self->right - title_width - 20);
  text_height = lum_page_builder_add_text (self, "P", text, LUM_PAGE_TEXT_DIM, self->right - title_width - 0.5, self->y,
                                           title_width + 0.5);
  for (guint i = 0; !is_first && i < self->page->len; i++)
    ((LumPageItem *) g_ptr_array_index (self->page, i))->tag = NULL;
  self->y += MAX (height, text_height) + 4;
  lum_page_builder_add_rule (self, self->left, self->y, width);
  self->y += 8;
}

/* --- texts --- */

/* A paragraph over as many pages as it needs, without a single line on either side of a break. */
static void
add_paragraph (LumPageBuilder *self, PangoLayout *layout, const double *lines, int n_lines)
{
  int line = 0;

  while (line < n_lines) {
    int n = 0, left;

    while (line + n < n_lines && has_room (self, lines[line + n + 1] - lines[line]))
      n++;
    left = n_lines - line - n;
    if (left > 0 && left < FEWEST_LINES && n > FEWEST_LINES)
      n -= FEWEST_LINES - left;
    if (left > 0 && n < FEWEST_LINES) {
      begin_page (self, FALSE);
      continue;
    }
    lum_page_builder_add_layout (self, "P", layout, self->left, self->y, line, n);
    self->y += lines[line + n] - lines[line];
    line += n;
    if (line < n_lines)
      begin_page (self, FALSE);
  }
  self->y += PARAGRAPH_GAP;
}

static void
add_paragraphs (LumPageBuilder *self, const char *text, LumPageTextStyle style)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (char **paragraph = paragraphs; *paragraph; paragraph++) {
    PangoLayout *layout = lum_page_text_new (*paragraph, style, self->right - self->left);
    int n_lines;
    g_autofree double *lines = lum_page_text_measure_lines (layout, &n_lines);

    add_paragraph (self, layout, lines, n_lines);
    g_object_unref (layout);
  }
}

/* --- tables --- */

typedef struct {
  LumPageBuilder *builder;
  LumPageTable *laid;
  int n_rows;
  GArray *lines, *next; /* of the row at hand, and of the one after it */
  double head_height;
  int head_lines;
  double top; /* where rows begin on a page of their own */
} Rows;

static double
get_height (const GArray *lines)
{
  return g_array_index (lines, double, lines->len - 1) + 2 * LUM_PAGE_TABLE_PADDING;
}

static void
add_row (Rows *self, int row, int first_line, int n_lines, double height, const char *tag)
{
  LumPageBuilder *builder = self->builder;
  LumPageItem *item = lum_page_builder_add (builder, LUM_PAGE_ITEM_ROW, tag, builder->left, builder->y,
                                            builder->right - builder->left, height);

  item->table = lum_page_table_ref (self->laid);
  item->row = row;
  item->first_line = first_line;
  item->n_lines = n_lines;
  builder->y += height;
}

/* The titles again, on a new page; the structure has them already. */
static void
begin_page_of_rows (Rows *self)
{
  begin_page (self->builder, FALSE);
  add_row (self, LUM_PAGE_TABLE_HEAD, 0, self->head_lines, self->head_height, NULL);
  self->top = self->builder->y;
}

/* A row that no page holds is broken between its lines. */
static void
add_tall_row (Rows *self, int row)
{
  LumPageBuilder *builder = self->builder;
  const double *lines = (const double *) (gpointer) self->lines->data;
  int n_lines = (int) self->lines->len - 1, line = 0;

  while (line < n_lines) {
    int n = 0;

    while (line + n < n_lines && has_room (builder, lines[line + n + 1] - lines[line] + 2 * LUM_PAGE_TABLE_PADDING))
      n++;
    if (n < MIN (FEWEST_SPLIT_LINES, n_lines - line) && builder->y > self->top) {
      begin_page_of_rows (self);
      continue;
    }
    n = MAX (n, 1);
    add_row (self, row, line, n, lines[line + n] - lines[line] + 2 * LUM_PAGE_TABLE_PADDING, "TR");
    line += n;
    if (line < n_lines)
      begin_page_of_rows (self);
  }
}

static void
add_one_row (Rows *self, int row)
{
  LumPageBuilder *builder = self->builder;
  double height, together, page = builder->bottom - LUM_PAGE_MARGIN - self->head_height - 30;

  lum_page_table_measure_row (self->laid, row, self->lines);
  height = together = get_height (self->lines);
  if (height > page) {
    add_tall_row (self, row);
    return;
  }
  /* The last row does not stand alone on its page. */
  if (row == self->n_rows - 2) {
    lum_page_table_measure_row (self->laid, row + 1, self->next);
    if (height + get_height (self->next) <= page)
      together += get_height (self->next);
  }
  if (!has_room (builder, together) && builder->y > self->top)
    begin_page_of_rows (self);
  add_row (self, row, 0, (int) self->lines->len - 1, height, "TR");
}

/* How high the titles and the first rows are: they are not parted from their heading. */
static double
measure_beginning (Rows *self)
{
  double height = self->head_height;

  for (int row = 0; row < MIN (self->n_rows, FEWEST_ROWS); row++) {
    lum_page_table_measure_row (self->laid, row, self->next);
    height += get_height (self->next);
  }
  return MIN (height, (self->builder->bottom - LUM_PAGE_MARGIN) / 3);
}

static void
add_rows (Rows *self)
{
  LumPageBuilder *builder = self->builder;

  lum_page_builder_add (builder, LUM_PAGE_ITEM_BEGIN, "Table", builder->left, builder->y, 0, 0);
  add_row (self, LUM_PAGE_TABLE_HEAD, 0, self->head_lines, self->head_height, "TR");
  self->top = builder->y;
  for (int row = 0; row < self->n_rows; row++)
    add_one_row (self, row);
  lum_page_builder_add (builder, LUM_PAGE_ITEM_END, "Table", builder->left, builder->y, 0, 0);
}

static void
rows_init (Rows *self, LumPageBuilder *builder, LumReportTable *table)
{
  *self = (Rows){
      .builder = builder,
      .laid = lum_page_table_new (table, builder->right - builder->left),
      .n_rows = (int) lum_report_table_get_n_rows (table),
      .lines = g_array_new (FALSE, FALSE, sizeof (double)),
      .next = g_array_new (FALSE, FALSE, sizeof (double)),
  };
  lum_page_table_measure_row (self->laid, LUM_PAGE_TABLE_HEAD, self->lines);
  self->head_height = get_height (self->lines);
  self->head_lines = (int) self->lines->len - 1;
}

static void
rows_clear (Rows *self)
{
  lum_page_table_end (self->laid);
  lum_page_table_unref (self->laid);
  g_array_unref (self->lines);
  g_array_unref (self->next);
}

/* --- parts --- */

static double
measure_text (const LumPageBuilder *self, const char *text, LumPageTextStyle style, int most_lines)
{
  PangoLayout *layout = lum_page_text_new (text, style, self->right - self->left);
  double height = lum_page_text_get_height (layout, 0, MIN (most_lines, pango_layout_get_line_count (layout)));

  g_object_unref (layout);
  return height;
}

static void
add_heading (LumPageBuilder *self, const char *label, double with)
{
  guint at;

  if (!has_room (self, measure_text (self, label, LUM_PAGE_TEXT_HEADING, G_MAXINT) + HEADING_GAP + with))
    begin_page (self, FALSE);
  at = self->page->len;
  self->y += lum_page_builder_add_text (self, "H2", label, LUM_PAGE_TEXT_HEADING, self->left, self->y,
                                        self->right - self->left) +
             HEADING_GAP;
  ((LumPageItem *) g_ptr_array_index (self->page, at))->outline = label;
}

static void
add_table_part (LumPageBuilder *self, const char *label, LumReportTable *table)
{
  const char *note = lum_report_table_get_note (table);
  Rows rows;

  rows_init (&rows, self, table);
  add_heading (self, label,
               measure_beginning (&rows) + (note ? measure_text (self, note, LUM_PAGE_TEXT_DIM, G_MAXINT) : 0));
  if (note)
    add_paragraphs (self, note, LUM_PAGE_TEXT_DIM);
  add_rows (&rows);
  rows_clear (&rows);
}

static void
add_part (LumPageBuilder *self, const LumPageBlock *block)
{
  const char *label = _ (block->part->label), *text = block->text ? block->text : _ (block->part->absent);

  if (block->table) {
    add_table_part (self, label, block->table);
  } else {
    LumPageTextStyle style = block->text ? LUM_PAGE_TEXT_PLAIN : LUM_PAGE_TEXT_QUIET;

    add_heading (self, label, measure_text (self, text, style, FEWEST_LINES));
    add_paragraphs (self, text, style);
  }
  self->y += PART_GAP;
}

/**
 * lum_page_add_appendix:
 * @blocks: (element-type LumPageBlock): those of the page; what was shortened is here whole
 * @chosen: (element-type LumPageBlock): those that only stand here
 *
 * Adds the pages of the appendix, if there is anything for it.
 */
void
lum_page_add_appendix (LumPageBuilder *self, const GArray *blocks, const GArray *chosen)
{
  gboolean any = chosen->len > 0;

  for (guint i = 0; i < blocks->len; i++)
    any |= g_array_index (blocks, LumPageBlock, i).shown < g_array_index (blocks, LumPageBlock, i).n_lines;
  if (!any)
    return;

  begin_page (self, TRUE);
  self->y += lum_page_builder_add_text (self, "H1", _ ("Appendix"), LUM_PAGE_TEXT_TITLE, self->left, self->y,
                                        self->right - self->left) +
             6;
  for (guint i = 0; i < blocks->len; i++) {
    const LumPageBlock *block = &g_array_index (blocks, LumPageBlock, i);

    if (block->shown < block->n_lines)
      add_part (self, block);
  }
  for (guint i = 0; i < chosen->len; i++)
    add_part (self, &g_array_index (chosen, LumPageBlock, i));
}
