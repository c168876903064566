/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-offer-row.h"

#include "lum-i18n.h"
#include "lum-import-dialog.h"
#include "lum-wrap-box.h"

struct _LumRunOfferRow {
  AdwBin parent_instance;

  LumUiContext *context;
  LumRunOffer *offer; /* (nullable) the one on screen */
  GtkLabel *label;    /* NULL until there is something to say */
};

G_DEFINE_FINAL_TYPE (LumRunOfferRow, lum_run_offer_row, ADW_TYPE_BIN)

static void
look_cb (LumRunOfferRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GListModel) files = self->offer ? lum_run_offer_list_files (self->offer) : NULL;

  if (files && g_list_model_get_n_items (files) > 0)
    lum_import_dialog_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->context, files);
}

static void
not_now_cb (LumRunOfferRow *self)
{
  LumRunMonitor *monitor = lum_ui_context_get_run_monitor (self->context);

  if (monitor && self->offer)
    lum_run_monitor_set_aside (monitor, self->offer);
}

static GtkWidget *
button_new (LumRunOfferRow *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label, NULL, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* Most days no watch is plugged in, so it is built when one is. */
static void
build (LumRunOfferRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *buttons = lum_wrap_box_new (6);
  GtkWidget *not_now;

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  lum_wrap_box_append (LUM_WRAP_BOX (buttons), button_new (self, _ ("Loo_k…"), G_CALLBACK (look_cb)));
  not_now = button_new (self, _ ("_Not Now"), G_CALLBACK (not_now_cb));
  gtk_widget_add_css_class (not_now, "flat");
  lum_wrap_box_append (LUM_WRAP_BOX (buttons), not_now);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
lum_run_offer_row_dispose (GObject *object)
{
  LumRunOfferRow *self = LUM_RUN_OFFER_ROW (object);

  g_clear_object (&self->offer);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_run_offer_row_parent_class)->dispose (object);
}

static void
lum_run_offer_row_class_init (LumRunOfferRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_run_offer_row_dispose;
}

static void
lum_run_offer_row_init (LumRunOfferRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lum_run_offer_row_new:
 *
 * A row that offers what a watch or the watched folder has; shown by lum_run_offer_row_update().
 */
GtkWidget *
lum_run_offer_row_new (LumUiContext *context)
{
  LumRunOfferRow *self = g_object_new (LUM_TYPE_RUN_OFFER_ROW, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * lum_run_offer_row_update:
 *
 * Offers what is new now, or hides.
 */
void
lum_run_offer_row_update (LumRunOfferRow *self)
{
  LumRunMonitor *monitor;
  LumRunOffer *offer;

  g_return_if_fail (LUM_IS_RUN_OFFER_ROW (self));

  monitor = lum_ui_context_get_run_monitor (self->context);
  offer = monitor ? lum_run_monitor_get_offer (monitor) : NULL;
  g_set_object (&self->offer, offer);
  if (self->offer) {
    g_autofree char *text = lum_run_offer_describe (self->offer);

    if (!self->label)
      build (self);
    gtk_label_set_text (self->label, text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), self->offer != NULL);
}
