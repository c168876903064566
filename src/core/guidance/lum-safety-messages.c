/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-messages.h"

/* The words of the safety check's cards (RF-R1, RF-R2). */

/* Translators: how two things of a list are joined: "bladder; bowel". */
#define JOINED C_ ("list", "%1$s; %2$s")

char *
lum_message_join (char *list, const char *more)
{
  g_autofree char *owned = list;

  return owned ? g_strdup_printf (JOINED, owned, more) : g_strdup (more);
}

char *
lum_message_emergency (const char *ticked, const char *number)
{
  if (!number)
    /* Translators: %s is a list like "bladder; bowel". */
    return g_strdup_printf (_ ("Get help now. You ticked: %s. With back pain this has to be checked in hospital today, "
                               "even if the pain is mild. Call your emergency number, or have someone take you."),
                            ticked);
  /* Translators: %1$s is a list like "bladder; bowel", %2$s a telephone number. */
  return g_strdup_printf (_ ("Get help now. You ticked: %1$s. With back pain this has to be checked in hospital today, "
                             "even if the pain is mild. Call %2$s, or the local emergency number where you are, or "
                             "have someone take you."),
                          ticked, number);
}

char *
lum_message_urgent (const char *ticked, const char *service, gboolean implied)
{
  if (implied && !service)
    /* Translators: %s is what follows from several answers, like "minor fall with fragile bones". */
    return g_strdup_printf (
        _ ("Speak to a doctor or an urgent-care line today. From your answers: %s. Leave running and "
           "exercises until you have."),
        ticked);
  if (implied)
    /* Translators: %1$s as above, %2$s the name of a telephone service, "NHS 111". */
    return g_strdup_printf (_ ("Speak to a doctor or %2$s today. From your answers: %1$s. Leave running and exercises "
                               "until you have."),
                            ticked, service);
  if (!service)
    /* Translators: %s is a list like "bladder; bowel". */
    return g_strdup_printf (_ ("Speak to a doctor or an urgent-care line today. You ticked: %s. Leave running and "
                               "exercises until you have."),
                            ticked);
  /* Translators: %1$s is a list like "bladder; bowel", %2$s the name of a telephone service, "NHS 111". */
  return g_strdup_printf (_ ("Speak to a doctor or %2$s today. You ticked: %1$s. Leave running and exercises until you "
                             "have."),
                          ticked, service);
}

char *
lum_message_within_days (const char *ticked)
{
  /* Translators: %s is a list like "weight loss; cancer before". */
  return g_strdup_printf (_ ("Speak to a doctor in the next few days. You ticked: %s. Leave running until you have."),
                          ticked);
}

char *
lum_message_soon (const char *ticked, gboolean pause)
{
  if (pause)
    /* Translators: %s is a list like "worse at night; age". */
    return g_strdup_printf (_ ("You ticked: %s. Tell the doctor or physiotherapist you see next; if you have no "
                               "appointment, make one soon. Pause running until it was looked at; walking is fine."),
                            ticked);
  /* Translators: %s is a list like "worse at night; age". */
  return g_strdup_printf (_ ("You ticked: %s. Tell the doctor or physiotherapist you see next; if you have no "
                             "appointment, make one soon."),
                          ticked);
}

char *
lum_message_ticked_on (LumDay first, LumDay last, LumDay today)
{
  g_autofree char *from = lum_message_date (first, today);
  g_autofree char *to = lum_message_date (last, today);

  if (first == last)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("Your answers of %s"), from);
  /* Translators: the two %s are dates. */
  return g_strdup_printf (_ ("Your answers of %1$s – %2$s"), from, to);
}

char *
lum_message_sign (gboolean sure, LumDay since, LumDay today)
{
  g_autofree char *date = since == LUM_DAY_NONE ? NULL : lum_message_date (since, today);

  if (date && sure)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("yes, since %s"), date);
  if (date)
    /* Translators: %s is a date. */
    return g_strdup_printf (_ ("not sure, since %s"), date);
  return g_strdup (sure ? _ ("yes") : _ ("not sure"));
}

/* A sign that nobody ticked. */
char *
lum_message_implied_sign (void)
{
  return g_strdup (_ ("follows from your other answers and your background"));
}
