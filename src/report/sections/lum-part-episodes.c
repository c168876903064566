/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-parameters.h"
#include "lum-report-document.h"

/* PREVIOUS EPISODES: those before the bout at hand. */

/* Whether more than a calm month's days between two days are neither logged nor answered for: nobody knows what was
 * then, so the pain is not said to have gone on. */
static gboolean
is_silent_between (const LumReportInput *input, LumDay first, LumDay last)
{
  gsize n_days, n_answers;
  const LumDaySummary *days = lum_diary_get_days (input->diary, &n_days);
  const LumGapAnswer *answers = lum_diary_get_answers (input->diary, &n_answers);
  int silent = last - first - 1;

  for (gsize i = 0; i < n_answers; i++)
    if (answers[i].first < last && answers[i].last > first && answers[i].answer != LUM_GAP_UNSURE)
      return FALSE;
  for (gsize i = lum_diary_find_first_day (input->diary, first + 1); i < n_days && days[i].day < last; i++)
    silent -= days[i].n_entries > 0;
  return silent > LUM_P_RESOLVE_SPAN;
}

/**
 * lum_report_list_episodes:
 *
 * The episodes before this bout's, oldest first. One lasts to the last pain day of its last bout; where more than a month
 * between two bouts is silent, they are listed apart, for the length of both would count days that nobody logged.
 *
 * Returns: (transfer full) (element-type LumReportEpisode): the list
 */
GArray *
lum_report_list_episodes (const LumReportInput *input)
{
  const GArray *bouts = input->status->all_bouts;
  GArray *episodes = g_array_new (FALSE, FALSE, sizeof (LumReportEpisode));
  LumDay onset = input->status->onset;

  for (guint i = 0; i < bouts->len; i++) {
    const LumBout *bout = &g_array_index (bouts, LumBout, i);
    LumReportEpisode *last = episodes->len > 0 ? &g_array_index (episodes, LumReportEpisode, episodes->len - 1) : NULL;

    if (!bout->confirmed)
      continue;
    if (bout->starts_episode || !last || is_silent_between (input, last->last, bout->onset)) {
      LumReportEpisode episode = {bout->onset, bout->last, 1};

      g_array_append_val (episodes, episode);
    } else {
      last->last = bout->last;
      last->bouts++;
    }
  }
  while (onset != LUM_DAY_NONE && episodes->len > 0 &&
         g_array_index (episodes, LumReportEpisode, episodes->len - 1).last >= onset)
    g_array_set_size (episodes, episodes->len - 1);
  return episodes;
}

/* What was logged, not what was answered, as Trends counts it. */
static void
add_counts (const LumReportInput *input, LumReportTable *table, const LumReportEpisode *episode)
{
  int logged = 0, pain = 0, highest = 0;
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (input->diary, &n);

  for (gsize i = lum_diary_find_first_day (input->diary, episode->first); i < n && days[i].day <= episode->last; i++) {
    if (days[i].n_entries == 0)
      continue;
    logged++;
    pain += days[i].highest >= LUM_P_PAIN_MIN;
    highest = MAX (highest, days[i].highest);
  }
  if (logged == 0) {
    lum_report_table_add (table, NULL);
    lum_report_table_add (table, NULL);
    return;
  }
  lum_report_table_add (table,
                        /* Translators: pain days of logged days */
                        g_strdup_printf (C_ ("pain days", "%1$d of %2$d"), pain, logged));
  lum_report_table_add_int (table, highest);
}

LumReportTable *
lum_part_episodes (const LumReportInput *input)
{
  g_autoptr (GArray) episodes = lum_report_list_episodes (input);
  LumReportTable *table = lum_report_table_new ();

  lum_report_table_add_column (table, _ ("Began"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, _ ("Last Pain Day"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, C_ ("of an episode", "Length"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Bouts"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Pain on Logged Days"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Highest Score"), LUM_REPORT_ALIGN_END);
  lum_report_table_set_note (table, _ ("Of the whole diary. An episode ends with a calm month, or where a month was "
                                       "not logged; bouts are parted by a calm "
                                       "week."));
  for (guint i = 0; i < episodes->len; i++) {
    const LumReportEpisode *episode = &g_array_index (episodes, LumReportEpisode, i);
    int days = episode->last - episode->first + 1;

    lum_report_table_add (table, lum_report_format_day (input, episode->first));
    lum_report_table_add (table, lum_report_format_day (input, episode->last));
    lum_report_table_add (table, g_strdup_printf (ngettext ("%d day", "%d days", days), days));
    lum_report_table_add_int (table, episode->bouts);
    add_counts (input, table, episode);
  }
  return lum_report_table_end (table);
}
