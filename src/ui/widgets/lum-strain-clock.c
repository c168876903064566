/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-strain-clock.h"

#include "lum-clock-bar.h"
#include "lum-i18n.h"
#include "lum-messages.h"
#include "lum-parameters.h"
#include "lum-ui-words.h"

struct _LumStrainClock {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *sentence;
  LumClockBar *bar;
};

G_DEFINE_FINAL_TYPE (LumStrainClock, lum_strain_clock, ADW_TYPE_BIN)

/* VI-1: the newest visit since the bout began. */
static const LumVisit *
find_visit (LumDiary *diary, LumDay since)
{
  gsize n;
  const LumVisit *visits = lum_diary_get_visits (diary, &n);
  const LumVisit *newest = NULL;

  for (gsize i = 0; i < n; i++)
    if (visits[i].day >= since && (!newest || visits[i].day >= newest->day))
      newest = &visits[i];
  return newest;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return (x > y) - (x < y);
}

/* "Usual for you 2–4, this week 3.1": the middle half of the days before this week. */
static char *
describe_usual (LumDiary *diary, LumDay today)
{
  g_autoptr (GArray) usual = g_array_new (FALSE, FALSE, sizeof (float));
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  double sum = 0;
  int n_week = 0;

  for (gsize i = lum_diary_find_first_day (diary, today - LUM_P_WEEK + 1 - LUM_P_USUAL_WIN);
       i < n && days[i].day <= today; i++) {
    if (days[i].n_entries == 0)
      continue;
    if (days[i].day > today - LUM_P_WEEK) {
      sum += days[i].chart;
      n_week++;
    } else {
      g_array_append_val (usual, days[i].chart);
    }
  }
  if (usual->len < LUM_P_USUAL_KNOWN)
    return NULL;
  g_array_sort (usual, compare_scores);

  int low = (int) (g_array_index (usual, float, usual->len / 4) + 0.5);
  int high = (int) (g_array_index (usual, float, usual->len * 3 / 4) + 0.5);

  if (n_week < LUM_P_MEAN_SCORED) /* PM-4 */
    return low == high ? g_strdup_printf (_ ("Usual for you: %d."), low)
                       : g_strdup_printf (_ ("Usual for you: %d–%d."), low, high);

  g_autofree char *week = lum_format_number (sum / n_week, 1);

  /* Translators: pain scores: the lower and upper end of the usual range, and this week's mean */
  return low == high ? g_strdup_printf (_ ("Usual for you: %d. This week: %s."), low, week)
                     : g_strdup_printf (_ ("Usual for you: %d–%d. This week: %s."), low, high, week);
}

/* "Pain on 3 of 5 logged days", of the days after a visit; NULL where there is none yet. */
static char *
describe_since (LumDiary *diary, LumDay visit, LumDay today)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  int pain = 0, known = 0;

  for (gsize i = lum_diary_find_first_day (diary, visit + 1); i < n && days[i].day <= today; i++) {
    if (days[i].n_entries == 0)
      continue;
    known++;
    pain += days[i].highest >= LUM_P_PAIN_MIN;
  }
  return known > 0 ? lum_message_trend_unknown (pain, known) : NULL;
}

/* "Last flare: 9 – 12 Mar": the newest days that were called one, as long as they follow each other. */
static char *
describe_flare (LumDiary *diary, LumDay today)
{
  gsize n;
  const LumFlareAnswer *flares = lum_diary_get_flares (diary, &n);
  LumDay first = LUM_DAY_NONE, last = LUM_DAY_NONE;
  g_autofree char *from = NULL, *to = NULL;

  while (n-- > 0) {
    if (!flares[n].yes || flares[n].day > today)
      continue;
    if (last == LUM_DAY_NONE)
      last = flares[n].day;
    else if (first - flares[n].day > 1 + LUM_P_FLARE_BEFORE)
      break;
    first = flares[n].day;
  }
  if (last == LUM_DAY_NONE)
    return NULL;
  from = lum_message_date (first, today);
  to = lum_message_date (last, today);
  if (first == last)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Last flare: %s."), to);
  /* Translators: the two %s are dates */
  return g_strdup_printf (_ ("Last flare: %1$s – %2$s."), from, to);
}

/* "Pain on 9 of 26 logged days in four weeks." */
static char *
describe_month (LumDiary *diary, LumDay today)
{
  gsize n;
  const LumDaySummary *days = lum_diary_get_days (diary, &n);
  int pain = 0, known = 0;

  for (gsize i = lum_diary_find_first_day (diary, today - LUM_P_GOES_WIN + 1); i < n && days[i].day <= today; i++) {
    known += days[i].n_entries > 0;
    pain += days[i].n_entries > 0 && days[i].highest >= LUM_P_PAIN_MIN;
  }
  return known > 0 ? g_strdup_printf (
                         /* Translators: %1$d pain days of %2$d logged days. The plural is that of the logged days. */
                         ngettext ("Pain on %1$d of %2$d logged day in four weeks.",
                                   "Pain on %1$d of %2$d logged days in four weeks.", known),
                         pain, known)
                   : NULL;
}

static void
lum_strain_clock_class_init (LumStrainClockClass *klass)
{
}

static void
lum_strain_clock_init (LumStrainClock *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (NULL), *sentence = gtk_label_new (NULL);

  self->title = GTK_LABEL (title);
  self->sentence = GTK_LABEL (sentence);
  self->bar = LUM_CLOCK_BAR (lum_clock_bar_new ());
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), sentence);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
lum_strain_clock_new (void)
{
  return g_object_new (LUM_TYPE_STRAIN_CLOCK, NULL);
}

/**
 * lum_strain_clock_update:
 * @findings: (nullable)
 *
 * Shows the clock only while a bout is active, under 84 days and no visit is on record; then the usual range.
 */
void
lum_strain_clock_update (LumStrainClock *self, LumDiary *diary, LumFindings *findings)
{
  g_return_if_fail (LUM_IS_STRAIN_CLOCK (self));

  const LumStatus *status = findings ? findings->status : NULL;
  gboolean active = status && lum_status_is_active (status) && status->age != LUM_INT_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self), active);
  if (!active)
    return;

  const LumVisit *visit = find_visit (diary, status->onset);
  g_autofree char *trend = lum_findings_describe_trend (findings);

  if (visit || status->age >= LUM_P_CHRONIC) {
    g_autofree char *usual = describe_usual (diary, status->today);
    g_autofree char *day = visit ? lum_day_format (visit->day, LUM_DAY_FORMAT_SHORT) : NULL;
    g_autofree char *title = visit ? g_strdup_printf (_ ("Since Your Visit on %s"), day) : NULL;
    const char *agreed = visit && visit->agreed && *visit->agreed ? visit->agreed : NULL;
    g_autofree char *plan = agreed ? g_strdup_printf (_ ("Agreed: %s"), agreed) : NULL;
    g_autofree char *since = visit ? describe_since (diary, visit->day, status->today) : NULL;
    g_autofree char *month = describe_month (diary, status->today), *flare = describe_flare (diary, status->today);
    const char *lines[] = {usual, visit ? since : month, flare, plan};
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
      if (lines[i] && *lines[i])
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);

    gtk_label_set_text (self->title, title ? title : _ ("Your Usual Range"));
    gtk_label_set_text (self->sentence, text->str);
    gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->sentence), text->len > 0);
    return;
  }

  /* Translators: how many days a bout of pain has lasted */
  g_autofree char *last = lum_message_date (status->last_pain, status->today), *day = NULL;

  /* The count ends with the last pain day: where that is not today or yesterday, it says so. */
  if (status->age == 0)
    day = g_strdup (_ ("First Day"));
  else if (status->today - status->last_pain <= 1)
    day = g_strdup_printf (_ ("Day %d"), status->age);
  else
    /* Translators: %1$d is how many days a bout of pain has lasted up to the date %2$s, the last day with pain */
    day = g_strdup_printf (_ ("Day %1$d on %2$s"), status->age, last);

  gtk_label_set_text (self->title, day);
  gtk_label_set_text (self->sentence, trend ? trend : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), trend && *trend);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  lum_clock_bar_set_day (self->bar, status->age);
  g_autofree char *label = g_strdup_printf (_ ("%s. Strains usually ease within 2 to 3 weeks."), day);
  lum_widget_set_label (GTK_WIDGET (self->bar), label);
}
