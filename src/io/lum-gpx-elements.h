/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The elements of a GPX file that say something, whatever its version and namespaces. */
typedef enum {
  LUM_GPX_NOTHING, /* above the root */
  LUM_GPX_OTHER,   /* and everything below it */
  LUM_GPX_GPX,
  LUM_GPX_METADATA,
  LUM_GPX_TRK,
  LUM_GPX_TRK_EXTENSIONS, /* and unknown elements below it */
  LUM_GPX_TRKSEG,
  LUM_GPX_TRKPT,
  LUM_GPX_TRKPT_EXTENSIONS, /* likewise */
  LUM_GPX_ROUTE,            /* rte and wpt, only counted */

  /* those whose text is read */
  LUM_GPX_FIRST_TEXT,
  LUM_GPX_FILE_NAME = LUM_GPX_FIRST_TEXT,
  LUM_GPX_FILE_DESC,
  LUM_GPX_NAME,
  LUM_GPX_CMT,
  LUM_GPX_DESC,
  LUM_GPX_TYPE,
  LUM_GPX_TRACK_ID,
  LUM_GPX_STAT_DISTANCE,
  LUM_GPX_STAT_TIMER,
  LUM_GPX_STAT_MOVING,
  LUM_GPX_STAT_ASCENT,
  LUM_GPX_STAT_DESCENT,
  LUM_GPX_STAT_CALORIES,
  LUM_GPX_STAT_MEAN_HR,
  LUM_GPX_STAT_MAX_HR,
  LUM_GPX_STAT_SPORT,
  LUM_GPX_ELE,
  LUM_GPX_TIME,
  LUM_GPX_HR,
  LUM_GPX_COVERED,
} LumGpxElement;

LumGpxElement lum_gpx_find_element (LumGpxElement parent, const char *name);

G_END_DECLS
