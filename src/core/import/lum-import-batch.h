/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-change-set.h"
#include "lum-csv-mapping.h"
#include "lum-run.h"

G_BEGIN_DECLS

/* What files hold, before anything is written: one item per activity or group of diary rows, also for what is not
 * taken in. The batch owns all its texts. */

typedef enum {
  LUM_IMPORT_NEW,
  LUM_IMPORT_KNOWN,     /* the journal has it already */
  LUM_IMPORT_SIMILAR,   /* looks like one that is there but might not be: shown, never dropped */
  LUM_IMPORT_NOT_A_RUN, /* a ride, a route … */
  LUM_IMPORT_REFUSED,   /* unreadable; reason says why and where */
} LumImportStatus;

typedef struct {
  const char *file;   /* as the person knows it */
  const char *member; /* inside an archive, or NULL */
  const char *format; /* "gpx", "csv" … */
  LumImportStatus status;
  const char *reason;      /* one sentence, or NULL */
  GPtrArray *warnings;     /* const char *, or NULL */
  LumRecordKind kind;      /* of the records */
  GPtrArray *records;      /* LumRecord *, without ids until committed unless the file has them; NULL where refused.
                          For LUM_RECORD_RUN exactly one */
  GPtrArray *shoe_names;   /* (nullable) const char * per record: the name of a run's shoe, or NULL */
  const char *similar_to;  /* id of the record that a similar or known item resembles, or NULL */
  const char *companion;   /* of a line of a table: the file that holds the same activity, beside the table; or NULL */
  const char *table_title; /* of a line of a table: what the person called it there, or NULL */
  LumTableSample *table;   /* of the first item of a table: its beginning, or NULL */
  gboolean wall_clock;     /* its start is a local time of which the zone is not known */
  gboolean dropped;        /* on its way out: another item says the same */
  int wanted;              /* 1, 0: the person's choice; -1: by its status */
  gpointer update;         /* (nullable): of a known one, the journal's record with what is new in it */
  gboolean unknown_kind;   /* refused since nobody knows what it is: among many files not worth a line */
  gboolean day_is_guess;   /* the file does not know its day: the person may */
} LumImportItem;

typedef struct _LumImportBatch LumImportBatch;

LumImportBatch *lum_import_batch_new (void);
void lum_import_batch_free (LumImportBatch *self);
LumImportItem *lum_import_batch_add (LumImportBatch *self, const char *file, const char *member, const char *format);
const char *lum_import_batch_text (LumImportBatch *self, const char *text);
gpointer lum_import_batch_add_record (LumImportBatch *self, LumImportItem *item, LumRecordKind kind);
void
lum_import_batch_refuse (LumImportBatch *self, LumImportItem *item, LumImportStatus status, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void lum_import_batch_warn (LumImportBatch *self, LumImportItem *item, const char *format, ...) G_GNUC_PRINTF (3, 4);
void lum_import_batch_set_shoe (LumImportBatch *self, LumImportItem *item, guint record, const char *shoe_name);
void lum_import_batch_remove_dropped (LumImportBatch *self, guint first);
gboolean lum_import_item_is_wanted (const LumImportItem *self, gboolean with_similar);
guint lum_import_batch_get_n_items (const LumImportBatch *self);
LumImportItem *lum_import_batch_get_item (const LumImportBatch *self, guint i);
guint lum_import_batch_count (const LumImportBatch *self, LumImportStatus status);
const char *lum_import_status_to_word (LumImportStatus status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumImportBatch, lum_import_batch_free)

G_END_DECLS
