/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-fit-reader.h"

G_BEGIN_DECLS

/* What the messages of one segment say that runs are made of (formats §3.6, §3.7). Times are seconds of FIT's clock, 0 if
 * unknown; figures are NAN if unknown. */

/* A session or a lap. */
typedef struct {
  guint32 start, end;
  double elapsed_s, timer_s, moving_s, distance_m, calories, avg_hr, max_hr, ascent_m, descent_m;
  double rpe;              /* 0 to 10 */
  gint32 sport, sub_sport; /* -1 if unknown */
  char *name;              /* of the sport's profile on the watch, or NULL */
} LumFitSpan;

/* A point, kept small: a file holds tens of thousands. */
typedef struct {
  guint32 time;
  gint32 lat, lon; /* semicircles; both G_MAXINT32 where there is no position */
  double distance_m;
  float altitude_m;
  guint8 hr; /* 0 if unknown */
} LumFitRecord;

typedef struct {
  guint32 time;
  gboolean running; /* the timer starts; else it stops */
} LumFitTimer;

typedef struct {
  gint32 type;                     /* of the file, -1 if it does not say */
  guint32 created, serial;         /* of file_id */
  gint32 manufacturer;             /* -1 if unknown */
  char *product, *workout;         /* (nullable) */
  gint32 sport, sub_sport;         /* of the message of that name, -1 */
  char *sport_name;                /* (nullable) */
  guint32 activity_end, local_end; /* of the activity message: UTC and wall clock */
  GArray *sessions, *laps;         /* LumFitSpan */
  GArray *records;                 /* LumFitRecord, in the order of the file */
  GArray *timers;                  /* LumFitTimer */
  guint n_messages;
  guint n_dropped; /* records whose time cannot be */
  guint32 last;    /* the latest believable time */
} LumFitActivity;

void lum_fit_span_init (LumFitSpan *self);
GPtrArray *lum_fit_read_activities (const guint8 *data, gsize length, LumFitOutcome *outcome);

G_END_DECLS
