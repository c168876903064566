/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-frame.h"

G_BEGIN_DECLS

/* A layer draws one kind of thing from a frame. A new one is a file of its own and one line in lum-layers.c. */
typedef struct {
  const char *name;
  void (*add_keys) (LumFrame *frame); /* may be NULL: what it puts above its panel, for what the view shows */
  void (*draw) (LumFrame *frame);
  gboolean of_days; /* its marks stand on their days: what is of days beyond the view is cut off at its edges */
} LumLayer;

/* From the back to the front; NULL-terminated. */
extern const LumLayer *const lum_layers[];

extern const LumLayer lum_layer_bouts;
extern const LumLayer lum_layer_grid;
extern const LumLayer lum_layer_time;
extern const LumLayer lum_layer_runs;
extern const LumLayer lum_layer_shoes;
extern const LumLayer lum_layer_spikes;
extern const LumLayer lum_layer_pain;
extern const LumLayer lum_layer_mean;
extern const LumLayer lum_layer_flares;
extern const LumLayer lum_layer_headings;
extern const LumLayer lum_layer_usual;
extern const LumLayer lum_layer_care;
extern const LumLayer lum_layer_episodes;
extern const LumLayer lum_layer_empty;

G_END_DECLS
