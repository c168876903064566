/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-status.h"

/* The words of machines: those of rules.md, never translated. */

static const char *const state_words[] = {
    [LUM_STATE_NO_DATA] = "no_data",   [LUM_STATE_NO_PAIN] = "no_pain",         [LUM_STATE_ISOLATED] = "isolated",
    [LUM_STATE_RESOLVED] = "resolved", [LUM_STATE_REMISSION] = "remission",     [LUM_STATE_NEW] = "new",
    [LUM_STATE_WITHIN] = "within",     [LUM_STATE_APPROACHING] = "approaching", [LUM_STATE_BEYOND] = "beyond",
    [LUM_STATE_CHRONIC] = "chronic",   [LUM_STATE_UNKNOWN] = "unknown",
};

/* In alphabetical order, as listings want them. */
static const struct {
  LumFlags flag;
  const char *word;
} flag_words[] = {
    {LUM_FLAG_CONTINUITY_UNKNOWN, "continuity_unknown"},
    {LUM_FLAG_FUTURE_ENTRIES_IGNORED, "future_entries_ignored"},
    {LUM_FLAG_INTERMITTENT_PERSISTENT, "intermittent_persistent"},
    {LUM_FLAG_LOW_GRADE_PERSISTENT, "low_grade_persistent"},
    {LUM_FLAG_NIH_CHRONIC, "nih_chronic"},
    {LUM_FLAG_ONSET_REPORTED, "onset_reported"},
    {LUM_FLAG_PROVISIONAL, "provisional"},
    {LUM_FLAG_RECURRENT, "recurrent"},
    {LUM_FLAG_RELAPSE, "relapse"},
    {LUM_FLAG_RELAPSING_PERSISTENT, "relapsing_persistent"},
    {LUM_FLAG_SETTLING, "settling"},
    {LUM_FLAG_STALE, "stale"},
};

/**
 * lum_state_to_word:
 *
 * The name of a state in rules.md, "within".
 */
const char *
lum_state_to_word (LumState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_words), NULL);

  return state_words[state];
}

/**
 * lum_course_to_word:
 *
 * Returns: (nullable): "acute", "subacute", "chronic"; %NULL for LUM_COURSE_NONE
 */
const char *
lum_course_to_word (LumCourse course)
{
  static const char *const words[] = {NULL, "acute", "subacute", "chronic"};

  g_return_val_if_fail (course < G_N_ELEMENTS (words), NULL);

  return words[course];
}

/**
 * lum_flags_to_words:
 *
 * The names of the set flags in rules.md, sorted.
 *
 * Returns: (transfer full): NULL-terminated
 */
char **
lum_flags_to_words (guint flags)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (flag_words); i++)
    if (flags & flag_words[i].flag)
      g_strv_builder_add (words, flag_words[i].word);
  return g_strv_builder_end (words);
}

/**
 * lum_trend_to_word:
 *
 * The name of a verdict, "no_meaningful_change".
 */
const char *
lum_trend_to_word (LumTrendVerdict verdict)
{
  static const char *const words[] = {"not_enough_data", "better", "no_meaningful_change", "worse"};

  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), NULL);

  return words[verdict];
}
