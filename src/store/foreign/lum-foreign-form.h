/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-foreign-db.h"
#include "lum-recording.h"

G_BEGIN_DECLS

/* A program's database: known by a table and its columns. A new one is a file that defines one of these, and one line
 * in lum-foreign.c. */
typedef struct {
  const char *format;
  const char *table;
  const char *const *columns; /* that the table must have; ends with NULL */

  /* Reads the activities, all or none. Their texts go to @words.
   * %FALSE with an error also where the file is damaged. */
  gboolean (*read) (LumForeignDb *db, GArray *runs, GStringChunk *words, GError **error);
} LumForeignForm;

/* No journal of one person is longer. */
#define LUM_FOREIGN_MAX_ACTIVITIES 100000

G_END_DECLS
