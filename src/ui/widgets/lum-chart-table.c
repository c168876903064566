/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-chart-table.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-status.h"

/* --- one day --- */

#define LUM_TYPE_CHART_TABLE_ROW (lum_chart_table_row_get_type ())
G_DECLARE_FINAL_TYPE (LumChartTableRow, lum_chart_table_row, LUM, CHART_TABLE_ROW, GObject)

struct _LumChartTableRow {
  GObject parent_instance;

  LumDiary *diary;
  LumDay day;
  gboolean with_year; /* the day is of another year than the table's last one */
  LumUnits units;
};

G_DEFINE_FINAL_TYPE (LumChartTableRow, lum_chart_table_row, G_TYPE_OBJECT)

static void
lum_chart_table_row_finalize (GObject *object)
{
  lum_diary_unref (LUM_CHART_TABLE_ROW (object)->diary);

  G_OBJECT_CLASS (lum_chart_table_row_parent_class)->finalize (object);
}

static void
lum_chart_table_row_class_init (LumChartTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lum_chart_table_row_finalize;
}

static void
lum_chart_table_row_init (LumChartTableRow *self)
{
}

/* --- the days: rows are made when they are looked at --- */

#define LUM_TYPE_CHART_TABLE_MODEL (lum_chart_table_model_get_type ())
G_DECLARE_FINAL_TYPE (LumChartTableModel, lum_chart_table_model, LUM, CHART_TABLE_MODEL, GObject)

struct _LumChartTableModel {
  GObject parent_instance;

  LumDiary *diary;
  LumDay first, last;
  LumUnits units;
  guint n;
};

static GType
model_get_item_type (GListModel *model)
{
  return LUM_TYPE_CHART_TABLE_ROW;
}

static guint
model_get_n_items (GListModel *model)
{
  return LUM_CHART_TABLE_MODEL (model)->n;
}

static gpointer
model_get_item (GListModel *model, guint position)
{
  LumChartTableModel *self = LUM_CHART_TABLE_MODEL (model);
  LumChartTableRow *row;
  int year, last_year;

  if (position >= self->n)
    return NULL;
  row = g_object_new (LUM_TYPE_CHART_TABLE_ROW, NULL);
  row->diary = lum_diary_ref (self->diary);
  row->day = self->last - (LumDay) position;
  row->units = self->units;
  lum_day_to_ymd (row->day, &year, NULL, NULL);
  lum_day_to_ymd (self->last, &last_year, NULL, NULL);
  row->with_year = year != last_year;
  return row;
}

static void
model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = model_get_item_type;
  iface->get_n_items = model_get_n_items;
  iface->get_item = model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LumChartTableModel,
                               lum_chart_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_iface_init))

static void
lum_chart_table_model_finalize (GObject *object)
{
  g_clear_pointer (&LUM_CHART_TABLE_MODEL (object)->diary, lum_diary_unref);

  G_OBJECT_CLASS (lum_chart_table_model_parent_class)->finalize (object);
}

static void
lum_chart_table_model_class_init (LumChartTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lum_chart_table_model_finalize;
}

static void
lum_chart_table_model_init (LumChartTableModel *self)
{
}

/* --- the table --- */

struct _LumChartTable {
  AdwBin parent_instance;

  GtkWidget *view;
  GtkColumnViewColumn *duration;
  LumChartTableModel *model;
};

G_DEFINE_FINAL_TYPE (LumChartTable, lum_chart_table, ADW_TYPE_BIN)

typedef char *(*Describe) (LumChartTableRow *row, const LumDaySummary *summary);

/* What is not known stays blank to the eye, and is said to be so by its row's pain column. */
static char *
describe_day (LumChartTableRow *row, const LumDaySummary *summary)
{
  return lum_day_format (row->day, row->with_year ? LUM_DAY_FORMAT_LONG : LUM_DAY_FORMAT_WEEKDAY);
}

static char *
describe_pain (LumChartTableRow *row, const LumDaySummary *summary)
{
  if (!summary || summary->n_entries == 0)
    /* Translators: in a table, a day without a pain score */
    return g_strdup (C_ ("pain", "–"));
  return lum_format_number (summary->chart, fabs (summary->chart - roundf (summary->chart)) < 0.05 ? 0 : 1);
}

static char *
describe_mean (LumChartTableRow *row, const LumDaySummary *summary)
{
  int n = 0;
  double mean = lum_mean_chart (row->diary, row->day - LUM_P_MEAN_WIN + 1, row->day, &n);

  return n >= LUM_P_MEAN_SCORED ? lum_format_number (mean, 1) : g_strdup (C_ ("pain", "–"));
}

static char *
describe_distance (LumChartTableRow *row, const LumDaySummary *summary)
{
  if (!summary || summary->n_runs == 0 || summary->distance_m <= 0)
    return g_strdup ("");
  return lum_format_distance (summary->distance_m, row->units);
}

static char *
describe_duration (LumChartTableRow *row, const LumDaySummary *summary)
{
  if (!summary || summary->n_runs == 0 || summary->duration_s <= 0)
    return g_strdup ("");
  return lum_format_duration (summary->duration_s);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* As the column's heading, which cannot be aligned otherwise. */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LumChartTableRow *row = gtk_list_item_get_item (item);
  Describe describe = (Describe) data;
  g_autofree char *text = describe (row, lum_diary_find_day (row->diary, row->day));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkColumnViewColumn *
add_column (LumChartTable *self, const char *title, Describe describe)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) describe);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) describe);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  return column;
}

static void
activate_cb (GtkColumnView *view, guint position, LumChartTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-day", "i", self->model->last - (LumDay) position);
}

static void
lum_chart_table_dispose (GObject *object)
{
  LumChartTable *self = LUM_CHART_TABLE (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (lum_chart_table_parent_class)->dispose (object);
}

static void
lum_chart_table_class_init (LumChartTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_chart_table_dispose;
}

static void
lum_chart_table_init (LumChartTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pain and running, day by day"), -1);
  add_column (self, _ ("Day"), describe_day);
  add_column (self, _ ("Pain"), describe_pain);
  add_column (self, _ ("7-Day Mean"), describe_mean);
  add_column (self, _ ("Run"), describe_distance);
  self->duration = add_column (self, _ ("Time"), describe_duration);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 440);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * lum_chart_table_set_days:
 * @last: inclusive
 *
 * Shows these days.
 */
void
lum_chart_table_set_days (LumChartTable *self, LumDiary *diary, LumDay first, LumDay last, LumUnits units)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  LumChartTableModel *model;

  g_return_if_fail (LUM_IS_CHART_TABLE (self));
  g_return_if_fail (diary != NULL);

  if (self->model && self->model->diary == diary && self->model->first == first && self->model->last == last &&
      self->model->units == units)
    return;
  model = g_object_new (LUM_TYPE_CHART_TABLE_MODEL, NULL);
  model->diary = lum_diary_ref (diary);
  model->first = first;
  model->last = last;
  model->units = units;
  model->n = last >= first ? last - first + 1 : 0;
  g_set_object (&self->model, model);
  selection = gtk_no_selection_new (G_LIST_MODEL (model));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (selection));
}

/**
 * lum_chart_table_get_model:
 *
 * Returns: (transfer none) (nullable): the days
 */
GListModel *
lum_chart_table_get_model (LumChartTable *self)
{
  g_return_val_if_fail (LUM_IS_CHART_TABLE (self), NULL);

  return self->model ? G_LIST_MODEL (self->model) : NULL;
}

/**
 * lum_chart_table_set_narrow:
 *
 * Leaves out what a narrow window has no room for.
 */
void
lum_chart_table_set_narrow (LumChartTable *self, gboolean narrow)
{
  g_return_if_fail (LUM_IS_CHART_TABLE (self));

  gtk_column_view_column_set_visible (self->duration, !narrow);
}
