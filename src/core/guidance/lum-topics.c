/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topics-private.h"

/* The topics in the order of the Guide. A new topic is its file, its declaration and its line here. */
static const LumTopic *const topics[] = {
    &lum_topic_stop,
    &lum_topic_causes,
    &lum_topic_spine,
    &lum_topic_stretching,
    &lum_topic_strength,
    &lum_topic_massage,
    &lum_topic_form,
    &lum_topic_drinking,
    &lum_topic_overuse,
    &lum_topic_shoes,
    &lum_topic_see_someone,
    &lum_topic_words,
    NULL,
};

/* These close every page of the Guide. */
static const LumFact disclaimer[] = {
    FACT ("A33", DISCLAIMER, N_ ("Nothing you read here, or on a site it points to, is to be used as a diagnosis.")),
    FACT ("A34", DISCLAIMER, N_ ("Nor does it replace talking with your doctor.")),
    FACT ("A35", DISCLAIMER, N_ ("Always talk with your doctor about diagnosis and treatment.")),
    END,
};

static const LumFact provenance[] = {
    FACT ("A36",
          CONTEXT,
          N_ ("The article is a spine-surgery provider’s patient page: it shows the badge “Blue Distinction Center for "
              "Spine Surgery”.")),
    END,
};

/**
 * lum_topics_get_all:
 *
 * The topics of the Guide, in its order.
 *
 * Returns: (transfer none): a %NULL-terminated table
 */
const LumTopic *const *
lum_topics_get_all (void)
{
  return topics;
}

/**
 * lum_topics_find:
 *
 * Returns: (transfer none) (nullable): the topic with that id
 */
const LumTopic *
lum_topics_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; topics[i]; i++)
    if (g_str_equal (topics[i]->id, id))
      return topics[i];
  return NULL;
}

static void
add_facts (GPtrArray *list, const LumFact *facts)
{
  for (; facts && facts->id; facts++)
    g_ptr_array_add (list, (gpointer) facts);
}

/**
 * lum_facts_list:
 *
 * Every fact of the article (rules §1), each once: those of the topics, then the disclaimer and the provenance.
 *
 * Returns: (transfer container) (element-type LumFact): the facts
 */
GPtrArray *
lum_facts_list (void)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; topics[i]; i++)
    add_facts (list, topics[i]->facts);
  add_facts (list, disclaimer);
  add_facts (list, provenance);
  return list;
}

/**
 * lum_notes_list:
 *
 * Every research note, each once, in the order of the topics.
 *
 * Returns: (transfer container) (element-type LumResearchNote): the notes
 */
GPtrArray *
lum_notes_list (void)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; topics[i]; i++)
    for (const LumResearchNote *note = topics[i]->notes; note && note->id; note++)
      g_ptr_array_add (list, (gpointer) note);
  return list;
}

/**
 * lum_facts_find:
 *
 * Returns: (transfer none) (nullable): the fact with that id
 */
const LumFact *
lum_facts_find (const char *id)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  list = lum_facts_list ();
  for (guint i = 0; i < list->len; i++) {
    const LumFact *fact = g_ptr_array_index (list, i);

    if (g_str_equal (fact->id, id))
      return fact;
  }
  return NULL;
}

/**
 * lum_facts_get_disclaimer:
 *
 * A33–A35, for the foot of every page of guidance (MS-5).
 *
 * Returns: (transfer none): a table that ends with an entry without id
 */
const LumFact *
lum_facts_get_disclaimer (void)
{
  return disclaimer;
}

/**
 * lum_facts_get_provenance:
 *
 * A36, where the article comes from.
 *
 * Returns: (transfer none): a table that ends with an entry without id
 */
const LumFact *
lum_facts_get_provenance (void)
{
  return provenance;
}

/**
 * lum_disclaimer_to_string:
 *
 * The disclaimer as one translated paragraph.
 *
 * Returns: (transfer full): the text
 */
char *
lum_disclaimer_to_string (void)
{
  /* Translators: three whole sentences of the disclaimer, one after the other. */
  return g_strdup_printf (C_ ("disclaimer", "%s %s %s"), _ (disclaimer[0].text), _ (disclaimer[1].text),
                          _ (disclaimer[2].text));
}

/**
 * lum_fact_type_to_label:
 *
 * What kind of fact it is, in a word.
 *
 * Returns: (transfer none): translated
 */
const char *
lum_fact_type_to_label (LumFactType type)
{
  switch (type) {
  case LUM_FACT_CAUSE:
    return C_ ("kind of fact", "Cause");
  case LUM_FACT_SIGNAL:
    return C_ ("kind of fact", "Sign");
  case LUM_FACT_ADVICE:
    return C_ ("kind of fact", "Advice");
  case LUM_FACT_WINDOW:
    return C_ ("kind of fact", "How Long");
  case LUM_FACT_DISCLAIMER:
    return C_ ("kind of fact", "Disclaimer");
  case LUM_FACT_MECHANISM:
    return C_ ("kind of fact", "How It Works");
  case LUM_FACT_CONTEXT:
    return C_ ("kind of fact", "Background");
  }
  g_return_val_if_reached ("");
}

/**
 * lum_fact_get_source_label:
 *
 * Whose statement the fact is.
 *
 * Returns: (transfer none): translated
 */
const char *
lum_fact_get_source_label (const LumFact *fact)
{
  g_return_val_if_fail (fact != NULL, NULL);
  g_return_val_if_fail (g_str_equal (fact->source, "article"), NULL);

  return C_ ("source of a fact", "Article");
}
