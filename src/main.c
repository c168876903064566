/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "lum-application.h"
#include "lum-i18n.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LUM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (LumApplication) application = lum_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
