/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-guide-page.h"

#include "lum-fit-bin.h"
#include "lum-i18n.h"
#include "lum-topic-view.h"
#include "lum-topics.h"

struct _LumGuidePage {
  AdwBin parent_instance;

  LumUiContext *context;
  gboolean chosen; /* the person opened a topic; until then a narrow window shows the list */

  LumFitBin *fit;
  GtkListBox *side_list;
  LumTopicView *side_topic;
  GtkStack *narrow_stack;
  GtkListBox *narrow_list;
  LumTopicView *narrow_topic;
  GtkWidget *back_button;
};

G_DEFINE_FINAL_TYPE (LumGuidePage, lum_guide_page, ADW_TYPE_BIN)

static GtkListBoxRow *
find_row (GtkListBox *list, const LumTopic *topic)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "topic") == topic)
      return row;
  return NULL;
}

static void
show_topic (LumGuidePage *self, const LumTopic *topic)
{
  GtkListBoxRow *row = find_row (self->side_list, topic);

  lum_topic_view_set_topic (self->side_topic, topic);
  lum_topic_view_set_topic (self->narrow_topic, topic);
  if (row && gtk_list_box_get_selected_row (self->side_list) != row)
    gtk_list_box_select_row (self->side_list, row);
}

static void
open_topic (LumGuidePage *self, const LumTopic *topic)
{
  self->chosen = TRUE;
  show_topic (self, topic);
  gtk_stack_set_visible_child_name (self->narrow_stack, "topic");
  if (lum_fit_bin_get_narrow (self->fit))
    gtk_widget_grab_focus (self->back_button);
}

static void
side_selected_cb (LumGuidePage *self, GtkListBoxRow *row)
{
  const LumTopic *topic = row ? g_object_get_data (G_OBJECT (row), "topic") : NULL;

  if (!topic || topic == lum_topic_view_get_topic (self->side_topic))
    return;
  self->chosen = TRUE;
  show_topic (self, topic);
  gtk_stack_set_visible_child_name (self->narrow_stack, "topic");
}

static void
show_topic_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lum_guide_page_show_topic (LUM_GUIDE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LumGuidePage *self = LUM_GUIDE_PAGE (widget);
  const LumTopic *topic = lum_topic_view_get_topic (self->narrow_topic);
  GtkListBoxRow *row = topic ? find_row (self->narrow_list, topic) : NULL;

  if (!lum_fit_bin_get_narrow (self->fit))
    return;
  gtk_stack_set_visible_child_name (self->narrow_stack, "list");
  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
fill_lists (LumGuidePage *self)
{
  const LumTopic *const *topics = lum_topics_get_all ();

  for (guint i = 0; topics[i]; i++) {
    GtkWidget *side = gtk_list_box_row_new ();
    GtkWidget *label = gtk_label_new (_ (topics[i]->title));
    GtkWidget *row = adw_action_row_new ();

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_widget_set_margin_top (label, 10);
    gtk_widget_set_margin_bottom (label, 10);
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (side), label);
    g_object_set_data (G_OBJECT (side), "topic", (gpointer) topics[i]);
    gtk_accessible_update_property (GTK_ACCESSIBLE (side), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (topics[i]->title), -1);
    gtk_list_box_append (self->side_list, side);

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (topics[i]->title));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (topics[i]->summary));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "guide.show-topic");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", topics[i]->id);
    g_object_set_data (G_OBJECT (row), "topic", (gpointer) topics[i]);
    gtk_list_box_append (self->narrow_list, row);
  }
}

static void
lum_guide_page_dispose (GObject *object)
{
  LumGuidePage *self = LUM_GUIDE_PAGE (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (lum_guide_page_parent_class)->dispose (object);
}

static void
lum_guide_page_class_init (LumGuidePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lum_guide_page_dispose;

  g_type_ensure (LUM_TYPE_FIT_BIN);
  g_type_ensure (LUM_TYPE_TOPIC_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lumbar_journal/Lumbar/pages/lum-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LumGuidePage, fit);
  gtk_widget_class_bind_template_child (widget_class, LumGuidePage, side_list);
  gtk_widget_class_bind_template_child (widget_class, LumGuidePage, side_topic);
  gtk_widget_class_bind_template_child (widget_class, LumGuidePage, narrow_stack);
  gtk_widget_class_bind_template_child (widget_class, LumGuidePage, narrow_list);
  gtk_widget_class_bind_template_child (widget_class, LumGuidePage, narrow_topic);
  gtk_widget_class_bind_template_child (widget_class, LumGuidePage, back_button);
  gtk_widget_class_install_action (widget_class, "guide.show-topic", "s", show_topic_action);
  gtk_widget_class_install_action (widget_class, "guide.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "guide.back", NULL);
}

static void
lum_guide_page_init (LumGuidePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_lists (self);
  show_topic (self, lum_topics_get_all ()[0]);
  g_signal_connect_object (self->side_list, "row-selected", G_CALLBACK (side_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
update (GtkWidget *widget, guint changes)
{
  LumGuidePage *self = LUM_GUIDE_PAGE (widget);
  LumFindings *findings = lum_ui_context_get_findings (self->context);

  if (!findings)
    return;
  lum_topic_view_set_gate (self->side_topic, &findings->exercises);
  lum_topic_view_set_gate (self->narrow_topic, &findings->exercises);
}

/**
 * lum_guide_page_new:
 *
 * The Guide page of a window.
 */
GtkWidget *
lum_guide_page_new (LumUiContext *context)
{
  LumGuidePage *self = g_object_new (LUM_TYPE_GUIDE_PAGE, NULL);

  self->context = g_object_ref (context);
  lum_ui_context_keep_updated (context, GTK_WIDGET (self), update);
  return GTK_WIDGET (self);
}

/**
 * lum_guide_page_show_topic:
 * @topic: its id
 *
 * Opens a topic.
 */
void
lum_guide_page_show_topic (LumGuidePage *self, const char *topic)
{
  const LumTopic *found;

  g_return_if_fail (LUM_IS_GUIDE_PAGE (self));
  g_return_if_fail (topic != NULL);

  found = lum_topics_find (topic);
  if (found)
    open_topic (self, found);
}
