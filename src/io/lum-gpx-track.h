/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-import-batch.h"
#include "lum-importer.h"
#include "lum-track-sums.h"

G_BEGIN_DECLS

/* What is said of the whole file. Not only GPX has tracks: KML's are the same. */
typedef struct {
  const char *format; /* a static word: "gpx" */
  char *creator;      /* (nullable) */
  char *name;         /* (nullable) */
  char *desc;         /* (nullable) */
} LumGpxFile;

/* One trk: its words, its own totals where a program wrote them, and what its points come to. */
typedef struct {
  char *name, *desc, *cmt, *type, *source_id; /* (nullable) */
  LumTrackSums sums;
  double distance_m, timer_s, moving_s, ascent_m, descent_m; /* as the program wrote them, NAN if it did not */
  int mean_hr, max_hr;                                       /* likewise, 0 */
  double calories;                                           /* likewise, NAN */
  gint32 utc_offset;                                         /* of the times, LUM_INT_NONE if they have none */
  guint n_bad_positions, n_bad_times;
  LumInstant bad_time; /* one of them, LUM_INSTANT_NONE if it is no time at all */
} LumGpxTrack;

LumGpxTrack *lum_gpx_track_new (gboolean barometer);
void lum_gpx_track_free (LumGpxTrack *self);
void lum_gpx_track_end (LumGpxTrack *self);
gboolean lum_gpx_track_join (LumGpxTrack *self, LumGpxTrack *next);
void lum_gpx_track_add_item (const LumGpxTrack *self,
                             const LumGpxFile *file,
                             const LumImportSource *source,
                             LumImportBatch *batch);

G_END_DECLS
