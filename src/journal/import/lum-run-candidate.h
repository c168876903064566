/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lum-import-batch.h"
#include "lum-run-source.h"

G_BEGIN_DECLS

/* A file that was read and holds something that the journal has not. */
typedef struct {
  LumRunFile *file;
  guint n_new;
  gboolean similar; /* it may be one that is known: shown when the others are, but no reason to offer anything */
} LumRunCandidate;

GPtrArray *lum_run_candidates_new (GPtrArray *files, const LumImportBatch *batch, GPtrArray *done);
void lum_run_candidate_free (LumRunCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LumRunCandidate, lum_run_candidate_free)

G_END_DECLS
