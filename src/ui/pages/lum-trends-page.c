/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-trends-page.h"

#include <math.h>

#include "lum-chart-table.h"
#include "lum-chart-widget.h"
#include "lum-fit-bin.h"
#include "lum-i18n.h"
#include "lum-side-box.h"
#include "lum-trends-sections.h"
#include "lum-year-switcher.h"
#include "lum-year-widget.h"

typedef enum { VIEW_CHART, VIEW_YEAR, VIEW_TABLE } LumTrendsView;

/* What the days can be shown as: also the names of the stack's pages. */
static const char *const view_names[] = {"chart", "year", "table"};

struct _LumTrendsPage {
  AdwBin parent_instance;

  LumUiContext *context;
  char *range; /* a key of `ranges`, or "custom" once the person panned or zoomed */
  LumChartLoad load;
  LumTrendsView view;
  gboolean range_chosen;
  GtkWidget *sections[6];

  GtkStack *states;
  GtkBox *content;
  LumFitBin *toolbar;
  GtkStack *wide_ranges;
  GtkStack *narrow_ranges;
  GtkMenuButton *range_button;
  GtkMenuButton *wide_load_button;
  GtkMenuButton *narrow_load_button;
  GtkStack *views;
  LumChartWidget *chart;
  LumChartTable *table;
  GtkLabel *readout;
  LumYearWidget *year;
  GtkLabel *year_readout;
};

G_DEFINE_FINAL_TYPE (LumTrendsPage, lum_trends_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_RANGE, PROP_LOAD, PROP_TABLE, PROP_VIEW, N_PROPS };

static GParamSpec *properties[N_PROPS];

#define CUSTOM "custom"
#define ALL 0
#define THIN_DAYS 14

static const struct {
  const char *key;
  int days; /* ALL: everything there is */
  const char *label;
} ranges[] = {
    {"2w", 14, N_ ("2 Weeks")},
    {"3m", 91, N_ ("3 Months")},
    {"1y", 365, N_ ("1 Year")},
    {"all", ALL, NC_ ("range", "All")},
};

static const struct {
  const char *key;
  LumChartLoad load;
  const char *label;
} loads[] = {
    {"distance", LUM_CHART_LOAD_DISTANCE, N_ ("Distance")},
    {"minutes", LUM_CHART_LOAD_DURATION, N_ ("Minutes")},
    {"effort", LUM_CHART_LOAD_EFFORT, N_ ("Effort × Minutes")},
    {"weekly", LUM_CHART_LOAD_WEEKLY, N_ ("Distance by Week")},
};

/* What stands below the chart, in this order: one line each. */
static const LumTrendsSection *const sections[] = {
    &lum_trends_findings, &lum_trends_load,     &lum_trends_link,
    &lum_trends_bouts,    &lum_trends_averages, &lum_trends_expert,
};

G_STATIC_ASSERT (G_N_ELEMENTS (sections) == G_N_ELEMENTS (((LumTrendsPage *) 0)->sections));

static void
update_labels (LumTrendsPage *self)
{
  const char *range = C_ ("range", "Own Range");

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_strcmp0 (self->range, ranges[i].key) == 0)
      range = ranges[i].days == ALL ? g_dpgettext2 (GETTEXT_PACKAGE, "range", ranges[i].label) : _ (ranges[i].label);
  gtk_menu_button_set_label (self->range_button, range);
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++) {
    if (loads[i].load != self->load)
      continue;
    gtk_menu_button_set_label (self->wide_load_button, _ (loads[i].label));
    gtk_menu_button_set_label (self->narrow_load_button, _ (loads[i].label));
  }
}

/* The line below the chart: the day under the crosshair, else the chart in a sentence. */
static void
update_readout (LumTrendsPage *self)
{
  LumDay day = lum_chart_widget_get_crosshair (self->chart);
  g_autofree char *text =
      day == LUM_DAY_NONE ? lum_chart_widget_describe (self->chart) : lum_chart_widget_describe_day (self->chart, day);

  gtk_label_set_text (self->readout, text);
}

static void
update_year_readout (LumTrendsPage *self)
{
  g_autofree char *text = lum_year_widget_describe (self->year);

  gtk_label_set_text (self->year_readout, text);
}

static void
update_table (LumTrendsPage *self)
{
  double first, last;

  if (self->view != VIEW_TABLE || !self->context)
    return;
  lum_chart_widget_get_range (self->chart, &first, &last);
  lum_chart_table_set_days (self->table, lum_ui_context_get_diary (self->context), (LumDay) floor (first),
                            (LumDay) floor (last), lum_ui_context_get_units (self->context));
}

static void
apply_range (LumTrendsPage *self)
{
  LumDay today = lum_ui_context_get_today (self->context);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_strcmp0 (self->range, ranges[i].key) == 0)
      lum_chart_widget_set_range (self->chart, ranges[i].days == ALL ? G_MININT32 / 2 : today - ranges[i].days + 1,
                                  today);
  update_readout (self);
  update_table (self);
}

static void
set_range (LumTrendsPage *self, const char *key)
{
  if (g_strcmp0 (self->range, key) == 0)
    return;
  g_free (self->range);
  self->range = g_strdup (key);
  update_labels (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANGE]);
}

static void
apply_look (LumTrendsPage *self)
{
  LumSettings *settings = lum_ui_context_get_settings (self->context);

  lum_chart_widget_set_look (self->chart, self->load, lum_settings_get_units (settings),
                             lum_settings_get_week_start (settings));
  lum_year_widget_set_look (self->year, lum_settings_get_units (settings), lum_settings_get_week_start (settings));
  update_readout (self);
  update_year_readout (self);
}

/* The chart comes from the watch's thread, with its findings; before the first ones are there is nothing to show. */
static void
update_chart (LumTrendsPage *self)
{
  LumWatchService *watch = lum_ui_context_get_watch (self->context);
  LumChart *chart = lum_watch_service_get_chart (watch);
  LumDay today = lum_ui_context_get_today (self->context);

  if (!chart)
    return;
  lum_chart_widget_set_chart (self->chart, chart, today);
  lum_year_widget_set_chart (self->year, chart);
  if (!self->range_chosen && !lum_diary_is_empty (lum_ui_context_get_diary (self->context))) {
    LumDay first = today, last = today;

    lum_chart_get_extent (chart, &first, &last);
    self->range_chosen = TRUE;
    set_range (self, today - first < THIN_DAYS ? "2w" : "3m");
  }
  apply_range (self);
}

/* A year is always whole: it has buttons for the years in the place of those for the range, and no bars. */
static void
set_view (LumTrendsPage *self, LumTrendsView view)
{
  const char *ranges_page = view == VIEW_YEAR ? "year" : "range";

  if (self->view == view)
    return;
  self->view = view;
  gtk_stack_set_visible_child_name (self->views, view_names[view]);
  gtk_stack_set_visible_child_name (self->wide_ranges, ranges_page);
  gtk_stack_set_visible_child_name (self->narrow_ranges, ranges_page);
  gtk_widget_set_visible (GTK_WIDGET (self->wide_load_button), view != VIEW_YEAR);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_load_button), view != VIEW_YEAR);
  update_table (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
}

static void
update (GtkWidget *widget, guint changes)
{
  LumTrendsPage *self = LUM_TRENDS_PAGE (widget);
  gboolean empty = lum_diary_is_empty (lum_ui_context_get_diary (self->context));

  gtk_stack_set_visible_child_name (self->states, empty ? "empty" : "trends");
  if (empty)
    return;
  if (changes & LUM_TRENDS_OF_FINDINGS) {
    apply_look (self);
    update_chart (self);
  }
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (changes & sections[i]->changes)
      sections[i]->update (self->sections[i], self->context);
}

static void
range_changed_cb (LumTrendsPage *self)
{
  set_range (self, CUSTOM);
  update_readout (self);
  update_table (self);
}

static void
day_activated_cb (LumTrendsPage *self, int day)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-day", "i", day);
}

static void
show_days_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumTrendsPage *self = LUM_TRENDS_PAGE (widget);
  int first, last, margin;

  g_variant_get (parameter, "(ii)", &first, &last);
  margin = MAX ((last - first) / 4, 3);
  set_range (self, CUSTOM);
  set_view (self, VIEW_CHART);
  lum_chart_widget_set_range (self->chart, first - margin, last + margin);
  lum_chart_widget_set_crosshair (self->chart, first);
  update_readout (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
}

static void
narrow_changed_cb (LumTrendsPage *self)
{
  lum_chart_table_set_narrow (self->table, lum_fit_bin_get_narrow (self->toolbar));
}

static void
lum_trends_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LumTrendsPage *self = LUM_TRENDS_PAGE (object);

  switch (id) {
  case PROP_RANGE:
    self->range_chosen = TRUE;
    set_range (self, g_value_get_string (value));
    if (self->context)
      apply_range (self);
    break;
  case PROP_LOAD:
    for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
      if (g_strcmp0 (g_value_get_string (value), loads[i].key) == 0)
        self->load = loads[i].load;
    update_labels (self);
    if (self->context)
      apply_look (self);
    break;
  case PROP_TABLE:
    if (g_value_get_boolean (value) != (self->view == VIEW_TABLE))
      set_view (self, g_value_get_boolean (value) ? VIEW_TABLE : VIEW_CHART);
    break;
  case PROP_VIEW:
    for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
      if (g_strcmp0 (g_value_get_string (value), view_names[i]) == 0)
        set_view (self, i);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_trends_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumTrendsPage *self = LUM_TRENDS_PAGE (object);

  switch (id) {
  case PROP_RANGE:
    g_value_set_string (value, self->range);
    break;
  case PROP_LOAD:
    for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
      if (loads[i].load == self->load)
        g_value_set_static_string (value, loads[i].key);
    break;
  case PROP_TABLE:
    g_value_set_boolean (value, self->view == VIEW_TABLE);
    break;
  case PROP_VIEW:
    g_value_set_static_string (value, view_names[self->view]);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_trends_page_dispose (GObject *object)
{
  LumTrendsPage *self = LUM_TRENDS_PAGE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->range, g_free);

  G_OBJECT_CLASS (lum_trends_page_parent_class)->dispose (object);
}

static void
lum_trends_page_class_init (LumTrendsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lum_trends_page_set_property;
  object_class->get_property = lum_trends_page_get_property;
  object_class->dispose = lum_trends_page_dispose;

  properties[PROP_RANGE] = g_param_spec_string ("range", NULL, NULL, "3m", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOAD] =
      g_param_spec_string ("load", NULL, NULL, "distance", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE] =
      g_param_spec_boolean ("table", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "chart", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LUM_TYPE_FIT_BIN);
  g_type_ensure (LUM_TYPE_SIDE_BOX);
  g_type_ensure (LUM_TYPE_CHART_WIDGET);
  g_type_ensure (LUM_TYPE_CHART_TABLE);
  g_type_ensure (LUM_TYPE_YEAR_WIDGET);
  g_type_ensure (LUM_TYPE_YEAR_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/pages/lum-trends-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, states);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, content);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, wide_ranges);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, narrow_ranges);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, range_button);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, wide_load_button);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, narrow_load_button);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, views);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, table);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, readout);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, year);
  gtk_widget_class_bind_template_child (widget_class, LumTrendsPage, year_readout);
  gtk_widget_class_install_property_action (widget_class, "trends.range", "range");
  gtk_widget_class_install_property_action (widget_class, "trends.load", "load");
  gtk_widget_class_install_property_action (widget_class, "trends.table", "table");
  gtk_widget_class_install_property_action (widget_class, "trends.view", "view");
  gtk_widget_class_install_action (widget_class, "trends.show-days", "(ii)", show_days_action);
}

static void
lum_trends_page_init (LumTrendsPage *self)
{
  self->range = g_strdup ("3m");
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    self->sections[i] = sections[i]->create ();
    gtk_box_append (self->content, self->sections[i]);
  }
  g_signal_connect_object (self->chart, "range-changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "day-activated", G_CALLBACK (day_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "notify::crosshair", G_CALLBACK (update_readout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "day-activated", G_CALLBACK (day_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "notify::year", G_CALLBACK (update_year_readout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "notify::day", G_CALLBACK (update_year_readout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toolbar, "notify::narrow", G_CALLBACK (narrow_changed_cb), self, G_CONNECT_SWAPPED);
  update_labels (self);
}

/**
 * lum_trends_page_new:
 *
 * The Trends page of a window.
 */
GtkWidget *
lum_trends_page_new (LumUiContext *context)
{
  LumTrendsPage *self = g_object_new (LUM_TYPE_TRENDS_PAGE, NULL);

  self->context = g_object_ref (context);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}
