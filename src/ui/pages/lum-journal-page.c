/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-journal-page.h"

#include "lum-day-list.h"
#include "lum-i18n.h"
#include "lum-journal-row.h"
#include "lum-record-dialogs.h"
#include "lum-record-pain.h"

/* Everything by day, newest first. Rows are made for what is on screen only. */
struct _LumJournalPage {
  AdwBin parent_instance;

  LumUiContext *context;
  LumDayList *days;
  LumUnits units;
  guint go; /* the tick callback that goes to a day, or 0 */
  LumDay go_day;
  guint go_frames, go_scrolled;
  gboolean deleting; /* Delete was pressed; the list is about to be another */

  GtkEditable *search;
  GtkDropDown *filter;
  GtkStack *views;
  GtkListView *list;
  AdwStatusPage *status;
};

#define MOST_FRAMES 60 /* to wait for the list to have a size */
#define SCROLLS 3

G_DEFINE_FINAL_TYPE (LumJournalPage, lum_journal_page, ADW_TYPE_BIN)

/* --- rows --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, lum_journal_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LumJournalPage *self)
{
  LumDayItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item), *cell = gtk_widget_get_parent (row);
  g_autofree char *spoken = lum_journal_row_set_item (LUM_JOURNAL_ROW (row), item, self->units);

  gtk_list_item_set_activatable (list_item, !lum_day_item_is_heading (item));
  gtk_list_item_set_selectable (list_item, FALSE);
  if (cell)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LumJournalPage *self)
{
  g_autofree char *none =
      lum_journal_row_set_item (LUM_JOURNAL_ROW (gtk_list_item_get_child (list_item)), NULL, self->units);
}

/* --- what is shown --- */

static void
update_views (LumJournalPage *self)
{
  gboolean found = lum_day_list_get_n_days (self->days) > 0;
  gboolean searching =
      *gtk_editable_get_text (self->search) || gtk_drop_down_get_selected (self->filter) != LUM_DAY_FILTER_ALL;

  if (!found) {
    adw_status_page_set_title (self->status, searching ? _ ("Nothing Found") : _ ("Nothing Logged Yet"));
    adw_status_page_set_description (self->status, searching ? _ ("Try another word, or show everything.")
                                                             : _ ("What you log on Today, and the runs that you "
                                                                  "import, will stand here by day."));
  }
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), found || searching);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter), found || searching);
  gtk_stack_set_visible_child_name (self->views, found ? "list" : "empty");
}

/* The focus goes to the whole day, so that a second Delete does not take what stood beside the first. The list gives it
 * to an entry of its choice: a row hands it on to what is in it. */
static void
focus_whole_day (LumJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, LUM_TYPE_JOURNAL_ROW) : NULL;

  if (row && gtk_widget_get_parent (row))
    gtk_root_set_focus (root, gtk_widget_get_parent (row));
}

static gboolean
deleted_cb (gpointer user_data)
{
  LumJournalPage *self = user_data;

  if (self->deleting)
    focus_whole_day (self);
  self->deleting = FALSE;
  return G_SOURCE_REMOVE;
}

static void
update (GtkWidget *widget, guint changes)
{
  LumJournalPage *self = LUM_JOURNAL_PAGE (widget);
  LumUnits units = lum_ui_context_get_units (self->context);
  LumDiary *diary = lum_ui_context_get_diary (self->context);

  if (units != self->units) {
    /* Rows hold formatted numbers: all of them are made anew. */
    self->units = units;
    g_autoptr (LumDiary) none = lum_diary_new_empty ();
    lum_day_list_set_diary (self->days, none);
  }
  lum_day_list_set_diary (self->days, diary);
  update_views (self);
  if (self->deleting && (changes & LUM_UI_CHANGE_DIARY)) /* once the list has been laid out */
    g_idle_add_full (G_PRIORITY_LOW, deleted_cb, g_object_ref (self), g_object_unref);
}

static void
search_cb (LumJournalPage *self)
{
  lum_day_list_set_search (self->days, gtk_editable_get_text (self->search));
  update_views (self);
}

static void
filter_cb (LumJournalPage *self)
{
  lum_day_list_set_filter (self->days, (LumDayFilter) gtk_drop_down_get_selected (self->filter));
  update_views (self);
}

/* --- editing --- */

static GtkWindow *
get_window (LumJournalPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumJournalPage *self = LUM_JOURNAL_PAGE (widget);
  LumDiary *diary = lum_ui_context_get_diary (self->context);
  const char *id;
  int kind;

  g_variant_get (parameter, "(i&s)", &kind, &id);
  gconstpointer record = lum_diary_find (diary, (LumRecordKind) kind, id);

  if (!record)
    return;
  switch (kind) {
  case LUM_RECORD_PAIN:
    lum_entry_dialog_present (get_window (self), self->context, record, LUM_DAY_NONE);
    break;
  case LUM_RECORD_RUN:
    lum_run_dialog_present (get_window (self), self->context, record, LUM_DAY_NONE);
    break;
  case LUM_RECORD_VISIT:
    lum_visit_dialog_present (get_window (self), self->context, record);
    break;
  case LUM_RECORD_GAP_ANSWER:
    lum_gap_dialog_present (get_window (self), self->context, record);
    break;
  case LUM_RECORD_DAY_DETAIL:
    lum_details_dialog_present (get_window (self), self->context, ((const LumDayDetail *) record)->day);
    break;
  case LUM_RECORD_TREATMENT:
    lum_details_dialog_present (get_window (self), self->context, ((const LumTreatment *) record)->first);
    break;
  default:
    break;
  }
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumJournalPage *self = LUM_JOURNAL_PAGE (widget);
  const char *id;
  int kind;

  g_variant_get (parameter, "(i&s)", &kind, &id);
  lum_ui_context_commit (self->context, widget, lum_record_delete ((LumRecordKind) kind, id), _ ("Entry deleted"));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumJournalPage *self = LUM_JOURNAL_PAGE (widget);
  LumDay today = lum_ui_context_get_today (self->context);

  if (g_str_equal (name, "journal.add-run"))
    lum_run_dialog_present (get_window (self), self->context, NULL, today);
  else
    lum_entry_dialog_present (get_window (self), self->context, NULL, today);
}

/* Delete takes away the entry that has focus. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint code,
                GdkModifierType state,
                LumJournalPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete) {
    self->deleting = FALSE;
    return GDK_EVENT_PROPAGATE;
  }
  if (self->deleting)
    return GDK_EVENT_STOP;
  if (!GTK_IS_BUTTON (focus) ||
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), "journal.edit") != 0)
    return GDK_EVENT_PROPAGATE;

  g_autoptr (GVariant) target = g_variant_ref (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)));

  self->deleting = TRUE;
  focus_whole_day (self);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "journal.delete", target);
  return GDK_EVENT_STOP;
}

/* A row that is activated itself: what else that day was like. */
static void
activated_cb (LumJournalPage *self, guint position)
{
  g_autoptr (LumDayItem) item = g_list_model_get_item (G_LIST_MODEL (self->days), position);

  if (item && !lum_day_item_is_heading (item))
    lum_details_dialog_present (get_window (self), self->context, lum_day_item_get_day (item));
}

static void
lum_journal_page_dispose (GObject *object)
{
  LumJournalPage *self = LUM_JOURNAL_PAGE (object);

  g_clear_object (&self->days);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_journal_page_parent_class)->dispose (object);
}

static void
lum_journal_page_class_init (LumJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_journal_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/pages/lum-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LumJournalPage, search);
  gtk_widget_class_bind_template_child (widget_class, LumJournalPage, filter);
  gtk_widget_class_bind_template_child (widget_class, LumJournalPage, views);
  gtk_widget_class_bind_template_child (widget_class, LumJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, LumJournalPage, status);
  gtk_widget_class_install_action (widget_class, "journal.edit", "(is)", edit_action);
  gtk_widget_class_install_action (widget_class, "journal.delete", "(is)", delete_action);
  gtk_widget_class_install_action (widget_class, "journal.add-pain", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "journal.add-run", NULL, add_action);
}

static void
lum_journal_page_init (LumJournalPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lum_journal_page_new:
 *
 * The Journal page of a window.
 */
GtkWidget *
lum_journal_page_new (LumUiContext *context)
{
  LumJournalPage *self = g_object_new (LUM_TYPE_JOURNAL_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->context = g_object_ref (context);
  self->units = lum_ui_context_get_units (context);
  self->days = lum_day_list_new (lum_ui_context_get_diary (context));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->days)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/* --- going to a day --- */

static GtkWidget *
find_cell (LumJournalPage *self, LumDay day)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->list)); cell;
       cell = gtk_widget_get_next_sibling (cell)) {
    GtkWidget *row = gtk_widget_get_first_child (cell);

    if (LUM_IS_JOURNAL_ROW (row) && lum_journal_row_get_day (LUM_JOURNAL_ROW (row)) == day)
      return cell;
  }
  return NULL;
}

/* The day has the focus, and is seen to have it: else nobody knows which of the days on screen was meant. */
static void
mark_day (LumJournalPage *self, LumDay day)
{
  GtkWidget *cell = find_cell (self, day);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!cell || !GTK_IS_WINDOW (root))
    return;
  gtk_root_set_focus (root, cell);
  gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

/* A list that has no size yet cannot scroll, and one that scrolls guesses how high the rows are that it has not made: so
 * it is asked again in the frames that follow. */
static gboolean
go_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LumJournalPage *self = LUM_JOURNAL_PAGE (widget);
  guint position;

  if (gtk_widget_get_height (GTK_WIDGET (self->list)) <= 0 && self->go_frames < MOST_FRAMES) {
    self->go_frames++;
    return G_SOURCE_CONTINUE;
  }
  position = lum_day_list_find (self->days, self->go_day);
  if (position != LUM_DAY_LIST_NOT_FOUND)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (position != LUM_DAY_LIST_NOT_FOUND && ++self->go_scrolled < SCROLLS)
    return G_SOURCE_CONTINUE;
  if (position != LUM_DAY_LIST_NOT_FOUND) {
    g_autoptr (LumDayItem) item = g_list_model_get_item (G_LIST_MODEL (self->days), position);

    mark_day (self, lum_day_item_get_day (item));
  }
  self->go = 0;
  return G_SOURCE_REMOVE;
}

/**
 * lum_journal_page_show_day:
 *
 * Scrolls to a day, or to the nearest one that has something on it, and marks it.
 */
void
lum_journal_page_show_day (LumJournalPage *self, LumDay day)
{
  g_return_if_fail (LUM_IS_JOURNAL_PAGE (self));

  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->filter, LUM_DAY_FILTER_ALL);
  lum_day_list_set_search (self->days, "");
  self->go_day = day;
  self->go_frames = self->go_scrolled = 0;
  if (self->go == 0)
    self->go = gtk_widget_add_tick_callback (GTK_WIDGET (self), go_cb, NULL, NULL);
}
