/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-tools.h"

#include <string.h>

/* Returns: (transfer full) (nullable): its output, %NULL where it is not installed; that it fails, fails the test */
char *
report_run_tool (const char *program, const char *option, const char *path)
{
  g_autofree char *found = g_find_program_in_path (program);
  const char *output_name = strcmp (program, "pdftotext") == 0 ? "-" : NULL;
  const char *argv[] = {program, option ? option : path, option ? path : output_name, option ? output_name : NULL,
                        NULL};
  char *output = NULL;
  int status;
  g_autoptr (GError) error = NULL;

  if (!found)
    return NULL;
  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return output;
}
