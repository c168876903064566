/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-detector.h"

G_BEGIN_DECLS

LumRunningAdvice lum_running_advice_new (const LumEvidence *e, const GPtrArray *cards);
char *lum_findings_describe_running (const LumFindings *self);

G_END_DECLS
