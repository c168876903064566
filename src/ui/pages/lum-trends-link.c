/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lum-i18n.h"
#include "lum-trends-sections.h"

/* Does running go with pain (rules §5): the verdict in words, and what it stands on. */

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
add_detail (GtkWidget *row, const char *name, const char *value)
{
  GtkWidget *detail = lum_trends_row_new (name, value);

  gtk_widget_add_css_class (detail, "detail");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), detail);
}

static void
add_contrast (GtkWidget *row, const char *name, double mean, int days)
{
  g_autofree char *value = NULL;

  if (days == 0)
    return;
  value = lum_message_mean (mean, days);
  add_detail (row, name, value);
}

static void
add_numbers (GtkWidget *row, const LumLink *link, LumDay today)
{
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
  add_detail (row, _ ("Rank Correlation by Delay"), profile);
  if (isfinite (link->low))
    add_detail (row, _ ("90 % Interval of the Strongest"), interval);
  add_detail (row, _ ("Chance of As Much in Shuffled Weeks"), p);
  add_detail (row, _ ("Looked At"), looked);
}

static void
update (GtkWidget *section, LumUiContext *context)
{
  const LumLink *link = lum_ui_context_ask_link (context);
  GtkWidget *row;
  g_autofree char *text = NULL;

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

  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_title (link));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  add_numbers (row, link, lum_ui_context_get_today (context));
  add_detail (row, _ ("Source"),
              _ ("Your own numbers: a rank correlation with the trend taken out, against 999 shuffles of whole weeks. "
                 "How well it works was only tried on made-up diaries. Grade D."));
  lum_trends_list_append (section, row);
}

const LumTrendsSection lum_trends_link = {
    create, update, LUM_UI_CHANGE_DIARY | LUM_UI_CHANGE_DAY | LUM_UI_CHANGE_STATE | LUM_UI_CHANGE_LINK};
