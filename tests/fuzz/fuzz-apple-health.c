/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

extern const LumImporter lum_apple_health_importer;

DEFINE_SEEDS (
    SEED ("<!DOCTYPE HealthData [<!ELEMENT a>]><HealthData><Record/><Workout "
          "workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"31.5\" durationUnit=\"min\" "
          "totalDistance=\"5.2\" "
          "totalDistanceUnit=\"km\" sourceName=\"W\" startDate=\"2024-01-15 10:00:00 +0000\" "
          "endDate=\"2024-01-15 10:33:00 +0000\"><MetadataEntry key=\"HKElevationAscended\" value=\"850 cm\"/>"
          "<MetadataEntry key=\"HKTimeZone\" value=\"Europe/Berlin\"/><MetadataEntry key=\"HKIndoorWorkout\" "
          "value=\"1\"/>"
          "<WorkoutStatistics type=\"HKQuantityTypeIdentifierHeartRate\" average=\"150\" maximum=\"171\" "
          "unit=\"count/min\"/><WorkoutRoute><FileReference path=\"/r.gpx\"/></WorkoutRoute></Workout></HealthData>"),
    SEED ("<HealthData><Workout/></HealthData>"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, &lum_apple_health_importer);
  return 0;
}
