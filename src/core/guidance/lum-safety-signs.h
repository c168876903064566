/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How soon somebody should look at it (rules §3), the most pressing first. */
typedef enum {
  LUM_TIER_EMERGENCY,
  LUM_TIER_URGENT,
  LUM_TIER_WITHIN_DAYS,
  LUM_TIER_SOON,
  LUM_N_TIERS,
  LUM_TIER_NONE = LUM_N_TIERS
} LumTier;

typedef enum {
  LUM_SIGN_GROUP_NERVES,
  LUM_SIGN_GROUP_HEART_AND_FALLS,
  LUM_SIGN_GROUP_FEVER,
  LUM_SIGN_GROUP_SHAPE_AND_BONES,
  LUM_SIGN_GROUP_GENERAL,
  LUM_SIGN_GROUP_RUNNER,
  LUM_N_SIGN_GROUPS
} LumSignGroup;

/* One line of the safety check. Texts are marked, not translated: pass them through gettext. */
typedef struct {
  const char *id; /* "RF-02" */
  LumTier tier;
  LumSignGroup group;
  const char *ask;             /* what is asked, in plain words */
  const char *brief;           /* the same in a few words, for the report */
  const char *why;             /* what it may be a sign of */
  const char *source;          /* whose list it stands on */
  gboolean fresh_is_never_old; /* RF-01…05: newer than two weeks cannot be "old and checked" (RF-R3) */
  gboolean pauses_running;     /* although it can wait: RF-21 */
  gboolean counted;            /* no line of its own: so many of LumInflammationSign (RF-22) */
} LumSafetySign;

/* One of the signs that RF-22 counts at twelve weeks. Texts are marked, not translated. */
typedef struct {
  const char *id;  /* "RF-22a" */
  const char *ask; /* what is asked */
} LumInflammationSign;

const LumSafetySign *lum_safety_signs_get (guint *n);
const LumSafetySign *lum_safety_sign_find (const char *id);
const LumInflammationSign *lum_inflammation_signs_get (guint *n);

G_END_DECLS
