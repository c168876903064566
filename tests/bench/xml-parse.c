/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench-median.h"
#include "lum-importers.h"

/* Reading GPX and TCX to a batch (unpacking nothing, hashing nothing, writing nothing) against GMarkup with empty callbacks
 * over the same bytes, in turn, the median of the pairs. The files are made here: long runs as three kinds of programs write them. */

#define LIMIT 2.0
#define ROUNDS 21
#define POINTS 12000

typedef struct {
  const char *name, *head, *tail;
  const char *format; /* lat, lon, ele, hour, minute, second, hr, cadence */
} Style;

#define GPX_HEAD                                                                                 \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" "                            \
  "creator=\"bench\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n<trk><name>A long run</name>" \
  "<type>running</type><trkseg>\n"
#define GPX_TAIL "</trkseg></trk></gpx>\n"
#define TCX_HEAD                                                                                               \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrainingCenterDatabase>\n <Activities>\n"                      \
  "  <Activity Sport=\"Running\">\n   <Id>2026-05-01T00:00:00Z</Id>\n"                                         \
  "   <Lap StartTime=\"2026-05-01T00:00:00Z\"><TotalTimeSeconds>3000</TotalTimeSeconds>\n    <DistanceMeters>" \
  "9000</DistanceMeters>\n    <Track>\n"
#define TCX_TAIL "</Track></Lap></Activity></Activities></TrainingCenterDatabase>\n"

static const Style styles[] = {
    {"plain", GPX_HEAD, GPX_TAIL,
     "<trkpt lat=\"%.6f\" lon=\"%.6f\"><ele>%.1f</ele><time>2026-05-01T%02d:%02d:%02dZ</time></trkpt>\n"},
    {"indented", GPX_HEAD, GPX_TAIL,
     "   <trkpt lat=\"%.7f\" lon=\"%.7f\">\n    <ele>%.1f</ele>\n    <time>2026-05-01T%02d:%02d:%02dZ</time>\n"
     "   </trkpt>\n"},
    {"tcx", TCX_HEAD, TCX_TAIL,
     "     <Trackpoint>\n      <Position>\n       <LatitudeDegrees>%.7f</LatitudeDegrees>\n"
     "       <LongitudeDegrees>%.7f</LongitudeDegrees>\n      </Position>\n      "
     "<AltitudeMeters>%.1f</AltitudeMeters>\n"
     "      <Time>2026-05-01T%02d:%02d:%02d.000Z</Time>\n      <HeartRateBpm>\n       <Value>%d</Value>\n"
     "      </HeartRateBpm>\n      <Cadence>%d</Cadence>\n     </Trackpoint>\n"},
    {"sensors", GPX_HEAD, GPX_TAIL,
     "      <trkpt lat=\"%.17f\" lon=\"%.17f\">\n        <ele>%.10f</ele>\n"
     "        <time>2026-05-01T%02d:%02d:%02d.000Z</time>\n        <extensions>\n"
     "          <ns3:TrackPointExtension>\n            <ns3:hr>%d</ns3:hr>\n"
     "            <ns3:cad>%d</ns3:cad>\n          </ns3:TrackPointExtension>\n"
     "        </extensions>\n      </trkpt>\n"},
};

static GString *
make_file (const Style *style)
{
  GString *text = g_string_new (style->head);

  while (text->len < 1100000)
    for (int i = 0; i < POINTS / 4; i++) {
      char point[700];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_snprintf (point, sizeof point, style->format, 52.5 + 0.02 * sin (i * 0.001) + i * 1e-7,
                  13.4 + 0.02 * cos (i * 0.0013) + i * 1e-7, 40 + 15 * sin (i * 0.002), i / 3600, i / 60 % 60, i % 60,
                  140 + i % 20, 80 + i % 9);
#pragma GCC diagnostic pop
      g_string_append (text, point);
    }
  g_string_append (text, style->tail);
  return text;
}

static void
empty_start (GMarkupParseContext *context,
             const char *name,
             const char **names,
             const char **values,
             gpointer data,
             GError **error)
{
}

static void
empty_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
}

static void
empty_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
}

static double
parse_empty (const GString *text)
{
  static const GMarkupParser nothing = {empty_start, empty_end, empty_text, NULL, NULL};
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&nothing, G_MARKUP_TREAT_CDATA_AS_TEXT, NULL, NULL);
  gint64 begin = g_get_monotonic_time ();

  if (!g_markup_parse_context_parse (context, text->str, (gssize) text->len, NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    abort ();
  return (double) (g_get_monotonic_time () - begin);
}

static double
parse_batch (const GString *text, LumClock *clock)
{
  LumImportSource source = {"bench.xml", NULL, (const guint8 *) text->str, text->len, clock, LUM_UNITS_METRIC};
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
  double worst = 0;

  for (guint s = 0; s < G_N_ELEMENTS (styles); s++) {
    GString *text = make_file (&styles[s]);
    double empty[ROUNDS], batch[ROUNDS], ratios[ROUNDS], ratio;

    parse_empty (text);
    parse_batch (text, clock);
    for (int i = 0; i < ROUNDS; i++) {
      empty[i] = parse_empty (text);
      batch[i] = parse_batch (text, clock);
      ratios[i] = batch[i] / empty[i];
    }
    ratio = bench_get_median (ratios, ROUNDS);
    g_print ("  %-9s %.2f MB: %.2f ms against %.2f ms, ratio %.2f\n", styles[s].name, (double) text->len / 1e6,
             bench_get_median (batch, ROUNDS) / 1000, bench_get_median (empty, ROUNDS) / 1000, ratio);
    worst = MAX (worst, ratio);
    g_string_free (text, TRUE);
  }
  g_print ("xml-parse: ratio %.2f (limit %g)\n", worst, LIMIT);
  return worst <= LIMIT ? 0 : 1;
}
