/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store against the descriptions in core: every kind comes back as it went in, the schema says what the descriptions
 * say, and whatever is changed, undone and redone, the diary is what a plain model in memory says. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "lum-schema.h"
#include "lum-session.h"
#include "lum-stmt.h"
#include "lum-table.h"

#define NOW G_GINT64_CONSTANT (1780000000000)

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("lumbar-store-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "journal.db", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (f->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static LumSession *
open_session (const char *path, LumStoreOpenFlags flags)
{
  g_autoptr (GError) error = NULL;
  LumSession *session = lum_session_open (path, flags, &error);

  g_assert_no_error (error);
  return session;
}

static gboolean
fields_equal (const LumField *field, gconstpointer a, gconstpointer b)
{
  const char *at_a = (const char *) a + field->offset, *at_b = (const char *) b + field->offset;
  double x, y;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    return g_strcmp0 (*(char *const *) at_a, *(char *const *) at_b) == 0;
  case LUM_FIELD_REAL:
    x = *(const double *) at_a;
    y = *(const double *) at_b;
    return isnan (x) ? isnan (y) : fabs (x - y) <= fabs (x) * 1e-14;
  case LUM_FIELD_INSTANT:
    return *(const LumInstant *) at_a == *(const LumInstant *) at_b;
  default:
    return *(const gint32 *) at_a == *(const gint32 *) at_b;
  }
}

static void
assert_records_equal (LumRecordKind kind, const LumRecord *a, const LumRecord *b)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->created_at, ==, b->created_at);
  g_assert_cmpint (a->utc_offset, ==, b->utc_offset);
  for (guint i = 0; i < info->n_fields; i++)
    if (!fields_equal (&info->fields[i], a, b))
      g_error ("%s.%s differs", info->table, info->fields[i].name);
}

/* Also the days, which a diary sums up as it changes, and a fresh one from nothing. */
static void
assert_diaries_equal (const LumDiary *a, const LumDiary *b)
{
  gsize n_a, n_b;
  const LumDaySummary *days_a = lum_diary_get_days (a, &n_a), *days_b = lum_diary_get_days (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  for (gsize i = 0; i < n_a; i++) {
    g_assert_cmpint (days_a[i].day, ==, days_b[i].day);
    g_assert_cmpint (days_a[i].highest, ==, days_b[i].highest);
    g_assert_cmpuint (days_a[i].first_entry, ==, days_b[i].first_entry);
    g_assert_cmpuint (days_a[i].n_entries, ==, days_b[i].n_entries);
    g_assert_cmpuint (days_a[i].first_run, ==, days_b[i].first_run);
    g_assert_cmpuint (days_a[i].n_runs, ==, days_b[i].n_runs);
  }
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize size = lum_record_get_info (kind)->size;
    const char *records_a = lum_diary_get_records (a, kind, &n_a), *records_b = lum_diary_get_records (b, kind, &n_b);

    g_assert_cmpuint (n_a, ==, n_b);
    for (gsize i = 0; i < n_a; i++)
      assert_records_equal (kind, (const LumRecord *) (gconstpointer) (records_a + i * size),
                            (const LumRecord *) (gconstpointer) (records_b + i * size));
  }
}

/* --- any record ------------------------------------------------------------------------------------------------ */

/* Room for the largest kind; texts belong to the set. */
typedef union {
  LumRecord base;
  char bytes[1024];
} AnyRecord;

/* A random record that the rules allow. @full: every field is set. */
static void
make_record (LumRecordKind kind, AnyRecord *record, GRand *rand, gboolean full)
{
  static const char *const texts[] = {
      "", "a", "Zürich – 6 km’s", "two\nlines", "日本 \"quoted\" \\ back", "'; DROP TABLE pain; --"};
  const LumRecordInfo *info = lum_record_get_info (kind);
  LumDay first = LUM_DAY_NONE;

  g_assert_cmpuint (info->size, <=, sizeof *record);
  lum_record_init (kind, record);
  for (guint i = 0; i < info->n_fields; i++) {
    const LumField *field = &info->fields[i];
    gpointer at = record->bytes + field->offset;
    gboolean set = full || i < 3 || g_rand_boolean (rand);
    gint32 span = field->type == LUM_FIELD_INT ? MIN (field->max - MAX (field->min, 0), 100000) : 0;

    if (lum_table_get_reference (kind, field->name) != LUM_N_RECORD_KINDS)
      continue;
    switch (field->type) {
    case LUM_FIELD_TEXT:
      *(const char **) at = set ? texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))] : NULL;
      break;
    case LUM_FIELD_INT:
      if (set)
        *(gint32 *) at = MAX (field->min, 0) + g_rand_int_range (rand, 0, span + 1);
      break;
    case LUM_FIELD_BOOL:
      *(gint32 *) at = set;
      break;
    case LUM_FIELD_WORD:
      if (set)
        *(gint32 *) at = g_rand_int_range (rand, 0, g_strv_length ((GStrv) field->words));
      break;
    case LUM_FIELD_DAY:
      if (set) {
        *(gint32 *) at = first == LUM_DAY_NONE ? g_rand_int_range (rand, 20000, 20030) : first + 1;
        first = *(gint32 *) at;
      }
      break;
    case LUM_FIELD_REAL:
      if (set)
        *(double *) at = g_rand_double_range (rand, 0, 50000);
      break;
    case LUM_FIELD_INSTANT:
      if (set)
        *(LumInstant *) at = NOW + g_rand_int (rand);
      break;
    }
  }
  if (kind == LUM_RECORD_CARD)
    ((LumCardRecord *) (gpointer) record)->event = LUM_CARD_LATER;
  if (kind == LUM_RECORD_TREATMENT)
    ((LumTreatment *) (gpointer) record)->first = 20000;
  if (kind == LUM_RECORD_RUN)
    ((LumRun *) (gpointer) record)->distance_m = 8200;
}

static gint64
commit (LumSession *session, LumChangeSet *changes)
{
  g_autoptr (GError) error = NULL;
  gint64 group = 0;

  lum_change_set_set_time (changes, NOW, 7200);
  lum_session_commit (session, changes, NOW, &group, &error);
  g_assert_no_error (error);
  lum_change_set_free (changes);
  return group;
}

static void
test_round_trip (Fixture *f, gconstpointer data)
{
  g_autoptr (LumSession) session = open_session (f->path, LUM_STORE_OPEN_CREATE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  LumChangeSet *changes = lum_change_set_new ();
  g_autoptr (LumDiaryBuilder) builder = lum_diary_builder_new (NULL);
  g_autoptr (LumDiary) expected = NULL;
  g_autoptr (LumSession) again = NULL;
  const LumChange *all;
  gsize n;

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++)
    for (int i = 0; i < 6; i++) {
      AnyRecord record;

      make_record (kind, &record, rand, i == 0);
      if (kind == LUM_RECORD_ACTIVITY_RATING)
        continue; /* names an activity; below */
      lum_change_set_put (changes, kind, &record);
    }
  lum_change_set_set_time (changes, NOW, 7200);
  all = lum_change_set_get_changes (changes, &n);
  for (gsize i = 0; i < n; i++)
    lum_diary_builder_add_copy (builder, all[i].kind, all[i].record);
  expected = lum_diary_builder_end (g_steal_pointer (&builder), 1);

  commit (session, changes);
  assert_diaries_equal (lum_session_get_diary (session), expected);
  again = open_session (f->path, LUM_STORE_OPEN_NONE);
  assert_diaries_equal (lum_session_get_diary (again), expected);
}

static void
test_references (Fixture *f, gconstpointer data)
{
  g_autoptr (LumSession) session = open_session (f->path, LUM_STORE_OPEN_CREATE);
  LumChangeSet *changes = lum_change_set_new ();
  LumDiary *diary;
  g_autofree char *shoe_id = g_uuid_string_random ();
  const LumRun *runs;
  LumShoe shoe;
  LumRun run;
  gsize n;

  /* In whatever order, and a shoe that nobody knows costs the shoe, not the run. */
  lum_record_init (LUM_RECORD_RUN, &run);
  run.day = 20000;
  run.distance_m = 5000;
  run.shoe_id = shoe_id;
  lum_change_set_put (changes, LUM_RECORD_RUN, &run);
  run.day = 20001;
  run.shoe_id = "4b8e0e0c-0000-4000-8000-000000000000";
  lum_change_set_put (changes, LUM_RECORD_RUN, &run);
  lum_record_init (LUM_RECORD_SHOE, &shoe);
  shoe.base.id = shoe_id;
  shoe.name = "Blue";
  lum_change_set_put (changes, LUM_RECORD_SHOE, &shoe);
  commit (session, changes);

  diary = lum_session_get_diary (session);
  runs = lum_diary_get_runs (diary, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (runs[0].shoe_id, ==, shoe_id);
  g_assert_null (runs[1].shoe_id);

  /* A deleted shoe stays behind its runs, so that undo finds everything as it was. */
  changes = lum_change_set_new ();
  lum_change_set_delete (changes, LUM_RECORD_SHOE, shoe_id);
  commit (session, changes);
  diary = lum_session_get_diary (session);
  lum_diary_get_shoes (diary, &n);
  g_assert_cmpuint (n, ==, 0);
  runs = lum_diary_get_runs (diary, &n);
  g_assert_cmpstr (runs[0].shoe_id, ==, shoe_id);
  g_assert_true (lum_session_undo (session, NOW, NULL));
  lum_diary_get_shoes (lum_session_get_diary (session), &n);
  g_assert_cmpuint (n, ==, 1);
}

/* --- the schema ------------------------------------------------------------------------------------------------ */

static const char *
get_column_type (LumFieldType type)
{
  return type == LUM_FIELD_REAL                                                      ? "REAL"
         : type == LUM_FIELD_TEXT || type == LUM_FIELD_WORD || type == LUM_FIELD_DAY ? "TEXT"
                                                                                     : "INTEGER";
}

static void
test_schema (Fixture *f, gconstpointer data)
{
  static const char *const base[] = {"id", "created_at", "updated_at", "utc_offset", "deleted_at"};
  g_autoptr (LumSession) session = open_session (f->path, LUM_STORE_OPEN_CREATE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LumDb) db = lum_db_open (f->path, LUM_DB_WRITE, &error);
  g_autofree char *mode = NULL;
  gint64 value;

  g_assert_no_error (error);
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info (kind);
    g_autofree char *sql =
        g_strdup_printf ("SELECT name, type FROM pragma_table_info ('%s') ORDER BY cid", info->table);
    g_autoptr (LumStmt) stmt = lum_stmt_new (db, sql, &error);
    guint i = 0;

    g_test_message ("%s", info->table);
    for (; lum_stmt_step (stmt, &error) == LUM_STEP_ROW; i++) {
      if (i < G_N_ELEMENTS (base)) {
        g_assert_cmpstr (lum_stmt_get_text (stmt, 0), ==, base[i]);
        continue;
      }
      g_assert_cmpuint (i - G_N_ELEMENTS (base), <, info->n_fields);
      g_assert_cmpstr (lum_stmt_get_text (stmt, 0), ==, info->fields[i - G_N_ELEMENTS (base)].name);
      g_assert_cmpstr (lum_stmt_get_text (stmt, 1), ==, get_column_type (info->fields[i - G_N_ELEMENTS (base)].type));
    }
    g_assert_no_error (error);
    g_assert_cmpuint (i, ==, info->n_fields + G_N_ELEMENTS (base));

    /* A word that is none is refused by the table itself, whoever writes it. */
    for (i = 0; i < info->n_fields; i++)
      if (info->fields[i].type == LUM_FIELD_WORD || info->fields[i].type == LUM_FIELD_DAY) {
        g_autofree char *bad = g_strdup_printf (
            "INSERT INTO %s (id, created_at, updated_at, utc_offset, \"%s\") VALUES ('x', 0, 0, 0, 'nonsense')",
            info->table, info->fields[i].name);

        g_assert_false (lum_db_exec (db, bad, &error));
        g_assert_error (error, LUM_ERROR, LUM_ERROR_INVALID_INPUT);
        g_clear_error (&error);
      }
  }

  g_assert_true (lum_db_query_int (
      db, "SELECT count(*) FROM pragma_table_list WHERE NOT strict AND name NOT LIKE 'sqlite_%'", &value, &error));
  g_assert_cmpint (value, ==, 0);
  g_assert_true (lum_db_query_int (db, "PRAGMA user_version", &value, &error));
  g_assert_cmpint (value, ==, lum_schema_get_version ());
  g_assert_true (lum_db_query_int (db, "PRAGMA foreign_keys", &value, &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (lum_db_query_int (db, "PRAGMA trusted_schema", &value, &error));
  g_assert_cmpint (value, ==, 0);
  mode = lum_db_query_text (db, "PRAGMA journal_mode", &error);
  g_assert_cmpstr (mode, ==, "wal");
}

static void
test_no_wal (Fixture *f, gconstpointer data)
{
  g_autoptr (LumSession) session = open_session (f->path, LUM_STORE_OPEN_CREATE | LUM_STORE_OPEN_NO_WAL);
  g_autoptr (LumSession) other = open_session (f->path, LUM_STORE_OPEN_NO_WAL);
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  LumChangeSet *changes = lum_change_set_new ();
  AnyRecord record;

  g_assert_true (lum_session_is_remote (session));
  make_record (LUM_RECORD_PAIN, &record, rand, FALSE);
  lum_change_set_put (changes, LUM_RECORD_PAIN, &record);
  commit (session, changes);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (lum_session_refresh (other, NULL));
  assert_diaries_equal (lum_session_get_diary (other), lum_session_get_diary (session));
}

/* --- undo and redo against a model ----------------------------------------------------------------------------- */

/* The model: each state that there was is a diary of its own; undo and redo only go from one to another. */
static void
test_history (Fixture *f, gconstpointer data)
{
  static const LumRecordKind kinds[] = {LUM_RECORD_PAIN, LUM_RECORD_RUN, LUM_RECORD_SHOE, LUM_RECORD_GAP_ANSWER};
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (LumSession) session = open_session (f->path, LUM_STORE_OPEN_CREATE);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) lum_diary_unref);
  g_autoptr (GError) error = NULL;
  guint at = 0;

  g_ptr_array_add (states, lum_diary_ref (lum_session_get_diary (session)));
  for (int turn = 0; turn < 150; turn++) {
    int what = g_rand_int_range (rand, 0, 10);

    if (what < 3) {
      g_assert_cmpint (lum_session_undo (session, NOW + turn, &error), ==, at > 0);
      at -= at > 0;
    } else if (what < 5) {
      g_assert_cmpint (lum_session_redo (session, NOW + turn, &error), ==, at + 1 < states->len);
      at += at + 1 < states->len;
    } else {
      LumChangeSet *changes = lum_change_set_new ();
      LumDiary *diary = lum_session_get_diary (session);
      int n_changes = g_rand_int_range (rand, 1, what == 9 ? 60 : 4);

      for (int i = 0; i < n_changes; i++) {
        LumRecordKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
        AnyRecord record;
        gsize n;
        const char *records = lum_diary_get_records (diary, kind, &n);
        const LumRecord *old = n ? (const LumRecord *) (gconstpointer) (records + g_rand_int_range (rand, 0, n) *
                                                                                      lum_record_get_info (kind)->size)
                                 : NULL;

        make_record (kind, &record, rand, FALSE);
        if (old && g_rand_boolean (rand)) {
          if (g_rand_boolean (rand)) {
            lum_change_set_delete (changes, kind, old->id);
            continue;
          }
          record.base = *old;
        }
        lum_change_set_put (changes, kind, &record);
      }
      commit (session, changes);
      g_ptr_array_set_size (states, at + 1);
      g_ptr_array_add (states, lum_diary_ref (lum_session_get_diary (session)));
      at++;
    }
    g_clear_error (&error);
    assert_diaries_equal (lum_session_get_diary (session), g_ptr_array_index (states, at));
    g_assert_cmpint (lum_session_get_can_undo (session), ==, at > 0);
    g_assert_cmpint (lum_session_get_can_redo (session), ==, at + 1 < states->len);
    if (turn % 10 == 9) {
      /* What is on the disk, read anew. */
      g_autoptr (LumSession) again = open_session (f->path, LUM_STORE_OPEN_NONE);

      assert_diaries_equal (lum_session_get_diary (again), g_ptr_array_index (states, at));
    }
  }
}

/* Two sessions change the same row: undo must not take away what the other did. */
static void
test_conflict (Fixture *f, gconstpointer data)
{
  g_autoptr (LumSession) one = open_session (f->path, LUM_STORE_OPEN_CREATE);
  g_autoptr (LumSession) two = open_session (f->path, LUM_STORE_OPEN_NONE);
  g_autoptr (GError) error = NULL;
  LumChangeSet *changes = lum_change_set_new ();
  const LumPainEntry *entries;
  LumPainEntry entry;
  gint64 group;
  gsize n;

  lum_record_init (LUM_RECORD_PAIN, &entry);
  entry.day = 20000;
  entry.score = 3;
  entry.moment = LUM_MOMENT_AVERAGE;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  entry.day = 20001;
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  group = commit (one, changes);

  g_assert_true (lum_session_refresh (two, &error));
  entries = lum_diary_get_pain (lum_session_get_diary (two), &n);
  g_assert_cmpuint (n, ==, 2);
  entry = entries[1];
  entry.score = 8;
  changes = lum_change_set_new ();
  lum_change_set_put (changes, LUM_RECORD_PAIN, &entry);
  commit (two, changes);

  /* All or nothing: the first entry stays, too. And the other's change shows. */
  g_assert_false (lum_session_revert (one, group, NOW, &error));
  g_assert_error (error, LUM_ERROR, LUM_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (lum_session_get_can_undo (one));
  g_assert_true (lum_session_refresh (one, &error));
  entries = lum_diary_get_pain (lum_session_get_diary (one), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (entries[1].score, ==, 8);

  /* The other may take back its own. Then nothing stands between the first and its undo by name. */
  g_assert_true (lum_session_undo (two, NOW, &error));
  g_assert_true (lum_session_revert (one, group, NOW, &error));
  lum_diary_get_pain (lum_session_get_diary (one), &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Somebody edits the file with another tool, past the log: it shows all the same. */
static void
test_foreign_edit (Fixture *f, gconstpointer data)
{
  g_autoptr (LumSession) session = open_session (f->path, LUM_STORE_OPEN_CREATE);
  g_autoptr (LumDb) db = lum_db_open (f->path, LUM_DB_WRITE, NULL);
  guint64 revision = lum_diary_get_revision (lum_session_get_diary (session));
  gsize n;

  g_assert_true (lum_db_exec (db,
                              "INSERT INTO pain (id, created_at, updated_at, utc_offset, day, score, moment) VALUES "
                              "('4b8e0e0c-0000-4000-8000-000000000000', 1, 1, 0, '2026-05-27', 4, 'waking')",
                              NULL));
  g_assert_true (lum_session_refresh (session, NULL));
  lum_diary_get_pain (lum_session_get_diary (session), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (lum_diary_get_revision (lum_session_get_diary (session)), >, revision);
}

/* --- a journal of version 1 ------------------------------------------------------------------------------------ */

static void
test_version_1 (Fixture *f, gconstpointer data)
{
  g_autofree char *dump_path = g_test_build_filename (G_TEST_DIST, "store", "fixtures", "version-1.sql", NULL);
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LumDb) db = lum_db_open (f->path, LUM_DB_CREATE, &error);
  g_autoptr (LumSession) session = NULL;
  const LumPainEntry *entries;
  const LumRun *runs;
  const LumShoe *shoes;
  const LumGapAnswer *answers;
  gsize n;

  g_assert_true (g_file_get_contents (dump_path, &dump, NULL, &error));
  g_assert_true (lum_db_exec (db, dump, &error));
  g_assert_no_error (error);
  g_clear_pointer (&db, lum_db_close);

  session = open_session (f->path, LUM_STORE_OPEN_NONE);
  entries = lum_diary_get_pain (lum_session_get_diary (session), &n);
  g_assert_cmpuint (n, ==, 2); /* the third is a tombstone */
  g_assert_cmpint (entries[0].score, ==, 4);
  g_assert_cmpint (entries[0].moment, ==, LUM_MOMENT_WAKING);
  g_assert_cmpint (entries[0].how, ==, LUM_HOW_AFTER_RUN);
  g_assert_cmpint (entries[0].started, ==, entries[0].day - 1);
  g_assert_cmpstr (entries[1].note, ==, "after the long run – “stiff”");
  runs = lum_diary_get_runs (lum_session_get_diary (session), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (runs[0].distance_m, ==, 8200.5);
  g_assert_cmpint (runs[0].surface, ==, LUM_SURFACE_TRAIL);
  shoes = lum_diary_get_shoes (lum_session_get_diary (session), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (runs[0].shoe_id, ==, shoes[0].base.id);
  answers = lum_diary_get_answers (lum_session_get_diary (session), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (answers[0].answer, ==, LUM_GAP_FINE);
  g_assert_cmpstr (lum_diary_get_preference (lum_session_get_diary (session), LUM_PREFERENCE_BASELINE), ==, "8000");

  /* The log of then is the log of now. */
  g_assert_true (lum_session_revert (session, 1, NOW, &error));
  lum_diary_get_shoes (lum_session_get_diary (session), &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, func) g_test_add ("/store/" name, Fixture, data, set_up, func, tear_down)
  ADD ("schema", NULL, test_schema);
  ADD ("round-trip", NULL, test_round_trip);
  ADD ("references", NULL, test_references);
  ADD ("no-wal", NULL, test_no_wal);
  ADD ("history/1", GUINT_TO_POINTER (1), test_history);
  ADD ("history/2", GUINT_TO_POINTER (2), test_history);
  ADD ("history/3", GUINT_TO_POINTER (3), test_history);
  ADD ("conflict", NULL, test_conflict);
  ADD ("foreign-edit", NULL, test_foreign_edit);
  ADD ("version-1", NULL, test_version_1);

  return g_test_run ();
}
