/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

extern const LumImporter lum_csv_importer;

DEFINE_SEEDS (
    SEED ("date,moment,score,started,entered,note\n2026-05-01,worst,3,2026-04-30,,\"a, "
          "\"\"b\"\"\nc\"\n2026-05-02,,0,,,\n"),
    SEED ("from;to;answer\r\n2026-05-01;2026-05-03;hurt\r\n2026-05-04;2026-05-04;on-and-off\r\n"),
    SEED ("date,time,distance_m,duration_s,effort,ascent_m,descent_m,surface,race,pain_before,shoe,note\n"
          "2026-05-01,07:30:15,8200.5,PT1H2M3S,4,1.5,,road,yes,2,Blue,x\n2026-05-02,,\"1,500\",45:10,,,,,,,,\n"),
    SEED ("Title\n\ndate\tdistance_m\n2026-05-01\t8.200,5\n2026-05-01\t'12\n2026-05-01\tn/a\n"),
    SEED ("id,date,yes\n00000000-0000-4000-8000-000000000000,2026-05-01,no\n"),
    SEED ("id,key,value\n,load.baseline-m,8000\n"),
    SEED ("\xef\xbb\xbf<b>Date</b>|Score\n2026-05-01|\x80\n"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, &lum_csv_importer);
  return 0;
}
