/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

extern const LumImporter lum_tcx_importer;

DEFINE_SEEDS (
    SEED (
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-05-01T06:00:00Z</Id>"
        "<Lap StartTime=\"2026-05-01T06:00:00.000Z\"><TotalTimeSeconds>600.5</TotalTimeSeconds><DistanceMeters>2000.25"
        "</DistanceMeters><Calories>100</Calories><AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm><Track>"
        "<Trackpoint><Time>2026-05-01T06:00:00Z</Time><Position><LatitudeDegrees>52.0</LatitudeDegrees>"
        "<LongitudeDegrees>13.4</LongitudeDegrees></Position><AltitudeMeters>4e1</AltitudeMeters><DistanceMeters>0"
        "</DistanceMeters><HeartRateBpm><Value>120</Value></HeartRateBpm></Trackpoint></Track></Lap><Notes>n</Notes>"
        "<Creator><Name>W</Name></Creator></Activity></Activities></TrainingCenterDatabase>"),
    SEED (
        "<TrainingCenterDatabase><MultiSportSession><FirstSport><Activity Sport=\"Other\"><Lap StartTime=\"\"><Track>"
        "<Trackpoint><Time>2016-04-10T18:40:58+01:00</Time><DistanceMeters>9</DistanceMeters></Trackpoint><Trackpoint>"
        "<DistanceMeters>1</DistanceMeters></Trackpoint></Track></Lap></Activity></FirstSport></MultiSportSession>"
        "</TrainingCenterDatabase>"),
    SEED ("<TrainingCenterDatabase><Courses><Course/></Courses></TrainingCenterDatabase>"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, &lum_tcx_importer);
  return 0;
}
