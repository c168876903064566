/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file's bytes as UTF-8. Where they already are (nearly always) nothing is copied and `text` points into them. */
typedef struct {
  const char *text; /* valid UTF-8 without control characters but TAB, LF and CR; not NUL-terminated */
  gsize length;     /* bytes */
  char *owned;
} LumText;

void lum_text_decode (LumText *self, const guint8 *data, gsize length);
void lum_text_clear (LumText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LumText, lum_text_clear)

G_END_DECLS
