/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-window.h"

#include "lum-export-dialog.h"
#include "lum-fit-bin.h"
#include "lum-guide-page.h"
#include "lum-help-dialogs.h"
#include "lum-i18n.h"
#include "lum-import-dialog.h"
#include "lum-journal-page.h"
#include "lum-narrow-header.h"
#include "lum-record-dialogs.h"
#include "lum-report-dialog.h"
#include "lum-restore-dialog.h"
#include "lum-today-page.h"
#include "lum-trends-page.h"

#define DEFAULT_WIDTH 900
#define DEFAULT_HEIGHT 720
#define WIDE 700 /* a window that starts narrower than this has its narrow header from the first frame */
#define TOAST_COMES_IN_US (G_USEC_PER_SEC / 2)
#define ERROR_SECONDS 20 /* a sentence or two, read without haste */

struct _LumWindow {
  AdwApplicationWindow parent_instance;

  LumUiContext *context;
  GSettings *state; /* (nullable) */
  AdwToast *last_toast;
  gint64 last_toast_at;
  gboolean closing;

  LumFitBin *header;
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar; /* NULL until the window is narrow, as is the title */
  AdwViewStack *stack;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkRevealer *sample_banner;
  GtkBox *content_box;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
};

G_DEFINE_FINAL_TYPE (LumWindow, lum_window, ADW_TYPE_APPLICATION_WINDOW)

/* The pages: one line each. */
static const struct {
  const char *name;
  GtkWidget *(*create) (LumUiContext *context);
} pages[] = {
    {"today", lum_today_page_new},
    {"journal", lum_journal_page_new},
    {"trends", lum_trends_page_new},
    {"guide", lum_guide_page_new},
};

/* A page is built when it is first looked at: a start pays for one of them. */
static GtkWidget *
ensure_page (LumWindow *self, const char *name)
{
  GtkWidget *place = adw_view_stack_get_child_by_name (self->stack, name);

  if (!place || !self->context)
    return NULL;
  if (!adw_bin_get_child (ADW_BIN (place)))
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      if (g_str_equal (pages[i].name, name))
        adw_bin_set_child (ADW_BIN (place), pages[i].create (self->context));
  return adw_bin_get_child (ADW_BIN (place));
}

static void
page_shown_cb (LumWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (name)
    ensure_page (self, name);
}

/* --- titles and states --- */

static void
update_title (LumWindow *self)
{
  g_autofree char *usual = lum_journal_get_default_path ();
  const char *path = lum_journal_get_path (lum_ui_context_get_journal (self->context));
  g_autofree char *title = NULL;

  if (lum_ui_context_get_is_sample (self->context)) {
    title = g_strdup (_ ("Sample Journal"));
  } else if (path && g_strcmp0 (path, usual) != 0) {
    g_autofree char *name = g_filename_display_basename (path);

    if (g_str_has_suffix (name, ".db"))
      name[strlen (name) - 3] = '\0';
    title = g_steal_pointer (&name);
  }

  if (title) {
    /* Translators: the window's title; %s is the name of a journal */
    g_autofree char *whole = g_strdup_printf (_ ("%s — Lumbar"), title);

    gtk_window_set_title (GTK_WINDOW (self), whole);
    if (self->title)
      adw_window_title_set_title (self->title, title);
  } else {
    gtk_window_set_title (GTK_WINDOW (self), _ ("Lumbar"));
    if (self->title)
      adw_window_title_set_title (self->title, _ ("Lumbar"));
  }
}

/* --- what only a narrow window needs --- */

static GtkWidget *
make_narrow_header_cb (gpointer user_data)
{
  LumWindow *self = user_data;

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  if (self->context)
    update_title (self);
  return lum_narrow_header_new (GTK_WIDGET (self->title), self->main_menu);
}

static void
narrow_changed_cb (LumWindow *self)
{
  gboolean narrow = lum_fit_bin_get_narrow (self->header);

  if (narrow && !self->switcher_bar) {
    self->switcher_bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->stack);
    gtk_widget_set_sensitive (GTK_WIDGET (self->switcher_bar), gtk_widget_get_sensitive (GTK_WIDGET (self->switcher)));
    gtk_box_append (self->content_box, GTK_WIDGET (self->switcher_bar));
  }
  if (self->switcher_bar)
    adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
}

static void
update_undo_cb (LumWindow *self)
{
  LumJournal *journal = lum_ui_context_get_journal (self->context);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", lum_journal_get_can_undo (journal));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", lum_journal_get_can_redo (journal));
}

/* Without a journal the window can only be closed, or try again. */
static void
set_usable (LumWindow *self, gboolean usable)
{
  static const char *const actions[] = {"win.export",    "win.back-up",   "win.restore",  "win.import",
                                        "win.report",    "win.visit",     "win.help",     "win.safety-check",
                                        "win.fill-gaps", "win.show-page", "win.show-day", "win.show-topic"};

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], usable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->switcher), usable);
  if (self->switcher_bar)
    gtk_widget_set_sensitive (GTK_WIDGET (self->switcher_bar), usable);
}

/* A journal that cannot be opened is left alone; the window says why and what can be done. */
static void
show_failure (LumWindow *self, const GError *error)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *retry = gtk_button_new_with_mnemonic (_ ("_Try Again"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("The Journal Could Not Be Opened"));
  g_autofree char *text = g_strdup_printf (
      "%s\n\n%s", error ? error->message : "",
      _ ("Nothing was changed. Backups lie in the folder beside the journal; another journal can be opened with "
         "“lumbar --journal FILE”."));
  g_autofree char *markup = g_markup_escape_text (text, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), markup);
  gtk_widget_set_halign (retry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (retry, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (retry), "win.open-again");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), retry);
  set_usable (self, FALSE);
  adw_toast_overlay_set_child (self->toasts, status);
}

static void
context_changed_cb (LumWindow *self, guint changes)
{
  const GError *error = NULL;

  if (!(changes & LUM_UI_CHANGE_STATE))
    return;
  if (lum_ui_context_get_state (self->context, &error) == LUM_UI_FAILED) {
    show_failure (self, error);
  } else {
    set_usable (self, TRUE);
    if (adw_toast_overlay_get_child (self->toasts) != GTK_WIDGET (self->stack))
      adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->stack));
    update_undo_cb (self);
  }
}

/* --- actions --- */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lum_journal_undo_finish (LUM_JOURNAL (source), result, &error))
    lum_window_toast_error (GTK_WIDGET (self), error);
}

/* libadwaita 1.2 trips over a toast that is dismissed before it has come in. */
static gboolean
toast_is_coming_in (LumWindow *self)
{
  return self->last_toast && g_get_monotonic_time () - self->last_toast_at < TOAST_COMES_IN_US;
}

/* What the last toast said is no longer so. */
static void
withdraw_toast (LumWindow *self, const char *instead)
{
  if (toast_is_coming_in (self)) {
    adw_toast_set_title (self->last_toast, instead);
    adw_toast_set_button_label (self->last_toast, NULL);
    return;
  }
  if (self->last_toast)
    adw_toast_dismiss (self->last_toast);
  g_clear_weak_pointer (&self->last_toast);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumWindow *self = LUM_WINDOW (widget);
  LumJournal *journal = lum_ui_context_get_journal (self->context);

  withdraw_toast (self, g_str_equal (name, "win.undo") ? _ ("Undone") : _ ("Done again"));
  if (g_str_equal (name, "win.undo"))
    lum_journal_undo_async (journal, undone_cb, g_object_ref (self));
  else
    lum_journal_redo_async (journal, undone_cb, g_object_ref (self));
}

static void
revert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumWindow *self = LUM_WINDOW (widget);

  lum_journal_revert_async (lum_ui_context_get_journal (self->context), g_variant_get_int64 (parameter), undone_cb,
                            g_object_ref (self));
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_window_show_page (LUM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = lum_window_show_page (LUM_WINDOW (widget), "journal");

  if (page)
    lum_journal_page_show_day (LUM_JOURNAL_PAGE (page), g_variant_get_int32 (parameter));
}

static void
show_topic_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = lum_window_show_page (LUM_WINDOW (widget), "guide");

  if (page)
    lum_guide_page_show_topic (LUM_GUIDE_PAGE (page), g_variant_get_string (parameter, NULL));
}

static void
fill_gaps_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = lum_window_show_page (LUM_WINDOW (widget), "today");

  if (page)
    lum_today_page_fill_gaps (LUM_TODAY_PAGE (page));
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_window_show_page (LUM_WINDOW (widget), "guide");
}

static void
dialog_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumWindow *self = LUM_WINDOW (widget);
  GtkWindow *window = GTK_WINDOW (widget);

  if (g_str_equal (name, "win.import"))
    lum_import_dialog_choose (window, self->context);
  else if (g_str_equal (name, "win.export"))
    lum_export_dialog_present (window, self->context);
  else if (g_str_equal (name, "win.back-up"))
    lum_back_up_choose (window, self->context);
  else if (g_str_equal (name, "win.restore"))
    lum_restore_dialog_present (window, self->context);
  else if (g_str_equal (name, "win.report"))
    lum_report_dialog_present (window, self->context);
  else if (g_str_equal (name, "win.visit"))
    lum_visit_dialog_present (window, self->context, NULL);
  else if (g_str_equal (name, "win.safety-check"))
    lum_safety_dialog_present (window, self->context);
  else if (g_str_equal (name, "win.show-help-overlay"))
    lum_shortcuts_present (window);
  else if (g_str_equal (name, "win.about"))
    lum_about_present (window);
}

static void
open_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_ui_context_open (LUM_WINDOW (widget)->context);
}

/* --- dropping files --- */

static gboolean
files_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, LumWindow *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  const GdkFileList *list = g_value_get_boxed (value);

  for (GSList *l = gdk_file_list_get_files ((GdkFileList *) list); l; l = l->next)
    g_list_store_append (files, l->data);
  lum_window_import_files (self, G_LIST_MODEL (files));
  return TRUE;
}

/* --- closing waits for what is being written --- */

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LumWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lum_journal_close_finish (LUM_JOURNAL (source), result, &error))
    g_message ("%s", error->message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_state (LumWindow *self)
{
  int width, height;

  if (!self->state)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->state, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && width >= 360 && height >= 294) {
    g_settings_set_int (self->state, "window-width", width);
    g_settings_set_int (self->state, "window-height", height);
  }
  if (adw_view_stack_get_visible_child_name (self->stack))
    g_settings_set_string (self->state, "page", adw_view_stack_get_visible_child_name (self->stack));
}

static gboolean
lum_window_close_request (GtkWindow *window)
{
  LumWindow *self = LUM_WINDOW (window);

  if (self->closing || !self->context)
    return GTK_WINDOW_CLASS (lum_window_parent_class)->close_request (window);

  save_state (self);
  self->closing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  lum_journal_close_async (lum_ui_context_get_journal (self->context), closed_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

/* On focus: the day may be another, another program may have written, and the watched folder may hold more. */
static void
is_active_cb (LumWindow *self)
{
  LumRunMonitor *runs;

  if (!gtk_window_is_active (GTK_WINDOW (self)) || !self->context || self->closing)
    return;
  lum_clock_check (lum_ui_context_get_clock (self->context));
  if (lum_ui_context_get_state (self->context, NULL) != LUM_UI_OPEN)
    return;
  lum_journal_refresh_async (lum_ui_context_get_journal (self->context), NULL, NULL);
  runs = lum_ui_context_get_run_monitor (self->context);
  if (runs)
    lum_run_monitor_look (runs);
}

static void
lum_window_dispose (GObject *object)
{
  LumWindow *self = LUM_WINDOW (object);

  g_clear_weak_pointer (&self->last_toast);
  g_clear_object (&self->context);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (lum_window_parent_class)->dispose (object);
}

static void
lum_window_class_init (LumWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lum_window_close_request;

  g_type_ensure (LUM_TYPE_FIT_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lumbar_journal/Lumbar/lum-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LumWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LumWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, LumWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, LumWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LumWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, LumWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LumWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LumWindow, sample_banner);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.revert", "x", revert_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-day", "i", show_day_action);
  gtk_widget_class_install_action (widget_class, "win.show-topic", "s", show_topic_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.report", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.visit", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.safety-check", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.fill-gaps", NULL, fill_gaps_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "win.open-again", NULL, open_again_action);
}

static void
lum_window_init (LumWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  lum_menu_button_set_menu_later (self->menu_button, self->main_menu);
  g_signal_connect_object (self->header, "notify::narrow", G_CALLBACK (narrow_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  g_signal_connect (drop, "drop", G_CALLBACK (files_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * lum_window_new:
 * @context: what it shows; not opened by the window
 * @state: (nullable): where size and page are kept
 *
 * The window of one journal.
 */
LumWindow *
lum_window_new (GtkApplication *application, LumUiContext *context, GSettings *state)
{
  g_return_val_if_fail (LUM_IS_UI_CONTEXT (context), NULL);

  LumWindow *self = g_object_new (LUM_TYPE_WINDOW, "application", application, NULL);
  LumJournal *journal = lum_ui_context_get_journal (context);

  int width = DEFAULT_WIDTH;

  self->context = g_object_ref (context);
  if (state) {
    width = g_settings_get_int (state, "window-width");
    self->state = g_object_ref (state);
    gtk_window_set_default_size (GTK_WINDOW (self), width, g_settings_get_int (state, "window-height"));
    if (g_settings_get_boolean (state, "window-maximized"))
      gtk_window_maximize (GTK_WINDOW (self));
    g_autofree char *page = g_settings_get_string (state, "page");
    adw_view_stack_set_visible_child_name (self->stack, page);
  } else {
    gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  }

  if (width < WIDE)
    g_object_set (self->header, "narrow-child", make_narrow_header_cb (self), NULL);
  else
    lum_fit_bin_set_make_narrow (self->header, make_narrow_header_cb, self);
  gtk_revealer_set_reveal_child (self->sample_banner, lum_ui_context_get_is_sample (context));
  g_signal_connect_object (context, "changed", G_CALLBACK (context_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::can-undo", G_CALLBACK (update_undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::can-redo", G_CALLBACK (update_undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
  page_shown_cb (self);
  update_title (self);
  update_undo_cb (self);
  return self;
}

LumUiContext *
lum_window_get_context (LumWindow *self)
{
  g_return_val_if_fail (LUM_IS_WINDOW (self), NULL);

  return self->context;
}

/**
 * lum_window_show_page:
 * @name: today, journal, trends or guide
 *
 * Turns to a page.
 *
 * Returns: (transfer none) (nullable): the page
 */
GtkWidget *
lum_window_show_page (LumWindow *self, const char *name)
{
  g_return_val_if_fail (LUM_IS_WINDOW (self), NULL);

  GtkWidget *page = ensure_page (self, name);

  if (page)
    adw_view_stack_set_visible_child_name (self->stack, name);
  return page;
}

/**
 * lum_window_import_files:
 * @files: of #GFile, files and folders
 *
 * Shows what would come in from files.
 */
void
lum_window_import_files (LumWindow *self, GListModel *files)
{
  g_return_if_fail (LUM_IS_WINDOW (self));

  if (g_list_model_get_n_items (files) > 0)
    lum_import_dialog_present (GTK_WINDOW (self), self->context, files);
}

/* --- toasts --- */

static LumWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (GTK_IS_WINDOW (root) && !LUM_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  return LUM_IS_WINDOW (root) ? LUM_WINDOW (root) : NULL;
}

/* One toast at a time: what was said last is what counts. One that is still coming in is reworded. */
static void
show_toast (LumWindow *self, AdwToast *toast)
{
  if (toast_is_coming_in (self)) {
    adw_toast_set_title (self->last_toast, adw_toast_get_title (toast));
    adw_toast_set_button_label (self->last_toast, adw_toast_get_button_label (toast));
    adw_toast_set_action_target_value (self->last_toast, adw_toast_get_action_target_value (toast));
    adw_toast_set_action_name (self->last_toast, adw_toast_get_action_name (toast));
    g_object_unref (toast);
    return;
  }
  if (self->last_toast)
    adw_toast_dismiss (self->last_toast);
  g_set_weak_pointer (&self->last_toast, toast);
  self->last_toast_at = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * lum_window_has_toast:
 * @widget: in a window, or not
 *
 * Whether a toast is on screen, whose Undo somebody may be about to press.
 */
gboolean
lum_window_has_toast (GtkWidget *widget)
{
  LumWindow *self = find_window (widget);

  return self && self->last_toast != NULL;
}

/**
 * lum_window_toast:
 * @widget: in the window, or in a dialog of it
 * @text: plain text
 *
 * Says something for a few seconds.
 */
void
lum_window_toast (GtkWidget *widget, const char *text)
{
  LumWindow *self = find_window (widget);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (self)
    show_toast (self, adw_toast_new (markup));
}

/**
 * lum_window_toast_undo:
 * @group: the transaction that Undo takes back
 *
 * Says what was done, with Undo.
 */
void
lum_window_toast_undo (GtkWidget *widget, const char *text, gint64 group)
{
  LumWindow *self = find_window (widget);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (!self)
    return;

  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.revert");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (group));
  show_toast (self, toast);
}

/**
 * lum_window_toast_error:
 *
 * Says what went wrong, for as long as it takes to read it; the next thing said replaces it.
 */
void
lum_window_toast_error (GtkWidget *widget, const GError *error)
{
  LumWindow *self = find_window (widget);

  if (!self || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_autofree char *markup = g_markup_escape_text (error->message, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, ERROR_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show_toast (self, toast);
}
