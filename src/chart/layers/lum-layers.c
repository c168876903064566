/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-layer.h"

/* The layers of the chart, from the back to the front. This table is the one place that knows them. */
const LumLayer *const lum_layers[] = {
    &lum_layer_grid,   &lum_layer_time,  &lum_layer_episodes, &lum_layer_bouts, &lum_layer_runs,
    &lum_layer_usual,  &lum_layer_shoes, &lum_layer_spikes,   &lum_layer_pain,  &lum_layer_mean,
    &lum_layer_flares, &lum_layer_care,  &lum_layer_headings, &lum_layer_empty, NULL,
};
