/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-compat.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

typedef enum { CHOICE_FILES, CHOICE_FILE, CHOICE_FOLDER, CHOICE_SAVE } Choice;

/* One question for files on its way. */
typedef struct {
  LumFilesChosen chosen;
  gpointer user_data;
  GDestroyNotify free_data;
} Request;

static Request *
request_new (LumFilesChosen chosen, gpointer user_data, GDestroyNotify free_data)
{
  Request *request = g_new0 (Request, 1);

  request->chosen = chosen;
  request->user_data = user_data;
  request->free_data = free_data;
  return request;
}

static void
request_answer (Request *request, GListModel *files)
{
  g_autoptr (GListStore) none = g_list_store_new (G_TYPE_FILE);

  request->chosen (files ? files : G_LIST_MODEL (none), request->user_data);
  if (request->free_data)
    request->free_data (request->user_data);
  g_free (request);
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
request_answer_one (Request *request, GFile *file)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (file)
    g_list_store_append (files, file);
  request_answer (request, G_LIST_MODEL (files));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_answer (user_data, files);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_answer_one (user_data, file);
}

static void
one_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_answer_one (user_data, file);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  request_answer_one (user_data, file);
}

static void
run_chooser (GtkWindow *parent, const char *title, const char *name, Choice choice, Request *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  switch (choice) {
  case CHOICE_SAVE:
    gtk_file_dialog_set_initial_name (dialog, name);
    gtk_file_dialog_save (dialog, parent, NULL, saved_cb, request);
    break;
  case CHOICE_FOLDER:
    gtk_file_dialog_select_folder (dialog, parent, NULL, folder_chosen_cb, request);
    break;
  case CHOICE_FILE:
    gtk_file_dialog_open (dialog, parent, NULL, one_opened_cb, request);
    break;
  case CHOICE_FILES:
    gtk_file_dialog_open_multiple (dialog, parent, NULL, opened_cb, request);
    break;
  }
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  request_answer (user_data, files);
  g_object_unref (dialog);
}

static void
run_chooser (GtkWindow *parent, const char *title, const char *name, Choice choice, Request *request)
{
  static const GtkFileChooserAction actions[] = {
      [CHOICE_FILES] = GTK_FILE_CHOOSER_ACTION_OPEN,
      [CHOICE_FILE] = GTK_FILE_CHOOSER_ACTION_OPEN,
      [CHOICE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      [CHOICE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
  };
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, actions[choice], NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), choice == CHOICE_FILES);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * lum_compat_open_files:
 * @folder: choose one folder, not files
 * @chosen: called once
 *
 * Lets the person choose files to read.
 */
void
lum_compat_open_files (GtkWindow *parent,
                       const char *title,
                       gboolean folder,
                       LumFilesChosen chosen,
                       gpointer user_data,
                       GDestroyNotify free_data)
{
  run_chooser (parent, title, NULL, folder ? CHOICE_FOLDER : CHOICE_FILES, request_new (chosen, user_data, free_data));
}

/**
 * lum_compat_open_file:
 * @chosen: called once, with one file or none
 *
 * Lets the person choose one file to read.
 */
void
lum_compat_open_file (GtkWindow *parent,
                      const char *title,
                      LumFilesChosen chosen,
                      gpointer user_data,
                      GDestroyNotify free_data)
{
  run_chooser (parent, title, NULL, CHOICE_FILE, request_new (chosen, user_data, free_data));
}

/**
 * lum_compat_save_file:
 * @name: the proposed name
 * @chosen: called once, with one file or none
 *
 * Lets the person choose where to save; replacing a file is confirmed by the chooser.
 */
void
lum_compat_save_file (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      LumFilesChosen chosen,
                      gpointer user_data,
                      GDestroyNotify free_data)
{
  run_chooser (parent, title, name, CHOICE_SAVE, request_new (chosen, user_data, free_data));
}

/**
 * lum_compat_announce:
 *
 * Has a screen reader say something, where GTK can (4.14); otherwise the focused widget's label must.
 */
void
lum_compat_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/**
 * lum_compat_get_color:
 * @color: (out): the colour of the widget's text
 */
void
lum_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/**
 * lum_compat_calendar_set_day:
 *
 * Selects a civil day.
 */
void
lum_compat_calendar_set_day (GtkCalendar *calendar, LumDay day)
{
  int year, month, mday;

  lum_day_to_ymd (day, &year, &month, &mday);
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, mday, 12, 0, 0);
#if GTK_CHECK_VERSION(4, 20, 0)
  gtk_calendar_set_date (calendar, date);
#else
  gtk_calendar_select_day (calendar, date);
#endif
}

LumDay
lum_compat_calendar_get_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  return lum_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                           g_date_time_get_day_of_month (date));
}

G_GNUC_END_IGNORE_DEPRECATIONS
