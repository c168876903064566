/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-findings.h"

G_BEGIN_DECLS

/* What a detector looks at. */
typedef struct {
  const LumDiary *diary;
  LumDay today;
  LumUnits units;
  const LumStatus *status;
  const GArray *spikes; /* LumSpike */
} LumEvidence;

LumCard *lum_card_new (const char *rule, const char *variant, LumSeverity severity, LumDay first, LumDay last);
void lum_card_free (LumCard *self);
void lum_card_add_evidence (LumCard *self, const char *name, char *value);

G_END_DECLS
