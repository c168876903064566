/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-sport.h"

#include <string.h>

/* Words that programs write for a sport, in the languages that the formats page shows. A type is looked at word by
 * word ("trail_running", "Mountain Biking"). Wheels, snow and water win: "trail biking" is no run, nor is a "ski run". */
static const char *const other_beginnings[] = {
    "bik",     "cycl",       "vélo",     "fahrrad",   "radfahr",     "ciclis", "bicic",    "riding",     "fiets",
    "walk",    "hik",        "wander",   "trek",      "mountaineer", "climb",  "swim",     "schwimm",    "natation",
    "ski",     "snow",       "skat",     "rowing",    "ruder",       "kayak",  "canoe",    "sailing",    "surf",
    "paddl",   "driv",       "motor",    "flight",    "flying",      "horse",  "elliptic", "wheelchair", "spazier",
    "randonn", "senderismo", "caminata", "escursion", NULL};
static const char *const other_words[] = {"ride",     "row",  "sail",     "car",    "bus",    "train",
                                          "moto",     "rad",  "gehen",    "golf",   "tennis", "soccer",
                                          "football", "yoga", "strength", "marche", NULL};
static const char *const run_beginnings[] = {"run", "jog", "lauf", "hardlo", "løb", "löp", "marathon", NULL};
static const char *const run_words[] = {"course", "correr",       "carrera",   "corrida",  "corsa",
                                        "sprint", "orienteering", "dauerlauf", "trailrun", NULL};

static const struct {
  const char *word;
  const char *sub_sport;
} sub_sports[] = {
    {"trail", "trail"}, {"treadmill", "treadmill"}, {"laufband", "treadmill"}, {"indoor", "treadmill"},
    {"track", "track"}, {"virtual", "virtual"},     {"street", "street"},      {"ultra", "ultra"},
};

static gboolean
begins_with_any (const char *word, const char *const *beginnings)
{
  for (; *beginnings; beginnings++)
    if (g_str_has_prefix (word, *beginnings))
      return TRUE;
  return FALSE;
}

/**
 * lum_sport_classify:
 * @type: (nullable): what a file calls its activity: a word, a phrase or a code
 * @sub_sport: (out) (nullable): "trail", "treadmill" … or %NULL; static
 *
 * Whether an activity is a run, by the word a program wrote (formats §5).
 */
LumSportClass
lum_sport_classify (const char *type, const char **sub_sport)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  gboolean run = FALSE, other = FALSE;
  gsize length;

  *sub_sport = NULL;
  if (!type || !*type)
    return LUM_SPORT_UNKNOWN;
  /* Strava's numbers. */
  if (strcmp (type, "9") == 0)
    return LUM_SPORT_RUN;
  if (strcmp (type, "1") == 0)
    return LUM_SPORT_OTHER;

  /* No type is longer; and a cut must not go through a character. */
  length = MIN (strlen (type), 200);
  while (length > 0 && ((guchar) type[length] & 0xc0) == 0x80)
    length--;
  folded = g_utf8_casefold (type, (gssize) length);
  words = g_strsplit_set (folded, " _-/.,:()", -1);
  for (guint i = 0; words[i]; i++) {
    if (begins_with_any (words[i], run_beginnings) || g_strv_contains (run_words, words[i]))
      run = TRUE;
    else if (begins_with_any (words[i], other_beginnings) || g_strv_contains (other_words, words[i]))
      other = TRUE;
    for (guint j = 0; j < G_N_ELEMENTS (sub_sports); j++)
      if (strcmp (words[i], sub_sports[j].word) == 0)
        *sub_sport = sub_sports[j].sub_sport;
  }
  if (other) {
    *sub_sport = NULL;
    return LUM_SPORT_OTHER;
  }
  /* A treadmill alone says enough. */
  if (!run && *sub_sport && strcmp (*sub_sport, "treadmill") == 0 && !strstr (folded, "indoor"))
    run = TRUE;
  if (!run)
    *sub_sport = NULL;
  return run ? LUM_SPORT_RUN : LUM_SPORT_UNKNOWN;
}
