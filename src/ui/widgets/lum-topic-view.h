/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lum-exercise-gate.h"
#include "lum-topics.h"

G_BEGIN_DECLS

/* A page of the Guide: the article's facts, what research adds, tips, words, what can be done, and the disclaimer.
 * Rows carry the id of what they show as their widget name. */
#define LUM_TYPE_TOPIC_VIEW (lum_topic_view_get_type ())

G_DECLARE_FINAL_TYPE (LumTopicView, lum_topic_view, LUM, TOPIC_VIEW, AdwBin)

GtkWidget *lum_topic_view_new (void);
void lum_topic_view_set_gate (LumTopicView *self, const LumExerciseGate *gate);
void lum_topic_view_set_topic (LumTopicView *self, const LumTopic *topic);
const LumTopic *lum_topic_view_get_topic (LumTopicView *self);

G_END_DECLS
