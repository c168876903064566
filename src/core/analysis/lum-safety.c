/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-safety.h"

#include <string.h>

#include "lum-parameters.h"

typedef struct {
  const LumSafetySign *sign;
  const LumSafetyAnswer *answer;
  LumTier tier;
  guint place;
} Open;

/* The newest answer to a question that was given by @today. */
static const LumSafetyAnswer *
newest_answer (const LumDiary *diary, const char *question, LumDay today)
{
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (diary, &n);

  while (n-- > 0)
    if (answers[n].day <= today && g_strcmp0 (answers[n].question, question) == 0)
      return &answers[n];
  return NULL;
}

/* "Not sure" counts as yes in an emergency, as no elsewhere (RF-R3). Open until checked or ticked by mistake (RF-R4). */
static gboolean
is_open (const LumSafetySign *sign, const LumSafetyAnswer *answer)
{
  if (!answer || answer->checked_on != LUM_DAY_NONE || answer->mistake_on != LUM_DAY_NONE)
    return FALSE;
  return answer->answer == LUM_SAFETY_YES ||
         (answer->answer == LUM_SAFETY_NOT_SURE && sign->tier == LUM_TIER_EMERGENCY);
}

static int
compare_open (gconstpointer pa, gconstpointer pb)
{
  const Open *a = pa, *b = pb;

  return a->tier != b->tier ? (int) a->tier - (int) b->tier : (int) a->place - (int) b->place;
}

static gboolean
has (const GArray *open, const char *id)
{
  for (guint i = 0; i < open->len; i++)
    if (strcmp (g_array_index (open, Open, i).sign->id, id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * lum_safety_new:
 *
 * Evaluates the answers that were given by @today.
 *
 * Returns: (transfer full): borrows answers from @diary, which must outlive it
 */
LumSafety *
lum_safety_new (const LumDiary *diary, LumDay today)
{
  LumSafety *self = g_new0 (LumSafety, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  guint n;
  const LumSafetySign *signs = lum_safety_signs_get (&n);

  self->last_check = LUM_DAY_NONE;
  for (guint i = 0; i < n; i++) {
    const LumSafetyAnswer *answer = newest_answer (diary, signs[i].id, today);

    if (answer)
      self->last_check = MAX (self->last_check, answer->day);
    if (is_open (&signs[i], answer)) {
      Open one = {&signs[i], answer, signs[i].tier, i};

      g_array_append_val (open, one);
    }
  }

  /* Worse at night is urgent beside weight loss, cancer or a risk of infection (RF-13). */
  if (has (open, "RF-11") || has (open, "RF-12") || has (open, "RF-10"))
    for (guint i = 0; i < open->len; i++)
      if (strcmp (g_array_index (open, Open, i).sign->id, "RF-13") == 0)
        g_array_index (open, Open, i).tier = LUM_TIER_URGENT;
  g_array_sort (open, compare_open);

  self->tier = open->len ? g_array_index (open, Open, 0).tier : LUM_TIER_NONE;
  self->exercises_locked = self->tier <= LUM_TIER_URGENT;
  self->open = g_ptr_array_new ();
  self->open_tiers = g_array_new (FALSE, FALSE, sizeof (LumTier));
  for (guint i = 0; i < open->len; i++) {
    g_ptr_array_add (self->open, (gpointer) g_array_index (open, Open, i).answer);
    g_array_append_val (self->open_tiers, g_array_index (open, Open, i).tier);
  }
  return self;
}

void
lum_safety_free (LumSafety *self)
{
  g_ptr_array_unref (self->open);
  g_array_unref (self->open_tiers);
  g_free (self);
}

static const char *const tier_words[LUM_N_TIERS] = {"emergency", "urgent", "within-days", "soon"};

/**
 * lum_safety_tier_to_word:
 *
 * The variant of a tier's card.
 */
const char *
lum_safety_tier_to_word (LumTier tier)
{
  g_return_val_if_fail (tier < LUM_N_TIERS, NULL);

  return tier_words[tier];
}

/**
 * lum_safety_tier_from_word:
 *
 * Returns: %LUM_TIER_NONE for a word that is none
 */
LumTier
lum_safety_tier_from_word (const char *word)
{
  for (int tier = 0; tier < LUM_N_TIERS; tier++)
    if (g_strcmp0 (tier_words[tier], word) == 0)
      return tier;
  return LUM_TIER_NONE;
}

/**
 * lum_safety_can_be_old:
 * @since: since when the sign is there, or LUM_DAY_NONE
 *
 * Whether "old and checked" may be answered (RF-R3): the signs of RF-01 to RF-05 must be there for two weeks.
 */
gboolean
lum_safety_can_be_old (const LumSafetySign *sign, LumDay since, LumDay today)
{
  return !sign->fresh_is_never_old || (since != LUM_DAY_NONE && today - since >= LUM_P_SIGN_FRESH);
}
