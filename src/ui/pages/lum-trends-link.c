/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-sections.h"

/* Does running go with pain (rules §5): the verdict in words, and what it stands on. */

#define SHOWN_KEY "lum-shown"

static GtkWidget *
create (void)
{
  return lum_trends_list_new (_ ("Running and Pain"));
}

static const char *
get_title (const LumLink *link)
{
  if (!link->settled)
    return _ ("Not Told Yet");
  switch (link->test.verdict) {
  case LUM_ASSOCIATION_NOT_ENOUGH_DAYS:
  case LUM_ASSOCIATION_NOT_ENOUGH_DATA:
    return _ ("Not Enough Data Yet");
  case LUM_ASSOCIATION_PAIN_TOO_CONSTANT:
    return _ ("Scores Nearly All Alike");
  case LUM_ASSOCIATION_SCHEDULE_TOO_REGULAR:
    return _ ("Cannot Be Told Apart");
  case LUM_ASSOCIATION_NO_CLEAR_LINK:
    return _ ("No Clear Link");
  case LUM_ASSOCIATION_LINK:
    break;
  }
  return _ ("A Pattern");
}

static void
add_contrast (GtkWidget *row, const char *name, double mean, int days)
{
  g_autofree char *value = NULL;

  if (days < LUM_P_MEAN_SCORED)
    return;
  value = lum_message_mean (mean, days);
  lum_trends_fold_add (row, name, value);
}

typedef struct {
  LumLink link;
  LumDay today;
} Told;

static void
fill_numbers (GtkWidget *row, gpointer data)
{
  Told *told = data;
  const LumLink *link = &told->link;
  LumDay today = told->today;
  const double *rho = link->test.rho;
  g_autofree char *same = lum_format_number (rho[0], 2), *next = lum_format_number (rho[1], 2);
  g_autofree char *two = lum_format_number (rho[2], 2), *three = lum_format_number (rho[3], 2);
  g_autofree char *p = lum_format_number (link->test.p, 3);
  g_autofree char *low = lum_format_number (link->low, 2), *high = lum_format_number (link->high, 2);
  g_autofree char *date = lum_message_date (link->day, today);
  /* Translators: rank correlations of pain with load on the same day, and on one to three days before */
  g_autofree char *profile =
      g_strdup_printf (_ ("same day %1$s · day after %2$s · two days %3$s · three days %4$s"), same, next, two, three);
  /* Translators: the two ends of an interval */
  g_autofree char *interval = g_strdup_printf (_ ("%1$s to %2$s"), low, high);
  g_autofree char *looked = g_strdup_printf (
      /* Translators: %1$s is a date, %2$d weeks, %3$d days with a score. The plural is that of the days. */
      ngettext ("%1$s, over %2$d weeks with %3$d scored day", "%1$s, over %2$d weeks with %3$d scored days",
                link->test.days),
      date, link->weeks, link->test.days);

  add_contrast (row, _ ("Mean Pain After Your Longest Runs"), link->after_long, link->n_long);
  add_contrast (row, _ ("Mean Pain After Rest Days"), link->after_rest, link->n_rest);
  lum_trends_fold_add (row, _ ("Rank Correlation by Delay"), profile);
  if (isfinite (link->low))
    lum_trends_fold_add (row, _ ("90 % Interval of the Strongest"), interval);
  lum_trends_fold_add (row, _ ("Chance of As Much in Shuffled Weeks"), p);
  lum_trends_fold_add (row, _ ("Looked At"), looked);
  lum_trends_fold_add (
      row, _ ("Source"),
      _ ("Your own numbers: a rank correlation with the trend taken out, against 999 shuffles of whole weeks. "
         "How well it works was only tried on made-up diaries. Grade D."));
}

/* A save changes little of what is looked at once a week: the rows stay while they say the same. */
static gboolean
is_shown (GtkWidget *section, const LumLink *link, LumDay today)
{
  const Told *shown = g_object_get_data (G_OBJECT (section), SHOWN_KEY);
  Told *now = NULL;

  if (shown && link && shown->today == today && memcmp (&shown->link, link, sizeof *link) == 0)
    return TRUE;
  if (link) {
    now = g_new0 (Told, 1);
    memcpy (&now->link, link, sizeof *link);
    now->today = today;
  }
  g_object_set_data_full (G_OBJECT (section), SHOWN_KEY, now, g_free);
  return FALSE;
}

static void
update (GtkWidget *section, LumUiContext *context)
{
  const LumLink *link = lum_ui_context_ask_link (context);
  g_autofree char *text = NULL, *contrast = NULL, *both = NULL;
  Told *told;

  if (is_shown (section, link, lum_ui_context_get_today (context)))
    return;
  lum_trends_list_clear (section);
  if (!link) {
    lum_trends_list_append (section, lum_trends_row_new (_ ("Looking…"), NULL));
    return;
  }
  text = lum_link_describe (link);
  if (!link->settled || link->test.verdict < LUM_ASSOCIATION_NO_CLEAR_LINK) {
    lum_trends_list_append (section, lum_trends_row_new (get_title (link), text));
    return;
  }

  told = g_new0 (Told, 1);
  *told = (Told){*link, lum_ui_context_get_today (context)};
  contrast = lum_link_describe_contrast (link);
  both = contrast ? g_strdup_printf ("%s\n%s", text, contrast) : g_strdup (text);
  lum_trends_list_append (section, lum_trends_fold_new (get_title (link), both, fill_numbers, told, g_free));
}

const LumTrendsSection lum_trends_link = {
    create, update, LUM_UI_CHANGE_DIARY | LUM_UI_CHANGE_DAY | LUM_UI_CHANGE_STATE | LUM_UI_CHANGE_LINK};
