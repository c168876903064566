/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-journal-page.h"

#include "lum-i18n.h"

struct _LumJournalPage {
  AdwBin parent_instance;

  LumUiContext *context;
};

G_DEFINE_FINAL_TYPE (LumJournalPage, lum_journal_page, ADW_TYPE_BIN)

static void
update (GtkWidget *widget, guint changes)
{
}

static void
lum_journal_page_dispose (GObject *object)
{
  LumJournalPage *self = LUM_JOURNAL_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_journal_page_parent_class)->dispose (object);
}

static void
lum_journal_page_class_init (LumJournalPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_journal_page_dispose;
}

static void
lum_journal_page_init (LumJournalPage *self)
{
}

/**
 * lum_journal_page_new:
 *
 * The Journal page of a window.
 */
GtkWidget *
lum_journal_page_new (LumUiContext *context)
{
  LumJournalPage *self = g_object_new (LUM_TYPE_JOURNAL_PAGE, NULL);

  self->context = g_object_ref (context);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/**
 * lum_journal_page_show_day:
 *
 * Scrolls to a day.
 */
void
lum_journal_page_show_day (LumJournalPage *self, LumDay day)
{
  g_return_if_fail (LUM_IS_JOURNAL_PAGE (self));
}
