/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lum-i18n.h"
#include "lum-report-document.h"

/* SELF-CHECK: the newest answer to each question of the safety check (RF-R7), and BACKGROUND: what was asked once. */

typedef struct {
  const char *id;
  const char *text;
} Phrase;

static const Phrase questions[] = {
    {"RF-01", N_ ("numbness between the legs")},
    {"RF-02", N_ ("bladder")},
    {"RF-03", N_ ("bowel")},
    {"RF-04", N_ ("sexual function")},
    {"RF-05", N_ ("both legs, leg weakness or unsteady walking")},
    {"RF-06", N_ ("serious accident or fall")},
    {"RF-07", N_ ("chest pain")},
    {"RF-08", N_ ("tearing pain or collapse")},
    {"RF-09", N_ ("fever and very unwell")},
    {"RF-24", N_ ("dark urine after a hard run")},
    {"RF-10", N_ ("temperature of 38 °C or infection risk")},
    {"RF-14", N_ ("lump or changed shape of the back")},
    {"RF-17", N_ ("minor fall with fragile bones or blood thinners")},
    {"RF-18", N_ ("pain below one knee with numbness or weakness")},
    {"RF-20", N_ ("burning pee or loin pain with fever")},
    {"RF-25", N_ ("may be pregnant, belly pain or bleeding")},
    {"RF-12", N_ ("cancer before, with new or night pain")},
    {"RF-11", N_ ("losing weight")},
    {"RF-13", N_ ("no ease at rest, worse at night")},
    {"RF-15", N_ ("between the shoulders or band-like")},
    {"RF-16", N_ ("worse on coughing or straining")},
    {"RF-21", N_ ("pin-point pain on landing or hopping")},
    {"RF-26", N_ ("first back pain under 18 or over 55")},
    {"RF-23", N_ ("not improving, severe or worried")},
    {"RF-22", N_ ("signs of inflammatory back pain")},
};

#define NOT_ASKED (LUM_SAFETY_OLD_CHECKED + 1)

static const Phrase facts[] = {
    {"cancer", N_ ("cancer")},
    {"steroids", N_ ("long-term steroids")},
    {"osteoporosis", N_ ("osteoporosis")},
    {"weak-immune-system", N_ ("weak immune system")},
    {"blood-thinners", N_ ("blood thinners")},
    {"spinal-operation", N_ ("spinal operation or injection")},
    {"stress-fracture", N_ ("stress fracture")},
    {"pregnant", N_ ("pregnant or may be")},
    {"scans", N_ ("scans of the back")},
};

static const LumSafetyAnswer *
find_answer (const LumReportInput *input, const char *question)
{
  gsize n;
  const LumSafetyAnswer *answers = lum_diary_get_safety (input->diary, &n);
  const LumSafetyAnswer *found = NULL;

  for (gsize i = 0; i < n; i++)
    if (answers[i].day <= input->options.today && g_strcmp0 (answers[i].question, question) == 0 &&
        (!found || answers[i].day >= found->day))
      found = &answers[i];
  return found;
}

static char *
with_since (const LumReportInput *input, const LumSafetyAnswer *answer, const char *text)
{
  g_autofree char *day = NULL;

  if (answer->checked_on != LUM_DAY_NONE) {
    day = lum_report_format_day (input, answer->checked_on);
    /* Translators: %1$s is a sign, %2$s a date */
    return g_strdup_printf (_ ("%1$s (checked %2$s)"), text, day);
  }
  if (answer->since == LUM_DAY_NONE)
    return g_strdup (text);
  day = lum_report_format_day (input, answer->since);
  /* Translators: %1$s is a sign, %2$s a date */
  return g_strdup_printf (_ ("%1$s (since %2$s)"), text, day);
}

static char *
format_list (const char *format, GPtrArray *words)
{
  g_autofree char *list = NULL;
  GString *sentence;

  if (words->len == 0)
    return NULL;
  list = lum_report_join (words);
  sentence = g_string_new (format);
  g_string_replace (sentence, "{list}", list, 1);
  return g_string_free (sentence, FALSE);
}

/* Each kind of answer begins its own line, so that a yes is not read over. */
static void
add_list (GString *text, const char *format, GPtrArray *words)
{
  lum_report_add_line (text, format_list (format, words));
}

static const char *
find_phrase (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (strcmp (questions[i].id, id) == 0)
      return _ (questions[i].text);
  g_return_val_if_reached (id);
}

/* What is open in a tier, as a list; NULL where nothing is. */
static char *
list_open (const LumReportInput *input, LumTier tier)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < input->safety->open->len; i++) {
    const LumOpenSign *open = &g_array_index (input->safety->open, LumOpenSign, i);

    if (open->tier == tier)
      g_ptr_array_add (words, open->answer ? with_since (input, open->answer, find_phrase (open->sign->id))
                                           : g_strdup (find_phrase (open->sign->id)));
  }
  return words->len > 0 ? lum_report_join (words) : NULL;
}

/* OPEN: what the patient has ticked and nobody has looked at yet leads the page. */
char *
lum_part_open (const LumReportInput *input)
{
  g_autofree char *emergency = list_open (input, LUM_TIER_EMERGENCY), *urgent = list_open (input, LUM_TIER_URGENT);
  g_autofree char *days = list_open (input, LUM_TIER_WITHIN_DAYS);
  GString *text = g_string_new (NULL);

  if (emergency)
    /* Translators: %s is a list of signs; likewise in the two that follow */
    lum_report_add_sentence (text, g_strdup_printf (_ ("EMERGENCY SIGNS, not yet looked at: %s."), emergency));
  if (urgent)
    lum_report_add_sentence (text, g_strdup_printf (_ ("Urgent, not yet looked at: %s."), urgent));
  if (days)
    lum_report_add_sentence (text, g_strdup_printf (_ ("Within days, not yet looked at: %s."), days));
  return g_string_free (text, text->len == 0);
}

/* The word under which a question stands: what is open is a yes, or a not sure, whatever was answered later (RF-R4); a
 * tick by mistake is kept, but it is no answer. */
static guint
find_word (const LumSafetyAnswer *answer, const LumOpenSign *open)
{
  if (open)
    return open->sure ? LUM_SAFETY_YES : LUM_SAFETY_NOT_SURE;
  if (!answer || answer->answer == LUM_INT_NONE)
    return NOT_ASKED;
  return answer->mistake_on != LUM_DAY_NONE ? LUM_SAFETY_NO : (guint) answer->answer;
}

char *
lum_part_self_check (const LumReportInput *input)
{
  GPtrArray *by_word[NOT_ASKED + 1];
  GString *text = g_string_new (NULL);
  LumDay newest = LUM_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (by_word); i++)
    by_word[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++) {
    const LumOpenSign *open = lum_safety_find_open (input->safety, questions[i].id);
    const LumSafetyAnswer *answer = open ? open->answer : find_answer (input, questions[i].id);
    guint word = find_word (answer, open);

    newest = MAX (newest, answer ? answer->day : open ? open->day : newest);
    g_ptr_array_add (by_word[MIN (word, NOT_ASKED)],
                     answer ? with_since (input, answer, _ (questions[i].text)) : g_strdup (_ (questions[i].text)));
  }

  if (newest != LUM_DAY_NONE) {
    g_autofree char *day = lum_report_format_day (input, newest);
    gboolean any = by_word[LUM_SAFETY_YES]->len > 0;

    if (any)
      /* Translators: %s is the date of the safety check */
      lum_report_add_line (text, g_strdup_printf (_ ("%s, the patient’s own ticks."), day));
    else
      lum_report_add_line (text,
                           g_strdup_printf (_ ("%s, the patient’s own ticks. No sign was answered with yes."), day));
    /* Translators: lists of signs; keep {list} */
    add_list (text, _ ("YES: {list}."), by_word[LUM_SAFETY_YES]);
    add_list (text, _ ("Not sure: {list}."), by_word[LUM_SAFETY_NOT_SURE]);
    add_list (text, _ ("Old and checked: {list}."), by_word[LUM_SAFETY_OLD_CHECKED]);
    add_list (text, _ ("No: {list}."), by_word[LUM_SAFETY_NO]);
    add_list (text, _ ("Not asked: {list}."), by_word[NOT_ASKED]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (by_word); i++)
    g_ptr_array_unref (by_word[i]);
  return g_string_free (text, text->len == 0);
}

/* The age that the year of birth leaves open is told as what it is: one of two. */
static char *
describe_birth (const LumReportInput *input)
{
  const LumBackground *born = lum_background_find (input->diary, LUM_FACT_BIRTH_YEAR, input->options.today);
  int age = lum_background_get_age (input->diary, input->options.today, input->options.today);

  if (!born)
    return NULL;
  if (age == LUM_INT_NONE || age < 1)
    /* Translators: %s is a year */
    return g_strdup_printf (_ ("Born %s."), born->value);
  /* Translators: %1$s is a year; %2$d and %3$d are the ages before and after this year’s birthday */
  return g_strdup_printf (_ ("Born %1$s, %2$d or %3$d years old."), born->value, age - 1, age);
}

char *
lum_part_background (const LumReportInput *input)
{
  g_autoptr (GPtrArray) yes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) no = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  lum_report_add_sentence (text, describe_birth (input));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++) {
    const LumBackground *fact = lum_background_find (input->diary, facts[i].id, input->options.today);
    g_autofree char *day = NULL;

    if (!fact)
      g_ptr_array_add (open, g_strdup (_ (facts[i].text)));
    else if (strcmp (fact->value, "no") == 0)
      g_ptr_array_add (no, g_strdup (_ (facts[i].text)));
    else if (fact->since != LUM_DAY_NONE) {
      day = lum_report_format_day (input, fact->since);
      /* Translators: something of the background and its date */
      g_ptr_array_add (yes, g_strdup_printf (C_ ("background", "%1$s (%2$s)"), _ (facts[i].text), day));
    } else if (strcmp (fact->value, "yes") == 0)
      g_ptr_array_add (yes, g_strdup (_ (facts[i].text)));
    else
      g_ptr_array_add (yes, g_strdup_printf ("%s (%s)", _ (facts[i].text), fact->value));
  }
  if (text->len == 0 && yes->len == 0 && no->len == 0)
    return g_string_free (text, TRUE);
  lum_report_add_sentence (text, format_list (_ ("Yes: {list}."), yes));
  lum_report_add_sentence (text, format_list (_ ("No: {list}."), no));
  lum_report_add_sentence (text, format_list (_ ("Not recorded: {list}."), open));
  return g_string_free (text, FALSE);
}
