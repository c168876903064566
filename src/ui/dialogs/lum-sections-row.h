/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is on the page, or in its appendix, to be ticked: a row that unfolds. What there is, the report says itself.
 * Signal "changed". */
#define LUM_TYPE_SECTIONS_ROW (lum_sections_row_get_type ())

G_DECLARE_FINAL_TYPE (LumSectionsRow, lum_sections_row, LUM, SECTIONS_ROW, AdwExpanderRow)

void lum_sections_row_set_appendix (LumSectionsRow *self, gboolean appendix);
void lum_sections_row_apply (LumSectionsRow *self, const char *const *changes);
void lum_sections_row_add_changes (LumSectionsRow *self, GPtrArray *changes);
void lum_sections_row_add_shown (LumSectionsRow *self, GPtrArray *ids);

G_END_DECLS
