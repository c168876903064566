/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

/* libFuzzer begins with an empty corpus: from time to time it starts from one of the entry's seeds instead. */

size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed);

size_t
LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
  if (size < 4 || seed % 200 == 0) {
    const FuzzSeed *start = &fuzz_seeds[seed / 200 % fuzz_n_seeds];

    size = MIN (start->length, max_size);
    memcpy (data, start->bytes, size);
  }
  return LLVMFuzzerMutate (data, size, max_size);
}
