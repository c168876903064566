/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"

/* Other programs' XML (formats §8, §11 to §13), in files that are made here as those programs write them. */

#define XML "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

/* What an item must be. Numbers: -1 is "unknown". */
typedef struct {
  const char *name, *text;
  guint item, n_items;
  const char *format;
  LumImportStatus status;
  const char *reason; /* part of it, or NULL */
  const char *start;  /* UTC, or NULL: a day alone */
  int offset;
  LumOffsetSource offset_source;
  double distance_m, timer_s, elapsed_s, ascent_m, descent_m;
  int avg_hr, max_hr, calories, effort;
  const char *title, *note, *shoe, *id, *sub_sport;
  gboolean race;
} Case;

#define POLAR_HEAD                                                                            \
  XML "<polar-exercise-data xmlns=\"http://www.polarpersonaltrainer.com\" version=\"1.0\">\n" \
      "<calendar-items count=\"2\"><fitness-data><time>2011-05-10 07:00:00.0</time></fitness-data>\n"
#define POLAR_RUN                                                                                              \
  "<exercise><created>2011-05-13 17:36:19.0</created><time>2011-05-11 07:09:34.0</time><sport>Running</sport>" \
  "<name>Around the lake</name><result><distance>8100.5</distance><calories>500</calories>"                    \
  "<duration>00:39:32.5</duration><user-settings><heart-rate><resting>65</resting><maximum>195</maximum>"      \
  "</heart-rate></user-settings><heart-rate><average>146</average><maximum>166</maximum></heart-rate>"         \
  "<laps><lap><duration>00:10:00</duration><distance>2000</distance></lap></laps>"                             \
  "<samples><sample><type>SPEED</type><values>1,2,3</values></sample></samples></result><note>Windy</note></exercise>"
#define POLAR_RIDE                                                                                 \
  "<exercise><time>2011-05-12 07:00:00.0</time><sport>Cycling</sport><name>Cycling</name><result>" \
  "<distance>17100.0</distance><duration>00:39:32</duration></result><note/></exercise>"
#define POLAR POLAR_HEAD POLAR_RUN POLAR_RIDE "</calendar-items></polar-exercise-data>"

#define FITLOG_HEAD                                                                                            \
  XML "<FitnessWorkbook xmlns=\"http://www.zonefivesoftware.com/xmlschemas/FitnessLogbook/v2\"><AthleteLog>\n" \
      "<Athlete Id=\"a\" Name=\"Nobody\" />"
#define FITLOG_FOOT "</AthleteLog></FitnessWorkbook>"
#define FITLOG_RUN                                                                                               \
  "<Activity StartTime=\"2012-03-04T09:10:11Z\" Id=\"c5009569\"><Metadata Source=\"Watch\" />"                   \
  "<Duration TotalSeconds=\"1800.5\" /><Distance TotalMeters=\"5012.3\" />"                                      \
  "<Elevation DescendMeters=\"-48\" AscendMeters=\"52\" /><HeartRate AverageBPM=\"151\" MaximumBPM=\"172\" />"   \
  "<Calories TotalCal=\"333\" /><Intensity Value=\"6\" /><Notes>Fine &amp; dry</Notes><Name>Sunday</Name>"       \
  "<Laps><Lap StartTime=\"2012-03-04T09:10:11Z\" DurationSeconds=\"900\"><Calories TotalCal=\"1\" />"            \
  "<Distance TotalMeters=\"1\" /></Lap></Laps><Category Id=\"x\" Name=\"Running\" />"                            \
  "<EquipmentUsed><EquipmentItem Id=\"y\" Name=\"Grey shoe\" /><EquipmentItem Name=\"Watch\" /></EquipmentUsed>" \
  "<Track StartTime=\"2012-03-04T09:10:11Z\"><pt tm=\"0\" lat=\"52.0\" lon=\"13\" ele=\"1\" hr=\"90\" />"        \
  "<pt tm=\"2000\" lat=\"52.01\" lon=\"13\" ele=\"1\" hr=\"90\" /></Track></Activity>"
/* Points alone: everything is counted from them. */
#define FITLOG_POINTS                                                                                          \
  "<Activity StartTime=\"2012-03-05T09:00:00.000+01:00\"><Category Name=\"Mes activit\xc3\xa9s\" />"           \
  "<Track StartTime=\"2012-03-05T09:00:00Z\"><pt tm=\"0\" lat=\"52.00\" lon=\"13\" hr=\"100\" />"              \
  "<pt tm=\"300\" lat=\"52.01\" lon=\"13\" hr=\"130\" /><pt tm=\"600\" lat=\"52.02\" lon=\"13\" hr=\"160\" />" \
  "<pt hr=\"999\" lat=\"95\" lon=\"x\" tm=\"-1\" /></Track></Activity>"

#define AHEAD_HEAD                                                                                       \
  XML "<RunningAHEADLog version=\"3.1\"><EquipmentCollection><Equipment id=\"1\"><Name>Blue shoe</Name>" \
      "<Distance unit=\"mile\">106</Distance></Equipment></EquipmentCollection><EventCollection>"
#define AHEAD_FOOT "</EventCollection></RunningAHEADLog>"
#define AHEAD_RACE                                                                                                \
  "<Event type=\"10\" typeName=\"Dauerdings\" subtype=\"6\" subtypeName=\"Wettkampf\" id=\"25f0\" "               \
  "time=\"2008-09-20T15:15:00Z\"><HeartRate><AvgHR>183</AvgHR><MaxHR>200</MaxHR></HeartRate><Quality>8</Quality>" \
  "<Effort>9</Effort><Distance unit=\"km\">5.00</Distance><Duration seconds=\"1157.50\">19:17</Duration>"         \
  "<Route id=\"a\">City race</Route><Equipment id=\"1\">Blue shoe</Equipment><IntervalCollection><Interval>"      \
  "<Distance unit=\"m\">400</Distance><Duration seconds=\"90\">1:30</Duration></Interval></IntervalCollection>"   \
  "<Notes>Good\ncourse</Notes></Event>"
#define AHEAD_SWIM                                                                                            \
  "<Event type=\"12\" typeName=\"Schwimmen\" id=\"2\" time=\"2008-09-22T19:15:00Z\"><Distance unit=\"m\">900" \
  "</Distance><Duration seconds=\"2700\">45:00</Duration></Event>"
#define AHEAD_OWN \
  "<Event type=\"101\" typeName=\"Core\" id=\"3\" time=\"2008-09-23\"><Duration>45:00</Duration></Event>"
#define AHEAD_DAY                                                      \
  "<Event type=\"10\" typeName=\"Run\" time=\"2008-09-24\"><Distance " \
  "unit=\"mile\">2</Distance><Duration>20:30</Duration></Event>"
#define AHEAD_YARDS \
  "<Event typeName=\"Run\" time=\"2008-09-25T06:00:00Z\"><Distance unit=\"yd\">1000</Distance></Event>"
#define AHEAD_UNIT \
  "<Event type=\"10\" typeName=\"Run\" time=\"2008-09-26T06:00:00Z\"><Distance unit=\"li\">10</Distance></Event>"
#define AHEAD AHEAD_HEAD AHEAD_RACE AHEAD_SWIM AHEAD_OWN AHEAD_DAY AHEAD_YARDS AHEAD_UNIT AHEAD_FOOT

#define SUUNTO_TOTALS                                                                                    \
  "<Duration>1551.7</Duration><Ascent>65</Ascent><Descent>64</Descent><HR><Avg>2.5</Avg><Max>2.75</Max>" \
  "<Min>1.35</Min></HR><ActivityType>3</ActivityType><Activity>Hm</Activity><Distance>5013</Distance>"   \
  "<Energy>1255200</Energy><DateTime>2014-04-26T16:17:22</DateTime>"
#define SUUNTO_SAMPLES                                                                                        \
  "<Samples><Sample><HR>1.5</HR><Distance>13</Distance><Time>6.105</Time><UTC>2014-04-26T14:17:27.973Z</UTC>" \
  "</Sample><Sample><Latitude>0.87</Latitude><Longitude>0.19</Longitude><UTC>2014-04-26T19:00:00Z</UTC>"      \
  "<Time>9.5</Time></Sample><Sample><HR>2.5</HR><Distance>4999</Distance><Events><Lap><Distance>1002"         \
  "</Distance></Lap></Events></Sample></Samples>"
#define SUUNTO_OLD                                            \
  XML "<header>\n" SUUNTO_TOTALS "</header>\n" SUUNTO_SAMPLES \
      "<Device><Info><SW>2.0.7</SW></Info></Device><IBI>439 715 683</IBI>"
#define SML(header, samples)                                                                            \
  XML "<sml xmlns=\"http://www.suunto.com/schemas/sml\"><DeviceLog><Device><Name>Ambit</Name></Device>" \
      "<Header>" header "</Header>" samples "</DeviceLog></sml>"

#define FITO_HEAD XML "<fito-track><version>1</version><workouts>"
#define FITO_RUN                                                                                                     \
  "<workouts><id>1583000000123</id><start>1583049600000</start><end>1583053500000</end><duration>3600000</duration>" \
  "<pauseDuration>300000</pauseDuration><comment>Muddy</comment><length>10250</length><avgSpeed>2.8</avgSpeed>"      \
  "<workoutType>running</workoutType><ascent>101.5</ascent><descent>99.5</descent><calorie>700</calorie>"            \
  "<avgHeartRate>-1</avgHeartRate><maxHeartRate>171</maxHeartRate><edited>false</edited></workouts>"
#define FITO_INDOOR                                                                                     \
  "</workouts><indoorWorkouts><indoorWorkouts><start>1583136000000</start><duration>1200000</duration>" \
  "<workoutTypeId>treadmill</workoutTypeId><avgHeartRate>140</avgHeartRate></indoorWorkouts></indoorWorkouts>"
#define FITO                                                                                     \
  FITO_HEAD FITO_RUN FITO_INDOOR "<samples><samples><id>1</id><lat>52</lat></samples></samples>" \
                                 "<settings><userWeight>1</userWeight></settings></fito-track>"

#define KML_HEAD                                                                                      \
  XML "<kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\">" \
      "<Document><name><![CDATA[File]]></name>"
#define KML_FOOT "</Document></kml>"
#define PIN(time)                                                                                         \
  "<Placemark><name>Start</name><TimeStamp><when>" time "</when></TimeStamp><Point><coordinates>13,52,40" \
  "</coordinates></Point></Placemark>"
/* A hundredth of a degree of latitude is 1,111.95 m. */
#define KML_TURNS                                                                                                  \
  KML_HEAD PIN (                                                                                                   \
      "2026-05-01T06:00:00Z") "<Placemark><name><![CDATA[Morning]]></name><description>Cool</description>"         \
                              "<opentracks:trackid>2f17</opentracks:trackid><ExtendedData><Data "                  \
                              "name=\"type\"><value>trail running</value></Data>"                                  \
                              "</ExtendedData><gx:MultiTrack><gx:Track><when>2026-05-01T08:00:00+02:00</"          \
                              "when><gx:coord>13 52.00 40</gx:coord>"                                              \
                              "<when>2026-05-01T08:05:00+02:00</when><gx:coord>13 52.01 "                          \
                              "40</gx:coord><ExtendedData><SchemaData>"                                            \
                              "<gx:SimpleArrayData name=\"speed\"><gx:value>99</gx:value></gx:SimpleArrayData>"    \
                              "<gx:SimpleArrayData "                                                               \
                              "name=\"heart_rate\"><gx:value>120</gx:value><gx:value>140</gx:value></"             \
                              "gx:SimpleArrayData>"                                                                \
                              "</SchemaData></ExtendedData></gx:Track><gx:Track><when>2026-05-01T08:10:00+02:00</" \
                              "when><gx:coord/>"                                                                   \
                              "<gx:coord>13 53.00 40</gx:coord><gx:coord>13 53.01 "                                \
                              "40</gx:coord><when>2026-05-01T08:16:00+02:00</when>"                                \
                              "</gx:Track></gx:MultiTrack></Placemark>" KML_FOOT
#define KML_LISTS                                                                                                   \
  KML_HEAD "<Folder><Placemark><description>&lt;table&gt;</description><gx:Track><when>2026-05-01T06:00:00Z</when>" \
           "<when>2026-05-01T06:06:00Z</when><when>2026-05-01T06:12:00Z</when><gx:coord>13 52.00</gx:coord>"        \
           "<gx:coord>13 52.01</gx:coord><gx:coord>13 52.02</gx:coord></gx:Track></Placemark></Folder>" KML_FOOT
#define STAMP(time, place)                                                             \
  "<Placemark><TimeStamp><when>" time "</when></TimeStamp><Point><coordinates> " place \
  " </coordinates></Point></Placemark>"
#define KML_STAMPS                                                                                   \
  KML_HEAD STAMP ("2026-05-01T06:00:00Z", "13,52.00,0") STAMP ("2026-05-01T06:06:00Z", "13,52.01,0") \
      STAMP ("2026-05-01T06:12:00Z",                                                                 \
             "13,52.02,0") "<Placemark><Point><coordinates>1,1</coordinates></Point></Placemark>" KML_FOOT

#define NONE -1
static const Case cases[] = {
    {"polar run", POLAR,
     0,           2,
     "polar",     LUM_IMPORT_NEW,
     NULL,        "2011-05-11T05:09:34Z",
     7200,        LUM_OFFSET_SYSTEM,
     8100.5,      2372.5,
     NONE,        NONE,
     NONE,        146,
     166,         500,
     NONE,        "Around the lake",
     "Windy"},
    {"polar ride", POLAR, 1, 2, "polar", LUM_IMPORT_NOT_A_RUN, "Cycling", "2011-05-12T05:00:00Z", 7200,
     LUM_OFFSET_SYSTEM, 17100, 2372, NONE, NONE, NONE, NONE, NONE, NONE, NONE},
    {"polar empty", POLAR_HEAD "</calendar-items></polar-exercise-data>", 0, 1, "polar", LUM_IMPORT_REFUSED,
     "no activity"},
    {"polar nothing", POLAR_HEAD "<exercise/></calendar-items></polar-exercise-data>", 0, 1, "polar",
     LUM_IMPORT_REFUSED, "neither"},
    {"polar no time",
     POLAR_HEAD "<exercise><time>soon</time><result><distance>5000</distance></result></exercise>"
                "</calendar-items></polar-exercise-data>",
     0, 1, "polar", LUM_IMPORT_REFUSED, "does not say when"},

    {"fitlog totals",
     FITLOG_HEAD FITLOG_RUN FITLOG_FOOT,
     0,
     1,
     "fitlog",
     LUM_IMPORT_NEW,
     NULL,
     "2012-03-04T09:10:11Z",
     7200,
     LUM_OFFSET_SYSTEM,
     5012.3,
     1800.5,
     2000,
     52,
     48,
     151,
     172,
     333,
     6,
     "Sunday",
     "Fine & dry",
     "Grey shoe",
     "c5009569"},
    {"fitlog points", FITLOG_HEAD FITLOG_POINTS FITLOG_FOOT, 0, 1, "fitlog", LUM_IMPORT_NEW, NULL,
     "2012-03-05T08:00:00Z", 3600, LUM_OFFSET_FILE, 2223.9, 600, 600, NONE, NONE, 130, 160, NONE, NONE},
    {"fitlog both", FITLOG_HEAD FITLOG_RUN FITLOG_POINTS FITLOG_FOOT, 1, 2, "fitlog", LUM_IMPORT_NEW, NULL,
     "2012-03-05T08:00:00Z", 3600, LUM_OFFSET_FILE, 2223.9, 600, 600, NONE, NONE, 130, 160, NONE, NONE},

    {"runningahead race",
     AHEAD,
     0,
     6,
     "runningahead",
     LUM_IMPORT_NEW,
     NULL,
     "2008-09-20T13:15:00Z",
     7200,
     LUM_OFFSET_SYSTEM,
     5000,
     1157.5,
     NONE,
     NONE,
     NONE,
     183,
     200,
     NONE,
     9,
     "City race",
     "Good\ncourse",
     "Blue shoe",
     "25f0",
     NULL,
     TRUE},
    {"runningahead swim",
     AHEAD,
     1,
     6,
     "runningahead",
     LUM_IMPORT_NOT_A_RUN,
     "Schwimmen",
     "2008-09-22T17:15:00Z",
     7200,
     LUM_OFFSET_SYSTEM,
     900,
     2700,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NULL,
     NULL,
     NULL,
     "2"},
    {"runningahead own type",
     AHEAD,
     2,
     6,
     "runningahead",
     LUM_IMPORT_NOT_A_RUN,
     "Core",
     NULL,
     0,
     LUM_OFFSET_SYSTEM,
     NONE,
     2700,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NULL,
     NULL,
     NULL,
     "3"},
    {"runningahead day", AHEAD, 3, 6, "runningahead", LUM_IMPORT_NEW, NULL, NULL, 0, LUM_OFFSET_SYSTEM, 3218.688, 1230,
     NONE, NONE, NONE, NONE, NONE, NONE, NONE},
    {"runningahead yards", AHEAD, 4, 6, "runningahead", LUM_IMPORT_NEW, NULL, "2008-09-25T04:00:00Z", 7200,
     LUM_OFFSET_SYSTEM, 914.4, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE},
    {"runningahead unit", AHEAD, 5, 6, "runningahead", LUM_IMPORT_REFUSED, "neither"},

    {"suunto old", SUUNTO_OLD, 0, 1, "suunto", LUM_IMPORT_NEW, NULL, "2014-04-26T14:17:22Z", 7200, LUM_OFFSET_FILE,
     5013, 1551.7, 1551.7, 65, 64, 150, 165, 300, NONE},
    {"suunto sml", SML (SUUNTO_TOTALS "<PauseDuration>48.3</PauseDuration>", SUUNTO_SAMPLES), 0, 1, "suunto",
     LUM_IMPORT_NEW, NULL, "2014-04-26T14:17:22Z", 7200, LUM_OFFSET_FILE, 5013, 1551.7, 1600, 65, 64, 150, 165, 300,
     NONE},
    {"suunto samples",
     SML ("<DateTime>2014-04-26T09:17:22</DateTime><Activity>Trail running</Activity><Duration>1500</Duration>",
          SUUNTO_SAMPLES),
     0,
     1,
     "suunto",
     LUM_IMPORT_NEW,
     NULL,
     "2014-04-26T14:17:22Z",
     -18000,
     LUM_OFFSET_FILE,
     4999,
     1500,
     1500,
     NONE,
     NONE,
     120,
     150,
     NONE,
     NONE,
     NULL,
     NULL,
     NULL,
     NULL,
     "trail"},
    {"suunto zone",
     SML ("<DateTime>2014-04-26T16:17:22.500+05:30</DateTime><ActivityType>93</ActivityType><Duration>60</Duration>",
          ""),
     0,
     1,
     "suunto",
     LUM_IMPORT_NEW,
     NULL,
     "2014-04-26T10:47:22.5Z",
     19800,
     LUM_OFFSET_FILE,
     NONE,
     60,
     60,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NULL,
     NULL,
     NULL,
     NULL,
     "treadmill"},
    {"suunto other",
     SML ("<DateTime>2014-04-26T16:17:22</DateTime><ActivityType>10</ActivityType><Duration>60</Duration>", ""), 0, 1,
     "suunto", LUM_IMPORT_NOT_A_RUN, "activity 10", "2014-04-26T14:17:22Z", 7200, LUM_OFFSET_SYSTEM, NONE, 60, 60, NONE,
     NONE, NONE, NONE, NONE, NONE},
    {"suunto dive",
     SML ("<DateTime>2014-04-26T16:17:22</DateTime><Depth><Max>9</Max></Depth><Duration>60</Duration>", ""), 0, 1,
     "suunto", LUM_IMPORT_NOT_A_RUN, "diving", "2014-04-26T14:17:22Z", 7200, LUM_OFFSET_SYSTEM, NONE, 60, 60, NONE,
     NONE, NONE, NONE, NONE, NONE},
    {"suunto far clock",
     SML ("<DateTime>2014-04-26T16:24:22</DateTime><ActivityType>3</ActivityType><Duration>60</Duration>",
          SUUNTO_SAMPLES),
     0, 1, "suunto", LUM_IMPORT_NEW, NULL, "2014-04-26T14:24:22Z", 7200, LUM_OFFSET_SYSTEM, 4999, 60, 60, NONE, NONE,
     120, 150, NONE, NONE},
    {"not suunto", "<header><title>Page</title></header>", 0, 1, "xml", LUM_IMPORT_REFUSED, "does not know"},

    {"fitotrack",
     FITO,
     0,
     2,
     "fitotrack",
     LUM_IMPORT_NEW,
     NULL,
     "2020-03-01T08:00:00Z",
     7200,
     LUM_OFFSET_SYSTEM,
     10250,
     3600,
     3900,
     101.5,
     99.5,
     NONE,
     171,
     700,
     NONE,
     NULL,
     "Muddy",
     NULL,
     "1583000000123"},
    {"fitotrack indoor",
     FITO,
     1,
     2,
     "fitotrack",
     LUM_IMPORT_NEW,
     NULL,
     "2020-03-02T08:00:00Z",
     7200,
     LUM_OFFSET_SYSTEM,
     NONE,
     1200,
     NONE,
     NONE,
     NONE,
     140,
     NONE,
     NONE,
     NONE,
     NULL,
     NULL,
     NULL,
     NULL,
     "treadmill"},
    {"fitotrack empty", "<fito-track><version>1</version><workouts/></fito-track>", 0, 1, "fitotrack",
     LUM_IMPORT_REFUSED, "no activity"},

    {"kml in turns",
     KML_TURNS,
     0,
     1,
     "kml",
     LUM_IMPORT_NEW,
     NULL,
     "2026-05-01T06:00:00Z",
     7200,
     LUM_OFFSET_FILE,
     2223.9,
     660,
     960,
     0,
     0,
     130,
     140,
     NONE,
     NONE,
     "Morning",
     "Cool",
     NULL,
     "2f17",
     "trail"},
    {"kml in lists",
     KML_LISTS,
     0,
     1,
     "kml",
     LUM_IMPORT_NEW,
     NULL,
     "2026-05-01T06:00:00Z",
     7200,
     LUM_OFFSET_SYSTEM,
     2223.9,
     720,
     720,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     "File"},
    {"kml stamps",
     KML_STAMPS,
     0,
     1,
     "kml",
     LUM_IMPORT_NEW,
     NULL,
     "2026-05-01T06:00:00Z",
     7200,
     LUM_OFFSET_SYSTEM,
     2223.9,
     720,
     720,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     NONE,
     "File"},
    {"kml route",
     KML_HEAD "<Placemark><LineString><coordinates>13,52 13,53</coordinates></LineString></Placemark>" KML_FOOT, 0, 1,
     "kml", LUM_IMPORT_REFUSED, "without times"},
    {"kml empty", KML_HEAD KML_FOOT, 0, 1, "kml", LUM_IMPORT_REFUSED, "no track"},
    {"kml no points", KML_HEAD "<Placemark><gx:Track/></Placemark>" KML_FOOT, 0, 1, "kml", LUM_IMPORT_REFUSED, "empty"},
    {"kml one point", KML_HEAD STAMP ("2026-05-01T06:00:00Z", "13,52") KML_FOOT, 0, 1, "kml", LUM_IMPORT_REFUSED,
     "single point"},
    {"kml old clock",
     KML_HEAD "<Placemark><gx:Track><when>1970-01-01T00:00:00Z</when><gx:coord>1 2 3</gx:coord></gx:Track></Placemark>"
              "<Placemark/>" KML_FOOT,
     0, 1, "kml", LUM_IMPORT_REFUSED, "year 1970"},
    {"kml nested",
     KML_HEAD "<gx:Track><when>2026-05-01T06:00:00Z</when></gx:Track><Placemark><Placemark><gx:Track><when>x</when>"
              "<gx:coord>x</gx:coord></gx:Track></Placemark><gx:Track><when>x</when></gx:Track></Placemark>" KML_FOOT,
     0, 1, "kml", LUM_IMPORT_REFUSED, "empty"},
};

static void
assert_near (const Case *c, const char *what, double value, double expected)
{
  if (expected < 0 ? !isnan (value) : !(fabs (value - expected) < 0.1))
    g_error ("%s: %s is %g, not %g", c->name, what, value, expected);
}

static void
assert_int (const Case *c, const char *what, int value, int expected)
{
  if (value != (expected < 0 ? (int) LUM_INT_NONE : expected))
    g_error ("%s: %s is %d, not %d", c->name, what, value, expected);
}

static void
check_run (const Case *c, const LumImportItem *item)
{
  const LumRun *run = fixture_record (item, 0);

  if (c->start) {
    g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (c->start, NULL);

    g_assert_cmpint (run->start, ==, g_date_time_to_unix (start) * 1000 + g_date_time_get_microsecond (start) / 1000);
    g_assert_cmpint (run->start_offset, ==, c->offset);
    g_assert_cmpint (run->offset_source, ==, c->offset_source);
    g_assert_cmpint (run->day, ==, lum_day_from_instant (run->start, c->offset));
  } else {
    g_assert_cmpint (run->start, ==, LUM_INSTANT_NONE);
    g_assert_cmpint (run->day, ==, lum_day_from_ymd (2008, 9, strstr (c->name, "own") ? 23 : 24));
  }
  assert_near (c, "distance", run->distance_m, c->distance_m);
  assert_near (c, "timer", run->timer_s, c->timer_s);
  assert_near (c, "elapsed", run->elapsed_s, c->elapsed_s);
  assert_near (c, "ascent", run->ascent_m, c->ascent_m);
  assert_near (c, "descent", run->descent_m, c->descent_m);
  assert_int (c, "mean heart rate", run->avg_hr, c->avg_hr);
  assert_int (c, "highest heart rate", run->max_hr, c->max_hr);
  assert_int (c, "calories", run->calories, c->calories);
  assert_int (c, "effort", run->effort, c->effort);
  g_assert_cmpstr (run->title, ==, c->title);
  g_assert_cmpstr (run->note, ==, c->note);
  g_assert_cmpstr (run->source_id, ==, c->id);
  g_assert_cmpstr (run->sub_sport, ==, c->sub_sport);
  g_assert_cmpint (!!run->race, ==, c->race);
  g_assert_cmpstr (item->shoe_names ? item->shoe_names->pdata[0] : NULL, ==, c->shoe);
  g_assert_true (lum_record_check (LUM_RECORD_RUN, run, NULL));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LumImportBatch) batch = fixture_read ("file.xml", c->text, -1);
  LumImportItem *item = fixture_item (batch, c->item);

  g_test_message ("%s: %s", c->name, item->reason ? item->reason : "new");
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, c->n_items);
  g_assert_cmpstr (item->format, ==, c->format);
  g_assert_cmpint (item->status, ==, c->status);
  if (c->reason)
    assert_reason (item, c->reason);
  if (c->status != LUM_IMPORT_REFUSED)
    check_run (c, item);
  else
    g_assert_null (item->records);
}

static const char *const whole[] = {
    POLAR,     FITLOG_HEAD FITLOG_RUN FITLOG_POINTS FITLOG_FOOT, AHEAD, SML (SUUNTO_TOTALS, SUUNTO_SAMPLES), FITO,
    KML_TURNS,
};

/* Cut anywhere: refused whole, also where the first activities were complete. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    for (gsize cut = 60; cut < strlen (whole[i]); cut += 7) {
      g_autoptr (LumImportBatch) batch = fixture_read ("cut.xml", whole[i], (gssize) cut);

      g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
      g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
      g_assert_nonnull (fixture_item (batch, 0)->reason);
    }
}

/* A root inside which elements nest for ever, and the entities of a bomb, which are not expanded. */
static void
test_bombs (void)
{
  static const char *const roots[] = {
      "polar-exercise-data", "FitnessWorkbook", "RunningAHEADLog", "sml", "fito-track", "kml"};

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++) {
    g_autoptr (GString) deep = g_string_new (NULL);
    g_autofree char *entities = g_strdup_printf (
        "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><%s><time>&b;</time></%s>", roots[i], roots[i]);

    g_string_append_printf (deep, "<%s>", roots[i]);
    for (int n = 0; n < 100000; n++)
      g_string_append (deep, "<a>");

    g_autoptr (LumImportBatch) a = fixture_read ("deep.xml", deep->str, (gssize) deep->len);
    g_autoptr (LumImportBatch) b = fixture_read ("entities.xml", entities, -1);
    g_assert_cmpint (fixture_item (a, 0)->status, ==, LUM_IMPORT_REFUSED);
    assert_reason (fixture_item (a, 0), "nested too deeply");
    g_assert_cmpint (fixture_item (b, 0)->status, ==, LUM_IMPORT_REFUSED);
  }
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (AHEAD_HEAD);

  for (int i = 0; i < 100001; i++)
    g_string_append (text, "<Event/>");
  g_string_append (text, AHEAD_FOOT);
  g_autoptr (LumImportBatch) batch = fixture_read ("many.xml", text->str, (gssize) text->len);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
  assert_reason (fixture_item (batch, 0), "more than 100,000");
}

/* A note as long as a book is cut, between two characters. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (POLAR_HEAD "<exercise><time>2011-05-11 07:09:34.0</time><note>x");

  for (int i = 0; i < 50000; i++)
    g_string_append (text, "\xc3\xa9");
  g_string_append (text, "</note><result><distance>5000</distance></result></exercise></calendar-items>"
                         "</polar-exercise-data>");
  g_autoptr (LumImportBatch) batch = fixture_read ("long.xml", text->str, (gssize) text->len);
  const LumRun *run = fixture_record (fixture_item (batch, 0), 0);
  g_assert_cmpuint (strlen (run->note), ==, 64 * 1024 - 1);
  g_assert_true (g_utf8_validate (run->note, -1, NULL));
}

static void
test_cancelled (void)
{
  g_autoptr (LumClock) clock = fixture_clock ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++) {
    LumImportSource source = {"a", NULL, (const guint8 *) whole[i], strlen (whole[i]), clock, LUM_UNITS_METRIC};
    g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
    g_autoptr (GError) error = NULL;

    g_assert_false (lum_importer_find (&source)->parse (&source, batch, cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/xml/", cases[i].name, NULL);

    g_test_add_data_func (g_strdelimit (path, " ", '-'), &cases[i], test_case);
  }
  g_test_add_func ("/xml/cut", test_cut);
  g_test_add_func ("/xml/bombs", test_bombs);
  g_test_add_func ("/xml/too-many", test_too_many);
  g_test_add_func ("/xml/long-text", test_long_text);
  g_test_add_func ("/xml/cancelled", test_cancelled);
  return g_test_run ();
}
