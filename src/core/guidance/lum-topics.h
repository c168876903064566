/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The guidance (rules §1): the article's facts in our own words, what research adds, practical tips and words
 * explained. All texts are N_() strings: whoever shows them translates them.
 *
 * A topic is one file that defines a LumTopic, and one line in lum-topics.c. */

/* What an article's fact is. */
typedef enum {
  LUM_FACT_CAUSE,
  LUM_FACT_SIGNAL,
  LUM_FACT_ADVICE,
  LUM_FACT_WINDOW,
  LUM_FACT_DISCLAIMER,
  LUM_FACT_MECHANISM,
  LUM_FACT_CONTEXT,
} LumFactType;

typedef struct {
  const char *id;     /* "A23" (rules §1) */
  const char *source; /* "article" */
  LumFactType type;
  const char *term; /* what the fact explains, for a glossary entry; else NULL */
  const char *text;
} LumFact;

/* What research adds. Never in the article's voice. */
typedef struct {
  const char *id;     /* "N1" */
  const char *source; /* "research" */
  const char *about;  /* the id of the fact it stands beside */
  const char *text;
  const char *grade;     /* of rules.md: "A/B" */
  const char *strength;  /* the grade in words */
  const char *citations; /* whose studies */
} LumResearchNote;

/* Something to do, with whose advice it is. */
typedef struct {
  const char *title;
  const char *text;
  const char *source;
  const char *exercise; /* "EX-1": shown only while RF-R9 lets it; NULL: no exercise */
} LumTip;

/* A word that Lumbar uses. */
typedef struct {
  const char *term;
  const char *text;
} LumTerm;

/* What can be done from a topic's page. */
typedef enum {
  LUM_TOPIC_ACTION_REPORT = 1 << 0,
  LUM_TOPIC_ACTION_SEEN_SOMEONE = 1 << 1,
  LUM_TOPIC_ACTION_LOG_RUN = 1 << 2,
  LUM_TOPIC_ACTION_IMPORT = 1 << 3,
  LUM_TOPIC_ACTION_TRENDS = 1 << 4,
  LUM_TOPIC_ACTION_SAFETY_CHECK = 1 << 5,
} LumTopicActions;

typedef struct {
  const char *id;
  const char *title;
  const char *summary;          /* one line for the list of topics */
  const char *first_title;      /* heading of what stands before all else, or NULL */
  const LumTip *first;          /* or NULL */
  const LumFact *facts;         /* each table ends with an entry without id, title or term; or is NULL */
  const char *const *also;      /* ids of facts that another topic holds and this one shows, too; or NULL */
  const LumResearchNote *notes; /* or NULL */
  const char *tips_title;       /* heading of the tips */
  const LumTip *tips;           /* or NULL */
  const LumTerm *terms;         /* or NULL */
  const char *const *related;   /* ids of other topics, or NULL */
  guint actions;                /* LumTopicActions */
} LumTopic;

const LumTopic *const *lum_topics_get_all (void);
const LumTopic *lum_topics_find (const char *id);

const LumFact *lum_facts_find (const char *id);
const LumFact *lum_facts_get_disclaimer (void);
const LumFact *lum_facts_get_provenance (void);
GPtrArray *lum_facts_list (void);
GPtrArray *lum_notes_list (void);
char *lum_disclaimer_to_string (void);

const char *lum_fact_type_to_label (LumFactType type);
const char *lum_fact_get_source_label (const LumFact *fact);

G_END_DECLS
