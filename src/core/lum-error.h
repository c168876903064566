/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LUM_ERROR (lum_error_quark ())

/* What can go wrong outside the program. Every message is a whole, translated sentence that a person can act on;
 * it names the file and, where there is one, the place in it. */
typedef enum {
  LUM_ERROR_INVALID_INPUT, /* a score, date, distance … that is none */
  LUM_ERROR_NOT_FOUND,     /* a file or record that is not there */
  LUM_ERROR_NOT_A_JOURNAL, /* a file that some other program wrote */
  LUM_ERROR_NEWER,         /* a journal of a newer Lumbar */
  LUM_ERROR_DAMAGED,       /* a journal or file with broken content */
  LUM_ERROR_READ_ONLY,     /* no permission to write (or to read) */
  LUM_ERROR_LOCKED,        /* another program holds it */
  LUM_ERROR_FULL,          /* no space left */
  LUM_ERROR_CONFLICT,      /* it was changed elsewhere meanwhile */
  LUM_ERROR_UNREADABLE,    /* a file to import that cannot be understood */
  LUM_ERROR_TOO_LARGE,     /* hostile or hopeless input */
  LUM_ERROR_IO,            /* any other failure of the system */
} LumError;

GQuark lum_error_quark (void);

G_END_DECLS
