/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-journal-row.h"

#include <math.h>

#include "lum-i18n.h"
#include "lum-run.h"
#include "lum-side-box.h"
#include "lum-ui-words.h"
#include "lum-wrap-box.h"

struct _LumJournalRow {
  AdwBin parent_instance;

  LumDay day; /* LUM_DAY_NONE: a heading, or nothing */
  GtkWidget *heading;
  GtkWidget *day_box;
  GtkLabel *date;
  LumWrapBox *entries;
};

G_DEFINE_FINAL_TYPE (LumJournalRow, lum_journal_row, ADW_TYPE_BIN)

/* --- one entry --- */

static void
append_entry (LumJournalRow *self,
              GString *spoken,
              LumRecordKind kind,
              const char *id,
              GtkWidget *child,
              const char *label)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "entry-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journal.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(is)", (int) kind, id);
  lum_widget_set_label (button, label);
  lum_wrap_box_append (self->entries, button);
  g_string_append_printf (spoken, ", %s", label);
}

static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 5);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  return label;
}

static void
append_pain (LumJournalRow *self, GString *spoken, const LumPainEntry *entry)
{
  const char *moment = lum_moment_get_label (entry->moment);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = entry->note ? g_strdup_printf ("%s %d, %s", moment, entry->score, entry->note)
                                       : g_strdup_printf ("%s %d", moment, entry->score);

  gtk_box_append (GTK_BOX (box), lum_score_chip_new (entry->score, NULL));
  gtk_box_append (GTK_BOX (box), text_new (moment));
  if (entry->note)
    gtk_box_append (GTK_BOX (box), text_new (entry->note));
  append_entry (self, spoken, LUM_RECORD_PAIN, entry->base.id, box, label);
}

/* A value with its unit stays on one line. */
static void
append_whole (GString *text, const char *value)
{
  g_autoptr (GString) whole = g_string_new (value);

  g_string_replace (whole, " ", "\302\240", 0);      /* NO-BREAK SPACE */
  g_string_replace (whole, "/", "/\342\201\240", 0); /* WORD JOINER */
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", whole->str);
}

static void
append_run (LumJournalRow *self, GString *spoken, LumDiary *diary, const LumRun *run, LumUnits units)
{
  g_autoptr (GString) text = g_string_new (NULL), said = g_string_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_label_new (run->race == 1 ? "★" : "●");
  double seconds = lum_run_get_duration (run);
  const LumShoe *shoe = run->shoe_id ? lum_diary_find (diary, LUM_RECORD_SHOE, run->shoe_id) : NULL;
  gboolean has_distance = !isnan (run->distance_m), has_time = !isnan (seconds) && seconds > 0;
  g_autofree char *distance = has_distance ? lum_format_distance (run->distance_m, units) : NULL;
  g_autofree char *time = has_time ? lum_format_duration (seconds) : NULL;
  g_autofree char *pace = has_distance && has_time ? lum_format_pace (run->distance_m, seconds, units) : NULL;
  const char *values[] = {distance, time, pace};
  const char *words[] = {run->race == 1 ? C_ ("run", "race") : NULL, shoe ? shoe->name : NULL, run->title, run->note};

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    if (!values[i])
      continue;
    append_whole (text, values[i]);
    g_string_append_printf (said, "%s%s", said->len > 0 ? " · " : "", values[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!words[i])
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words[i]);
    g_string_append_printf (said, "%s%s", said->len > 0 ? " · " : "", words[i]);
  }

  /* Translators: a run for a screen reader; %s is its distance, time and so on */
  g_autofree char *label = g_strdup_printf (_ ("Run %s"), said->str);
  GtkWidget *shown = text_new (text->str);

  gtk_widget_add_css_class (icon, "run-mark");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_add_css_class (shown, "numeric");
  gtk_box_append (GTK_BOX (box), shown);
  append_entry (self, spoken, LUM_RECORD_RUN, run->base.id, box, label);
}

static void
append_detail (LumJournalRow *self, GString *spoken, const LumDayDetail *detail)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const struct {
    gint32 on;
    const char *label;
  } places[] = {
      {detail->where_left, C_ ("where", "Left")},
      {detail->where_middle, C_ ("where", "Middle")},
      {detail->where_right, C_ ("where", "Right")},
      {detail->spread_buttock, C_ ("where", "Buttock")},
      {detail->spread_thigh, C_ ("where", "Thigh")},
      {detail->spread_below_knee, C_ ("where", "Below the knee")},
      {detail->leg_numb, C_ ("where", "Numb or weak leg")},
      {detail->heavy_lifting, C_ ("where", "Heavy lifting")},
      {detail->stops_activities, C_ ("where", "Stopped my daily activities")},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].on == 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", places[i].label);
  if (detail->nights_woken != LUM_INT_NONE && detail->nights_woken > 0) {
    g_autofree char *woken =
        g_strdup_printf (ngettext ("woken %d time", "woken %d times", detail->nights_woken), detail->nights_woken);
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", woken);
  }
  if (detail->note)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " — " : "", detail->note);
  if (text->len == 0)
    g_string_append (text, _ ("Details"));
  append_entry (self, spoken, LUM_RECORD_DAY_DETAIL, detail->base.id, text_new (text->str), text->str);
}

static void
append_others (LumJournalRow *self, GString *spoken, LumDayItem *item)
{
  const LumGapAnswer *answer = lum_day_item_get_answer (item);
  gsize n;
  const LumVisit *visits = lum_day_item_get_records (item, LUM_RECORD_VISIT, &n);

  for (gsize i = 0; i < n; i++) {
    /* Translators: %s is whom a person saw */
    g_autofree char *text = visits[i].who ? g_strdup_printf (_ ("Visit: %s"), visits[i].who) : g_strdup (_ ("Visit"));

    append_entry (self, spoken, LUM_RECORD_VISIT, visits[i].base.id, text_new (text), text);
  }

  const LumTreatment *treatments = lum_diary_get_treatments (lum_day_item_get_diary (item), &n);

  for (gsize i = 0; i < n; i++)
    if (treatments[i].first == lum_day_item_get_day (item) && treatments[i].name)
      append_entry (self, spoken, LUM_RECORD_TREATMENT, treatments[i].base.id, text_new (treatments[i].name),
                    treatments[i].name);
  if (answer) {
    g_autofree char *text = g_strdup_printf (_ ("Not logged: %s"), lum_gap_get_label (answer->answer));

    append_entry (self, spoken, LUM_RECORD_GAP_ANSWER, answer->base.id, text_new (text), text);
  }
}

static void
lum_journal_row_class_init (LumJournalRowClass *klass)
{
}

static void
lum_journal_row_init (LumJournalRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "title-4");
  gtk_widget_add_css_class (self->heading, "month");

  self->date = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->date, 0);
  gtk_label_set_width_chars (self->date, 10);
  gtk_widget_set_valign (GTK_WIDGET (self->date), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->date), "date");
  self->entries = LUM_WRAP_BOX (lum_wrap_box_new (6));
  gtk_widget_add_css_class (GTK_WIDGET (self->entries), "entries");
  /* Beside the date, or below it where large text leaves too little room. */
  self->day_box = g_object_new (LUM_TYPE_SIDE_BOX, "start-child", self->date, "end-child", self->entries, NULL);
  gtk_widget_add_css_class (self->day_box, "day");

  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->day_box);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lum_journal_row_new (void)
{
  return g_object_new (LUM_TYPE_JOURNAL_ROW, NULL);
}

/**
 * lum_journal_row_set_item:
 * @item: (nullable): %NULL empties it
 *
 * Shows a day or a heading.
 *
 * Returns: (transfer full) (nullable): what a screen reader says of the row
 */
char *
lum_journal_row_set_item (LumJournalRow *self, LumDayItem *item, LumUnits units)
{
  g_return_val_if_fail (LUM_IS_JOURNAL_ROW (self), NULL);

  lum_wrap_box_clear (self->entries);
  self->day = item && !lum_day_item_is_heading (item) ? lum_day_item_get_day (item) : LUM_DAY_NONE;
  if (!item)
    return NULL;

  gboolean heading = lum_day_item_is_heading (item);
  LumDay day = lum_day_item_get_day (item);
  g_autofree char *date = lum_day_format (day, heading ? LUM_DAY_FORMAT_MONTH : LUM_DAY_FORMAT_WEEKDAY);
  GString *spoken = g_string_new (date);
  gsize n;

  gtk_widget_set_visible (self->heading, heading);
  gtk_widget_set_visible (self->day_box, !heading);
  if (heading) {
    gtk_label_set_text (GTK_LABEL (self->heading), date);
    return g_string_free (spoken, FALSE);
  }

  gtk_label_set_text (self->date, date);
  const LumPainEntry *entries = lum_day_item_get_records (item, LUM_RECORD_PAIN, &n);
  for (gsize i = 0; i < n; i++)
    append_pain (self, spoken, &entries[i]);
  const LumRun *runs = lum_day_item_get_records (item, LUM_RECORD_RUN, &n);
  for (gsize i = 0; i < n; i++)
    append_run (self, spoken, lum_day_item_get_diary (item), &runs[i], units);
  const LumDayDetail *details = lum_day_item_get_records (item, LUM_RECORD_DAY_DETAIL, &n);
  for (gsize i = 0; i < n; i++)
    append_detail (self, spoken, &details[i]);
  append_others (self, spoken, item);
  return g_string_free (spoken, FALSE);
}

/**
 * lum_journal_row_get_day:
 *
 * Returns: its day, or %LUM_DAY_NONE where it is a heading
 */
LumDay
lum_journal_row_get_day (LumJournalRow *self)
{
  g_return_val_if_fail (LUM_IS_JOURNAL_ROW (self), LUM_DAY_NONE);

  return self->day;
}
