/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

void bench_draw_yardstick (cairo_t *cr, int width, int height, guint segments, guint glyphs);
