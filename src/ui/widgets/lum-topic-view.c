/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-topic-view.h"

#include "lum-i18n.h"

struct _LumTopicView {
  AdwBin parent_instance;

  const LumTopic *topic;
  LumExerciseGate gate; /* which exercises may be shown now (RF-R9) */
};

G_DEFINE_FINAL_TYPE (LumTopicView, lum_topic_view, ADW_TYPE_BIN)

static const struct {
  LumTopicActions flag;
  const char *label;
  const char *action;
} actions[] = {
    {LUM_TOPIC_ACTION_REPORT, N_ ("Prepare the Doctor Report…"), "win.report"},
    {LUM_TOPIC_ACTION_SAFETY_CHECK, N_ ("Safety Check…"), "win.safety-check"},
    {LUM_TOPIC_ACTION_SEEN_SOMEONE, N_ ("I’ve Seen Someone…"), "win.visit"},
    {LUM_TOPIC_ACTION_LOG_RUN, N_ ("Log a Run"), "win.log-run"},
    {LUM_TOPIC_ACTION_IMPORT, N_ ("Import Runs…"), "win.import"},
    {LUM_TOPIC_ACTION_TRENDS, N_ ("See Your Trends"), "win.show-page::trends"},
};

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_caption (const char *text)
{
  GtkWidget *label = new_label (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* A row that is read, not pressed: focus stops there, so that it can be read aloud. */
static GtkWidget *
new_row (const char *id, const char *title, const char *text, const char *strength, const char *caption)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autoptr (GString) spoken = g_string_new (NULL);

  if (id)
    gtk_widget_set_name (row, id);
  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  if (title) {
    gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
    g_string_append_printf (spoken, "%s. ", title);
  }
  gtk_box_append (GTK_BOX (box), new_label (text, NULL));
  g_string_append (spoken, text);
  if (strength) {
    gtk_box_append (GTK_BOX (box), new_label (strength, "caption-heading"));
    g_string_append_printf (spoken, " %s", strength);
  }
  if (caption) {
    gtk_box_append (GTK_BOX (box), new_caption (caption));
    g_string_append_printf (spoken, " %s", caption);
  }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  return row;
}

static GtkWidget *
add_section (GtkBox *page, const char *title, const char *subtitle, const char *icon, const char *css_class)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *heading = new_label (title, "heading");
  GtkWidget *list = gtk_list_box_new ();

  if (icon) {
    GtkWidget *image = gtk_image_new_from_icon_name (icon);

    gtk_widget_add_css_class (image, "dim-label");
    gtk_box_append (GTK_BOX (header), image);
  }
  gtk_box_append (GTK_BOX (header), heading);
  gtk_box_append (GTK_BOX (section), header);
  if (subtitle)
    gtk_box_append (GTK_BOX (section), new_caption (subtitle));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_set_margin_top (list, 4);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (section), list);
  gtk_box_append (page, section);
  return list;
}

static void
add_fact (GtkWidget *list, const LumFact *fact)
{
  /* Translators: below a fact: whose it is, what kind of fact, and its number, e.g. "Article · Cause · A02" */
  g_autofree char *caption = g_strdup_printf (C_ ("fact", "%s · %s · %s"), lum_fact_get_source_label (fact),
                                              lum_fact_type_to_label (fact->type), fact->id);

  gtk_list_box_append (GTK_LIST_BOX (list),
                       new_row (fact->id, fact->term ? _ (fact->term) : NULL, _ (fact->text), NULL, caption));
}

static void
add_facts (GtkBox *page, const LumTopic *topic)
{
  GtkWidget *list = add_section (page, _ ("From the Article"), _ ("A spine clinic’s patient page, in our own words"),
                                 "lumbar-article-symbolic", "article");

  for (const LumFact *fact = topic->facts; fact->id; fact++)
    add_fact (list, fact);
  for (guint i = 0; topic->also && topic->also[i]; i++)
    add_fact (list, lum_facts_find (topic->also[i]));
}

static void
add_notes (GtkBox *page, const LumTopic *topic)
{
  GtkWidget *list;

  if (!topic->notes)
    return;
  list = add_section (page, _ ("What Research Adds"), _ ("Not the article’s words"), "lumbar-research-symbolic",
                      "research");
  for (const LumResearchNote *note = topic->notes; note->id; note++) {
    /* Translators: below a research note: its number, the number of the fact it is about, its grade, whose studies. */
    g_autofree char *caption = g_strdup_printf (_ ("Research · %s, on %s · grade %s · %s"), note->id, note->about,
                                                note->grade, _ (note->citations));

    gtk_list_box_append (GTK_LIST_BOX (list), new_row (note->id, NULL, _ (note->text), _ (note->strength), caption));
  }
}

static gboolean
is_left_out (const LumTip *tip, const LumExerciseGate *gate)
{
  return tip->exercise && !lum_exercise_gate_allows (gate, tip->exercise);
}

static void
add_tips (GtkBox *page, const char *title, const LumTip *tips, const LumExerciseGate *gate)
{
  GtkWidget *list;
  gboolean any_left_out = FALSE;

  if (!tips)
    return;
  for (const LumTip *tip = tips; tip->title; tip++)
    any_left_out = any_left_out || is_left_out (tip, gate);
  list = add_section (page, _ (title), NULL, "lumbar-tip-symbolic", "tips");
  if (any_left_out)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_row ("left-out", _ ("Not Now"), lum_exercise_gate_describe (gate), NULL, NULL));
  for (const LumTip *tip = tips; tip->title; tip++)
    if (!is_left_out (tip, gate))
      gtk_list_box_append (GTK_LIST_BOX (list), new_row (NULL, _ (tip->title), _ (tip->text), NULL, _ (tip->source)));
}

static void
add_terms (GtkBox *page, const LumTopic *topic)
{
  GtkWidget *list;

  if (!topic->terms)
    return;
  list = add_section (page, _ ("Lumbar’s Words"), NULL, NULL, "tips");
  for (const LumTerm *term = topic->terms; term->term; term++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (NULL, _ (term->term), _ (term->text), NULL, NULL));
}

static void
add_actions (GtkBox *page, const LumTopic *topic)
{
  GtkWidget *box;

  if (!topic->actions)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    GtkWidget *button;

    if (!(topic->actions & actions[i].flag))
      continue;
    button = gtk_button_new_with_label (_ (actions[i].label));
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), actions[i].action);
    gtk_widget_add_css_class (button, "pill");
    gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
    gtk_box_append (GTK_BOX (box), button);
  }
  gtk_box_append (page, box);
}

static void
add_related (GtkBox *page, const LumTopic *topic)
{
  GtkWidget *list;

  if (!topic->related)
    return;
  list = add_section (page, _ ("Related Topics"), NULL, NULL, "related");
  for (guint i = 0; topic->related[i]; i++) {
    const LumTopic *other = lum_topics_find (topic->related[i]);
    GtkWidget *row = adw_action_row_new ();
    GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (other->title));
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (other->summary));
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "guide.show-topic");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", other->id);
    gtk_list_box_append (GTK_LIST_BOX (list), row);
  }
}

/* A33–A36 close every page (MS-5). */
static void
add_disclaimer (GtkBox *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *disclaimer = lum_disclaimer_to_string ();
  const LumFact *provenance = lum_facts_get_provenance ();
  g_autofree char *tag = NULL;
  GtkWidget *label;

  gtk_widget_add_css_class (box, "disclaimer");
  gtk_widget_set_name (box, "disclaimer");
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  label = new_label (disclaimer, NULL);
  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_caption (_ (provenance->text)));
  /* Translators: whose words the lines above are, and their numbers: "Article · A33–A36" */
  tag = g_strdup_printf (C_ ("disclaimer", "%s · A33–A36"), lum_fact_get_source_label (provenance));
  gtk_box_append (GTK_BOX (box), new_caption (tag));
  gtk_box_append (page, box);
}

static void
rebuild (LumTopicView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_margin_top (page, 24);
  gtk_widget_set_margin_bottom (page, 32);
  gtk_widget_set_margin_start (page, 16);
  gtk_widget_set_margin_end (page, 16);
  gtk_box_append (GTK_BOX (head), new_label (_ (self->topic->title), "title-1"));
  gtk_box_append (GTK_BOX (head), new_label (_ (self->topic->summary), "dim-label"));
  gtk_box_append (GTK_BOX (page), head);

  add_tips (GTK_BOX (page), self->topic->first_title, self->topic->first, &self->gate);
  add_facts (GTK_BOX (page), self->topic);
  add_notes (GTK_BOX (page), self->topic);
  add_tips (GTK_BOX (page), self->topic->tips_title, self->topic->tips, &self->gate);
  add_terms (GTK_BOX (page), self->topic);
  add_actions (GTK_BOX (page), self->topic);
  add_related (GTK_BOX (page), self->topic);
  add_disclaimer (GTK_BOX (page));

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
lum_topic_view_class_init (LumTopicViewClass *klass)
{
}

static void
lum_topic_view_init (LumTopicView *self)
{
}

GtkWidget *
lum_topic_view_new (void)
{
  return g_object_new (LUM_TYPE_TOPIC_VIEW, NULL);
}

/**
 * lum_topic_view_set_topic:
 *
 * Shows a topic, from its top.
 */
void
lum_topic_view_set_topic (LumTopicView *self, const LumTopic *topic)
{
  g_return_if_fail (LUM_IS_TOPIC_VIEW (self));
  g_return_if_fail (topic != NULL);

  if (self->topic == topic)
    return;
  self->topic = topic;
  rebuild (self);
}

/**
 * lum_topic_view_get_topic:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const LumTopic *
lum_topic_view_get_topic (LumTopicView *self)
{
  g_return_val_if_fail (LUM_IS_TOPIC_VIEW (self), NULL);

  return self->topic;
}

/**
 * lum_topic_view_set_gate:
 * @gate: which exercises may be shown
 *
 * Leaves out what is not to be suggested now, and says why.
 */
void
lum_topic_view_set_gate (LumTopicView *self, const LumExerciseGate *gate)
{
  g_return_if_fail (LUM_IS_TOPIC_VIEW (self));

  if (self->gate.exercises == gate->exercises && self->gate.below_knee == gate->below_knee)
    return;
  self->gate = *gate;
  if (self->topic)
    rebuild (self);
}
