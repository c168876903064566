/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-trends-sections.h"

#define ROWS_KEY "lum-rows"
#define UNFOLDED_KEY "lum-unfolded"

/**
 * lum_trends_list_new:
 * @title: (nullable)
 *
 * An empty section.
 */
GtkWidget *
lum_trends_list_new (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title ? title : "");
  gtk_widget_set_margin_top (group, 12);
  g_object_set_data_full (G_OBJECT (group), ROWS_KEY, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  return group;
}

static gboolean
is_unfolded (GtkWidget *row)
{
  return ADW_IS_EXPANDER_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

/**
 * lum_trends_list_clear:
 *
 * Takes all rows away. What was unfolded is so again when a row of the same title comes back.
 */
void
lum_trends_list_clear (GtkWidget *section)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (section), ROWS_KEY);
  GHashTable *unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (is_unfolded (g_ptr_array_index (rows, i)))
      g_hash_table_add (unfolded, g_strdup (adw_preferences_row_get_title (g_ptr_array_index (rows, i))));
  g_object_set_data_full (G_OBJECT (section), UNFOLDED_KEY, unfolded, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (section), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

void
lum_trends_list_set_description (GtkWidget *section, const char *text)
{
  g_autofree char *escaped = text ? g_markup_escape_text (text, -1) : NULL;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (section), escaped);
}

void
lum_trends_list_append (GtkWidget *section, GtkWidget *row)
{
  GPtrArray *rows = g_object_get_data (G_OBJECT (section), ROWS_KEY);

  GHashTable *unfolded = g_object_get_data (G_OBJECT (section), UNFOLDED_KEY);

  if (ADW_IS_EXPANDER_ROW (row) && unfolded &&
      g_hash_table_contains (unfolded, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (section), row);
  g_ptr_array_add (rows, row);
}

/**
 * lum_trends_row_new:
 * @subtitle: (nullable)
 *
 * A row of plain text: what people typed is never markup.
 */
GtkWidget *
lum_trends_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

typedef struct {
  LumTrendsFill fill;
  gpointer data;
  GDestroyNotify free_data;
} Fold;

static void
fold_free (gpointer data, GClosure *closure)
{
  Fold *fold = data;

  if (fold->free_data)
    fold->free_data (fold->data);
  g_free (fold);
}

static void
unfolded_cb (GtkWidget *row, GParamSpec *pspec, Fold *fold)
{
  LumTrendsFill fill = fold->fill;

  fold->fill = NULL;
  if (fill)
    fill (row, fold->data);
}

/**
 * lum_trends_fold_new:
 * @subtitle: (nullable)
 * @fill: called once, when it is unfolded for the first time
 * @data: (transfer full): for @fill
 *
 * A row that unfolds, of plain text.
 */
GtkWidget *
lum_trends_fold_new (const char *title,
                     const char *subtitle,
                     LumTrendsFill fill,
                     gpointer data,
                     GDestroyNotify free_data)
{
  GtkWidget *row = adw_expander_row_new ();
  Fold *fold = g_new0 (Fold, 1);

  *fold = (Fold){fill, data, free_data};
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (unfolded_cb), fold, fold_free, G_CONNECT_DEFAULT);
  return row;
}

/**
 * lum_trends_fold_add:
 * @value: (nullable): a name without a value is left out
 *
 * Adds a line to what was unfolded.
 */
void
lum_trends_fold_add (GtkWidget *fold, const char *name, const char *value)
{
  GtkWidget *detail;

  if (!value || !*value)
    return;
  detail = lum_trends_row_new (name, value);
  gtk_widget_add_css_class (detail, "detail");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), detail);
}
