/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "io-fixture.h"
#include "lum-csv-forms.h"
#include "lum-csv-reader.h"
#include "lum-csv-writer.h"

/* --- the reader -------------------------------------------------------------------------------------------------- */

static char *
show_table (const char *text, char *delimiter)
{
  g_autoptr (LumCsvTable) table = lum_csv_table_new (text, strlen (text), NULL);
  GString *shown = g_string_new (NULL);

  g_assert_nonnull (table);
  for (guint r = 0; r < lum_csv_table_get_n_rows (table); r++) {
    g_string_append_printf (shown, "%u:", lum_csv_table_get_line (table, r));
    for (guint c = 0; c < lum_csv_table_get_n_cells (table, r); c++)
      g_string_append_printf (shown, "[%s]", lum_csv_table_get (table, r, c));
  }
  *delimiter = lum_csv_table_get_delimiter (table);
  return g_string_free (shown, FALSE);
}

static void
test_reader (void)
{
  static const struct {
    const char *name, *text;
    char delimiter;
    const char *expected;
  } cases[] = {
      {"plain", "a,b\n1,2\n", ',', "1:[a][b]2:[1][2]"},
      {"no end of line", "a,b\n1,2", ',', "1:[a][b]2:[1][2]"},
      {"crlf", "a,b\r\n1,2\r\n", ',', "1:[a][b]2:[1][2]"},
      {"cr", "a,b\r1,2\r", ',', "1:[a][b]2:[1][2]"},
      {"semicolons and decimal commas", "a;b\n1,5;2\n2,5;3\n", ';', "1:[a][b]2:[1,5][2]3:[2,5][3]"},
      {"tabs", "a\tb\n1, 2\t2\n", '\t', "1:[a][b]2:[1, 2][2]"},
      {"bars", "a|b\n1|2\n", '|', "1:[a][b]2:[1][2]"},
      {"quotes", "a,b\n\"x,y\",\"say \"\"no\"\"\"\n", ',', "1:[a][b]2:[x,y][say \"no\"]"},
      {"line breaks in quotes", "a,b\n\"x\r\ny\n\nz\",2\n3,4\n", ',', "1:[a][b]2:[x\r\ny\n\nz][2]6:[3][4]"},
      {"a quote inside is literal", "a,b\n5\" nail,2\n", ',', "1:[a][b]2:[5\" nail][2]"},
      {"text after a quote", "a,b\n\"x\" y,2\n", ',', "1:[a][b]2:[x y][2]"},
      {"ragged", "a,b,c\n1\n1,2,3,4\n", ',', "1:[a][b][c]2:[1]3:[1][2][3][4]"},
      {"blank records", "a,b\n\n , \n,\n1,2\n\n", ',', "1:[a][b]5:[1][2]"},
      {"empty cells", "a,b,c\n,,3\n", ',', "1:[a][b][c]2:[][][3]"},
      {"empty quotes", "a,b\n\"\",\"\"\"\"\n", ',', "1:[a][b]2:[][\"]"},
      {"an open quote", "a,b\n1,\"x\n2,3\n", ',', "1:[a][b]2:[1][x\n2,3\n]"},
      {"one column", "a\n1\n", ',', "1:[a]2:[1]"},
      {"nothing", "", ',', ""},
      {"commas in notes do not win", "date;score;note\n1;2;a, b, c\n2;3;d\n3;4;e, f\n", ';',
       "1:[date][score][note]2:[1][2][a, b, c]3:[2][3][d]4:[3][4][e, f]"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    char delimiter;
    g_autofree char *shown = show_table (cases[i].text, &delimiter);

    g_test_message ("%s", cases[i].name);
    g_assert_cmpstr (shown, ==, cases[i].expected);
    g_assert_cmpint (delimiter, ==, cases[i].delimiter);
  }
}

static void
test_header (void)
{
  static const struct {
    const char *text;
    guint row;
  } rows[] = {
      {"a,b,c\n1,2,3\n", 0},
      {"My diary\n\na,b,c\n1,2,3\n4,5,6\n", 1},
      {"My diary, 2026\nmore\na,b,c,d,e\n1,2,3,4,5\n4,5,6,7,8\n", 2},
      {"alone\n", 0},
  };
  static const struct {
    const char *name, *expected;
  } names[] = {
      {"Date", "date"},
      {"  Avg   HR ", "avg hr"},
      {"<span class=\"x\">Type</span>", "type"},
      {"ÜBUNG", "übung"},
      {"a < b", "a < b"},
      {"", ""},
      {"distance_m", "distance_m"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (LumCsvTable) table = lum_csv_table_new (rows[i].text, strlen (rows[i].text), NULL);

    g_assert_cmpuint (lum_csv_table_find_header (table), ==, rows[i].row);
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = lum_csv_normalise_header (names[i].name);

    g_assert_cmpstr (name, ==, names[i].expected);
  }
}

static void
test_numbers (void)
{
  static const struct {
    const char *cell;
    char sign;
    LumCsvNumber result;
    double value;
  } cases[] = {
      {"8200", '\0', LUM_CSV_NUMBER, 8200},    {"8200.5", '.', LUM_CSV_NUMBER, 8200.5},
      {"1,020", '.', LUM_CSV_NUMBER, 1020},    {"1,020.5", '.', LUM_CSV_NUMBER, 1020.5},
      {"5,81", ',', LUM_CSV_NUMBER, 5.81},     {"1.020,5", ',', LUM_CSV_NUMBER, 1020.5},
      {"1.020", ',', LUM_CSV_NUMBER, 1020},    {"1,500", '\0', LUM_CSV_AMBIGUOUS, 0},
      {"'-12", '\0', LUM_CSV_NUMBER, -12},     {" 7 ", '\0', LUM_CSV_NUMBER, 7},
      {"12,34,56", '.', LUM_CSV_NO_NUMBER, 0}, {"5,81", '.', LUM_CSV_NO_NUMBER, 0},
      {"8200.5", ',', LUM_CSV_NO_NUMBER, 0},   {"abc", '.', LUM_CSV_NO_NUMBER, 0},
      {"", '.', LUM_CSV_NO_NUMBER, 0},         {"1e3", '.', LUM_CSV_NUMBER, 1000},
  };
  static const struct {
    const char *text;
    char sign;
  } signs[] = {
      {"n\n1,5\n", '\0'}, /* a comma between two columns */
      {"n;m\n1,5;2\n", ','}, {"n;m\n1.5;2\n", '.'},      {"n;m\n1,500;2\n", '\0'}, {"n;m\n1,500;2\n1.5;3\n", '.'},
      {"n;m\n10;2\n", '\0'}, {"n,m\n\"1,25\",2\n", ','},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double value = 0;

    g_test_message ("“%s” %c", cases[i].cell, cases[i].sign ? cases[i].sign : ' ');
    g_assert_cmpint (lum_csv_parse_number (cases[i].cell, cases[i].sign, &value), ==, cases[i].result);
    g_assert_true (value == cases[i].value);
  }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    g_autoptr (LumCsvTable) table = lum_csv_table_new (signs[i].text, strlen (signs[i].text), NULL);
    guint column = 0;

    g_assert_cmpint (lum_csv_table_find_decimal_sign (table, 1, &column, 1), ==, signs[i].sign);
  }
}

/* --- Lumbar's own forms ------------------------------------------------------------------------------------------ */

static LumDay
may (int day)
{
  return lum_day_from_ymd (2026, 5, day);
}

static void
test_pain (void)
{
  static const char *const forms[] = {
      "date,moment,score,started,entered,note\n2026-05-01,,3,,,\n2026-05-02,worst,10,2026-04-28,2026-05-05,\"a, "
      "\"\"b\"\"\nc\"\n",
      "\xef\xbb\xbf"
      "date;moment;score;started;entered;note\r\n2026-05-01;average;3;;2026-05-01;\r\n2026-05-02;worst;10;2026-04-28;"
      "2026-05-05;\"a, \"\"b\"\"\nc\"\r\n",
      "Date\tMoment\tScore\tStarted\tEntered\tNote\n2026-05-01\t\t3\n2026-05-02\tWorst\t "
      "10\t2026-04-28\t2026-05-05\t\"a, \"\"b\"\"\nc\"\n",
      "score,note,date,entered,moment,started\n3,,2026-05-01,,,\n10,\"a, "
      "\"\"b\"\"\nc\",2026-05-02,2026-05-05,worst,2026-04-28",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("pain.csv", forms[i], -1);
    LumImportItem *item = fixture_item (batch, 0);
    const LumPainEntry *a, *b;

    g_test_message ("%u: %s", i, item->reason ? item->reason : "taken");
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
    g_assert_cmpint (item->kind, ==, LUM_RECORD_PAIN);
    g_assert_cmpuint (item->records->len, ==, 2);
    a = fixture_record (item, 0);
    b = fixture_record (item, 1);
    g_assert_cmpint (a->day, ==, may (1));
    g_assert_cmpint (a->score, ==, 3);
    g_assert_cmpint (a->moment, ==, LUM_MOMENT_AVERAGE);
    g_assert_cmpint (a->entered, ==, may (1));
    g_assert_cmpint (a->started, ==, LUM_DAY_NONE);
    g_assert_null (a->note);
    g_assert_cmpint (b->score, ==, 10);
    g_assert_cmpint (b->moment, ==, LUM_MOMENT_WORST);
    g_assert_cmpint (b->started, ==, lum_day_from_ymd (2026, 4, 28));
    g_assert_cmpint (b->entered, ==, may (5));
    g_assert_cmpstr (b->note, ==, "a, \"b\"\nc");
  }
}

static void
test_few_columns (void)
{
  g_autoptr (LumImportBatch) batch = fixture_read ("p.csv", "date,score\n2026-05-01,4\n", -1);
  g_autoptr (LumImportBatch) none = fixture_read ("p.csv", "date,score\n", -1);
  g_autoptr (LumImportBatch) run = fixture_read ("r.csv", "date,duration_s\n2026-05-01,45:10\n", -1);

  g_assert_cmpint (((LumPainEntry *) fixture_record (fixture_item (batch, 0), 0))->score, ==, 4);
  g_assert_cmpint (fixture_item (none, 0)->status, ==, LUM_IMPORT_KNOWN);
  assert_reason (fixture_item (none, 0), "no rows");
  g_assert_true (((LumRun *) fixture_record (fixture_item (run, 0), 0))->timer_s == 2710);
}

static void
test_gaps (void)
{
  g_autoptr (LumImportBatch) batch =
      fixture_read ("gaps.csv", "from,to,answer\n2026-05-01,2026-05-03,hurt\n2026-05-05,2026-05-05,on-and-off\n", -1);
  LumImportItem *item = fixture_item (batch, 0);
  const LumGapAnswer *a = fixture_record (item, 0), *b = fixture_record (item, 1);

  g_assert_cmpint (item->kind, ==, LUM_RECORD_GAP_ANSWER);
  g_assert_cmpint (a->first, ==, may (1));
  g_assert_cmpint (a->last, ==, may (3));
  g_assert_cmpint (a->answer, ==, LUM_GAP_HURT);
  g_assert_cmpint (b->answer, ==, LUM_GAP_ON_AND_OFF);
  g_assert_cmpint (a->seq, ==, 0);
  g_assert_cmpint (b->seq, ==, 1);
}

static void
test_runs (void)
{
  g_autoptr (LumImportBatch) batch =
      fixture_read ("runs.csv",
                    "date,time,distance_m,duration_s,effort,ascent_m,descent_m,surface,race,pain_before,shoe,note\n"
                    "2026-05-01,07:30,8200,2710,4,55.5,,road,,2,Blue,fine\n"
                    "2026-05-02,,5000.5,,,,,,yes,,,\n",
                    -1);
  const LumRun *a, *b;

  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 2);
  a = fixture_record (fixture_item (batch, 0), 0);
  b = fixture_record (fixture_item (batch, 1), 0);
  g_assert_cmpint (a->day, ==, may (1));
  g_assert_cmpint (a->start, ==, ((gint64) may (1) * 86400 + 7 * 3600 + 1800 - 7200) * 1000);
  g_assert_cmpint (a->start_offset, ==, 7200);
  g_assert_cmpint (a->offset_source, ==, LUM_OFFSET_SYSTEM);
  g_assert_true (a->distance_m == 8200 && a->timer_s == 2710 && a->ascent_m == 55.5 && isnan (a->descent_m));
  g_assert_true (isnan (a->elapsed_s));
  g_assert_cmpint (a->effort, ==, 4);
  g_assert_cmpint (a->pain_before, ==, 2);
  g_assert_cmpint (a->surface, ==, LUM_SURFACE_ROAD);
  g_assert_cmpint (a->race, ==, 0);
  g_assert_cmpstr (a->note, ==, "fine");
  g_assert_cmpstr (g_ptr_array_index (fixture_item (batch, 0)->shoe_names, 0), ==, "Blue");
  g_assert_null (fixture_item (batch, 1)->shoe_names);
  g_assert_cmpint (b->start, ==, LUM_INSTANT_NONE);
  g_assert_cmpint (b->start_offset, ==, LUM_INT_NONE);
  g_assert_true (b->distance_m == 5000.5 && isnan (b->timer_s));
  g_assert_cmpint (b->race, ==, 1);
  g_assert_cmpint (b->effort, ==, LUM_INT_NONE);
}

static void
test_decimal_commas (void)
{
  g_autoptr (LumImportBatch) batch = fixture_read (
      "runs.csv", "date;distance_m;duration_s;note\n2026-05-01;8.200,5;45:10;a\n2026-05-02;10.000;2710,5;b\n", -1);

  g_assert_true (((LumRun *) fixture_record (fixture_item (batch, 0), 0))->distance_m == 8200.5);
  g_assert_true (((LumRun *) fixture_record (fixture_item (batch, 1), 0))->distance_m == 10000);
  g_assert_true (((LumRun *) fixture_record (fixture_item (batch, 1), 0))->timer_s == 2710.5);
}

/* Every bad line is refused by its number, and the others come in. */
static void
test_bad_rows (void)
{
  static const struct {
    const char *header, *row, *reason;
  } cases[] = {
      {"date,score", "2026-05-01,11", "“11” is not a score"},
      {"date,score", "2026-05-01,3.5", "“3.5” is not a score"},
      {"date,score", "2026-05-01,-1", "“-1” is not a score"},
      {"date,score", "2026-05-01,", "needs a score"},
      {"date,score", "2026-02-30,3", "“2026-02-30” is not a date"},
      {"date,score", "01.05.2026,3", "is not a date"},
      {"date,score", ",3", "out of its range"},
      {"date,score,started", "2026-05-01,3,2026-05-02", "started after the day"},
      {"date,score", "2026-05-01,3,what", "more cells than columns"},
      {"date,score", "2026-05-01,\"3", "never closed"},
      {"date,moment,score", "2026-05-01,noon,3", "“noon” is none of: average, waking"},
      {"from,to,answer", "2026-05-05,2026-05-01,hurt", "not before it"},
      {"from,to,answer", "2026-05-05,,hurt", "not before it"},
      {"from,to,answer", "2026-05-01,2026-05-05,", "An answer needs"},
      {"from,to,answer", "2026-05-01,2026-05-05,maybe", "none of: hurt"},
      {"date,distance_m", "2026-05-01,far", "“far” is not a number"},
      {"date,distance_m", "2026-05-01,-5", "out of its range"},
      {"date,distance_m", "2026-05-01,1000001", "1,000 km"},
      {"date,distance_m", "2026-05-01,", "needs a distance or a time"},
      {"date,distance_m", "2026-05-01,\"8,200\"", "in two ways"},
      {"date,duration_s", "2026-05-01,long", "is not a duration"},
      {"date,time,distance_m", "2026-05-01,25:00,5", "is not a time of day"},
      {"date,time,distance_m", "2026-05-01,10:00:99,5", "is not a time of day"},
      {"date,distance_m,race", "2026-05-01,5,perhaps", "neither yes nor no"},
      {"date,distance_m,surface", "2026-05-01,5,ice", "none of: road"},
      {"date,distance_m,effort", "2026-05-01,5,12", "is not a score"},
      {"id,date,yes", "not-an-id,2026-05-01,yes", "is not an identity"},
      {"id,date,where_left,nights_woken", ",2026-05-01,yes,51", "from 0 to 50"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strdup_printf ("%s\n%s\n", cases[i].header, cases[i].row);
    g_autoptr (LumImportBatch) batch = fixture_read ("bad.csv", text, -1);
    LumImportItem *item = fixture_item (batch, 0);

    g_test_message ("%s", item->reason);
    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    g_assert_cmpint (item->status, ==, LUM_IMPORT_REFUSED);
    g_assert_null (item->records);
    g_assert_true (g_str_has_prefix (item->reason, "Line 2: "));
    assert_reason (item, cases[i].reason);
  }

  g_autoptr (LumImportBatch) batch = fixture_read (
      "pain.csv", "date,score,note\n2026-05-01,3,\"two\nlines\"\n2026-05-02,ten,\n\n2026-05-03,4,\n2026-05-04,,x\n",
      -1);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_NEW), ==, 1);
  g_assert_cmpuint (lum_import_batch_count (batch, LUM_IMPORT_REFUSED), ==, 2);
  g_assert_cmpuint (fixture_item (batch, 0)->records->len, ==, 2);
  assert_reason (fixture_item (batch, 1), "Line 4: “ten”");
  assert_reason (fixture_item (batch, 2), "Line 7: ");
}

static void
test_many_bad_rows (void)
{
  g_autoptr (GString) text = g_string_new ("date,score\n");
  g_autoptr (LumImportBatch) batch = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "2026-05-01,eleven\n");
  batch = fixture_read ("pain.csv", text->str, -1);
  g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 201);
  assert_reason (fixture_item (batch, 200), "800 more lines");
}

static void
test_foreign_tables (void)
{
  static const struct {
    const char *text, *reason;
  } cases[] = {
      {"full_date,date,weekday,time,mood,activities,note_title,note\n2026-05-01,May 1,Fri,10:00,good,,,\n",
       "full_date, date, weekday, time, mood, activities, note_title, note"},
      {"a,b,c,d,e,f,g,h,i,j\n1,2,3,4,5,6,7,8,9,10\n", "a, b, c, d, e, f, g, h …"},
      {"date,note\n2026-05-01,x\n", "date, note"},
      {"Just a letter to somebody.\nWith two lines.\n", "no table"},
      {"Dear reader, and others\n", "columns have to be chosen"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (LumImportBatch) batch = fixture_read ("x.csv", cases[i].text, -1);

    g_assert_cmpuint (lum_import_batch_get_n_items (batch), ==, 1);
    g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_REFUSED);
    g_test_message ("%s", fixture_item (batch, 0)->reason);
    assert_reason (fixture_item (batch, 0), cases[i].reason);
  }
}

/* No header is two kinds' at once. */
static void
test_forms_differ (void)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    guint n;
    const LumCsvColumn *columns = lum_csv_form_get (kind, &n);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (LumImportBatch) batch = NULL;

    for (guint i = 0; i < n; i++) {
      g_string_append_printf (text, "%s%s", i ? "," : "", columns[i].name);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (columns[i].name, !=, columns[j].name);
    }
    g_string_append_c (text, '\n');
    batch = fixture_read ("empty.csv", text->str, -1);
    g_test_message ("%s", text->str);
    g_assert_cmpint (fixture_item (batch, 0)->status, ==, LUM_IMPORT_KNOWN);
    g_assert_cmpint (fixture_item (batch, 0)->kind, ==, kind);
  }
}

/* --- out and back in --------------------------------------------------------------------------------------------- */

static const char *const awkward[] = {NULL,
                                      "plain",
                                      "commas, \"quotes\" and; semicolons",
                                      "lines\nand\r\nmore\n",
                                      " blanks around ",
                                      "äöü € 日本",
                                      "-",
                                      "'",
                                      "\ttab|bar",
                                      "\"",
                                      "=1+1"};
static const double reals[] = {0.1, 8200, 1.0 / 3, 5012.5, 123456.789, 1e-5, 99999.999999, 0};

/* A record with every field filled, differently for every @i. */
static void
fill_record (LumRecordKind kind, gpointer record, guint i)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  for (guint f = 0; f < info->n_fields; f++) {
    const LumField *field = &info->fields[f];
    gpointer at = (char *) record + field->offset;

    switch (field->type) {
    case LUM_FIELD_TEXT:
      *(const char **) at = awkward[(i + f) % G_N_ELEMENTS (awkward)];
      break;
    case LUM_FIELD_INT:
      *(gint32 *) at = field->min + (gint32) ((i * 7 + f) % (guint) MIN (field->max - field->min + 1, 1000));
      break;
    case LUM_FIELD_BOOL:
      *(gint32 *) at = (i + f) % 2;
      break;
    case LUM_FIELD_WORD:
      *(gint32 *) at = (gint32) ((i + f) % g_strv_length ((GStrv) field->words));
      break;
    case LUM_FIELD_DAY:
      *(LumDay *) at = may (1) + (gint32) i + (gint32) f;
      break;
    case LUM_FIELD_REAL:
      *(double *) at = reals[(i + f) % G_N_ELEMENTS (reals)];
      break;
    case LUM_FIELD_INSTANT:
      *(LumInstant *) at = G_GINT64_CONSTANT (1777615200000) + i * 60000;
      break;
    }
  }
}

/* What a record cannot do without is not blank. */
static void
fill_needed (LumRecordKind kind, gpointer record)
{
  const LumRecordInfo *info = lum_record_get_info (kind);

  for (guint f = 0; f < info->n_fields && !lum_record_check (kind, record, NULL); f++) {
    const char **at = (gpointer) ((char *) record + info->fields[f].offset);

    if (info->fields[f].type == LUM_FIELD_TEXT && !*at)
      *at = "plain";
  }
}

static LumDiary *
make_diary (LumRecordKind kind, guint n)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);

  lum_diary_builder_begin (builder, kind, n);
  for (guint i = 0; i < n; i++) {
    g_autofree LumRecord *record = g_malloc (lum_record_get_info (kind)->size);
    g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-%012u", i);

    lum_record_init (kind, record);
    fill_record (kind, record, i);
    if (kind == LUM_RECORD_PAIN) /* nothing starts after it was felt */
      ((LumPainEntry *) record)->started = ((LumPainEntry *) record)->day - (int) i;
    fill_needed (kind, record);
    record->id = id;
    record->created_at = i + 1;
    lum_diary_builder_add_copy (builder, kind, record);
  }
  return lum_diary_builder_end (builder, 1);
}

static gboolean
is_same_field (const LumField *field, gconstpointer a, gconstpointer b)
{
  gconstpointer at_a = (const char *) a + field->offset, at_b = (const char *) b + field->offset;

  switch (field->type) {
  case LUM_FIELD_TEXT:
    return g_strcmp0 (*(char *const *) at_a, *(char *const *) at_b) == 0;
  case LUM_FIELD_REAL:
    return *(const double *) at_a == *(const double *) at_b;
  case LUM_FIELD_INSTANT:
    return *(const LumInstant *) at_a == *(const LumInstant *) at_b;
  default:
    return *(const gint32 *) at_a == *(const gint32 *) at_b;
  }
}

static void
test_round_trip (void)
{
  for (int kind = 0; kind < LUM_N_RECORD_KINDS; kind++) {
    g_autoptr (LumDiary) diary = make_diary (kind, 12);
    g_autofree char *text = lum_csv_write_table (diary, kind), *name = lum_csv_get_file_name (kind);
    g_autoptr (LumImportBatch) batch = fixture_read (name, text, -1);
    gsize n, size = lum_record_get_info (kind)->size;
    const char *records = lum_diary_get_records (diary, kind, &n);
    guint n_columns, back = 0;
    const LumCsvColumn *columns = lum_csv_form_get (kind, &n_columns);

    g_test_message ("%s", name);
    g_assert_cmpuint (n, ==, 12);
    for (guint i = 0; i < lum_import_batch_get_n_items (batch); i++) {
      LumImportItem *item = fixture_item (batch, i);

      if (item->reason)
        g_test_message ("%s", item->reason);
      g_assert_cmpint (item->status, ==, LUM_IMPORT_NEW);
      g_assert_cmpint (item->kind, ==, kind);
      for (guint r = 0; r < item->records->len; r++, back++) {
        const LumRecord *written = (gconstpointer) (records + back * size), *read = fixture_record (item, r);

        for (guint c = 0; c < n_columns; c++)
          if (columns[c].field)
            g_assert_true (is_same_field (columns[c].field, written, read));
          else if (columns[c].type == LUM_CSV_ID)
            g_assert_cmpstr (written->id, ==, read->id);
          else if (columns[c].type == LUM_CSV_DURATION)
            g_assert_true (lum_run_get_duration ((const LumRun *) written) ==
                           lum_run_get_duration ((const LumRun *) read));
      }
    }
    g_assert_cmpuint (back, ==, 12);
  }
}

static void
test_writer_form (void)
{
  LumDiaryBuilder *builder = lum_diary_builder_new (NULL);
  g_autoptr (LumDiary) diary = NULL;
  g_autofree char *pain = NULL, *gaps = NULL, *runs = NULL, *flares = NULL;
  LumPainEntry *entry;
  LumGapAnswer *gap;
  LumShoe *shoe;
  LumRun *run;

  lum_diary_builder_begin (builder, LUM_RECORD_PAIN, 1);
  entry = lum_diary_builder_add (builder, LUM_RECORD_PAIN);
  entry->day = entry->entered = may (1);
  entry->score = 3;
  entry->moment = LUM_MOMENT_AFTER_RUN;
  entry->note = "stiff, \"old\"";
  lum_diary_builder_begin (builder, LUM_RECORD_GAP_ANSWER, 1);
  gap = lum_diary_builder_add (builder, LUM_RECORD_GAP_ANSWER);
  gap->first = may (2);
  gap->last = may (3);
  gap->answer = LUM_GAP_FINE;
  gap->seq = 1;
  lum_diary_builder_begin (builder, LUM_RECORD_SHOE, 1);
  shoe = lum_diary_builder_add (builder, LUM_RECORD_SHOE);
  shoe->base.id = lum_diary_builder_text (builder, LUM_RECORD_SHOE, "shoe-1", -1);
  shoe->name = "Blue";
  lum_diary_builder_begin (builder, LUM_RECORD_RUN, 2);
  run = lum_diary_builder_add (builder, LUM_RECORD_RUN);
  run->day = may (4);
  run->start = ((gint64) may (4) * 86400 + 5 * 3600 + 1800) * 1000;
  run->start_offset = 7200;
  run->distance_m = 8200.5;
  run->moving_s = 2700;
  run->elapsed_s = 2800;
  run->race = 1;
  run->shoe_id = "shoe-1";
  run = lum_diary_builder_add (builder, LUM_RECORD_RUN);
  run->day = may (5);
  run->timer_s = 60.25;
  diary = lum_diary_builder_end (builder, 1);

  pain = lum_csv_write_table (diary, LUM_RECORD_PAIN);
  gaps = lum_csv_write_table (diary, LUM_RECORD_GAP_ANSWER);
  runs = lum_csv_write_table (diary, LUM_RECORD_RUN);
  flares = lum_csv_write_table (diary, LUM_RECORD_FLARE_ANSWER);
  g_assert_cmpstr (
      pain, ==, "date,moment,score,started,entered,note\n2026-05-01,after-run,3,,2026-05-01,\"stiff, \"\"old\"\"\"\n");
  g_assert_cmpstr (gaps, ==, "from,to,answer\n2026-05-02,2026-05-03,fine\n");
  g_assert_cmpstr (runs, ==,
                   "date,time,distance_m,duration_s,effort,ascent_m,descent_m,surface,race,pain_before,shoe,note\n"
                   "2026-05-04,07:30,8200.5,2700,,,,,yes,,Blue,\n2026-05-05,,,60.25,,,,,no,,,\n");
  g_assert_cmpstr (flares, ==, "id,date,yes\n");
}

/* Files are the same whatever the computer's language writes for a decimal. The locale is made for the test. */
static void
test_decimal_comma_locale (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lumbar-locale-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *make[] = {"localedef", "-i", "de_DE", "-f", "UTF-8", target, NULL}, *clean[] = {"rm", "-r", folder, NULL};

  g_spawn_sync (NULL, (char **) make, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                NULL, NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  if (g_file_test (target, G_FILE_TEST_IS_DIR) && setlocale (LC_ALL, "de_DE.UTF-8")) {
    char comma[16];

    g_assert_cmpstr ((snprintf (comma, sizeof comma, "%.1f", 0.5), comma), ==, "0,5");
    test_writer_form ();
    test_round_trip ();
    test_runs ();
    test_decimal_commas ();
  } else {
    g_test_skip ("localedef cannot make de_DE here");
  }
  g_unsetenv ("LOCPATH");
  setlocale (LC_ALL, "C.UTF-8");
  g_spawn_sync (NULL, (char **) clean, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/reader", test_reader);
  g_test_add_func ("/csv/header", test_header);
  g_test_add_func ("/csv/numbers", test_numbers);
  g_test_add_func ("/csv/pain", test_pain);
  g_test_add_func ("/csv/few-columns", test_few_columns);
  g_test_add_func ("/csv/gaps", test_gaps);
  g_test_add_func ("/csv/runs", test_runs);
  g_test_add_func ("/csv/decimal-commas", test_decimal_commas);
  g_test_add_func ("/csv/bad-rows", test_bad_rows);
  g_test_add_func ("/csv/many-bad-rows", test_many_bad_rows);
  g_test_add_func ("/csv/foreign-tables", test_foreign_tables);
  g_test_add_func ("/csv/forms-differ", test_forms_differ);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/writer-form", test_writer_form);
  g_test_add_func ("/csv/decimal-comma-locale", test_decimal_comma_locale);
  return g_test_run ();
}
