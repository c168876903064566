/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the watch (rules §9): which are forbidden, that each detector has its texts, that dates carry a year where
 * they need one. Looks at every string of the sources that hold them, singular and plural. */
#include <locale.h>
#include <string.h>

#include "lum-detector.h"
#include "lum-messages.h"

/* What is between quotes, adjacent pieces joined as the compiler joins them; comments do not count. */
static GPtrArray *
read_strings (const char *source)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", source, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) open = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (const char *p = text; *p; p++) {
    if (p[0] == '/' && p[1] == '*') {
      p = strstr (p, "*/") + 1;
    } else if (*p == '"') {
      if (!open)
        open = g_string_new (NULL);
      for (p++; *p != '"'; p++) {
        if (*p == '\\')
          g_string_append_c (open, *p++);
        g_string_append_c (open, *p);
      }
    } else if (!g_ascii_isspace (*p) && open) {
      g_ptr_array_add (strings, g_string_free (g_steal_pointer (&open), FALSE));
    }
  }
  return strings;
}

static void
assert_absent (const char *text, const char *word, const char *allowed)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit (folded, allowed ? allowed : word, -1);

  if (!allowed) {
    if (g_strv_length (parts) > 1)
      g_error ("“%s” says “%s”", text, word);
    return;
  }
  for (guint i = 0; parts[i]; i++)
    if (strstr (parts[i], word))
      g_error ("“%s” says “%s”", text, word);
}

static void
check_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  assert_absent (text, "diagnos", NULL);
  assert_absent (text, "damage", "does not mean damage");
  assert_absent (text, "safe to run", NULL);
  assert_absent (text, "injury risk", NULL);
  assert_absent (text, "injury detected", NULL);
  assert_absent (text, "your risk", NULL);
  if (g_regex_match_simple ("\\bhurt for (%|[0-9])", folded, 0, 0))
    g_error ("“%s” says how long it hurt; it only knows on which days", text);
  if (strstr (text, "  ") || g_str_has_prefix (text, " ") || g_str_has_suffix (text, " "))
    g_error ("“%s” has stray blanks", text);
}

/* Every text of every source file of a folder whose name holds @part: a new detector is among them by itself. */
static guint
check_folder (const char *folder, const char *part)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *source = g_build_filename (folder, name, NULL);
    g_autoptr (GPtrArray) strings = NULL;

    if (!g_str_has_suffix (name, ".c") || !strstr (name, part))
      continue;
    strings = read_strings (source);
    for (guint s = 0; s < strings->len; s++)
      check_words (strings->pdata[s]);
    n += strings->len;
  }
  return n;
}

static void
test_forbidden (void)
{
  guint n = 0;

  n += check_folder ("src/core/analysis/detect", "lum-detect-");
  n += check_folder ("src/core/guidance", "message");
  n += check_folder ("src/core/guidance", "lum-safety-");
  n += check_folder ("src/core/analysis", "lum-exercise-gate.c");
  g_assert_cmpuint (n, >, 500);
}

/* The test bites. */
static void
test_forbidden_bites (void)
{
  static const char *const bad[] = {
      "Your diagnosis is clear.", "There is Damage.",     "It does not mean damage, but damage it is.",
      "It is safe to run.",       "Injury detected",      "Your injury risk is 20 %.",
      "It hurt for %d days.",     "You hurt for 21 days", "Two  blanks",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    if (g_test_subprocess ()) {
      const char *index = g_getenv ("LUM_TEST_BAD");

      check_words (bad[atoi (index)]);
      return;
    }
    g_autofree char *index = g_strdup_printf ("%u", i);

    g_setenv ("LUM_TEST_BAD", index, TRUE);
    g_test_trap_subprocess (NULL, 0, 0);
    g_test_trap_assert_failed ();
  }
}

static void
test_texts (void)
{
  gsize n, n_detectors;
  const LumMessageTexts *texts = lum_message_texts_get (&n);
  const LumDetector *const *detectors = lum_detectors_get (&n_detectors);

  for (gsize i = 0; i < n; i++) {
    g_assert_true (g_ascii_isupper (texts[i].title[0]));
    g_assert_false (g_str_has_suffix (texts[i].title, "."));
    g_assert_true (g_str_has_suffix (texts[i].clears, "."));
    g_assert_true (g_str_has_suffix (texts[i].source, "."));
    g_assert_true (lum_message_texts_find (texts[i].rule, texts[i].variant) == &texts[i]);
  }
  for (gsize d = 0; d < n_detectors; d++) {
    if (!detectors[d]->variants)
      g_assert_nonnull (lum_message_texts_find (detectors[d]->rule, NULL));
    for (int v = 0; detectors[d]->variants && detectors[d]->variants[v]; v++)
      g_assert_nonnull (lum_message_texts_find (detectors[d]->rule, detectors[d]->variants[v]));
  }
  g_assert_null (lum_message_texts_find ("EP-99", NULL));
}

/* MS-1: every pair of what can be said. The small rules of load, which MS-1 does not name, come after what it does. */
static void
test_precedence (void)
{
  static const char *const order[] = {
      "RF emergency", "RF urgent", "RF-18", "RF within-days", "EP-11", "EP-8",  "EP-9",  "OU-15",
      "OU-5",         "OU-11",     "EP-8",  "RF soon",        "OU-7",  "OU-8",  "EP-12", "OU-12",
      "OU-3",         "OU-6",      "OU-9",  "OU-10",          "OU-10", "OU-13", "OU-14", /* never cards */
  };
  const gsize first_note = 16;
  gsize n;
  const LumDetector *const *detectors = lum_detectors_get (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (order));
  for (gsize i = 0; i < n; i++) {
    g_autofree char *name = detectors[i]->safety && detectors[i]->variants
                                ? g_strdup_printf ("%s %s", detectors[i]->rule, detectors[i]->variants[0])
                                : g_strdup (detectors[i]->rule);

    g_assert_cmpstr (name, ==, order[i]);
    g_assert_cmpint (detectors[i]->safety, ==, g_str_has_prefix (detectors[i]->rule, "RF"));
    g_assert_cmpint (detectors[i]->load, ==, g_str_has_prefix (detectors[i]->rule, "OU"));
    g_assert_cmpint (detectors[i]->expert, ==, i >= first_note);
  }
}

static void
test_dates (void)
{
  LumDay today = lum_day_from_ymd (2026, 1, 10);
  g_autofree char *near = lum_message_date (today - 3, today);
  g_autofree char *far = lum_message_date (today - 13, today);
  g_autofree char *window = lum_message_days (today - 13, today, 1, today);
  g_autofree char *whole = lum_message_days (today - 3, today, 0, today);
  g_autofree char *one = lum_message_pain_of_known (1, 1);

  g_assert_cmpstr (near, ==, "7 Jan");
  g_assert_cmpstr (far, ==, "28 Dec 2025");
  g_assert_cmpstr (window, ==, "28 Dec 2025 – 10 Jan, 1 day missing");
  g_assert_cmpstr (whole, ==, "7 Jan – 10 Jan, no day missing");
  g_assert_cmpstr (one, ==, "1 of 1 logged day");
}

static void
test_weekdays (void)
{
  static const char *const names[] = {"Mondays", "Tuesdays",  "Wednesdays", "Thursdays",
                                      "Fridays", "Saturdays", "Sundays"};

  for (int weekday = 1; weekday <= 7; weekday++) {
    g_autofree char *text = lum_message_each_weekday (weekday, 4, TRUE);
    g_autofree char *wanted = g_strdup_printf ("Pain on each of the last 4 %s, calm in between. ", names[weekday - 1]);

    g_assert_true (g_str_has_prefix (text, wanted));
    g_assert_nonnull (strstr (text, "Try a shorter long run for two weeks"));
  }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/messages/forbidden", test_forbidden);
  g_test_add_func ("/messages/forbidden/bites", test_forbidden_bites);
  g_test_add_func ("/messages/texts", test_texts);
  g_test_add_func ("/messages/precedence", test_precedence);
  g_test_add_func ("/messages/dates", test_dates);
  g_test_add_func ("/messages/weekdays", test_weekdays);
  return g_test_run ();
}
