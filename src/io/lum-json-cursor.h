/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { LUM_JSON_BROKEN, LUM_JSON_CUT, LUM_JSON_TOO_DEEP, LUM_JSON_TOO_MUCH } LumJsonProblem;

/* A place in a JSON text, and what has been read up to there as json-glib takes it. */
typedef struct {
  const char *p, *end;
  LumJsonProblem problem;
  GString *clean;   /* (nullable) */
  const char *kept; /* from here on it is not in `clean` yet */
} LumJsonCursor;

/* '\0' at the end. */
static inline char
lum_json_cursor_peek (const LumJsonCursor *self)
{
  return self->p < self->end ? *self->p : '\0';
}

void lum_json_cursor_skip_blanks (LumJsonCursor *self);
gboolean lum_json_cursor_scan_text (LumJsonCursor *self);
gboolean lum_json_cursor_scan_number (LumJsonCursor *self);
gboolean lum_json_cursor_scan_word (LumJsonCursor *self);
gboolean lum_json_cursor_fail (LumJsonCursor *self, LumJsonProblem problem);

G_END_DECLS
