/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-findings.h"
#include "lum-test-life.h"

G_BEGIN_DECLS

/* What the watch says of a life on a day. */
LumFindings *lum_test_find (const LumTestLife *life, LumDay today);
const LumCard *lum_test_find_card (const LumFindings *findings, const char *rule);
const LumCard *lum_test_find_note (const LumFindings *findings, const char *rule);
const char *lum_test_get_evidence (const LumCard *card, const char *name);
void lum_test_assert_complete (const LumCard *card);

G_END_DECLS
