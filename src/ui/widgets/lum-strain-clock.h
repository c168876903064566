/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

/* How long this bout has lasted, with the marks of two and three weeks; after a visit or twelve weeks the person's
 * usual range instead. Hidden while there is nothing to say. */
#define LUM_TYPE_STRAIN_CLOCK (lum_strain_clock_get_type ())

G_DECLARE_FINAL_TYPE (LumStrainClock, lum_strain_clock, LUM, STRAIN_CLOCK, AdwBin)

GtkWidget *lum_strain_clock_new (void);
void lum_strain_clock_update (LumStrainClock *self, LumDiary *diary, LumFindings *findings);

G_END_DECLS
