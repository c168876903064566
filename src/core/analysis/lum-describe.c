/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-findings.h"
#include "lum-messages.h"
#include "lum-parameters.h"

/**
 * lum_findings_describe_trend:
 *
 * The strain clock's sentence: how this week compares with the last, and on how many of the logged days it hurt.
 *
 * Returns: (transfer full) (nullable): translated; %NULL where there is no bout to speak of
 */
char *
lum_findings_describe_trend (const LumFindings *self)
{
  const LumStatus *status = self->status;
  const LumTrend *trend = &status->trend;
  int pain = status->pain_days, known = status->known_days;

  if (known == LUM_INT_NONE)
    return NULL;

  switch (trend->verdict) {
  case LUM_TREND_BETTER:
    return lum_message_trend_better (trend->last, trend->previous, pain, known);
  case LUM_TREND_WORSE:
    return lum_message_trend_worse (trend->last, trend->previous, pain, known);
  case LUM_TREND_SAME:
    return lum_message_trend_same (trend->last, trend->previous, pain, known);
  case LUM_TREND_NOT_ENOUGH_DATA:
    break;
  }
  return lum_message_trend_unknown (pain, known);
}

/**
 * lum_findings_describe_silence:
 *
 * The question about days without an entry (EP-4, text 10): up to 14 of them are named, so that each can be typed.
 *
 * Returns: (transfer full) (nullable): translated; %NULL where there is nothing to ask
 */
char *
lum_findings_describe_silence (const LumFindings *self)
{
  const LumStatus *status = self->status;

  if (status->gap_first == LUM_DAY_NONE)
    return NULL;
  if (status->gap_last - status->gap_first + 1 <= LUM_P_SCORE_BACK)
    return lum_message_nothing_logged (status->gap_first, status->gap_last, status->today);
  return lum_message_nothing_since (status->gap_first - 1, status->today);
}
