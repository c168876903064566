/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-date-words.h"

#include <string.h>

#include "lum-time-parse.h"

/* Longer is no date in any language. */
#define MAX_LENGTH 100

/* How the names of months begin, folded, in the languages of formats §6.2: English, German, French, Spanish, Italian,
 * Dutch, Portuguese, Danish. Longer beginnings come first where a short one would take two months. */
static const struct {
  const char *beginning;
  int month;
} months[] = {
    {"jan", 1},  {"ene", 1},  {"gen", 1},  {"jän", 1},  {"feb", 2},  {"fév", 2},  {"fev", 2},  {"mar", 3},  {"mär", 3},
    {"mrz", 3},  {"maa", 3},  {"mrt", 3},  {"apr", 4},  {"avr", 4},  {"abr", 4},  {"may", 5},  {"mai", 5},  {"mei", 5},
    {"mag", 5},  {"maj", 5},  {"juin", 6}, {"jun", 6},  {"giu", 6},  {"juil", 7}, {"jul", 7},  {"lug", 7},  {"aug", 8},
    {"aoû", 8},  {"aou", 8},  {"ago", 8},  {"sep", 9},  {"set", 9},  {"oct", 10}, {"okt", 10}, {"ott", 10}, {"out", 10},
    {"nov", 11}, {"dec", 12}, {"dez", 12}, {"déc", 12}, {"dic", 12},
};

/* What else stands between the parts: weekdays by their length and these. */
static int
find_month (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i].beginning))
      return months[i].month;
  return 0;
}

typedef struct {
  int numbers[3]; /* day, month, year in the order in which they stand; a named month is in its place */
  int digits[3];  /* how many digits each has */
  guint n;
  int named; /* which of the numbers is a month by name, -1 */
  int hour, minute, second, millisecond;
  gboolean has_time, pm, am;
} Parts;

static gboolean
add_number (Parts *self, int number, int digits)
{
  if (self->n == 3)
    return FALSE;
  self->digits[self->n] = digits;
  self->numbers[self->n++] = number;
  return TRUE;
}

/* h:mm, h:mm:ss, h:mm:ss.fff, also with dots where @dot is allowed. */
static gboolean
read_clock (const char **at, Parts *self)
{
  const char *p = *at;
  int values[3] = {0, 0, 0};
  guint n = 0;

  for (;;) {
    int digits = 0;

    for (; g_ascii_isdigit (*p) && digits < 3; digits++)
      values[n] = values[n] * 10 + (*p++ - '0');
    if (digits == 0 || digits > 2)
      return FALSE;
    n++;
    if (n == 3 || *p != ':')
      break;
    p++;
  }
  if (n < 2 || values[0] > 23 || values[1] > 59 || values[2] > 60)
    return FALSE;
  if (n == 3 && *p == '.' && g_ascii_isdigit (p[1])) {
    int scale = 100;

    for (p++; g_ascii_isdigit (*p); p++, scale /= 10)
      self->millisecond += scale * (*p - '0');
  }
  self->hour = values[0];
  self->minute = values[1];
  self->second = values[2];
  self->has_time = TRUE;
  *at = p;
  return TRUE;
}

static gboolean
take_word (Parts *self, const char *word)
{
  int month;

  if (strcmp (word, "pm") == 0 || strcmp (word, "p.m.") == 0 || strcmp (word, "p") == 0) {
    self->pm = TRUE;
    return TRUE;
  }
  if (strcmp (word, "am") == 0 || strcmp (word, "a.m.") == 0) {
    self->am = TRUE;
    return TRUE;
  }
  month = find_month (word);
  /* "mar." is a Tuesday in French and March in Spanish: it is a month only where none is there yet. */
  if (month && self->named < 0 && self->n < 3) {
    self->named = (int) self->n;
    return add_number (self, month, 2);
  }
  return TRUE; /* weekdays, "de", "à", "um", "Uhr" … */
}

static gboolean
split (const char *folded, Parts *self)
{
  const char *p = folded;

  *self = (Parts){.named = -1};
  while (*p) {
    if (g_ascii_isdigit (*p)) {
      const char *end = p;
      int number = 0, digits = 0;

      while (g_ascii_isdigit (*end) && digits < 9) {
        number = number * 10 + (*end++ - '0');
        digits++;
      }
      if (*end == ':') {
        if (self->has_time || !read_clock (&p, self))
          return FALSE;
        continue;
      }
      if (digits == 8 && self->n == 0) { /* 20260501 */
        self->numbers[0] = number / 10000;
        self->numbers[1] = number / 100 % 100;
        self->numbers[2] = number % 100;
        self->digits[0] = 4;
        self->digits[1] = self->digits[2] = 2;
        self->n = 3;
      } else if (digits > 4 || !add_number (self, number, digits)) {
        return FALSE;
      }
      p = end;
    } else if (g_unichar_isalpha (g_utf8_get_char (p))) {
      const char *end = p;
      g_autofree char *word = NULL;

      while (g_unichar_isalpha (g_utf8_get_char (end)) || (*end == '.' && g_ascii_isalpha (end[1])) ||
             (*end == '.' && end > p + 2 && end[-2] == '.'))
        end = g_utf8_next_char (end);
      word = g_strndup (p, (gsize) (end - p));
      if (!take_word (self, word))
        return FALSE;
      p = end;
    } else {
      p = g_utf8_next_char (p);
    }
  }
  return TRUE;
}

static gboolean
arrange (const Parts *parts, LumDateOrder order, int *year, int *month, int *day)
{
  static const int places[][3] = {{0, 1, 2}, {2, 1, 0}, {2, 0, 1}}; /* of year, month, day */
  const int *place = places[order];

  if (parts->n != 3)
    return FALSE;
  if (parts->named == 1) { /* 9 mei 2026 */
    place = parts->digits[0] == 4 ? places[LUM_DATES_YEAR_FIRST] : places[LUM_DATES_DAY_FIRST];
  } else if (parts->named == 0) { /* Jul 14, 2020 */
    place = places[LUM_DATES_MONTH_FIRST];
  } else if (parts->digits[0] == 4) {
    place = places[LUM_DATES_YEAR_FIRST];
  } else if (parts->digits[2] == 4 && order == LUM_DATES_YEAR_FIRST) {
    place = places[LUM_DATES_DAY_FIRST];
  }
  *year = parts->numbers[place[0]];
  *month = parts->numbers[place[1]];
  *day = parts->numbers[place[2]];
  if (parts->digits[place[0]] <= 2)
    *year += *year < 70 ? 2000 : 1900;
  return TRUE;
}

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return days[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

static int
get_second (const Parts *parts)
{
  int hour = parts->hour;

  if (!parts->has_time)
    return -1;
  if (parts->pm && hour < 12)
    hour += 12;
  if (parts->am && hour == 12)
    hour = 0;
  return hour * 3600 + parts->minute * 60 + MIN (parts->second, 59);
}

static char *
fold (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MAX_LENGTH ? g_utf8_casefold (text, (gssize) length) : NULL;
}

/**
 * lum_date_words_parse:
 * @order: of the numbers, where no name and no year of four digits tells
 * @date: (out): untouched where it is none
 *
 * Reads a date, with or without a time: "2025-09-19 07:36:32", "Jul 14, 2020, 10:36:55 PM", "09.12.2022, 15:24:49",
 * "9 mei 2026, 00:03:01", "Fr, 25 Mai 2012 20:31", "04/19/21" (formats §6, §7).
 */
gboolean
lum_date_words_parse (const char *text, LumDateOrder order, LumDateWords *date)
{
  g_autofree char *folded = NULL;
  LumTime time;
  Parts parts;
  int year, month, day;

  if (lum_time_parse (text, strlen (text), &time)) {
    LumInstant local = time.instant + (gint64) time.utc_offset * 1000;

    *date = (LumDateWords){lum_day_from_instant (local, 0), (int) ((local % 86400000 + 86400000) % 86400000 / 1000),
                           (int) ((local % 1000 + 1000) % 1000),
                           time.zone == LUM_ZONE_NONE ? LUM_INT_NONE : time.utc_offset};
    return TRUE;
  }

  folded = fold (text);
  if (!folded || !split (folded, &parts) || !arrange (&parts, order, &year, &month, &day))
    return FALSE;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return FALSE;
  *date = (LumDateWords){lum_day_from_ymd (year, month, day), get_second (&parts), parts.millisecond, LUM_INT_NONE};
  return TRUE;
}

/**
 * lum_date_words_parse_time:
 *
 * Reads a time of day alone: "18:52", "10:00 pm", "07:30:15".
 */
gboolean
lum_date_words_parse_time (const char *text, int *second_of_day)
{
  g_autofree char *folded = fold (text);
  Parts parts;

  if (!folded || !split (folded, &parts) || parts.n > 0 || !parts.has_time)
    return FALSE;
  *second_of_day = get_second (&parts);
  return TRUE;
}

/**
 * lum_date_words_get_numbers:
 * @numbers: (out): as they stand
 *
 * The three numbers of a date without names, to find out their order from many.
 */
gboolean
lum_date_words_get_numbers (const char *text, int numbers[3])
{
  g_autofree char *folded = fold (text);
  Parts parts;

  if (!folded || !split (folded, &parts) || parts.n != 3 || parts.named >= 0)
    return FALSE;
  /* A year in front tells by itself. */
  if (parts.digits[0] == 4)
    return FALSE;
  memcpy (numbers, parts.numbers, sizeof parts.numbers);
  return TRUE;
}
