/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-page-builder.h"

#include "lum-i18n.h"

static void
free_item (gpointer data)
{
  LumPageItem *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->table, lum_page_table_unref);
  g_free (item);
}

/**
 * lum_page_builder_init:
 * @self: (out caller-allocates): its pages are the caller's
 * @width, @height: of the paper, in points
 *
 * Begins with one empty page.
 */
void
lum_page_builder_init (LumPageBuilder *self, const LumReportInput *input, double width, double height)
{
  *self = (LumPageBuilder){
      .input = input,
      .width = width,
      .height = height,
      .left = LUM_PAGE_MARGIN,
      .right = width - LUM_PAGE_MARGIN,
      .bottom = height - LUM_PAGE_MARGIN,
      .rtl = lum_page_text_page_is_rtl (),
      .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
  };
  lum_page_builder_begin_page (self);
}

void
lum_page_builder_begin_page (LumPageBuilder *self)
{
  self->page = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (self->pages, self->page);
  self->y = LUM_PAGE_MARGIN;
}

/**
 * lum_page_builder_add:
 * @tag: (nullable): static
 *
 * Returns: (transfer none): the new item, of the current page
 */
LumPageItem *
lum_page_builder_add (LumPageBuilder *self,
                      LumPageItemKind kind,
                      const char *tag,
                      double x,
                      double y,
                      double width,
                      double height)
{
  LumPageItem *item = g_new0 (LumPageItem, 1);

  item->kind = kind;
  item->tag = tag;
  item->rect = (LumChartRect){self->rtl ? self->width - x - width : x, y, width, height};
  g_ptr_array_add (self->page, item);
  return item;
}

/**
 * lum_page_builder_add_layout:
 *
 * Places some lines of a text; how high they are stands in the item.
 *
 * Returns: (transfer none): the new item
 */
LumPageItem *
lum_page_builder_add_layout (LumPageBuilder *self,
                             const char *tag,
                             PangoLayout *layout,
                             double x,
                             double y,
                             int first_line,
                             int n_lines)
{
  LumPageItem *item = lum_page_builder_add (self, LUM_PAGE_ITEM_TEXT, tag, x, y, lum_page_text_get_box_width (layout),
                                            lum_page_text_get_height (layout, first_line, n_lines));

  item->layout = g_object_ref (layout);
  item->first_line = first_line;
  item->n_lines = n_lines;
  return item;
}

/**
 * lum_page_builder_add_text:
 * @width: points to wrap at, or -1 for one line
 *
 * Returns: its height
 */
double
lum_page_builder_add_text (LumPageBuilder *self,
                           const char *tag,
                           const char *text,
                           LumPageTextStyle style,
                           double x,
                           double y,
                           double width)
{
  PangoLayout *layout = lum_page_text_new (text, style, width);
  LumPageItem *item = lum_page_builder_add_layout (self, tag, layout, x, y, 0, pango_layout_get_line_count (layout));

  g_object_unref (layout);
  return item->rect.height;
}

/**
 * lum_page_builder_add_field:
 * @value: (nullable):
 *
 * A field of a form at the current height: its label, and the value or a line to write on.
 *
 * Returns: its height
 */
double
lum_page_builder_add_field (LumPageBuilder *self, const char *label, const char *value, double x, double right)
{
  PangoLayout *layout = lum_page_text_new (label, LUM_PAGE_TEXT_DIM, -1);
  double label_width = lum_page_text_get_box_width (layout) + 6;
  double height = lum_page_builder_add_layout (self, "P", layout, x, self->y, 0, 1)->rect.height, value_height = 0;

  g_object_unref (layout);
  if (value && *value)
    value_height = lum_page_builder_add_text (self, "P", value, LUM_PAGE_TEXT_BOLD, x + label_width, self->y,
                                              right - x - label_width);
  else
    lum_page_builder_add_rule (self, x + label_width, self->y + height - 2, right - x - label_width);
  return MAX (height, value_height);
}

void
lum_page_builder_add_rule (LumPageBuilder *self, double x, double y, double width)
{
  lum_page_builder_add (self, LUM_PAGE_ITEM_RULE, NULL, x, y, width, 0);
}
