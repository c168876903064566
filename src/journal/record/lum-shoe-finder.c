/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-shoe-finder.h"

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *trimmed_a = g_strstrip (g_strdup (a ? a : ""));
  g_autofree char *trimmed_b = g_strstrip (g_strdup (b ? b : ""));
  g_autofree char *folded_a = g_utf8_casefold (trimmed_a, -1);
  g_autofree char *folded_b = g_utf8_casefold (trimmed_b, -1);

  return g_strcmp0 (folded_a, folded_b) == 0;
}

/**
 * lum_find_default_shoe:
 *
 * The pair that a run wears unless it says otherwise: the default one that is not retired.
 *
 * Returns: (transfer none) (nullable): its id, as long as @diary lives
 */
const char *
lum_find_default_shoe (LumDiary *diary)
{
  gsize n;
  const LumShoe *shoes = lum_diary_get_shoes (diary, &n);

  for (gsize i = n; i > 0; i--)
    if (shoes[i - 1].is_default && shoes[i - 1].retired == LUM_DAY_NONE)
      return shoes[i - 1].base.id;
  return NULL;
}

/**
 * lum_find_or_make_shoe:
 * @changes: where a pair that is not there yet is put, and looked for, too
 *
 * The pair with a name; case and blanks around it do not matter. One in use comes before a retired one.
 *
 * Returns: (transfer none): its id, as long as @diary and @changes live
 */
const char *
lum_find_or_make_shoe (LumDiary *diary, LumChangeSet *changes, const char *name)
{
  gsize n, n_changes;
  const LumShoe *shoes = lum_diary_get_shoes (diary, &n);
  const LumChange *change = lum_change_set_get_changes (changes, &n_changes);
  const LumShoe *retired = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  LumShoe shoe;

  for (gsize i = n; i > 0; i--) {
    if (!same_name (shoes[i - 1].name, name))
      continue;
    if (shoes[i - 1].retired == LUM_DAY_NONE)
      return shoes[i - 1].base.id;
    if (!retired)
      retired = &shoes[i - 1];
  }
  if (retired)
    return retired->base.id;

  for (gsize i = 0; i < n_changes; i++)
    if (change[i].type == LUM_CHANGE_PUT && change[i].kind == LUM_RECORD_SHOE &&
        same_name (((const LumShoe *) change[i].record)->name, name))
      return change[i].record->id;

  lum_record_init (LUM_RECORD_SHOE, &shoe);
  shoe.name = trimmed;
  return lum_change_set_put (changes, LUM_RECORD_SHOE, &shoe);
}
