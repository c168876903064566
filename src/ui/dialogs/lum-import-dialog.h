/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-ui-context.h"

G_BEGIN_DECLS

void lum_import_dialog_choose (GtkWindow *parent, LumUiContext *context);
void lum_import_dialog_present (GtkWindow *parent, LumUiContext *context, GListModel *files);

G_END_DECLS
