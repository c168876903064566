/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-cli.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"

/* lumbar-cli baseline (OU-5) */
int
lum_cli_baseline (LumCli *cli)
{
  g_autoptr (LumChangeSet) changes = NULL;
  g_autofree char *value = NULL, *distance = NULL;
  GError *error = NULL;
  double metres;
  int status;

  if (!lum_cli_parse (cli, NULL, 0, 1, 1, &status))
    return status;
  if (!lum_parse_distance (cli->args[0], cli->units, &metres, &error))
    return lum_cli_usage_error (cli, error);

  if (!lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  value = g_strdup_printf ("%ld", lround (metres));
  changes = lum_record_preference (cli->journal, LUM_PREFERENCE_BASELINE, value);
  if (!lum_cli_commit (cli, g_steal_pointer (&changes), &error))
    return lum_cli_failed (cli, error);

  distance = lum_format_distance (metres, cli->units);
  /* Translators: %s is a distance. */
  g_print (_ ("The longest run of the last 30 days was %s.\n"), distance);
  return LUM_CLI_DONE;
}
