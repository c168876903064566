/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-findings.h"

#include "lum-i18n.h"

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
  g_autofree char *last = NULL, *previous = NULL;
  int pain = status->pain_days, known = status->known_days;

  if (known == LUM_INT_NONE)
    return NULL;

  if (trend->verdict == LUM_TREND_NOT_ENOUGH_DATA)
    return g_strdup_printf (
        /* Translators: %1$d pain days of %2$d days with an entry or an answer. The plural is that of the logged days. */
        ngettext ("Pain on %1$d of %2$d logged day.", "Pain on %1$d of %2$d logged days.", known), pain, known);

  last = lum_format_number (trend->last, 1);
  previous = lum_format_number (trend->previous, 1);
  switch (trend->verdict) {
  case LUM_TREND_BETTER:
    return g_strdup_printf (
        /* Translators: %1$s and %2$s are mean scores like 3.1; then pain days of logged days. The plural is theirs. */
        ngettext ("Easing: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged day.",
                  "Easing: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged days.", known),
        last, previous, pain, known);
  case LUM_TREND_WORSE:
    return g_strdup_printf (
        /* Translators: %1$s and %2$s are mean scores like 3.1; then pain days of logged days. The plural is theirs. */
        ngettext ("Worse: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged day.",
                  "Worse: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged days.", known),
        last, previous, pain, known);
  default:
    return g_strdup_printf (
        /* Translators: %1$s and %2$s are mean scores like 3.1; then pain days of logged days. The plural is theirs. */
        ngettext ("About the same: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged day.",
                  "About the same: %1$s this week, %2$s last week. Pain on %3$d of %4$d logged days.", known),
        last, previous, pain, known);
  }
}
