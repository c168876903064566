/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-error.h"
#include "lum-i18n.h"
#include "lum-sample-life.h"

#define MAX_YEARS 60

/* All records of a made-up life, each kind after those that it names. */
static LumChangeSet *
take_over (const LumDiary *life)
{
  LumChangeSet *changes = lum_change_set_new ();
  static const LumRecordKind first[] = {LUM_RECORD_IMPORT_BATCH, LUM_RECORD_SHOE, LUM_RECORD_ACTIVITY, LUM_RECORD_RUN};

  for (int pass = 0; pass < LUM_N_RECORD_KINDS + (int) G_N_ELEMENTS (first); pass++) {
    gboolean early = pass < (int) G_N_ELEMENTS (first);
    LumRecordKind kind = early ? first[pass] : (LumRecordKind) (pass - (int) G_N_ELEMENTS (first));
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (life, kind, &n);
    gboolean done = FALSE;

    for (guint i = 0; !early && i < G_N_ELEMENTS (first); i++)
      done = done || first[i] == kind;
    for (gsize i = 0; !done && i < n; i++)
      lum_change_set_put (changes, kind, records + i * size);
  }
  lum_change_set_keep_times (changes);
  return changes;
}

/* lumbar-cli sample */
int
lum_cli_sample (LumCli *cli)
{
  char *years_text = NULL, *seed_text = NULL;
  const LumCliOption options[] = {
      {"years", "N", &years_text, N_ ("how long a life, 1 to 60 years; 2")},
      {"seed", "S", &seed_text, N_ ("another number, another life; 1")},
  };
  g_autoptr (LumDiary) life = NULL;
  g_autoptr (LumChangeSet) changes = NULL;
  GError *error = NULL;
  int years = 2, seed = 1, status;
  gsize n_days;

  if (!lum_cli_parse (cli, options, G_N_ELEMENTS (options), 0, 0, &status))
    return status;
  if (!lum_cli_parse_whole (years_text, 1, MAX_YEARS, &years, &error) ||
      !lum_cli_parse_whole (seed_text, 0, G_MAXINT, &seed, &error))
    return lum_cli_usage_error (cli, error);

  if (!lum_cli_open (cli, TRUE, &error))
    return lum_cli_failed (cli, error);
  if (!lum_diary_is_empty (lum_journal_get_diary (cli->journal))) {
    g_set_error (&error, LUM_ERROR, LUM_ERROR_CONFLICT,
                 _ ("“%s” is not empty; a sample goes into a new journal only (--journal FILE)."), cli->path);
    return lum_cli_failed (cli, error);
  }
  life = lum_sample_life_new (lum_clock_get_today (cli->clock), years, (guint64) seed);
  changes = take_over (life);
  if (!lum_cli_commit (cli, g_steal_pointer (&changes), &error))
    return lum_cli_failed (cli, error);

  lum_diary_get_days (life, &n_days);
  g_print (ngettext ("A sample journal with %u day.", "A sample journal with %u days.", (gulong) n_days),
           (guint) n_days);
  g_print ("\n");
  return LUM_CLI_DONE;
}
