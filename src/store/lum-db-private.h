/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "lum-db.h"

/* For lum-stmt.c alone: the two classes that see SQLite. */
sqlite3 *lum_db_get_handle (LumDb *self);
void lum_db_set_error (LumDb *self, int code, GError **error);
