/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-db.h"

G_BEGIN_DECLS

/* "LmbJ": what the header of every journal says, so that another program's SQLite file is recognised. */
#define LUM_APPLICATION_ID 0x4c6d624a

int lum_schema_get_version (void);
const char *lum_schema_get_sql (int version);
gboolean lum_schema_migrate (LumDb *db, int from, GError **error);

G_END_DECLS
