/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

/* The XML of other programs than those that write GPX. */

DEFINE_SEEDS (
    SEED ("<polar-exercise-data><calendar-items><exercise><time>2011-05-11 07:09:34.0</time><sport>Running</sport>"
          "<name>N</name><result><distance>8100.5</distance><calories>500</calories><duration>00:39:32</duration>"
          "<heart-rate><average>146</average><maximum>166</maximum></heart-rate></result><note>W</note></exercise>"
          "</calendar-items></polar-exercise-data>"),
    SEED ("<FitnessWorkbook><AthleteLog><Activity StartTime='2012-03-04T09:10:11Z' Id='c5'><Duration "
          "TotalSeconds='1800'/><Distance TotalMeters='5012.3'/><Elevation DescendMeters='-48' AscendMeters='52'/>"
          "<Intensity Value='6'/><Category Name='Running'/><EquipmentUsed><EquipmentItem Name='E'/></EquipmentUsed>"
          "<Track><pt tm='0' lat='52' lon='13' ele='1' hr='90' dist='0'/><pt tm='20' lat='52.001' lon='13'/></Track>"
          "</Activity></AthleteLog></FitnessWorkbook>"),
    SEED ("<RunningAHEADLog><EventCollection><Event type='10' typeName='Run' subtype='6' id='2' "
          "time='2008-09-20T15:15:00Z'><HeartRate><AvgHR>193</AvgHR></HeartRate><Effort>9</Effort><Distance "
          "unit='mile'>5.00</Distance><Duration seconds='1157.00'>19:17</Duration><Equipment>E</Equipment></Event>"
          "<Event time='2008-09-21'><Duration>1:00</Duration></Event></EventCollection></RunningAHEADLog>"),
    SEED ("<header><Duration>1551.7</Duration><HR><Avg>2.5</Avg></HR><ActivityType>3</ActivityType><Distance>5013"
          "</Distance><Energy>1511434.8</Energy><DateTime>2014-04-26T16:17:22</DateTime></header><Samples><Sample>"
          "<HR>1.6</HR><Distance>13</Distance><Time>6.1</Time><UTC>2014-04-26T14:17:27.9Z</UTC></Sample></Samples>"
          "<IBI>439 715</IBI>"),
    SEED ("<sml><DeviceLog><Header><Duration>60</Duration><PauseDuration>5</PauseDuration><Depth><Max>9</Max></Depth>"
          "<ActivityType>93</ActivityType><Activity>A</Activity><DateTime>2014-04-26T16:17:22+02:00</DateTime></Header>"
          "<Samples><Sample><Time>1</Time></Sample></Samples></DeviceLog></sml>"),
    SEED ("<fito-track><workouts><workouts><id>1</id><start>1583049600000</start><duration>3600000</duration>"
          "<pauseDuration>300000</pauseDuration><length>10250</length><workoutType>running</workoutType></workouts>"
          "</workouts><indoorWorkouts><indoorWorkouts><start>9e13</start></indoorWorkouts></indoorWorkouts></"
          "fito-track>"),
    SEED ("<kml><Document><name>F</name><Placemark><name>N</name><description>D</description><ExtendedData><Data "
          "name='type'><value>running</value></Data></ExtendedData><gx:MultiTrack><gx:Track><when>2026-05-01T08:00:00"
          "+02:00</when><gx:coord>13 52.00 40</gx:coord><when>2026-05-01T08:05:00+02:00</when><gx:coord/><gx:coord>13 "
          "52.01</gx:coord><gx:SimpleArrayData name='heart_rate'><gx:value>120</gx:value></gx:SimpleArrayData>"
          "</gx:Track></gx:MultiTrack></Placemark></Document></kml>"),
    SEED ("<kml><Placemark><TimeStamp><when>2026-05-01T06:00:00Z</when></TimeStamp><Point><coordinates>13,52,0"
          "</coordinates></Point></Placemark><Placemark><TimeStamp><when>2026-05-01T06:05:00Z</when></TimeStamp><Point>"
          "<coordinates>13,52.01</coordinates></Point></Placemark></kml>"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, NULL);
  return 0;
}
