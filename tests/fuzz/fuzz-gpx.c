/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

extern const LumImporter lum_gpx_importer;

#define POINT(lat, time) "<trkpt lat=\"" lat "\" lon=\"13.4\"><ele>41.5</ele><time>2026-05-01T" time "</time>"
#define RUN POINT ("52.00", "06:00:00Z") "</trkpt>" POINT ("52.01", "06:05:00.25+02:00") "</trkpt>"

DEFINE_SEEDS (
    SEED ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" "
          "creator=\"barometer\"><metadata><name>N</name>"
          "</metadata><trk><name>A</name><type>running</type><trkseg>" RUN "</trkseg></trk></gpx>"),
    SEED ("<gpx><trk><name>A</name><trkseg>" RUN "</trkseg><trkseg/></trk><trk><name>A #2</name><trkseg>" RUN
          "</trkseg></trk><rte><rtept lat=\"1\" lon=\"1\"/></rte><wpt/></gpx>"),
    SEED (
        "<x:gpx><x:trk><x:extensions><o:trackid>7</o:trackid><g:Distance>1200.5</g:Distance><g:TimerTime>280</"
        "g:TimerTime>"
        "<g:MovingTime>9</g:MovingTime><g:Ascent>1</g:Ascent><calories>9</calories><meanhr>99</meanhr><maxhr>99</maxhr>"
        "</x:extensions><x:trkseg>" POINT ("-5e1",
                                           "06:00:00Z") "<extensions><hr>120</hr><distance>7</distance></extensions>"
                                                        "</trkpt></x:trkseg></x:trk></x:gpx>"),
    SEED ("<!DOCTYPE gpx [<!ENTITY a 'b'>]><gpx><trk><desc><![CDATA[a < b]]></desc><cmt>&amp;&#65;</cmt></trk></gpx>"),
    SEED ("<?xml version='1.0' encoding='ISO-8859-1'?><gpx><trk><name>M\xfcnchen</name><trkpt lat=\"100\" "
          "lon=\"0\"/></trk></gpx>"),
    SEED ("\xff\xfe<\0g\0p\0x\0/\0>\0"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, &lum_gpx_importer);
  return 0;
}
