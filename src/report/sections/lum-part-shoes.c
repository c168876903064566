/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-report-document.h"

/* SHOES: pairs that were worn in the period or are still in use, with all that they have run. */

typedef struct {
  double metres; /* as OU-12 counts it */
  int runs;
  LumDay first, last;
} Worn;

static GHashTable *
count_runs (const LumReportInput *input)
{
  GHashTable *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gsize n;
  const LumRun *runs = lum_diary_get_runs (input->diary, &n);

  for (gsize i = 0; i < n && runs[i].day <= input->last; i++) {
    Worn *worn;

    if (!runs[i].shoe_id)
      continue;
    worn = g_hash_table_lookup (pairs, runs[i].shoe_id);
    if (!worn) {
      worn = g_new0 (Worn, 1);
      worn->first = runs[i].day;
      g_hash_table_insert (pairs, (gpointer) runs[i].shoe_id, worn);
    }
    worn->last = runs[i].day;
    worn->runs++;
    worn->metres += runs[i].distance_m > 0 ? runs[i].distance_m : 0;
  }
  return pairs;
}

static gboolean
is_retired (const LumReportInput *input, const LumShoe *shoe)
{
  return shoe->retired != LUM_DAY_NONE && shoe->retired <= input->last;
}

static void
add_day (const LumReportInput *input, LumReportTable *table, LumDay day)
{
  lum_report_table_add (table, day == LUM_DAY_NONE ? NULL : lum_report_format_day (input, day));
}

LumReportTable *
lum_part_shoes (const LumReportInput *input)
{
  g_autoptr (GHashTable) pairs = count_runs (input);
  LumReportTable *table = lum_report_table_new ();
  gsize n;
  const LumShoe *shoes = lum_diary_get_shoes (input->diary, &n);
  const Worn never = {0, 0, LUM_DAY_NONE, LUM_DAY_NONE};

  lum_report_table_add_column (table, C_ ("of shoes", "Pair"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, _ ("Distance"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("Runs"), LUM_REPORT_ALIGN_END);
  lum_report_table_add_column (table, _ ("First Run"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, _ ("Last Run"), LUM_REPORT_ALIGN_START);
  lum_report_table_add_column (table, C_ ("of shoes", "Retired"), LUM_REPORT_ALIGN_START);
  lum_report_table_set_note (table, _ ("Pairs worn in this period or still in use, with all they have run up to its "
                                       "end, before the diary included."));
  for (gsize i = 0; i < n; i++) {
    const Worn *worn = g_hash_table_lookup (pairs, shoes[i].base.id);
    double start = shoes[i].start_distance_m > 0 ? shoes[i].start_distance_m : 0;

    if (!worn)
      worn = &never;
    if (is_retired (input, &shoes[i]) && (worn->runs == 0 || worn->last < input->first))
      continue;
    if (worn->runs == 0 && shoes[i].bought != LUM_DAY_NONE && shoes[i].bought > input->last)
      continue;
    lum_report_table_add (table, shoes[i].name ? lum_report_isolate (shoes[i].name) : NULL);
    lum_report_table_add (table, lum_format_distance (start + worn->metres, input->options.units));
    lum_report_table_add_int (table, worn->runs);
    add_day (input, table, worn->first);
    add_day (input, table, worn->last);
    add_day (input, table, is_retired (input, &shoes[i]) ? shoes[i].retired : LUM_DAY_NONE);
  }
  return lum_report_table_end (table);
}
