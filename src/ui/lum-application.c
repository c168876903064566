/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-application.h"

#include <glib/gstdio.h>
#include <malloc.h>

#include "lum-gsettings-settings.h"
#include "lum-i18n.h"
#include "lum-preferences.h"
#include "lum-sample-life.h"
#include "lum-ui.h"
#include "lum-window.h"

#define SAMPLE_YEARS 2
#define SAMPLE_SEED 7
#define TRIM_AFTER_MS 600

struct _LumApplication {
  AdwApplication parent_instance;

  GSettings *state; /* (nullable) */
  LumSettings *settings;
  guint timer;
};

G_DEFINE_FINAL_TYPE (LumApplication, lum_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
    {"journal", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open another journal"), N_ ("FILE")},
    {"sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a throw-away sample journal"), NULL},
    {"today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Pretend that it is another day"), N_ ("YYYY-MM-DD")},
    {"version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE|FOLDER…]")},
    {NULL},
};

/* --- the sample --- */

static LumChangeSet *
make_sample (LumUiContext *context, gpointer data, GError **error)
{
  g_autoptr (LumDiary) life = lum_sample_life_new (lum_ui_context_get_today (context), SAMPLE_YEARS, SAMPLE_SEED);
  LumChangeSet *changes = lum_change_set_new ();

  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (life, kind, &n);

    for (gsize i = 0; i < n; i++)
      lum_change_set_put (changes, kind, records + i * size);
  }
  lum_change_set_keep_times (changes);
  return changes;
}

/* Removes a folder that this program made in the temporary folder, and what it put there. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_folder (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

static void
remove_sample_cb (gpointer data, GObject *gone)
{
  g_autofree char *folder = data;

  remove_folder (folder);
}

/* --- windows --- */

static LumWindow *
find_window (LumApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next) {
    if (!LUM_IS_WINDOW (l->data))
      continue;

    LumUiContext *context = lum_window_get_context (l->data);

    if (g_strcmp0 (lum_journal_get_path (lum_ui_context_get_journal (context)), path) == 0)
      return l->data;
  }
  return NULL;
}

/* Once all is read and shown: reading twenty years leaves holes in the heap, so what was needed on the way goes back. */
static gboolean
shown_cb (gpointer user_data)
{
  LumRunMonitor *runs = lum_ui_context_get_run_monitor (user_data);

  /* Asking the desktop for its mounts takes a moment: not before all is shown. */
  if (runs)
    lum_run_monitor_watch_devices (runs);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
context_changed_cb (LumUiContext *context, guint changes, LumApplication *self)
{
  if (!(changes & LUM_UI_CHANGE_FINDINGS))
    return;
  g_signal_handlers_disconnect_by_func (context, context_changed_cb, self);
  g_timeout_add_full (G_PRIORITY_LOW, TRIM_AFTER_MS, shown_cb, g_object_ref (context), g_object_unref);
}

static LumWindow *
create_window (LumApplication *self, const char *path, LumClock *clock, const char *sample_folder)
{
  g_autoptr (LumJournal) journal = lum_journal_new (path, clock);
  g_autoptr (LumUiContext) context = lum_ui_context_new (journal, self->settings);

  lum_ui_context_set_is_sample (context, sample_folder != NULL);
  lum_ui_context_open (context);
  if (sample_folder) {
    lum_ui_context_commit_later (context, NULL, make_sample, NULL, NULL, NULL);
    g_object_weak_ref (G_OBJECT (journal), remove_sample_cb, g_strdup (sample_folder));
  }
  g_signal_connect_object (context, "changed", G_CALLBACK (context_changed_cb), self, G_CONNECT_DEFAULT);
  return lum_window_new (GTK_APPLICATION (self), context, self->state);
}

static LumWindow *
open_sample (LumApplication *self, LumClock *clock, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("lumbar-sample-XXXXXX", error);
  g_autofree char *path = folder ? g_build_filename (folder, "journal.db", NULL) : NULL;

  return folder ? create_window (self, path, clock, folder) : NULL;
}

static int
lum_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  LumApplication *self = LUM_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (line);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (LumClock) clock = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) rest = g_variant_dict_lookup_value (dict, G_OPTION_REMAINING, G_VARIANT_TYPE_BYTESTRING_ARRAY);
  const char *today = NULL, *path = NULL;
  gboolean sample = FALSE;
  LumWindow *window;
  LumDay day;

  g_variant_dict_lookup (dict, "today", "&s", &today);
  g_variant_dict_lookup (dict, "journal", "^&ay", &path);
  g_variant_dict_lookup (dict, "sample", "b", &sample);

  if (today && !lum_day_parse (today, &day, &error)) {
    g_application_command_line_printerr (line, "lumbar: %s\n", error->message);
    return 2;
  }
  clock = today ? lum_clock_new_on_day (day) : lum_clock_new ();

  if (sample) {
    window = open_sample (self, clock, &error);
    if (!window) {
      g_application_command_line_printerr (line, "lumbar: %s\n", error->message);
      return 1;
    }
  } else {
    g_autofree char *usual = lum_journal_get_default_path ();
    g_autoptr (GFile) file = path ? g_application_command_line_create_file_for_arg (line, path) : NULL;
    g_autofree char *chosen = file ? g_file_get_path (file) : NULL;

    window = find_window (self, chosen ? chosen : usual);
    if (!window)
      window = create_window (self, chosen ? chosen : usual, clock, NULL);
  }
  gtk_window_present (GTK_WINDOW (window));

  if (rest) {
    gsize n;
    g_autofree const char **names = g_variant_get_bytestring_array (rest, &n);

    for (gsize i = 0; i < n; i++) {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);
      g_list_store_append (files, file);
    }
    lum_window_import_files (window, G_LIST_MODEL (files));
  }
  return 0;
}

static int
lum_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version")) {
    g_print ("lumbar %s\n", LUM_VERSION);
    return 0;
  }
  return -1;
}

/* --- the day goes on, and other programs write --- */

static gboolean
minute_cb (gpointer user_data)
{
  LumApplication *self = user_data;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next) {
    if (!LUM_IS_WINDOW (l->data))
      continue;

    LumUiContext *context = lum_window_get_context (l->data);

    lum_clock_check (lum_ui_context_get_clock (context));
    if (lum_ui_context_get_state (context, NULL) == LUM_UI_OPEN)
      lum_journal_refresh_async (lum_ui_context_get_journal (context), NULL, NULL);
  }
  return G_SOURCE_CONTINUE;
}

/* --- actions --- */

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  while (window && !LUM_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window)
    lum_preferences_present (window, lum_window_get_context (LUM_WINDOW (window)));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l; l = l->next)
    if (LUM_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
sample_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LumApplication *self = user_data;
  g_autoptr (LumClock) clock = lum_clock_new ();
  g_autoptr (GError) error = NULL;
  GtkWindow *active = gtk_application_get_active_window (user_data);
  LumWindow *window = open_sample (self, clock, &error);

  if (window)
    gtk_window_present (GTK_WINDOW (window));
  else if (active)
    lum_window_toast_error (GTK_WIDGET (active), error);
}

static void
lum_application_startup (GApplication *application)
{
  LumApplication *self = LUM_APPLICATION (application);
  static const GActionEntry actions[] = {
      {"preferences", preferences_action},
      {"quit", quit_action},
      {"sample", sample_action},
  };
  /* Only keys that no entry wants for itself; the rest go through shortcuts and key controllers of the widgets. */
  static const struct {
    const char *action, *keys[3];
  } accels[] = {
      {"app.preferences", {"<Control>comma"}},
      {"app.quit", {"<Control>q"}},
      {"win.show-page::today", {"<Control>1", "<Control>KP_1"}},
      {"win.show-page::journal", {"<Control>2", "<Control>KP_2"}},
      {"win.show-page::trends", {"<Control>3", "<Control>KP_3"}},
      {"win.show-page::guide", {"<Control>4", "<Control>KP_4"}},
      {"win.import", {"<Control>o"}},
      {"win.report", {"<Control>p"}},
      {"win.help", {"F1"}},
      {"win.show-help-overlay", {"<Control>question"}},
      {"window.close", {"<Control>w"}},
  };

  /* Before GtkApplication looks for icons in a path of ours, which it need not: lum_ui_init() says why. */
  lum_ui_init ();
  g_application_set_resource_base_path (application, NULL);
  G_APPLICATION_CLASS (lum_application_parent_class)->startup (application);

  self->state = lum_gsettings_open ();
  self->settings = lum_gsettings_settings_new (self->state);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
  self->timer = g_timeout_add_seconds (60, minute_cb, self);
}

static void
lum_application_shutdown (GApplication *application)
{
  LumApplication *self = LUM_APPLICATION (application);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->state);

  G_APPLICATION_CLASS (lum_application_parent_class)->shutdown (application);
}

static void
lum_application_class_init (LumApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = lum_application_startup;
  application_class->shutdown = lum_application_shutdown;
  application_class->command_line = lum_application_command_line;
  application_class->handle_local_options = lum_application_handle_local_options;
}

static void
lum_application_init (LumApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * lum_application_new:
 *
 * The program.
 */
LumApplication *
lum_application_new (void)
{
  return g_object_new (LUM_TYPE_APPLICATION, "application-id", LUM_APP_ID, "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
