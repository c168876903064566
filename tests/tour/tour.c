/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the real window, with a sample journal and the main job done in it, and leaves pictures. It is the
 * program itself, with a visitor on its main loop: tests/tour/make-tour --help. */
#include <adwaita.h>
#include <locale.h>

#include "lum-application.h"
#include "lum-i18n.h"
#include "lum-report.h"
#include "lum-trends-page.h"
#include "lum-ui-context.h"
#include "lum-window.h"
#include "tour-eye.h"
#include "layout-check.h"
#include "ui-find.h"

#define READY_AT_MOST_MS 30000
#define SHADOW 10
#define MORNING (7 * 60 + 45)

static char *output, *language, *locale_folder, *suffix, *today, *pages, *journal;
static int width = 1000, height = 800;
static double text_scale = 1, scale = 2;
static gboolean dark, high_contrast, right_to_left, with_dialogs, with_files, with_job, with_check, unfold;

static const GOptionEntry entries[] = {
    {"output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Where the pictures go", "FOLDER"},
    {"pages", 0, 0, G_OPTION_ARG_STRING, &pages, "Which pages: today,journal,trends,trends-year,trends-table,guide",
     "LIST"},
    {"width", 0, 0, G_OPTION_ARG_INT, &width, "The window's width", "PIXELS"},
    {"height", 0, 0, G_OPTION_ARG_INT, &height, "The window's height", "PIXELS"},
    {"text-scale", 0, 0, G_OPTION_ARG_DOUBLE, &text_scale, "How much larger text is", "FACTOR"},
    {"scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, "The pictures’ pixels for one of the window’s (2)", "FACTOR"},
    {"dark", 0, 0, G_OPTION_ARG_NONE, &dark, "The dark style", NULL},
    {"high-contrast", 0, 0, G_OPTION_ARG_NONE, &high_contrast, "High contrast", NULL},
    {"right-to-left", 0, 0, G_OPTION_ARG_NONE, &right_to_left, "From right to left", NULL},
    {"language", 0, 0, G_OPTION_ARG_STRING, &language, "A language, also en_XA (long) and ar_XB (right to left)",
     "CODE"},
    {"locale-folder", 0, 0, G_OPTION_ARG_FILENAME, &locale_folder, "Where its texts are", "FOLDER"},
    {"suffix", 0, 0, G_OPTION_ARG_STRING, &suffix, "What the pictures' names end in", "WORD"},
    {"today", 0, 0, G_OPTION_ARG_STRING, &today, "The day on which this happens", "YYYY-MM-DD"},
    {"journal", 0, 0, G_OPTION_ARG_FILENAME, &journal, "This journal instead of a sample", "FILE"},
    {"job", 0, 0, G_OPTION_ARG_NONE, &with_job, "Log a score and a run first", NULL},
    {"dialogs", 0, 0, G_OPTION_ARG_NONE, &with_dialogs, "The dialogs, too", NULL},
    {"unfold", 0, 0, G_OPTION_ARG_NONE, &unfold, "With all that can be unfolded", NULL},
    {"check", 0, 0, G_OPTION_ARG_NONE, &with_check, "Say what is cut, sticks out or scrolls sideways", NULL},
    {"files", 0, 0, G_OPTION_ARG_NONE, &with_files, "The report and the charts, too", NULL},
    {NULL},
};

typedef struct {
  GtkApplication *application;
  LumWindow *window;
  int status;
} Tour;

static void
complain (Tour *tour, const char *what, const GError *error)
{
  g_printerr ("tour: %s%s%s\n", what, error ? ": " : "", error ? error->message : "");
  tour->status = 1;
}

/* --- waiting for the program --- */

static gboolean
is_ready (gpointer data)
{
  Tour *tour = data;
  LumUiContext *context = lum_window_get_context (tour->window);

  if (lum_ui_context_get_state (context, NULL) == LUM_UI_FAILED)
    return TRUE;
  return lum_ui_context_get_state (context, NULL) == LUM_UI_OPEN && lum_ui_context_get_n_writing (context) == 0 &&
         lum_ui_context_get_findings (context) != NULL;
}

static void
let_work (Tour *tour)
{
  if (!tour_wait (is_ready, tour, READY_AT_MOST_MS))
    complain (tour, "the journal is not ready", NULL);
  tour_settle (GTK_WIDGET (tour->window));
}

/* --- pictures --- */

static void
shoot (Tour *tour, GtkWidget *window, const char *name)
{
  g_autofree char *full = suffix ? g_strdup_printf ("%s-%s", name, suffix) : g_strdup (name);
  g_autoptr (GError) error = NULL;

  if (!tour_shoot (window, scale, output, full, &error))
    complain (tour, name, error);
  if (with_check) {
    g_autoptr (GString) faults = g_string_new (NULL);

    if (layout_check (window, faults) > 0) {
      g_printerr ("%s:\n%s", full, faults->str);
      tour->status = 1;
    }
  }
}

/* "trends", or with what its days are shown as: "trends-year", "trends-table". */
static void
show_page (Tour *tour, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", 2);

  if (!gtk_widget_activate_action (GTK_WIDGET (tour->window), "win.show-page", "s", parts[0]))
    complain (tour, name, NULL);
  if (g_str_equal (parts[0], "trends"))
    g_object_set (ui_find (GTK_WIDGET (tour->window), LUM_TYPE_TRENDS_PAGE), "view", parts[1] ? parts[1] : "chart",
                  NULL);
  let_work (tour);
}

static void
unfold_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      unfold_all (child);
}

static void
shoot_pages (Tour *tour)
{
  g_auto (GStrv) names = g_strsplit (pages ? pages : "today,journal,trends,trends-year,guide", ",", -1);

  for (int i = 0; names[i]; i++) {
    show_page (tour, names[i]);
    if (unfold) {
      unfold_all (GTK_WIDGET (tour->window));
      tour_settle (GTK_WIDGET (tour->window));
    }
    shoot (tour, GTK_WIDGET (tour->window), names[i]);
  }
}

static GtkWidget *
find_dialog (Tour *tour)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l; l = l->next)
    if (l->data != (gpointer) tour->window && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static void
shoot_dialog (Tour *tour, const char *name)
{
  tour_settle (GTK_WIDGET (tour->window));

  GtkWidget *dialog = find_dialog (tour);

  if (!dialog) {
    complain (tour, name, NULL);
    return;
  }
  /* On a small screen a dialog is no larger than the window. */
  int dialog_width = gtk_widget_get_width (dialog), dialog_height = gtk_widget_get_height (dialog);

  if (dialog_width > width || dialog_height > height)
    gtk_window_set_default_size (GTK_WINDOW (dialog), MIN (dialog_width, width) + SHADOW,
                                 MIN (dialog_height, height) + SHADOW);
  tour_settle (dialog);
  shoot (tour, dialog, name);
  gtk_window_destroy (GTK_WINDOW (dialog));
  tour_settle (GTK_WIDGET (tour->window));
}

/* Two runs of a watch, one of them twice, and a file that is none. */
static void
offer_files (Tour *tour)
{
  g_autofree char *folder = g_build_filename (output, "files-to-import", NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  g_mkdir_with_parents (folder, 0755);
  for (int run = 0; run < 3; run++) {
    g_autofree char *path = g_strdup_printf ("%s/run-%d.gpx", folder, run + 1);
    g_autoptr (GString) gpx =
        g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<gpx version=\"1.1\" creator=\"tour\" "
                      "xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><type>running</type><trkseg>\n");

    for (int point = 0; point < 1200; point++) {
      char latitude[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (latitude, sizeof latitude, "%.6f", 52.5 + point * 0.000035);
      g_string_append_printf (gpx, "<trkpt lat=\"%s\" lon=\"13.4\"><time>2026-05-%02dT06:%02d:%02dZ</time></trkpt>\n",
                              latitude, 24 + run / 2, 10 + point / 60, point % 60);
    }
    g_string_append (gpx, "</trkseg></trk></gpx>\n");
    g_file_set_contents (path, gpx->str, gpx->len, NULL);
  }
  g_autofree char *half = g_build_filename (folder, "half.gpx", NULL);
  g_file_set_contents (half, "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\"><trk><trkseg><trkpt la", -1, NULL);

  g_list_store_append (files, file);
  lum_window_import_files (tour->window, G_LIST_MODEL (files));
}

static void
shoot_dialogs (Tour *tour)
{
  static const char *const actions[][2] = {
      {"win.report", "dialog-report"},
      {"win.visit", "dialog-visit"},
      {"win.safety-check", "dialog-safety-check"},
      {"app.preferences", "dialog-preferences"},
      {"win.show-help-overlay", "dialog-shortcuts"},
      {"win.about", "dialog-about"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++) {
    if (!gtk_widget_activate_action (GTK_WIDGET (tour->window), actions[i][0], NULL)) {
      complain (tour, actions[i][0], NULL);
      continue;
    }
    shoot_dialog (tour, actions[i][1]);
  }
  offer_files (tour);
  g_usleep (200000);
  shoot_dialog (tour, "dialog-import");
}

/* --- the main job --- */

static void
do_the_job (Tour *tour)
{
  GtkWidget *row, *score, *expander, *form, *distance, *time;

  show_page (tour, "today");
  shoot (tour, GTK_WIDGET (tour->window), "today-asks");
  row = tour_find (GTK_WIDGET (tour->window), "LumScoreRow", NULL);
  score = row ? tour_find (row, "GtkToggleButton", "3") : NULL;
  if (score)
    gtk_widget_activate (score);
  else
    complain (tour, "there is no button for a score of 3", NULL);
  let_work (tour);
  shoot (tour, GTK_WIDGET (tour->window), "today-answered");

  expander = tour_find (GTK_WIDGET (tour->window), "GtkExpander", "Log a Run");
  if (expander)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  let_work (tour);
  form = tour_find (GTK_WIDGET (tour->window), "LumRunForm", NULL);
  distance = form ? tour_find (form, NULL, "Distance (km)") : NULL;
  time = form ? tour_find (form, NULL, "Duration (like 45:10)") : NULL;
  if (distance && time) {
    gtk_editable_set_text (GTK_EDITABLE (distance), "8.2");
    gtk_editable_set_text (GTK_EDITABLE (time), "45:10");
    shoot (tour, GTK_WIDGET (tour->window), "today-run");
    g_signal_emit_by_name (time, "entry-activated");
  } else {
    complain (tour, "there is no place to log a run", NULL);
  }
  let_work (tour);
  shoot (tour, GTK_WIDGET (tour->window), "today-run-saved");
}

/* --- files --- */

static void
write_files (Tour *tour)
{
  static const char *const charts[] = {"chart.svg", "chart.png", "chart.pdf"};
  LumUiContext *context = lum_window_get_context (tour->window);
  LumDay day = lum_ui_context_get_today (context);
  LumSettings *settings = lum_ui_context_get_settings (context);
  g_autofree char *pdf = g_build_filename (output, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;
  LumReportOptions options = {
      .first = day - 83,
      .last = day,
      .today = day,
      .paper = LUM_PAPER_A4,
      .units = lum_ui_context_get_units (context),
      .week_start = lum_settings_get_week_start (settings),
      .created = LUM_INSTANT_NONE,
  };
  LumChartView view = {
      .first = day - 91,
      .last = day,
      .units = options.units,
      .week_start = options.week_start,
      .font_scale = 1,
      .theme = LUM_CHART_THEME_LIGHT,
  };
  g_autoptr (LumReport) report =
      lum_report_new (lum_ui_context_get_diary (context), lum_ui_context_get_findings (context), &options);
  g_autoptr (LumChart) chart =
      lum_chart_new (lum_ui_context_get_diary (context), lum_ui_context_get_findings (context));

  if (lum_report_write_pdf (report, pdf, &error))
    g_print ("%s\n", pdf);
  else
    complain (tour, pdf, error);
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autofree char *path = g_build_filename (output, charts[i], NULL);

    g_clear_error (&error);
    if (lum_image_write_chart (chart, &view, 1200, 600, path, &error))
      g_print ("%s\n", path);
    else
      complain (tour, path, error);
  }
}

/* --- the visit --- */

static gboolean
go_through_cb (gpointer data)
{
  Tour *tour = data;
  GList *windows = gtk_application_get_windows (tour->application);

  if (!windows)
    return G_SOURCE_CONTINUE;

  tour->window = LUM_WINDOW (windows->data);
  let_work (tour);
  if (with_job)
    do_the_job (tour);
  shoot_pages (tour);
  if (with_dialogs)
    shoot_dialogs (tour);
  if (with_files)
    write_files (tour);
  gtk_window_close (GTK_WINDOW (tour->window));
  return G_SOURCE_REMOVE;
}

static void
startup_cb (GtkApplication *application, Tour *tour)
{
  g_autoptr (GSettings) state = g_settings_new (LUM_APP_ID);

  if (dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  /* Whole pixels between words, whatever the fonts' own widths: pictures are looked at closely. */
  g_object_set (gtk_settings_get_default (), "gtk-hint-font-metrics", TRUE, "gtk-xft-antialias", 1, "gtk-xft-hinting",
                1, "gtk-xft-hintstyle", "hintslight", "gtk-xft-rgba", "none", NULL);
  if (right_to_left || (language && g_str_has_prefix (language, "ar")))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (text_scale != 1)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (text_scale * 96 * 1024), NULL);
  /* The window opens as large as it was: it remembers what we want. The toolkit takes its shadow's part off that. */
  g_settings_set_int (state, "window-width", width + SHADOW);
  g_settings_set_int (state, "window-height", height + SHADOW);
  g_timeout_add (50, go_through_cb, tour);
}

/* A zone in which it is a quarter to eight in the morning now: pictures do not depend on when they are made. */
static void
make_it_morning (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  int west = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now) - MORNING;
  char zone[16];

  if (west > 12 * 60)
    west -= 24 * 60;
  g_snprintf (zone, sizeof zone, "TOUR%c%d:%02d", west < 0 ? '-' : '+', ABS (west) / 60, ABS (west) % 60);
  g_setenv ("TZ", zone, TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (LumApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  Tour tour = {0};

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error)) {
    g_printerr ("tour: %s\n", error->message);
    return 2;
  }
  if (!output)
    output = g_strdup ("tour");
  g_mkdir_with_parents (output, 0755);
  make_it_morning ();
  if (language)
    g_setenv ("LANGUAGE", language, TRUE);
  if (high_contrast)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder ? locale_folder : LUM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  const char *arguments[] = {"lumbar", "--today", today ? today : "2026-05-27", journal ? "--journal" : "--sample",
                             journal,  NULL};

  application = lum_application_new ();
  tour.application = GTK_APPLICATION (application);
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), &tour);
  int status = g_application_run (G_APPLICATION (application), journal ? 5 : 4, (char **) arguments);

  return status ? status : tour.status;
}
