/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-report.h"

/* Journals of several kinds of people, to lay out pages of. */
typedef struct {
  const char *name;
  const char *person; /* or NULL: nameless */
  LumDiary *(*make) (void);
  int days; /* of the period; 0: since the bout began */
} ReportLife;

#define LIVES_TODAY (lum_day_from_ymd (2026, 6, 2))

const ReportLife *report_lives_get (guint *n);
LumReport *
report_life_make (const ReportLife *life, LumDiary *diary, LumPaper paper, gboolean grey, const char *const *sections);
const char *const *report_all_sections (void);
