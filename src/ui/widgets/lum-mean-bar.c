/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-mean-bar.h"

#include <math.h>

#include "lum-chart-look.h"
#include "lum-chart-theme.h"
#include "lum-compat.h"
#include "lum-i18n.h"
#include "lum-ui-words.h"
#include "lum-units.h"

#define BAR_HEIGHT 8
#define BAR_LEAST 60  /* where it has a line of its own */
#define BAR_SHORT 140 /* beside a name and a number */
#define BAR_LONG 220  /* with the note in the same line */
#define GAP 12
#define LINE_GAP 4
#define MOST 10.0 /* the end of the scale */

typedef enum { NAME, NUMBER, NOTE } Column;

/* From wide to narrow: all in a line; the note below; the bar and the note below. */
typedef enum { ONE_LINE, NOTE_BELOW, ALL_BELOW } Arrangement;

struct _LumMeanBar {
  GtkWidget parent_instance;

  GtkWidget *labels[LUM_MEAN_BAR_COLUMNS];
  double mean; /* NAN: no bar */
  GdkRectangle bar;
};

G_DEFINE_FINAL_TYPE (LumMeanBar, lum_mean_bar, GTK_TYPE_WIDGET)

static int
get_width (LumMeanBar *self, Column column)
{
  int natural;

  gtk_widget_measure (self->labels[column], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_height (LumMeanBar *self, Column column, int width)
{
  int natural;

  gtk_widget_measure (self->labels[column], GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* One geometry for measuring and allocating. All bars of a list share their columns' widths, and so this. */
static Arrangement
arrange (LumMeanBar *self, int width)
{
  int line = get_width (self, NAME) + GAP + get_width (self, NUMBER) + GAP;

  if (width >= line + BAR_LONG + GAP + get_width (self, NOTE))
    return ONE_LINE;
  return width >= line + BAR_SHORT ? NOTE_BELOW : ALL_BELOW;
}

static int
get_first_line (LumMeanBar *self, Arrangement arrangement, int width)
{
  int number = get_width (self, NUMBER);
  int name = arrangement == ALL_BELOW ? MAX (width - number - GAP, 0) : get_width (self, NAME);
  int height = MAX (get_height (self, NAME, name), get_height (self, NUMBER, number));

  return arrangement == ONE_LINE ? MAX (height, get_height (self, NOTE, get_width (self, NOTE))) : height;
}

static void
lum_mean_bar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  LumMeanBar *self = LUM_MEAN_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    int name, note;

    gtk_widget_measure (self->labels[NAME], orientation, -1, &name, NULL, NULL, NULL);
    gtk_widget_measure (self->labels[NOTE], orientation, -1, &note, NULL, NULL, NULL);
    *minimum = MAX (MAX (name + GAP + get_width (self, NUMBER), note), BAR_LEAST);
    *natural = get_width (self, NAME) + get_width (self, NUMBER) + get_width (self, NOTE) + BAR_LONG + 3 * GAP;
    *natural = MAX (*natural, *minimum);
    return;
  }

  /* What wraps is highest at the least width. */
  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &for_size, NULL, NULL, NULL);

  Arrangement arrangement = arrange (self, for_size);

  *minimum = get_first_line (self, arrangement, for_size);
  if (arrangement == ALL_BELOW)
    *minimum += LINE_GAP + BAR_HEIGHT;
  if (arrangement != ONE_LINE)
    *minimum += LINE_GAP + get_height (self, NOTE, for_size);
  *natural = *minimum;
}

/* From left to right as if the text ran so; mirrored where it does not. */
static void
place (LumMeanBar *self, Column column, int x, int y, int width, int height)
{
  GtkAllocation area = {x, y, width, height};

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (self->labels[column], &area, -1);
}

static void
lum_mean_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LumMeanBar *self = LUM_MEAN_BAR (widget);
  Arrangement arrangement = arrange (self, width);
  int line = get_first_line (self, arrangement, width);
  int name = get_width (self, NAME), number = get_width (self, NUMBER), note = get_width (self, NOTE);

  if (arrangement == ALL_BELOW) {
    place (self, NAME, 0, 0, MAX (width - number - GAP, 0), line);
    place (self, NUMBER, width - number, 0, number, line);
    self->bar = (GdkRectangle){0, line + LINE_GAP, width, BAR_HEIGHT};
    line += LINE_GAP + BAR_HEIGHT;
  } else {
    int start = name + GAP + number + GAP, end = arrangement == ONE_LINE ? width - note - GAP : width;

    place (self, NAME, 0, 0, name, line);
    place (self, NUMBER, name + GAP, 0, number, line);
    self->bar = (GdkRectangle){start, (line - BAR_HEIGHT) / 2, end - start, BAR_HEIGHT};
  }
  if (arrangement == ONE_LINE)
    place (self, NOTE, width - note, 0, note, line);
  else
    place (self, NOTE, 0, line + LINE_GAP, width, MAX (height - line - LINE_GAP, 0));
}

static GtkSizeRequestMode
lum_mean_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The whole scale faintly, and the mean's share of it. Where there is no mean, nothing: a blank is not a zero. */
static void
lum_mean_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LumMeanBar *self = LUM_MEAN_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = rtl ? gtk_widget_get_width (widget) - self->bar.x - self->bar.width : self->bar.x;
  graphene_rect_t track = GRAPHENE_RECT_INIT (x, self->bar.y, self->bar.width, self->bar.height);

  if (!isnan (self->mean) && self->bar.width > 0) {
    const LumColor *color =
        lum_chart_theme_get_pain (lum_chart_theme_get (lum_chart_look_get_theme (widget)), self->mean);
    GdkRGBA ink = {(color->rgb >> 16 & 0xff) / 255.0f, (color->rgb >> 8 & 0xff) / 255.0f, (color->rgb & 0xff) / 255.0f,
                   1};
    float length = MAX ((float) (track.size.width * self->mean / MOST), 3);
    graphene_rect_t done =
        GRAPHENE_RECT_INIT (rtl ? x + track.size.width - length : x, self->bar.y, length, self->bar.height);
    GskRoundedRect outline;
    GdkRGBA faint;

    lum_compat_get_color (widget, &faint);
    faint.alpha *= 0.12f;
    gsk_rounded_rect_init_from_rect (&outline, &track, BAR_HEIGHT / 2.0f);
    gtk_snapshot_push_rounded_clip (snapshot, &outline);
    gtk_snapshot_append_color (snapshot, &faint, &track);
    gtk_snapshot_append_color (snapshot, &ink, &done);
    gtk_snapshot_pop (snapshot);
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    gtk_widget_snapshot_child (widget, self->labels[i], snapshot);
}

static void
lum_mean_bar_dispose (GObject *object)
{
  LumMeanBar *self = LUM_MEAN_BAR (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    g_clear_pointer (&self->labels[i], gtk_widget_unparent);

  G_OBJECT_CLASS (lum_mean_bar_parent_class)->dispose (object);
}

static void
lum_mean_bar_class_init (LumMeanBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_mean_bar_dispose;
  widget_class->measure = lum_mean_bar_measure;
  widget_class->size_allocate = lum_mean_bar_size_allocate;
  widget_class->get_request_mode = lum_mean_bar_get_request_mode;
  widget_class->snapshot = lum_mean_bar_snapshot;
}

static void
lum_mean_bar_init (LumMeanBar *self)
{
  self->mean = NAN;
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++) {
    self->labels[i] = gtk_label_new (NULL);
    gtk_widget_set_parent (self->labels[i], GTK_WIDGET (self));
    gtk_label_set_xalign (GTK_LABEL (self->labels[i]), 0);
    gtk_widget_add_css_class (self->labels[i], "numeric");
  }
  gtk_label_set_xalign (GTK_LABEL (self->labels[NUMBER]), 1);
  gtk_widget_add_css_class (self->labels[NUMBER], "heading");
  gtk_widget_add_css_class (self->labels[NOTE], "caption");
  gtk_widget_add_css_class (self->labels[NOTE], "dim-label");
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    if (i != NUMBER) {
      gtk_label_set_wrap (GTK_LABEL (self->labels[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (self->labels[i]), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (self->labels[i]), GTK_NATURAL_WRAP_NONE);
    }
}

/**
 * lum_mean_bar_new:
 * @columns: (array fixed-size=3): one for name, number and note, shared by the bars of a list
 */
GtkWidget *
lum_mean_bar_new (GtkSizeGroup *const columns[LUM_MEAN_BAR_COLUMNS])
{
  LumMeanBar *self = g_object_new (LUM_TYPE_MEAN_BAR, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    gtk_size_group_add_widget (columns[i], self->labels[i]);
  return GTK_WIDGET (self);
}

/**
 * lum_mean_bar_set:
 * @mean: 0 to 10, or NAN where there is none
 * @note: what it stands on, or what is missing
 *
 * Shows a mean. What is shown already is not drawn again.
 */
void
lum_mean_bar_set (LumMeanBar *self, const char *name, double mean, const char *note)
{
  g_autofree char *number = isnan (mean) ? g_strdup (C_ ("pain", "–")) : lum_format_number (mean, 1);

  g_return_if_fail (LUM_IS_MEAN_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->labels[NAME]), name);
  gtk_label_set_text (GTK_LABEL (self->labels[NUMBER]), number);
  gtk_label_set_text (GTK_LABEL (self->labels[NOTE]), note);
  if (isnan (self->mean) && isnan (mean))
    return;
  if (self->mean != mean) {
    self->mean = mean;
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
}
