/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-error.h"
#include "lum-importer.h"

G_BEGIN_DECLS

/* The readers, each in its own file. */
extern const LumImporter lum_csv_importer;
extern const LumImporter lum_gpx_importer;
extern const LumImporter lum_later_importer;
extern const LumImporter lum_unknown_importer;

G_END_DECLS
