/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-sections.h"

/* Expert: what the rules of load compute, shown and never alarmed on (OU-4, OU-16). */

static GtkWidget *
create (void)
{
  return lum_trends_list_new (NULL);
}

/* "Learning your normal: 12 of 28 days": a calm state, not a fault. */
static char *
describe_learning (int history, int wanted)
{
  if (history >= wanted)
    return g_strdup (_ ("Not known: too few runs, or too few with an effort"));
  return g_strdup_printf (
      /* Translators: %1$d days are known of %2$d that are needed */
      ngettext ("Learning your normal: %1$d of %2$d day", "Learning your normal: %1$d of %2$d days", wanted), history,
      wanted);
}

static char *
format_ratio (double ratio)
{
  return isnan (ratio) ? g_strdup (C_ ("ratio", "–")) : lum_format_number (ratio, 2);
}

static void
add_acwr (GtkWidget *expert, const LumLoad *load)
{
  g_autofree char *coupled = format_ratio (load->acwr.coupled), *uncoupled = format_ratio (load->acwr.uncoupled);
  g_autofree char *ewma = format_ratio (load->acwr.ewma), *text = NULL;

  if (load->history < LUM_P_LOAD_HISTORY)
    text = describe_learning (load->history, LUM_P_LOAD_HISTORY);
  else
    /* Translators: three forms of one ratio, each with its number */
    text =
        g_strdup_printf (_ ("coupled %1$s · uncoupled %2$s · exponential %3$s. Three answers from one diary: in 5,205 "
                            "runners this ratio did not go with injuries the way it is often said to, so Lumbar "
                            "never warns on it."),
                         coupled, uncoupled, ewma);
  lum_trends_fold_add (expert, _ ("Acute to Chronic Distance"), text);
}

static void
add_monotony (GtkWidget *expert, const LumLoad *load)
{
  g_autofree char *monotony = format_ratio (load->monotony.monotony), *strain = NULL, *text = NULL;

  if (load->history < LUM_P_MONOTONY_HISTORY)
    text = describe_learning (load->history, LUM_P_MONOTONY_HISTORY);
  else if (isnan (load->monotony.monotony))
    text = g_strdup (_ ("No runs this week"));
  else if (isnan (load->monotony.strain))
    /* Translators: %s is a number like 1.25 */
    text = g_strdup_printf (_ ("%s. Strain needs the effort of at least 80 %% of the runs."), monotony);
  else {
    strain = lum_format_number (load->monotony.strain, 0);
    /* Translators: two numbers: how alike the days of the week were, and that times the week's load */
    text = g_strdup_printf (_ ("%1$s; strain %2$s"), monotony, strain);
  }
  lum_trends_fold_add (expert, _ ("Monotony This Week"), text);
}

static void
add_ramp (GtkWidget *expert, const LumLoad *load)
{
  g_autofree char *ratio = format_ratio (load->ramp.ratio), *text = NULL;

  if (load->ramp.verdict == LUM_LOAD_NOT_ENOUGH_DATA)
    text = describe_learning (load->history, LUM_P_LOAD_HISTORY);
  else
    /* Translators: %s is a number like 1.25 */
    text = g_strdup_printf (_ ("%s times the week before"), ratio);
  lum_trends_fold_add (expert, _ ("Ramp"), text);
}

static void
add_rest (GtkWidget *expert, const LumLoad *load)
{
  g_autofree char *rest = load->rest.verdict == LUM_LOAD_NOT_ENOUGH_DATA
                              ? g_strdup (_ ("Not known: some days of the last 14 are without any entry"))
                              : lum_format_number (load->rest.rest_days, 0);
  g_autofree char *streak = lum_format_number (load->streak.streak, 0);

  lum_trends_fold_add (expert, _ ("Rest Days of the Last 14"), rest);
  lum_trends_fold_add (expert, _ ("Run Days in a Row"), streak);
}

static void
add_against_usual (GtkWidget *expert, const char *name, char *week, char *usual, gboolean known, int history)
{
  g_autofree char *a = week, *b = usual, *text = NULL;

  if (!known)
    text = describe_learning (history, LUM_P_LOAD_HISTORY);
  else
    /* Translators: this week's number, and that of a usual week */
    text = g_strdup_printf (_ ("%1$s; usual %2$s"), a, b);
  lum_trends_fold_add (expert, name, text);
}

/* A watch without an altimeter, or a run by hand, tells no height: that is not a flat week. */
static void
add_height (GtkWidget *expert, const char *name, const LumClimb *climb, LumUnits units, int history)
{
  if (climb->verdict != LUM_LOAD_NOT_ENOUGH_DATA && climb->week <= 0 && climb->usual <= 0)
    lum_trends_fold_add (expert, name, _ ("Not recorded in four weeks"));
  else
    add_against_usual (expert, name, lum_format_height (climb->week, units), lum_format_height (climb->usual, units),
                       climb->verdict != LUM_LOAD_NOT_ENOUGH_DATA, history);
}

static void
add_overuse (GtkWidget *expert, const LumOveruse *overuse)
{
  g_autofree char *text = NULL, *kinds = NULL;

  for (int kind = 0; kind < LUM_N_OVERUSE_KINDS; kind++)
    if (overuse->kinds & (1u << kind))
      kinds = lum_message_join (g_steal_pointer (&kinds), lum_message_overuse_kind (kind));
  if (kinds)
    text = g_strdup_printf (
        /* Translators: %1$d points; %2$s is a list of things; %3$d points are needed. The plural is that of the first. */
        ngettext ("%1$d point: %2$s. From %3$d on it is said on a card, while the back hurts.",
                  "%1$d points: %2$s. From %3$d on it is said on a card, while the back hurts.", overuse->score),
        overuse->score, kinds, LUM_P_OVERUSE_SCORE);
  else
    text = g_strdup (_ ("Nothing in the last 14 days"));
  lum_trends_fold_add (expert, _ ("Overuse Pattern"), text);
}

static void
add_note (GtkWidget *expert, const LumCard *note)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s", note->message, note->source);

  lum_trends_fold_add (expert, note->title, text);
}

typedef struct {
  LumFindings *findings;
  LumUnits units;
} Subject;

static void
subject_free (gpointer data)
{
  lum_findings_unref (((Subject *) data)->findings);
  g_free (data);
}

static void
fill_expert (GtkWidget *expert, gpointer data)
{
  Subject *subject = data;
  const LumFindings *findings = subject->findings;
  const LumLoad *load = &findings->load;
  gboolean hard = load->intensity.verdict != LUM_LOAD_NOT_ENOUGH_DATA;
  LumUnits units = subject->units;

  for (guint i = 0; i < findings->notes->len; i++)
    add_note (expert, g_ptr_array_index (findings->notes, i));
  add_acwr (expert, load);
  add_monotony (expert, load);
  add_ramp (expert, load);
  add_rest (expert, load);
  add_against_usual (expert, _ ("Hard Minutes"), lum_format_number (load->intensity.week, 0),
                     lum_format_number (load->intensity.usual, 0), hard, load->history);
  add_height (expert, _ ("Climb"), &load->climb, units, load->history);
  add_height (expert, _ ("Descent"), &load->descent, units, load->history);
  add_overuse (expert, &load->overuse);
}

static void
update (GtkWidget *section, LumUiContext *context)
{
  LumFindings *findings = lum_ui_context_get_findings (context);
  Subject *subject;
  gsize n_runs;

  lum_trends_list_clear (section);
  lum_diary_get_runs (lum_ui_context_get_diary (context), &n_runs);
  gtk_widget_set_visible (section, findings && n_runs > 0);
  if (!findings || n_runs == 0)
    return;

  subject = g_new0 (Subject, 1);
  *subject = (Subject){lum_findings_ref (findings), lum_ui_context_get_units (context)};
  lum_trends_list_append (
      section,
      lum_trends_fold_new (_ ("Expert"), _ ("Load in numbers, for those who know them. None of them warns by itself."),
                           fill_expert, subject, subject_free));
}

const LumTrendsSection lum_trends_expert = {create, update, LUM_TRENDS_OF_FINDINGS};
