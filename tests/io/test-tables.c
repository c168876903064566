/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"
#include "lum-csv-names.h"
#include "lum-date-words.h"

/* Tables of other programs: how dates and numbers are written in them, what their columns mean, whose they are. */

static void
test_dates (void)
{
  static const struct {
    const char *text;
    LumDateOrder order;
    const char *day;
    int second;
  } cases[] = {
      {"2025-09-19 07:36:32", LUM_DATES_DAY_FIRST, "2025-09-19", 27392},
      {"2025-09-19", LUM_DATES_DAY_FIRST, "2025-09-19", -1},
      {"2025-09-19T07:36:32+02:00", LUM_DATES_DAY_FIRST, "2025-09-19", 27392},
      {"Jul 14, 2020, 10:36:55 PM", LUM_DATES_DAY_FIRST, "2020-07-14", 81415},
      {"Jul 14, 2020, 12:36:55 AM", LUM_DATES_DAY_FIRST, "2020-07-14", 2215},
      {"09.12.2022, 15:24:49", LUM_DATES_DAY_FIRST, "2022-12-09", 55489},
      {"9 mei 2026, 00:03:01", LUM_DATES_DAY_FIRST, "2026-05-09", 181},
      {"Fr, 25 Mai 2012 20:31", LUM_DATES_DAY_FIRST, "2012-05-25", 73860},
      {"14 juil. 2020 à 22:36:55", LUM_DATES_DAY_FIRST, "2020-07-14", 81415},
      {"3 août 2020", LUM_DATES_DAY_FIRST, "2020-08-03", -1},
      {"14 de jul. de 2020, 22:36:55", LUM_DATES_DAY_FIRST, "2020-07-14", 81415},
      {"4 déc. 2021", LUM_DATES_DAY_FIRST, "2021-12-04", -1},
      {"5 März 2021", LUM_DATES_DAY_FIRST, "2021-03-05", -1},
      {"11 mrt 2021", LUM_DATES_DAY_FIRST, "2021-03-11", -1},
      {"7 giu 2021", LUM_DATES_DAY_FIRST, "2021-06-07", -1},
      {"04/05/2026", LUM_DATES_DAY_FIRST, "2026-05-04", -1},
      {"04/05/2026", LUM_DATES_MONTH_FIRST, "2026-04-05", -1},
      {"04/19/21", LUM_DATES_MONTH_FIRST, "2021-04-19", -1},
      {"20-06-2018", LUM_DATES_YEAR_FIRST, "2018-06-20", -1},
      {"20260501", LUM_DATES_DAY_FIRST, "2026-05-01", -1},
      {"31.02.2026", LUM_DATES_DAY_FIRST, NULL, 0},
      {"13/13/2026", LUM_DATES_DAY_FIRST, NULL, 0},
      {"yesterday", LUM_DATES_DAY_FIRST, NULL, 0},
      {"12:30", LUM_DATES_DAY_FIRST, NULL, 0},
      {"2026-05-01 25:00:00", LUM_DATES_DAY_FIRST, NULL, 0},
      {"", LUM_DATES_DAY_FIRST, NULL, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LumDateWords date;
    gboolean read = lum_date_words_parse (cases[i].text, cases[i].order, &date);
    g_autofree char *day = read ? lum_day_to_iso (date.day) : NULL;

    g_test_message ("%s: %s", cases[i].text, day ? day : "none");
    g_assert_cmpstr (day, ==, cases[i].day);
    if (read)
      g_assert_cmpint (date.second_of_day, ==, cases[i].second);
  }
}

static void
test_times (void)
{
  int second = 0;

  g_assert_true (lum_date_words_parse_time ("10:00 pm", &second));
  g_assert_cmpint (second, ==, 79200);
  g_assert_true (lum_date_words_parse_time ("13:48", &second));
  g_assert_cmpint (second, ==, 49680);
  g_assert_false (lum_date_words_parse_time ("1348", &second));
  g_assert_false (lum_date_words_parse_time ("13:61", &second));
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    double score;
  } cases[] = {
      {"Back pain (Moderate)", 5}, {"mild", 2.5},   {"SEVERE", 7.5},   {"unbearable!", 10}, {"kein Schmerz", 0},
      {"leichte Schmerzen", 2.5},  {"sévère", 7.5}, {"a nice day", -1}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double score = -1;

    lum_csv_parse_severity (cases[i].text, &score);
    g_assert_cmpfloat (score, ==, cases[i].score);
  }
  g_assert_true (lum_csv_mentions_back ("Lower back pain"));
  g_assert_true (lum_csv_mentions_back ("Rückenschmerzen"));
  g_assert_true (lum_csv_mentions_back ("mal de dos"));
  g_assert_false (lum_csv_mentions_back ("Headache"));
  g_assert_false (lum_csv_mentions_back ("feedback")); /* not at the beginning of a word */
}

static void
test_scales (void)
{
  g_assert_cmpfloat (lum_scale_score (LUM_SCALE_0_10, 7), ==, 7);
  g_assert_cmpfloat (lum_scale_score (LUM_SCALE_0_100, 65), ==, 6.5);
  g_assert_cmpfloat (lum_scale_score (LUM_SCALE_1_5, 1), ==, 0);
  g_assert_cmpfloat (lum_scale_score (LUM_SCALE_1_5, 5), ==, 10);
  g_assert_cmpfloat (lum_scale_score (LUM_SCALE_0_4, 2), ==, 5);
  g_assert_cmpfloat (lum_scale_score (LUM_SCALE_1_10, 1), ==, 1);
  g_assert_true (isnan (lum_scale_score (LUM_SCALE_1_5, 0)));
  g_assert_true (isnan (lum_scale_score (LUM_SCALE_0_10, 11)));
}

/* --- whose table ------------------------------------------------------------------------------------------------- */

typedef struct {
  const char *name, *text;
  LumImportStatus status;
  const char *day; /* of the first run */
  double distance_m, timer_s, moving_s, elapsed_s, ascent_m;
  const char *title, *shoe, *companion;
} Table;

#define STRAVA_TAIL ",,,,\n"

static const Table tables[] = {
    {"strava-new",
     "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,"
     "Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,"
     "Moving Time,Distance\n"
     "4433221100,\"Sep 25, 2016, 3:02:39 "
     "PM\",Ten,Run,,3203,10.25,190,,false,,Blue,activities/1.fit.gz,,,3203,3171,10247.3\n",
     LUM_IMPORT_NEW, "2016-09-25", 10247.3, NAN, 3171, 3203, NAN, "Ten", "Blue", "activities/1.fit.gz"},
    {"strava-german",
     "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,"
     "Max. Herzfrequenz,a,b,c,d,Dateiname,e,f,Verstrichene Zeit,Bewegungszeit,Distanz\n"
     "4433221100,\"09.12.2022, "
     "15:24:49\",Lauf,Lauf,,3000,\"9,44\",171,,false,,,activities/1.gpx,,,3000.0,2900.0,9443.2\n",
     LUM_IMPORT_NEW, "2022-12-09", 9443.2, NAN, 2900, 3000, NAN, "Lauf", NULL, "activities/1.gpx"},
    {"strava-2018",
     "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"
     "1234567,2018-09-12 15:02:23,Old,Run,,1800,5012.5,false,Red,activities/9.gpx\n",
     LUM_IMPORT_NEW, "2018-09-12", 5012.5, NAN, NAN, 1800, NAN, "Old", "Red", "activities/9.gpx"},
    {"strava-2019",
     "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed "
     "Time,Distance,Commute,Activity Gear,"
     "Filename\n"
     "1234567,\"Jul 14, 2019, 10:36:55 PM\",Old,Run,,1800,5.01,false,Red,activities/9.gpx\n",
     LUM_IMPORT_NEW, "2019-07-15", 5010, NAN, NAN, 1800, NAN, "Old", "Red", "activities/9.gpx"},
    {"strava-unknown-language",
     "A1,B1,C1,D1,E1,F1,G1,H1,I1,J1,K1,L1,M1,N1,O1,P1,Q1,R1\n"
     "4433221100,\"2022-12-09 15:24:49\",X,Run,,3000,9.44,171,,false,,,activities/1.gpx,,,3000,2900,9443\n",
     LUM_IMPORT_NEW, "2022-12-09", 9443, NAN, 2900, 3000, NAN, "X", NULL, "activities/1.gpx"},
    {"garmin-german",
     "\"Aktivitätstyp\",\"Datum\",\"Favorit\",\"Titel\",\"Distanz\",\"Kalorien\",\"Zeit\",\"Ø HF\",\"Max. HF\","
     "\"Positiver Höhenunterschied\"\n"
     "\"Laufen\",\"2025-09-19 "
     "07:36:32\",\"false\",\"Berlin\",\"5,81\",\"412\",\"00:31:02\",\"151\",\"170\",\"1.020\"\n",
     LUM_IMPORT_NEW, "2025-09-19", 5810, 1862, NAN, NAN, 1020, "Berlin", NULL, NULL},
    {"garmin-spanish",
     "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media\n"
     "Carrera,2025-09-19 07:36:32,false,Madrid,\"5.81\",412,00:31:02.3,--\n",
     LUM_IMPORT_NEW, "2025-09-19", 5810, 1862.3, NAN, NAN, NAN, "Madrid", NULL, NULL},
    {"garmin-fahrenheit",
     "Activity Type,Date,Favorite,Title,Distance,Time,Max Temp\nRunning,2025-09-19 "
     "07:36:32,false,Miles,\"3.11\",00:31:02,"
     "78.8\n",
     LUM_IMPORT_NEW, "2025-09-19", 3.11 * 1609.344, 1862, NAN, NAN, NAN, "Miles", NULL, NULL},
    {"garmin-2012",
     "Laufen im Mai\n\n Favorit, Aktivitätsname, Aktivitätstyp, Course, Start, Zeit, Distanz,\n"
     " ,Abendlauf,Laufen,,\"Fr, 25 Mai 2012 20:31\",00:50:10,\"8,50\",\n",
     LUM_IMPORT_NEW, "2012-05-25", 8500, 3010, NAN, NAN, NAN, "Abendlauf", NULL, NULL},
    {"runkeeper",
     "Activity Id,Date,Type,Route Name,Distance (mi),Duration,Average Pace,Average Speed (mph),Calories Burned,Climb "
     "(ft),"
     "Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File\n"
     "abc,2026-03-28 08:33:29,Running,,3.11,26:11,8:25,7.1,300.0,100,151,,\"good, really\",a.gpx\n",
     LUM_IMPORT_NEW, "2026-03-28", 3.11 * 1609.344, 1571, NAN, NAN, 30.48, NULL, NULL, "a.gpx"},
    {"polar",
     "Name,Sport,Date,Start time,Duration,Total distance (km),Average heart rate (bpm),Calories,Notes\n"
     "A B,RUNNING,20-06-2018,11:17:03,00:30:08,4.48,156,300,fine\nSample rate,Time,HR (bpm)\n1,00:00:00,100\n",
     LUM_IMPORT_NEW, "2018-06-20", 4480, 1808, NAN, NAN, NAN, NULL, NULL, NULL},
    {"spreadsheet", "Datum;Strecke (km);Zeit;Notiz\n01.05.2026;8,2;45:10;schön\n", LUM_IMPORT_NEW, "2026-05-01", 8200,
     2710, NAN, NAN, NAN, NULL, NULL, NULL},
    {"metres-and-seconds", "date,distance,duration\n2026-05-01,8200,2710\n", LUM_IMPORT_NEW, "2026-05-01", 8200, 2710,
     NAN, NAN, NAN, NULL, NULL, NULL},
    {"ride", "date,type,km\n2026-05-01,Ride,40\n", LUM_IMPORT_NOT_A_RUN, "2026-05-01", 40000, NAN, NAN, NAN, NAN, NULL,
     NULL, NULL},
};

static void
assert_real (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-6 * MAX (1, expected));
}

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  g_autoptr (LumImportBatch) batch = fixture_read ("table.csv", table->text, -1);
  const LumImportItem *item = fixture_item (batch, 0);
  const LumRun *run;
  g_autofree char *day = NULL;

  if (item->reason)
    g_test_message ("%s", item->reason);
  g_assert_cmpint (item->status, ==, table->status);
  run = fixture_record (item, 0);
  day = lum_day_to_iso (run->day);
  g_assert_cmpstr (day, ==, table->day);
  assert_real (run->distance_m, table->distance_m);
  assert_real (run->timer_s, table->timer_s);
  assert_real (run->moving_s, table->moving_s);
  assert_real (run->elapsed_s, table->elapsed_s);
  assert_real (run->ascent_m, table->ascent_m);
  g_assert_cmpstr (run->title, ==, table->title);
  g_assert_cmpstr (item->shoe_names ? item->shoe_names->pdata[0] : NULL, ==, table->shoe);
  g_assert_cmpstr (item->companion, ==, table->companion);
}

/* --- diaries ----------------------------------------------------------------------------------------------------- */

static void
test_bearable (void)
{
  g_autoptr (LumImportBatch) batch =
      fixture_read ("bearable.csv",
                    "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
                    "2026-05-01,1st May 2026,Friday,am,Symptom,2,Back pain (Moderate),\n"
                    "2026-05-01,1st May 2026,Friday,pm,Symptom,3,Headache (Severe),\n"
                    "2026-05-02,2nd May 2026,Saturday,pm,Symptom,1,Lower back pain (Mild),after run\n",
                    -1);
  const LumImportItem *item = fixture_item (batch, 0);
  const LumPainEntry *first = fixture_record (item, 0), *second = fixture_record (item, 1);

  g_assert_cmpint (item->kind, ==, LUM_RECORD_PAIN);
  g_assert_cmpuint (item->records->len, ==, 2);
  g_assert_cmpint (first->score, ==, 5);
  g_assert_cmpstr (first->original, ==, "Back pain (Moderate)");
  g_assert_cmpint (second->score, ==, 3);
  g_assert_cmpstr (second->note, ==, "after run");
  g_assert_nonnull (strstr (item->warnings->pdata[0], "not about the back"));
}

static void
test_diary (void)
{
  g_autoptr (LumImportBatch) batch =
      fixture_read ("diary.csv",
                    "Date,Time,Pain,Medication,Notes\n04/19/2026,07:30,65,Ibuprofen,bad\n"
                    "04/20/2026,07:30,35,,<br>better\n04/21/2026,07:30,,,\n"
                    "04/22/2026,07:30,165,,\n06/22/2027,07:30,10,,\n",
                    -1);
  const LumImportItem *item = fixture_item (batch, 0);
  const LumPainEntry *first = fixture_record (item, 0);
  g_autofree char *day = lum_day_to_iso (first->day);

  g_assert_cmpuint (item->records->len, ==, 2);
  g_assert_cmpstr (day, ==, "2026-04-19");
  g_assert_cmpint (first->score, ==, 7);
  g_assert_cmpstr (first->original, ==, "65 (0–100)");
  g_assert_cmpstr (((const LumPainEntry *) fixture_record (item, 1))->note, ==, "better");
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_REFUSED), ==, 2);
  assert_reason (fixture_item (batch, 1), "Line 5: “165”");
  assert_reason (fixture_item (batch, 2), "Line 6");
}

/* What a person once said of a table holds for the next one with the same columns. */
static void
test_remembered (void)
{
  static const char daylio[] =
      "full_date,date,weekday,time,mood,activities,note_title,note\n"
      "2021-09-28,28 September,Tuesday,10:00 pm,sad ,\"clean | stomachache \",\"\",\"\"\n"
      "2021-09-27,27 September,Monday,11:00 pm,average,\"back pain | eat out\",\"\",\"<br>x\"\n";
  g_autoptr (LumImportBatch) unknown = fixture_read ("daylio.csv", daylio, -1), batch = lum_import_batch_new ();
  const LumTableSample *sample = fixture_item (unknown, 0)->table;
  g_autoptr (LumCsvMapping) mapping = NULL, copy = NULL;
  g_autoptr (LumClock) clock = fixture_clock ();
  g_autoptr (GHashTable) memory = g_hash_table_new (g_str_hash, g_str_equal);
  LumImportSource source = {.file = "other.csv",
                            .data = (const guint8 *) daylio,
                            .length = strlen (daylio),
                            .clock = clock,
                            .tables = memory};
  g_autofree char *text = NULL;
  const LumPainEntry *entry;

  g_assert_cmpint (fixture_item (unknown, 0)->status, ==, LUM_IMPORT_REFUSED);
  g_assert_nonnull (sample);
  mapping = lum_csv_mapping_copy (sample->mapping);
  g_assert_cmpint (mapping->kind, ==, LUM_RECORD_PAIN);
  g_assert_false (lum_csv_mapping_is_usable (mapping));
  mapping->words = g_strdup ("back pain=6\nstomachache = 2");
  g_assert_true (lum_csv_mapping_is_usable (mapping));

  text = lum_csv_mapping_to_text (mapping);
  copy = lum_csv_mapping_from_text (text);
  g_assert_nonnull (copy);
  g_hash_table_insert (memory, sample->signature, copy);
  g_assert_true (lum_io_read (&source, batch, NULL, NULL));
  g_assert_cmpuint (fixture_item (batch, 0)->records->len, ==, 2);
  entry = fixture_record (fixture_item (batch, 0), 1);
  g_assert_cmpint (entry->score, ==, 6);
  g_assert_cmpstr (entry->original, ==, "back pain");
  g_assert_cmpstr (entry->note, ==, "x");
}

/* Days with a time of day and nothing else are no runs of eight minutes. */
static void
test_hours_are_no_runs (void)
{
  static const char *const texts[] = {"Tag,Uhrzeit,Wert,Bemerkung\n2026-05-10,08:00,40,long\n",
                                      "date,time,value\n2026-05-10,08:00,40\n", "Datum;Zeit\n01.05.2026;08:00\n",
                                      "date,duration,quality\n2026-05-10,07:45,good\n"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("table.csv", texts[i], -1);

    g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
    g_assert_nonnull (fixture_item (batch, 0)->table);
  }
}

/* Columns alone, of every program. */
static void
test_without_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    const char *end = strchr (tables[i].text, '\n');
    g_autofree char *header = g_strndup (tables[i].text, (gsize) (end - tables[i].text) + 1);
    g_autoptr (LumImportBatch) batch = fixture_read ("table.csv", header, -1);

    g_test_message ("%s", header);
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 0);
  }
}

static void
test_mapping_text (void)
{
  static const char *const bad[] = {"",
                                    "1",
                                    "2;runs;0;0;-;0;;;date -",
                                    "1;runs;9;0;-;0;;;date -",
                                    "1;runs;0;0;-;0;;;dance -",
                                    "1;runs;0;0;-;0;;;date furlong",
                                    "1;runs;0;0;-;99;;;date -"};

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (lum_csv_mapping_from_text (bad[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/dates", test_dates);
  g_test_add_func ("/tables/times", test_times);
  g_test_add_func ("/tables/words", test_words);
  g_test_add_func ("/tables/scales", test_scales);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *path = g_strconcat ("/tables/of/", tables[i].name, NULL);

    g_test_add_data_func (path, &tables[i], test_table);
  }
  g_test_add_func ("/tables/bearable", test_bearable);
  g_test_add_func ("/tables/diary", test_diary);
  g_test_add_func ("/tables/remembered", test_remembered);
  g_test_add_func ("/tables/hours-are-no-runs", test_hours_are_no_runs);
  g_test_add_func ("/tables/without-rows", test_without_rows);
  g_test_add_func ("/tables/mapping-text", test_mapping_text);
  return g_test_run ();
}
