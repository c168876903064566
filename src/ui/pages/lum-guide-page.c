/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-guide-page.h"

#include "lum-i18n.h"

struct _LumGuidePage {
  AdwBin parent_instance;

  LumUiContext *context;
};

G_DEFINE_FINAL_TYPE (LumGuidePage, lum_guide_page, ADW_TYPE_BIN)

static void
update (GtkWidget *widget, guint changes)
{
}

static void
lum_guide_page_dispose (GObject *object)
{
  LumGuidePage *self = LUM_GUIDE_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_guide_page_parent_class)->dispose (object);
}

static void
lum_guide_page_class_init (LumGuidePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_guide_page_dispose;
}

static void
lum_guide_page_init (LumGuidePage *self)
{
}

/**
 * lum_guide_page_new:
 *
 * The Guide page of a window.
 */
GtkWidget *
lum_guide_page_new (LumUiContext *context)
{
  LumGuidePage *self = g_object_new (LUM_TYPE_GUIDE_PAGE, NULL);

  self->context = g_object_ref (context);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/**
 * lum_guide_page_show_topic:
 * @topic: its id
 *
 * Opens a topic.
 */
void
lum_guide_page_show_topic (LumGuidePage *self, const char *topic)
{
  g_return_if_fail (LUM_IS_GUIDE_PAGE (self));
}
