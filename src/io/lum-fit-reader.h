/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a FIT file as messages (formats §3.1 to §3.4, §3.9): byte orders, sizes, compressed times, chained
 * segments and damage are dealt with here; what messages mean is not. */

/* Seconds of FIT's own clock, 1989-12-31 00:00:00 UTC, after 1970. */
#define LUM_FIT_EPOCH 631065600

/* Below this, a time counts from when the device was switched on: its clock was not set (formats §3.5). */
#define LUM_FIT_FIRST_DATE 0x10000000u

typedef struct _LumFitMessage LumFitMessage;

typedef struct {
  /* Whether messages of this number are wanted; the others are skipped by their size. */
  gboolean (*wants) (guint16 number, gpointer user_data);

  /* One message, all of its fields at hand. */
  void (*message) (const LumFitMessage *message, gpointer user_data);

  /* A segment is over: what its messages said is not to be mixed with the next one's. */
  void (*segment_end) (gpointer user_data);
} LumFitHandler;

typedef enum {
  LUM_FIT_WHOLE,
  LUM_FIT_CUT,    /* it ends in the middle */
  LUM_FIT_BROKEN, /* something that cannot be: an undefined message, a byte order that does not exist */
} LumFitDamage;

typedef struct {
  guint n_segments;
  LumFitDamage damage; /* of the first segment that has some */
  gsize damage_at;     /* its byte */
  gboolean bad_crc;    /* some segment's checksum is wrong; what was read may be right all the same */
} LumFitOutcome;

void lum_fit_read (const guint8 *data,
                   gsize length,
                   const LumFitHandler *handler,
                   gpointer user_data,
                   LumFitOutcome *outcome);
guint16 lum_fit_crc (guint16 crc, const guint8 *data, gsize length);

/* What a message says. A field that is absent, invalid, or whose size is no multiple of its type's is not there. */
guint16 lum_fit_message_get_number (const LumFitMessage *self);
gboolean lum_fit_message_get_time (const LumFitMessage *self, guint32 *time);
gboolean lum_fit_message_get (const LumFitMessage *self, guint8 field, double *value);
gboolean lum_fit_message_get_scaled (const LumFitMessage *self, guint8 field, double scale, double *value);
gboolean lum_fit_message_get_uint (const LumFitMessage *self, guint8 field, guint32 *value);
const guint8 *lum_fit_message_get_bytes (const LumFitMessage *self, guint8 field, guint size);
char *lum_fit_message_get_text (const LumFitMessage *self, guint8 field);

/* Fields of applications on the watch, whose types and meanings other messages describe. */
guint lum_fit_message_get_n_developer_fields (const LumFitMessage *self);
void lum_fit_message_get_developer_field (const LumFitMessage *self, guint i, guint8 *index, guint8 *field);
gboolean lum_fit_message_read_developer_field (const LumFitMessage *self, guint i, guint8 type, double *value);

G_END_DECLS
