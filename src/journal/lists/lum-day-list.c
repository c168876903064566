/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-day-item-private.h"

/* A row as it is kept: sixteen bytes. The stamp changes when anything on the day does, so that after a save only the
 * rows that differ are announced, and the page keeps its place. */
typedef struct {
  LumDay day;
  guint32 heading : 1;
  guint32 pain : 1;
  guint32 run : 1;
  guint32 note : 1;
  guint64 stamp;
} Row;

struct _LumDayList {
  GObject parent_instance;

  LumDiary *diary;
  GArray *rows; /* Row, newest first */
  guint n_days;
  LumDayFilter filter;
  char *search; /* case-folded, or NULL */
};

static void lum_day_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LumDayList,
                               lum_day_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lum_day_list_iface_init))

enum { PROP_0, PROP_N_DAYS, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* The kinds that stand on the Journal page, each under its first field, a day, but for treatments. Gap answers are sorted by when they
 * were given, treatments may span days; both stand under their first day. */
static const LumRecordKind listed_kinds[] = {
    LUM_RECORD_PAIN,  LUM_RECORD_DAY_DETAIL, LUM_RECORD_RUN,      LUM_RECORD_FLARE_ANSWER,
    LUM_RECORD_VISIT, LUM_RECORD_GAP_ANSWER, LUM_RECORD_EXERCISE, LUM_RECORD_TREATMENT,
};

static LumDay
get_record_day (LumRecordKind kind, gconstpointer record)
{
  if (kind == LUM_RECORD_TREATMENT)
    return ((const LumTreatment *) record)->first;
  return *(const LumDay *) ((const char *) record + lum_record_get_info (kind)->fields[0].offset);
}

static const char *
get_note (LumRecordKind kind, gconstpointer record)
{
  switch (kind) {
  case LUM_RECORD_PAIN:
    return ((const LumPainEntry *) record)->note;
  case LUM_RECORD_DAY_DETAIL:
    return ((const LumDayDetail *) record)->note;
  case LUM_RECORD_RUN:
    return ((const LumRun *) record)->note;
  case LUM_RECORD_VISIT:
    return ((const LumVisit *) record)->agreed;
  case LUM_RECORD_TREATMENT:
    return ((const LumTreatment *) record)->note;
  default:
    return NULL;
  }
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *other = text && *text ? g_utf8_casefold (text, -1) : NULL;

  return other && strstr (other, folded);
}

static const char *
find_shoe_name (const LumDiary *diary, const char *id)
{
  const LumShoe *shoe = id ? lum_diary_find (diary, LUM_RECORD_SHOE, id) : NULL;

  return shoe ? shoe->name : NULL;
}

/* Whether a record has the searched text in a note, a title, a name, or what makes it worse or better. */
static gboolean
matches_search (const LumDiary *diary, LumRecordKind kind, gconstpointer record, const char *folded)
{
  if (contains (get_note (kind, record), folded))
    return TRUE;
  if (kind == LUM_RECORD_RUN) {
    const LumRun *run = record;

    return contains (run->title, folded) || contains (find_shoe_name (diary, run->shoe_id), folded);
  }
  if (kind == LUM_RECORD_VISIT)
    return contains (((const LumVisit *) record)->who, folded);
  if (kind == LUM_RECORD_TREATMENT)
    return contains (((const LumTreatment *) record)->name, folded);
  if (kind == LUM_RECORD_DAY_DETAIL) {
    const LumDayDetail *detail = record;

    return contains (detail->worse_with, folded) || contains (detail->better_with, folded);
  }
  return FALSE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  LumDay day_a = ((const Row *) a)->day, day_b = ((const Row *) b)->day;

  return day_a < day_b ? 1 : day_a > day_b ? -1 : 0; /* newest first */
}

static guint64
get_shoe_stamp (const LumDiary *diary)
{
  gsize n;
  const LumShoe *shoes = lum_diary_get_shoes (diary, &n);
  guint64 stamp = n;

  for (gsize i = 0; i < n; i++)
    stamp = stamp * 31 + (guint64) shoes[i].base.updated_at;
  return stamp;
}

/* One row for each record that matches, in any order. */
static GArray *
collect_records (LumDayList *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint64 shoe_stamp = get_shoe_stamp (self->diary);

  for (guint k = 0; k < G_N_ELEMENTS (listed_kinds); k++) {
    LumRecordKind kind = listed_kinds[k];
    gsize n, size = lum_record_get_info (kind)->size;
    const char *record = lum_diary_get_records (self->diary, kind, &n);

    for (gsize i = 0; i < n; i++, record += size) {
      const LumRecord *base = (const LumRecord *) record;
      const char *note = get_note (kind, record);
      Row row = {.day = get_record_day (kind, record)};

      if (row.day == LUM_DAY_NONE)
        continue;
      if (self->search && !matches_search (self->diary, kind, record, self->search))
        continue;
      row.pain = kind == LUM_RECORD_PAIN;
      row.run = kind == LUM_RECORD_RUN;
      row.note = note && *note;
      row.stamp = g_str_hash (base->id) + (guint64) base->updated_at * 31 + (row.run ? shoe_stamp : 0);
      g_array_append_val (rows, row);
    }
  }
  return rows;
}

static gboolean
passes_filter (const Row *row, LumDayFilter filter)
{
  switch (filter) {
  case LUM_DAY_FILTER_PAIN:
    return row->pain;
  case LUM_DAY_FILTER_RUNS:
    return row->run;
  case LUM_DAY_FILTER_NOTES:
    return row->note;
  default:
    return TRUE;
  }
}

static LumDay
get_month (LumDay day)
{
  int mday;

  lum_day_to_ymd (day, NULL, NULL, &mday);
  return day - (mday - 1);
}

/* The rows to show: records of a day joined into one, a heading before each month's first. */
static GArray *
make_rows (LumDayList *self, guint *n_days)
{
  g_autoptr (GArray) found = collect_records (self);
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), found->len + found->len / 16 + 1);
  LumDay month = LUM_DAY_NONE;

  *n_days = 0;
  g_array_sort (found, compare_rows);
  for (guint i = 0; i < found->len;) {
    Row row = g_array_index (found, Row, i);

    for (i++; i < found->len && g_array_index (found, Row, i).day == row.day; i++) {
      const Row *other = &g_array_index (found, Row, i);

      row.pain |= other->pain;
      row.run |= other->run;
      row.note |= other->note;
      row.stamp += other->stamp;
    }
    if (!passes_filter (&row, self->filter))
      continue;
    if (month == LUM_DAY_NONE || row.day < month) {
      Row heading = {.day = get_month (row.day), .heading = TRUE};

      month = heading.day;
      g_array_append_val (rows, heading);
    }
    g_array_append_val (rows, row);
    *n_days += 1;
  }
  return rows;
}

static gboolean
row_equal (const Row *a, const Row *b)
{
  return a->day == b->day && a->heading == b->heading && a->stamp == b->stamp;
}

static void
rebuild (LumDayList *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->rows);
  guint n_days, start = 0, end = 0, shorter;

  self->rows = make_rows (self, &n_days);
  shorter = MIN (old->len, self->rows->len);
  while (start < shorter && row_equal (&g_array_index (old, Row, start), &g_array_index (self->rows, Row, start)))
    start++;
  while (end < shorter - start && row_equal (&g_array_index (old, Row, old->len - 1 - end),
                                             &g_array_index (self->rows, Row, self->rows->len - 1 - end)))
    end++;

  if (old->len - start - end || self->rows->len - start - end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, self->rows->len - start - end);
  if (n_days != self->n_days) {
    self->n_days = n_days;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DAYS]);
  }
}

static GType
lum_day_list_get_item_type (GListModel *model)
{
  return LUM_TYPE_DAY_ITEM;
}

static guint
lum_day_list_get_n_items (GListModel *model)
{
  return LUM_DAY_LIST (model)->rows->len;
}

static gpointer
lum_day_list_get_item (GListModel *model, guint position)
{
  LumDayList *self = LUM_DAY_LIST (model);
  const Row *row;

  if (position >= self->rows->len)
    return NULL;
  row = &g_array_index (self->rows, Row, position);
  return lum_day_item_new (self->diary, row->day, row->heading);
}

static void
lum_day_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = lum_day_list_get_item_type;
  iface->get_n_items = lum_day_list_get_n_items;
  iface->get_item = lum_day_list_get_item;
}

static void
lum_day_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_N_DAYS)
    g_value_set_uint (value, LUM_DAY_LIST (object)->n_days);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lum_day_list_finalize (GObject *object)
{
  LumDayList *self = LUM_DAY_LIST (object);

  lum_diary_unref (self->diary);
  g_array_unref (self->rows);
  g_free (self->search);
  G_OBJECT_CLASS (lum_day_list_parent_class)->finalize (object);
}

static void
lum_day_list_class_init (LumDayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lum_day_list_get_property;
  object_class->finalize = lum_day_list_finalize;
  properties[PROP_N_DAYS] =
      g_param_spec_uint ("n-days", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lum_day_list_init (LumDayList *self)
{
  self->diary = lum_diary_new_empty ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

/**
 * lum_day_list_new:
 * @diary: (nullable): the snapshot to list; %NULL for an empty list
 *
 * The days of a journal, newest first.
 */
LumDayList *
lum_day_list_new (LumDiary *diary)
{
  LumDayList *self = g_object_new (LUM_TYPE_DAY_LIST, NULL);

  if (diary)
    lum_day_list_set_diary (self, diary);
  return self;
}

/**
 * lum_day_list_set_diary:
 *
 * Shows another snapshot. Only the rows that differ are announced as changed.
 */
void
lum_day_list_set_diary (LumDayList *self, LumDiary *diary)
{
  g_return_if_fail (LUM_IS_DAY_LIST (self) && diary);

  if (self->diary == diary)
    return;
  lum_diary_ref (diary);
  lum_diary_unref (self->diary);
  self->diary = diary;
  rebuild (self);
}

/**
 * lum_day_list_get_diary:
 *
 * The snapshot that is listed.
 *
 * Returns: (transfer none): the diary
 */
LumDiary *
lum_day_list_get_diary (LumDayList *self)
{
  g_return_val_if_fail (LUM_IS_DAY_LIST (self), NULL);

  return self->diary;
}

/**
 * lum_day_list_set_filter:
 *
 * Lists only the days with scores, with runs, or with notes; or all.
 */
void
lum_day_list_set_filter (LumDayList *self, LumDayFilter filter)
{
  g_return_if_fail (LUM_IS_DAY_LIST (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  rebuild (self);
}

/**
 * lum_day_list_set_search:
 * @text: (nullable): what to look for; %NULL or blank for every day
 *
 * Lists only the days with @text in a note, the title of a run, the name of its shoe, a visit, a treatment (its first
 * day), or what made it worse or better; case does not matter.
 */
void
lum_day_list_set_search (LumDayList *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text ? text : ""));
  g_autofree char *folded = *stripped ? g_utf8_casefold (stripped, -1) : NULL;

  g_return_if_fail (LUM_IS_DAY_LIST (self));

  if (g_strcmp0 (self->search, folded) == 0)
    return;
  g_free (self->search);
  self->search = g_steal_pointer (&folded);
  rebuild (self);
}

/**
 * lum_day_list_get_n_days:
 *
 * How many rows are days (the others are headings).
 */
guint
lum_day_list_get_n_days (LumDayList *self)
{
  g_return_val_if_fail (LUM_IS_DAY_LIST (self), 0);

  return self->n_days;
}

/**
 * lum_day_list_find:
 *
 * Where a day stands: its own row, else that of the nearest day before it.
 *
 * Returns: a position, or LUM_DAY_LIST_NOT_FOUND in a list without such a day
 */
guint
lum_day_list_find (LumDayList *self, LumDay day)
{
  guint low = 0, high;

  g_return_val_if_fail (LUM_IS_DAY_LIST (self), LUM_DAY_LIST_NOT_FOUND);

  /* Rows fall by day but for the headings, which carry the first of the month that follows them: look at the day
   * under a heading instead. */
  high = self->rows->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    const Row *row = &g_array_index (self->rows, Row, middle);

    if (row->heading)
      row++;
    if (row->day > day)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < self->rows->len && g_array_index (self->rows, Row, low).heading)
    low++;
  return low < self->rows->len ? low : LUM_DAY_LIST_NOT_FOUND;
}
