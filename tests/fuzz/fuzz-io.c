/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-read.h"

/* Everything that a file goes through: unpacking, recognising, reading. */

/* "<gpx/>" packed, and a table packed twice. */
DEFINE_SEEDS (
    SEED ("\037\213\010\000\000\000\000\000\002\377\263\111\057\250\320\267\003\000\232\161\310\013\006\000\000\000"),
    SEED ("\037\213\010\010\000\000\000\000\002\377\141\000\223\357\346\340\140\000\002\246\377\211\014\336\236\072\236"
          "\127\065\375\316\351\173\075\065\062\062\060\272\154\152\160\325\324\340\212\341\063\046\006\225\222\276\331"
          "\022\100\125\000\267\332\023\362\056\000\000\000"),
    SEED ("\x0e\x10\x64\0\0\0\0\0.FIT\0\0"),
    SEED ("PK\x03\x04"),
    SEED ("SQLite format 3\0"),
    SEED ("<?xml version=\"1.0\"?><!-- c --><!DOCTYPE kml [<!ELEMENT a>]><kml/>"),
    SEED ("{\"a\": [1]}"),
    SEED ("date,score\n2026-05-01,3\n"),
    SEED ("<gpx><trk><trkpt lat='1' lon='2'/></trk></gpx>"));

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_read (data, size, NULL);
  return 0;
}
