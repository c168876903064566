/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-csv-names.h"

#include <string.h>

typedef struct {
  const char *name;
  LumColumnRole role;
} Name;

/* Folded, without units. English, German, French, Spanish, Italian, Dutch, Portuguese, Danish; a new one is one line. */
static const Name names[] = {
    {"date", LUM_COLUMN_DATE},
    {"datum", LUM_COLUMN_DATE},
    {"fecha", LUM_COLUMN_DATE},
    {"dato", LUM_COLUMN_DATE},
    {"data", LUM_COLUMN_DATE},
    {"when", LUM_COLUMN_DATE},
    {"wann", LUM_COLUMN_DATE},
    {"day", LUM_COLUMN_DATE},
    {"tag", LUM_COLUMN_DATE},
    {"full_date", LUM_COLUMN_DATE},
    {"datetime", LUM_COLUMN_DATE},
    {"date time", LUM_COLUMN_DATE},
    {"date/time", LUM_COLUMN_DATE},
    {"timestamp", LUM_COLUMN_DATE},
    {"start", LUM_COLUMN_DATE},
    {"start time", LUM_COLUMN_DATE},
    {"start_time", LUM_COLUMN_DATE},
    {"starttime", LUM_COLUMN_DATE},
    {"start date", LUM_COLUMN_DATE},
    {"startdate", LUM_COLUMN_DATE},
    {"startzeit", LUM_COLUMN_DATE},
    {"startdatum", LUM_COLUMN_DATE},
    {"activity date", LUM_COLUMN_DATE},
    {"workout date", LUM_COLUMN_DATE},
    {"aktivitätsdatum", LUM_COLUMN_DATE},
    {"date de l'activité", LUM_COLUMN_DATE},
    {"date de l’activité", LUM_COLUMN_DATE},
    {"fecha de la actividad", LUM_COLUMN_DATE},
    {"datum van activiteit", LUM_COLUMN_DATE},
    {"data dell'attività", LUM_COLUMN_DATE},
    {"data da atividade", LUM_COLUMN_DATE},

    {"time", LUM_COLUMN_TIME},
    {"time of day", LUM_COLUMN_TIME},
    {"zeit", LUM_COLUMN_TIME},
    {"uhrzeit", LUM_COLUMN_TIME},
    {"tageszeit", LUM_COLUMN_TIME},
    {"tiempo", LUM_COLUMN_TIME},
    {"hora", LUM_COLUMN_TIME},
    {"heure", LUM_COLUMN_TIME},
    {"ora", LUM_COLUMN_TIME},
    {"tid", LUM_COLUMN_TIME},
    {"tijd", LUM_COLUMN_TIME},
    {"tempo", LUM_COLUMN_TIME},

    {"distance", LUM_COLUMN_DISTANCE},
    {"total distance", LUM_COLUMN_DISTANCE},
    {"distanz", LUM_COLUMN_DISTANCE},
    {"strecke", LUM_COLUMN_DISTANCE},
    {"distancia", LUM_COLUMN_DISTANCE},
    {"distanza", LUM_COLUMN_DISTANCE},
    {"distância", LUM_COLUMN_DISTANCE},
    {"afstand", LUM_COLUMN_DISTANCE},
    {"dist", LUM_COLUMN_DISTANCE},
    {"km", LUM_COLUMN_DISTANCE},
    {"kilometers", LUM_COLUMN_DISTANCE},
    {"kilometres", LUM_COLUMN_DISTANCE},
    {"kilometer", LUM_COLUMN_DISTANCE},
    {"miles", LUM_COLUMN_DISTANCE},
    {"mi", LUM_COLUMN_DISTANCE},

    {"duration", LUM_COLUMN_DURATION},
    {"activity time", LUM_COLUMN_DURATION},
    {"workout time", LUM_COLUMN_DURATION},
    {"total time", LUM_COLUMN_DURATION},
    {"timer time", LUM_COLUMN_DURATION},
    {"dauer", LUM_COLUMN_DURATION},
    {"duración", LUM_COLUMN_DURATION},
    {"durée", LUM_COLUMN_DURATION},
    {"durata", LUM_COLUMN_DURATION},
    {"duração", LUM_COLUMN_DURATION},
    {"duur", LUM_COLUMN_DURATION},
    {"varighed", LUM_COLUMN_DURATION},

    {"elapsed time", LUM_COLUMN_ELAPSED},
    {"elapsed_time", LUM_COLUMN_ELAPSED},
    {"verstrichene zeit", LUM_COLUMN_ELAPSED},
    {"temps écoulé", LUM_COLUMN_ELAPSED},
    {"tiempo transcurrido", LUM_COLUMN_ELAPSED},
    {"verstreken tijd", LUM_COLUMN_ELAPSED},
    {"tempo trascorso", LUM_COLUMN_ELAPSED},
    {"tempo decorrido", LUM_COLUMN_ELAPSED},

    {"moving time", LUM_COLUMN_MOVING},
    {"moving_time", LUM_COLUMN_MOVING},
    {"bewegungszeit", LUM_COLUMN_MOVING},
    {"zeit in bewegung", LUM_COLUMN_MOVING},
    {"durée de déplacement", LUM_COLUMN_MOVING},
    {"temps de déplacement", LUM_COLUMN_MOVING},
    {"tiempo en movimiento", LUM_COLUMN_MOVING},
    {"beweegtijd", LUM_COLUMN_MOVING},
    {"tempo in movimento", LUM_COLUMN_MOVING},
    {"tempo de movimentação", LUM_COLUMN_MOVING},

    {"title", LUM_COLUMN_TITLE},
    {"titel", LUM_COLUMN_TITLE},
    {"titre", LUM_COLUMN_TITLE},
    {"título", LUM_COLUMN_TITLE},
    {"titolo", LUM_COLUMN_TITLE},
    {"name", LUM_COLUMN_TITLE},
    {"activity name", LUM_COLUMN_TITLE},
    {"workout name", LUM_COLUMN_TITLE},
    {"aktivitätsname", LUM_COLUMN_TITLE},
    {"name der aktivität", LUM_COLUMN_TITLE},
    {"nom de l'activité", LUM_COLUMN_TITLE},
    {"nom de l’activité", LUM_COLUMN_TITLE},
    {"nombre de la actividad", LUM_COLUMN_TITLE},
    {"naam activiteit", LUM_COLUMN_TITLE},
    {"nome dell'attività", LUM_COLUMN_TITLE},
    {"nome da atividade", LUM_COLUMN_TITLE},
    {"route name", LUM_COLUMN_TITLE},

    {"note", LUM_COLUMN_NOTE},
    {"notes", LUM_COLUMN_NOTE},
    {"notiz", LUM_COLUMN_NOTE},
    {"notizen", LUM_COLUMN_NOTE},
    {"notas", LUM_COLUMN_NOTE},
    {"bemerkung", LUM_COLUMN_NOTE},
    {"anmerkung", LUM_COLUMN_NOTE},
    {"comment", LUM_COLUMN_NOTE},
    {"comments", LUM_COLUMN_NOTE},
    {"kommentar", LUM_COLUMN_NOTE},
    {"commentaire", LUM_COLUMN_NOTE},
    {"comentario", LUM_COLUMN_NOTE},
    {"commento", LUM_COLUMN_NOTE},
    {"opmerking", LUM_COLUMN_NOTE},
    {"description", LUM_COLUMN_NOTE},
    {"beschreibung", LUM_COLUMN_NOTE},
    {"remarks", LUM_COLUMN_NOTE},
    {"activity description", LUM_COLUMN_NOTE},
    {"aktivitätsbeschreibung", LUM_COLUMN_NOTE},
    {"description de l'activité", LUM_COLUMN_NOTE},
    {"description de l’activité", LUM_COLUMN_NOTE},
    {"activity private note", LUM_COLUMN_NOTE},

    {"type", LUM_COLUMN_SPORT},
    {"sport", LUM_COLUMN_SPORT},
    {"activity type", LUM_COLUMN_SPORT},
    {"activity_type", LUM_COLUMN_SPORT},
    {"workout type", LUM_COLUMN_SPORT},
    {"sportart", LUM_COLUMN_SPORT},
    {"aktivitätstyp", LUM_COLUMN_SPORT},
    {"aktivitätsart", LUM_COLUMN_SPORT},
    {"type d'activité", LUM_COLUMN_SPORT},
    {"type d’activité", LUM_COLUMN_SPORT},
    {"tipo de actividad", LUM_COLUMN_SPORT},
    {"aktivitetstype", LUM_COLUMN_SPORT},
    {"activiteitstype", LUM_COLUMN_SPORT},
    {"tipo di attività", LUM_COLUMN_SPORT},
    {"tipo de atividade", LUM_COLUMN_SPORT},

    {"avg hr", LUM_COLUMN_AVG_HR},
    {"avg_hr", LUM_COLUMN_AVG_HR},
    {"average heart rate", LUM_COLUMN_AVG_HR},
    {"avg heart rate", LUM_COLUMN_AVG_HR},
    {"heart rate", LUM_COLUMN_AVG_HR},
    {"average hr", LUM_COLUMN_AVG_HR},
    {"ø hf", LUM_COLUMN_AVG_HR},
    {"ø herzfrequenz", LUM_COLUMN_AVG_HR},
    {"durchschnittliche herzfrequenz", LUM_COLUMN_AVG_HR},
    {"fréquence cardiaque moyenne", LUM_COLUMN_AVG_HR},
    {"frecuencia cardiaca media", LUM_COLUMN_AVG_HR},
    {"frecuencia cardíaca media", LUM_COLUMN_AVG_HR},
    {"gennemsnitlig puls", LUM_COLUMN_AVG_HR},
    {"gemiddelde hartslag", LUM_COLUMN_AVG_HR},
    {"fc media", LUM_COLUMN_AVG_HR},

    {"max hr", LUM_COLUMN_MAX_HR},
    {"max_hr", LUM_COLUMN_MAX_HR},
    {"max heart rate", LUM_COLUMN_MAX_HR},
    {"maximum heart rate", LUM_COLUMN_MAX_HR},
    {"max. hf", LUM_COLUMN_MAX_HR},
    {"max. herzfrequenz", LUM_COLUMN_MAX_HR},
    {"maximale herzfrequenz", LUM_COLUMN_MAX_HR},
    {"fréquence cardiaque max.", LUM_COLUMN_MAX_HR},
    {"fréquence cardiaque maximale", LUM_COLUMN_MAX_HR},
    {"fc máxima", LUM_COLUMN_MAX_HR},
    {"maks. puls", LUM_COLUMN_MAX_HR},
    {"max. hartslag", LUM_COLUMN_MAX_HR},

    {"ascent", LUM_COLUMN_ASCENT},
    {"total ascent", LUM_COLUMN_ASCENT},
    {"climb", LUM_COLUMN_ASCENT},
    {"elev gain", LUM_COLUMN_ASCENT},
    {"elevation gain", LUM_COLUMN_ASCENT},
    {"elevation", LUM_COLUMN_ASCENT},
    {"positiver höhenunterschied", LUM_COLUMN_ASCENT},
    {"anstieg gesamt", LUM_COLUMN_ASCENT},
    {"höhenzunahme", LUM_COLUMN_ASCENT},
    {"höhenmeter", LUM_COLUMN_ASCENT},
    {"ascenso total", LUM_COLUMN_ASCENT},
    {"højdeforøgelse", LUM_COLUMN_ASCENT},
    {"ascension totale", LUM_COLUMN_ASCENT},
    {"dénivelé positif", LUM_COLUMN_ASCENT},
    {"totale stijging", LUM_COLUMN_ASCENT},
    {"descent", LUM_COLUMN_DESCENT},
    {"total descent", LUM_COLUMN_DESCENT},
    {"elev loss", LUM_COLUMN_DESCENT},
    {"elevation loss", LUM_COLUMN_DESCENT},
    {"negativer höhenunterschied", LUM_COLUMN_DESCENT},
    {"abstieg gesamt", LUM_COLUMN_DESCENT},
    {"descenso total", LUM_COLUMN_DESCENT},
    {"højdereduktion", LUM_COLUMN_DESCENT},
    {"descente totale", LUM_COLUMN_DESCENT},

    {"calories", LUM_COLUMN_CALORIES},
    {"calories burned", LUM_COLUMN_CALORIES},
    {"kalorien", LUM_COLUMN_CALORIES},
    {"calorías", LUM_COLUMN_CALORIES},
    {"kalorier", LUM_COLUMN_CALORIES},
    {"calorie", LUM_COLUMN_CALORIES},
    {"calorieën", LUM_COLUMN_CALORIES},

    {"rpe", LUM_COLUMN_EFFORT},
    {"effort", LUM_COLUMN_EFFORT},
    {"perceived exertion", LUM_COLUMN_EFFORT},
    {"exertion", LUM_COLUMN_EFFORT},
    {"anstrengung", LUM_COLUMN_EFFORT},

    {"shoe", LUM_COLUMN_SHOE},
    {"shoes", LUM_COLUMN_SHOE},
    {"schuh", LUM_COLUMN_SHOE},
    {"schuhe", LUM_COLUMN_SHOE},
    {"gear", LUM_COLUMN_SHOE},
    {"activity gear", LUM_COLUMN_SHOE},
    {"equipment", LUM_COLUMN_SHOE},
    {"ausrüstung für aktivität", LUM_COLUMN_SHOE},

    {"activity id", LUM_COLUMN_ID},
    {"aktivitäts-id", LUM_COLUMN_ID},
    {"id de l'activité", LUM_COLUMN_ID},
    {"id de l’activité", LUM_COLUMN_ID},
    {"id de actividad", LUM_COLUMN_ID},
    {"activiteits-id", LUM_COLUMN_ID},
    {"id", LUM_COLUMN_ID},

    {"filename", LUM_COLUMN_FILE},
    {"dateiname", LUM_COLUMN_FILE},
    {"nom du fichier", LUM_COLUMN_FILE},
    {"nombre del archivo", LUM_COLUMN_FILE},
    {"bestandsnaam", LUM_COLUMN_FILE},
    {"nome file", LUM_COLUMN_FILE},
    {"nome do arquivo", LUM_COLUMN_FILE},
    {"gpx file", LUM_COLUMN_FILE},

    {"timezone_offset", LUM_COLUMN_OFFSET},

    {"pain", LUM_COLUMN_SCORE},
    {"pain score", LUM_COLUMN_SCORE},
    {"pain level", LUM_COLUMN_SCORE},
    {"pain intensity", LUM_COLUMN_SCORE},
    {"back pain", LUM_COLUMN_SCORE},
    {"severity", LUM_COLUMN_SCORE},
    {"intensity", LUM_COLUMN_SCORE},
    {"score", LUM_COLUMN_SCORE},
    {"rating", LUM_COLUMN_SCORE},
    {"rating/amount", LUM_COLUMN_SCORE},
    {"schmerz", LUM_COLUMN_SCORE},
    {"schmerzen", LUM_COLUMN_SCORE},
    {"schmerzstärke", LUM_COLUMN_SCORE},
    {"stärke", LUM_COLUMN_SCORE},
    {"rückenschmerzen", LUM_COLUMN_SCORE},
    {"douleur", LUM_COLUMN_SCORE},
    {"intensité", LUM_COLUMN_SCORE},
    {"dolor", LUM_COLUMN_SCORE},
    {"intensidad", LUM_COLUMN_SCORE},
    {"dolore", LUM_COLUMN_SCORE},
    {"pijn", LUM_COLUMN_SCORE},
    {"smerte", LUM_COLUMN_SCORE},
    {"dor", LUM_COLUMN_SCORE},

    {"location", LUM_COLUMN_WHERE},
    {"locations", LUM_COLUMN_WHERE},
    {"body part", LUM_COLUMN_WHERE},
    {"pain location", LUM_COLUMN_WHERE},
    {"detail", LUM_COLUMN_WHERE},
    {"symptom", LUM_COLUMN_WHERE},
    {"symptoms", LUM_COLUMN_WHERE},
    {"ort", LUM_COLUMN_WHERE},
    {"körperteil", LUM_COLUMN_WHERE},
    {"localisation", LUM_COLUMN_WHERE},
    {"lugar", LUM_COLUMN_WHERE},

    {"activities", LUM_COLUMN_WORDS},
    {"mood", LUM_COLUMN_WORDS},
};

static const struct {
  const char *word;
  LumColumnUnit unit;
} units[] = {
    {"km", LUM_COLUMN_UNIT_KILOMETRES},
    {"kilometer", LUM_COLUMN_UNIT_KILOMETRES},
    {"kilometers", LUM_COLUMN_UNIT_KILOMETRES},
    {"kilometres", LUM_COLUMN_UNIT_KILOMETRES},
    {"mi", LUM_COLUMN_UNIT_MILES},
    {"mile", LUM_COLUMN_UNIT_MILES},
    {"miles", LUM_COLUMN_UNIT_MILES},
    {"m", LUM_COLUMN_UNIT_METRES},
    {"meter", LUM_COLUMN_UNIT_METRES},
    {"meters", LUM_COLUMN_UNIT_METRES},
    {"metres", LUM_COLUMN_UNIT_METRES},
    {"ft", LUM_COLUMN_UNIT_FEET},
    {"feet", LUM_COLUMN_UNIT_FEET},
    {"yd", LUM_COLUMN_UNIT_YARDS},
    {"s", LUM_COLUMN_UNIT_SECONDS},
    {"sec", LUM_COLUMN_UNIT_SECONDS},
    {"seconds", LUM_COLUMN_UNIT_SECONDS},
    {"sek", LUM_COLUMN_UNIT_SECONDS},
    {"min", LUM_COLUMN_UNIT_MINUTES},
    {"mins", LUM_COLUMN_UNIT_MINUTES},
    {"minutes", LUM_COLUMN_UNIT_MINUTES},
    {"minuten", LUM_COLUMN_UNIT_MINUTES},
    {"h", LUM_COLUMN_UNIT_HOURS},
    {"hours", LUM_COLUMN_UNIT_HOURS},
    {"ms", LUM_COLUMN_UNIT_MILLISECONDS},
};

static LumColumnRole
find_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return names[i].role;
  return LUM_COLUMN_NONE;
}

static LumColumnUnit
find_unit (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].word, word) == 0)
      return units[i].unit;
  return LUM_COLUMN_UNIT_NONE;
}

/**
 * lum_csv_find_role:
 * @name: as lum_csv_normalise_header() gives it
 * @unit: (out): "distance (km)", "distance_km", "miles"
 *
 * What a column is by its name alone. "Time" is LUM_COLUMN_TIME, which its values may still make a duration.
 */
LumColumnRole
lum_csv_find_role (const char *name, LumColumnUnit *unit)
{
  g_autofree char *stem = NULL;
  const char *open, *underline;
  LumColumnRole role = find_name (name);

  *unit = find_unit (name);
  if (role != LUM_COLUMN_NONE)
    return role;
  open = strpbrk (name, "([");
  if (open && open > name) {
    gsize length = strcspn (open + 1, ")]");
    g_autofree char *word = g_strndup (open + 1, length);

    stem = g_strchomp (g_strndup (name, (gsize) (open - name)));
    *unit = find_unit (g_strstrip (word));
    return find_name (stem);
  }
  underline = strrchr (name, '_');
  if (underline && underline > name && find_unit (underline + 1) != LUM_COLUMN_UNIT_NONE) {
    stem = g_strndup (name, (gsize) (underline - name));
    *unit = find_unit (underline + 1);
    return find_name (stem);
  }
  return LUM_COLUMN_NONE;
}

/**
 * lum_csv_may_be_duration:
 * @name: of a column that is LUM_COLUMN_TIME
 *
 * Whether it may just as well say how long: "Zeit" may, "Uhrzeit" may not.
 */
gboolean
lum_csv_may_be_duration (const char *name)
{
  static const char *const both[] = {"time", "zeit", "tiempo", "tid", "tijd", "tempo", NULL};

  return g_strv_contains (both, name);
}

/* By how they begin; the worst that is found counts, so that "none … severe" never hides something. */
static const struct {
  const char *beginning;
  double score;
} severities[] = {
    {"none", 0},          {"no pain", 0},      {"kein", 0},     {"aucun", 0},         {"ningun", 0},
    {"geen", 0},          {"mild", 2.5},       {"slight", 2.5}, {"leicht", 2.5},      {"légère", 2.5},
    {"léger", 2.5},       {"leve", 2.5},       {"lieve", 2.5},  {"licht", 2.5},       {"moderate", 5},
    {"medium", 5},        {"mäßig", 5},        {"mittel", 5},   {"modéré", 5},        {"moderad", 5},
    {"moderat", 5},       {"matig", 5},        {"severe", 7.5}, {"strong", 7.5},      {"stark", 7.5},
    {"sévère", 7.5},      {"fort", 7.5},       {"fuerte", 7.5}, {"grave", 7.5},       {"ernstig", 7.5},
    {"unbearable", 10},   {"extreme", 10},     {"worst", 10},   {"unerträglich", 10}, {"insupportable", 10},
    {"insoportable", 10}, {"ondraaglijk", 10},
};

/* Where @word begins in @text at the beginning of a word. */
static gboolean
has_word (const char *text, const char *beginning)
{
  for (const char *found = strstr (text, beginning); found; found = strstr (found + 1, beginning)) {
    const char *before = found > text ? g_utf8_prev_char (found) : NULL;

    if (!before || !g_unichar_isalpha (g_utf8_get_char (before)))
      return TRUE;
  }
  return FALSE;
}

/**
 * lum_csv_parse_severity:
 * @score: (out): 0, 2.5, 5, 7.5 or 10 (formats §14)
 *
 * How bad a text says it was: "Back pain (Moderate)".
 */
gboolean
lum_csv_parse_severity (const char *text, double *score)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (severities); i++) {
    g_autofree char *beginning = g_utf8_casefold (severities[i].beginning, -1);

    if (has_word (folded, beginning) && (!found || severities[i].score > *score)) {
      *score = severities[i].score;
      found = TRUE;
    }
  }
  return found;
}

/**
 * lum_csv_mentions_back:
 *
 * Whether a text speaks of the back (formats §14).
 */
gboolean
lum_csv_mentions_back (const char *text)
{
  static const char *const words[] = {"back",   "lumbar", "spine",  "spinal",  "rücken",  "kreuz",
                                      "wirbel", "dos",    "lombai", "espalda", "lumbalg", "schiena",
                                      "rug",    "costas", "ryg",    "sciatic", "ischias"};
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (folded, words[i]))
      return TRUE;
  return FALSE;
}
