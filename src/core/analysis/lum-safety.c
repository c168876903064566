/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-safety.h"

#include <string.h>

#include "lum-parameters.h"

/* An answer is open from when it was given until it was checked on some day, or was ticked by mistake (RF-R4). A later
 * "no" does not close it: nobody has looked at it by that. */

typedef struct {
  const LumDiary *diary;
  LumDay today;
  GArray *open; /* LumOpenSign */
} Check;

/* Who travels over the date line has answered tomorrow: that must not hide an emergency until then. */
static gboolean
is_given (const Check *check, const LumSafetyAnswer *answer)
{
  return answer->day <= check->today + LUM_P_SIGN_AHEAD;
}

static gboolean
is_by_now (const Check *check, LumDay day)
{
  return day != LUM_DAY_NONE && day <= check->today + LUM_P_SIGN_AHEAD;
}

/* RF-R3: what is newer than two weeks is not "old" for RF-01 to RF-05, whoever says so. */
static gboolean
is_old (const LumSafetySign *sign, const LumSafetyAnswer *answer)
{
  return answer->answer == LUM_SAFETY_OLD_CHECKED && lum_safety_can_be_old (sign, answer->since, answer->day);
}

/* RF-R3: "not sure" counts as yes in an emergency, as no elsewhere. */
static gboolean
is_yes (const LumSafetySign *sign, const LumSafetyAnswer *answer)
{
  switch (answer->answer) {
  case LUM_SAFETY_YES:
    return TRUE;
  case LUM_SAFETY_NOT_SURE:
    return sign->tier == LUM_TIER_EMERGENCY;
  case LUM_SAFETY_OLD_CHECKED:
    return !is_old (sign, answer);
  default:
    return FALSE;
  }
}

/* The answer to a question that is open, if one is. */
static const LumSafetyAnswer *
find_open_answer (const Check *check, const LumSafetySign *sign)
{
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (check->diary, &n);
  const LumSafetyAnswer *open = NULL;

  for (gsize i = 0; i < n && is_given (check, &answers[i]); i++) {
    if (g_strcmp0 (answers[i].question, sign->id) != 0 || is_by_now (check, answers[i].mistake_on))
      continue;
    if (is_old (sign, &answers[i]) || is_by_now (check, answers[i].checked_on))
      open = NULL;
    else if (is_yes (sign, &answers[i]))
      open = &answers[i];
  }
  return open;
}

static const LumSafetyAnswer *
find_newest_answer (const Check *check, const char *question)
{
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (check->diary, &n);

  while (n-- > 0)
    if (is_given (check, &answers[n]) && g_strcmp0 (answers[n].question, question) == 0)
      return &answers[n];
  return NULL;
}

static const LumOpenSign *
find_open (const GArray *open, const char *id)
{
  for (guint i = 0; i < open->len; i++)
    if (strcmp (g_array_index (open, LumOpenSign, i).sign->id, id) == 0)
      return &g_array_index (open, LumOpenSign, i);
  return NULL;
}

static void
add_answered (Check *check)
{
  guint n;
  const LumSafetySign *signs = lum_safety_signs_get (&n);

  for (guint i = 0; i < n; i++) {
    const LumSafetyAnswer *answer = find_open_answer (check, &signs[i]);

    if (answer) {
      LumOpenSign open = {
          .sign = &signs[i],
          .answer = answer,
          .tier = signs[i].tier,
          .day = answer->day,
          .since = answer->since,
          .sure = answer->answer != LUM_SAFETY_NOT_SURE,
      };

      g_array_append_val (check->open, open);
    }
  }
}

/* --- what follows from several answers --- */

static void
add_implied (Check *check, const char *id, LumDay day)
{
  LumOpenSign open = {
      .sign = lum_safety_sign_find (id),
      .tier = lum_safety_sign_find (id)->tier,
      .day = day,
      .since = LUM_DAY_NONE,
      .sure = TRUE,
  };

  g_array_append_val (check->open, open);
}

/* Whether nobody has answered the question itself since that day: what was answered is not implied as well. */
static gboolean
is_unanswered_since (const Check *check, const char *id, LumDay day)
{
  const LumSafetyAnswer *answer = find_newest_answer (check, id);

  return !answer || answer->day < day;
}

/* Whether the question itself was answered with no, and nothing else since. */
static gboolean
is_denied (const Check *check, const char *id)
{
  const LumSafetyAnswer *answer = find_newest_answer (check, id);

  return answer && answer->answer == LUM_SAFETY_NO;
}

/* RF-22: how many of the signs of inflammation were ticked; four count, if it began before 45. */
static void
add_inflammation (Check *check)
{
  guint n;
  const LumInflammationSign *signs = lum_inflammation_signs_get (&n);
  LumDay newest = LUM_DAY_NONE;
  int ticked = 0, age;

  for (guint i = 0; i < n; i++) {
    const LumSafetyAnswer *answer = find_newest_answer (check, signs[i].id);

    if (!answer || answer->answer != LUM_SAFETY_YES || is_by_now (check, answer->checked_on) ||
        is_by_now (check, answer->mistake_on))
      continue;
    ticked++;
    newest = MAX (newest, answer->day);
  }
  if (ticked < LUM_P_INFLAMMATION_SIGNS || !is_unanswered_since (check, "RF-22", newest))
    return;
  age = lum_background_get_age (check->diary, newest, check->today);
  if (age == LUM_INT_NONE || age < LUM_P_INFLAMMATION_AGE)
    add_implied (check, "RF-22", newest);
}

static gboolean
has_fragile_bones (const Check *check)
{
  int age = lum_background_get_age (check->diary, check->today, check->today);

  return (age != LUM_INT_NONE && age > LUM_P_OLD_AGE) ||
         lum_background_is_yes (check->diary, LUM_FACT_OSTEOPOROSIS, check->today) ||
         lum_background_is_yes (check->diary, LUM_FACT_STEROIDS, check->today) ||
         lum_background_is_yes (check->diary, LUM_FACT_BLOOD_THINNERS, check->today);
}

/* RF-17: it began with a fall, or with lifting or twisting (EP-5), and the background says fragile bones or blood
 * thinners. */
static void
add_minor_fall (Check *check)
{
  gsize n;
  const LumPainEntry *pain = lum_diary_get_pain (check->diary, &n);
  LumDay day = LUM_DAY_NONE;

  for (gsize i = n; i-- > 0 && pain[i].day > check->today - LUM_P_FALL_FRESH;)
    if (pain[i].day <= check->today && (pain[i].how == LUM_HOW_FALL || pain[i].how == LUM_HOW_LIFTING))
      day = MAX (day, pain[i].day);
  if (day != LUM_DAY_NONE && is_unanswered_since (check, "RF-17", day) && !find_open (check->open, "RF-17") &&
      has_fragile_bones (check))
    add_implied (check, "RF-17", day);
}

static gboolean
is_known (const Check *check, const char *id, const char *fact)
{
  return find_open (check->open, id) ||
         (lum_background_is_yes (check->diary, fact, check->today) && !is_denied (check, id));
}

/* RF-13, worse at night, is urgent beside weight loss, cancer or a risk of infection, ticked or in the background. */
static void
raise_night_pain (Check *check)
{
  LumOpenSign *night = (LumOpenSign *) find_open (check->open, "RF-13");

  if (night && (find_open (check->open, "RF-11") || is_known (check, "RF-12", LUM_FACT_CANCER) ||
                is_known (check, "RF-10", LUM_FACT_IMMUNE) || is_known (check, "RF-10", LUM_FACT_OPERATION)))
    night->tier = LUM_TIER_URGENT;
}

/* The most pressing first, then in the order of the list. */
static int
compare_open (gconstpointer pa, gconstpointer pb)
{
  const LumOpenSign *a = pa, *b = pb;

  return a->tier != b->tier ? (int) a->tier - (int) b->tier : (a->sign > b->sign) - (a->sign < b->sign);
}

static LumDay
find_last_check (const Check *check)
{
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (check->diary, &n);

  while (n-- > 0)
    if (is_given (check, &answers[n]))
      return answers[n].day;
  return LUM_DAY_NONE;
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
  Check check = {diary, today, g_array_new (FALSE, FALSE, sizeof (LumOpenSign))};

  add_answered (&check);
  add_inflammation (&check);
  add_minor_fall (&check);
  raise_night_pain (&check);
  g_array_sort (check.open, compare_open);

  self->open = check.open;
  self->tier = self->open->len ? g_array_index (self->open, LumOpenSign, 0).tier : LUM_TIER_NONE;
  self->exercises_locked = self->tier <= LUM_TIER_URGENT;
  self->last_check = find_last_check (&check);
  return self;
}

void
lum_safety_free (LumSafety *self)
{
  g_array_unref (self->open);
  g_free (self);
}

/**
 * lum_safety_find_open:
 * @id: "RF-02"
 *
 * Returns: (nullable): %NULL where that sign is not open
 */
const LumOpenSign *
lum_safety_find_open (const LumSafety *self, const char *id)
{
  return find_open (self->open, id);
}

/**
 * lum_safety_pauses_running:
 *
 * Whether an open sign says to leave running: everything but what can wait (RF-R2), and RF-21.
 */
gboolean
lum_safety_pauses_running (const LumSafety *self)
{
  for (guint i = 0; i < self->open->len; i++)
    if (g_array_index (self->open, LumOpenSign, i).tier < LUM_TIER_SOON ||
        g_array_index (self->open, LumOpenSign, i).sign->pauses_running)
      return TRUE;
  return FALSE;
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
