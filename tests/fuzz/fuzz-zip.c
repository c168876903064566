/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

/* More lie in corpus/zip. */
DEFINE_SEEDS (SEED ("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), SEED ("PK\x03\x04\x14\0\0\0\0\0"));

extern const LumImporter lum_zip_importer;

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, &lum_zip_importer);
  return 0;
}
