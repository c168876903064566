/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The one place that says how a string is translated. N_() marks, _() translates, C_() and NC_() carry a context. */
#include "lum-config.h"
#include <glib/gi18n-lib.h>

/* Plural forms come from our own domain too, whatever the program's default domain is. */
#undef ngettext
#define ngettext(singular, plural, n) g_dngettext (GETTEXT_PACKAGE, singular, plural, n)
