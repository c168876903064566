/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-cli.h"
#include "lum-i18n.h"

/* Every command, one line each, in the order of the help. */
static const LumCliCommand commands[] = {
    {"pain", "SCORE", N_ ("write down a pain score from 0 to 10"), lum_cli_pain},
    {"run", "DISTANCE DURATION", N_ ("write down a run"), lum_cli_run},
    {"gap", "FROM TO hurt|on-and-off|fine|unsure", N_ ("say how days without entries were"), lum_cli_gap},
    {"baseline", "DISTANCE", N_ ("tell a new journal the longest run of the last 30 days"), lum_cli_baseline},
    {"flare", "DATE yes|no", N_ ("say whether a day was a flare"), lum_cli_flare},
    {"visit", NULL, N_ ("write down that you have seen someone"), lum_cli_visit},
    {"import", "PATH…", N_ ("take in files and folders of runs and diaries"), lum_cli_import},
    {"status", NULL, N_ ("tell where the back stands today"), lum_cli_status},
    {"history", NULL, N_ ("list entries and runs by day"), lum_cli_history},
    {"chart", "FILE.svg|FILE.png|FILE.pdf", N_ ("draw the Trends chart"), lum_cli_chart},
    {"report", "FILE.pdf", N_ ("write the doctor report"), lum_cli_report},
    {"export", "FILE.json|FOLDER", N_ ("write everything as one JSON file, or as CSV files"), lum_cli_export},
    {"restore", "FILE.json", N_ ("read an export back, or merge it"), lum_cli_restore},
    {"backup", "FILE.db", N_ ("copy the journal while it is in use"), lum_cli_backup},
    {"check", NULL, N_ ("check the journal's integrity"), lum_cli_check},
    {"sample", NULL, N_ ("fill an empty journal with a made-up life"), lum_cli_sample},
};

const LumCliCommand *
lum_cli_get_commands (guint *n)
{
  *n = G_N_ELEMENTS (commands);
  return commands;
}
