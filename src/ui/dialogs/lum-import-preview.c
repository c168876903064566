/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-import-preview.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-run.h"

#define LUM_TYPE_IMPORT_ROW (lum_import_row_get_type ())
G_DECLARE_FINAL_TYPE (LumImportRow, lum_import_row, LUM, IMPORT_ROW, GObject)

typedef struct {
  LumImportStatus status;
  const char *title;
  const char *icon;
  gboolean tables; /* of what is refused, those of which the columns can be named */
} Group;

struct _LumImportRow {
  GObject parent_instance;

  LumImportItem *item; /* NULL in a heading */
  guint index;         /* of the item in the batch */
  const Group *group;
  guint n; /* rows below a heading; of an item, how many are like it */
};

G_DEFINE_FINAL_TYPE (LumImportRow, lum_import_row, G_TYPE_OBJECT)

static void
lum_import_row_class_init (LumImportRowClass *klass)
{
}

static void
lum_import_row_init (LumImportRow *self)
{
}

/* In the order of what needs an eye. */
static const Group groups[] = {
    {LUM_IMPORT_NEW, N_ ("New"), "list-add-symbolic"},
    {LUM_IMPORT_SIMILAR, N_ ("Looks Like One You Have"), "dialog-question-symbolic"},
    {LUM_IMPORT_REFUSED, N_ ("Tables to Explain"), "dialog-question-symbolic", TRUE},
    {LUM_IMPORT_REFUSED, N_ ("Nothing to Take In"), "dialog-warning-symbolic"},
    {LUM_IMPORT_NOT_A_RUN, N_ ("Not a Run"), "action-unavailable-symbolic"},
    {LUM_IMPORT_KNOWN, N_ ("Already Here"), "object-select-symbolic"},
};

static gboolean
is_in (const LumImportItem *item, const Group *group)
{
  return item->status == group->status &&
         (item->status != LUM_IMPORT_REFUSED || (item->table != NULL) == group->tables);
}

/* What stays out of one file for one reason is one row. */
static char *
get_key (const LumImportItem *item)
{
  if (item->status != LUM_IMPORT_REFUSED && item->status != LUM_IMPORT_NOT_A_RUN)
    return NULL;
  if (item->records && item->records->len > 0)
    return NULL;
  return g_strdup_printf ("%s\n%s", item->file, item->reason ? item->reason : "");
}

static guint
count_rows (const LumImportBatch *batch, const Group *group)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);
    g_autofree char *key = is_in (item, group) ? get_key (item) : NULL;

    if (is_in (item, group) && (!key || g_hash_table_add (keys, g_steal_pointer (&key))))
      n++;
  }
  return n;
}

/**
 * lum_import_preview_new:
 *
 * Returns: (transfer full): the rows
 */
GListModel *
lum_import_preview_new (const LumImportBatch *batch)
{
  GListStore *rows = g_list_store_new (LUM_TYPE_IMPORT_ROW);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    g_autoptr (GHashTable) likes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    guint n = count_rows (batch, &groups[i]);
    g_autoptr (LumImportRow) heading = NULL;

    if (n == 0)
      continue;
    heading = g_object_new (LUM_TYPE_IMPORT_ROW, NULL);
    heading->group = &groups[i];
    heading->n = n;
    g_list_store_append (rows, heading);
    for (guint j = 0; j < lum_import_batch_get_n_items (batch); j++) {
      LumImportItem *item = lum_import_batch_get_item (batch, j);
      g_autoptr (LumImportRow) row = NULL;
      g_autofree char *key = NULL;
      LumImportRow *like;

      if (!is_in (item, &groups[i]))
        continue;
      key = get_key (item);
      like = key ? g_hash_table_lookup (likes, key) : NULL;
      if (like) {
        like->n++;
        continue;
      }
      row = g_object_new (LUM_TYPE_IMPORT_ROW, NULL);
      row->item = item;
      row->index = j;
      row->group = &groups[i];
      row->n = 1;
      if (key)
        g_hash_table_insert (likes, g_steal_pointer (&key), row); /* the list keeps it */
      g_list_store_append (rows, row);
    }
  }
  return G_LIST_MODEL (rows);
}

static char *
describe_run (const LumRun *run, LumUnits units)
{
  g_autofree char *day = lum_day_format (run->day, LUM_DAY_FORMAT_LONG);
  double seconds = lum_run_get_duration (run);
  g_autofree char *duration = !isnan (seconds) ? lum_format_duration (seconds) : NULL;
  g_autofree char *distance = !isnan (run->distance_m) ? lum_format_distance (run->distance_m, units) : NULL;

  if (distance && duration)
    /* Translators: a run: its date, distance and time */
    return g_strdup_printf (C_ ("run", "%1$s · %2$s · %3$s"), day, distance, duration);
  if (distance || duration)
    /* Translators: a run: its date, and distance or time */
    return g_strdup_printf (C_ ("run", "%1$s · %2$s"), day, distance ? distance : duration);
  return g_steal_pointer (&day);
}

/**
 * lum_import_preview_describe:
 *
 * What an item is: "27 May 2026 · 8.2 km · 45:10".
 *
 * Returns: (transfer full): translated
 */
char *
lum_import_preview_describe (const LumImportItem *item, LumUnits units)
{
  guint n = item->records ? item->records->len : 0;

  if (n == 0)
    return g_path_get_basename (item->file);
  if (item->kind == LUM_RECORD_RUN && n == 1)
    return describe_run (g_ptr_array_index (item->records, 0), units);
  if (item->kind == LUM_RECORD_PAIN)
    return g_strdup_printf (ngettext ("%u pain score", "%u pain scores", n), n);
  if (item->kind == LUM_RECORD_RUN)
    return g_strdup_printf (ngettext ("%u run", "%u runs", n), n);
  if (item->kind == LUM_RECORD_GAP_ANSWER)
    return g_strdup_printf (ngettext ("%u answer about missed days", "%u answers about missed days", n), n);
  return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
}

static char *
describe_origin (const LumImportItem *item, guint n_like)
{
  g_autofree char *file = g_path_get_basename (item->file);
  g_autofree char *place = NULL;
  GString *text;

  if (item->member && n_like == 1)
    /* Translators: a file inside an archive: the archive, the file */
    place = g_strdup_printf (C_ ("file", "%1$s: %2$s"), file, item->member);
  /* What has no records is called by its file already. */
  text = g_string_new (place ? place : item->records && item->records->len > 0 ? file : NULL);
  if (item->kind == LUM_RECORD_RUN && item->records && item->records->len == 1) {
    const LumRun *run = item->records->pdata[0];

    if (run->title) {
      /* Translators: a run's title, and the file it is from */
      g_autofree char *titled = g_strdup_printf (C_ ("file", "%1$s · %2$s"), run->title, text->str);

      g_string_assign (text, titled);
    }
  }
  if (item->reason)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", item->reason);
  if (n_like > 1) {
    /* Translators: how many parts of a file stay out for the reason above */
    g_autofree char *count = g_strdup_printf (ngettext ("%u such part", "%u such parts", n_like), n_like);

    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", count);
  }
  for (guint i = 0; item->warnings && i < item->warnings->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (item->warnings, i));
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* --- the rows --- */

static void
toggled_cb (GtkCheckButton *check, GtkListItem *list_item)
{
  LumImportRow *row = gtk_list_item_get_item (list_item);

  if (!row || !row->item)
    return;
  row->item->wanted = gtk_check_button_get_active (check);
  gtk_widget_activate_action (GTK_WIDGET (check), "import.choice-changed", NULL);
}

static GtkWidget *
new_row_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  /* The target's type comes first, or the name would not fit it for a moment. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = new_label ("title-of-item");
  GtkWidget *origin = new_label ("caption");

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (origin, "dim-label");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), origin);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), new_row_button (_ ("Columns…"), "import.columns"));
  gtk_box_append (GTK_BOX (row), new_row_button (_ ("Day…"), "import.day"));
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_margin_start (row, 6);
  gtk_widget_set_margin_end (row, 6);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), item);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
}

/* A table of a known program says itself what its columns are. */
static gboolean
may_choose_columns (const LumImportItem *item)
{
  const LumCsvMapping *mapping = item->table ? item->table->mapping : NULL;

  return item->table && (!mapping || mapping->guess || g_str_equal (mapping->format, "csv"));
}

/* What can come in may be chosen: what looks like another too, and what a device took for something else. */
static gboolean
may_choose (const LumImportItem *item)
{
  return item->records && item->records->len > 0 &&
         (item->status == LUM_IMPORT_NEW || item->status == LUM_IMPORT_SIMILAR || item->status == LUM_IMPORT_NOT_A_RUN);
}

static void
bind_item (LumImportRow *row, LumUnits units, GtkWidget *check, GtkWidget *title, GtkWidget *origin, char **spoken)
{
  g_autofree char *text = lum_import_preview_describe (row->item, units);
  g_autofree char *from = describe_origin (row->item, row->n);

  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_text (GTK_LABEL (origin), from);
  gtk_widget_set_visible (origin, *from != '\0');
  gtk_widget_remove_css_class (title, "heading");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), lum_import_item_is_wanted (row->item, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  /* Translators: spoken for an item of an import: "New: 27 May · 8.2 km. run.gpx" */
  *spoken = g_strdup_printf (C_ ("import", "%1$s: %2$s. %3$s"), _ (row->group->title), text, from);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  LumImportRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *check = gtk_widget_get_first_child (box);
  GtkWidget *icon = gtk_widget_get_next_sibling (check);
  GtkWidget *texts = gtk_widget_get_next_sibling (icon);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  GtkWidget *origin = gtk_widget_get_next_sibling (title);
  GtkWidget *columns = gtk_widget_get_next_sibling (texts);
  GtkWidget *day = gtk_widget_get_next_sibling (columns);
  gboolean choice = row->item && may_choose (row->item);
  g_autofree char *spoken = NULL;

  g_signal_handlers_block_by_func (check, toggled_cb, list_item);
  gtk_widget_set_visible (check, choice);
  gtk_widget_set_visible (icon, row->item && !choice);
  gtk_widget_set_visible (origin, row->item != NULL);
  gtk_widget_set_visible (columns, row->item && may_choose_columns (row->item));
  gtk_widget_set_visible (day, row->item && row->item->day_is_guess && choice);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (columns), "u", row->index);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (day), "u", row->index);
  if (row->item) {
    bind_item (row, GPOINTER_TO_INT (data), check, title, origin, &spoken);
    gtk_image_set_from_icon_name (GTK_IMAGE (icon), row->group->icon);
  } else {
    /* Translators: a heading and how many are below it */
    spoken = g_strdup_printf (C_ ("import", "%1$s (%2$u)"), _ (row->group->title), row->n);
    gtk_label_set_text (GTK_LABEL (title), spoken);
    gtk_widget_add_css_class (title, "heading");
  }
  g_signal_handlers_unblock_by_func (check, toggled_cb, list_item);
  /* The row that takes the focus is the list's own widget around the box. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

/**
 * lum_import_preview_factory_new:
 *
 * Returns: (transfer full): what shows the rows of lum_import_preview_new()
 */
GtkListItemFactory *
lum_import_preview_factory_new (LumUnits units)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (units));
  return factory;
}

/**
 * lum_import_preview_summarise:
 *
 * What would come in, in a line: "3 new · 1 already here".
 *
 * Returns: (transfer full): translated
 */
char *
lum_import_preview_summarise (const LumImportBatch *batch)
{
  guint n_new = lum_import_batch_count (batch, LUM_IMPORT_NEW);
  guint n_similar = lum_import_batch_count (batch, LUM_IMPORT_SIMILAR);
  guint n_tables = 0, n_refused = 0, n_other = 0;
  guint n_known = lum_import_batch_count (batch, LUM_IMPORT_KNOWN);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].tables)
      n_tables = count_rows (batch, &groups[i]);
    else if (groups[i].status == LUM_IMPORT_REFUSED)
      n_refused = count_rows (batch, &groups[i]);
    else if (groups[i].status == LUM_IMPORT_NOT_A_RUN)
      n_other = count_rows (batch, &groups[i]);
  if (lum_import_batch_get_n_items (batch) == 0)
    return g_strdup (_ ("There is nothing to import in these files."));
  g_ptr_array_add (parts, n_new > 0 ? g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new)
                                    : g_strdup (_ ("Nothing new")));
  if (n_similar > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u to look at", "%u to look at", n_similar), n_similar));
  if (n_tables > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u table to explain", "%u tables to explain", n_tables), n_tables));
  if (n_refused > 0)
    g_ptr_array_add (
        parts,
        g_strdup_printf (ngettext ("%u with nothing to take in", "%u with nothing to take in", n_refused), n_refused));
  if (n_other > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u not a run", "%u not runs", n_other), n_other));
  if (n_known > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u already here", "%u already here", n_known), n_known));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of "3 new · 1 with nothing to take in · 2 already here" */
  return g_strjoinv (C_ ("between counts", " · "), (char **) parts->pdata);
}
