/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one table of numbers that the rules of the watch use. A rule reads its numbers here and nowhere else; names,
 * units and defaults are those of rules.md. A row is: name, default, unit, rule.
 *
 * "days" are differences of civil days, "count" is a number of days, runs or entries, "points" are on the pain scale. */
#define LUM_INT_PARAMETERS(P)                      \
  P (NOON, 720, "minutes", "PM-1")                 \
  P (EVENING_ENDS, 180, "minutes", "PM-1")         \
  P (PAIN_MIN, 2, "points", "EP-3")                \
  P (LOW_MAX, 1, "points", "EP-3")                 \
  P (CONFIRM_SPAN, 3, "days", "EP-6")              \
  P (SILENT_GAP, 3, "days", "EP-6")                \
  P (MAX_GAP, 14, "days", "EP-6")                  \
  P (REMIT_SPAN, 7, "days", "EP-6")                \
  P (REMIT_KNOWN, 5, "count", "EP-6")              \
  P (RESOLVE_SPAN, 30, "days", "EP-6")             \
  P (ISOLATED_LOW, 3, "count", "EP-6b")            \
  P (APPROACH, 14, "days", "EP-6b")                \
  P (BEYOND, 21, "days", "EP-6b")                  \
  P (SUBACUTE, 42, "days", "EP-6b")                \
  P (CHRONIC, 84, "days", "EP-6b")                 \
  P (STALE, 3, "days", "EP-6b")                    \
  P (LOST, 14, "days", "EP-6b")                    \
  P (MIN_COVER_OF, 3, "1 of n days", "EP-6b")      \
  P (RECUR_WIN, 365, "days", "EP-6b")              \
  P (RECUR_EPISODES, 2, "count", "EP-6b")          \
  P (ASK_GAP, 4, "days", "EP-4")                   \
  P (ONSET_PAIN, 7, "points", "EP-5")              \
  P (SHARE_WIN, 28, "count", "EP-8")               \
  P (MEAN_WIN, 7, "days", "EP-8")                  \
  P (EASED_MEAN, 3, "points", "EP-8")              \
  P (SLIGHT_MEAN, 2, "points", "EP-8")             \
  P (PROVISIONAL_WAIT, 3, "days", "EP-8")          \
  P (FRESH, 6, "days", "EP-9")                     \
  P (GOES_WIN, 28, "days", "EP-9")                 \
  P (GOES_PAIN, 4, "count", "EP-9")                \
  P (GOES_SPAN, 21, "days", "EP-9")                \
  P (GOES_BLOCK, 7, "days", "EP-9")                \
  P (GOES_CLUSTERS, 3, "count", "EP-9")            \
  P (GOES_LOWS, 2, "count", "EP-9")                \
  P (GOES_SILENT, 56, "days", "EP-9")              \
  P (GOES_RUNS_PERCENT, 50, "percent", "EP-9")     \
  P (BACK_WIN, 42, "days", "EP-9b")                \
  P (BACK_KNOWN, 14, "count", "EP-9b")             \
  P (BACK_SPAN, 28, "days", "EP-9b")               \
  P (BACK_PERCENT, 50, "percent", "EP-9b")         \
  P (FLARE_FIRST, 14, "days", "EP-10")             \
  P (FLARE_LAST, 3, "days", "EP-10")               \
  P (FLARE_SCORED, 5, "count", "EP-10")            \
  P (FLARE_HIGH, 3, "points", "EP-10")             \
  P (FLARE_TWICE, 2, "points", "EP-10")            \
  P (FLARE_BEFORE, 2, "days", "EP-10")             \
  P (SEVERE, 7, "points", "EP-11")                 \
  P (SEVERE_BEFORE, 2, "days", "EP-11")            \
  P (USUAL_WIN, 84, "days", "EP-11")               \
  P (USUAL_ABOVE, 2, "points", "EP-11")            \
  P (USUAL_KNOWN, 14, "count", "EP-8")             \
  P (LOWGRADE_WIN, 28, "days", "EP-12")            \
  P (LOWGRADE_KNOWN, 20, "count", "EP-12")         \
  P (LOWGRADE_SPAN, 21, "days", "EP-12")           \
  P (LOWGRADE_PERCENT, 80, "percent", "EP-12")     \
  P (NIH_WIN, 182, "days", "EP-13")                \
  P (NIH_KNOWN, 60, "count", "EP-13")              \
  P (NIH_SPAN, 90, "days", "EP-13")                \
  P (NIH_PERCENT, 50, "percent", "EP-13")          \
  P (WEEK, 7, "days", "PM-6")                      \
  P (TREND_SCORED, 4, "count", "PM-6")             \
  P (MEAN_SCORED, 3, "count", "PM-4")              \
  P (AVERAGE_WIN, 84, "days", "PM-3")              \
  P (AVERAGE_SCORED, 28, "count", "PM-3")          \
  P (AVERAGE_TOLD, 2, "count", "PM-4")             \
  P (RECALLED, 2, "days", "PM-5")                  \
  P (SCORE_BACK, 14, "days", "PM-5")               \
  P (SPIKE_WIN, 30, "days", "OU-5")                \
  P (SPIKE_RUNS, 4, "count", "OU-5")               \
  P (SPIKE_HISTORY, 30, "days", "OU-5")            \
  P (SPIKE_TOLERANCE, 10, "metres", "OU-5")        \
  P (SPIKE_FLOOR, 990, "metres", "OU-5")           \
  P (SPIKE_REFERENCE, 110, "percent", "OU-5")      \
  P (SPIKE_SMALL, 130, "percent", "OU-5")          \
  P (SPIKE_MODERATE, 200, "percent", "OU-5")       \
  P (SPIKE_PAIN_CAUTION, 7, "days", "OU-5")        \
  P (SPIKE_PAIN_NOTE, 30, "days", "OU-5")          \
  P (SPIKE_CARD_DAYS, 7, "days", "OU-5")           \
  P (SPIKE_IMPORT_DAYS, 2, "days", "OU-5")         \
  P (MORNING_RISE, 2, "points", "OU-11")           \
  P (AMBER_FROM, 3, "points", "OU-11")             \
  P (RED_FROM, 6, "points", "OU-11")               \
  P (RED_WIN, 7, "days", "OU-11")                  \
  P (RED_RUNS, 2, "count", "OU-11")                \
  P (NOT_BACK_WIN, 14, "days", "OU-11")            \
  P (NOT_BACK_RUNS, 3, "count", "OU-11")           \
  P (RUN_PAIN_DAYS, 3, "days", "OU-11")            \
  P (RUN_ASK_AFTER, 2, "hours", "OU-11")           \
  P (RUN_ASK_UNTIL, 20, "hours", "OU-11")          \
  P (RATED_PERCENT, 80, "percent", "OU-1")         \
  P (LOAD_HISTORY, 28, "days", "OU-4")             \
  P (CHRONIC_WIN, 28, "days", "OU-4")              \
  P (MONOTONY_HISTORY, 35, "days", "OU-3")         \
  P (MONOTONY_RUN_DAYS, 5, "count", "OU-3")        \
  P (MONOTONY_WEEKS, 4, "count", "OU-3")           \
  P (RAMP_RUNS, 2, "count", "OU-6")                \
  P (RAMP_WEEKS, 4, "count", "OU-6")               \
  P (REST_WIN, 14, "days", "OU-7")                 \
  P (REST_FEW, 3, "count", "OU-7")                 \
  P (ALIVE, 3, "days", "OU-7")                     \
  P (STREAK_LONG, 7, "days", "OU-8")               \
  P (STREAK_WIN, 56, "days", "OU-8")               \
  P (STREAK_MORE, 1, "days", "OU-8")               \
  P (HARD_EFFORT, 7, "effort", "OU-9")             \
  P (HARD_MORE, 20, "minutes", "OU-9")             \
  P (WEEKS_BEFORE, 3, "count", "OU-9")             \
  P (CLIMB_MORE, 200, "metres", "OU-10")           \
  P (CLIMB_TIMES, 2, "times", "OU-10")             \
  P (SURFACE_MOST, 50, "percent", "OU-10")         \
  P (SURFACE_WEEK, 10000, "metres", "OU-10")       \
  P (SURFACE_NEW, 10, "percent", "OU-10")          \
  P (SURFACE_BEFORE, 20000, "metres", "OU-10")     \
  P (SHOE_NOTE, 500000, "metres", "OU-12")         \
  P (SHOE_STRONG, 800000, "metres", "OU-12")       \
  P (SHOE_CARD_DAYS, 14, "days", "OU-12")          \
  P (ROTATION_RUNS, 8, "count", "OU-13")           \
  P (ROTATION_WIN, 28, "days", "OU-13")            \
  P (SHOE_BAND, 200000, "metres", "OU-12")         \
  P (SHOE_BAND_MILES, 125, "miles", "OU-12")       \
  P (BREAK_DAYS, 14, "days", "OU-14")              \
  P (BREAK_PERCENT, 70, "percent", "OU-14")        \
  P (BREAK_WIN, 30, "days", "OU-14")               \
  P (BREAK_LONG, 30, "days", "OU-14")              \
  P (USUAL_HISTORY, 28, "days", "OU-4")            \
  P (USUAL_WEEKS, 4, "count", "OU-4")              \
  P (LONGEST_WIN, 30, "days", "OU-5")              \
  P (OVERUSE_WIN, 14, "days", "OU-15")             \
  P (OVERUSE_SCORE, 3, "score", "OU-15")           \
  P (WEIGHT_SPIKE_SMALL, 2, "score", "OU-15")      \
  P (WEIGHT_SPIKE_MODERATE, 2, "score", "OU-15")   \
  P (WEIGHT_SPIKE_LARGE, 3, "score", "OU-15")      \
  P (WEIGHT_RED_RUNS, 2, "score", "OU-15")         \
  P (WEIGHT_NOT_BACK, 1, "score", "OU-15")         \
  P (WEIGHT_RAMP, 1, "score", "OU-15")             \
  P (WEIGHT_FEW_REST_DAYS, 1, "score", "OU-15")    \
  P (WEIGHT_STREAK, 1, "score", "OU-15")           \
  P (WEIGHT_INTENSITY, 1, "score", "OU-15")        \
  P (WEIGHT_CLIMB, 1, "score", "OU-15")            \
  P (WEIGHT_SURFACE, 1, "score", "OU-15")          \
  P (WEIGHT_MONOTONY, 1, "score", "OU-15")         \
  P (OVERUSE_PAIN_WIN, 7, "days", "OU-15")         \
  P (OVERUSE_PAIN_DAYS, 2, "count", "OU-15")       \
  P (QUIET, 30, "days", "OU-18")                   \
  P (QUIET_WEEK, 7, "days", "OU-18")               \
  P (QUIET_SILENCE, 14, "days", "OU-18")           \
  P (SIGN_FRESH, 14, "days", "RF-R3")              \
  P (SIGN_AHEAD, 1, "days", "RF-R4")               \
  P (FALL_FRESH, 42, "days", "RF-17")              \
  P (OLDEST, 120, "years", "RF-17")                \
  P (OLD_AGE, 70, "years", "RF-17")                \
  P (OPERATION_FRESH, 91, "days", "RF-10")         \
  P (INFLAMMATION_SIGNS, 4, "count", "RF-22")      \
  P (INFLAMMATION_AGE, 45, "years", "RF-22")       \
  P (LEG_SIGN_DAYS, 7, "days", "RF-18")            \
  P (OFFER_DAYS, 7, "days", "RF-R5")               \
  P (OFFER_AGAIN, 28, "days", "RF-R5")             \
  P (OFFER_EVERY, 91, "days", "RF-R5")             \
  P (OFFER_PAIN, 7, "points", "RF-R5")             \
  P (REPORT_CHECK, 7, "days", "RF-R7")             \
  P (EXERCISE_PAIN, 6, "points", "RF-R9")          \
  P (LINK_BLOCK, 7, "days", "LA-4")                \
  P (LINK_WIN, 182, "days", "LA-2")                \
  P (LINK_DAYS, 56, "days", "LA-2")                \
  P (LINK_SCORED, 40, "count", "LA-2")             \
  P (LINK_RUN_DAYS, 15, "count", "LA-2")           \
  P (LINK_REST_DAYS, 15, "count", "LA-2")          \
  P (LINK_DIFFERENT, 10, "count", "LA-2")          \
  P (LINK_SHUFFLES, 999, "count", "LA-4")          \
  P (LINK_SEED, 20250101, "seed", "LA-4")          \
  P (LINK_DRAWS, 1000, "count", "LA-6")            \
  P (LINK_INTERVAL, 90, "percent", "LA-6")         \
  P (LINK_LONG_RUNS, 3, "1 of n run days", "LA-5") \
  P (LINK_AGREE, 2, "count", "LA-7")               \
  P (LINK_LOOK_BACK, 8, "count", "LA-7")           \
  P (NEW_USER, 28, "days", "OU-17")                \
  P (LATER, 7, "days", "OU-16")                    \
  P (BUDGET_DAY, 1, "count", "OU-16")              \
  P (BUDGET_RULE, 7, "days", "OU-16")              \
  P (DISMISSED, 14, "days", "OU-16")

#define LUM_REAL_PARAMETERS(P)              \
  P (CHANGE, 2.0, "points", "PM-6")         \
  P (CHANGE_FROM, 3.0, "points", "PM-6")    \
  P (CHANGE_LEAST, 1.0, "points", "PM-6")   \
  P (CHANGE_SHARE, 0.30, "share", "PM-6")   \
  P (SAME, 1e-9, "points", "PM-6")          \
  P (SHARE_MOST, 0.5, "share", "EP-8")      \
  P (MONOTONY_MOST, 10.0, "times", "OU-3")  \
  P (MONOTONY_HIGH, 2.0, "times", "OU-3")   \
  P (RAMP_RATIO, 1.3, "times", "OU-6")      \
  P (RAMP_OVER_MONTH, 1.1, "times", "OU-6") \
  P (HARD_TIMES, 1.5, "times", "OU-9")      \
  P (LINK_SILENT, 0.1, "share", "LA-3")     \
  P (LINK_REGULAR_WEEK, 0.8, "rho", "LA-2") \
  P (LINK_REGULAR_DAYS, 0.9, "rho", "LA-2") \
  P (LINK_P, 0.05, "probability", "LA-5")   \
  P (LINK_RHO, 0.3, "rho", "LA-5")          \
  P (LINK_SAME, 1e-09, "rho", "LA-3")

enum {
#define LUM_AS_ENUM(name, value, unit, rule) LUM_P_##name = value,
  LUM_INT_PARAMETERS (LUM_AS_ENUM)
#undef LUM_AS_ENUM
};

#define LUM_AS_CONST(name, value, unit, rule) static const double LUM_P_##name G_GNUC_UNUSED = value;
LUM_REAL_PARAMETERS (LUM_AS_CONST)
#undef LUM_AS_CONST

typedef struct {
  const char *name;
  double value;
  const char *unit;
  const char *rule;
} LumParameter;

const LumParameter *lum_parameters_get (gsize *n);

G_END_DECLS
