/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-day-item-private.h"

struct _LumDayItem {
  GObject parent_instance;

  LumDiary *diary;
  LumDay day; /* of a heading, the first of its month */
  gboolean heading;
};

G_DEFINE_FINAL_TYPE (LumDayItem, lum_day_item, G_TYPE_OBJECT)

static void
lum_day_item_finalize (GObject *object)
{
  lum_diary_unref (LUM_DAY_ITEM (object)->diary);
  G_OBJECT_CLASS (lum_day_item_parent_class)->finalize (object);
}

static void
lum_day_item_class_init (LumDayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lum_day_item_finalize;
}

static void
lum_day_item_init (LumDayItem *self)
{
}

LumDayItem *
lum_day_item_new (LumDiary *diary, LumDay day, gboolean heading)
{
  LumDayItem *self = g_object_new (LUM_TYPE_DAY_ITEM, NULL);

  self->diary = lum_diary_ref (diary);
  self->day = day;
  self->heading = heading;
  return self;
}

static LumDay
day_of (const LumRecordInfo *info, const char *records, gsize i)
{
  return *(const LumDay *) (records + i * info->size + info->fields[0].offset);
}

/* The records of one day, for the kinds whose first field is the day and which are sorted by it. */
gconstpointer
lum_day_find_records (const LumDiary *diary, LumRecordKind kind, LumDay day, gsize *n)
{
  const LumRecordInfo *info = lum_record_get_info (kind);
  gsize total, low = 0, end;
  const char *records = lum_diary_get_records (diary, kind, &total);
  gsize high = total;

  while (low < high) {
    gsize middle = (low + high) / 2;

    if (day_of (info, records, middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  for (end = low; end < total && day_of (info, records, end) == day;)
    end++;
  *n = end - low;
  return *n ? records + low * info->size : NULL;
}

/**
 * lum_day_item_is_heading:
 *
 * Whether the row is the heading of a month; its day is then the first of it.
 */
gboolean
lum_day_item_is_heading (LumDayItem *self)
{
  g_return_val_if_fail (LUM_IS_DAY_ITEM (self), FALSE);

  return self->heading;
}

/**
 * lum_day_item_get_day:
 *
 * The civil day of the row.
 */
LumDay
lum_day_item_get_day (LumDayItem *self)
{
  g_return_val_if_fail (LUM_IS_DAY_ITEM (self), LUM_DAY_NONE);

  return self->day;
}

/**
 * lum_day_item_get_diary:
 *
 * The snapshot that the row shows.
 *
 * Returns: (transfer none): lives as long as the row
 */
LumDiary *
lum_day_item_get_diary (LumDayItem *self)
{
  g_return_val_if_fail (LUM_IS_DAY_ITEM (self), NULL);

  return self->diary;
}

/**
 * lum_day_item_get_summary:
 *
 * Scores and runs of the day, summed up (PM-3).
 *
 * Returns: (transfer none) (nullable): %NULL for a heading, and for a day with neither score nor run
 */
const LumDaySummary *
lum_day_item_get_summary (LumDayItem *self)
{
  g_return_val_if_fail (LUM_IS_DAY_ITEM (self), NULL);

  return self->heading ? NULL : lum_diary_find_day (self->diary, self->day);
}

/**
 * lum_day_item_get_records:
 * @kind: pain, day details, runs, flares, visits, exercises: a kind whose records each belong to one day
 * @n: (out): how many
 *
 * The records of the day, an array of the kind's struct.
 *
 * Returns: (transfer none) (nullable): %NULL where there are none
 */
gconstpointer
lum_day_item_get_records (LumDayItem *self, LumRecordKind kind, gsize *n)
{
  g_return_val_if_fail (LUM_IS_DAY_ITEM (self), NULL);
  g_return_val_if_fail (kind == LUM_RECORD_PAIN || kind == LUM_RECORD_DAY_DETAIL || kind == LUM_RECORD_RUN ||
                            kind == LUM_RECORD_FLARE_ANSWER || kind == LUM_RECORD_VISIT || kind == LUM_RECORD_EXERCISE,
                        NULL);

  *n = 0;
  return self->heading ? NULL : lum_day_find_records (self->diary, kind, self->day, n);
}

/**
 * lum_day_item_get_answer:
 *
 * The answer to silence (EP-4) that begins on the day; of several, the one given last.
 *
 * Returns: (transfer none) (nullable): %NULL where there is none
 */
const LumGapAnswer *
lum_day_item_get_answer (LumDayItem *self)
{
  gsize n;
  const LumGapAnswer *answers;

  g_return_val_if_fail (LUM_IS_DAY_ITEM (self), NULL);

  answers = lum_diary_get_answers (self->diary, &n);
  for (gsize i = n; i > 0 && !self->heading; i--)
    if (answers[i - 1].first == self->day)
      return &answers[i - 1];
  return NULL;
}
