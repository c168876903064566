/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-frame.h"

/* Where the words of a chart stand: headings with their keys, and the labels of time. */

#define MOST_KEY_ROWS 3

/**
 * lum_frame_add_key:
 * @text: translated, static
 *
 * Explains a mark above its panel.
 */
void
lum_frame_add_key (LumFrame *self, LumPanelId panel, LumSymbol symbol, const char *text)
{
  LumKeyEntry entry = {.symbol = symbol, .text = text};

  g_array_append_val (self->panels[panel].key, entry);
}

/**
 * lum_frame_place_heading:
 *
 * The key of a panel: behind the heading where it fits, else in rows of its own below. Entries that do not even fit
 * there are left out; the crosshair and the table say the same.
 *
 * Returns: the height of heading and key
 */
double
lum_frame_place_heading (LumFrame *self, LumPanel *panel, double y)
{
  double symbol = self->line_height * 0.95;
  double x, width, heading;
  guint row = 0;

  heading = lum_text_measure (self->text, panel->heading, LUM_TEXT_BOLD) + self->line_height * 0.4 +
            lum_text_measure (self->text, panel->unit, LUM_TEXT_PLAIN);
  panel->title = (LumChartRect){self->left, y, self->width, self->line_height};

  width = 0;
  for (guint i = 0; i < panel->key->len; i++) {
    const LumKeyEntry *entry = &g_array_index (panel->key, LumKeyEntry, i);

    width += symbol * 1.3 + lum_text_measure (self->text, entry->text, LUM_TEXT_PLAIN) + self->line_height;
  }
  width -= self->line_height;

  gboolean beside = heading + 1.5 * self->line_height + width <= self->width;
  double left = panel->title.x, right = panel->title.x + self->width;

  x = beside ? right - width : left;
  row = beside ? 0 : 1;
  for (guint i = 0; i < panel->key->len; i++) {
    LumKeyEntry *entry = &g_array_index (panel->key, LumKeyEntry, i);
    double needed = symbol * 1.3 + lum_text_measure (self->text, entry->text, LUM_TEXT_PLAIN);

    if (!beside && x > left && x + needed > right) {
      x = left;
      row++;
    }
    if (row > MOST_KEY_ROWS || x + needed > right + 1) {
      g_array_set_size (panel->key, i);
      break;
    }
    entry->x = x;
    entry->y = y + row * self->line_height;
    x += needed + self->line_height;
  }
  if (panel->key->len == 0)
    row = 0;
  panel->title.height = (row + 1) * self->line_height;
  return panel->title.height;
}

static gboolean
try_ticks (LumFrame *self, LumTimeStep step)
{
  LumDay first = (LumDay) floor (self->view->first), last = (LumDay) floor (self->view->last + 1 - 1e-9);
  double gap = self->line_height * (step.unit == LUM_TIME_DAY ? 0.9 : 1.7);
  double end = -INFINITY;

  g_array_set_size (self->ticks, 0);
  /* Numbers of days say little beyond a month or so. */
  if (step.unit == LUM_TIME_DAY && self->days > 16 * (step.step + 1))
    return FALSE;
  for (LumDay day = lum_time_step_floor (step, self->view->week_start, first); day <= last;
       day = lum_time_step_next (step, day)) {
    LumTickMark tick = {.x = lum_frame_get_x (self, day)};

    if (tick.x < self->left - 0.5)
      continue;
    /* A tick more than every few pixels can never be labelled: give up before measuring thousands. */
    if (self->ticks->len > 0 &&
        tick.x - g_array_index (self->ticks, LumTickMark, self->ticks->len - 1).x < self->line_height)
      return FALSE;

    tick.label = lum_time_step_label (step, day);
    tick.label_width = lum_text_measure (self->text, tick.label, LUM_TEXT_PLAIN);
    /* A day's label stands under its day; those of longer units begin where the unit begins. */
    tick.label_x = step.unit == LUM_TIME_DAY ? lum_frame_get_middle (self, day) - tick.label_width / 2 : tick.x;
    g_array_append_val (self->ticks, tick);
    if (tick.label_x < end + gap)
      return FALSE;
    end = tick.label_x + tick.label_width;
  }
  return self->ticks->len > 0 || step.unit == LUM_TIME_YEAR;
}

/* The second row: what the labels leave out, where it begins; the left one sticks to the edge. */
static void
place_contexts (LumFrame *self, LumTimeStep step)
{
  LumDay first = (LumDay) floor (self->view->first), last = (LumDay) floor (self->view->last + 1 - 1e-9);
  LumTimeStep coarse = {step.unit == LUM_TIME_DAY ? LUM_TIME_MONTH : LUM_TIME_YEAR, 1};
  double gap = self->line_height;

  if (step.unit == LUM_TIME_YEAR)
    return;
  for (LumDay day = lum_time_step_floor (coarse, 1, first); day <= last; day = lum_time_step_next (coarse, day)) {
    LumTickMark mark = {.label = lum_time_step_context (step, day)};

    mark.label_width = lum_text_measure (self->text, mark.label, LUM_TEXT_PLAIN);
    mark.x = mark.label_x = MAX (lum_frame_get_x (self, day), self->left);
    if (self->contexts->len > 0) {
      LumTickMark *before = &g_array_index (self->contexts, LumTickMark, self->contexts->len - 1);

      /* A label that the next one pushes out of the view gives way to it. */
      if (before->label_x + before->label_width + gap > mark.label_x) {
        g_array_set_size (self->contexts, self->contexts->len - 1);
      }
    }
    g_array_append_val (self->contexts, mark);
  }
  if (self->contexts->len > 1) {
    LumTickMark *mark = &g_array_index (self->contexts, LumTickMark, self->contexts->len - 1);

    if (mark->label_x + mark->label_width > self->rect.x + self->rect.width)
      g_array_set_size (self->contexts, self->contexts->len - 1);
  }
}

static void
clear_tick (gpointer data)
{
  g_clear_pointer (&((LumTickMark *) data)->label, g_free);
}

/**
 * lum_frame_place_time:
 *
 * The labels of time: the finest step whose labels do not touch, and what they leave out.
 */
void
lum_frame_place_time (LumFrame *self)
{
  self->ticks = g_array_new (FALSE, FALSE, sizeof (LumTickMark));
  self->contexts = g_array_new (FALSE, FALSE, sizeof (LumTickMark));
  g_array_set_clear_func (self->ticks, clear_tick);
  g_array_set_clear_func (self->contexts, clear_tick);
  for (const LumTimeStep *step = lum_time_steps; step->step > 0; step++) {
    if (try_ticks (self, *step)) {
      place_contexts (self, *step);
      break;
    }
  }
}
