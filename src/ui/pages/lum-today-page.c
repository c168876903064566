/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-today-page.h"

#include "lum-i18n.h"

struct _LumTodayPage {
  AdwBin parent_instance;

  LumUiContext *context;
};

G_DEFINE_FINAL_TYPE (LumTodayPage, lum_today_page, ADW_TYPE_BIN)

static void
update (GtkWidget *widget, guint changes)
{
}

static void
lum_today_page_dispose (GObject *object)
{
  LumTodayPage *self = LUM_TODAY_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_today_page_parent_class)->dispose (object);
}

static void
lum_today_page_class_init (LumTodayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_today_page_dispose;
}

static void
lum_today_page_init (LumTodayPage *self)
{
}

/**
 * lum_today_page_new:
 *
 * The Today page of a window.
 */
GtkWidget *
lum_today_page_new (LumUiContext *context)
{
  LumTodayPage *self = g_object_new (LUM_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}
