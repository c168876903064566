/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card-view.h"

#include "lum-card-actions.h"
#include "lum-i18n.h"
#include "lum-ui-words.h"

struct _LumCardView {
  AdwBin parent_instance;

  LumUiContext *context;
  char *identity;
};

G_DEFINE_FINAL_TYPE (LumCardView, lum_card_view, ADW_TYPE_BIN)

/* --- building --- */

static GtkWidget *
text_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_fact (GtkWidget *box, const char *name, const char *value)
{
  if (!value || !*value)
    return;
  gtk_box_append (GTK_BOX (box), text_new (name, "caption-heading"));

  GtkWidget *text = text_new (value, NULL);

  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_margin_bottom (text, 6);
  gtk_box_append (GTK_BOX (box), text);
}

static GtkWidget *
why_new (const LumCard *card)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("_Why am I seeing this?"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "why");
  for (char **pair = card->evidence; pair && pair[0] && pair[1]; pair += 2)
    append_fact (box, pair[0], pair[1]);
  append_fact (box, _ ("Days looked at"), card->window);
  append_fact (box, _ ("What would make it go away"), card->clears);
  append_fact (box, _ ("Source"), card->source);
  append_fact (box, _ ("Rule"), card->rule);
  gtk_box_append (GTK_BOX (box), text_new (_ ("General information, not a diagnosis and no substitute for talking "
                                              "with your doctor. Always talk with your doctor about diagnosis and "
                                              "treatment."),
                                           "caption"));
  /* Its own label is not its name on GTK 4.8. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_expander_get_label_widget (GTK_EXPANDER (expander)), NULL, -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

static void
lum_card_view_dispose (GObject *object)
{
  LumCardView *self = LUM_CARD_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->identity, g_free);

  G_OBJECT_CLASS (lum_card_view_parent_class)->dispose (object);
}

static void
lum_card_view_class_init (LumCardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_card_view_dispose;
}

static void
lum_card_view_init (LumCardView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lum_card_view_new:
 *
 * A place for a card; nothing until lum_card_view_set_card().
 */
GtkWidget *
lum_card_view_new (LumUiContext *context)
{
  LumCardView *self = g_object_new (LUM_TYPE_CARD_VIEW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * lum_card_view_set_card:
 * @card: (nullable): copied; %NULL shows nothing
 *
 * Shows a card.
 */
void
lum_card_view_set_card (LumCardView *self, const LumCard *card)
{
  g_return_if_fail (LUM_IS_CARD_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), card != NULL);
  if (!card) {
    g_clear_pointer (&self->identity, g_free);
    adw_bin_set_child (ADW_BIN (self), NULL);
    return;
  }

  g_autofree char *evidence = g_strjoinv ("|", card->evidence);
  g_autofree char *identity = g_strdup_printf ("%s|%s|%d|%d|%s|%s|%s", card->rule, card->variant ? card->variant : "",
                                               card->first, card->last, card->message, card->window, evidence);

  if (g_strcmp0 (identity, self->identity) == 0)
    return;
  g_free (self->identity);
  self->identity = g_steal_pointer (&identity);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "message");
  gtk_widget_add_css_class (box, card->severity == LUM_SEVERITY_ALERT     ? "alert"
                                 : card->severity == LUM_SEVERITY_CAUTION ? "caution"
                                                                          : "note");
  gtk_box_append (GTK_BOX (box), text_new (card->title, "heading"));
  gtk_box_append (GTK_BOX (box), text_new (card->message, NULL));
  gtk_box_append (GTK_BOX (box), lum_card_actions_new (self->context, card, G_MAXUINT));
  gtk_box_append (GTK_BOX (box), why_new (card));
  adw_bin_set_child (ADW_BIN (self), box);
}
