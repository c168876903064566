/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-frame.h"

G_BEGIN_DECLS

/* A layer draws one kind of thing from a frame. A new one is a file of its own and one line in LUM_LAYERS. */
typedef struct {
  const char *name;
  void (*add_keys) (LumFrame *frame); /* may be NULL: what it puts above its panel, for what the view shows */
  void (*draw) (LumFrame *frame);
  gboolean of_days; /* its marks stand on their days: what is of days beyond the view is cut off at its edges */
} LumLayer;

/* All layers, from the back to the front: the one table that knows them. */
#define LUM_LAYERS(L) \
  L (grid)            \
  L (time)            \
  L (episodes)        \
  L (bouts)           \
  L (runs)            \
  L (usual)           \
  L (shoes)           \
  L (spikes)          \
  L (pain)            \
  L (mean)            \
  L (flares)          \
  L (care)            \
  L (headings)        \
  L (empty)

#define LUM_DECLARE_LAYER(name) extern const LumLayer lum_layer_##name;
LUM_LAYERS (LUM_DECLARE_LAYER)

/* The same, NULL-terminated. */
extern const LumLayer *const lum_layers[];

G_END_DECLS
