/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-clock.h"
#include "lum-csv-mapping.h"
#include "lum-units.h"

G_BEGIN_DECLS

/* What the columns of a table are, for a person to say, with what the first lines become below. */
#define LUM_TYPE_TABLE_PAGE (lum_table_page_get_type ())

G_DECLARE_FINAL_TYPE (LumTablePage, lum_table_page, LUM, TABLE_PAGE, AdwBin)

/* Property "usable": whether entries can be made of it. */

void lum_table_page_show (LumTablePage *self, const LumTableSample *sample, LumClock *clock, LumUnits units);
const LumCsvMapping *lum_table_page_get_mapping (LumTablePage *self);
const char *lum_table_page_get_signature (LumTablePage *self);

G_END_DECLS
