/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "io-fixture.h"
#include "lum-gunzip.h"

/* Who reads what, by content; packed files; and files that are made to hurt. */

#define RUN                                                                \
  "<gpx><trk><name>T</name><trkseg>"                                       \
  "<trkpt lat=\"52\" lon=\"13\"><time>2026-05-01T06:00:00Z</time></trkpt>" \
  "<trkpt lat=\"52.01\" lon=\"13\"><time>2026-05-01T06:05:00Z</time></trkpt></trkseg></trk></gpx>"

static GBytes *
pack (gconstpointer data, gsize length)
{
  g_autoptr (GConverter) deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, deflate);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static LumImportBatch *
read_bytes (const char *name, GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return fixture_read (name, data, (gssize) length);
}

static void
test_known_formats (void)
{
  static const struct {
    const char *name, *bytes;
    gsize length;
    const char *format, *reason;
  } cases[] = {
      {"a.gpx", "\x0e\x10\x64\0\0\0\0\0.FIT\0\0", 14, "fit", "damaged after 14 bytes"},
      {"a.fit", "\x0c\x10\x64\0\0\0\0\0.FIT", 12, "fit", "damaged after 12"},
      {"a.zip", "PK\x03\x04\x14\0\0\0", 8, "zip", "archive"},
      {"empty.zip", "PK\x05\x06\0\0\0\0", 8, "zip", "archive"},
      {"a.db", "SQLite format 3\0\x10\0", 18, "sqlite", "SQLite"},
      {"a.tcx", "<?xml version=\"1.0\"?><TrainingCenterDatabase xmlns=\"x\"/>", 55, "tcx", "cut off"},
      {"export.xml", "<!DOCTYPE HealthData [<!ELEMENT a>]><HealthData>", 48, "apple-health", "damaged or cut off"},
      {"a.kml", "<kml/>", 6, "kml", "no track"},
      {"a.xml", "<html><p>", 9, "xml", "does not know"},
      {"a.json", " {\"a\": 1}", 9, "json", "JSON"},
      {"b.json", "[1, 2]", 6, "json", "JSON"},
      {"empty", "", 0, "unknown", "empty"},
      {"blank", " \n\t ", 4, "unknown", "does not know"},
      {"nuls", "\0\0\0\0\0\0\0\0", 8, "unknown", "does not know"},
      {"a.jpg", "\xff\xd8\xff\xe0\0\x10JFIF\0\x01", 12, "unknown", "does not know"},
      {"a.pdf", "%PDF-1.4\n1 0 obj\n", 17, "csv", "no table"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumImportBatch) batch = fixture_read (cases[i].name, cases[i].bytes, (gssize) cases[i].length);
    LumImportItem *item = fixture_item (batch, 0);

    g_test_message ("%s: %s, %s", cases[i].name, item->format, item->reason);
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    g_assert_cmpstr (item->file, ==, cases[i].name);
    g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
    g_assert_cmpstr (item->format, ==, cases[i].format);
    assert_reason (item, cases[i].reason);
  }
}

/* The name says nothing, the content all. */
static void
test_by_content (void)
{
  g_autoptr (LumImportBatch) gpx = fixture_read ("holiday.jpg", RUN, -1);
  g_autoptr (LumImportBatch) csv = fixture_read ("run.fit", "date,score\n2026-05-01,3\n", -1);

  g_assert_cmpstr (fixture_item (gpx, 0)->format, ==, "gpx");
  g_assert_cmpint (fixture_item (gpx, 0)->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpstr (fixture_item (csv, 0)->format, ==, "csv");
  g_assert_cmpint (fixture_item (csv, 0)->status, ==, LUM_IMPORT_NEW);
}

static void
test_packed (void)
{
  g_autoptr (GBytes) once = pack (RUN, strlen (RUN));
  g_autoptr (GBytes) twice = pack (g_bytes_get_data (once, NULL), g_bytes_get_size (once));
  g_autoptr (GBytes) thrice = pack (g_bytes_get_data (twice, NULL), g_bytes_get_size (twice));
  g_autoptr (LumImportBatch) a = read_bytes ("a.gpx.gz", once), b = read_bytes ("b.gz", twice);
  g_autoptr (LumImportBatch) c = read_bytes ("c.gz", thrice);

  g_assert_cmpint (fixture_item (a, 0)->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpstr (fixture_item (a, 0)->format, ==, "gpx");
  g_assert_cmpint (fixture_item (b, 0)->status, ==, LUM_IMPORT_NEW);
  g_assert_cmpint (fixture_item (c, 0)->status, ==, LUM_IMPORT_REFUSED);
  assert_reason (fixture_item (c, 0), "more than twice");

  /* Cut at every byte: always a sentence, never half a run. */
  for (gsize cut = 2; cut < g_bytes_get_size (once); cut++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("cut.gz", g_bytes_get_data (once, NULL), (gssize) cut);

    g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
    g_assert_nonnull (fixture_item (batch, 0)->reason);
  }

  g_autoptr (LumImportBatch) broken = fixture_read ("broken.gz", "\x1f\x8b\x08\0nothing packed here", 24);
  assert_reason (fixture_item (broken, 0), "damaged");
}

/* A few kilobytes that unpack to more than memory should hold. */
static void
test_packed_bomb (void)
{
  gsize size = LUM_IO_MAX_BYTES + 1000;
  g_autofree char *zeros = g_malloc0 (size);
  g_autoptr (GBytes) bomb = pack (zeros, size);
  g_autoptr (LumImportBatch) batch = read_bytes ("bomb.gz", bomb);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 100000);
  assert_reason (fixture_item (batch, 0), "larger than 64 MiB");
}

/* Every prefix of a good file is refused with a reason, or holds nothing. */
static void
test_cut_everywhere (void)
{
  for (gsize cut = 0; cut < strlen (RUN); cut++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("cut.gpx", RUN, (gssize) cut);

    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
    g_assert_null (fixture_item (batch, 0)->records);
    g_assert_nonnull (fixture_item (batch, 0)->reason);
  }
}

static LumImportItem *
read_hostile (const char *name, const char *text, gsize length, LumImportBatch **batch)
{
  gint64 begin = g_get_monotonic_time ();

  *batch = fixture_read (name, text, (gssize) length);
  g_test_message ("%s: %s, %.0f ms", name,
                  fixture_item (*batch, 0)->reason ? fixture_item (*batch, 0)->reason : "taken",
                  (double) (g_get_monotonic_time () - begin) / 1000);
  return fixture_item (*batch, 0);
}

static void
test_hostile (void)
{
  static const char entities[] = "<!DOCTYPE gpx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\"><!ENTITY c "
                                 "SYSTEM \"file:///etc/passwd\">]>"
                                 "<gpx><trk><name>&b;&c;</name></trk></gpx>";
  g_autoptr (GString) text = g_string_new (NULL);
  LumImportBatch *batch;

  assert_reason (read_hostile ("entities", entities, sizeof entities - 1, &batch), "broken in line 1");
  lum_import_batch_free (batch);

  g_string_assign (text, "<gpx><trk><extensions>");
  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<a>");
  assert_reason (read_hostile ("deep", text->str, text->len, &batch), "nested too deeply");
  lum_import_batch_free (batch);

  g_string_assign (text, "<gpx><trk><trkseg><trkpt lat=\"");
  for (int i = 0; i < 2000000; i++)
    g_string_append_c (text, '1');
  g_string_append (text, "\" lon=\"13\"><time>2026-05-01T06:00:00Z</time></trkpt></trkseg></trk></gpx>");
  g_assert_cmpint (read_hostile ("long number", text->str, text->len, &batch)->status, ==, LUM_IMPORT_REFUSED);
  lum_import_batch_free (batch);

  g_string_assign (text, "<gpx");
  for (int i = 0; i < 50000; i++)
    g_string_append_printf (text, " a%d=\"%d\"", i, i);
  g_string_append (text, "></gpx>");
  g_assert_cmpint (read_hostile ("many attributes", text->str, text->len, &batch)->status, ==, LUM_IMPORT_REFUSED);
  lum_import_batch_free (batch);

  g_string_assign (text, "<gpx>");
  for (int i = 0; i < 20000; i++)
    g_string_append (text, "<trk/>");
  g_string_append (text, "</gpx>");
  assert_reason (read_hostile ("many tracks", text->str, text->len, &batch), "10,000 tracks");
  lum_import_batch_free (batch);

  g_string_truncate (text, 0);
  for (int i = 0; i < 3000000; i++)
    g_string_append_c (text, i % 2 ? ',' : ';');
  g_string_append (text, "\n");
  g_assert_cmpint (read_hostile ("delimiters", text->str, text->len, &batch)->status, ==, LUM_IMPORT_REFUSED);
  lum_import_batch_free (batch);

  g_string_truncate (text, 0);
  for (int i = 0; i < 5000000; i++)
    g_string_append_c (text, ',');
  g_string_append (text, "x");
  assert_reason (read_hostile ("cells", text->str, text->len, &batch), "too large");
  lum_import_batch_free (batch);

  g_string_truncate (text, 0);
  for (int i = 0; i < 1000000; i++)
    g_string_append_c (text, '<');
  g_assert_cmpint (read_hostile ("openings", text->str, text->len, &batch)->status, ==, LUM_IMPORT_REFUSED);
  lum_import_batch_free (batch);

  g_string_assign (text, "date,");
  for (int i = 0; i < 1000000; i++)
    g_string_append (text, "<>");
  g_assert_cmpint (read_hostile ("tags in a header", text->str, text->len, &batch)->status, ==, LUM_IMPORT_REFUSED);
  lum_import_batch_free (batch);

  g_string_truncate (text, 0);
  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<!a>");
  g_assert_cmpint (read_hostile ("declarations", text->str, text->len, &batch)->status, ==, LUM_IMPORT_REFUSED);
  lum_import_batch_free (batch);

  g_string_assign (text, "date,score\n");
  for (int i = 0; i < 1000000; i++)
    g_string_append_c (text, '"');
  g_assert_cmpint (read_hostile ("quotes", text->str, text->len, &batch)->status, ==, LUM_IMPORT_REFUSED);
  lum_import_batch_free (batch);

  g_string_truncate (text, 0);
  g_string_append_len (text, RUN, 40);
  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '\0');
  g_string_append (text, RUN + 40);
  g_assert_cmpint (read_hostile ("nuls inside", text->str, text->len, &batch)->status, ==, LUM_IMPORT_NEW);
  lum_import_batch_free (batch);
}

static void
test_many_points (void)
{
  g_autoptr (GString) text = g_string_new ("<gpx><trk><trkseg>");
  g_autoptr (LumImportBatch) batch = NULL;
  LumImportItem *item;

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "<trkpt lat=\"%.5f\" lon=\"13\"><time>2026-05-%02dT%02d:%02d:%02dZ</time></trkpt>",
                            52 + i * 1e-5, 1 + i / 86400, i / 3600 % 24, i / 60 % 60, i % 60);
  g_string_append (text, "</trkseg></trk></gpx>");
  batch = fixture_read ("long.gpx", text->str, (gssize) text->len);
  item = fixture_item (batch, 0);
  g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
  g_assert_true (((LumRun *) fixture_record (item, 0))->elapsed_s == 199999);
  g_assert_cmpfloat_with_epsilon (((LumRun *) fixture_record (item, 0))->distance_m, 1.11195080 * 199999, 50);
  g_assert_true (((LumRun *) fixture_record (item, 0))->moving_s == 199999);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importers/known-formats", test_known_formats);
  g_test_add_func ("/importers/by-content", test_by_content);
  g_test_add_func ("/importers/packed", test_packed);
  g_test_add_func ("/importers/packed-bomb", test_packed_bomb);
  g_test_add_func ("/importers/cut-everywhere", test_cut_everywhere);
  g_test_add_func ("/importers/hostile", test_hostile);
  g_test_add_func ("/importers/many-points", test_many_points);
  return g_test_run ();
}
