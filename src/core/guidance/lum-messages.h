/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-day.h"
#include "lum-overuse.h"
#include "lum-status.h"
#include "lum-units.h"

G_BEGIN_DECLS

/* The words of the watch (rules §9), apart from its numbers: what a person reads stands here, why it is said stands in
 * the detectors. Every function gives whole, translated sentences. */

/* What a card says whatever the numbers are. Marked with N_(); translate with lum_message_texts_translate(). */
typedef struct {
  const char *rule;
  const char *variant;
  const char *title;
  const char *clears; /* what would make it go away */
  const char *source; /* whose statement it is, and its grade */
} LumMessageTexts;

const LumMessageTexts *lum_message_texts_get (gsize *n);
const LumMessageTexts *lum_message_texts_find (const char *rule, const char *variant);
const char *lum_message_texts_translate (const char *text);

/* EP-11, text 9 */
char *lum_message_strong (int earlier, int later, int days);
char *lum_message_worse (double last, double previous);
char *lum_message_stops_activities (void);

/* RF-18, text 5 */
char *lum_message_leg_signs (void);

/* EP-8, texts 7 and 12 */
char *lum_message_three_weeks (int pain, int known, LumDay since, LumDay today);
char *lum_message_three_weeks_easing (double previous, double last);
char *lum_message_three_weeks_gaps (int known, int days);
char *lum_message_three_weeks_slight (double mean);
char *lum_message_three_weeks_on_and_off (int pain, int known, LumDay since, LumDay today);
char *lum_message_twelve_weeks (int pain, int known);
char *lum_message_twelve_weeks_slight (double mean);

/* EP-9, EP-9b, text 8 */
char *lum_message_each_weekday (int weekday, int weeks, gboolean after_runs);
char *lum_message_comes_and_goes (int pain, int known, gboolean after_runs);
char *lum_message_keeps_coming_back (int pain, int known, gboolean calm_week);

/* text 6 */
char *lum_message_two_weeks (double last, double previous, LumDay by, LumDay today);

/* EP-12 */
char *lum_message_low_grade (int ones, int known);

/* OU-5, text 11 */
char *lum_message_long_run (double metres, double reference_m, double easy_m, gboolean this_week, LumUnits units);

/* OU-7, OU-8, OU-11, OU-12, OU-15 */
char *lum_message_overuse (const char *things, int n);
const char *lum_message_overuse_kind (LumOveruseKind kind);
char *lum_message_overuse_spike (int percent);
char *lum_message_weight (int weight, LumDay held, LumDay today);
char *lum_message_rest_days (int rest_days, gboolean hurting);
char *lum_message_streak (int streak, int habitual, gboolean hurting);
char *lum_message_run_reached (int score, gboolean during);
char *lum_message_not_back (int points);
char *lum_message_not_backs (int runs);
char *lum_message_red_runs (int runs);
char *lum_message_shoe (const char *name, double metres, LumUnits units);

/* The rules that are never cards: OU-3, OU-6, OU-9, OU-10, OU-13, OU-14 */
char *lum_message_monotony (void);
char *lum_message_ramp (double metres, double ratio, LumUnits units);
char *lum_message_intensity (double week, double usual);
char *lum_message_hills (gboolean down);
char *lum_message_new_surface (int surface);
char *lum_message_rotation (int runs);
char *lum_message_after_break (int days_off, gboolean no_reference);

/* The safety check: RF-R1, RF-R2 */
char *lum_message_join (char *list, const char *more);
char *lum_message_emergency (const char *ticked, const char *number);
char *lum_message_urgent (const char *ticked, const char *service, gboolean implied);
char *lum_message_within_days (const char *ticked);
char *lum_message_soon (const char *ticked, gboolean pause);
char *lum_message_ticked_on (LumDay first, LumDay last, LumDay today);
char *lum_message_sign (gboolean sure, LumDay since, LumDay today);
char *lum_message_implied_sign (void);

/* Running (MS-4), and how the pain goes over months */
char *lum_message_run_easily (void);
char *lum_message_run_as_agreed (LumDay visit, LumDay today);
char *lum_message_pause (void);
char *lum_message_pause_for_safety (void);
char *lum_message_pause_as_agreed (LumDay until, LumDay today);
char *lum_message_course_single (gboolean recent);
char *lum_message_course_episodic (int episodes);
char *lum_message_course_fluctuating (void);
char *lum_message_course_ongoing (void);
char *lum_message_course_label (LumPattern pattern, LumCourse course, gboolean chronic);
char *lum_message_course_past (LumPattern pattern);

/* LA-8 */
char *lum_message_link (int weeks, gboolean more, double after_long, int n_long, double after_rest, int n_rest);
char *lum_message_link_at_lag (int weeks, gboolean more, int lag);
char *lum_message_no_link (int scored);
char *lum_message_link_contrast (double after_long, int n_long, double after_rest, int n_rest);
char *lum_message_link_no_contrast (int n_long, int n_rest);
char *lum_message_link_too_early (int scored, int wanted);
char *lum_message_link_too_constant (void);
char *lum_message_link_too_regular (void);
char *lum_message_link_not_settled (void);

/* What stands behind a card */
char *lum_message_days (LumDay first, LumDay last, int missing, LumDay today);
char *lum_message_runs (LumDay first, LumDay last, int runs, LumDay today);
char *lum_message_pain_of_known (int pain, int known);
char *lum_message_mean (double mean, int scored);
char *lum_message_score (int score, LumDay day, LumDay today);
char *lum_message_date (LumDay day, LumDay today);

/* The strain clock, and Today */
char *lum_message_trend_better (double last, double previous, int pain, int known);
char *lum_message_trend_worse (double last, double previous, int pain, int known);
char *lum_message_trend_same (double last, double previous, int pain, int known);
char *lum_message_trend_unknown (int pain, int known);
char *lum_message_nothing_logged (LumDay first, LumDay last, LumDay today);
char *lum_message_nothing_since (LumDay last_known, LumDay today);

G_END_DECLS
