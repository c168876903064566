/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* What an entry gives: the one function that a fuzzer calls, and inputs to begin with. The entries have two lives:
 *
 * - in `meson test` each is linked with driver.c, which feeds it the seeds, their beginnings and a few thousand
 *   mutations that are the same every time: a smoke test;
 * - with -Dfuzzing=true (CC=clang) each is a libFuzzer program; `./dev fuzz SECONDS` builds and runs them all. An input
 *   that it finds is read again by `fuzz-… FILE` in either life, and becomes a seed or a case in tests/io. */

typedef struct {
  const char *bytes;
  size_t length;
} FuzzSeed;

#define SEED(text)          \
  {                         \
    text, sizeof (text) - 1 \
  }

extern const FuzzSeed fuzz_seeds[];
extern const size_t fuzz_n_seeds;

#define DEFINE_SEEDS(...)                      \
  const FuzzSeed fuzz_seeds[] = {__VA_ARGS__}; \
  const size_t fuzz_n_seeds = G_N_ELEMENTS (fuzz_seeds)

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
