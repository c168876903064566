/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

#define LUM_TYPE_JOURNAL_PAGE (lum_journal_page_get_type ())

G_DECLARE_FINAL_TYPE (LumJournalPage, lum_journal_page, LUM, JOURNAL_PAGE, AdwBin)

GtkWidget *lum_journal_page_new (LumUiContext *context);
void lum_journal_page_show_day (LumJournalPage *self, LumDay day);

G_END_DECLS
