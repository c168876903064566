/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-report-offers.h"

#include "lum-activity-row.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-record-dialogs.h"
#include "lum-report-offer.h"

struct _LumReportOffers {
  AdwBin parent_instance;

  LumUiContext *context;
  GtkWidget *group;
  AdwActionRow *safety;
  AdwExpanderRow *function; /* the two activities */
  LumActivityRow *activities[LUM_N_REPORT_ACTIVITIES];
  AdwActionRow *questions;
};

G_DEFINE_FINAL_TYPE (LumReportOffers, lum_report_offers, ADW_TYPE_BIN)

enum { QUESTIONS_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
safety_cb (LumReportOffers *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    lum_safety_dialog_present (GTK_WINDOW (root), self->context);
}

static void
questions_cb (LumReportOffers *self)
{
  g_signal_emit (self, signals[QUESTIONS_WANTED], 0);
}

static char *
describe_check (const LumReportOffer *offer, LumDay today)
{
  g_autofree char *date = NULL;

  if (offer->last_answer == LUM_DAY_NONE)
    return g_strdup (_ ("Not answered yet; one minute"));
  date = lum_message_date (offer->last_check != LUM_DAY_NONE ? offer->last_check : offer->last_answer, today);
  if (offer->last_check == LUM_DAY_NONE)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Answered in part, last on %s"), date);
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("Last answered on %s"), date);
}

/* Those that have a name; else what could be one. */
static char *
describe_activities (const LumReportOffer *offer)
{
  g_autofree char *first = NULL, *second = NULL;

  if (!offer->activities[0])
    return g_strdup (_ ("Say, “run 5 km” and “tie shoes”: how well do they go today?"));
  /* A name may run the other way than the sentence around it. */
  first = g_strdup_printf ("\u2068%s\u2069", offer->activities[0]->name);
  if (!offer->activities[1])
    /* Translators: %s is an activity in the person’s own words */
    return g_strdup_printf (_ ("How well does “%s” go today?"), first);
  second = g_strdup_printf ("\u2068%s\u2069", offer->activities[1]->name);
  /* Translators: both are activities in the person’s own words */
  return g_strdup_printf (_ ("How well do “%1$s” and “%2$s” go today?"), first, second);
}

static void
update (GtkWidget *widget, guint changes)
{
  LumReportOffers *self = LUM_REPORT_OFFERS (widget);
  LumDay today = lum_ui_context_get_today (self->context);
  LumReportOffer offer = lum_report_offer_new (lum_ui_context_get_diary (self->context), today);
  g_autofree char *checked = describe_check (&offer, today);
  g_autofree char *named = describe_activities (&offer);
  gboolean any = FALSE;

  adw_action_row_set_subtitle (self->safety, checked);
  gtk_widget_set_visible (GTK_WIDGET (self->safety), (offer.parts & LUM_REPORT_OFFER_SAFETY) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->questions), (offer.parts & LUM_REPORT_OFFER_QUESTIONS) != 0);
  for (guint i = 0; i < LUM_N_REPORT_ACTIVITIES; i++) {
    gboolean rated = offer.courses[i].now && offer.courses[i].now->day == today;

    lum_activity_row_update (self->activities[i], offer.activities[i], &offer.courses[i]);
    /* What was rated from here stays for another thought; what was rated before it was opened does not come. */
    gtk_widget_set_visible (GTK_WIDGET (self->activities[i]),
                            !rated || lum_activity_row_was_used (self->activities[i]));
    any |= gtk_widget_get_visible (GTK_WIDGET (self->activities[i]));
  }
  adw_expander_row_set_subtitle (self->function, named);
  gtk_widget_set_visible (GTK_WIDGET (self->function), any);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          any || (offer.parts & (LUM_REPORT_OFFER_SAFETY | LUM_REPORT_OFFER_QUESTIONS)) != 0);
}

static void
lum_report_offers_dispose (GObject *object)
{
  g_clear_object (&LUM_REPORT_OFFERS (object)->context);

  G_OBJECT_CLASS (lum_report_offers_parent_class)->dispose (object);
}

static void
lum_report_offers_class_init (LumReportOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_report_offers_dispose;

  /**
   * LumReportOffers::questions-wanted:
   *
   * The person wants to write their questions.
   */
  signals[QUESTIONS_WANTED] = g_signal_new ("questions-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static AdwActionRow *
add_row (LumReportOffers *self, const char *title, const char *subtitle, GCallback activated)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), GTK_WIDGET (row));
  return row;
}

static void
lum_report_offers_init (LumReportOffers *self)
{
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("Before the Visit"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->group),
      _ ("None of this is needed. It goes on the page, and a doctor will ask for it."));
  adw_bin_set_child (ADW_BIN (self), self->group);
}

/**
 * lum_report_offers_new:
 *
 * The offers, following the diary of @context.
 */
GtkWidget *
lum_report_offers_new (LumUiContext *context)
{
  LumReportOffers *self = g_object_new (LUM_TYPE_REPORT_OFFERS, NULL);
  const struct {
    const char *title, *example;
  } rows[LUM_N_REPORT_ACTIVITIES] = {
      {_ ("First activity"), _ ("run 5 km")},
      {_ ("Second activity"), _ ("tie shoes")},
  };

  self->context = g_object_ref (context);
  self->safety = add_row (self, _ ("Safety Check"), NULL, G_CALLBACK (safety_cb));
  self->function = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->function), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->function), _ ("Two Activities"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), GTK_WIDGET (self->function));
  for (guint i = 0; i < LUM_N_REPORT_ACTIVITIES; i++) {
    self->activities[i] = LUM_ACTIVITY_ROW (lum_activity_row_new (context, rows[i].title, rows[i].example));
    adw_expander_row_add_row (self->function, GTK_WIDGET (self->activities[i]));
  }
  self->questions =
      add_row (self, _ ("Questions for the Doctor"), _ ("Up to three, in your own words"), G_CALLBACK (questions_cb));
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}
