/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

/* More, whole ones, lie in corpus/fit. */
DEFINE_SEEDS (SEED ("\x0e\x10\x64\0\0\0\0\0.FIT\0\0"),
              /* a session that is defined with developer fields and never comes */
              SEED ("\x0c\x20\x54\x08\x1b\0\0\0.FIT\x61\0\0\x12\0\2\xfd\4\x86\5\1\0\1\7\4\0\1\0\0\0\1\0\0\0\0\0"));

extern const LumImporter lum_fit_importer;

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, &lum_fit_importer);
  return 0;
}
