/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lum-import-batch.h"
#include "lum-units.h"

G_BEGIN_DECLS

/* What would come in, as a list: a heading for each group, then its items. The batch must outlive the list. */
GListModel *lum_import_preview_new (const LumImportBatch *batch);
GtkListItemFactory *lum_import_preview_factory_new (LumUnits units);
char *lum_import_preview_describe (const LumImportItem *item, LumUnits units);
char *lum_import_preview_summarise (const LumImportBatch *batch);

G_END_DECLS
