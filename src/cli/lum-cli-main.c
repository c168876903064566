/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "lum-cli.h"
#include "lum-config.h"
#include "lum-error.h"
#include "lum-i18n.h"

/* One line on standard error, whatever the sentence holds. */
static void
print_error (const char *message)
{
  g_autofree char *line = g_strdelimit (g_strdup (message), "\r\n", ' ');

  g_printerr ("lumbar-cli: %s\n", g_strstrip (line));
}

/* Wrong usage: says so and gives the status for it. */
int
lum_cli_usage (LumCli *cli, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  print_error (message);
  return LUM_CLI_USAGE;
}

/* Something on the command line that is not what it should be. Takes the error. */
int
lum_cli_usage_error (LumCli *cli, GError *error)
{
  print_error (error->message);
  g_error_free (error);
  return LUM_CLI_USAGE;
}

/* The journal or a file could not be used. Takes the error. */
int
lum_cli_failed (LumCli *cli, GError *error)
{
  print_error (error->message);
  g_error_free (error);
  return LUM_CLI_FAILED;
}

/* Closes the journal and makes sure that what was printed has arrived. */
int
lum_cli_end (LumCli *cli, int status)
{
  lum_cli_close (cli);
  if ((fflush (stdout) != 0 || ferror (stdout)) && status == LUM_CLI_DONE) {
    g_autofree char *message =
        /* Translators: %s is a reason that the system gives. */
        g_strdup_printf (_ ("The answer cannot be written: %s"), g_strerror (errno));

    print_error (message);
    status = LUM_CLI_FAILED;
  }
  return status;
}

static void
print_options (const LumCliOption *options, guint n_options)
{
  for (guint i = 0; i < n_options; i++) {
    g_autofree char *name = options[i].metavar ? g_strdup_printf ("--%s %s", options[i].name, options[i].metavar)
                                               : g_strdup_printf ("--%s", options[i].name);

    g_print ("  %-28s %s\n", name, _ (options[i].help));
  }
}

static void
print_common_options (void)
{
  const LumCliOption common[] = {
      {"journal", "FILE", NULL, N_ ("use another journal")},
      {"today", "YYYY-MM-DD", NULL, N_ ("take this for today")},
      {"help", NULL, NULL, N_ ("show this help")},
      {"version", NULL, NULL, N_ ("show the version")},
  };

  print_options (common, G_N_ELEMENTS (common));
}

/* What a command takes, for `lumbar-cli COMMAND --help`. */
void
lum_cli_help (LumCli *cli, const LumCliOption *options, guint n_options)
{
  const char *arguments = cli->command->arguments;

  g_print ("%s lumbar-cli %s%s%s%s\n\n%s\n\n", _ ("Usage:"), cli->command->name, arguments ? " " : "",
           arguments ? arguments : "", n_options ? " […]" : "", _ (cli->command->summary));
  print_options (options, n_options);
  print_common_options ();
}

static void
print_overview (void)
{
  guint n;
  const LumCliCommand *commands = lum_cli_get_commands (&n);

  g_print ("%s lumbar-cli %s\n\n%s\n\n", _ ("Usage:"), _ ("COMMAND …"),
           _ ("A diary for runners with a sore lower back. Everything stays on this computer."));
  for (guint i = 0; i < n; i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n");
  print_common_options ();
  g_print ("\n%s\n", _ ("“lumbar-cli COMMAND --help” tells more about a command."));
}

/* Takes an option that every command has out of the words. */
static gboolean
take_common (GPtrArray *words, const char *name, char **value, gboolean *missing)
{
  g_autofree char *option = g_strconcat ("--", name, NULL);
  g_autofree char *prefix = g_strconcat (option, "=", NULL);

  for (guint i = 0; i < words->len && strcmp (words->pdata[i], "--") != 0;) {
    if (strcmp (words->pdata[i], option) == 0) {
      *missing = i + 1 >= words->len;
      if (*missing)
        return FALSE;
      *value = words->pdata[i + 1];
      g_ptr_array_remove_range (words, i, 2);
    } else if (g_str_has_prefix (words->pdata[i], prefix)) {
      *value = (char *) words->pdata[i] + strlen (prefix);
      g_ptr_array_remove_index (words, i);
    } else {
      i += 1;
    }
  }
  return TRUE;
}

static int
run_command (LumCli *cli)
{
  guint n_commands;
  const LumCliCommand *commands = lum_cli_get_commands (&n_commands);
  const char *word = cli->words->len ? cli->words->pdata[0] : NULL;

  if (!word)
    return lum_cli_usage (cli, _ ("Which command? “lumbar-cli --help” lists them."));
  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0 || strcmp (word, "help") == 0) {
    print_overview ();
    return LUM_CLI_DONE;
  }

  for (guint i = 0; i < n_commands; i++)
    if (strcmp (word, commands[i].name) == 0)
      cli->command = &commands[i];
  if (!cli->command)
    return lum_cli_usage (cli, _ ("There is no command “%s”; “lumbar-cli --help” lists them."), word);
  g_ptr_array_remove_index (cli->words, 0);
  return cli->command->run (cli);
}

static int
start (LumCli *cli)
{
  char *path = NULL, *today_text = NULL;
  gboolean missing = FALSE;
  GError *error = NULL;
  LumDay today;

  for (guint i = 0; i < cli->words->len && strcmp (cli->words->pdata[i], "--") != 0; i++)
    if (strcmp (cli->words->pdata[i], "--version") == 0) {
      g_print ("lumbar-cli %s\n", LUM_VERSION);
      return LUM_CLI_DONE;
    }
  if (!take_common (cli->words, "journal", &path, &missing) ||
      !take_common (cli->words, "today", &today_text, &missing))
    return lum_cli_usage (cli, _ ("The options “--journal” and “--today” need a value."));
  if (path && !*path)
    return lum_cli_usage (cli, _ ("The options “--journal” and “--today” need a value."));
  if (today_text && !lum_day_parse (today_text, &today, &error))
    return lum_cli_usage_error (cli, error);

  cli->path = path ? g_strdup (path) : lum_journal_get_default_path ();
  cli->clock = today_text ? lum_clock_new_on_day (today) : lum_clock_new ();
  cli->settings = lum_memory_settings_new ();
  cli->units = lum_settings_get_units (cli->settings);
  return run_command (cli);
}

int
main (int argc, char **argv)
{
  LumCli cli = {NULL};
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LUM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  cli.words = g_ptr_array_new ();
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (cli.words, argv[i]);

  status = lum_cli_end (&cli, start (&cli));

  g_ptr_array_unref (cli.words);
  g_free (cli.args);
  g_free (cli.path);
  g_clear_object (&cli.clock);
  g_clear_object (&cli.settings);
  return status;
}
