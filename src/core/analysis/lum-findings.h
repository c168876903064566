/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-exercise-gate.h"
#include "lum-offer.h"
#include "lum-overuse.h"
#include "lum-pain-by-shoe.h"
#include "lum-spike.h"
#include "lum-status.h"
#include "lum-units.h"

G_BEGIN_DECLS

typedef enum { LUM_SEVERITY_NOTE, LUM_SEVERITY_CAUTION, LUM_SEVERITY_ALERT } LumSeverity;

typedef enum {
  LUM_CARD_ACTION_PREPARE_PAGE = 1 << 0, /* the doctor report */
  LUM_CARD_ACTION_SEEN_SOMEONE = 1 << 1, /* a visit (VI-1) */
  LUM_CARD_ACTION_LATER = 1 << 2,
  LUM_CARD_ACTION_DISMISS = 1 << 3, /* "Don't tell me again" */
  LUM_CARD_ACTION_SEE_RUNS = 1 << 4,
  LUM_CARD_ACTION_FILL_GAPS = 1 << 5,
  LUM_CARD_ACTION_WARNING_SIGNS = 1 << 6, /* the Guide on when to see someone */
  LUM_CARD_ACTION_CHECKED = 1 << 7,       /* "I've been checked…" (RF-R4) */
  LUM_CARD_ACTION_MISTAKE = 1 << 8,       /* "Ticked by mistake" */
  LUM_CARD_ACTION_SAFETY_CHECK = 1 << 9,
} LumCardActions;

/* One message of the watch (MS-1…MS-3), with all that stands behind it. Texts are translated. */
typedef struct {
  const char *rule;    /* "EP-8" */
  const char *variant; /* "beyond", "easing" … : with rule and days its identity */
  LumSeverity severity;
  int rank; /* place in MS-1, smaller first */
  char *title;
  char *message;      /* one to three sentences with the person's own numbers */
  char **evidence;    /* pairs: name, value; translated; NULL-terminated */
  char *window;       /* which days were looked at, and how many of them are missing */
  char *clears;       /* what would make it go away */
  char *source;       /* whose statement it is, and its grade */
  guint actions;      /* LumCardActions */
  LumDay first, last; /* the days it speaks of */
  gboolean shown;     /* what budget, dismissals and visits let through */
  LumDay visit_from;  /* a visit since that day settles it (VI-1); LUM_DAY_NONE: visits do not matter */
  gboolean worse;     /* worse than when it was dismissed: it may come back (EP-9) */
  gboolean once;      /* said once, for all days that it speaks of (EP-8, EP-11 from twelve weeks on) */
} LumCard;

/* MS-4: what is said of running, and why. */
typedef enum { LUM_RUNNING_FREE, LUM_RUNNING_ADJUST, LUM_RUNNING_AS_AGREED, LUM_RUNNING_PAUSE } LumRunning;

typedef enum {
  LUM_RUNNING_FOR_NOTHING,
  LUM_RUNNING_FOR_SAFETY, /* an open answer of the safety check */
  LUM_RUNNING_FOR_LEG,    /* new leg signs */
  LUM_RUNNING_FOR_RED_RUNS,
  LUM_RUNNING_FOR_SEVERE,
  LUM_RUNNING_FOR_THREE_WEEKS,
  LUM_RUNNING_FOR_VISIT, /* what was agreed */
} LumRunningReason;

typedef struct {
  LumRunning running;
  LumRunningReason reason;
  LumDay day; /* of the visit, or until when; LUM_DAY_NONE */
} LumRunningAdvice;

/* Everything the watch says on a day. Immutable, reference-counted. */
typedef struct {
  gatomicrefcount refs;
  LumStatus *status;
  GArray *spikes;   /* LumSpike, one a run, in the diary's order */
  LumLoad load;     /* OU-1…OU-10, OU-15 */
  GPtrArray *cards; /* LumCard *, in the order of rules §9; all that hold today */
  GPtrArray *notes; /* LumCard *, of the rules of load that are never cards (OU-16) */
  LumTier tier;     /* of the most pressing open answer of the safety check */
  LumRunningAdvice running;
  LumExerciseGate exercises;
  LumPainByShoe *by_shoe;
  LumOffer offer; /* why the safety check comes by itself (RF-R5) */
} LumFindings;

LumFindings *lum_findings_new (const LumDiary *diary, LumDay today, LumUnits units);
LumFindings *lum_findings_ref (LumFindings *self);
void lum_findings_unref (LumFindings *self);
const LumCard *lum_findings_get_top_card (const LumFindings *self);
char *lum_findings_describe_trend (const LumFindings *self);
char *lum_findings_describe_running (const LumFindings *self);
char *lum_findings_describe_silence (const LumFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumFindings, lum_findings_unref)

G_END_DECLS
