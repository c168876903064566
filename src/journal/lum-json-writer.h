/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "lum-day.h"

G_BEGIN_DECLS

/* Writes JSON as text, in the order in which it is told: keys keep their order, numbers are the shortest that read
 * back as the same value, so that the same data give the same bytes. What is unset becomes null. */
typedef struct _LumJsonWriter LumJsonWriter;

LumJsonWriter *lum_json_writer_new (void);
void lum_json_writer_free (LumJsonWriter *self);
char *lum_json_writer_end (LumJsonWriter *self);

void lum_json_writer_begin (LumJsonWriter *self, char bracket);
void lum_json_writer_close (LumJsonWriter *self);
void lum_json_writer_set_on_one_line (LumJsonWriter *self, gboolean on_one_line);
void lum_json_writer_key (LumJsonWriter *self, const char *key);
void lum_json_writer_text (LumJsonWriter *self, const char *text);
void lum_json_writer_int (LumJsonWriter *self, gint64 number);
void lum_json_writer_real (LumJsonWriter *self, double number);
void lum_json_writer_bool (LumJsonWriter *self, gboolean value);
void lum_json_writer_null (LumJsonWriter *self);
void lum_json_writer_day (LumJsonWriter *self, LumDay day);
void lum_json_writer_instant (LumJsonWriter *self, LumInstant instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumJsonWriter, lum_json_writer_free)

G_END_DECLS
