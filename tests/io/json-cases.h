/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-run.h"

/* One file of each program and form (formats §7 to §12), made here, and the run that it holds. */

/* What a run must be. In numbers, 0 is "not known". */
typedef struct {
  const char *name, *text, *format;
  const char *start; /* UTC */
  gint32 offset;
  LumOffsetSource offset_source;
  double distance_m, elapsed_s, timer_s, moving_s, ascent_m, descent_m;
  int avg_hr, max_hr, calories, effort;
  const char *title, *note, *sub_sport, *app, *id;
  gboolean race;
  const char *warning; /* a part of the only one */
} JsonCase;

#define POLAR_OLD(start, stop, route)                                                                              \
  "{\"exportVersion\":\"1.0\",\"name\":\"Evening\",\"startTime\":\"2026-04-01T18:00:00.000\",\"note\":\"Warm\","   \
  "\"exercises\":[{\"startTime\":\"" start "\",\"stopTime\":\"" stop "\",\"timezoneOffset\":180,"                  \
  "\"duration\":\"PT1800.5S\",\"distance\":5012.5,\"sport\":\"TREADMILL_RUNNING\",\"ascent\":12.5,\"descent\":10," \
  "\"kiloCalories\":401,\"heartRate\":{\"min\":90,\"avg\":140,\"max\":171},\"samples\":{\"heartRate\":["           \
  "{\"dateTime\":\"" route "\",\"value\":120},{\"dateTime\":\"" route                                              \
  "\",\"value\":NaN}],\"left\":[NaN,-Infinity]}}]}"

#define SUUNTO(pauses, samples)                                                                                       \
  "{\"DeviceLog\":{\"Header\":{\"DateTime\":\"2026-03-01T08:00:00.000+01:00\",\"Duration\":1800.5,\"Distance\":5000," \
  "\"Ascent\":30,\"Descent\":28.5,\"ActivityType\":82,\"Energy\":1673600" pauses "},\"Samples\":[" samples "]}}"

#define NIKE                                                                                                      \
  "{\"id\":\"a1-b2\",\"type\":\"run\",\"start_epoch_ms\":1775059200000,\"end_epoch_ms\":1775061600000,"           \
  "\"active_duration_ms\":2100500,\"summaries\":[{\"metric\":\"distance\",\"summary\":\"total\",\"value\":6.25}," \
  "{\"metric\":\"distance\",\"summary\":\"mean\",\"value\":1},{\"metric\":\"heart_rate\",\"summary\":\"mean\","   \
  "\"value\":151.6},{\"metric\":\"heart_rate\",\"summary\":\"max\",\"value\":178},{\"metric\":\"ascent\","        \
  "\"summary\":\"total\",\"value\":40.5},{\"metric\":\"descent\",\"summary\":\"total\",\"value\":39},"            \
  "{\"metric\":\"calories\",\"summary\":\"total\",\"value\":480.2}],\"metrics\":[{\"type\":\"distance\","         \
  "\"values\":[{\"start_epoch_ms\":1,\"value\":3}]}],\"tags\":{\"com.nike.name\":\"Lunch Run\",\"note\":\"Back "  \
  "fine\","                                                                                                       \
  "\"rpe\":\"4\",\"terrain\":\"trail\"}}"

static const JsonCase json_cases[] = {
    {.name = "garmin",
     .text = "[{\"summarizedActivitiesExport\":[{\"activityId\":6512345678901,\"name\":\"Berlin - 5 km\","
             "\"description\":\"Slow\",\"activityType\":\"track_running\",\"beginTimestamp\":1775059200000,"
             "\"startTimeLocal\":1775048400000.0,\"distance\":500000.0,\"duration\":1500500.0,"
             "\"elapsedDuration\":\"1620000\",\"movingDuration\":1490000,\"elevationGain\":1250,"
             "\"elevationLoss\":1000.0,\"avgSpeed\":0.33,\"avgHr\":148.0,\"maxHr\":170.0,\"calories\":1673.6,"
             "\"eventTypeId\":1,\"splits\":[{\"distance\":1}]}]}]",
     .format = "garmin",
     .start = "2026-04-01T16:00:00Z",
     .offset = -10800,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5000,
     .timer_s = 1500.5,
     .elapsed_s = 1620,
     .moving_s = 1490,
     .ascent_m = 12.5,
     .descent_m = 10,
     .avg_hr = 148,
     .max_hr = 170,
     .calories = 400,
     .title = "Berlin - 5 km",
     .note = "Slow",
     .sub_sport = "track",
     .app = "Garmin Connect",
     .id = "6512345678901",
     .race = TRUE},
    {.name = "garmin, other keys",
     .text = "{\"summarizedActivitiesExport\":[{\"activityId\":7,\"activityType\":{\"typeKey\":\"running\"},"
             "\"startTimeGmt\":1775059200000,\"startTimeLocal\":1775059300000,\"distance\":\"5000\","
             "\"duration\":1500000,\"avgHr\":0,\"elevationGain\":null,\"eventTypeId\":9}]}",
     .format = "garmin",
     .start = "2026-04-01T16:00:00Z",
     .offset = 7200,
     .offset_source = LUM_OFFSET_SYSTEM,
     .distance_m = 50,
     .timer_s = 1500,
     .app = "Garmin Connect",
     .id = "7",
     .warning = "5.0 km"},
    {.name = "google fit",
     .text = "{\"fitnessActivity\":\"running\",\"startTime\":\"2021-04-19T20:57:39.686Z\",\"endTime\":"
             "\"2021-04-19T21:09:39.686Z\",\"duration\":\"674.186s\",\"segment\":[{\"fitnessActivity\":\"walking\"}],"
             "\"aggregate\":[{\"metricName\":\"com.google.calories.expended\",\"floatValue\":110.6},"
             "{\"metricName\":\"com.google.step_count.delta\",\"intValue\":1700},"
             "{\"metricName\":\"com.google.distance.delta\",\"floatValue\":1558.48},"
             "{\"metricName\":\"com.google.heart_rate.bpm\",\"floatValue\":143.4},7,null,"
             "{\"metricName\":\"com.google.distance.delta\",\"floatValue\":1}]}",
     .format = "google-fit",
     .start = "2021-04-19T20:57:39.686Z",
     .offset = 7200,
     .offset_source = LUM_OFFSET_SYSTEM,
     .distance_m = 1558.48,
     .elapsed_s = 720,
     .timer_s = 674.186,
     .avg_hr = 143,
     .calories = 111,
     .app = "Google Fit"},
    {.name = "google fit, with its offset",
     .text = "{\"fitnessActivity\":\"running.treadmill\",\"startTime\":\"2021-05-01T08:00:00.000-03:00\","
             "\"endTime\":\"2021-05-01T08:30:00-03:00\",\"aggregate\":[]}",
     .format = "google-fit",
     .start = "2021-05-01T11:00:00Z",
     .offset = -10800,
     .offset_source = LUM_OFFSET_FILE,
     .elapsed_s = 1800,
     .sub_sport = "treadmill",
     .app = "Google Fit"},
    {.name = "fitbit",
     .text = "[{\"logId\":9223372036854775807,\"activityName\":\"Run\",\"averageHeartRate\":155,\"calories\":299,"
             "\"duration\":1080000,\"activeDuration\":1079000,\"distance\":2.5,\"distanceUnit\":\"Mile\","
             "\"elevationGain\":42.0,\"startTime\":\"02/07/22 21:22:08\"}]",
     .format = "fitbit",
     .start = "2022-02-07T19:22:08Z",
     .offset = 7200,
     .offset_source = LUM_OFFSET_SYSTEM,
     .distance_m = 4023.36,
     .elapsed_s = 1080,
     .timer_s = 1079,
     .ascent_m = 12.8016,
     .avg_hr = 155,
     .calories = 299,
     .app = "Fitbit",
     .id = "9223372036854775807"},
    {.name = "fitbit, web service",
     .text = "{\"activities\":[{\"activityName\":\"Treadmill\",\"logId\":\"12\",\"distance\":3.5,\"duration\":1200000,"
             "\"elevationGain\":0,\"startTime\":\"2022-02-07T21:22:08.000-05:00\"}],\"pagination\":{}}",
     .format = "fitbit",
     .start = "2022-02-08T02:22:08Z",
     .offset = -18000,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 3500,
     .elapsed_s = 1200,
     .sub_sport = "treadmill",
     .app = "Fitbit",
     .id = "12",
     .warning = "taken for kilometres"},
    {.name = "nike",
     .text = NIKE,
     .format = "nike",
     .start = "2026-04-01T16:00:00Z",
     .offset = 7200,
     .offset_source = LUM_OFFSET_SYSTEM,
     .distance_m = 6250,
     .elapsed_s = 2400,
     .timer_s = 2100.5,
     .ascent_m = 40.5,
     .descent_m = 39,
     .avg_hr = 152,
     .max_hr = 178,
     .calories = 480,
     .effort = 4,
     .title = "Lunch Run",
     .note = "Back fine",
     .sub_sport = "trail",
     .app = "Nike Run Club",
     .id = "a1-b2"},
    {.name = "polar",
     .format = "polar",
     .text = POLAR_OLD ("2026-04-01T18:00:00.000", "2026-04-01T18:32:00.000", "2026-04-01T18:00:00.000"),
     .start = "2026-04-01T15:00:00Z",
     .offset = 10800,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5012.5,
     .elapsed_s = 1920,
     .timer_s = 1800.5,
     .ascent_m = 12.5,
     .descent_m = 10,
     .avg_hr = 140,
     .max_hr = 171,
     .calories = 401,
     .title = "Evening",
     .note = "Warm",
     .sub_sport = "treadmill",
     .app = "Polar Flow"},
    {.name = "polar, exercise in UTC by its session",
     .format = "polar",
     .text = POLAR_OLD ("2026-04-01T15:00:00.000", "2026-04-01T15:32:00.000", "2026-04-01T15:00:00.000"),
     .start = "2026-04-01T15:00:00Z",
     .offset = 10800,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5012.5,
     .elapsed_s = 1920,
     .timer_s = 1800.5,
     .ascent_m = 12.5,
     .descent_m = 10,
     .avg_hr = 140,
     .max_hr = 171,
     .calories = 401,
     .title = "Evening",
     .note = "Warm",
     .sub_sport = "treadmill",
     .app = "Polar Flow"},
    {.name = "polar, exercise in UTC by its route",
     .format = "polar",
     .text = "{\"exercises\":[{\"startTime\":\"2026-04-01T15:00:00\",\"timezoneOffset\":180,\"distance\":900,"
             "\"sport\":\"RUNNING\",\"samples\":{\"recordedRoute\":[{\"dateTime\":\"2026-04-01T15:00:02Z\"}]}}]}",
     .start = "2026-04-01T15:00:00Z",
     .offset = 10800,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 900,
     .app = "Polar Flow"},
    {.name = "polar, new",
     .format = "polar",
     .text = "{\"identifier\":{\"id\":\"8\"},\"startTime\":\"2026-04-01T18:00:00\",\"stopTime\":"
             "\"2026-04-01T18:30:00\",\"timezoneOffsetMinutes\":-240,\"durationMillis\":\"1790000\","
             "\"distanceMeters\":5000.5,\"hrAvg\":141,\"hrMax\":\"172\",\"calories\":377,\"name\":\"Trail\","
             "\"sport\":{\"id\":\"27\"},\"exercises\":[{\"identifier\":\"e1\",\"statistics\":{\"statistics\":[]}}]}",
     .start = "2026-04-01T22:00:00Z",
     .offset = -14400,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5000.5,
     .elapsed_s = 1800,
     .timer_s = 1790,
     .avg_hr = 141,
     .max_hr = 172,
     .calories = 377,
     .title = "Trail",
     .sub_sport = "trail",
     .app = "Polar Flow",
     .id = "e1"},
    {.name = "suunto",
     .format = "suunto",
     .text = SUUNTO ("", "{\"HR\":2.0},{\"HR\":null},{\"HR\":3.0},{\"HR\":NaN},{\"HR\":0},{\"Temperature\":288.15}"),
     .start = "2026-03-01T07:00:00Z",
     .offset = 3600,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5000,
     .elapsed_s = 1800.5,
     .timer_s = 1800.5,
     .ascent_m = 30,
     .descent_m = 28.5,
     .avg_hr = 150,
     .max_hr = 180,
     .calories = 400,
     .sub_sport = "trail",
     .app = "Suunto"},
    {.name = "suunto, pauses in the duration",
     .format = "suunto",
     .text =
         SUUNTO (",\"PauseDuration\":100.5,\"HR\":{\"Avg\":2.5,\"Max\":2.75}",
                 "{\"TimeISO8601\":\"2026-03-01T08:29:59.5+01:00\"},{\"TimeISO8601\":\"2026-03-01T08:00:00+01:00\"}"),
     .start = "2026-03-01T07:00:00Z",
     .offset = 3600,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5000,
     .elapsed_s = 1800.5,
     .timer_s = 1700,
     .ascent_m = 30,
     .descent_m = 28.5,
     .avg_hr = 150,
     .max_hr = 165,
     .calories = 400,
     .sub_sport = "trail",
     .app = "Suunto"},
    {.name = "suunto, pauses beside the duration",
     .format = "suunto",
     .text = SUUNTO (",\"PauseDuration\":100.5", "{\"TimeISO8601\":\"2026-03-01T08:31:41.5+01:00\"}"),
     .start = "2026-03-01T07:00:00Z",
     .offset = 3600,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5000,
     .elapsed_s = 1901,
     .timer_s = 1800.5,
     .ascent_m = 30,
     .descent_m = 28.5,
     .calories = 400,
     .sub_sport = "trail",
     .app = "Suunto"},
    {.name = "suunto, pauses somewhere",
     .format = "suunto",
     .text = SUUNTO (",\"PauseDuration\":100.5", ""),
     .start = "2026-03-01T07:00:00Z",
     .offset = 3600,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 5000,
     .elapsed_s = 1901,
     .timer_s = 1800.5,
     .ascent_m = 30,
     .descent_m = 28.5,
     .calories = 400,
     .sub_sport = "trail",
     .app = "Suunto",
     .warning = "pauses"},
    {.name = "smashrun",
     .format = "smashrun",
     .text = "{\"activityId\":31415,\"startDateTimeLocal\":\"2015-06-29T19:37:34-04:00\",\"distance\":8.05,"
             "\"duration\":2500.5,\"activityType\":\"running\",\"notes\":\"Sore \\u00fcber \\ud83d\\ude00\","
             "\"heartRateAverage\":150,\"heartRateMax\":-1,\"calories\":512}",
     .start = "2015-06-29T23:37:34Z",
     .offset = -14400,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 8050,
     .timer_s = 2500.5,
     .avg_hr = 150,
     .calories = 512,
     .note = "Sore über 😀",
     .app = "Smashrun",
     .id = "31415"},
    {.name = "runalyze",
     .format = "runalyze",
     .text = "version=4.3\n\n{\"TABLE\":\"runalyze_training\"}\n{\"12\":{\"id\":\"12\",\"sportid\":\"3\","
             "\"time\":\"1775066400\",\"timezone_offset\":\"60\",\"distance\":\"10.25\",\"s\":\"3000.50\","
             "\"elapsed_time\":3100,\"elevation\":\"85\",\"kcal\":\"700\",\"pulse_avg\":\"149\",\"pulse_max\":\"0\","
             "\"rpe\":\"13\",\"title\":\"Dauerlauf\",\"notes\":\"Regen\"}}\r\n\n{\"TABLE\":\"runalyze_trackdata\"}\n"
             "{\"12\":{\"time\":[1,2\n{\"TABLE\":\"runalyze_sport\"}\n{\"3\":{\"name\":\"Laufen\"}}\n",
     .start = "2026-04-01T17:00:00Z",
     .offset = 3600,
     .offset_source = LUM_OFFSET_FILE,
     .distance_m = 10250,
     .elapsed_s = 3100,
     .timer_s = 3000.5,
     .ascent_m = 85,
     .avg_hr = 149,
     .calories = 700,
     .title = "Dauerlauf",
     .note = "Regen",
     .app = "Runalyze",
     .id = "12",
     .warning = "effort of 13"},
};
