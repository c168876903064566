/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-recording.h"
#include "lum-xml-path.h"

G_BEGIN_DECLS

/* XML files that are a list of activities with their totals: what is special of each is a table. */

typedef enum {
  LUM_XML_WORDS,        /* a const char *; the first stays */
  LUM_XML_NUMBER,       /* a double, not negative, times the scale */
  LUM_XML_DURATION,     /* a double: hh:mm:ss or seconds, as seconds */
  LUM_XML_TIME_UTC,     /* the start; without a zone it is UTC */
  LUM_XML_TIME_LOCAL,   /* the start; without a zone it is a wall clock */
  LUM_XML_TIME_WALL,    /* the start; a wall clock whatever zone is written, or a day alone */
  LUM_XML_MILLISECONDS, /* the start, since 1970 */
} LumXmlKind;

typedef struct {
  const char *path; /* below the activity: "result/distance", "@id" */
  LumXmlKind kind;
  gsize offset; /* in LumRecording; not for times */
  double scale;
} LumXmlField;

#define LUM_XML_FIELD(path, kind, member, scale)                        \
  {                                                                     \
    path, LUM_XML_##kind, G_STRUCT_OFFSET (LumRecording, member), scale \
  }
#define LUM_XML_TIME(path, kind) \
  {                              \
    path, LUM_XML_##kind, 0, 0   \
  }

/* The activity in work. */
typedef struct {
  LumRecording run;
  GStringChunk *words; /* whose texts live as long as the reading */
  gpointer extra;      /* (nullable): the form's own, as large as it says; zeroed for each activity */
} LumXmlActivity;

typedef struct {
  const char *format;
  const char *app;
  const char *const *activities; /* paths of the elements that are one, ends with NULL; or NULL: the file is one */
  const LumXmlField *fields;     /* ends with a path of NULL */
  gsize extra_size;
  void (*begin) (LumXmlActivity *activity); /* (nullable) */
  /* (nullable): everything that the table does not name */
  void (*value) (LumXmlActivity *activity, const char *path, const char *text, gsize length);
  void (*end_element) (LumXmlActivity *activity, const char *path); /* (nullable): below the activity */
  void (*finish) (LumXmlActivity *activity);                        /* (nullable): all is there; the sport is known */
} LumXmlForm;

gboolean lum_xml_form_read (const LumXmlForm *self,
                            const LumImportSource *source,
                            LumImportBatch *batch,
                            GCancellable *cancellable,
                            GError **error);
gboolean lum_xml_field_take (const LumXmlField *fields,
                             const char *path,
                             const char *text,
                             gsize length,
                             LumXmlActivity *activity);

G_END_DECLS
