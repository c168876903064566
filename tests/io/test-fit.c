/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "io-fixture.h"
#include "lum-fit-reader.h"
#include "lum-recording.h"
#include "lum-test-fit.h"

/* FIT files that are made here, message by message: every turn of formats §3. */

#define START 1100000000u /* 2024-11-08 19:33:20 UTC */
#define UNIX(time) (((gint64) (time) + 631065600) * 1000)

static const LumTestFitField session_fields[] = {{253, 4, 0x86}, {2, 4, 0x86}, {7, 4, 0x86},
                                                 {8, 4, 0x86},   {9, 4, 0x86}, {5, 1, 0x00}};
static const LumTestFitField record_fields[] = {{253, 4, 0x86}, {5, 4, 0x86}, {3, 1, 0x02}};
static const LumTestFitField lap_fields[] = {{253, 4, 0x86}, {2, 4, 0x86}, {8, 4, 0x86}, {9, 4, 0x86}, {25, 1, 0x00}};

static LumImportBatch *
read_fit (LumTestFit *fit)
{
  g_autoptr (GByteArray) file = lum_test_fit_finish (fit);

  return fixture_read ("made.fit", file->data, file->len);
}

static void
add_session (LumTestFit *fit, gboolean big, guint32 start, guint32 seconds, guint32 centimetres, guint8 sport)
{
  lum_test_fit_define (fit, 1, big, 18, session_fields, G_N_ELEMENTS (session_fields));
  lum_test_fit_data (fit, 1);
  lum_test_fit_u32 (fit, start + seconds);
  lum_test_fit_u32 (fit, start);
  lum_test_fit_u32 (fit, seconds * 1000 + 500);
  lum_test_fit_u32 (fit, seconds * 1000);
  lum_test_fit_u32 (fit, centimetres);
  lum_test_fit_u8 (fit, sport);
}

static void
add_record (LumTestFit *fit, guint32 time, guint32 centimetres, guint8 hr)
{
  lum_test_fit_data (fit, 0);
  lum_test_fit_u32 (fit, time);
  lum_test_fit_u32 (fit, centimetres);
  lum_test_fit_u8 (fit, hr);
}

static const LumRun *
only_run (LumImportBatch *batch)
{
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
  g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_NEW);
  return fixture_record (fixture_item (batch, 0), 0);
}

static gboolean
warns (const LumImportItem *item, const char *part)
{
  for (guint i = 0; item->warnings && i < item->warnings->len; i++)
    if (strstr (item->warnings->pdata[i], part))
      return TRUE;
  return FALSE;
}

static void
test_crc (void)
{
  static const guint8 header[] = {0x0e, 0x10, 0xee, 0x07, 0xcd, 0x15, 0, 0, 0x2e, 0x46, 0x49, 0x54};

  g_assert_cmphex (lum_fit_crc (0, (const guint8 *) "123456789", 9), ==, 0xbb3d);
  g_assert_cmphex (lum_fit_crc (0, header, sizeof header), ==, 0x1ea9);
}

/* Both headers, both byte orders. */
static void
test_plain (void)
{
  for (int header = 12; header <= 14; header += 2)
    for (int big = 0; big <= 1; big++) {
      LumTestFit *fit = lum_test_fit_new ((guint8) header);
      g_autoptr (LumImportBatch) batch = NULL;
      const LumRun *run;

      lum_test_fit_file_id (fit, 4, START);
      add_session (fit, big, START, 1800, 512345, 1);
      batch = read_fit (fit);
      run = only_run (batch);
      g_assert_cmpint (run->start, ==, UNIX (START));
      g_assert_cmpfloat (run->elapsed_s, ==, 1800.5);
      g_assert_cmpfloat (run->timer_s, ==, 1800);
      g_assert_cmpfloat (run->distance_m, ==, 5123.45);
      g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_SYSTEM);
      g_assert_cmpstr (run->sport, ==, "running");
      g_assert_cmpstr (run->source_id, ==, "fit-1-4711-1100000000");
      g_assert_cmpstr (run->source_app, ==, "Garmin");
      g_assert_null (fixture_item (batch, 0)->warnings);
    }
}

static void
test_offset (void)
{
  static const LumTestFitField fields[] = {{5, 4, 0x86}, {253, 4, 0x86}}; /* the time may come last */
  static const struct {
    gint32 difference, offset;
  } cases[] = {{7200, 7200}, {-25200, -25200},   {20701, 20700},         {7250, 7200},
               {0, 0},       {1080, G_MININT32}, {15 * 3600, G_MININT32}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LumTestFit *fit = lum_test_fit_new (14);
    g_autoptr (LumImportBatch) batch = NULL;
    const LumRun *run;

    lum_test_fit_file_id (fit, 4, START);
    add_session (fit, FALSE, START, 1800, 500000, 1);
    lum_test_fit_define (fit, 2, FALSE, 34, fields, G_N_ELEMENTS (fields));
    lum_test_fit_data (fit, 2);
    lum_test_fit_u32 (fit, START + 1800 + (guint32) cases[i].difference);
    lum_test_fit_u32 (fit, START + 1800);
    batch = read_fit (fit);
    run = only_run (batch);
    if (cases[i].offset == G_MININT32) {
      g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_SYSTEM);
    } else {
      g_assert_cmpint (run->offset_source, ==, LUM_OFFSET_FILE);
      g_assert_cmpint (run->start_offset, ==, cases[i].offset);
    }
  }
}

/* A watch that crashed wrote no session: its laps, else its points are summed up. */
static void
test_without_session (void)
{
  for (int laps = 0; laps <= 1; laps++) {
    LumTestFit *fit = lum_test_fit_new (14);
    g_autoptr (LumImportBatch) batch = NULL;
    const LumRun *run;

    lum_test_fit_file_id (fit, 4, START);
    lum_test_fit_define (fit, 0, FALSE, 20, record_fields, G_N_ELEMENTS (record_fields));
    for (guint i = 0; i <= 600; i++)
      add_record (fit, START + i, i * 300, i % 2 ? 150 : 140);
    if (laps) {
      lum_test_fit_define (fit, 3, FALSE, 19, lap_fields, G_N_ELEMENTS (lap_fields));
      lum_test_fit_data (fit, 3);
      lum_test_fit_u32 (fit, START + 600);
      lum_test_fit_u32 (fit, START);
      lum_test_fit_u32 (fit, 590000);
      lum_test_fit_u32 (fit, 180500);
      lum_test_fit_u8 (fit, 1);
    }
    batch = read_fit (fit);
    run = only_run (batch);
    g_assert_true (warns (fixture_item (batch, 0), "no summary"));
    g_assert_cmpfloat (run->elapsed_s, ==, 600);
    g_assert_cmpfloat (run->timer_s, ==, laps ? 590 : 600);
    g_assert_cmpfloat (run->distance_m, ==, 1800);
    g_assert_cmpint (run->max_hr, ==, 150);
    g_assert_cmpint (run->avg_hr, ==, 145);
    g_assert_cmpstr (run->sport, ==, laps ? "running" : NULL);
  }
}

/* Pauses by the timer's events; two starts in a row are one. */
static void
test_pauses (void)
{
  static const LumTestFitField fields[] = {{253, 4, 0x86}, {0, 1, 0x00}, {1, 1, 0x00}};
  static const struct {
    guint32 time;
    guint8 type;
  } events[] = {{0, 0}, {1, 0}, {100, 4}, {160, 0}, {300, 1}, {310, 0}};
  LumTestFit *fit = lum_test_fit_new (14);
  g_autoptr (LumImportBatch) batch = NULL;

  lum_test_fit_file_id (fit, 4, START);
  lum_test_fit_define (fit, 4, FALSE, 21, fields, G_N_ELEMENTS (fields));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    lum_test_fit_data (fit, 4);
    lum_test_fit_u32 (fit, START + events[i].time);
    lum_test_fit_u8 (fit, 0);
    lum_test_fit_u8 (fit, events[i].type);
  }
  lum_test_fit_define (fit, 0, FALSE, 20, record_fields, G_N_ELEMENTS (record_fields));
  for (guint i = 0; i <= 600; i++)
    add_record (fit, START + i, i * 300, 0);
  batch = read_fit (fit);
  g_assert_cmpfloat (only_run (batch)->timer_s, ==, 600 - 60 - 10);
  g_assert_cmpint (only_run (batch)->avg_hr, ==, LUM_INT_NONE);
}

/* Times in five bits, distances in twelve: a FR70. */
static void
test_compressed (void)
{
  static const LumTestFitField first[] = {{253, 4, 0x86}, {8, 3, 0x0d}};
  static const LumTestFitField later[] = {{8, 3, 0x0d}};
  LumTestFit *fit = lum_test_fit_new (12);
  g_autoptr (LumImportBatch) batch = NULL;
  guint32 sixteenths = 4000;
  const LumRun *run;

  lum_test_fit_file_id (fit, 4, START);
  lum_test_fit_define (fit, 0, FALSE, 20, first, 2);
  lum_test_fit_define (fit, 1, FALSE, 20, later, 1);
  for (guint i = 0; i <= 400; i++, sixteenths += 48) {
    const guint8 bytes[] = {0, (guint8) ((sixteenths & 0xf) << 4), (guint8) (sixteenths >> 4 & 0xff)};

    if (i == 0) {
      lum_test_fit_data (fit, 0);
      lum_test_fit_u32 (fit, START);
    } else {
      lum_test_fit_compressed (fit, 1, (guint8) ((START + 2 * i) & 31));
    }
    lum_test_fit_bytes (fit, bytes, 3);
  }
  batch = read_fit (fit);
  run = only_run (batch);
  g_assert_cmpfloat (run->elapsed_s, ==, 800);
  g_assert_cmpfloat_with_epsilon (run->distance_m, (4000 + 400 * 48) / 16.0, 0.001);
}

/* An application on the watch counts where the watch itself says 0, and only there. */
static void
test_developer_fields (void)
{
  static const LumTestFitField description[] = {{0, 1, 0x02}, {1, 1, 0x02}, {2, 1, 0x02}, {14, 2, 0x84}, {15, 1, 0x02}};
  static const LumTestFitField developer[] = {{7, 4, 0}, {8, 1, 0}, {9, 1, 0}};

  for (int native = 0; native <= 1; native++) {
    LumTestFit *fit = lum_test_fit_new (14);
    g_autoptr (LumImportBatch) batch = NULL;
    float metres = 6163;

    lum_test_fit_file_id (fit, 4, START);
    lum_test_fit_define (fit, 5, FALSE, 206, description, G_N_ELEMENTS (description));
    for (int i = 0; i < 2; i++) { /* distance as float32, heart rate as uint8; the third has no description */
      lum_test_fit_data (fit, 5);
      lum_test_fit_u8 (fit, 0);
      lum_test_fit_u8 (fit, i ? 8 : 7);
      lum_test_fit_u8 (fit, i ? 0x02 : 0x88);
      lum_test_fit_u16 (fit, 18);
      lum_test_fit_u8 (fit, i ? 16 : 9);
    }
    lum_test_fit_define (fit, 1, FALSE, 18, session_fields, G_N_ELEMENTS (session_fields));
    lum_test_fit_define_developer (fit, 1, developer, G_N_ELEMENTS (developer));
    lum_test_fit_data (fit, 1);
    lum_test_fit_u32 (fit, START + 1800);
    lum_test_fit_u32 (fit, START);
    lum_test_fit_u32 (fit, 1800000);
    lum_test_fit_u32 (fit, 1800000);
    lum_test_fit_u32 (fit, native ? 500000 : 0);
    lum_test_fit_u8 (fit, 1);
    lum_test_fit_bytes (fit, &metres, 4);
    lum_test_fit_u8 (fit, 131);
    lum_test_fit_u8 (fit, 99);
    batch = read_fit (fit);
    g_assert_cmpfloat (only_run (batch)->distance_m, ==, native ? 5000 : 6163);
    g_assert_cmpint (only_run (batch)->avg_hr, ==, 131);
  }
}

/* Swim, change, bike, change, run: the summaries may come first or last. */
static void
test_multisport (void)
{
  static const guint8 sports[] = {5, 3, 2, 3, 1};
  LumTestFit *fit = lum_test_fit_new (14);
  g_autoptr (LumImportBatch) batch = NULL;
  const LumRun *run;

  lum_test_fit_file_id (fit, 4, START);
  for (guint i = 0; i < G_N_ELEMENTS (sports); i++)
    add_session (fit, FALSE, START + i * 1000, 990, i == 4 ? 0 : 100000, sports[i]);
  lum_test_fit_define (fit, 0, FALSE, 20, record_fields, G_N_ELEMENTS (record_fields));
  for (guint i = 0; i < 4990; i += 10)
    add_record (fit, START + i, i < 4000 ? 9999999 : (i - 4000) * 300, i < 4000 ? 190 : 150);
  batch = read_fit (fit);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 3);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NOT_A_RUN), ==, 2);
  assert_reason (fixture_item (batch, 0), "swimming");
  assert_reason (fixture_item (batch, 1), "cycling");
  run = fixture_record (fixture_item (batch, 2), 0);
  g_assert_cmpint (run->start, ==, UNIX (START + 4000));
  g_assert_cmpfloat (run->distance_m, ==, 2940); /* by its own points alone */
  g_assert_cmpint (run->avg_hr, ==, 150);
  g_assert_cmpstr (run->source_id, ==, "fit-1-4711-1100000000-4");
}

/* Segments behind each other: another activity comes in, a strap's memory does not count. */
static void
test_chained (void)
{
  static const LumTestFitField hr[] = {{253, 4, 0x86}};
  LumTestFit *fit = lum_test_fit_new (14);
  g_autoptr (LumImportBatch) batch = NULL;

  lum_test_fit_file_id (fit, 4, START);
  add_session (fit, FALSE, START, 1800, 500000, 1);
  lum_test_fit_end_segment (fit);
  lum_test_fit_define (fit, 0, FALSE, 132, hr, 1);
  lum_test_fit_data (fit, 0);
  lum_test_fit_u32 (fit, START);
  lum_test_fit_end_segment (fit);
  lum_test_fit_file_id (fit, 4, START + 86400);
  add_session (fit, TRUE, START + 86400, 1200, 300000, 1);
  batch = read_fit (fit);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 2);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 2);
  g_assert_null (fixture_item (batch, 0)->warnings);
}

static void
test_clock_unset (void)
{
  static const struct {
    const char *name;
    LumInstant modified;
    const char *day;
  } cases[] = {
      {"2024-03-05-run.fit", 0, "2024-03-05"},
      {"a.fit", UNIX (START), "2024-11-08"},
      {"a.fit", 0, NULL},
      {"99991231.fit", 0, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LumTestFit *fit = lum_test_fit_new (14);
    g_autoptr (GByteArray) file = NULL;
    g_autoptr (LumClock) clock = fixture_clock ();
    g_autoptr (LumImportBatch) batch = lum_import_batch_new ();
    LumImportSource source = {.file = cases[i].name, .clock = clock, .modified = cases[i].modified};
    LumImportItem *item;

    lum_test_fit_file_id (fit, 4, 5000);
    add_session (fit, FALSE, 5000, 1800, 500000, 1);
    file = lum_test_fit_finish (fit);
    source.data = file->data;
    source.length = file->len;
    g_assert_true (lum_io_read (&source, batch, NULL, NULL));
    item = fixture_item (batch, 0);
    if (cases[i].day) {
      const LumRun *run = fixture_record (item, 0);
      g_autofree char *day = lum_day_to_iso (run->day);

      g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
      g_assert_true (item->day_is_guess);
      g_assert_cmpint (run->start, ==, LUM_INSTANT_NONE);
      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_true (warns (item, "clock"));
      lum_recording_set_day (item, 20000);
      g_assert_cmpint (run->day, ==, 20000);
      g_assert_false (warns (item, "clock"));
    } else {
      g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
    }
  }
}

/* Wherever a file is cut, what was whole before it is read, and nothing crashes. */
static void
test_cut_everywhere (void)
{
  g_autoptr (GByteArray) file = lum_test_fit_make_run (START, 300, 1000);

  for (guint length = 14; length < file->len; length++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("cut.fit", file->data, length);
    const LumImportItem *item = fixture_item (batch, 0);

    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    if (item->status == LUM_IMPORT_NEW)
      g_assert_true (warns (item, "damaged"));
    else
      g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
  }
}

static void
test_damage (void)
{
  g_autoptr (GByteArray) file = lum_test_fit_make_run (START, 300, 1000);
  g_autoptr (GByteArray) crc = g_bytes_unref_to_array (g_bytes_new (file->data, file->len));
  g_autoptr (GByteArray) order = g_bytes_unref_to_array (g_bytes_new (file->data, file->len));
  g_autoptr (LumImportBatch) bad_crc = NULL, bad_order = NULL;

  crc->data[crc->len - 1] ^= 0x55;
  bad_crc = fixture_read ("crc.fit", crc->data, crc->len);
  g_assert_cmpfloat (only_run (bad_crc)->distance_m, ==, 1000);
  g_assert_true (warns (fixture_item (bad_crc, 0), "checksum"));

  /* A byte order that does not exist, in the last definition: what came before it counts. */
  for (guint i = order->len - 20; i > 0; i--)
    if (order->data[i] == 0x42 && order->data[i + 1] == 0 && order->data[i + 2] == 0 && order->data[i + 3] == 34) {
      order->data[i + 2] = 7;
      break;
    }
  bad_order = fixture_read ("order.fit", order->data, order->len);
  g_assert_cmpfloat (only_run (bad_order)->distance_m, ==, 1000);
  g_assert_true (warns (fixture_item (bad_order, 0), "damaged"));
}

static void
test_other_files (void)
{
  static const struct {
    guint8 type;
    const char *says;
  } cases[] = {{2, "settings"}, {5, "workout"},     {6, "course"},  {9, "weights"},
               {32, "all day"}, {4, "no activity"}, {200, "device"}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    LumTestFit *fit = lum_test_fit_new (14);
    g_autoptr (LumImportBatch) batch = NULL;

    lum_test_fit_file_id (fit, cases[i].type, START);
    batch = read_fit (fit);
    g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
    assert_reason (fixture_item (batch, 0), cases[i].says);
  }
}

/* A Suunto whose summary stops at the last lap. */
static void
test_summary_too_short (void)
{
  LumTestFit *fit = lum_test_fit_new (14);
  g_autoptr (LumImportBatch) batch = NULL;

  lum_test_fit_file_id (fit, 4, START);
  lum_test_fit_define (fit, 0, FALSE, 20, record_fields, G_N_ELEMENTS (record_fields));
  for (guint i = 0; i <= 900; i++)
    add_record (fit, START + i, i * 300, 0);
  add_session (fit, FALSE, START, 600, 0xffffffff, 1);
  batch = read_fit (fit);
  g_assert_cmpfloat (only_run (batch)->elapsed_s, ==, 900);
  g_assert_cmpfloat (only_run (batch)->distance_m, ==, 2700);
  g_assert_true (warns (fixture_item (batch, 0), "ends before the run does"));
}

/* Sizes that do not fit their types, strings without an end, a narrower type than usual. */
static void
test_odd_fields (void)
{
  static const LumTestFitField fields[] = {{253, 4, 0x86}, {2, 4, 0x86}, {7, 3, 0x86},   {8, 4, 0x86},
                                           {9, 4, 0x86},   {5, 1, 0x00}, {110, 3, 0x07}, {22, 1, 0x02}};
  LumTestFit *fit = lum_test_fit_new (14);
  g_autoptr (LumImportBatch) batch = NULL;
  const LumRun *run;

  lum_test_fit_file_id (fit, 4, START);
  lum_test_fit_define (fit, 1, FALSE, 18, fields, G_N_ELEMENTS (fields));
  lum_test_fit_data (fit, 1);
  lum_test_fit_u32 (fit, START + 600);
  lum_test_fit_u32 (fit, START);
  lum_test_fit_bytes (fit, "\1\2\3", 3);
  lum_test_fit_u32 (fit, 600000);
  lum_test_fit_u32 (fit, 200000);
  lum_test_fit_u8 (fit, 1);
  lum_test_fit_bytes (fit, "R\xfcn", 3);
  lum_test_fit_u8 (fit, 37);
  batch = read_fit (fit);
  run = only_run (batch);
  g_assert_cmpfloat (run->elapsed_s, ==, 600);
  g_assert_cmpfloat (run->ascent_m, ==, 37);
  g_assert_true (g_utf8_validate (run->title, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/crc", test_crc);
  g_test_add_func ("/fit/plain", test_plain);
  g_test_add_func ("/fit/offset", test_offset);
  g_test_add_func ("/fit/without-session", test_without_session);
  g_test_add_func ("/fit/pauses", test_pauses);
  g_test_add_func ("/fit/compressed", test_compressed);
  g_test_add_func ("/fit/developer-fields", test_developer_fields);
  g_test_add_func ("/fit/multisport", test_multisport);
  g_test_add_func ("/fit/chained", test_chained);
  g_test_add_func ("/fit/clock-unset", test_clock_unset);
  g_test_add_func ("/fit/cut-everywhere", test_cut_everywhere);
  g_test_add_func ("/fit/damage", test_damage);
  g_test_add_func ("/fit/other-files", test_other_files);
  g_test_add_func ("/fit/summary-too-short", test_summary_too_short);
  g_test_add_func ("/fit/odd-fields", test_odd_fields);
  return g_test_run ();
}
