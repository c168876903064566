/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-importer.h"
#include "lum-sport.h"

G_BEGIN_DECLS

/* One activity as a file has it, whatever the format: what an importer fills in before it becomes an item of the batch.
 * Its texts belong to the importer and are copied. What the file does not say stays as lum_recording_init() leaves it. */
typedef struct {
  LumInstant start;     /* or LUM_INSTANT_NONE */
  gboolean wall_clock;  /* start is a local time without a zone, read as if it were UTC */
  gint32 utc_offset;    /* seconds east of UTC as the file says, or LUM_INT_NONE */
  LumDay day;           /* where only the day is known, or LUM_DAY_NONE */
  gboolean clock_unset; /* the device counted from when it was switched on: no time of it is a date */

  double elapsed_s, timer_s, moving_s; /* formats §0; NAN if unknown */
  double distance_m;
  double ascent_m, descent_m;
  gboolean ascent_computed;
  double avg_hr, max_hr; /* beats a minute; outside 25 to 250 is unknown */
  double calories;
  gint32 effort; /* 0 to 10, or LUM_INT_NONE */
  gboolean race;

  LumSportClass sport_class;
  const char *sport;     /* (nullable): the file's word, for people */
  const char *sub_sport; /* (nullable): static, "trail", "treadmill" … */

  const char *title, *note, *shoe; /* (nullable) */
  const char *app, *id;            /* (nullable): which program wrote it, and its identity there */
} LumRecording;

void lum_recording_init (LumRecording *self);
void lum_recording_set_sport (LumRecording *self, const char *word);
LumImportItem *
lum_recording_add (const LumRecording *self, const LumImportSource *source, const char *format, LumImportBatch *batch);
void
lum_recording_refuse (const LumImportSource *source, const char *format, LumImportBatch *batch, const char *reason, ...)
    G_GNUC_PRINTF (4, 5);
void lum_recording_set_day (LumImportItem *item, LumDay day);
gboolean lum_recording_is_plausible (LumInstant instant, LumClock *clock);

G_END_DECLS
