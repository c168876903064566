/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-day-list.h"
#include "lum-units.h"

G_BEGIN_DECLS

/* A day of the journal, or the heading of a month. Each entry on it is a button with the action
 * journal.edit (kind, id). */
#define LUM_TYPE_JOURNAL_ROW (lum_journal_row_get_type ())

G_DECLARE_FINAL_TYPE (LumJournalRow, lum_journal_row, LUM, JOURNAL_ROW, AdwBin)

GtkWidget *lum_journal_row_new (void);
LumDay lum_journal_row_get_day (LumJournalRow *self);
char *lum_journal_row_set_item (LumJournalRow *self, LumDayItem *item, LumUnits units);

G_END_DECLS
