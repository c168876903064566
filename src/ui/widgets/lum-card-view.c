/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card-view.h"

#include "lum-i18n.h"
#include "lum-record-pain.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

#define LATER_DAYS 3      /* "Later": it comes back */
#define DISMISSED_DAYS 14 /* OU-16 */
#define DISMISSED_COMES_AND_GOES_DAYS 56

struct _LumCardView {
  AdwBin parent_instance;

  LumUiContext *context;
  char *identity;
  char *rule, *variant;
  LumDay first, last;
};

G_DEFINE_FINAL_TYPE (LumCardView, lum_card_view, ADW_TYPE_BIN)

enum { FILL_GAPS, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- what a person does with it --- */

static void
fill_gaps_cb (LumCardView *self)
{
  g_signal_emit (self, signals[FILL_GAPS], 0);
}

static void
record_event (LumCardView *self, LumCardEvent event, const char *toast)
{
  LumDay today = lum_ui_context_get_today (self->context);
  LumDay until = LUM_DAY_NONE;

  if (event == LUM_CARD_LATER)
    until = today + LATER_DAYS;
  else if (event == LUM_CARD_DISMISSED)
    until = today + (g_str_has_prefix (self->rule, "EP-9") ? DISMISSED_COMES_AND_GOES_DAYS : DISMISSED_DAYS);
  lum_ui_context_commit (self->context, GTK_WIDGET (self),
                         lum_record_card_event (lum_ui_context_get_journal (self->context), self->rule, self->variant,
                                                self->first, self->last, event, until),
                         toast);
}

static void
later_cb (LumCardView *self)
{
  record_event (self, LUM_CARD_LATER, _ ("It will come back in a few days"));
}

static void
dismiss_cb (LumCardView *self)
{
  record_event (self, LUM_CARD_DISMISSED, _ ("You will not be told again"));
}

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

static GtkWidget *
action_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (action)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
actions_new (LumCardView *self, const LumCard *card)
{
  GtkWidget *flow = lum_wrap_box_new (6);
  struct {
    guint flag;
    const char *label, *action;
    GCallback callback;
  } all[] = {
      {LUM_CARD_ACTION_WARNING_SIGNS, _ ("Wa_rning Signs"), "win.show-topic::see-someone", NULL},
      {LUM_CARD_ACTION_PREPARE_PAGE, _ ("Prepare t_he Page"), "win.report", NULL},
      {LUM_CARD_ACTION_SEE_RUNS, _ ("See the R_uns"), "win.show-page::trends", NULL},
      {LUM_CARD_ACTION_FILL_GAPS, _ ("Fill the _Gaps"), NULL, G_CALLBACK (fill_gaps_cb)},
      {LUM_CARD_ACTION_SEEN_SOMEONE, _ ("I’ve Seen S_omeone…"), "win.visit", NULL},
      {LUM_CARD_ACTION_LATER, _ ("L_ater"), NULL, G_CALLBACK (later_cb)},
      {LUM_CARD_ACTION_DISMISS, _ ("Do_n’t Tell Me Again"), NULL, G_CALLBACK (dismiss_cb)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    if (!(card->actions & all[i].flag))
      continue;

    GtkWidget *button = action_new (all[i].label, all[i].action);

    if (all[i].callback)
      g_signal_connect_object (button, "clicked", all[i].callback, self, G_CONNECT_SWAPPED);
    lum_wrap_box_append (LUM_WRAP_BOX (flow), button);
  }
  return flow;
}

static void
lum_card_view_dispose (GObject *object)
{
  LumCardView *self = LUM_CARD_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->identity, g_free);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->variant, g_free);

  G_OBJECT_CLASS (lum_card_view_parent_class)->dispose (object);
}

static void
lum_card_view_class_init (LumCardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_card_view_dispose;

  /**
   * LumCardView::fill-gaps:
   *
   * The person wants to say how the days without an entry were.
   */
  signals[FILL_GAPS] =
      g_signal_new ("fill-gaps", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

  g_autofree char *identity = g_strdup_printf ("%s|%s|%d|%d|%s", card->rule, card->variant ? card->variant : "",
                                               card->first, card->last, card->message);

  if (g_strcmp0 (identity, self->identity) == 0)
    return;
  g_free (self->identity);
  self->identity = g_steal_pointer (&identity);
  g_free (self->rule);
  self->rule = g_strdup (card->rule);
  g_free (self->variant);
  self->variant = g_strdup (card->variant);
  self->first = card->first;
  self->last = card->last;

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "message");
  gtk_widget_add_css_class (box, card->severity == LUM_SEVERITY_ALERT     ? "alert"
                                 : card->severity == LUM_SEVERITY_CAUTION ? "caution"
                                                                          : "note");
  gtk_box_append (GTK_BOX (box), text_new (card->title, "heading"));
  gtk_box_append (GTK_BOX (box), text_new (card->message, NULL));
  gtk_box_append (GTK_BOX (box), actions_new (self, card));
  gtk_box_append (GTK_BOX (box), why_new (card));
  adw_bin_set_child (ADW_BIN (self), box);
}
