/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-layer.h"

/* What was tried, and who was seen: below the pain panel, on its days. A course of treatment is a line, a visit a
 * cross; each with its name where there is room, else the key tells them apart. */

#define LEAST_PX 4.0
#define CLOSEST_PX 3.0
#define VISIT_SIZE 4.0

typedef struct {
  const LumCare *care;
  double x0, x1;
  double label_x; /* NAN: no room */
} Mark;

static const char *
get_label (const LumCare *care)
{
  /* Translators: a visit to somebody whose name was not noted */
  return care->name && *care->name ? care->name : C_ ("chart mark", "visit");
}

/* A name may run on beyond its line, up to the next mark of the row; at the right edge it begins before its line. */
static void
place_labels (LumFrame *frame, GArray *marks, guint begin)
{
  double gap = frame->line_height * 0.5, end = frame->left - gap, right = frame->left + frame->width;

  for (guint i = begin; i < marks->len; i++) {
    Mark *mark = &g_array_index (marks, Mark, i);
    gboolean last = i + 1 == marks->len;
    double room = last ? right : g_array_index (marks, Mark, i + 1).x0 - gap;
    double x = mark->care->visit ? mark->x1 + 3 : mark->x0, width = 0;

    if (last || room - x > frame->line_height) { /* else nothing need be measured */
      width = lum_text_measure (frame->text, get_label (mark->care), LUM_TEXT_PLAIN);
      if (last && x + width > room)
        x = mark->care->visit ? mark->x0 - 3 - width : right - width;
      if (x >= end + gap && x + width <= room)
        mark->label_x = x;
    }
    end = isnan (mark->label_x) ? mark->x1 : MAX (mark->x1, mark->label_x + width);
  }
}

/* The marks in view, row by row from left to right; those that fall on the same few pixels once. */
static GArray *
collect (LumFrame *frame)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  double left = frame->left, right = frame->left + frame->width;

  if (!(frame->lanes.height > 0))
    return marks;
  for (int lane = 0; lane < LUM_N_CARE_LANES; lane++) {
    double end = -1e9;
    guint begin = marks->len;

    for (guint i = 0; i < frame->series->care->len; i++) {
      const LumCare *care = &g_array_index (frame->series->care, LumCare, i);
      Mark mark = {care, lum_frame_get_x (frame, care->first), lum_frame_get_x (frame, care->last + 1), NAN};

      if (care->lane != lane || mark.x1 <= left || mark.x0 >= right)
        continue;
      if (care->visit) {
        mark.x0 = (mark.x0 + mark.x1) / 2 - VISIT_SIZE;
        mark.x1 = mark.x0 + 2 * VISIT_SIZE;
      }
      mark.x0 = MAX (mark.x0, left);
      mark.x1 = MIN (MAX (mark.x1, mark.x0 + LEAST_PX), right);
      if (mark.x1 - end < CLOSEST_PX)
        continue;
      end = mark.x1;
      g_array_append_val (marks, mark);
    }
    place_labels (frame, marks, begin);
  }
  return marks;
}

static void
add_keys (LumFrame *frame)
{
  g_autoptr (GArray) marks = collect (frame);
  gboolean treatment = FALSE, visit = FALSE;

  for (guint i = 0; i < marks->len; i++) {
    const Mark *mark = &g_array_index (marks, Mark, i);

    if (!isnan (mark->label_x))
      continue;
    treatment |= !mark->care->visit;
    visit |= mark->care->visit;
  }
  if (treatment)
    lum_frame_add_key (frame, LUM_PANEL_PAIN, LUM_SYMBOL_TREATMENT, C_ ("chart key", "treatment"));
  if (visit)
    lum_frame_add_key (frame, LUM_PANEL_PAIN, LUM_SYMBOL_VISIT, C_ ("chart key", "visit"));
}

static void
draw_care (LumFrame *frame)
{
  g_autoptr (GArray) marks = collect (frame);
  double height = lum_frame_get_lane_height (frame);

  for (guint i = 0; i < marks->len; i++) {
    const Mark *mark = &g_array_index (marks, Mark, i);
    double y = frame->lanes.y + mark->care->lane * height;

    if (mark->care->visit) {
      lum_frame_draw_symbol (frame, LUM_SYMBOL_VISIT, (mark->x0 + mark->x1) / 2, y + height / 2, VISIT_SIZE);
    } else {
      double x0 = round (mark->x0), bottom = round (y + height) - 1;

      lum_color_set (frame->cr, frame->theme->care);
      cairo_rectangle (frame->cr, x0, bottom - LUM_CARE_LINE, MAX (round (mark->x1) - 1 - x0, 2), LUM_CARE_LINE);
      cairo_fill (frame->cr);
    }
    lum_frame_count (frame, 1);
    if (!isnan (mark->label_x))
      lum_text_draw (frame->text, frame->cr, get_label (mark->care), LUM_TEXT_PLAIN, frame->theme->dim, mark->label_x,
                     y, 0);
  }
}

const LumLayer lum_layer_care = {"care", add_keys, draw_care, FALSE};
