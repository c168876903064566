/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-gpx-elements.h"

#include "lum-xml-reader.h"

typedef struct {
  const char *name;
  LumGpxElement element;
} Name;

static const Name metadata_names[] = {{"name", LUM_GPX_FILE_NAME}, {"desc", LUM_GPX_FILE_DESC}, {NULL}};
static const Name gpx_names[] = {{"trk", LUM_GPX_TRK},
                                 {"wpt", LUM_GPX_ROUTE},
                                 {"rte", LUM_GPX_ROUTE},
                                 {"metadata", LUM_GPX_METADATA},
                                 {"name", LUM_GPX_FILE_NAME},
                                 {"desc", LUM_GPX_FILE_DESC},
                                 {NULL}};
static const Name trk_names[] = {{"trkseg", LUM_GPX_TRKSEG},
                                 {"trkpt", LUM_GPX_TRKPT},
                                 {"name", LUM_GPX_NAME},
                                 {"cmt", LUM_GPX_CMT},
                                 {"desc", LUM_GPX_DESC},
                                 {"type", LUM_GPX_TYPE},
                                 {"extensions", LUM_GPX_TRK_EXTENSIONS},
                                 {NULL}};
/* Garmin's TrackStatsExtension, OpenTracks, Cluetrust laps, Sportractive. */
static const Name stat_names[] = {{"Distance", LUM_GPX_STAT_DISTANCE},
                                  {"TimerTime", LUM_GPX_STAT_TIMER},
                                  {"MovingTime", LUM_GPX_STAT_MOVING},
                                  {"Ascent", LUM_GPX_STAT_ASCENT},
                                  {"Descent", LUM_GPX_STAT_DESCENT},
                                  {"trackid", LUM_GPX_TRACK_ID},
                                  {"calories", LUM_GPX_STAT_CALORIES},
                                  {"meanhr", LUM_GPX_STAT_MEAN_HR},
                                  {"maxhr", LUM_GPX_STAT_MAX_HR},
                                  {"sport", LUM_GPX_STAT_SPORT},
                                  {NULL}};
static const Name point_names[] = {{"ele", LUM_GPX_ELE}, {"time", LUM_GPX_TIME}, {NULL}};
/* Below a point's extensions at any depth. */
static const Name sensor_names[] = {{"hr", LUM_GPX_HR},
                                    {"heartrate", LUM_GPX_HR},
                                    {"heartRate", LUM_GPX_HR},
                                    {"distance", LUM_GPX_COVERED},
                                    {NULL}};

static LumGpxElement
find_name (const Name *names, const char *local, LumGpxElement otherwise)
{
  for (; names->name; names++)
    if (strcmp (names->name, local) == 0)
      return names->element;
  return otherwise;
}

/**
 * lum_gpx_find_element:
 * @parent: what it stands in; LUM_GPX_NOTHING for the root
 * @name: as it is written, with or without a prefix
 *
 * What an element is, by its local name and its place (formats §5).
 */
LumGpxElement
lum_gpx_find_element (LumGpxElement parent, const char *name)
{
  const char *local = lum_xml_get_local_name (name);

  switch (parent) {
  case LUM_GPX_NOTHING:
    return strcmp (local, "gpx") == 0 ? LUM_GPX_GPX : LUM_GPX_OTHER;
  case LUM_GPX_GPX:
    return find_name (gpx_names, local, LUM_GPX_OTHER);
  case LUM_GPX_METADATA:
    return find_name (metadata_names, local, LUM_GPX_OTHER);
  case LUM_GPX_TRK:
    return find_name (trk_names, local, LUM_GPX_OTHER);
  case LUM_GPX_TRK_EXTENSIONS:
    return find_name (stat_names, local, LUM_GPX_TRK_EXTENSIONS);
  case LUM_GPX_TRKSEG:
    return strcmp (local, "trkpt") == 0 ? LUM_GPX_TRKPT : LUM_GPX_OTHER;
  case LUM_GPX_TRKPT: {
    LumGpxElement found = find_name (point_names, local, LUM_GPX_OTHER);

    return found != LUM_GPX_OTHER ? found : find_name (sensor_names, local, LUM_GPX_TRKPT_EXTENSIONS);
  }
  case LUM_GPX_TRKPT_EXTENSIONS:
    return find_name (sensor_names, local, LUM_GPX_TRKPT_EXTENSIONS);
  default:
    return LUM_GPX_OTHER;
  }
}
