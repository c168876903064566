/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-topics.h"

#define N_FACTS 36
#define N_NOTES 8

/* Each fact of rules §1 with its type, in the order of the table there. */
static const char types[] = "XCCCCCMCAAAAACCMCCACCCWACXMMXMAXDDDX";

static char
letter_of (LumFactType type)
{
  return "CSAWDMX"[type];
}

static void
test_facts_once (void)
{
  g_autoptr (GPtrArray) facts = lum_facts_list ();

  g_assert_cmpuint (facts->len, ==, N_FACTS);
  g_assert_cmpuint (strlen (types), ==, N_FACTS);
  for (guint n = 1; n <= N_FACTS; n++) {
    g_autofree char *id = g_strdup_printf ("A%02u", n);
    guint found = 0;

    for (guint i = 0; i < facts->len; i++) {
      const LumFact *fact = g_ptr_array_index (facts, i);

      if (!g_str_equal (fact->id, id))
        continue;
      found++;
      g_assert_cmpstr (fact->source, ==, "article");
      g_assert_cmpint (letter_of (fact->type), ==, types[n - 1]);
      g_assert_cmpuint (strlen (fact->text), >, 10);
      g_assert_true (g_str_has_suffix (fact->text, "."));
      g_assert_nonnull (lum_fact_get_source_label (fact));
      g_assert_cmpuint (strlen (lum_fact_type_to_label (fact->type)), >, 0);
    }
    if (found != 1)
      g_test_message ("%s is there %u times", id, found);
    g_assert_cmpuint (found, ==, 1);
    g_assert_cmpstr (lum_facts_find (id)->id, ==, id);
  }
}

static void
test_notes_once (void)
{
  g_autoptr (GPtrArray) notes = lum_notes_list ();

  g_assert_cmpuint (notes->len, ==, N_NOTES);
  for (guint n = 1; n <= N_NOTES; n++) {
    g_autofree char *id = g_strdup_printf ("N%u", n);
    guint found = 0;

    for (guint i = 0; i < notes->len; i++) {
      const LumResearchNote *note = g_ptr_array_index (notes, i);

      if (!g_str_equal (note->id, id))
        continue;
      found++;
      g_assert_cmpstr (note->source, ==, "research");
      g_assert_nonnull (lum_facts_find (note->about));
      g_assert_nonnull (note->grade);
      g_assert_nonnull (note->strength);
      g_assert_nonnull (note->citations);
    }
    g_assert_cmpuint (found, ==, 1);
  }
}

static void
test_topics (void)
{
  const LumTopic *const *topics = lum_topics_get_all ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; topics[i]; i++) {
    const LumTopic *topic = topics[i];

    g_assert_true (g_hash_table_add (ids, (gpointer) topic->id));
    g_assert_true (lum_topics_find (topic->id) == topic);
    g_assert_nonnull (topic->title);
    g_assert_nonnull (topic->summary);
    g_assert_nonnull (topic->facts);
    g_assert_nonnull (topic->facts[0].id);
    g_assert_true (topic->tips == NULL || topic->tips_title != NULL);
    for (guint j = 0; topic->also && topic->also[j]; j++) {
      g_assert_nonnull (lum_facts_find (topic->also[j]));
      for (const LumFact *fact = topic->facts; fact->id; fact++)
        g_assert_cmpstr (fact->id, !=, topic->also[j]);
    }
    for (guint j = 0; topic->related && topic->related[j]; j++) {
      g_assert_nonnull (lum_topics_find (topic->related[j]));
      g_assert_cmpstr (topic->related[j], !=, topic->id);
    }
    g_assert_true (topic->first == NULL || topic->first_title != NULL);
    for (const LumTip *tip = topic->tips; tip && tip->title; tip++) {
      g_assert_nonnull (tip->text);
      g_assert_nonnull (tip->source);
    }
  }
  g_assert_cmpuint (g_hash_table_size (ids), ==, 12);
  g_assert_null (lum_topics_find ("no such topic"));
  g_assert_null (lum_facts_find ("A37"));
}

static void
check_words (const char *id, const char *text)
{
  static const char *const forbidden[] = {"injury detected", "safe to run", "injury risk is", "you have a ",
                                          "causes your"};
  g_autofree char *lower = NULL;

  if (text == NULL)
    return;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  lower = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (strstr (lower, forbidden[i]))
      g_error ("%s says “%s”", id, forbidden[i]);
  if (strstr (lower, "diagnos"))
    g_error ("%s speaks of a diagnosis", id);
  if (g_regex_match_simple ("hurt for [0-9]+ days", lower, 0, 0))
    g_error ("%s says how long it hurt", id);
  for (const char *at = lower; (at = strstr (at, "damage")) != NULL; at++)
    if (at - lower < (gssize) strlen ("does not mean ") ||
        !g_str_has_prefix (at - strlen ("does not mean "), "does not mean "))
      g_error ("%s speaks of damage", id);
}

static void
test_words (void)
{
  const LumTopic *const *topics = lum_topics_get_all ();

  for (guint i = 0; topics[i]; i++) {
    const LumTopic *topic = topics[i];

    check_words (topic->id, topic->title);
    check_words (topic->id, topic->summary);
    check_words (topic->id, topic->tips_title);
    for (const LumFact *fact = topic->facts; fact->id; fact++) {
      check_words (fact->id, fact->text);
      check_words (fact->id, fact->term);
    }
    for (const LumResearchNote *note = topic->notes; note && note->id; note++) {
      check_words (note->id, note->text);
      check_words (note->id, note->strength);
    }
    check_words (topic->id, topic->first_title);
    for (const LumTip *tip = topic->first; tip && tip->title; tip++) {
      check_words (tip->title, tip->title);
      check_words (tip->title, tip->text);
      check_words (tip->title, tip->source);
    }
    for (const LumTip *tip = topic->tips; tip && tip->title; tip++) {
      check_words (tip->title, tip->title);
      check_words (tip->title, tip->text);
      check_words (tip->title, tip->source);
    }
    for (const LumTerm *term = topic->terms; term && term->term; term++)
      check_words (term->term, term->text);
  }
  for (const LumFact *fact = lum_facts_get_provenance (); fact->id; fact++)
    check_words (fact->id, fact->text);
}

static void
test_disclaimer (void)
{
  g_autofree char *text = lum_disclaimer_to_string ();

  for (const LumFact *fact = lum_facts_get_disclaimer (); fact->id; fact++) {
    g_assert_cmpint (fact->type, ==, LUM_FACT_DISCLAIMER);
    g_assert_nonnull (strstr (text, fact->text));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guidance/facts/each-once", test_facts_once);
  g_test_add_func ("/guidance/notes/each-once", test_notes_once);
  g_test_add_func ("/guidance/topics", test_topics);
  g_test_add_func ("/guidance/words", test_words);
  g_test_add_func ("/guidance/disclaimer", test_disclaimer);
  return g_test_run ();
}
