/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-sections-row.h"

#include "lum-i18n.h"
#include "lum-report.h"
#include "lum-ui-words.h"

typedef struct {
  const LumReportSection *section;
  GtkCheckButton *check;
} Line;

struct _LumSectionsRow {
  AdwExpanderRow parent_instance;

  gboolean appendix;
  GArray *lines; /* Line */
};

G_DEFINE_FINAL_TYPE (LumSectionsRow, lum_sections_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What the page's short labels stand for. A part that is not here says enough by its label. */
static const char *
find_words (const char *id)
{
  static const struct {
    const char *id;
    const char *words;
  } all[] = {
      {"asks", NC_ ("section", "Your questions")},
      {"since", NC_ ("section", "The last visit, and how it has gone since")},
      {"self-check", NC_ ("section", "What you answered in the safety check")},
      {"background", NC_ ("section", "Your age and what was before")},
      {"story", NC_ ("section", "When it began and how the pain went")},
      {"function", NC_ ("section", "Two activities, nights, pain by time of day")},
      {"tried", NC_ ("section", "Medicines and treatments")},
      {"seen", NC_ ("section", "Whom you saw")},
      {"worse", NC_ ("section", "What made it worse, with counts")},
      {"better", NC_ ("section", "What eased it, with counts")},
      {"chart", NC_ ("section", "Pain and running, day by day")},
      {"running", NC_ ("section", "How much you ran before and run now")},
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].id, id))
      return g_dpgettext2 (GETTEXT_PACKAGE, "section", all[i].words);
  return "";
}

static void
update_subtitle (LumSectionsRow *self)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += gtk_check_button_get_active (g_array_index (self->lines, Line, i).check);
  if (n == 0)
    text = g_strdup (C_ ("sections", "Nothing"));
  else if (n == self->lines->len)
    text = g_strdup (C_ ("sections", "Everything"));
  else
    /* Translators: how many parts of the page were chosen, and how many there are */
    text =
        g_strdup_printf (ngettext ("%1$u of %2$u part", "%1$u of %2$u parts", self->lines->len), n, self->lines->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
toggled_cb (LumSectionsRow *self)
{
  update_subtitle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_line (LumSectionsRow *self, const LumReportSection *section)
{
  GtkWidget *row = adw_action_row_new ();
  Line line = {section, GTK_CHECK_BUTTON (gtk_check_button_new ())};

  gtk_check_button_set_active (line.check, !section->appendix);
  gtk_widget_set_valign (GTK_WIDGET (line.check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (section->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), find_words (section->id));
  lum_widget_set_label (GTK_WIDGET (line.check), _ (section->label));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (line.check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (line.check));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_signal_connect_object (line.check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->lines, line);
}

static void
lum_sections_row_finalize (GObject *object)
{
  g_array_unref (LUM_SECTIONS_ROW (object)->lines);

  G_OBJECT_CLASS (lum_sections_row_parent_class)->finalize (object);
}

static void
lum_sections_row_class_init (LumSectionsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lum_sections_row_finalize;

  /**
   * LumSectionsRow::changed:
   *
   * A part was ticked, or is no longer.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_sections_row_init (LumSectionsRow *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

/**
 * lum_sections_row_set_appendix:
 * @appendix: what can be added to the page, not what is on it
 *
 * Fills the row, once.
 */
void
lum_sections_row_set_appendix (LumSectionsRow *self, gboolean appendix)
{
  guint n;
  const LumReportSection *sections = lum_report_get_sections (&n);

  g_return_if_fail (LUM_IS_SECTIONS_ROW (self) && self->lines->len == 0);

  self->appendix = appendix;
  for (guint i = 0; i < n; i++)
    if (sections[i].appendix == appendix)
      add_line (self, &sections[i]);
  update_subtitle (self);
}

/**
 * lum_sections_row_apply:
 * @changes: "-story", "+weeks"; those of no part of this row are passed over
 *
 * Ticks what is usual but for the changes.
 */
void
lum_sections_row_apply (LumSectionsRow *self, const char *const *changes)
{
  g_return_if_fail (LUM_IS_SECTIONS_ROW (self));

  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);
    g_autofree char *change = g_strconcat (self->appendix ? "+" : "-", line->section->id, NULL);

    gtk_check_button_set_active (line->check, g_strv_contains (changes, change) == self->appendix);
  }
}

/**
 * lum_sections_row_add_changes:
 * @changes: (element-type utf8): with a free function; as lum_sections_row_apply() takes them
 */
void
lum_sections_row_add_changes (LumSectionsRow *self, GPtrArray *changes)
{
  g_return_if_fail (LUM_IS_SECTIONS_ROW (self));

  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);

    if (gtk_check_button_get_active (line->check) == self->appendix)
      g_ptr_array_add (changes, g_strconcat (self->appendix ? "+" : "-", line->section->id, NULL));
  }
}

/**
 * lum_sections_row_add_shown:
 * @ids: (element-type utf8): static ones are added
 *
 * What is ticked.
 */
void
lum_sections_row_add_shown (LumSectionsRow *self, GPtrArray *ids)
{
  g_return_if_fail (LUM_IS_SECTIONS_ROW (self));

  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);

    if (gtk_check_button_get_active (line->check))
      g_ptr_array_add (ids, (gpointer) line->section->id);
  }
}
