/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-card-actions.h"

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-record-dialogs.h"
#include "lum-record-pain.h"
#include "lum-safety.h"
#include "lum-wrap-box.h"

/* What a button needs to know of its card, which may be gone when it is pressed. */
typedef struct {
  LumUiContext *context;
  char *rule, *variant;
  LumDay first, last;
} Subject;

static void
subject_free (gpointer data, GClosure *closure)
{
  Subject *subject = data;

  g_object_unref (subject->context);
  g_free (subject->rule);
  g_free (subject->variant);
  g_free (subject);
}

static Subject *
subject_new (LumUiContext *context, const LumCard *card)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->context = g_object_ref (context);
  subject->rule = g_strdup (card->rule);
  subject->variant = g_strdup (card->variant);
  subject->first = card->first;
  subject->last = card->last;
  return subject;
}

static void
record_event (Subject *subject, GtkWidget *button, LumCardEvent event, LumDay until, const char *toast)
{
  lum_ui_context_commit (subject->context, button,
                         lum_record_card_event (lum_ui_context_get_journal (subject->context), subject->rule,
                                                subject->variant, subject->first, subject->last, event, until),
                         toast);
}

static void
later_cb (GtkWidget *button, Subject *subject)
{
  LumDay until = lum_ui_context_get_today (subject->context) + LUM_P_LATER;

  record_event (subject, button, LUM_CARD_LATER, until, _ ("It will come back in a week"));
}

/* For how long is the rule's to say. */
static void
dismiss_cb (GtkWidget *button, Subject *subject)
{
  record_event (subject, button, LUM_CARD_DISMISSED, LUM_DAY_NONE, _ ("You will not be told again"));
}

static void
settle (GtkWidget *button, Subject *subject, gboolean mistake)
{
  GtkRoot *root = gtk_widget_get_root (button);

  if (GTK_IS_WINDOW (root))
    lum_settle_dialog_present (GTK_WINDOW (root), subject->context, lum_safety_tier_from_word (subject->variant),
                               mistake);
}

static void
checked_cb (GtkWidget *button, Subject *subject)
{
  settle (button, subject, FALSE);
}

static void
mistake_cb (GtkWidget *button, Subject *subject)
{
  settle (button, subject, TRUE);
}

/**
 * lum_card_actions_new:
 * @card: copied as far as needed
 * @actions: which of its LumCardActions are wanted here
 *
 * A row of buttons, as many as the card offers.
 */
GtkWidget *
lum_card_actions_new (LumUiContext *context, const LumCard *card, guint actions)
{
  GtkWidget *flow = lum_wrap_box_new (6);
  const struct {
    guint flag;
    const char *label, *action;
    GCallback callback;
  } all[] = {
      {LUM_CARD_ACTION_WARNING_SIGNS, _ ("Wa_rning Signs"), "win.show-topic::see-someone", NULL},
      {LUM_CARD_ACTION_SAFETY_CHECK, _ ("Sa_fety Check…"), "win.safety-check", NULL},
      {LUM_CARD_ACTION_CHECKED,
       g_strcmp0 (card->variant, "emergency") == 0 ? _ ("I’ve Been _Checked…") : _ ("I’ve S_poken to Someone…"), NULL,
       G_CALLBACK (checked_cb)},
      {LUM_CARD_ACTION_MISTAKE, _ ("Ticked by _Mistake…"), NULL, G_CALLBACK (mistake_cb)},
      {LUM_CARD_ACTION_PREPARE_PAGE, _ ("Prepare t_he Page"), "win.report", NULL},
      {LUM_CARD_ACTION_SEE_RUNS, _ ("See the R_uns"), "win.show-page::trends", NULL},
      {LUM_CARD_ACTION_FILL_GAPS, _ ("Fill the _Gaps"), "win.fill-gaps", NULL},
      {LUM_CARD_ACTION_SEEN_SOMEONE, _ ("I’ve Seen S_omeone…"), "win.visit", NULL},
      {LUM_CARD_ACTION_LATER, _ ("L_ater"), NULL, G_CALLBACK (later_cb)},
      {LUM_CARD_ACTION_DISMISS, _ ("Do_n’t Tell Me Again"), NULL, G_CALLBACK (dismiss_cb)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    GtkWidget *button;

    if (!(card->actions & actions & all[i].flag))
      continue;
    button = gtk_button_new_with_mnemonic (all[i].label);
    if (all[i].action)
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), all[i].action);
    if (all[i].callback)
      g_signal_connect_data (button, "clicked", all[i].callback, subject_new (context, card), subject_free,
                             G_CONNECT_DEFAULT);
    lum_wrap_box_append (LUM_WRAP_BOX (flow), button);
  }
  return flow;
}
