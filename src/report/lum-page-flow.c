/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-page-flow.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-page-text.h"

#define MARGIN 44.0
#define LABEL_WIDTH 82.0
#define PART_GAP 4.5
#define MIN_CHART 200.0
#define MAX_CHART 390.0
#define FEWEST_LINES 2

/* One part while the page is laid out. */
typedef struct {
  const LumReportPart *part;
  PangoLayout *layout;
  int n_lines; /* in all */
  int shown;   /* on the first page */
} Block;

typedef struct {
  const LumReportInput *input;
  double width, height; /* of the paper */
  double left, right, bottom;
  GPtrArray *pages;
  GPtrArray *page;
  double y;
} Flow;

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

static void
free_item (gpointer data)
{
  LumPageItem *item = data;

  g_clear_object (&item->layout);
  g_free (item);
}

static LumPageItem *
add_item (Flow *flow, LumPageItemKind kind, const char *tag, double x, double y, double width, double height)
{
  LumPageItem *item = g_new0 (LumPageItem, 1);

  item->kind = kind;
  item->tag = tag;
  item->rect = (LumChartRect){x, y, width, height};
  g_ptr_array_add (flow->page, item);
  return item;
}

/* Places lines of a layout; returns their height. */
static double
add_text (Flow *flow, const char *tag, PangoLayout *layout, double x, double y, int first_line, int n_lines)
{
  double height = lum_page_text_get_height (layout, first_line, n_lines);
  LumPageItem *item = add_item (flow, LUM_PAGE_ITEM_TEXT, tag, x, y, 0, height);

  item->layout = g_object_ref (layout);
  item->first_line = first_line;
  item->n_lines = n_lines;
  return height;
}

static double
add_line (Flow *flow, const char *tag, const char *text, LumPageTextStyle style, double x, double y, double width)
{
  PangoLayout *layout = lum_page_text_new (text, style, width);
  double height = add_text (flow, tag, layout, x, y, 0, pango_layout_get_line_count (layout));

  g_object_unref (layout);
  return height;
}

static void
add_rule (Flow *flow, double x, double y, double width)
{
  add_item (flow, LUM_PAGE_ITEM_RULE, NULL, x, y, width, 0);
}

static void
begin_page (Flow *flow)
{
  flow->page = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (flow->pages, flow->page);
  flow->y = MARGIN;
}

/* A field of the form's head: its label, and the value or a line to write on. */
static double
add_field (Flow *flow, const char *label, const char *value, double x, double right)
{
  PangoLayout *layout = lum_page_text_new (label, LUM_PAGE_TEXT_DIM, -1);
  double label_width = lum_page_text_get_width (layout) + 6;
  double height = add_text (flow, "P", layout, x, flow->y, 0, 1), value_height = 0;

  g_object_unref (layout);
  if (value && *value)
    value_height = add_line (flow, "P", value, LUM_PAGE_TEXT_BOLD, x + label_width, flow->y, right - x - label_width);
  else
    add_rule (flow, x + label_width, flow->y + height - 2, right - x - label_width);
  return MAX (height, value_height);
}

static void
add_head (Flow *flow)
{
  const LumReportInput *input = flow->input;
  double width = flow->right - flow->left;
  int logged = lum_report_input_count_logged (input), days = input->last - input->first + 1;
  g_autofree char *range = lum_report_format_range (input->first, input->last, LUM_DAY_NONE);
  g_autofree char *printed_on = lum_day_format (input->options.today, LUM_DAY_FORMAT_LONG);
  /* Translators: the period of the report and the day it was printed on */
  g_autofree char *period = g_strdup_printf (_ ("%1$s, printed %2$s"), range, printed_on);
  g_autofree char *count = g_strdup_printf (
      /* Translators: days with a score of the days of the period */
      ngettext ("self-reported, %1$d of %2$d day logged", "self-reported, %1$d of %2$d days logged", days), logged,
      days);
  const char *born = NULL;
  gsize n;
  const LumBackground *background = lum_diary_get_background (input->diary, &n);
  PangoLayout *right;
  double height, born_height, right_width, field_right;

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (background[i].fact, "birth-year") == 0)
      born = background[i].value;

  height = add_line (flow, "H1", _ ("LOW-BACK AND RUNNING DIARY"), LUM_PAGE_TEXT_TITLE, flow->left, flow->y, width);
  flow->y += height;
  height = add_line (flow, "P", _ ("kept by the patient"), LUM_PAGE_TEXT_PLAIN, flow->left, flow->y, width * 0.4);
  right = lum_page_text_new (period, LUM_PAGE_TEXT_PLAIN, -1);
  add_text (flow, "P", right, flow->right - lum_page_text_get_width (right), flow->y, 0, 1);
  g_object_unref (right);
  flow->y += height + 7;

  right = lum_page_text_new (count, LUM_PAGE_TEXT_PLAIN, -1);
  right_width = lum_page_text_get_width (right);
  add_text (flow, "P", right, flow->right - right_width, flow->y, 0, 1);
  g_object_unref (right);
  field_right = flow->right - right_width - 14;
  height = add_field (flow, C_ ("of a person", "Name"), input->options.name, flow->left,
                      flow->left + (field_right - flow->left) * 0.66);
  born_height =
      add_field (flow, C_ ("year of birth", "Born"), born, flow->left + (field_right - flow->left) * 0.7, field_right);
  flow->y += MAX (height, born_height) + 5;
  add_rule (flow, flow->left, flow->y, width);
  flow->y += 6;
}

static double
get_text_width (const Flow *flow)
{
  return flow->right - flow->left - LABEL_WIDTH;
}

static char *
make_label (const LumReportPart *part)
{
  return g_utf8_strup (_ (part->label), -1);
}

/* Lines of a block beside its label. */
static void
add_block (Flow *flow, const Block *block, const char *label, int first_line, int n_lines)
{
  double label_height = 0, height;

  if (label) {
    /* Half a point brings the smaller text onto the same base line. */
    label_height = add_line (flow, "H2", label, LUM_PAGE_TEXT_LABEL, flow->left, flow->y + 0.5, LABEL_WIDTH - 6);
    ((LumPageItem *) g_ptr_array_index (flow->page, flow->page->len - 1))->outline = _ (block->part->label);
  }
  height = add_text (flow, "P", block->layout, flow->left + LABEL_WIDTH, flow->y, first_line, n_lines);
  flow->y += MAX (label_height, height) + PART_GAP;
}

static void
clear_block (gpointer data)
{
  g_clear_object (&((Block *) data)->layout);
}

static GArray *
build_blocks (const Flow *flow, const LumReportPart *parts, gboolean appendix)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (Block));

  g_array_set_clear_func (blocks, clear_block);
  for (const LumReportPart *part = parts; part->id; part++) {
    g_autofree char *text = NULL;
    Block block = {.part = part};

    if (!part->always && !lum_report_input_shows (flow->input, part->id, appendix))
      continue;
    text = part->build (flow->input);
    if (!text && !part->absent)
      continue;
    block.layout = text ? lum_page_text_new (text, LUM_PAGE_TEXT_PLAIN, get_text_width (flow))
                        : lum_page_text_new (_ (part->absent), LUM_PAGE_TEXT_QUIET, get_text_width (flow));
    block.n_lines = block.shown = pango_layout_get_line_count (block.layout);
    g_array_append_val (blocks, block);
  }
  return blocks;
}

static double
get_block_height (const Block *block, double more_height)
{
  double height = lum_page_text_get_height (block->layout, 0, block->shown);

  return height + (block->shown < block->n_lines ? more_height : 0) + PART_GAP;
}

static double
get_blocks_height (const GArray *blocks, double more_height)
{
  double height = 0;

  for (guint i = 0; i < blocks->len; i++)
    height += get_block_height (&g_array_index (blocks, Block, i), more_height);
  return height;
}

/* Takes lines off the longest parts until all fit; what is taken off stands in the appendix, in the same size. */
static void
shorten (GArray *blocks, double room, double more_height)
{
  while (get_blocks_height (blocks, more_height) > room) {
    Block *longest = NULL;

    for (guint i = 0; i < blocks->len; i++) {
      Block *block = &g_array_index (blocks, Block, i);

      if (block->shown > FEWEST_LINES && (!longest || block->shown > longest->shown))
        longest = block;
    }
    if (!longest)
      return;
    /* The line that says where it goes on needs room, too. */
    longest->shown -= longest->shown == longest->n_lines && longest->shown > FEWEST_LINES + 1 ? 2 : 1;
  }
}

static void
add_first_page (Flow *flow, GArray *blocks, const char *more, double foot_height)
{
  PangoLayout *layout = lum_page_text_new (more, LUM_PAGE_TEXT_DIM, get_text_width (flow));
  double more_height = lum_page_text_get_height (layout, 0, 1);
  double room = flow->bottom - foot_height - flow->y - 8, chart;
  gboolean drawn = !lum_report_input_shows (flow->input, LUM_REPORT_CHART, FALSE);

  g_object_unref (layout);
  shorten (blocks, room - (drawn ? 0 : MIN_CHART), more_height);
  chart = CLAMP (room - get_blocks_height (blocks, more_height), MIN_CHART, MAX_CHART);

  for (guint i = 0; i <= blocks->len; i++) {
    const Block *block = i < blocks->len ? &g_array_index (blocks, Block, i) : NULL;
    g_autofree char *label = block ? make_label (block->part) : NULL;

    if (!drawn && (!block || block->part->after_chart)) {
      LumPageItem *item;

      flow->y += 4;
      item = add_item (flow, LUM_PAGE_ITEM_CHART, "Figure", flow->left, flow->y, flow->right - flow->left, chart - 8);
      item->outline = _ ("Chart");
      flow->y += chart;
      drawn = TRUE;
    }
    if (!block)
      break;
    add_block (flow, block, label, 0, block->shown);
    if (block->shown < block->n_lines) {
      flow->y -= PART_GAP;
      flow->y +=
          add_line (flow, "P", more, LUM_PAGE_TEXT_DIM, flow->left + LABEL_WIDTH, flow->y, get_text_width (flow)) +
          PART_GAP;
    }
  }
}

/* A block over as many pages as it needs. */
static void
add_long_block (Flow *flow, const Block *block)
{
  int line = 0;
  g_autofree char *label = make_label (block->part);

  while (line < block->n_lines) {
    int n = 0;

    while (line + n < block->n_lines && flow->y + lum_page_text_get_height (block->layout, line, n + 1) <= flow->bottom)
      n++;
    if (n == 0 && flow->page->len > 0 && flow->y > MARGIN) {
      begin_page (flow);
      continue;
    }
    n = MAX (n, 1);
    add_block (flow, block, line == 0 ? label : NULL, line, n);
    line += n;
    if (line < block->n_lines)
      begin_page (flow);
  }
}

/* Whose page it is, and of when: a loose page can be filed, too. */
static void
add_owner (Flow *flow)
{
  const LumReportInput *input = flow->input;
  g_autofree char *range = lum_report_format_range (input->first, input->last, LUM_DAY_NONE);
  g_autofree char *name = input->options.name ? lum_report_isolate (input->options.name) : NULL;
  /* Translators: whose diary it is, and its period */
  g_autofree char *text = name && *name ? g_strdup_printf (_ ("%1$s, %2$s"), name, range) : g_strdup (range);
  PangoLayout *layout = lum_page_text_new (text, LUM_PAGE_TEXT_DIM, -1);
  double width = MIN (lum_page_text_get_width (layout), (flow->right - flow->left) * 0.6);

  g_object_unref (layout);
  add_line (flow, "P", text, LUM_PAGE_TEXT_DIM, flow->right - width - 0.5, flow->y, width + 0.5);
}

static void
add_appendix (Flow *flow, GArray *blocks, GArray *chosen)
{
  gboolean any = chosen->len > 0;

  for (guint i = 0; i < blocks->len; i++)
    any |= g_array_index (blocks, Block, i).shown < g_array_index (blocks, Block, i).n_lines;
  if (!any)
    return;

  begin_page (flow);
  add_owner (flow);
  flow->y +=
      add_line (flow, "H1", _ ("Appendix"), LUM_PAGE_TEXT_TITLE, flow->left, flow->y, flow->right - flow->left) + 6;
  add_rule (flow, flow->left, flow->y, flow->right - flow->left);
  flow->y += 6;
  for (guint i = 0; i < blocks->len; i++) {
    const Block *block = &g_array_index (blocks, Block, i);

    if (block->shown < block->n_lines)
      add_long_block (flow, block);
  }
  for (guint i = 0; i < chosen->len; i++)
    add_long_block (flow, &g_array_index (chosen, Block, i));
}

/* The disclaimer on the first page (A33–A35), and page numbers where there are several. */
static void
add_feet (Flow *flow, PangoLayout *disclaimer, double height)
{
  double baseline = flow->height - MARGIN + 6;

  for (guint i = 0; i < flow->pages->len; i++) {
    g_autofree char *number = NULL;

    flow->page = g_ptr_array_index (flow->pages, i);
    if (i == 0) {
      add_rule (flow, flow->left, flow->bottom - height + 2, flow->right - flow->left);
      add_text (flow, "P", disclaimer, flow->left, flow->bottom - height + 6, 0,
                pango_layout_get_line_count (disclaimer));
    }
    if (flow->pages->len < 2)
      continue;
    /* Translators: the number of a page and how many there are */
    number = g_strdup_printf (_ ("Page %1$u of %2$u"), i + 1, flow->pages->len);
    add_line (flow, NULL, number, LUM_PAGE_TEXT_DIM, flow->left, baseline, flow->right - flow->left);
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
  Flow flow = {.input = input,
               .width = width,
               .height = height,
               .left = MARGIN,
               .right = width - MARGIN,
               .bottom = height - MARGIN,
               .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref)};
  g_autoptr (GArray) blocks = NULL, chosen = NULL;
  PangoLayout *disclaimer;
  double foot_height;

  begin_page (&flow);
  add_head (&flow);
  blocks = build_blocks (&flow, lum_report_parts, FALSE);
  chosen = build_blocks (&flow, lum_report_appendix_parts, TRUE);
  disclaimer = lum_page_text_new (_ ("A diary, not a diagnosis, and no substitute for talking with a doctor; always "
                                     "talk with your doctor about diagnosis and treatment. Patient’s own diary. Not "
                                     "reviewed by a clinician."),
                                  LUM_PAGE_TEXT_DIM, flow.right - flow.left);
  foot_height = lum_page_text_get_height (disclaimer, 0, pango_layout_get_line_count (disclaimer)) + 8;
  add_first_page (&flow, blocks, _ ("… whole in the appendix."), foot_height);
  add_appendix (&flow, blocks, chosen);
  add_feet (&flow, disclaimer, foot_height);
  g_object_unref (disclaimer);
  return flow.pages;
}
