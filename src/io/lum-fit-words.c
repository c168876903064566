/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-fit-words.h"

#include "lum-i18n.h"

typedef struct {
  int number;
  const char *word;
} Word;

static const Word sports[] = {
    {0, "generic"},
    {1, "running"},
    {2, "cycling"},
    {3, "transition"},
    {4, "fitness_equipment"},
    {5, "swimming"},
    {6, "basketball"},
    {7, "soccer"},
    {8, "tennis"},
    {9, "american_football"},
    {10, "training"},
    {11, "walking"},
    {12, "cross_country_skiing"},
    {13, "alpine_skiing"},
    {14, "snowboarding"},
    {15, "rowing"},
    {16, "mountaineering"},
    {17, "hiking"},
    {18, "multisport"},
    {19, "paddling"},
    {20, "flying"},
    {21, "e_biking"},
    {22, "motorcycling"},
    {23, "boating"},
    {24, "driving"},
    {25, "golf"},
    {26, "hang_gliding"},
    {27, "horseback_riding"},
    {28, "hunting"},
    {29, "fishing"},
    {30, "inline_skating"},
    {31, "rock_climbing"},
    {32, "sailing"},
    {33, "ice_skating"},
    {34, "sky_diving"},
    {35, "snowshoeing"},
    {36, "snowmobiling"},
    {37, "stand_up_paddleboarding"},
    {38, "surfing"},
    {39, "wakeboarding"},
    {40, "water_skiing"},
    {41, "kayaking"},
    {42, "rafting"},
    {43, "windsurfing"},
    {44, "kitesurfing"},
    {45, "tactical"},
    {46, "jumpmaster"},
    {47, "boxing"},
    {48, "floor_climbing"},
    {53, "diving"},
    {62, "hiit"},
    {64, "racket"},
    {65, "wheelchair_push_walk"},
    {66, "wheelchair_push_run"},
    {67, "meditation"},
};

/* Of a run; those that say nothing more are left out. */
static const Word run_kinds[] = {
    {1, "treadmill"},  {2, "street"},   {3, "trail"},     {4, "track"},
    {45, "treadmill"}, {58, "virtual"}, {59, "obstacle"}, {67, "ultra"},
};

static const Word makers[] = {
    {1, "Garmin"},     {15, "Dynastream"},  {23, "Suunto"},  {32, "Wahoo Fitness"}, {38, "o-synce"},
    {54, "IpBike"},    {70, "Sigma Sport"}, {71, "TomTom"},  {76, "Moxy"},          {95, "Stryd"},
    {115, "iGPSPORT"}, {123, "Polar"},      {258, "Lezyne"}, {260, "Zwift"},        {265, "Strava"},
    {267, "Bryton"},   {289, "Hammerhead"}, {294, "COROS"},  {307, "OneLap"},       {310, "Decathlon"},
};

static const Word files[] = {
    {1, N_ ("It describes the device; there is no run in it.")},
    {2, N_ ("It holds the settings of a device; there is no run in it.")},
    {3, N_ ("It holds the settings of a device; there is no run in it.")},
    {5, N_ ("It is the plan of a workout, not a run.")},
    {6, N_ ("It is a course, a planned route, not a run.")},
    {7, N_ ("It is a calendar of workouts, not a run.")},
    {9, N_ ("It holds weights, not a run.")},
    {10, N_ ("It holds sums over many activities, not a run.")},
    {11, N_ ("It holds goals, not a run.")},
    {14, N_ ("It holds blood pressures, not a run.")},
    {15, N_ ("It holds what a device noted all day, not a run.")},
    {20, N_ ("It holds summaries of activities, not a run.")},
    {28, N_ ("It holds what a device noted all day, not a run.")},
    {32, N_ ("It holds what a device noted all day, not a run.")},
    {34, N_ ("It is a segment to compare with, not a run.")},
    {35, N_ ("It is a list of segments, not a run.")},
};

static const char *
find_word (const Word *words, guint n, int number)
{
  for (guint i = 0; i < n; i++)
    if (words[i].number == number)
      return words[i].word;
  return NULL;
}

/**
 * lum_fit_classify_sport:
 * @sport: -1 if unknown
 * @sub_sport: -1 if unknown
 * @word: (out) (nullable): static; %NULL where there is none for the number
 * @run_kind: (out) (nullable): "trail", "treadmill" …; static
 *
 * Whether a session is a run.
 */
LumSportClass
lum_fit_classify_sport (int sport, int sub_sport, const char **word, const char **run_kind)
{
  *word = find_word (sports, G_N_ELEMENTS (sports), sport);
  *run_kind = NULL;
  if (sport == 1 || (sport == 4 && (sub_sport == 1 || sub_sport == 45))) {
    *run_kind = find_word (run_kinds, G_N_ELEMENTS (run_kinds), sub_sport);
    return LUM_SPORT_RUN;
  }
  return sport == -1 || sport == 0 || sport == 254 ? LUM_SPORT_UNKNOWN : LUM_SPORT_OTHER;
}

/**
 * lum_fit_get_maker:
 *
 * The name of a manufacturer; %NULL where the number is not a known one.
 */
const char *
lum_fit_get_maker (int manufacturer)
{
  return find_word (makers, G_N_ELEMENTS (makers), manufacturer);
}

/**
 * lum_fit_describe_file:
 * @type: of file_id, -1 if unknown
 *
 * The sentence, not yet translated, that says what a file is in which there is no run.
 */
const char *
lum_fit_describe_file (int type)
{
  const char *sentence = find_word (files, G_N_ELEMENTS (files), type);

  if (sentence)
    return sentence;
  return type == 4 || type == -1 ? N_ ("There is no activity in the file.")
                                 : N_ ("It is a file of a device, not a run.");
}
