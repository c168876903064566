/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-ui-words.h"

#include "lum-i18n.h"

/**
 * lum_moment_get_label:
 *
 * When a score was felt, for people.
 */
const char *
lum_moment_get_label (LumMoment moment)
{
  static const char *const labels[] = {
      NC_ ("moment", "Average"),     NC_ ("moment", "Morning"), NC_ ("moment", "During a run"),
      NC_ ("moment", "After a run"), NC_ ("moment", "Worst"),
  };

  return moment < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "moment", labels[moment]) : "";
}

/**
 * lum_how_get_label:
 *
 * How pain began, for people (EP-5).
 */
const char *
lum_how_get_label (LumHow how)
{
  static const char *const labels[] = {
      NC_ ("how it began", "During a run"), NC_ ("how it began", "After a run"), NC_ ("how it began", "Lifting"),
      NC_ ("how it began", "A fall"),       NC_ ("how it began", "Gradually"),
  };

  return how < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "how it began", labels[how]) : "";
}

const char *
lum_surface_get_label (LumSurface surface)
{
  static const char *const labels[] = {
      NC_ ("surface", "Road"),      NC_ ("surface", "Trail"), NC_ ("surface", "Track"),
      NC_ ("surface", "Treadmill"), NC_ ("surface", "Grass"), NC_ ("surface", "Sand"),
  };

  return surface < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "surface", labels[surface]) : "";
}

/**
 * lum_gap_get_label:
 *
 * An answer to silence, for people (EP-4).
 */
const char *
lum_gap_get_label (LumGapWord word)
{
  static const char *const labels[] = {
      NC_ ("silence", "Hurt most days"),
      NC_ ("silence", "On and off"),
      NC_ ("silence", "Fine"),
      NC_ ("silence", "Not sure"),
  };

  return word < G_N_ELEMENTS (labels) ? g_dpgettext2 (GETTEXT_PACKAGE, "silence", labels[word]) : "";
}

/**
 * lum_score_get_css_class:
 * @score: 0 to 10
 *
 * The style class with the colour of a score.
 */
const char *
lum_score_get_css_class (int score)
{
  static const char *const classes[] = {"pain-0", "pain-1", "pain-2", "pain-3", "pain-4", "pain-5",
                                        "pain-6", "pain-7", "pain-8", "pain-9", "pain-10"};

  return score >= 0 && score <= 10 ? classes[score] : "pain-none";
}

/**
 * lum_score_chip_new:
 * @moment: (nullable): a word before the number
 *
 * A score on its colour.
 */
GtkWidget *
lum_score_chip_new (int score, const char *moment)
{
  g_autofree char *text = moment ? g_strdup_printf ("%s %d", moment, score) : g_strdup_printf ("%d", score);
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "numeric");
  gtk_widget_add_css_class (chip, lum_score_get_css_class (score));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

/**
 * lum_score_list_new:
 *
 * "Not recorded" and the scores from 0 to 10, for a drop-down: a blank is never a zero.
 */
GtkStringList *
lum_score_list_new (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Not recorded"));
  for (int i = 0; i <= 10; i++)
    gtk_string_list_take (list, g_strdup_printf ("%d", i));
  return list;
}

guint
lum_score_to_position (int score)
{
  return score == LUM_INT_NONE ? 0 : score + 1;
}

int
lum_score_from_position (guint position)
{
  return position == 0 || position > 11 ? LUM_INT_NONE : (int) position - 1;
}

/**
 * lum_widget_set_label:
 *
 * Names a widget for screen readers.
 */
void
lum_widget_set_label (GtkWidget *widget, const char *label)
{
  /* Newer GTK lets a button be labelled by the text in it, which would be heard instead of ours. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
