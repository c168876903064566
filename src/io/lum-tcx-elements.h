/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The elements of a TCX file that say something, whatever the namespaces. */
typedef enum {
  LUM_TCX_NOTHING, /* above the root */
  LUM_TCX_OTHER,   /* and everything below it */
  LUM_TCX_ROOT,    /* and what only groups activities */
  LUM_TCX_COURSE,
  LUM_TCX_ACTIVITY,
  LUM_TCX_CREATOR,
  LUM_TCX_LAP,
  LUM_TCX_LAP_AVG_HR_BOX,
  LUM_TCX_LAP_MAX_HR_BOX,
  LUM_TCX_TRACK,
  LUM_TCX_POINT,
  LUM_TCX_POSITION,
  LUM_TCX_POINT_HR_BOX,

  /* those whose text is read */
  LUM_TCX_FIRST_TEXT,
  LUM_TCX_ID = LUM_TCX_FIRST_TEXT,
  LUM_TCX_NOTES,
  LUM_TCX_CREATOR_NAME,
  LUM_TCX_LAP_TIME,
  LUM_TCX_LAP_DISTANCE,
  LUM_TCX_LAP_CALORIES,
  LUM_TCX_LAP_AVG_HR,
  LUM_TCX_LAP_MAX_HR,
  LUM_TCX_TIME,
  LUM_TCX_LAT,
  LUM_TCX_LON,
  LUM_TCX_ALTITUDE,
  LUM_TCX_DISTANCE,
  LUM_TCX_HR,
} LumTcxElement;

LumTcxElement lum_tcx_find_element (LumTcxElement parent, const char *name);

G_END_DECLS
