/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "bench-median.h"
#include "lum-importers.h"
#include "lum-test-fit.h"

/* Decoding FIT to a batch against the checksum of the format's own documentation, nibble by nibble, over the same bytes: in turn, the median of the pairs. */

#define LIMIT 3.0
#define ROUNDS 41
#define SECONDS 36000

__attribute__ ((noinline)) static guint16
compute_crc (const guint8 *data, gsize length)
{
  static const guint16 table[] = {0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
                                  0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400};
  guint16 crc = 0;

  for (gsize i = 0; i < length; i++) {
    guint16 found = table[crc & 15];

    crc = crc >> 4 & 0x0fff;
    crc ^= found ^ table[data[i] & 15];
    found = table[crc & 15];
    crc = crc >> 4 & 0x0fff;
    crc ^= found ^ table[data[i] >> 4];
  }
  return crc;
}

static double
run_yardstick (const GByteArray *file)
{
  gint64 begin = g_get_monotonic_time ();

  /* Over header, data and checksum it is 0. */
  if (compute_crc (file->data, file->len) != 0)
    abort ();
  return (double) (g_get_monotonic_time () - begin);
}

static double
decode (const GByteArray *file, LumClock *clock)
{
  LumImportSource source = {"bench.fit", NULL, file->data, file->len, clock, LUM_UNITS_METRIC};
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
  gint64 begin = g_get_monotonic_time (), end;

  if (!lum_io_read (&source, batch, NULL, NULL))
    abort ();
  end = g_get_monotonic_time ();
  if (lum_import_batch_count (batch, LUM_IMPORT_NEW) != 1)
    abort ();
  return (double) (end - begin);
}

int
main (void)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (lum_day_from_ymd (2026, 6, 1), 720, 0);
  g_autoptr (GByteArray) file = lum_test_fit_make_run (1100000000, SECONDS, 100000);
  double yardsticks[ROUNDS], decodes[ROUNDS], ratios[ROUNDS];

  run_yardstick (file);
  decode (file, clock);
  for (int i = 0; i < ROUNDS; i++) {
    yardsticks[i] = run_yardstick (file);
    decodes[i] = decode (file, clock);
    ratios[i] = decodes[i] / yardsticks[i];
  }
  g_print ("  %.2f MB: %.2f ms against %.2f ms\n", file->len / 1e6, bench_get_median (decodes, ROUNDS) / 1000,
           bench_get_median (yardsticks, ROUNDS) / 1000);
  g_print ("fit-decode: ratio %.2f (limit %g)\n", bench_get_median (ratios, ROUNDS), LIMIT);
  return bench_get_median (ratios, ROUNDS) <= LIMIT ? 0 : 1;
}
