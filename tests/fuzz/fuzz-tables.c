/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

extern const LumImporter lum_csv_importer;

/* Other programs' tables: everything that is found out of names and values. */
DEFINE_SEEDS (
    SEED (
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,a,b,c,d,Gear,"
        "Filename,e,f,Elapsed Time,Moving Time,Distance\n4433221100,\"Sep 25, 2016, 3:02:39 "
        "PM\",T,Run,n,3203,\"10,25\",190,"
        ",,,Blue,activities/1.fit.gz,,,3203,3171,10247.3\n"),
    SEED ("Aktivitätstyp;Datum;Favorit;Titel;Distanz;Zeit\nLaufen;2025-09-19 07:36:32;x;B;5,81;00:31:02,3\n"),
    SEED ("Activity Id,Date,Type,Route Name,Distance (mi),Duration,Climb (ft),GPX File\na,2026-03-28 "
          "08:33:29,Running,,3.11,26:11,\"1,020\",a.gpx\n"),
    SEED ("Name,Sport,Date,Start time,Duration,Total distance (km)\nA,RUNNING,20-06-2018,11:17:03,00:30:08,4.48\n"),
    SEED ("#time,trackpoint_type,latitude,longitude,altitude,heartrate,sensor_distance\n2020-02-02T03:02:02+01:00,"
          "SEGMENT_START_MANUAL,,,,,\n2020-02-02T03:02:03+01:00,TRACKPOINT,3.1,14.0,1020.2,66,10\n"),
    SEED ("date,rating/amount,detail,notes\n2026-05-01,2,Back pain (Moderate),<br>x\n"),
    SEED ("Date,Time,Pain,Location\n04/19/26,10:00 pm,65,Back\n9 mei 2026,,3,dos\n"),
    SEED ("full_date,time,mood,activities\n2021-09-28,10:00 pm,sad,a | b\n"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, &lum_csv_importer);
  return 0;
}
