/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-preview.h"

#include "lum-i18n.h"

struct _LumReportPreview {
  GtkWidget parent_instance;

  LumReport *report;
  guint page;
  GskRenderNode *node; /* the page as drawn for node_width */
  int node_width;
};

G_DEFINE_FINAL_TYPE (LumReportPreview, lum_report_preview, GTK_TYPE_WIDGET)

#define LEAST_WIDTH 280
#define NATURAL_WIDTH 560
#define MOST_WIDTH 900

static double
get_ratio (LumReportPreview *self)
{
  double width = 595, height = 842;

  if (self->report)
    lum_report_get_page_size (self->report, &width, &height);
  return height / width;
}

static void
update_label (LumReportPreview *self)
{
  guint n = lum_report_preview_get_n_pages (self);
  /* Translators: spoken for the preview of the report */
  g_autofree char *label = g_strdup_printf (_ ("Preview, page %1$u of %2$u"), self->page + 1, MAX (n, 1));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
invalidate (LumReportPreview *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  update_label (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
lum_report_preview_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = LEAST_WIDTH;
    *natural = NATURAL_WIDTH;
    return;
  }
  if (for_size < 0)
    for_size = NATURAL_WIDTH;
  *minimum = *natural = (int) (MIN (for_size, MOST_WIDTH) * get_ratio (LUM_REPORT_PREVIEW (widget)) + 0.5);
}

static void
lum_report_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LumReportPreview *self = LUM_REPORT_PREVIEW (widget);
  int full = gtk_widget_get_width (widget);
  int width = MIN (full, MOST_WIDTH);
  double page_width = 1, page_height = 1;
  graphene_rect_t bounds;

  if (!self->report || width <= 0 || self->page >= lum_report_get_n_pages (self->report))
    return;

  lum_report_get_page_size (self->report, &page_width, &page_height);
  bounds = GRAPHENE_RECT_INIT (0, 0, width, (float) (width * page_height / page_width));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((full - width) / 2, 0));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){1, 1, 1, 1}, &bounds);
  if (!self->node || self->node_width != width) {
    cairo_t *cr;

    g_clear_pointer (&self->node, gsk_render_node_unref);
    self->node = gsk_cairo_node_new (&bounds);
    self->node_width = width;
    cr = gsk_cairo_node_get_draw_context (self->node);
    cairo_scale (cr, width / page_width, width / page_width);
    lum_report_draw_page (self->report, cr, self->page);
    cairo_destroy (cr);
  }
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static GtkSizeRequestMode
lum_report_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lum_report_preview_dispose (GObject *object)
{
  LumReportPreview *self = LUM_REPORT_PREVIEW (object);

  g_clear_pointer (&self->report, lum_report_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);

  G_OBJECT_CLASS (lum_report_preview_parent_class)->dispose (object);
}

static void
lum_report_preview_class_init (LumReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_report_preview_dispose;
  widget_class->measure = lum_report_preview_measure;
  widget_class->snapshot = lum_report_preview_snapshot;
  widget_class->get_request_mode = lum_report_preview_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lum_report_preview_init (LumReportPreview *self)
{
  update_label (self);
}

/**
 * lum_report_preview_set_report:
 * @report: (transfer full) (nullable)
 *
 * Shows another report, at the same page if it has one.
 */
void
lum_report_preview_set_report (LumReportPreview *self, LumReport *report)
{
  g_return_if_fail (LUM_IS_REPORT_PREVIEW (self));

  g_clear_pointer (&self->report, lum_report_free);
  self->report = report;
  self->page = MIN (self->page, MAX (lum_report_preview_get_n_pages (self), 1) - 1);
  invalidate (self);
}

guint
lum_report_preview_get_n_pages (LumReportPreview *self)
{
  g_return_val_if_fail (LUM_IS_REPORT_PREVIEW (self), 0);

  return self->report ? lum_report_get_n_pages (self->report) : 0;
}

/**
 * lum_report_preview_get_page:
 *
 * Returns: the page that is shown, from 0
 */
guint
lum_report_preview_get_page (LumReportPreview *self)
{
  g_return_val_if_fail (LUM_IS_REPORT_PREVIEW (self), 0);

  return self->page;
}

void
lum_report_preview_set_page (LumReportPreview *self, guint page)
{
  g_return_if_fail (LUM_IS_REPORT_PREVIEW (self));

  if (page == self->page || page >= lum_report_preview_get_n_pages (self))
    return;
  self->page = page;
  invalidate (self);
}
