/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-lives.h"

#include "lum-random.h"
#include "lum-sample-life.h"
#include "lum-test-life.h"

#define TODAY LIVES_TODAY

static void
add_safety (LumTestLife *life, const char *question, LumSafetyWord word, LumDay since)
{
  LumSafetyAnswer *answer = lum_test_life_add (life, LUM_RECORD_SAFETY_ANSWER);

  answer->question = question;
  answer->answer = word;
  answer->day = TODAY;
  answer->since = since;
}

static void
add_fact (LumTestLife *life, const char *name, const char *value)
{
  LumBackground *fact = lum_test_life_add (life, LUM_RECORD_BACKGROUND);

  fact->fact = name;
  fact->value = value;
  fact->day = TODAY - 3;
}

static LumTreatment *
add_treatment (LumTestLife *life, const char *name, LumDay first, LumDay last, int helped)
{
  LumTreatment *treatment = lum_test_life_add (life, LUM_RECORD_TREATMENT);

  treatment->name = g_intern_string (name);
  treatment->first = first;
  treatment->last = last;
  treatment->helped = helped;
  return treatment;
}

static void
add_activity (LumTestLife *life, const char *name, LumDay asked, int then, int now)
{
  LumActivity *activity = lum_test_life_add (life, LUM_RECORD_ACTIVITY);
  const char *id = activity->base.id;

  activity->name = name;
  for (int i = 0; i < 2; i++) {
    LumActivityRating *rating = lum_test_life_add (life, LUM_RECORD_ACTIVITY_RATING);

    rating->activity_id = id;
    rating->day = i == 0 ? asked : TODAY;
    rating->score = i == 0 ? then : now;
  }
}

static LumDayDetail *
add_detail (LumTestLife *life, LumDay day)
{
  LumDayDetail *detail = lum_test_life_add (life, LUM_RECORD_DAY_DETAIL);

  detail->day = day;
  return detail;
}

/* RP-1's own: three weeks after a run that was too long, all that can be asked is answered. */
static LumDiary *
make_strain (void)
{
  static const int scores[] = {5, 6, 7, 5, 5, 4, 5, 4, 4, 4, 3, 4, 4, 3, 4, 3, 3, 4, 3, 3, 3, 3};
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumVisit *visit;

  for (int day = 0; day < 22; day++) {
    if (day != 8)
      lum_test_life_add_pain (life, TODAY - 21 + day, scores[day], LUM_MOMENT_AVERAGE)->how =
          day == 0 ? LUM_HOW_AFTER_RUN : LUM_INT_NONE;
    if (day % 2)
      lum_test_life_add_pain (life, TODAY - 21 + day, scores[day] + 1, LUM_MOMENT_WAKING);
    if (day % 3 == 0)
      add_detail (life, TODAY - 21 + day)->nights_woken = day % 6 ? 0 : 2;
    if (day % 7 == 6)
      lum_test_life_add_pain (life, TODAY - 21 + day, 4, LUM_MOMENT_DURING_RUN);
  }
  for (LumDay day = TODAY - 120; day < TODAY - 21; day++)
    if (day % 7 == 1 || day % 7 == 3 || day % 7 == 6)
      lum_test_life_add_run (life, day, day % 7 == 6 ? 16500 : 8200 + 100 * (day % 5))->timer_s = 2700 + 60 * (day % 9);
  lum_test_life_add_run (life, TODAY - 21, 24000)->timer_s = 8100;
  for (int week = 0; week < 3; week++)
    lum_test_life_add_run (life, TODAY - 15 + 7 * week, 5200)->timer_s = 1830;
  for (LumDay day = TODAY - 300; day < TODAY - 284; day++)
    lum_test_life_add_pain (life, day, 4, LUM_MOMENT_AVERAGE);
  for (LumDay day = TODAY - 284; day < TODAY - 21; day += 2)
    lum_test_life_add_pain (life, day, 0, LUM_MOMENT_AVERAGE);

  add_safety (life, "RF-18", LUM_SAFETY_YES, TODAY - 5);
  for (guint i = 0; i < 8; i++) {
    static const char *const no[] = {"RF-01", "RF-02", "RF-03", "RF-04", "RF-05", "RF-09", "RF-11", "RF-12"};

    add_safety (life, no[i], LUM_SAFETY_NO, LUM_DAY_NONE);
  }
  add_fact (life, "birth-year", "1983");
  add_fact (life, "cancer", "no");
  add_fact (life, "steroids", "no");
  add_fact (life, "osteoporosis", "no");
  add_fact (life, "blood-thinners", "no");
  add_activity (life, "run 5 km", TODAY - 15, 2, 5);
  add_activity (life, "tie shoes", TODAY - 15, 3, 6);
  add_treatment (life, "ibuprofen", TODAY - 20, TODAY - 14, 1);
  add_treatment (life, "massage", TODAY - 11, TODAY - 11, 0);
  add_treatment (life, "heat", TODAY - 6, LUM_DAY_NONE, 2);
  LumDayDetail *detail = add_detail (life, TODAY - 20);
  detail->where_left = detail->spread_buttock = 1;
  detail->worse_with = "sitting\nbending";
  detail->better_with = "walking\nlying down";
  detail->note = "Worst when getting out of the car.";
  add_detail (life, TODAY - 19)->worse_with = "sitting";
  visit = lum_test_life_add (life, LUM_RECORD_VISIT);
  visit->day = TODAY - 12;
  visit->who = "physiotherapist";
  visit->agreed = "Easy runs only, come back in two weeks";
  visit->plan = LUM_PLAN_RUN_AS_AGREED;
  visit->next = TODAY + 2;
  lum_test_life_set_preference (life, LUM_PREFERENCE_QUESTIONS,
                                "Can I run the half marathon in September?\nIs it worth taking pictures?\nWhat can I "
                                "do at my desk?");
  return lum_test_life_make (life);
}

/* Half a year of pain, logged one day in two, silences answered, much tried and written. */
static LumDiary *
make_chronic (void)
{
  static const char *const tried[] = {"ibuprofen", "paracetamol", "massage",   "physiotherapy", "heat",
                                      "yoga",      "rest",        "new chair", "acupuncture",   "taping"};
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumRandom random;

  lum_random_init (&random, 5);
  for (LumDay day = TODAY - 200; day <= TODAY; day++) {
    int score = 2 + (int) lum_random_below (&random, 5);

    if (lum_random_below (&random, 2) == 0 || (day > TODAY - 90 && day < TODAY - 75))
      continue;
    LumPainEntry *entry = lum_test_life_add_pain (life, day, score, LUM_MOMENT_AVERAGE);
    if (lum_random_below (&random, 6) == 0)
      entry->entered = day + 5;
    if (score == 6)
      add_detail (life, day)->note = "A bad day. Sat in meetings from nine to five and could hardly stand up after.";
    if (lum_random_below (&random, 5) == 0)
      lum_test_life_add_run (life, day, 3000 + lum_random_below (&random, 4000));
  }
  lum_test_life_answer (life, TODAY - 89, TODAY - 76, LUM_GAP_HURT);
  for (int i = 0; i < 40; i++)
    add_treatment (life, tried[i % G_N_ELEMENTS (tried)], TODAY - 190 + 4 * i, TODAY - 188 + 4 * i, i % 4 - 1)->note =
        i % 3 == 0 ? "Felt a little looser for an hour or two, then as before." : NULL;
  for (int i = 0; i < 6; i++) {
    LumVisit *visit = lum_test_life_add (life, LUM_RECORD_VISIT);

    visit->day = TODAY - 170 + 30 * i;
    visit->who = i % 2 ? "GP" : "physiotherapist";
    visit->agreed = "Keep moving, build up walking, strength twice a week and come back if it gets worse";
  }
  return lum_test_life_make (life);
}

static LumDiary *
make_runs_only (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  LumShoe *shoe = lum_test_life_add (life, LUM_RECORD_SHOE);
  const char *id = shoe->base.id;

  shoe->name = "Blue pair";
  shoe->start_distance_m = 120000;
  for (int i = 0; i < 300; i++) {
    LumRun *run = lum_test_life_add_run (life, TODAY - 360 + i + i / 5, 6000 + 731 * (i % 13));

    run->timer_s = 1800 + 37 * (i % 40);
    run->effort = i % 9;
    run->shoe_id = id;
    run->note = i % 60 == 0 ? "Rain and wind all the way, shoes soaked." : NULL;
  }
  return lum_test_life_make (life);
}

static LumDiary *
make_one_entry (void)
{
  return lum_test_diary_new ("4", TODAY);
}

/* Where every allocation is watched, a few years take as long. */
#ifdef __SANITIZE_ADDRESS__
#define YEARS 3
#else
#define YEARS 20
#endif

static LumDiary *
make_twenty_years (void)
{
  return lum_sample_life_new (TODAY, YEARS, 1);
}

/* Words of other scripts, long ones: nothing is cut. */
static LumDiary *
make_scripts (void)
{
  g_autoptr (LumTestLife) life = lum_test_life_new ();
  g_autoptr (GString) essay = g_string_new (NULL);

  for (int i = 0; i < 1400; i++)
    g_string_append_printf (essay, "word%d ", i);
  lum_test_life_add_days (life, "5x9 3x9 . 4x10", TODAY - 28, TODAY);
  add_detail (life, TODAY - 20)->note = "ألم أقل بعد المشي، وأكثر بعد الجلوس الطويل في العمل. النوم جيد.";
  add_detail (life, TODAY - 15)->note =
      "朝は腰が固いが、散歩の後は楽になる。長く座っていると痛みが戻ってくる。無理はしない。";
  add_detail (life, TODAY - 10)->note = g_intern_string (essay->str);
  add_treatment (life, "تدليك", TODAY - 12, TODAY - 12, 1);
  add_treatment (life, "鍼治療", TODAY - 9, TODAY - 9, 0);
  lum_test_life_set_preference (life, LUM_PREFERENCE_QUESTIONS, "هل يمكنني الجري؟\nいつ走れますか。");
  return lum_test_life_make (life);
}

static const ReportLife lives[] = {
    {"strain", "Maria Runner", make_strain, 0},
    {"chronic", NULL, make_chronic, 0},
    {"runs-only", "Sam Example", make_runs_only, 365},
    {"one-entry", NULL, make_one_entry, 0},
    {"twenty-years", "Zoë Muñoz", make_twenty_years, YEARS * 365},
    {"scripts", "محمد عبد الله · 山田 太郎", make_scripts, 0},
};

const ReportLife *
report_lives_get (guint *n)
{
  *n = G_N_ELEMENTS (lives);
  return lives;
}

LumReport *
report_life_make (const ReportLife *life, LumDiary *diary, LumPaper paper, gboolean grey, const char *const *sections)
{
  g_autoptr (LumFindings) findings = lum_findings_new (diary, TODAY, LUM_UNITS_METRIC);
  LumReportOptions options;

  lum_report_options_init (&options, TODAY);
  options.units = LUM_UNITS_METRIC;
  options.paper = paper;
  options.grey = grey;
  options.name = life->person;
  options.sections = sections;
  options.created = (LumInstant) TODAY * 86400000;
  if (life->days > 0)
    options.first = TODAY - life->days + 1;
  return lum_report_new (diary, findings, &options);
}

const char *const *
report_all_sections (void)
{
  static const char *ids[32];
  guint n;
  const LumReportSection *sections = lum_report_get_sections (&n);

  g_assert_cmpuint (n, <, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n; i++)
    ids[i] = sections[i].id;
  return ids;
}
