/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-backup.h"
#include "lum-compat.h"
#include "lum-error.h"
#include "lum-export-dialog.h"
#include "lum-i18n.h"
#include "lum-window.h"

typedef struct {
  GtkWindow *parent; /* weak */
  LumUiContext *context;
  char *name;
} Order;

static Order *
order_new (GtkWindow *parent, LumUiContext *context)
{
  Order *order = g_new0 (Order, 1);

  g_set_weak_pointer (&order->parent, parent);
  order->context = g_object_ref (context);
  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_weak_pointer (&order->parent);
  g_object_unref (order->context);
  g_free (order->name);
  g_free (order);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ok = lum_backup_to_finish (LUM_JOURNAL (source), result, &error);

  if (order->parent && ok) {
    /* Translators: %s is the name of a file */
    g_autofree char *text = g_strdup_printf (_ ("Backed up as “%s”"), order->name);

    lum_window_toast (GTK_WIDGET (order->parent), text);
  } else if (order->parent) {
    lum_window_toast_error (GTK_WIDGET (order->parent), error);
  }
  order_free (order);
}

/**
 * lum_back_up_to:
 * @file: must be on this computer; one that is there is replaced, since the chooser has asked
 *
 * Writes a copy of the journal, and says in the window how it went.
 */
void
lum_back_up_to (GtkWindow *parent, LumUiContext *context, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  Order *order;

  if (!path) {
    g_autoptr (GError) error = g_error_new_literal (LUM_ERROR, LUM_ERROR_INVALID_INPUT,
                                                    _ ("The file can only be saved in a folder of this computer."));

    lum_window_toast_error (GTK_WIDGET (parent), error);
    return;
  }
  order = order_new (parent, context);
  order->name = g_file_get_basename (file);
  lum_backup_replace_async (lum_ui_context_get_journal (context), path, written_cb, order);
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  Order *order = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (file && order->parent)
    lum_back_up_to (order->parent, order->context, file);
}

/**
 * lum_back_up_choose:
 *
 * Asks where, and writes a copy of the journal there.
 */
void
lum_back_up_choose (GtkWindow *parent, LumUiContext *context)
{
  g_autofree char *date = lum_day_to_iso (lum_ui_context_get_today (context));
  g_autofree char *name = g_strdup_printf ("lumbar-%s.db", date);

  lum_compat_save_file (parent, _ ("Back Up"), name, chosen_cb, order_new (parent, context), order_free);
}
