/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-error.h"

G_DEFINE_QUARK (lum - error - quark, lum_error)
