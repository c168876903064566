/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-findings.h"
#include "lum-journal.h"
#include "lum-settings.h"

G_BEGIN_DECLS

/* What a command has at hand. Nothing of it is global. */
typedef struct _LumCli LumCli;
typedef struct _LumCliCommand LumCliCommand;

enum { LUM_CLI_DONE = 0, LUM_CLI_FAILED = 1, LUM_CLI_USAGE = 2 };

/* A command is one file, and one line in lum-cli-commands.c. */
struct _LumCliCommand {
  const char *name;
  const char *arguments; /* what follows the name, untranslated; NULL for nothing */
  const char *summary;   /* N_() */
  int (*run) (LumCli *cli);
};

struct _LumCli {
  const LumCliCommand *command;
  GPtrArray *words; /* the command line without the program and the command */
  char **args;      /* after lum_cli_parse(): what is no option */
  guint n_args;

  char *path; /* of the journal */
  LumClock *clock;
  LumUnits units;
  LumSettings *settings;
  LumJournal *journal; /* once it is open */
};

typedef struct {
  const char *name;    /* without the dashes */
  const char *metavar; /* what follows it; NULL for a switch */
  gpointer target;     /* char **, or gboolean * for a switch */
  const char *help;    /* N_() */
} LumCliOption;

const LumCliCommand *lum_cli_get_commands (guint *n);

gboolean
lum_cli_parse (LumCli *cli, const LumCliOption *options, guint n_options, guint min_args, guint max_args, int *status);
int lum_cli_usage (LumCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
int lum_cli_usage_error (LumCli *cli, GError *error);
int lum_cli_failed (LumCli *cli, GError *error);
int lum_cli_end (LumCli *cli, int status);

gboolean lum_cli_open (LumCli *cli, gboolean create, GError **error);
gboolean lum_cli_commit (LumCli *cli, LumChangeSet *changes, GError **error);
void lum_cli_close (LumCli *cli);

void lum_cli_sync_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *lum_cli_wait (GAsyncResult **result);

gboolean lum_cli_parse_day (const char *text, LumDay *day, GError **error);
gboolean lum_cli_parse_word (const char *text, LumRecordKind kind, const char *field, gint32 *value, GError **error);
gboolean lum_cli_parse_range (const char *from, const char *to, LumDay *first, LumDay *last, GError **error);
gboolean lum_cli_parse_whole (const char *text, int min, int max, int *value, GError **error);

gboolean lum_cli_has_suffix (const char *path, const char *suffix);
void lum_cli_help (LumCli *cli, const LumCliOption *options, guint n_options);

int lum_cli_pain (LumCli *cli);
int lum_cli_run (LumCli *cli);
int lum_cli_gap (LumCli *cli);
int lum_cli_baseline (LumCli *cli);
int lum_cli_flare (LumCli *cli);
int lum_cli_visit (LumCli *cli);
int lum_cli_import (LumCli *cli);
int lum_cli_status (LumCli *cli);
int lum_cli_history (LumCli *cli);
int lum_cli_chart (LumCli *cli);
int lum_cli_report (LumCli *cli);
int lum_cli_export (LumCli *cli);
int lum_cli_restore (LumCli *cli);
int lum_cli_backup (LumCli *cli);
int lum_cli_check (LumCli *cli);
int lum_cli_sample (LumCli *cli);

G_END_DECLS
