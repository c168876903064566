/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-report.h"
#include "lum-ui-context.h"

G_BEGIN_DECLS

/* What goes on the page for the doctor: its period, its parts, whose it is and what is asked, and the paper. It begins
 * with what was chosen last: looks from the settings, name and questions from the journal. Signal "changed". */
#define LUM_TYPE_REPORT_CHOICES (lum_report_choices_get_type ())

G_DECLARE_FINAL_TYPE (LumReportChoices, lum_report_choices, LUM, REPORT_CHOICES, GtkBox)

void lum_report_choices_fill (LumReportChoices *self, LumUiContext *context);
gboolean lum_report_choices_get_options (LumReportChoices *self, LumReportOptions *options);
void lum_report_choices_remember (LumReportChoices *self, GtkWidget *teller);
void lum_report_choices_ask_questions (LumReportChoices *self);

/* The diary that the findings are of: page and warnings speak of the same days. */
LumDiary *lum_report_choices_get_diary (LumUiContext *context);

G_END_DECLS
