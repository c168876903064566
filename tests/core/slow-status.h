/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-status.h"
#include "lum-test-life.h"

G_BEGIN_DECLS

/* The rules EP-3…EP-13 a second time, day by day and without any cleverness, written from the rules' text alone: what the
 * library says of a diary must be what this says. */
typedef struct {
  LumState state, last_known_state;
  int age, episodes, bouts;
  LumDay onset, last_pain;
  guint flags;
  int pain_days, known_days;
} SlowStatus;

SlowStatus slow_status (const LumTestLife *life, LumDay today);

G_END_DECLS
