/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-running.h"
#include "lum-watch-service.h"

static char *
describe_state (LumState state, LumDay onset)
{
  g_autofree char *day = onset == LUM_DAY_NONE ? NULL : lum_day_format (onset, LUM_DAY_FORMAT_LONG);

  switch (state) {
  case LUM_STATE_NO_DATA:
    return g_strdup (_ ("Nothing is logged yet."));
  case LUM_STATE_NO_PAIN:
    return g_strdup (_ ("No pain is logged."));
  case LUM_STATE_ISOLATED:
    return g_strdup (_ ("Single days with pain, no bout."));
  case LUM_STATE_RESOLVED:
    return g_strdup (_ ("Settled: the last bout is over."));
  case LUM_STATE_REMISSION:
    return g_strdup (_ ("Calm since the last bout."));
  case LUM_STATE_NEW:
    return g_strdup (_ ("A first day with pain."));
  case LUM_STATE_WITHIN:
    return g_strdup_printf (_ ("A bout since %s, within the two weeks that strains usually take to ease."), day);
  case LUM_STATE_APPROACHING:
    return g_strdup_printf (_ ("A bout since %s, past two weeks."), day);
  case LUM_STATE_BEYOND:
    return g_strdup_printf (_ ("A bout since %s, past three weeks."), day);
  case LUM_STATE_CHRONIC:
    return g_strdup_printf (_ ("A bout since %s, past twelve weeks."), day);
  case LUM_STATE_UNKNOWN:
    break;
  }
  return g_strdup (_ ("Too little is logged lately to tell."));
}

static void
print_status (LumFindings *findings)
{
  const LumStatus *status = findings->status;
  g_autofree char *today = lum_day_format (status->today, LUM_DAY_FORMAT_FULL);
  g_autofree char *state = describe_state (status->state, status->onset);
  g_autofree char *trend = lum_findings_describe_trend (findings);
  g_autofree char *running = lum_findings_describe_running (findings);

  g_print ("%s\n%s\n", today, state);
  if (status->state == LUM_STATE_UNKNOWN && status->last_known_state != LUM_STATE_UNKNOWN) {
    g_autofree char *before = describe_state (status->last_known_state, status->onset);

    /* Translators: %s is a sentence on where the back stood. */
    g_print (_ ("Before that: %s\n"), before);
  }
  if (trend && *trend)
    g_print ("%s\n", trend);
  if (running)
    g_print ("%s\n", running);
  for (guint i = 0; i < findings->cards->len; i++) {
    const LumCard *card = g_ptr_array_index (findings->cards, i);

    if (card->shown)
      g_print ("\n%s\n%s\n", card->title, card->message);
  }
}

/* lumbar-cli status */
int
lum_cli_status (LumCli *cli)
{
  gboolean json = FALSE;
  const LumCliOption options[] = {{"json", NULL, &json, N_ ("tell it as JSON")}};
  g_autoptr (LumFindings) findings = NULL;
  LumDiary *diary;
  GError *error = NULL;
  int status;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 0, 0, &status))
    return status;
  if (!lum_cli_open (cli, FALSE, &error))
    return lum_cli_failed (cli, error);

  diary = lum_journal_get_diary (cli->journal);
  findings = lum_findings_new (diary, lum_clock_get_today (cli->clock), cli->units);
  if (json) {
    g_autofree char *text = lum_status_to_json (diary, findings);

    fputs (text, stdout);
  } else {
    print_status (findings);
  }
  return LUM_CLI_DONE;
}
