/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-trends-page.h"

#include "lum-i18n.h"

struct _LumTrendsPage {
  AdwBin parent_instance;

  LumUiContext *context;
};

G_DEFINE_FINAL_TYPE (LumTrendsPage, lum_trends_page, ADW_TYPE_BIN)

static void
update (GtkWidget *widget, guint changes)
{
}

static void
lum_trends_page_dispose (GObject *object)
{
  LumTrendsPage *self = LUM_TRENDS_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_trends_page_parent_class)->dispose (object);
}

static void
lum_trends_page_class_init (LumTrendsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_trends_page_dispose;
}

static void
lum_trends_page_init (LumTrendsPage *self)
{
}

/**
 * lum_trends_page_new:
 *
 * The Trends page of a window.
 */
GtkWidget *
lum_trends_page_new (LumUiContext *context)
{
  LumTrendsPage *self = g_object_new (LUM_TYPE_TRENDS_PAGE, NULL);

  self->context = g_object_ref (context);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}
