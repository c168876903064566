/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-table-page.h"

#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-import-preview.h"
#include "lum-table-memory.h"

#define PREVIEW_LINES 4

struct _LumTablePage {
  AdwBin parent_instance;

  LumClock *clock;
  LumUnits units;
  LumTableSample *sample; /* its own copy */
  LumCsvMapping *mapping;
  gboolean filling, usable;

  AdwPreferencesPage *page;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *preview_group;
  AdwComboRow *kind_row, *dates_row, *decimal_row, *distance_row, *duration_row, *zone_row, *scale_row;
  AdwEntryRow *filter_row, *words_row;
  GPtrArray *column_rows;  /* AdwComboRow */
  GPtrArray *preview_rows; /* AdwActionRow */
};

G_DEFINE_FINAL_TYPE (LumTablePage, lum_table_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_USABLE, N_PROPS };

static GParamSpec *properties[N_PROPS];

typedef struct {
  LumColumnRole role;
  const char *name;
} RoleName;

static const RoleName run_roles[] = {
    {LUM_COLUMN_NONE, NC_ ("column", "Not used")},
    {LUM_COLUMN_DATE, NC_ ("column", "Date")},
    {LUM_COLUMN_TIME, NC_ ("column", "Time of day")},
    {LUM_COLUMN_DISTANCE, NC_ ("column", "Distance")},
    {LUM_COLUMN_DURATION, NC_ ("column", "Duration")},
    {LUM_COLUMN_ELAPSED, NC_ ("column", "Duration with pauses")},
    {LUM_COLUMN_MOVING, NC_ ("column", "Moving time")},
    {LUM_COLUMN_SPORT, NC_ ("column", "Kind of activity")},
    {LUM_COLUMN_TITLE, NC_ ("column", "Title")},
    {LUM_COLUMN_NOTE, NC_ ("column", "Note")},
    {LUM_COLUMN_EFFORT, NC_ ("column", "Effort, 0 to 10")},
    {LUM_COLUMN_SHOE, NC_ ("column", "Shoe")},
    {LUM_COLUMN_AVG_HR, NC_ ("column", "Average heart rate")},
    {LUM_COLUMN_MAX_HR, NC_ ("column", "Highest heart rate")},
    {LUM_COLUMN_ASCENT, NC_ ("column", "Climb")},
    {LUM_COLUMN_DESCENT, NC_ ("column", "Descent")},
    {LUM_COLUMN_CALORIES, NC_ ("column", "Calories")},
};

static const RoleName pain_roles[] = {
    {LUM_COLUMN_NONE, NC_ ("column", "Not used")},
    {LUM_COLUMN_DATE, NC_ ("column", "Date")},
    {LUM_COLUMN_TIME, NC_ ("column", "Time of day")},
    {LUM_COLUMN_SCORE, NC_ ("column", "Pain score")},
    {LUM_COLUMN_WHERE, NC_ ("column", "Part of the body or symptom")},
    {LUM_COLUMN_WORDS, NC_ ("column", "Words that may mean pain")},
    {LUM_COLUMN_NOTE, NC_ ("column", "Note")},
};

static const LumColumnUnit distance_units[] = {LUM_COLUMN_UNIT_KILOMETRES, LUM_COLUMN_UNIT_MILES,
                                               LUM_COLUMN_UNIT_METRES, LUM_COLUMN_UNIT_YARDS};
static const LumColumnUnit duration_units[] = {LUM_COLUMN_UNIT_SECONDS, LUM_COLUMN_UNIT_MINUTES, LUM_COLUMN_UNIT_HOURS};

static const RoleName *
get_roles (const LumTablePage *self, guint *n)
{
  gboolean pain = self->mapping->kind == LUM_RECORD_PAIN;

  *n = pain ? G_N_ELEMENTS (pain_roles) : G_N_ELEMENTS (run_roles);
  return pain ? pain_roles : run_roles;
}

static gboolean
is_duration (LumColumnRole role)
{
  return role == LUM_COLUMN_DURATION || role == LUM_COLUMN_ELAPSED || role == LUM_COLUMN_MOVING;
}

/* --- what becomes of it --- */

static char *
describe_entry (const LumPainEntry *entry)
{
  g_autofree char *day = lum_day_format (entry->day, LUM_DAY_FORMAT_LONG);

  if (entry->original)
    /* Translators: a date, a pain score, and how another program had it */
    return g_strdup_printf (C_ ("table", "%1$s: pain %2$d, from “%3$s”"), day, entry->score, entry->original);
  /* Translators: a date and a pain score */
  return g_strdup_printf (C_ ("table", "%1$s: pain %2$d"), day, entry->score);
}

/* The first entries, or why there are none. */
static GPtrArray *
describe_first (const LumImportBatch *batch, LumUnits units)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lum_import_batch_get_n_items (batch) && lines->len < PREVIEW_LINES; i++) {
    const LumImportItem *item = lum_import_batch_get_item (batch, i);

    if (item->kind == LUM_RECORD_PAIN && item->records) {
      for (guint j = 0; j < item->records->len && lines->len < PREVIEW_LINES; j++)
        g_ptr_array_add (lines, describe_entry (item->records->pdata[j]));
    } else if (item->records && item->records->len && item->status != LUM_IMPORT_REFUSED) {
      g_autofree char *run = lum_import_preview_describe (item, units);

      g_ptr_array_add (lines, item->reason ? g_strdup_printf ("%s\n%s", run, item->reason) : g_steal_pointer (&run));
    } else if (item->reason) {
      g_ptr_array_add (lines, g_strdup (item->reason));
    }
  }
  return lines;
}

/* What is missing. */
static const char *
get_hint (const LumCsvMapping *mapping)
{
  if (mapping->kind == LUM_RECORD_RUN)
    return _ ("Choose at least the date, and the distance or the duration.");
  if (lum_csv_mapping_has (mapping, LUM_COLUMN_DATE) && lum_csv_mapping_has (mapping, LUM_COLUMN_WORDS))
    return _ ("Write which words mean pain, and how much: “back pain=5, stiff=3”.");
  return _ ("Choose at least the date and the pain score.");
}

static void
update_preview (LumTablePage *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  gboolean usable = lum_csv_mapping_is_usable (self->mapping);

  if (usable) {
    g_autoptr (LumImportBatch) batch = lum_table_try (self->sample, self->mapping, self->clock, self->units);

    lines = describe_first (batch, self->units);
  } else {
    lines = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (lines, g_strdup (get_hint (self->mapping)));
  }
  for (guint i = 0; i < self->preview_rows->len; i++) {
    gboolean shown = i < lines->len;

    gtk_widget_set_visible (self->preview_rows->pdata[i], shown);
    adw_preferences_row_set_title (self->preview_rows->pdata[i], shown ? lines->pdata[i] : "");
  }
  if (usable != self->usable) {
    self->usable = usable;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USABLE]);
  }
}

/* --- from the rows to the mapping --- */

static LumColumnUnit
get_unit (LumTablePage *self, LumColumnRole role)
{
  if (role == LUM_COLUMN_DISTANCE)
    return distance_units[MIN (adw_combo_row_get_selected (self->distance_row), G_N_ELEMENTS (distance_units) - 1)];
  if (is_duration (role))
    return duration_units[MIN (adw_combo_row_get_selected (self->duration_row), G_N_ELEMENTS (duration_units) - 1)];
  return role == LUM_COLUMN_ASCENT || role == LUM_COLUMN_DESCENT ? LUM_COLUMN_UNIT_METRES : LUM_COLUMN_UNIT_NONE;
}

static void
take_texts (LumTablePage *self)
{
  g_auto (GStrv) filter = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->filter_row)), ",", -1);
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->words_row)), ",", -1);

  for (guint i = 0; filter[i]; i++)
    g_strstrip (filter[i]);
  for (guint i = 0; words[i]; i++)
    g_strstrip (words[i]);
  g_free (self->mapping->filter);
  g_free (self->mapping->words);
  self->mapping->filter = filter[0] && *filter[0] ? g_strjoinv ("\n", filter) : NULL;
  self->mapping->words = words[0] && *words[0] ? g_strjoinv ("\n", words) : NULL;
}

static void
update_visible (LumTablePage *self)
{
  gboolean pain = self->mapping->kind == LUM_RECORD_PAIN;
  gboolean durations = lum_csv_mapping_has (self->mapping, LUM_COLUMN_DURATION) ||
                       lum_csv_mapping_has (self->mapping, LUM_COLUMN_ELAPSED) ||
                       lum_csv_mapping_has (self->mapping, LUM_COLUMN_MOVING);

  gtk_widget_set_visible (GTK_WIDGET (self->distance_row),
                          !pain && lum_csv_mapping_has (self->mapping, LUM_COLUMN_DISTANCE));
  gtk_widget_set_visible (GTK_WIDGET (self->duration_row), !pain && durations);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_row), !pain);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), pain && lum_csv_mapping_has (self->mapping, LUM_COLUMN_SCORE));
  gtk_widget_set_visible (GTK_WIDGET (self->filter_row), pain && lum_csv_mapping_has (self->mapping, LUM_COLUMN_WHERE));
  gtk_widget_set_visible (GTK_WIDGET (self->words_row), pain && lum_csv_mapping_has (self->mapping, LUM_COLUMN_WORDS));
}

static void
changed_cb (LumTablePage *self)
{
  static const char signs[] = {'\0', '.', ','};
  LumCsvMapping *mapping = self->mapping;
  const RoleName *roles;
  guint n_roles;

  if (self->filling || !mapping)
    return;
  roles = get_roles (self, &n_roles);
  for (guint i = 0; i < mapping->n_columns; i++) {
    guint selected = adw_combo_row_get_selected (self->column_rows->pdata[i]);
    LumColumnRole role = selected < n_roles ? roles[selected].role : LUM_COLUMN_NONE;

    lum_csv_mapping_set (mapping, i, role, get_unit (self, role));
  }
  mapping->dates = (LumDateOrder) MIN (adw_combo_row_get_selected (self->dates_row), LUM_N_DATE_ORDERS - 1);
  mapping->decimal_sign = signs[MIN (adw_combo_row_get_selected (self->decimal_row), G_N_ELEMENTS (signs) - 1)];
  mapping->utc = adw_combo_row_get_selected (self->zone_row) == 1;
  mapping->scale = (LumScoreScale) MIN (adw_combo_row_get_selected (self->scale_row), LUM_N_SCALES - 1);
  mapping->guess = FALSE;
  take_texts (self);
  update_visible (self);
  update_preview (self);
}

/* --- from the mapping to the rows --- */

static void
set_choices (AdwComboRow *row, const char *const *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_columns (LumTablePage *self)
{
  guint n_roles;
  const RoleName *roles = get_roles (self, &n_roles);
  const char *names[G_N_ELEMENTS (run_roles) + 1] = {NULL};

  for (guint i = 0; i < n_roles; i++)
    names[i] = g_dpgettext2 (GETTEXT_PACKAGE, "column", roles[i].name);
  for (guint i = 0; i < self->mapping->n_columns; i++) {
    AdwComboRow *row = self->column_rows->pdata[i];

    set_choices (row, names);
    for (guint r = 0; r < n_roles; r++)
      if (roles[r].role == (LumColumnRole) self->mapping->roles[i])
        adw_combo_row_set_selected (row, r);
  }
}

static guint
find_unit (const LumCsvMapping *mapping, const LumColumnUnit *units, guint n, gboolean duration)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    for (guint u = 0; u < n; u++)
      if (mapping->units[i] == units[u] &&
          (duration ? is_duration (mapping->roles[i]) : mapping->roles[i] == LUM_COLUMN_DISTANCE))
        return u;
  return 0;
}

static char *
join_lines (const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines ? lines : "", "\n", -1);

  return g_strjoinv (", ", parts);
}

static void
fill (LumTablePage *self)
{
  const LumCsvMapping *mapping = self->mapping;
  g_autofree char *filter = join_lines (mapping->filter), *words = join_lines (mapping->words);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind_row, mapping->kind == LUM_RECORD_PAIN);
  fill_columns (self);
  adw_combo_row_set_selected (self->dates_row, mapping->dates);
  adw_combo_row_set_selected (self->decimal_row, mapping->decimal_sign == '.'   ? 1
                                                 : mapping->decimal_sign == ',' ? 2
                                                                                : 0);
  adw_combo_row_set_selected (self->distance_row,
                              find_unit (mapping, distance_units, G_N_ELEMENTS (distance_units), FALSE));
  adw_combo_row_set_selected (self->duration_row,
                              find_unit (mapping, duration_units, G_N_ELEMENTS (duration_units), TRUE));
  adw_combo_row_set_selected (self->zone_row, mapping->utc);
  adw_combo_row_set_selected (self->scale_row, mapping->scale);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_row), filter);
  gtk_editable_set_text (GTK_EDITABLE (self->words_row), words);
  self->filling = FALSE;
  update_visible (self);
  update_preview (self);
}

static void
kind_changed_cb (LumTablePage *self)
{
  guint n_roles;
  const RoleName *roles;

  if (self->filling || !self->mapping)
    return;
  self->mapping->kind = adw_combo_row_get_selected (self->kind_row) == 1 ? LUM_RECORD_PAIN : LUM_RECORD_RUN;
  /* What the other kind does not know is not used. */
  roles = get_roles (self, &n_roles);
  for (guint i = 0; i < self->mapping->n_columns; i++) {
    gboolean known = FALSE;

    for (guint r = 0; r < n_roles; r++)
      known = known || roles[r].role == (LumColumnRole) self->mapping->roles[i];
    if (!known)
      lum_csv_mapping_set (self->mapping, i, LUM_COLUMN_NONE, LUM_COLUMN_UNIT_NONE);
  }
  fill (self);
}

/* --- the object --- */

static AdwComboRow *
add_combo (LumTablePage *self, AdwPreferencesGroup *group, const char *title, const char *const *choices)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (choices)
    set_choices (row, choices);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static AdwEntryRow *
add_entry (LumTablePage *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return ADW_ENTRY_ROW (row);
}

static void
watch (LumTablePage *self, AdwComboRow *row)
{
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
build_options (LumTablePage *self, AdwPreferencesGroup *group)
{
  const char *const kinds[] = {C_ ("table", "Runs"), C_ ("table", "Pain"), NULL};
  const char *const dates[] = {C_ ("table", "Year first"), C_ ("table", "Day before month"),
                               C_ ("table", "Month before day"), NULL};
  const char *const signs[] = {C_ ("table", "As the file shows"), C_ ("table", "Point: 8.2"),
                               C_ ("table", "Comma: 8,2"), NULL};
  const char *const distances[] = {C_ ("table", "Kilometres"), C_ ("table", "Miles"), C_ ("table", "Metres"),
                                   C_ ("table", "Yards"), NULL};
  const char *const durations[] = {C_ ("table", "Seconds"), C_ ("table", "Minutes"), C_ ("table", "Hours"), NULL};
  const char *const zones[] = {C_ ("table", "Local time"), C_ ("table", "UTC"), NULL};
  const char *const scales[] = {C_ ("table", "0 to 10"),
                                C_ ("table", "0 to 100"),
                                C_ ("table", "1 to 5"),
                                C_ ("table", "0 to 4"),
                                C_ ("table", "0 to 5"),
                                C_ ("table", "1 to 10"),
                                C_ ("table", "Words: mild, moderate, severe"),
                                NULL};

  self->kind_row = add_combo (self, group, _ ("What the Table Holds"), kinds);
  self->dates_row = add_combo (self, group, _ ("Dates"), dates);
  self->decimal_row = add_combo (self, group, _ ("Decimals"), signs);
  self->distance_row = add_combo (self, group, _ ("Distances Are in"), distances);
  self->duration_row = add_combo (self, group, _ ("Durations Without a Colon Are in"), durations);
  self->zone_row = add_combo (self, group, _ ("Times Are"), zones);
  self->scale_row = add_combo (self, group, _ ("Scale of the Scores"), scales);
  self->filter_row = add_entry (self, group, _ ("Only Lines With One of These Words (empty: the back)"));
  self->words_row = add_entry (self, group, _ ("Words and Their Scores, Such as “back pain=5”"));
  g_signal_connect_object (self->kind_row, "notify::selected", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
  watch (self, self->dates_row);
  watch (self, self->decimal_row);
  watch (self, self->distance_row);
  watch (self, self->duration_row);
  watch (self, self->zone_row);
  watch (self, self->scale_row);
}

static void
lum_table_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumTablePage *self = LUM_TABLE_PAGE (object);

  switch (id) {
  case PROP_USABLE:
    g_value_set_boolean (value, self->usable);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_table_page_finalize (GObject *object)
{
  LumTablePage *self = LUM_TABLE_PAGE (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->sample, lum_table_sample_free);
  g_clear_pointer (&self->mapping, lum_csv_mapping_free);
  g_ptr_array_unref (self->column_rows);
  g_ptr_array_unref (self->preview_rows);
  G_OBJECT_CLASS (lum_table_page_parent_class)->finalize (object);
}

static void
lum_table_page_class_init (LumTablePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lum_table_page_get_property;
  object_class->finalize = lum_table_page_finalize;
  properties[PROP_USABLE] =
      g_param_spec_boolean ("usable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lum_table_page_init (LumTablePage *self)
{
  AdwPreferencesGroup *options = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->column_rows = g_ptr_array_new ();
  self->preview_rows = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->preview_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->preview_group, _ ("What the First Lines Become"));
  for (guint i = 0; i < PREVIEW_LINES; i++) {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
    adw_preferences_group_add (self->preview_group, row);
    g_ptr_array_add (self->preview_rows, row);
  }
  self->columns_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->columns_group, _ ("Columns"));
  build_options (self, options);
  adw_preferences_page_add (self->page, self->preview_group);
  adw_preferences_page_add (self->page, options);
  adw_preferences_page_add (self->page, self->columns_group);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

static LumTableSample *
copy_sample (const LumTableSample *sample)
{
  LumTableSample *copy = g_new0 (LumTableSample, 1);

  copy->signature = g_strdup (sample->signature);
  copy->n_columns = sample->n_columns;
  copy->names = g_strdupv (sample->names);
  copy->examples = g_strdupv (sample->examples);
  copy->text = g_strdup (sample->text);
  return copy;
}

/**
 * lum_table_page_show:
 * @sample: the beginning of the table; copied
 *
 * Asks about a table.
 */
void
lum_table_page_show (LumTablePage *self, const LumTableSample *sample, LumClock *clock, LumUnits units)
{
  g_return_if_fail (LUM_IS_TABLE_PAGE (self) && sample);

  for (guint i = 0; i < self->column_rows->len; i++)
    adw_preferences_group_remove (self->columns_group, self->column_rows->pdata[i]);
  g_ptr_array_set_size (self->column_rows, 0);
  g_clear_pointer (&self->sample, lum_table_sample_free);
  g_clear_pointer (&self->mapping, lum_csv_mapping_free);

  g_set_object (&self->clock, clock);
  self->units = units;
  self->sample = copy_sample (sample);
  self->mapping = sample->mapping ? lum_csv_mapping_copy (sample->mapping)
                                  : lum_csv_mapping_new (LUM_RECORD_RUN, sample->n_columns);
  self->mapping->format = "csv";
  self->filling = TRUE;
  for (guint i = 0; i < sample->n_columns; i++) {
    const char *name = *sample->names[i] ? sample->names[i] : _ ("(without a name)");
    AdwComboRow *row = add_combo (self, self->columns_group, "", NULL);

    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample->examples[i]);
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
    g_ptr_array_add (self->column_rows, row);
    watch (self, row);
  }
  self->filling = FALSE;
  fill (self);
}

/**
 * lum_table_page_get_mapping:
 *
 * Returns: (transfer none): what the person chose
 */
const LumCsvMapping *
lum_table_page_get_mapping (LumTablePage *self)
{
  g_return_val_if_fail (LUM_IS_TABLE_PAGE (self), NULL);

  return self->mapping;
}

/**
 * lum_table_page_get_signature:
 *
 * Returns: (transfer none) (nullable): of the table that is shown
 */
const char *
lum_table_page_get_signature (LumTablePage *self)
{
  g_return_val_if_fail (LUM_IS_TABLE_PAGE (self), NULL);

  return self->sample ? self->sample->signature : NULL;
}
