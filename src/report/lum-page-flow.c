/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-page-flow.h"

#include "lum-i18n.h"
#include "lum-page-builder.h"

#define LABEL_WIDTH 82.0
#define PART_GAP 4.5
#define MIN_CHART 170.0
#define MAX_CHART 430.0

/**
 * lum_page_flow_get_size:
 *
 * The size of a paper in points.
 */
void
lum_page_flow_get_size (LumPaper paper, double *width, double *height)
{
  *width = paper == LUM_PAPER_LETTER ? 612 : 210 / 25.4 * 72;
  *height = paper == LUM_PAPER_LETTER ? 792 : 297 / 25.4 * 72;
}

/**
 * lum_page_get_chart_view:
 *
 * What the report's chart shows: the period, with a week before a bout, and four weeks at the least.
 */
LumChartView
lum_page_get_chart_view (const LumReportInput *input)
{
  LumDay first = input->of_bout ? input->first - 7 : input->first;
  LumChartView view = {
      .first = MIN (first, input->last - 27),
      .last = input->last,
      .load = LUM_CHART_LOAD_DISTANCE,
      .units = input->options.units,
      .week_start = input->options.week_start,
      .font_scale = 1,
      .theme = input->options.grey ? LUM_CHART_THEME_PRINT_GREY : LUM_CHART_THEME_PRINT,
  };

  return view;
}

static double
get_text_width (const LumPageBuilder *builder)
{
  return builder->right - builder->left - LABEL_WIDTH;
}

static void
clear_block (gpointer data)
{
  LumPageBlock *block = data;

  g_clear_object (&block->layout);
  g_clear_pointer (&block->lines, g_free);
  g_clear_pointer (&block->table, lum_report_table_unref);
  g_clear_pointer (&block->text, g_free);
}

static char *
make_label (const LumReportPart *part)
{
  return g_utf8_strup (_ (part->label), -1);
}

static double
measure_label (const LumReportPart *part)
{
  g_autofree char *label = make_label (part);
  PangoLayout *layout = lum_page_text_new (label, LUM_PAGE_TEXT_LABEL, LABEL_WIDTH - 6);
  double height = lum_page_text_get_height (layout, 0, pango_layout_get_line_count (layout));

  g_object_unref (layout);
  return height;
}

/* What is open of the safety check stands out, in grey, too. */
static void
lay_out (LumPageBlock *block, double width)
{
  LumPageTextStyle style = block->part->always ? LUM_PAGE_TEXT_BOLD : LUM_PAGE_TEXT_PLAIN;

  block->layout = block->text ? lum_page_text_new (block->text, style, width)
                              : lum_page_text_new (_ (block->part->absent), LUM_PAGE_TEXT_QUIET, width);
  block->lines = lum_page_text_measure_lines (block->layout, &block->n_lines);
  block->shown = block->n_lines;
  block->label_height = measure_label (block->part);
}

static GArray *
build_blocks (const LumPageBuilder *builder, const LumReportPart *parts, gboolean appendix)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (LumPageBlock));

  g_array_set_clear_func (blocks, clear_block);
  for (const LumReportPart *part = parts; part->id; part++) {
    LumPageBlock block = {.part = part};

    if (!part->always && !lum_report_input_shows (builder->input, part->id, appendix))
      continue;
    if (part->build_table)
      block.table = part->build_table (builder->input);
    else
      block.text = part->build (builder->input);
    if (!block.text && !block.table && !part->absent)
      continue;
    if (!appendix)
      lay_out (&block, get_text_width (builder));
    g_array_append_val (blocks, block);
  }
  return blocks;
}

static double
get_block_height (const LumPageBlock *block, int shown, double more_height)
{
  double height = block->lines[shown] + (shown < block->n_lines ? more_height : 0);

  return MAX (height, block->label_height) + PART_GAP;
}

/* How many lines of a part are on the page where none has more than @most. */
static int
get_shown (const LumPageBlock *block, int most)
{
  int shown = MIN (block->n_lines, most);

  /* The line that says where it goes on would hold the one that is left. */
  return shown == block->n_lines - 1 ? MAX (shown - 1, 1) : shown;
}

static double
get_blocks_height (const GArray *blocks, int most, double more_height)
{
  double height = 0;

  for (guint i = 0; i < blocks->len; i++) {
    const LumPageBlock *block = &g_array_index (blocks, LumPageBlock, i);

    height += get_block_height (block, get_shown (block, most), more_height);
  }
  return height;
}

/* Takes lines off the longest parts until all fit; what is taken off stands in the appendix, in the same size.
 * Returns how high they then are. */
static double
shorten (GArray *blocks, double room, double more_height)
{
  int fits = 1, too_many = 2;

  for (guint i = 0; i < blocks->len; i++)
    too_many = MAX (too_many, g_array_index (blocks, LumPageBlock, i).n_lines + 1);
  while (too_many - fits > 1) {
    int most = fits + (too_many - fits) / 2;

    if (get_blocks_height (blocks, most, more_height) <= room)
      fits = most;
    else
      too_many = most;
  }
  for (guint i = 0; i < blocks->len; i++) {
    LumPageBlock *block = &g_array_index (blocks, LumPageBlock, i);

    block->shown = get_shown (block, fits);
  }
  return get_blocks_height (blocks, fits, more_height);
}

/* A part beside its label, and where it goes on, if it does. */
static void
add_block (LumPageBuilder *builder, const LumPageBlock *block, const char *more)
{
  g_autofree char *label = make_label (block->part);
  guint at = builder->page->len;
  /* Half a point brings the smaller text onto the same base line. */
  double label_height = lum_page_builder_add_text (builder, "H2", label, LUM_PAGE_TEXT_LABEL, builder->left,
                                                   builder->y + 0.5, LABEL_WIDTH - 6);
  double height = lum_page_builder_add_layout (builder, "P", block->layout, builder->left + LABEL_WIDTH, builder->y, 0,
                                               block->shown)
                      ->rect.height;

  ((LumPageItem *) g_ptr_array_index (builder->page, at))->outline = _ (block->part->label);
  if (block->shown < block->n_lines)
    height += lum_page_builder_add_text (builder, "P", more, LUM_PAGE_TEXT_DIM, builder->left + LABEL_WIDTH,
                                         builder->y + height, get_text_width (builder));
  builder->y += MAX (label_height, height) + PART_GAP;
}

static void
add_chart (LumPageBuilder *builder, double height)
{
  LumPageItem *item;

  builder->y += 4;
  item = lum_page_builder_add (builder, LUM_PAGE_ITEM_CHART, "Figure", builder->left, builder->y,
                               builder->right - builder->left, height - 8);
  item->outline = _ ("Chart");
  builder->y += height;
}

static void
add_first_page (LumPageBuilder *builder, GArray *blocks, const char *more, double foot_height)
{
  PangoLayout *layout = lum_page_text_new (more, LUM_PAGE_TEXT_DIM, get_text_width (builder));
  double more_height = lum_page_text_get_height (layout, 0, 1);
  double room = builder->bottom - foot_height - builder->y - 8, chart;
  gboolean drawn = !lum_report_input_shows (builder->input, LUM_REPORT_CHART, FALSE);

  g_object_unref (layout);
  chart = room - shorten (blocks, room - (drawn ? 0 : MIN_CHART), more_height);
  chart = CLAMP (chart, MIN_CHART, MAX_CHART);
  for (guint i = 0; i < blocks->len; i++) {
    const LumPageBlock *block = &g_array_index (blocks, LumPageBlock, i);

    if (!drawn && block->part->after_chart) {
      add_chart (builder, chart);
      drawn = TRUE;
    }
    add_block (builder, block, more);
  }
  if (!drawn)
    add_chart (builder, chart);
}

/* The disclaimer on the first page (A33–A35), and page numbers where there are several. */
static void
add_feet (LumPageBuilder *builder, PangoLayout *disclaimer, double height)
{
  double baseline = builder->height - LUM_PAGE_MARGIN + 6, width = builder->right - builder->left;

  for (guint i = 0; i < builder->pages->len; i++) {
    g_autofree char *number = NULL;

    builder->page = g_ptr_array_index (builder->pages, i);
    if (i == 0) {
      lum_page_builder_add_rule (builder, builder->left, builder->bottom - height + 2, width);
      lum_page_builder_add_layout (builder, "P", disclaimer, builder->left, builder->bottom - height + 6, 0,
                                   pango_layout_get_line_count (disclaimer));
    }
    if (builder->pages->len < 2)
      continue;
    /* Translators: the number of a page and how many there are */
    number = g_strdup_printf (_ ("Page %1$u of %2$u"), i + 1, builder->pages->len);
    lum_page_builder_add_text (builder, NULL, number, LUM_PAGE_TEXT_DIM, builder->left, baseline, width);
  }
}

/**
 * lum_page_flow:
 * @width, @height: of the paper, in points
 *
 * Lays the report out: one page in RP-1's order at 9 points or more, whose chart takes what room is left; what does
 * not fit goes on in an appendix (RP-2).
 *
 * Returns: (transfer full) (element-type GPtrArray): pages of #LumPageItem
 */
GPtrArray *
lum_page_flow (const LumReportInput *input, double width, double height)
{
  LumPageBuilder builder;
  g_autoptr (GArray) blocks = NULL, chosen = NULL;
  PangoLayout *disclaimer;
  double foot_height;

  lum_page_builder_init (&builder, input, width, height);
  lum_page_add_head (&builder);
  blocks = build_blocks (&builder, lum_report_parts, FALSE);
  chosen = build_blocks (&builder, lum_report_appendix_parts, TRUE);
  disclaimer = lum_page_text_new (_ ("A diary, not a diagnosis, and no substitute for talking with a doctor; always "
                                     "talk with your doctor about diagnosis and treatment. Patient’s own diary. Not "
                                     "reviewed by a clinician."),
                                  LUM_PAGE_TEXT_DIM, builder.right - builder.left);
  foot_height = lum_page_text_get_height (disclaimer, 0, pango_layout_get_line_count (disclaimer)) + 8;
  add_first_page (&builder, blocks, _ ("… whole in the appendix."), foot_height);
  lum_page_add_appendix (&builder, blocks, chosen);
  add_feet (&builder, disclaimer, foot_height);
  g_object_unref (disclaimer);
  return builder.pages;
}
