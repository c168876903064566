/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

/* The JSON files of other programs, through the way in, so that their recognition is seen, too. */

DEFINE_SEEDS (
    SEED ("[{\"summarizedActivitiesExport\":[{\"activityId\":7,\"activityType\":{\"typeKey\":\"running\"},"
          "\"beginTimestamp\":1775059200000,\"startTimeLocal\":1775066400000,\"distance\":500000.0,"
          "\"duration\":1500000,\"avgHr\":\"148\",\"name\":\"\\u00e9\\ud83d\\ude00\"}]}]"),
    SEED ("{\"fitnessActivity\":\"running\",\"startTime\":\"2021-04-19T20:57:39.686Z\",\"endTime\":"
          "\"2021-04-19T21:09:39+02:00\",\"duration\":\"674.186s\",\"aggregate\":[{\"metricName\":"
          "\"com.google.distance.delta\",\"floatValue\":1558.48}]}"),
    SEED ("[{\"logId\":1,\"activityName\":\"Run\",\"duration\":1080000,\"distance\":2.5,\"distanceUnit\":\"Mile\","
          "\"elevationGain\":42.0,\"startTime\":\"02/07/22 21:22:08\"}]"),
    SEED ("{\"id\":\"a1\",\"type\":\"run\",\"start_epoch_ms\":1775059200000,\"end_epoch_ms\":1775061600000,"
          "\"active_duration_ms\":2100500,\"summaries\":[{\"metric\":\"distance\",\"summary\":\"total\","
          "\"value\":6.25}],\"tags\":{\"com.nike.name\":\"N\",\"rpe\":\"4\",\"terrain\":\"trail\"}}"),
    SEED (
        "{\"startTime\":\"2026-04-01T18:00:00\",\"exercises\":[{\"startTime\":\"2026-04-01T18:00:00.000\","
        "\"stopTime\":\"2026-04-01T18:32:00\",\"timezoneOffset\":180,\"duration\":\"PT1800.5S\",\"distance\":5012.5,"
        "\"sport\":\"RUNNING\",\"samples\":{\"recordedRoute\":[{\"dateTime\":\"2026-04-01T15:00:00Z\",\"a\":NaN}]}}]}"),
    SEED ("{\"startTime\":\"2026-04-01T18:00:00\",\"timezoneOffsetMinutes\":-240,\"durationMillis\":\"1790000\","
          "\"distanceMeters\":5000.5,\"hrAvg\":141,\"sport\":{\"id\":\"27\"},\"exercises\":[{}]}"),
    SEED ("{\"DeviceLog\":{\"Header\":{\"DateTime\":\"2026-03-01T08:00:00+01:00\",\"Duration\":1800.5,"
          "\"PauseDuration\":100,\"Distance\":5000,\"ActivityType\":3,\"Energy\":1673600,\"HR\":{\"Avg\":2.5}},"
          "\"Samples\":[{\"HR\":2.0,\"TimeISO8601\":\"2026-03-01T08:29:59+01:00\"},{\"HR\":-Infinity}]}}"),
    SEED ("{\"activityId\":3,\"startDateTimeLocal\":\"2015-06-29T19:37:34-04:00\",\"distance\":8.05,"
          "\"duration\":2500.5,\"activityType\":\"running\",\"notes\":\"a\\nb\",\"heartRateMax\":-1}"),
    SEED ("version=4.3\n{\"TABLE\":\"runalyze_training\"}\n{\"12\":{\"sportid\":\"3\",\"time\":\"1775066400\","
          "\"timezone_offset\":60,\"distance\":\"10.25\",\"s\":3000,\"rpe\":13}}\n{\"TABLE\":\"runalyze_sport\"}\n"
          "{\"3\":{\"name\":\"Laufen\",\"img\":\"icons8-running\"}}\n"),
    SEED ("{\"Data Source\":\"a\",\"Data Points\":[]}"),
    SEED ("\xef\xbb\xbf [[{\"activities\":[{\"a\":[[[[{}]]]],\"b\":12345678901234567890}]}], true, false, null]"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, NULL);
  return 0;
}
