/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-page-builder.h"

static const char *
find_birth_year (const LumReportInput *input)
{
  const LumBackground *born = lum_background_find (input->diary, LUM_FACT_BIRTH_YEAR, input->options.today);

  return born ? born->value : NULL;
}

/* A text that ends at the margin, over several lines where it is longer than @most. Returns its width. */
static double
add_at_end (LumPageBuilder *self, const char *text, double most, double *height)
{
  PangoLayout *layout = lum_page_text_new (text, LUM_PAGE_TEXT_PLAIN, -1);
  double width = lum_page_text_get_width (layout);

  if (width > most)
    lum_page_text_set (layout, text, most, TRUE);
  width = MIN (width, most);
  *height = lum_page_builder_add_layout (self, "P", layout, self->right - width, self->y, 0,
                                         pango_layout_get_line_count (layout))
                ->rect.height;
  g_object_unref (layout);
  return width;
}

/**
 * lum_page_add_head:
 *
 * The head of the first page: what it is, of when, whose, and how much was logged (RP-1).
 */
void
lum_page_add_head (LumPageBuilder *self)
{
  const LumReportInput *input = self->input;
  double width = self->right - self->left;
  int logged = lum_report_input_count_logged (input), days = input->last - input->first + 1;
  g_autofree char *range = lum_report_format_range (input->first, input->last, LUM_DAY_NONE);
  g_autofree char *printed_on = lum_day_format (input->options.today, LUM_DAY_FORMAT_LONG);
  /* Translators: the period of the report and the day it was printed on */
  g_autofree char *period = g_strdup_printf (_ ("%1$s, printed %2$s"), range, printed_on);
  g_autofree char *count = g_strdup_printf (
      /* Translators: days with a score of the days of the period */
      ngettext ("self-reported, %1$d of %2$d day logged", "self-reported, %1$d of %2$d days logged", days), logged,
      days);
  double height, born_height, right_height, right_width, field_right;

  self->y += lum_page_builder_add_text (self, "H1", _ ("LOW-BACK AND RUNNING DIARY"), LUM_PAGE_TEXT_TITLE, self->left,
                                        self->y, width);
  height = lum_page_builder_add_text (self, "P", _ ("kept by the patient"), LUM_PAGE_TEXT_PLAIN, self->left, self->y,
                                      width * 0.4);
  add_at_end (self, period, width * 0.58, &right_height);
  self->y += MAX (height, right_height) + 7;

  right_width = add_at_end (self, count, width * 0.42, &right_height);
  field_right = self->right - right_width - 14;
  height = lum_page_builder_add_field (self, C_ ("of a person", "Name"), input->options.name, self->left,
                                       self->left + (field_right - self->left) * 0.66);
  born_height = lum_page_builder_add_field (self, C_ ("year of birth", "Born"), find_birth_year (input),
                                            self->left + (field_right - self->left) * 0.7, field_right);
  self->y += MAX (MAX (height, born_height), right_height) + 5;
  lum_page_builder_add_rule (self, self->left, self->y, width);
  self->y += 6;
}
