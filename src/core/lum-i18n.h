/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The one place that says how a string is translated. N_() marks, _() translates, C_() and NC_() carry a context. */
#include "lum-config.h"
#include <glib/gi18n-lib.h>
