/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-fixture.h"

#include <glib/gstdio.h>

#include "lum-sample-life.h"

#define WAIT_AT_MOST_MS 30000
#define SEED 7

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
pages_wait (PagesCondition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + WAIT_AT_MOST_MS * G_TIME_SPAN_MILLISECOND;
  guint tick = g_timeout_add (10, tick_cb, NULL);

  while (!condition (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (tick);
}

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () >= *(gint64 *) data;
}

/* Lets frames be drawn and idle work be done. */
void
pages_settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  pages_wait (is_over, &end);
}

static gboolean
is_ready (gpointer data)
{
  PagesFixture *fixture = data;

  return lum_ui_context_get_state (fixture->context, NULL) == LUM_UI_OPEN &&
         lum_ui_context_get_n_writing (fixture->context) == 0 &&
         lum_ui_context_get_findings (fixture->context) != NULL &&
         lum_watch_service_get_diary (lum_ui_context_get_watch (fixture->context)) ==
             lum_ui_context_get_diary (fixture->context);
}

static LumChangeSet *
make_sample (LumUiContext *context, gpointer data, GError **error)
{
  g_autoptr (LumDiary) life = lum_sample_life_new (lum_ui_context_get_today (context), GPOINTER_TO_INT (data), SEED);
  LumChangeSet *changes = lum_change_set_new ();

  for (LumRecordKind kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    const LumRecordInfo *info = lum_record_get_info (kind);
    gsize n;
    const char *records = lum_diary_get_records (life, kind, &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_put (changes, kind, records + i * info->size);
  }
  return changes;
}

void
pages_fixture_set_up (PagesFixture *fixture, int sample_years)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (PAGES_TODAY, 20 * 60, 7200);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("lumbar-pages-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->journal = lum_journal_new (path, clock);
  fixture->settings = lum_memory_settings_new ();
  lum_settings_set_units (fixture->settings, LUM_UNITS_METRIC);
  fixture->context = lum_ui_context_new (fixture->journal, fixture->settings);
  lum_ui_context_open (fixture->context);
  if (sample_years > 0)
    lum_ui_context_commit_later (fixture->context, NULL, make_sample, GINT_TO_POINTER (sample_years), NULL, NULL);
  pages_wait (is_ready, fixture);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

void
pages_fixture_tear_down (PagesFixture *fixture)
{
  gboolean closed = FALSE;

  pages_wait (is_ready, fixture);
  lum_journal_close_async (fixture->journal, closed_cb, &closed);
  pages_wait (is_set, &closed);
  g_clear_object (&fixture->context);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->journal);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

/* Writes and waits until the watch has seen it. */
void
pages_fixture_commit (PagesFixture *fixture, LumChangeSet *changes)
{
  lum_ui_context_commit (fixture->context, NULL, changes, NULL);
  pages_wait (is_ready, fixture);
}

char *
pages_fixture_write (PagesFixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
collect (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, text);
}

char *
pages_collect_text (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  collect (root, text);
  return g_string_free (text, FALSE);
}
