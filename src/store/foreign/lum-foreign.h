/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-importer.h"

G_BEGIN_DECLS

/* Other programs' SQLite files, for LumImportSource.others: only this folder may look into them. Ends with NULL. */
extern const LumImporter *const lum_foreign_importers[];

/* What the importer takes; Health Connect holds years of everything, and little of it is runs. */
#define LUM_FOREIGN_MAX_BYTES ((gsize) 512 * 1024 * 1024)

G_END_DECLS
