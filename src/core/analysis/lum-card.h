/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-detector.h"

G_BEGIN_DECLS

LumCard *lum_card_new (const LumEvidence *e,
                       const char *rule,
                       const char *variant,
                       LumSeverity severity,
                       LumDay first,
                       LumDay last);
void lum_card_free (LumCard *self);
void lum_card_add_evidence (LumCard *self, const char *name, char *value);

G_END_DECLS
