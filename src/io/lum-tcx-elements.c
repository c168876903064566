/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-tcx-elements.h"

#include "lum-xml-reader.h"

typedef struct {
  const char *name;
  LumTcxElement element;
} Name;

static const Name root_names[] = {{"Activities", LUM_TCX_ROOT},        {"Activity", LUM_TCX_ACTIVITY},
                                  {"MultiSportSession", LUM_TCX_ROOT}, {"FirstSport", LUM_TCX_ROOT},
                                  {"NextSport", LUM_TCX_ROOT},         {"Courses", LUM_TCX_ROOT},
                                  {"Course", LUM_TCX_COURSE},          {NULL}};
static const Name activity_names[] = {{"Lap", LUM_TCX_LAP},
                                      {"Id", LUM_TCX_ID},
                                      {"Notes", LUM_TCX_NOTES},
                                      {"Creator", LUM_TCX_CREATOR},
                                      {NULL}};
static const Name creator_names[] = {{"Name", LUM_TCX_CREATOR_NAME}, {NULL}};
static const Name lap_names[] = {{"Track", LUM_TCX_TRACK},
                                 {"TotalTimeSeconds", LUM_TCX_LAP_TIME},
                                 {"DistanceMeters", LUM_TCX_LAP_DISTANCE},
                                 {"Calories", LUM_TCX_LAP_CALORIES},
                                 {"AverageHeartRateBpm", LUM_TCX_LAP_AVG_HR_BOX},
                                 {"MaximumHeartRateBpm", LUM_TCX_LAP_MAX_HR_BOX},
                                 {NULL}};
static const Name track_names[] = {{"Trackpoint", LUM_TCX_POINT}, {NULL}};
static const Name point_names[] = {{"Time", LUM_TCX_TIME},
                                   {"Position", LUM_TCX_POSITION},
                                   {"AltitudeMeters", LUM_TCX_ALTITUDE},
                                   {"DistanceMeters", LUM_TCX_DISTANCE},
                                   {"HeartRateBpm", LUM_TCX_POINT_HR_BOX},
                                   {NULL}};
static const Name position_names[] = {{"LatitudeDegrees", LUM_TCX_LAT}, {"LongitudeDegrees", LUM_TCX_LON}, {NULL}};

static LumTcxElement
find_name (const Name *names, const char *local)
{
  for (; names->name; names++)
    if (strcmp (names->name, local) == 0)
      return names->element;
  return LUM_TCX_OTHER;
}

static LumTcxElement
find_value (const char *local, LumTcxElement element)
{
  return strcmp (local, "Value") == 0 ? element : LUM_TCX_OTHER;
}

/**
 * lum_tcx_find_element:
 * @parent: what it stands in; LUM_TCX_NOTHING for the root
 * @name: as it is written, with or without a prefix
 *
 * What an element is, by its local name and its place (formats §4).
 */
LumTcxElement
lum_tcx_find_element (LumTcxElement parent, const char *name)
{
  const char *local = lum_xml_get_local_name (name);

  switch (parent) {
  case LUM_TCX_NOTHING:
    return strcmp (local, "TrainingCenterDatabase") == 0 ? LUM_TCX_ROOT : LUM_TCX_OTHER;
  case LUM_TCX_ROOT:
    return find_name (root_names, local);
  case LUM_TCX_ACTIVITY:
    return find_name (activity_names, local);
  case LUM_TCX_CREATOR:
    return find_name (creator_names, local);
  case LUM_TCX_LAP:
    return find_name (lap_names, local);
  case LUM_TCX_LAP_AVG_HR_BOX:
    return find_value (local, LUM_TCX_LAP_AVG_HR);
  case LUM_TCX_LAP_MAX_HR_BOX:
    return find_value (local, LUM_TCX_LAP_MAX_HR);
  case LUM_TCX_TRACK:
    return find_name (track_names, local);
  case LUM_TCX_POINT:
    return find_name (point_names, local);
  case LUM_TCX_POSITION:
    return find_name (position_names, local);
  case LUM_TCX_POINT_HR_BOX:
    return find_value (local, LUM_TCX_HR);
  default:
    return LUM_TCX_OTHER;
  }
}
