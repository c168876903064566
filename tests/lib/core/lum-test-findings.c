/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-test-findings.h"

#include <string.h>

LumFindings *
lum_test_find (const LumTestLife *life, LumDay today)
{
  g_autoptr (LumDiary) diary = lum_test_life_make (life);

  return lum_findings_new (diary, today, LUM_UNITS_METRIC);
}

static const LumCard *
find_in (const GPtrArray *cards, const char *rule)
{
  for (guint i = 0; i < cards->len; i++) {
    const LumCard *card = g_ptr_array_index (cards, i);

    if (g_str_equal (card->rule, rule))
      return card;
  }
  return NULL;
}

const LumCard *
lum_test_find_card (const LumFindings *findings, const char *rule)
{
  const LumCard *card = find_in (findings->cards, rule);

  g_assert_true (!card || card->actions != 0); /* each can be settled, put off or dismissed (MS-3) */
  return card;
}

const LumCard *
lum_test_find_note (const LumFindings *findings, const char *rule)
{
  return find_in (findings->notes, rule);
}

/* The value that stands beside that name in the card's evidence, or NULL. */
const char *
lum_test_get_evidence (const LumCard *card, const char *name)
{
  for (int i = 0; card->evidence[i]; i += 2)
    if (g_str_equal (card->evidence[i], name))
      return card->evidence[i + 1];
  return NULL;
}

/* All that MS-3 asks for is there. */
void
lum_test_assert_complete (const LumCard *card)
{
  g_assert_true (card->title && *card->title);
  g_assert_true (card->message && *card->message);
  g_assert_true (card->window && *card->window);
  g_assert_true (card->clears && *card->clears);
  g_assert_true (card->source && *card->source);
  g_assert_cmpuint (g_strv_length (card->evidence) % 2, ==, 0);
  g_assert_cmpuint (g_strv_length (card->evidence), >, 0);
  g_assert_cmpint (card->first, <=, card->last);
  g_assert_null (strstr (card->message, "(null)"));
  g_assert_null (strstr (card->message, "nan"));
}
