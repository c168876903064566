/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-trends-sections.h"

/* Bouts of pain, newest first, and how many episodes they make. */

#define MOST_BOUTS 6

typedef struct {
  int logged, pain, highest;
} Count;

static GtkWidget *
create (void)
{
  return lum_trends_list_new (_ ("Bouts of Pain"));
}

/* What was logged, not what was answered: the words say "logged days". */
static Count
count_days (const LumDiary *diary, LumDay first, LumDay last)
{
  Count count = {0};
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);

  for (gsize i = lum_diary_find_first_day (diary, first); i < n && days[i].day <= last; i++) {
    if (days[i].n_entries == 0)
      continue;
    count.logged++;
    count.highest = MAX (count.highest, days[i].highest);
    if (days[i].highest >= LUM_P_PAIN_MIN)
      count.pain++;
  }
  return count;
}

static char *
describe_bout (const LumDiary *diary, const LumBout *bout)
{
  Count count = count_days (diary, bout->onset, bout->last);
  int span = bout->last - bout->onset + 1;
  g_autofree char *length = g_strdup_printf (ngettext ("%d day", "%d days", span), span);
  g_autofree char *logged = g_strdup_printf (
      /* Translators: %1$d of %2$d logged days had pain */
      ngettext ("pain on %1$d of %2$d logged day", "pain on %1$d of %2$d logged days", count.logged), count.pain,
      count.logged);
  g_autofree char *highest = g_strdup_printf (_ ("highest %d"), count.highest);

  /* Translators: of a bout: its length, "pain on 19 of 21 logged days", "highest 7" */
  return g_strdup_printf (C_ ("bout", "%1$s · %2$s · %3$s"), length, logged, highest);
}

static GtkWidget *
new_bout_row (const LumDiary *diary, const LumBout *bout, LumDay today)
{
  g_autofree char *first = lum_day_format (bout->onset, LUM_DAY_FORMAT_LONG);
  g_autofree char *last = lum_day_format (bout->last, LUM_DAY_FORMAT_LONG);
  /* Translators: from one day to another */
  g_autofree char *title =
      bout->onset == bout->last ? g_strdup (first) : g_strdup_printf (C_ ("days", "%1$s – %2$s"), first, last);
  g_autofree char *subtitle = describe_bout (diary, bout);
  GtkWidget *row = lum_trends_row_new (title, subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("lumbar-trends-symbolic"));
  gtk_widget_set_tooltip_text (row, _ ("Show in the chart"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "trends.show-days");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ii)", bout->onset, bout->last);
  return row;
}

static void
set_summary (GtkWidget *section, const LumStatus *status)
{
  g_autofree char *bouts = g_strdup_printf (ngettext ("%d bout", "%d bouts", status->bouts), status->bouts);
  g_autofree char *text = NULL;

  g_autofree char *course = lum_status_describe_course (status), *episodes = NULL;

  if (status->bouts > 0) {
    episodes = g_strdup_printf (
        /* Translators: %1$s is "5 bouts"; an episode is bouts with fewer than 30 calm days between them */
        ngettext ("%1$s, in %2$d episode. An episode ends with a calm month.",
                  "%1$s, in %2$d episodes. An episode ends with a calm month.", status->episodes),
        bouts, status->episodes);
    text = course ? g_strdup_printf ("%s\n%s", course, episodes) : g_steal_pointer (&episodes);
  }
  lum_trends_list_set_description (section, text);
}

/* Confirmed bouts before the one of an index, newest first. */
typedef struct {
  LumFindings *findings;
  LumDiary *diary;
  LumDay today;
  guint before;
} Earlier;

static void
earlier_free (gpointer data)
{
  Earlier *earlier = data;

  lum_findings_unref (earlier->findings);
  lum_diary_unref (earlier->diary);
  g_free (earlier);
}

static void
fill_earlier (GtkWidget *row, gpointer data)
{
  Earlier *earlier = data;
  const GArray *bouts = earlier->findings->status->all_bouts;

  for (guint i = earlier->before; i > 0; i--) {
    const LumBout *bout = &g_array_index (bouts, LumBout, i - 1);

    if (bout->confirmed)
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_bout_row (earlier->diary, bout, earlier->today));
  }
}

static void
append_earlier (GtkWidget *section, LumFindings *findings, LumDiary *diary, LumDay today, guint before)
{
  Earlier *earlier = g_new0 (Earlier, 1);

  *earlier = (Earlier){lum_findings_ref (findings), lum_diary_ref (diary), today, before};
  lum_trends_list_append (section,
                          lum_trends_fold_new (_ ("Earlier Bouts"), NULL, fill_earlier, earlier, earlier_free));
}

static void
update (GtkWidget *section, LumUiContext *context)
{
  LumFindings *findings = lum_ui_context_get_findings (context);
  LumDiary *diary = lum_watch_service_get_diary (lum_ui_context_get_watch (context));
  LumDay today = lum_ui_context_get_today (context);
  guint shown = 0;

  lum_trends_list_clear (section);
  lum_trends_list_set_description (section, NULL);
  if (!findings || !diary)
    return;

  set_summary (section, findings->status);
  for (guint i = findings->status->all_bouts->len; i > 0; i--) {
    const LumBout *bout = &g_array_index (findings->status->all_bouts, LumBout, i - 1);

    if (!bout->confirmed)
      continue;
    if (shown++ == MOST_BOUTS) {
      append_earlier (section, findings, diary, today, i);
      break;
    }
    lum_trends_list_append (section, new_bout_row (diary, bout, today));
  }
  if (shown == 0)
    lum_trends_list_append (
        section, lum_trends_row_new (_ ("No bouts so far"), _ ("A bout begins with pain of 2 or more on two days "
                                                               "close together, and ends with a calm week.")));
}

const LumTrendsSection lum_trends_bouts = {create, update, LUM_TRENDS_OF_FINDINGS};
