/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-fit-reader.h"

#include <math.h>
#include <string.h>

#define MIN_HEADER 12
#define CRC_SIZE 2
#define FIELD_TIMESTAMP 253

typedef struct {
  guint8 number, size, type;
  guint16 offset; /* in the message; 255 fields of 255 bytes are fewer than 65536 */
} Field;

typedef struct {
  guint8 field, size, index;
  guint32 offset;
} DeveloperField;

typedef struct {
  gboolean defined, wanted, big_endian;
  guint16 number;
  guint n_fields, n_developer_fields;
  guint32 size;
  guint8 slot[256]; /* by field number: its place in fields, from 1; 0: absent */
  Field fields[255];
  DeveloperField developer_fields[255];
} Definition;

struct _LumFitMessage {
  const Definition *definition;
  const guint8 *data;
  guint32 time;
  gboolean has_time;
};

typedef struct {
  const LumFitHandler *handler;
  gpointer user_data;
  LumFitOutcome *outcome;
  Definition *definitions; /* 16 */
  guint32 last_time;
  gboolean has_last_time;
} Reader;

/* --- numbers --- */

/* By the lower five bits of a type's code: how wide it is. */
static const guint8 widths[32] = {1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8};

static guint64
read_raw (const guint8 *data, guint width, gboolean big_endian)
{
  guint64 raw = 0;

  switch (width) {
  case 1:
    return data[0];
  case 2:
    return big_endian ? (guint) data[0] << 8 | data[1] : (guint) data[1] << 8 | data[0];
  case 4:
    return big_endian ? (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3]
                      : (guint32) data[3] << 24 | (guint32) data[2] << 16 | (guint32) data[1] << 8 | data[0];
  default:
    for (guint i = 0; i < width; i++)
      raw = raw << 8 | data[big_endian ? i : width - 1 - i];
    return raw;
  }
}

/* One element; %FALSE where it is the type's word for nothing (formats §3.4). */
static gboolean
read_element (const guint8 *data, guint8 type, gboolean big_endian, double *value)
{
  guint width = widths[type & 0x1f];
  guint64 raw = read_raw (data, width, big_endian);

  switch (type & 0x1f) {
  case 0x00:
  case 0x02:
  case 0x0d:
    *value = (double) raw;
    return raw != 0xff;
  case 0x01:
    *value = (gint8) raw;
    return raw != 0x7f;
  case 0x03:
    *value = (gint16) raw;
    return raw != 0x7fff;
  case 0x04:
    *value = (double) raw;
    return raw != 0xffff;
  case 0x05:
    *value = (gint32) raw;
    return raw != 0x7fffffff;
  case 0x06:
    *value = (double) raw;
    return raw != 0xffffffff;
  case 0x08: {
    guint32 bits = (guint32) raw;
    float real;

    memcpy (&real, &bits, sizeof real);
    *value = real;
    return isfinite (real);
  }
  case 0x09:
    memcpy (value, &raw, sizeof *value);
    return isfinite (*value);
  case 0x0a:
  case 0x0b:
  case 0x0c:
  case 0x10:
    *value = (double) raw;
    return raw != 0;
  case 0x0e:
    *value = (double) (gint64) raw;
    return raw != G_MAXINT64;
  case 0x0f:
    *value = (double) raw;
    return raw != G_MAXUINT64;
  default: /* a string, or a type that does not exist */
    return FALSE;
  }
}

/* Of an array the first element that says something. */
static gboolean
read_field (const guint8 *data, guint size, guint8 type, gboolean big_endian, double *value)
{
  guint width = widths[type & 0x1f];

  if (width == 0 || size < width || size % width != 0)
    return FALSE;
  if (read_element (data, type, big_endian, value))
    return TRUE;
  for (guint at = width; at < size; at += width)
    if (read_element (data + at, type, big_endian, value))
      return TRUE;
  return FALSE;
}

static const Field *
find_field (const Definition *definition, guint8 number)
{
  guint slot = definition->slot[number];

  return slot ? &definition->fields[slot - 1] : NULL;
}

/* --- a message --- */

guint16
lum_fit_message_get_number (const LumFitMessage *self)
{
  return self->definition->number;
}

/**
 * lum_fit_message_get_time:
 * @time: (out): seconds of FIT's clock, full or compressed
 *
 * When the message was written.
 */
gboolean
lum_fit_message_get_time (const LumFitMessage *self, guint32 *time)
{
  *time = self->time;
  return self->has_time;
}

/**
 * lum_fit_message_get:
 * @value: (out): as it is stored, unscaled; untouched where the field is not there
 *
 * A number by its field.
 */
gboolean
lum_fit_message_get (const LumFitMessage *self, guint8 field, double *value)
{
  const Field *found = find_field (self->definition, field);
  double read;

  if (!found || !read_field (self->data + found->offset, found->size, found->type, self->definition->big_endian, &read))
    return FALSE;
  *value = read;
  return TRUE;
}

/**
 * lum_fit_message_get_scaled:
 *
 * The same, divided by the field's scale.
 */
gboolean
lum_fit_message_get_scaled (const LumFitMessage *self, guint8 field, double scale, double *value)
{
  double raw;

  if (!lum_fit_message_get (self, field, &raw))
    return FALSE;
  *value = raw / scale;
  return TRUE;
}

/**
 * lum_fit_message_get_uint:
 *
 * A whole number from 0 to 2³²−1: a code, a time, a count.
 */
gboolean
lum_fit_message_get_uint (const LumFitMessage *self, guint8 field, guint32 *value)
{
  double raw;

  if (!lum_fit_message_get (self, field, &raw) || !(raw >= 0 && raw <= G_MAXUINT32))
    return FALSE;
  *value = (guint32) raw;
  return TRUE;
}

/**
 * lum_fit_message_get_bytes:
 *
 * The bytes of a field that has exactly @size of them and says something.
 *
 * Returns: (transfer none) (nullable): them
 */
const guint8 *
lum_fit_message_get_bytes (const LumFitMessage *self, guint8 field, guint size)
{
  const Field *found = find_field (self->definition, field);
  const guint8 *bytes = found && found->size == size ? self->data + found->offset : NULL;

  for (guint i = 0; bytes && i < size; i++)
    if (bytes[i] != 0xff)
      return bytes;
  return NULL;
}

/**
 * lum_fit_message_get_text:
 *
 * A text, up to its NUL or its end, made valid.
 *
 * Returns: (transfer full) (nullable): %NULL where it is absent or empty
 */
char *
lum_fit_message_get_text (const LumFitMessage *self, guint8 field)
{
  const Field *found = find_field (self->definition, field);
  const char *text;
  gsize length;

  if (!found || (found->type & 0x1f) != 0x07)
    return NULL;
  text = (const char *) self->data + found->offset;
  length = strnlen (text, found->size);
  return length ? g_utf8_make_valid (text, (gssize) length) : NULL;
}

guint
lum_fit_message_get_n_developer_fields (const LumFitMessage *self)
{
  return self->definition->n_developer_fields;
}

/**
 * lum_fit_message_get_developer_field:
 * @index: (out): of the application
 * @field: (out): its number there
 *
 * Names the i-th developer field of a message.
 */
void
lum_fit_message_get_developer_field (const LumFitMessage *self, guint i, guint8 *index, guint8 *field)
{
  *index = self->definition->developer_fields[i].index;
  *field = self->definition->developer_fields[i].field;
}

/**
 * lum_fit_message_read_developer_field:
 * @type: as its description says
 *
 * The number that is in a developer field.
 */
gboolean
lum_fit_message_read_developer_field (const LumFitMessage *self, guint i, guint8 type, double *value)
{
  const DeveloperField *field = &self->definition->developer_fields[i];

  return read_field (self->data + field->offset, field->size, type, self->definition->big_endian, value);
}

/* --- records --- */

static void
damage (Reader *self, LumFitDamage kind, gsize at)
{
  if (self->outcome->damage != LUM_FIT_WHOLE)
    return;
  self->outcome->damage = kind;
  self->outcome->damage_at = at;
}

/* A definition; how many bytes it takes, 0 where it does not fit, G_MAXSIZE where it cannot be. */
static gsize
read_definition (Reader *self, const guint8 *data, gsize length, guint local, gboolean developer)
{
  Definition *definition = &self->definitions[local];
  guint n;
  gsize at = 5;
  guint32 size = 0;

  if (length < 5)
    return 0;
  if (data[1] > 1)
    return G_MAXSIZE;
  n = data[4];
  if (length < at + 3 * (gsize) n)
    return 0;

  definition->defined = FALSE;
  definition->big_endian = data[1];
  definition->number = (guint16) read_raw (data + 2, 2, data[1]);
  definition->n_fields = n;
  definition->n_developer_fields = 0;
  memset (definition->slot, 0, sizeof definition->slot);
  for (guint i = 0; i < n; i++, at += 3) {
    definition->fields[i] = (Field){data[at], data[at + 1], data[at + 2], (guint16) size};
    if (!definition->slot[data[at]])
      definition->slot[data[at]] = (guint8) (i + 1);
    size += data[at + 1];
  }
  if (developer) {
    if (length < at + 1)
      return 0;
    n = data[at++];
    if (length < at + 3 * (gsize) n)
      return 0;
    definition->n_developer_fields = n;
    for (guint i = 0; i < n; i++, at += 3) {
      definition->developer_fields[i] = (DeveloperField){data[at], data[at + 1], data[at + 2], size};
      size += data[at + 1];
    }
  }
  definition->size = size;
  definition->wanted = self->handler->wants (definition->number, self->user_data);
  definition->defined = TRUE;
  return at;
}

static void
read_data (Reader *self, const Definition *definition, const guint8 *data, int time_offset)
{
  LumFitMessage message = {definition, data, 0, FALSE};
  guint32 time;

  /* Every message's time counts for the compressed ones after it, wanted or not. */
  if (lum_fit_message_get_uint (&message, FIELD_TIMESTAMP, &time)) {
    self->last_time = message.time = time;
    self->has_last_time = message.has_time = TRUE;
  } else if (time_offset >= 0 && self->has_last_time) {
    guint32 low = self->last_time & 31;

    self->last_time = (self->last_time & ~31u) | (guint32) time_offset;
    if ((guint32) time_offset < low)
      self->last_time += 32;
    message.time = self->last_time;
    message.has_time = TRUE;
  }
  if (definition->wanted)
    self->handler->message (&message, self->user_data);
}

static gboolean
read_records (Reader *self, const guint8 *data, gsize begin, gsize end)
{
  gsize at = begin;

  while (at < end) {
    guint8 head = data[at];
    const Definition *definition;

    if (!(head & 0x80) && (head & 0x40)) {
      gsize taken = read_definition (self, data + at + 1, end - at - 1, head & 0x0f, (head & 0x20) != 0);

      if (taken == 0 || taken == G_MAXSIZE) {
        damage (self, taken ? LUM_FIT_BROKEN : LUM_FIT_CUT, at);
        return FALSE;
      }
      at += 1 + taken;
      continue;
    }

    definition = &self->definitions[head & 0x80 ? (head >> 5) & 3 : head & 0x0f];
    if (!definition->defined) {
      damage (self, LUM_FIT_BROKEN, at);
      return FALSE;
    }
    if (end - at - 1 < definition->size) {
      damage (self, LUM_FIT_CUT, at);
      return FALSE;
    }
    read_data (self, definition, data + at + 1, head & 0x80 ? head & 0x1f : -1);
    at += 1 + (gsize) definition->size;
  }
  return TRUE;
}

/* --- segments --- */

/**
 * lum_fit_crc:
 * @crc: 0, or of the bytes before
 *
 * CRC-16/ARC (formats §3.1), a byte at a time.
 */
guint16
lum_fit_crc (guint16 crc, const guint8 *data, gsize length)
{
  static gsize ready;
  static guint16 table[256];

  if (g_once_init_enter (&ready)) {
    for (guint i = 0; i < 256; i++) {
      guint value = i;

      for (int bit = 0; bit < 8; bit++)
        value = value & 1 ? value >> 1 ^ 0xa001 : value >> 1;
      table[i] = (guint16) value;
    }
    g_once_init_leave (&ready, 1);
  }
  for (gsize i = 0; i < length; i++)
    crc = (guint16) (crc >> 8 ^ table[(crc ^ data[i]) & 0xff]);
  return crc;
}

static gboolean
is_header (const guint8 *data, gsize length)
{
  return length >= MIN_HEADER && data[0] >= MIN_HEADER && memcmp (data + 8, ".FIT", 4) == 0;
}

/* One segment; where the next one may begin, or the end where nothing can follow. */
static gsize
read_segment (Reader *self, const guint8 *data, gsize begin, gsize length)
{
  gsize first = begin + data[begin], data_size = read_raw (data + begin + 4, 4, FALSE), end;
  gboolean cut = FALSE, whole;

  self->outcome->n_segments++;
  self->has_last_time = FALSE;
  for (int i = 0; i < 16; i++)
    self->definitions[i].defined = FALSE;
  if (first > length) {
    damage (self, LUM_FIT_CUT, begin);
    return length;
  }

  /* A watch that crashed leaves the size at 0: what is there is all there is. */
  end = first + data_size;
  if (data_size == 0 && length - first > CRC_SIZE)
    end = length - CRC_SIZE;
  else if (data_size > length - first || length - first - data_size < CRC_SIZE) {
    end = MIN (end, length);
    cut = TRUE;
  }
  whole = read_records (self, data, first, end);
  self->handler->segment_end (self->user_data);
  if (cut) {
    damage (self, LUM_FIT_CUT, end);
    return length;
  }
  if (lum_fit_crc (0, data + begin, end + CRC_SIZE - begin) != 0)
    self->outcome->bad_crc = TRUE;
  return whole || is_header (data + end + CRC_SIZE, length - end - CRC_SIZE) ? end + CRC_SIZE : length;
}

/**
 * lum_fit_read:
 * @outcome: (out): how whole the file is
 *
 * Reads every segment of a FIT file, up to the first byte that makes no sense. What came before it has been handed out.
 */
void
lum_fit_read (const guint8 *data,
              gsize length,
              const LumFitHandler *handler,
              gpointer user_data,
              LumFitOutcome *outcome)
{
  Reader self = {handler, user_data, outcome, g_new0 (Definition, 16)};
  gsize at = 0;

  *outcome = (LumFitOutcome){0};
  while (length - at >= MIN_HEADER) {
    if (!is_header (data + at, length - at)) {
      damage (&self, LUM_FIT_BROKEN, at);
      break;
    }
    at = read_segment (&self, data, at, length);
  }
  g_free (self.definitions);
}
