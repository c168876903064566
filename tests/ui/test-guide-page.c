/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-guide-page.h"
#include "lum-topics.h"
#include "lum-ui.h"

typedef struct {
  GHashTable *rows; /* widget name → all its text */
  GString *text;    /* of everything */
} Walk;

static void
collect_text (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

static void
walk (GtkWidget *widget, Walk *found)
{
  const char *name = gtk_widget_get_name (widget);

  if (GTK_IS_LIST_BOX_ROW (widget) && (*name == 'A' || *name == 'N') && g_ascii_isdigit (name[1])) {
    GString *text = g_string_new (NULL);

    collect_text (widget, text);
    g_hash_table_replace (found->rows, g_strdup (name), g_string_free (text, FALSE));
  }
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (found->text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    walk (child, found);
}

/* What cannot wait is read before all else. */
static void
test_first_things_first (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (LUM_TYPE_GUIDE_PAGE, NULL));
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Walk found = {rows, g_string_new (NULL)};
  const char *first, *article;

  lum_guide_page_show_topic (LUM_GUIDE_PAGE (page), "see-someone");
  walk (page, &found);
  first = strstr (found.text->str, "Do Not Wait");
  article = strstr (found.text->str, "From the Article");
  g_assert_nonnull (first);
  g_assert_nonnull (article);
  g_assert_true (first < article);
  g_string_free (found.text, TRUE);
  g_object_unref (page);
}

/* Every fact of the article and every research note is on some page, with whose it is; the disclaimer is on each. */
static void
test_everything_is_shown (void)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) facts = lum_facts_list ();
  g_autoptr (GPtrArray) notes = lum_notes_list ();
  const LumTopic *const *topics = lum_topics_get_all ();
  GtkWidget *page = g_object_ref_sink (g_object_new (LUM_TYPE_GUIDE_PAGE, NULL));

  for (guint i = 0; topics[i]; i++) {
    Walk found = {rows, g_string_new (NULL)};

    lum_guide_page_show_topic (LUM_GUIDE_PAGE (page), topics[i]->id);
    walk (page, &found);
    g_assert_nonnull (strstr (found.text->str, topics[i]->title));
    for (const LumFact *fact = lum_facts_get_disclaimer (); fact->id; fact++)
      g_assert_nonnull (strstr (found.text->str, fact->text));
    g_assert_nonnull (strstr (found.text->str, lum_facts_get_provenance ()->text));
    g_assert_nonnull (strstr (found.text->str, "Article · A33–A36"));
    g_string_free (found.text, TRUE);
  }

  for (guint i = 0; i < facts->len; i++) {
    const LumFact *fact = g_ptr_array_index (facts, i);
    const char *text = g_hash_table_lookup (rows, fact->id);

    /* These close the pages; they were looked for above. */
    if (fact->type == LUM_FACT_DISCLAIMER || fact == lum_facts_get_provenance ())
      continue;
    if (!text)
      g_error ("%s is not shown", fact->id);
    g_assert_nonnull (strstr (text, fact->text));
    g_assert_nonnull (strstr (text, "Article"));
    g_assert_nonnull (strstr (text, fact->id));
    g_assert_null (strstr (text, "Research"));
  }
  for (guint i = 0; i < notes->len; i++) {
    const LumResearchNote *note = g_ptr_array_index (notes, i);
    const char *text = g_hash_table_lookup (rows, note->id);

    if (!text)
      g_error ("%s is not shown", note->id);
    g_assert_nonnull (strstr (text, note->text));
    g_assert_nonnull (strstr (text, note->strength));
    g_assert_nonnull (strstr (text, note->citations));
    g_assert_nonnull (strstr (text, "Research"));
    g_assert_null (strstr (text, "Article"));
  }

  g_assert_finalize_object (page);
}

static void
test_navigation (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = g_object_new (LUM_TYPE_GUIDE_PAGE, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_activate_action (page, "guide.show-topic", "s", "shoes"));
  collect_text (page, text);
  g_assert_nonnull (strstr (text->str, "It may be time for new running shoes."));
  g_assert_true (gtk_widget_activate_action (page, "guide.show-topic", "s", "no such topic"));
  g_assert_true (gtk_widget_activate_action (page, "guide.back", NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  lum_ui_init ();
  g_test_add_func ("/guide/first-things-first", test_first_things_first);
  g_test_add_func ("/guide/everything-is-shown", test_everything_is_shown);
  g_test_add_func ("/guide/navigation", test_navigation);
  return g_test_run ();
}
