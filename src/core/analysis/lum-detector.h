/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day-table.h"
#include "lum-findings.h"
#include "lum-safety.h"

G_BEGIN_DECLS

/* What a detector looks at. */
typedef struct {
  const LumDiary *diary;
  LumDay today;
  LumUnits units;
  const LumStatus *status;
  const LumDayTable *table;
  const GArray *spikes; /* LumSpike */
  const LumLoad *load;
  const GArray *run_scores; /* LumRunScores of the last four weeks */
  const LumSafety *safety;
} LumEvidence;

/* One thing that the watch may say. A detector is one file in detect/, which defines `lum_detector_NAME`, and one line in
 * the list of detect/meson.build, which is in the order of MS-1. */
typedef struct {
  const char *rule;
  const char *const *variants; /* rising: a later one may be said although an earlier one was just said (OU-16) */
  int dismissed_days;          /* how long "Don't tell me again" lasts */
  gboolean safety;             /* stays until it is settled, whatever else is said (RF-R4) */
  gboolean load;               /* about running: silent while the safety check says to leave it (RF-R1, RF-R2) */
  gboolean once;               /* said once a variant and bout, not again every week (EP-8) */
  gboolean expert;             /* never a card: a note below Trends, which counts in OU-15 (OU-16) */
  LumCard *(*detect) (const LumEvidence *evidence);
} LumDetector;

const LumDetector *const *lum_detectors_get (gsize *n);

/* EP-8 speaks at 14, 21 and 84 days; all that it can say, rising. */
extern const char *const lum_phase_variants[];

G_END_DECLS
