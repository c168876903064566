/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench-median.h"
#include "lum-importers.h"

/* Apple Health's export of 1 GB, read as a stream: against GMarkup with empty callbacks over the same bytes, and how much memory it takes. The bytes are
 * made while they are read. */

#define LIMIT 2.0
#define MEMORY_LIMIT_MIB 32.0
#define ROUNDS 3
#define BLOCK (64 * 1024)

/* --- a stream that is made while it is read --- */

#define LUM_TYPE_MADE_STREAM (lum_made_stream_get_type ())
G_DECLARE_FINAL_TYPE (LumMadeStream, lum_made_stream, LUM, MADE_STREAM, GInputStream)

struct _LumMadeStream {
  GInputStream parent_instance;
  guint part; /* 0: the beginning; then bodies; then the end */
  gsize at;
};

G_DEFINE_FINAL_TYPE (LumMadeStream, lum_made_stream, G_TYPE_INPUT_STREAM)

#define N_BODIES 1024

static GString *head, *body, *tail;

static gssize
lum_made_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  LumMadeStream *self = LUM_MADE_STREAM (stream);
  const GString *part = self->part == 0 ? head : self->part <= N_BODIES ? body : tail;
  gsize n;

  if (self->part > N_BODIES + 1)
    return 0;
  n = MIN (count, part->len - self->at);
  memcpy (buffer, part->str + self->at, n);
  self->at += n;
  if (self->at == part->len) {
    self->part++;
    self->at = 0;
  }
  return (gssize) n;
}

static void
lum_made_stream_class_init (LumMadeStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = lum_made_stream_read;
}

static void
lum_made_stream_init (LumMadeStream *self)
{
}

static void
make_parts (void)
{
  head = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_GB\">\n");
  tail = g_string_new ("</HealthData>\n");
  body = g_string_new (NULL);
  for (int i = 0; body->len < 1024 * 1024; i++)
    g_string_append_printf (
        body,
        " <Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"Apple Watch\" sourceVersion=\"10.1\" "
        "device=\"&lt;&lt;HKDevice: 0x2808, name:Apple Watch&gt;\" unit=\"count/min\" creationDate=\"2024-01-15 "
        "10:%02d:%02d +0000\" startDate=\"2024-01-15 10:%02d:%02d +0000\" endDate=\"2024-01-15 10:%02d:%02d "
        "+0000\" value=\"%d\">\n  <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"%d\"/>\n "
        "</Record>\n",
        i / 60 % 60, i % 60, i / 60 % 60, i % 60, i / 60 % 60, i % 60, 60 + i % 90, i % 3);
  g_string_append (
      body, " <Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"31.5\" durationUnit=\"min\" "
            "totalDistance=\"5.2\" totalDistanceUnit=\"km\" sourceName=\"Apple Watch\" startDate=\"2024-01-15 10:00:00 "
            "+0000\" endDate=\"2024-01-15 10:33:00 +0000\"/>\n");
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
run_yardstick (void)
{
  static const GMarkupParser nothing = {empty_start, empty_end, empty_text, NULL, NULL};
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autoptr (GInputStream) stream = g_object_new (LUM_TYPE_MADE_STREAM, NULL);
  g_autofree char *block = g_malloc (BLOCK);
  gint64 begin = g_get_monotonic_time ();
  gssize n;

  while ((n = g_input_stream_read (stream, block, BLOCK, NULL, NULL)) > 0)
    if (!g_markup_parse_context_parse (context, block, n, NULL))
      abort ();
  if (!g_markup_parse_context_end_parse (context, NULL))
    abort ();
  return (double) (g_get_monotonic_time () - begin) / 1e6;
}

static double
run_import (LumClock *clock)
{
  g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
  g_autoptr (GInputStream) stream = g_object_new (LUM_TYPE_MADE_STREAM, NULL);
  LumImportSource source = {.file = "export.xml", .clock = clock};
  gint64 begin = g_get_monotonic_time ();
  double seconds;

  if (!lum_io_read_stream (&source, stream, batch, NULL, NULL))
    abort ();
  seconds = (double) (g_get_monotonic_time () - begin) / 1e6;
  if (lum_import_batch_count (batch, LUM_IMPORT_NEW) != N_BODIES)
    abort ();
  return seconds;
}

static double
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

int
main (void)
{
  g_autoptr (LumClock) clock = lum_clock_new_frozen (lum_day_from_ymd (2026, 6, 1), 720, 0);
  double ratios[ROUNDS], before, growth;

  make_parts ();
  before = get_peak_mib ();
  for (int i = 0; i < ROUNDS; i++) {
    double import = run_import (clock), yardstick;

    if (i == 0)
      growth = get_peak_mib () - before;
    yardstick = run_yardstick ();
    ratios[i] = import / yardstick;
    g_print ("  %.2f GB: %.2f s against %.2f s\n", (double) body->len * N_BODIES / 1e9, import, yardstick);
  }
  g_print ("  peak memory grew by %.1f MiB (limit %g)\n", growth, MEMORY_LIMIT_MIB);
  g_print ("apple-health: ratio %.2f (limit %g)\n", bench_get_median (ratios, ROUNDS), LIMIT);
  return bench_get_median (ratios, ROUNDS) <= LIMIT && growth <= MEMORY_LIMIT_MIB ? 0 : 1;
}
