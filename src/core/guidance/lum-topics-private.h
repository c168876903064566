/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-i18n.h"
#include "lum-topics.h"

G_BEGIN_DECLS

/* A fact of the article; every one of them says whose it is. */
#define FACT(id, type, text)                   \
  {                                            \
    id, "article", LUM_FACT_##type, NULL, text \
  }

/* A word that the article explains. */
#define TERM_FACT(id, type, term, text)        \
  {                                            \
    id, "article", LUM_FACT_##type, term, text \
  }

#define NOTE(id, about, grade, text, strength, citations)   \
  {                                                         \
    id, "research", about, text, grade, strength, citations \
  }

#define END \
  {         \
    NULL    \
  }

extern const LumTopic lum_topic_stop;
extern const LumTopic lum_topic_causes;
extern const LumTopic lum_topic_spine;
extern const LumTopic lum_topic_stretching;
extern const LumTopic lum_topic_strength;
extern const LumTopic lum_topic_massage;
extern const LumTopic lum_topic_form;
extern const LumTopic lum_topic_drinking;
extern const LumTopic lum_topic_overuse;
extern const LumTopic lum_topic_shoes;
extern const LumTopic lum_topic_see_someone;
extern const LumTopic lum_topic_words;

G_END_DECLS
