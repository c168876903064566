/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card-actions.h"
#include "lum-i18n.h"
#include "lum-running.h"
#include "lum-trends-sections.h"

/* What the watch says today, each with its evidence (MS-3). */

static GtkWidget *
create (void)
{
  return lum_trends_list_new (_ ("What Stands Out"));
}

/* Each can be settled, put off or dismissed here, too (MS-3). */
static void
add_actions (GtkWidget *row, LumUiContext *context, const LumCard *card)
{
  GtkWidget *actions = lum_card_actions_new (context, card, ~(guint) LUM_CARD_ACTION_SEE_RUNS),
            *holder = gtk_list_box_row_new ();

  gtk_widget_add_css_class (actions, "card-actions");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), actions);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_widget_set_focusable (holder, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), holder);
}

/* A card, and the findings that it belongs to. */
typedef struct {
  LumUiContext *context;
  LumFindings *findings;
  const LumCard *card;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->context);
  lum_findings_unref (subject->findings);
  g_free (subject);
}

static void
fill_card (GtkWidget *row, gpointer data)
{
  Subject *subject = data;
  const LumCard *card = subject->card;

  for (guint i = 0; card->evidence && card->evidence[i] && card->evidence[i + 1]; i += 2)
    lum_trends_fold_add (row, card->evidence[i], card->evidence[i + 1]);
  lum_trends_fold_add (row, _ ("Days Looked At"), card->window);
  lum_trends_fold_add (row, _ ("What Would Clear It"), card->clears);
  lum_trends_fold_add (row, _ ("Source"), card->source);
  lum_trends_fold_add (row, _ ("Rule"), card->rule);
  add_actions (row, subject->context, card);
}

static GtkWidget *
new_card_row (LumUiContext *context, LumFindings *findings, const LumCard *card)
{
  gboolean note = card->severity == LUM_SEVERITY_NOTE;
  GtkWidget *icon = gtk_image_new_from_icon_name (note ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  Subject *subject = g_new0 (Subject, 1);
  GtkWidget *row;

  *subject = (Subject){g_object_ref (context), lum_findings_ref (findings), card};
  row = lum_trends_fold_new (card->title, card->message, fill_card, subject, subject_free);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  gtk_widget_set_name (row, card->rule);
  return row;
}

static void
update (GtkWidget *section, LumUiContext *context)
{
  LumFindings *findings = lum_ui_context_get_findings (context);
  g_autofree char *trend = NULL, *running = NULL;

  lum_trends_list_clear (section);
  if (!findings)
    return;

  trend = findings->tier == LUM_TIER_EMERGENCY ? NULL : lum_findings_describe_trend (findings);
  running = lum_findings_describe_running (findings);
  if (trend && running) {
    g_autofree char *both = g_strdup_printf ("%s\n%s", trend, running);

    lum_trends_list_set_description (section, both);
  } else {
    lum_trends_list_set_description (section, trend ? trend : running);
  }
  for (guint i = 0; i < findings->cards->len; i++) {
    const LumCard *card = g_ptr_array_index (findings->cards, i);

    /* RF-R1: an open emergency stands alone, here, too. */
    if (findings->tier != LUM_TIER_EMERGENCY || card->shown)
      lum_trends_list_append (section, new_card_row (context, findings, card));
  }
  if (findings->cards->len == 0)
    lum_trends_list_append (
        section, lum_trends_row_new (_ ("Nothing stands out today"),
                                     _ ("When something does, it is listed here with its numbers, its source "
                                        "and what would clear it.")));
}

const LumTrendsSection lum_trends_findings = {create, update, LUM_TRENDS_OF_FINDINGS};
