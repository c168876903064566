/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-treatment-rows.h"

#include "lum-day-row.h"
#include "lum-i18n.h"

struct _LumTreatmentRows {
  GObject parent_instance;

  LumDay day;
  char *id; /* of the course that is shown; NULL: a new one */
  gboolean filling;

  AdwEntryRow *name;
  AdwComboRow *kind, *helped;
  LumDayRow *first, *last;
  GtkWidget *another;
};

G_DEFINE_FINAL_TYPE (LumTreatmentRows, lum_treatment_rows, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static char *
take_name (LumTreatmentRows *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  return *text ? g_steal_pointer (&text) : NULL;
}

static void
show_further (LumTreatmentRows *self)
{
  g_autofree char *name = take_name (self);
  GtkWidget *further[] = {
      GTK_WIDGET (self->kind), GTK_WIDGET (self->first), GTK_WIDGET (self->last), GTK_WIDGET (self->helped),
      self->another,
  };

  for (guint i = 0; i < G_N_ELEMENTS (further); i++)
    gtk_widget_set_visible (further[i], name != NULL);
}

static void
changed_cb (LumTreatmentRows *self)
{
  if (self->filling)
    return;
  show_further (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A course that ends before it begins is none: the other date goes along. */
static void
first_changed_cb (LumTreatmentRows *self)
{
  LumDay first = lum_day_row_get_day (self->first), last = lum_day_row_get_day (self->last);

  if (last != LUM_DAY_NONE && last < first)
    lum_day_row_set_day (self->last, first);
  changed_cb (self);
}

static void
last_changed_cb (LumTreatmentRows *self)
{
  LumDay first = lum_day_row_get_day (self->first), last = lum_day_row_get_day (self->last);

  if (last != LUM_DAY_NONE && last < first)
    lum_day_row_set_day (self->first, last);
  changed_cb (self);
}

static void
fill (LumTreatmentRows *self, const LumTreatment *treatment)
{
  g_autofree char *id = treatment ? g_strdup (treatment->base.id) : NULL;
  gint32 helped = treatment ? treatment->helped : LUM_INT_NONE;

  self->filling = TRUE;
  g_free (self->id);
  self->id = g_steal_pointer (&id);
  gtk_editable_set_text (GTK_EDITABLE (self->name), treatment && treatment->name ? treatment->name : "");
  adw_combo_row_set_selected (self->kind, treatment && treatment->kind == LUM_TREATMENT_OTHER ? 1 : 0);
  lum_day_row_set_day (self->first, treatment ? treatment->first : self->day);
  lum_day_row_set_day (self->last, treatment ? treatment->last : self->day);
  adw_combo_row_set_selected (self->helped, helped >= 0 && helped <= 2 ? helped + 1 : 0);
  self->filling = FALSE;
  show_further (self);
}

static void
another_cb (LumTreatmentRows *self)
{
  fill (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
lum_treatment_rows_dispose (GObject *object)
{
  LumTreatmentRows *self = LUM_TREATMENT_ROWS (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->name);
  g_clear_object (&self->kind);
  g_clear_object (&self->first);
  g_clear_object (&self->last);
  g_clear_object (&self->helped);
  g_clear_object (&self->another);

  G_OBJECT_CLASS (lum_treatment_rows_parent_class)->dispose (object);
}

static void
lum_treatment_rows_class_init (LumTreatmentRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_treatment_rows_dispose;

  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static AdwComboRow *
combo_new (LumTreatmentRows *self, const char *title, const char *const *words)
{
  AdwComboRow *row = g_object_ref_sink (ADW_COMBO_ROW (adw_combo_row_new ()));
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
lum_treatment_rows_init (LumTreatmentRows *self)
{
  const char *const kinds[] = {_ ("A medicine"), _ ("Something else"), NULL};
  const char *const answers[] = {_ ("Not recorded"), C_ ("helped", "No"), C_ ("helped", "Some"), C_ ("helped", "Much"),
                                 NULL};

  self->day = LUM_DAY_NONE;
  self->filling = TRUE;
  self->another = g_object_ref_sink (gtk_button_new_with_label (_ ("Add Another")));
  self->name = g_object_ref_sink (ADW_ENTRY_ROW (adw_entry_row_new ()));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _ ("Medicine, treatment"));
  gtk_widget_add_css_class (self->another, "flat");
  gtk_widget_set_halign (self->another, GTK_ALIGN_START);
  self->kind = combo_new (self, _ ("What it is"), kinds);
  self->first = g_object_ref_sink (LUM_DAY_ROW (lum_day_row_new (C_ ("treatment", "From"), LUM_DAY_NONE, FALSE)));
  self->last = g_object_ref_sink (LUM_DAY_ROW (lum_day_row_new (C_ ("treatment", "To"), LUM_DAY_NONE, TRUE)));
  self->helped = combo_new (self, _ ("Did it help?"), answers);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first, "changed", G_CALLBACK (first_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last, "changed", G_CALLBACK (last_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->another, "clicked", G_CALLBACK (another_cb), self, G_CONNECT_SWAPPED);
  self->filling = FALSE;
  show_further (self);
}

/**
 * lum_treatment_rows_new:
 *
 * Returns: (transfer full): rows, to be put where they belong with lum_treatment_rows_add_to()
 */
LumTreatmentRows *
lum_treatment_rows_new (void)
{
  return g_object_new (LUM_TYPE_TREATMENT_ROWS, NULL);
}

void
lum_treatment_rows_add_to (LumTreatmentRows *self, AdwExpanderRow *expander)
{
  g_return_if_fail (LUM_IS_TREATMENT_ROWS (self));

  adw_expander_row_add_row (expander, GTK_WIDGET (self->name));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->kind));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->first));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->last));
  adw_expander_row_add_row (expander, GTK_WIDGET (self->helped));
  adw_expander_row_add_row (expander, self->another);
}

static gboolean
covers (const LumTreatment *treatment, LumDay day)
{
  return treatment->first <= day && (treatment->last == LUM_DAY_NONE || treatment->last >= day);
}

/**
 * lum_treatment_rows_set_day:
 *
 * Shows the newest course that a day belongs to; the one that is shown already stays.
 */
void
lum_treatment_rows_set_day (LumTreatmentRows *self, LumDiary *diary, LumDay day)
{
  g_return_if_fail (LUM_IS_TREATMENT_ROWS (self));

  gsize n;
  const LumTreatment *treatments = lum_diary_get_treatments (diary, &n), *found = NULL;

  for (gsize i = 0; i < n; i++)
    if (covers (&treatments[i], day) || (day == self->day && g_strcmp0 (treatments[i].base.id, self->id) == 0))
      if (!found || g_strcmp0 (found->base.id, self->id) != 0)
        found = &treatments[i];
  self->day = day;
  fill (self, found);
}

/**
 * lum_treatment_rows_put:
 * @changes: gets what is to be written, if something is another
 *
 * Without a name there is no treatment: one that was on record goes.
 */
void
lum_treatment_rows_put (LumTreatmentRows *self, LumDiary *diary, LumChangeSet *changes)
{
  g_return_if_fail (LUM_IS_TREATMENT_ROWS (self));

  const LumTreatment *before = self->id ? lum_diary_find (diary, LUM_RECORD_TREATMENT, self->id) : NULL;
  g_autofree char *name = take_name (self);
  guint helped = adw_combo_row_get_selected (self->helped);
  LumTreatment treatment;

  if (!name) {
    if (before)
      lum_change_set_delete (changes, LUM_RECORD_TREATMENT, before->base.id);
    g_clear_pointer (&self->id, g_free);
    return;
  }
  lum_record_init (LUM_RECORD_TREATMENT, &treatment);
  if (before)
    treatment = *before;
  treatment.base.id = self->id;
  treatment.kind = adw_combo_row_get_selected (self->kind) == 1 ? LUM_TREATMENT_OTHER : LUM_TREATMENT_MEDICINE;
  treatment.name = name;
  treatment.first = lum_day_row_get_day (self->first);
  treatment.last = lum_day_row_get_day (self->last);
  treatment.helped = helped == 0 ? LUM_INT_NONE : (gint32) helped - 1;
  if (before && before->kind == treatment.kind && g_strcmp0 (before->name, name) == 0 &&
      before->first == treatment.first && before->last == treatment.last && before->helped == treatment.helped)
    return;

  const char *id = lum_change_set_put (changes, LUM_RECORD_TREATMENT, &treatment);

  if (!self->id)
    self->id = g_strdup (id);
}
