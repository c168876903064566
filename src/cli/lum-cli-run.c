/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-record-pain.h"

#define MAX_CLIMB_M 20000.0

/* Reads metres of climb: a number without a unit. */
static gboolean
parse_climb (const char *text, double *metres, GError **error)
{
  char *end;
  double value;

  if (!text)
    return TRUE;
  value = g_ascii_strtod (text, &end);
  if (g_ascii_isdigit (text[0]) && *end == '\0' && value <= MAX_CLIMB_M) {
    *metres = value;
    return TRUE;
  }
  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("“%s” is not a climb in metres."), text);
  return FALSE;
}

static gboolean
parse_optional_score (const char *text, gint32 *score, GError **error)
{
  int value;

  if (!text)
    return TRUE;
  if (!lum_parse_score (text, &value, error))
    return FALSE;
  *score = value;
  return TRUE;
}

/* The instant of the start, by the device's zone. */
static gboolean
parse_start (LumCli *cli, const char *time, LumRun *run, GError **error)
{
  int minute;

  if (!time)
    return TRUE;
  if (!lum_parse_time_of_day (time, &minute, error))
    return FALSE;
  run->start = lum_clock_get_instant (cli->clock, run->day, minute, &run->start_offset);
  run->offset_source = LUM_OFFSET_SYSTEM;
  return TRUE;
}

static void
print_run (LumCli *cli, const LumRun *run)
{
  g_autofree char *day = lum_day_format (run->day, LUM_DAY_FORMAT_FULL);
  g_autofree char *distance = lum_format_distance (run->distance_m, cli->units);
  g_autofree char *duration = lum_format_duration (run->timer_s);
  g_autofree char *pace = lum_format_pace (run->distance_m, run->timer_s, cli->units);

  /* Translators: a date, a distance, a duration, a pace */
  g_print (_ ("%s: %s in %s, %s\n"), day, distance, duration, pace);
}

/* lumbar-cli run */
int
lum_cli_run (LumCli *cli)
{
  char *date = NULL, *time = NULL, *effort = NULL, *shoe = NULL, *ascent = NULL, *descent = NULL, *surface = NULL;
  char *pain_before = NULL, *note = NULL;
  gboolean race = FALSE;
  const LumCliOption options[] = {
      {"date", "YYYY-MM-DD", &date, N_ ("the day of the run; today")},
      {"time", "HH:MM", &time, N_ ("when it began")},
      {"effort", "0-10", &effort, N_ ("how hard all of it was")},
      {"shoe", "NAME", &shoe, N_ ("the pair; the default one")},
      {"ascent", "METRES", &ascent, N_ ("climb")},
      {"descent", "METRES", &descent, N_ ("descent")},
      {"surface", "SURFACE", &surface, N_ ("road, trail, track, treadmill, grass or sand")},
      {"race", NULL, &race, N_ ("it was a race")},
      {"pain-before", "0-10", &pain_before, N_ ("the back's score before it")},
      {"note", "TEXT", &note, N_ ("a note")},
  };
  g_autoptr (LumChangeSet) changes = NULL;
  GError *error = NULL;
  LumRun run;
  int status;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 2, 2, &status))
    return status;

  lum_record_init (LUM_RECORD_RUN, &run);
  run.day = lum_clock_get_today (cli->clock);
  run.race = race;
  run.note = note;
  if (!lum_parse_distance (cli->args[0], cli->units, &run.distance_m, &error) ||
      !lum_parse_duration (cli->args[1], &run.timer_s, &error) || !lum_cli_parse_day (date, &run.day, &error) ||
      !parse_start (cli, time, &run, &error) || !parse_optional_score (effort, &run.effort, &error) ||
      !parse_optional_score (pain_before, &run.pain_before, &error) || !parse_climb (ascent, &run.ascent_m, &error) ||
      !parse_climb (descent, &run.descent_m, &error) ||
      !lum_cli_parse_word (surface, LUM_RECORD_RUN, "surface", &run.surface, &error) ||
      !lum_record_check (LUM_RECORD_RUN, &run, &error))
    return lum_cli_usage_error (cli, error);
  if (shoe && !g_utf8_validate (shoe, -1, NULL))
    return lum_cli_usage (cli, _ ("The name of the shoe is not UTF-8 text."));

  if (!lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  changes = lum_record_run (cli->journal, &run, shoe, &error);
  if (!changes || !lum_cli_commit (cli, g_steal_pointer (&changes), &error))
    return lum_cli_failed (cli, error);
  print_run (cli, &run);
  return LUM_CLI_DONE;
}
