/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-cli.h"
#include "lum-error.h"
#include "lum-i18n.h"

/* A word that begins with a dash and is neither a number nor a dash alone. "-1" is a score that is none, and gets the
 * sentence that says so. */
static gboolean
is_option (const char *word)
{
  return word[0] == '-' && word[1] != '\0' && !g_ascii_isdigit (word[1]) && word[1] != '.';
}

static const LumCliOption *
find_option (const LumCliOption *options, guint n_options, const char *name, gsize length)
{
  for (guint i = 0; i < n_options; i++)
    if (strlen (options[i].name) == length && strncmp (options[i].name, name, length) == 0)
      return &options[i];
  return NULL;
}

/* Takes one option and its value out of the words; *at stands on its last word then. */
static gboolean
take_option (LumCli *cli, const LumCliOption *options, guint n_options, guint *at, int *status)
{
  const char *word = cli->words->pdata[*at];
  const char *name = g_str_has_prefix (word, "--") ? word + 2 : "";
  const char *equals = strchr (name, '=');
  const LumCliOption *option = find_option (options, n_options, name, equals ? (gsize) (equals - name) : strlen (name));

  if (!option) {
    *status = lum_cli_usage (cli, _ ("There is no option “%s”."), word);
    return FALSE;
  }
  if (!option->metavar) {
    if (equals) {
      *status = lum_cli_usage (cli, _ ("The option “--%s” takes no value."), option->name);
      return FALSE;
    }
    *(gboolean *) option->target = TRUE;
    return TRUE;
  }
  if (!equals && *at + 1 >= cli->words->len) {
    *status = lum_cli_usage (cli, _ ("The option “--%s” needs a value."), option->name);
    return FALSE;
  }
  *(const char **) option->target = equals ? equals + 1 : cli->words->pdata[++*at];
  return TRUE;
}

/**
 * lum_cli_parse:
 * @options: the command's own; their targets point into the command line
 * @min_args: how many other words it needs, at least
 * @max_args: how many it takes
 * @status: (out): where it returns %FALSE, what to end with
 *
 * Reads the command line of a command. Options may stand anywhere; "--" ends them.
 *
 * Returns: %FALSE where there is nothing more to do: help was asked for, or the usage was wrong
 */
gboolean
lum_cli_parse (LumCli *cli, const LumCliOption *options, guint n_options, guint min_args, guint max_args, int *status)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  gboolean options_end = FALSE;

  for (guint i = 0; i < cli->words->len; i++) {
    const char *word = cli->words->pdata[i];

    if (!g_utf8_validate (word, -1, NULL) && (options_end || !is_option (word))) {
      g_ptr_array_add (args, (gpointer) word); /* a file name may be any bytes */
    } else if (!options_end && strcmp (word, "--") == 0) {
      options_end = TRUE;
    } else if (!options_end && (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0)) {
      lum_cli_help (cli, options, n_options);
      *status = LUM_CLI_DONE;
      return FALSE;
    } else if (options_end || !is_option (word)) {
      g_ptr_array_add (args, (gpointer) word);
    } else if (!take_option (cli, options, n_options, &i, status)) {
      return FALSE;
    }
  }

  if (args->len < min_args || args->len > max_args) {
    if (cli->command->arguments)
      *status = lum_cli_usage (cli,
                               args->len < min_args ? _ ("Something is missing: lumbar-cli %s %s")
                                                    : _ ("That is too much: lumbar-cli %s %s"),
                               cli->command->name, cli->command->arguments);
    else
      *status = lum_cli_usage (cli, _ ("“%s” takes only options."), cli->command->name);
    return FALSE;
  }
  cli->n_args = args->len;
  g_ptr_array_add (args, NULL);
  g_free (cli->args);
  cli->args = (char **) g_ptr_array_free (g_steal_pointer (&args), FALSE);
  return TRUE;
}

/* Reads a civil day. */
gboolean
lum_cli_parse_day (const char *text, LumDay *day, GError **error)
{
  return !text || lum_day_parse (text, day, error);
}

/* Reads a range of days; what is not given stays as it is. */
gboolean
lum_cli_parse_range (const char *from, const char *to, LumDay *first, LumDay *last, GError **error)
{
  if (!lum_cli_parse_day (from, first, error) || !lum_cli_parse_day (to, last, error))
    return FALSE;
  if (from && to && *first > *last) {
    g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("The last day, %s, is before the first, %s."), to, from);
    return FALSE;
  }
  return TRUE;
}

/* Reads one of the words of a field; %NULL leaves @value as it is. */
gboolean
lum_cli_parse_word (const char *text, LumRecordKind kind, const char *field, gint32 *value, GError **error)
{
  const LumField *description = lum_record_find_field (kind, field);
  g_autofree char *known = NULL;
  int found;

  if (!text)
    return TRUE;
  found = lum_field_find_word (description, text);
  if (found != LUM_INT_NONE) {
    *value = found;
    return TRUE;
  }
  known = g_strjoinv (", ", (GStrv) description->words);
  /* Translators: what was typed, and a list of the words that are known (they stay English). */
  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("“%s” is none of these: %s."), text, known);
  return FALSE;
}

/* Reads a whole number in a range; %NULL leaves @value as it is. */
gboolean
lum_cli_parse_whole (const char *text, int min, int max, int *value, GError **error)
{
  gint64 number;

  if (!text)
    return TRUE;
  if (g_ascii_string_to_signed (text, 10, min, max, &number, NULL)) {
    *value = (int) number;
    return TRUE;
  }
  g_set_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT, _ ("“%s” is not a whole number from %d to %d."), text, min,
               max);
  return FALSE;
}

/* Whether a file's name ends like that; case does not matter. */
gboolean
lum_cli_has_suffix (const char *path, const char *suffix)
{
  gsize length = strlen (path), tail = strlen (suffix);

  return length > tail && g_ascii_strcasecmp (path + length - tail, suffix) == 0;
}
