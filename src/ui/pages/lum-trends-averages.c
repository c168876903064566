/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-trends-averages.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-trends-sections.h"
#include "lum-ui-words.h"

/* Plain averages, each folded: most are looked at now and then, and rows cost time. */

/* In this order: one line each. */
static const LumTrendsAverage *const averages[] = {
    &lum_trends_by_weekday, &lum_trends_by_moment, &lum_trends_by_shoe, &lum_trends_by_shoe_age, &lum_trends_weeks,
};

#define FOLDS_KEY "lum-folds"

typedef struct {
  const LumTrendsAverage *average;
  LumTrendsRows rows;
  gboolean stale; /* the rows are not those of the context, or not made yet */
  gboolean quiet; /* it is being changed, not unfolded */
} Fold;

static void
fold_free (gpointer data)
{
  Fold *fold = data;

  for (guint i = 0; i < G_N_ELEMENTS (fold->rows.columns); i++)
    g_object_unref (fold->rows.columns[i]);
  g_ptr_array_unref (fold->rows.rows);
  g_clear_object (&fold->rows.context);
  g_free (fold);
}

static void
fill_if_seen (Fold *fold)
{
  if (fold->quiet || !fold->stale || !fold->rows.context ||
      !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (fold->rows.fold)))
    return;
  fold->stale = FALSE;
  fold->average->fill (&fold->rows);
}

static Fold *
fold_new (const LumTrendsAverage *average)
{
  Fold *fold = g_new0 (Fold, 1);
  GtkWidget *row = adw_expander_row_new ();

  fold->average = average;
  fold->rows.fold = row;
  fold->rows.rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fold->rows.columns); i++)
    fold->rows.columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (average->title));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), FOLDS_KEY, fold, fold_free);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (fill_if_seen), fold);
  return fold;
}

static GtkWidget *
create (void)
{
  GtkWidget *section = lum_trends_list_new (_ ("Averages"));
  GPtrArray *folds = g_ptr_array_new ();

  lum_trends_list_set_description (section, _ ("Plain means of what you logged, with what each stands on. They show "
                                               "what came together, not what caused what. Bars run from 0 to 10."));
  for (guint i = 0; i < G_N_ELEMENTS (averages); i++) {
    Fold *fold = fold_new (averages[i]);

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (section), fold->rows.fold);
    g_ptr_array_add (folds, fold);
  }
  g_object_set_data_full (G_OBJECT (section), FOLDS_KEY, folds, (GDestroyNotify) g_ptr_array_unref);
  return section;
}

/* Whether it can be unfolded. The toolkit takes "it can" for "it is". */
static void
set_enough (Fold *fold, gboolean enough)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (fold->rows.fold);

  if (adw_expander_row_get_enable_expansion (row) == enough)
    return;
  fold->quiet = TRUE;
  adw_expander_row_set_enable_expansion (row, enough);
  adw_expander_row_set_expanded (row, FALSE);
  fold->quiet = FALSE;
}

static void
update (GtkWidget *section, LumUiContext *context)
{
  GPtrArray *folds = g_object_get_data (G_OBJECT (section), FOLDS_KEY);

  if (!lum_ui_context_get_findings (context))
    return;
  for (guint i = 0; i < folds->len; i++) {
    Fold *fold = g_ptr_array_index (folds, i);
    gboolean enough = FALSE;
    g_autofree char *text = fold->average->describe (context, &enough);

    if (g_strcmp0 (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (fold->rows.fold)), text) != 0)
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (fold->rows.fold), text);
    g_set_object (&fold->rows.context, context);
    fold->stale = TRUE;
    set_enough (fold, enough);
    fill_if_seen (fold);
  }
}

const LumTrendsSection lum_trends_averages = {create, update, LUM_TRENDS_OF_FINDINGS};

/* --- rows --- */

/**
 * lum_trends_rows_get:
 * @i: from 0, at most one more than there are
 * @make: makes what is in the row
 *
 * The row at a place, made if it is not there yet.
 *
 * Returns: (transfer none): a #GtkListBoxRow that can have focus, and so needs a label
 */
GtkWidget *
lum_trends_rows_get (LumTrendsRows *self, guint i, GtkWidget *(*make) (gpointer data), gpointer data)
{
  GtkWidget *row;

  g_return_val_if_fail (i <= self->rows->len, NULL);

  if (i < self->rows->len)
    return g_ptr_array_index (self->rows, i);
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make (data));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->fold), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
make_mean (gpointer data)
{
  GtkWidget *bar = lum_mean_bar_new (((LumTrendsRows *) data)->columns);

  gtk_widget_add_css_class (bar, "mean");
  return bar;
}

/**
 * lum_trends_rows_set_mean:
 * @note: what the mean stands on, or why there is none
 *
 * Shows a mean in a row.
 */
void
lum_trends_rows_set_mean (LumTrendsRows *self, guint i, const char *name, const LumPainMean *mean, const char *note)
{
  GtkWidget *row = lum_trends_rows_get (self, i, make_mean, self);
  double value = lum_pain_mean_get (mean);
  g_autofree char *number = NULL, *label = NULL;

  lum_mean_bar_set (LUM_MEAN_BAR (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), name, value, note);
  if (isnan (value)) {
    /* Translators: %1$s is what the row is about, "Monday"; %2$s says why there is no mean */
    label = g_strdup_printf (C_ ("average", "%1$s: no mean. %2$s"), name, note);
  } else {
    number = lum_format_number (value, 1);
    /* Translators: %1$s is what the row is about, "Monday"; %2$s a mean score; %3$s what it stands on */
    label = g_strdup_printf (C_ ("average", "%1$s: %2$s. %3$s"), name, number, note);
  }
  lum_widget_set_label (row, label);
}

/**
 * lum_trends_rows_set_length:
 *
 * Takes away the rows behind the first @n.
 */
void
lum_trends_rows_set_length (LumTrendsRows *self, guint n)
{
  while (self->rows->len > n) {
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->fold), g_ptr_array_index (self->rows, self->rows->len - 1));
    g_ptr_array_set_size (self->rows, self->rows->len - 1);
  }
}

/* The button moves on to the new end, or goes: who came by keys stands on the first of the new rows. */
static void
more_cb (LumTrendsRows *self)
{
  Fold *fold = g_object_get_data (G_OBJECT (self->fold), FOLDS_KEY);
  guint before = self->rows->len;

  self->more++;
  fold->average->fill (self);
  if (before < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, before));
}

/**
 * lum_trends_rows_set_more:
 * @title: (nullable): of a last row that asks for more; %NULL takes it away
 *
 * Lets more rows be asked for. To be called before rows are added, with %NULL, and after, so that it stays the last.
 */
void
lum_trends_rows_set_more (LumTrendsRows *self, const char *title)
{
  if (self->button)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->fold), self->button);
  self->button = NULL;
  if (!title)
    return;
  self->button = lum_trends_row_new (title, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->button), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->button), gtk_image_new_from_icon_name ("go-down-symbolic"));
  g_signal_connect_swapped (self->button, "activated", G_CALLBACK (more_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->fold), self->button);
}
