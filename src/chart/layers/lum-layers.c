/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-layer.h"

#define LUM_LIST_LAYER(name) &lum_layer_##name,

const LumLayer *const lum_layers[] = {LUM_LAYERS (LUM_LIST_LAYER) NULL};
