/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-safety-signs.h"

#include <string.h>

#include "lum-i18n.h"

/* The published warning signs, in our own words. They need a clinician's review before a release (rules §13). The ten
 * emergency lines come first (RF-R6). RF-22 stands last: it is a count, asked at twelve weeks. */
#define NERVES N_ ("nerves at the lower end of the spine")

static const LumSafetySign signs[] = {
    {"RF-01", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_NERVES,
     N_ ("New numbness or pins and needles between the inner thighs, around the genitals, the back passage or the "
         "buttocks; toilet paper feels different"),
     N_ ("numbness between the legs"), NERVES, "CEScard, NHSlist, BMJ-CES, CSP-GIRFT", TRUE},
    {"RF-02", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_NERVES,
     N_ ("New trouble starting, stopping or feeling pee; leaking; not knowing whether the bladder is full"),
     N_ ("bladder"), NERVES, "CEScard, NHSlist, BMJ-CES, CSP-GIRFT", TRUE},
    {"RF-03", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_NERVES,
     N_ ("New loss of control over the bowel, or not feeling a bowel motion"), N_ ("bowel"), NERVES,
     "CEScard, NHSlist, BMJ-CES, CSP-GIRFT", TRUE},
    {"RF-04", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_NERVES,
     N_ ("New loss of feeling in the genitals, or of sexual function"), N_ ("sexual function"), NERVES,
     "CEScard, CSP-GIRFT", TRUE},
    {"RF-05", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_NERVES,
     N_ ("Pain, tingling, numbness or weakness that comes from the back into both legs (not sore muscles after a run); "
         "a leg that gets badly weaker, so that the foot drops or the leg gives way; new unsteady or clumsy walking"),
     N_ ("both legs, or growing leg weakness"), N_ ("nerves or spinal cord"), "NHSlist, NHS-NI, BMJ-CES", TRUE},
    {"RF-06", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_HEART_AND_FALLS,
     N_ ("It began with a serious accident or a fall from a height in the last six weeks, or one that nobody ever "
         "checked"),
     N_ ("serious accident"), N_ ("a broken bone"), "NHSlist, NHS-NI", FALSE},
    {"RF-07", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_HEART_AND_FALLS, N_ ("Together with chest pain"), N_ ("chest pain"),
     N_ ("heart or main artery"), "NHSlist", FALSE},
    {"RF-08", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_HEART_AND_FALLS,
     N_ ("Sudden tearing pain, throbbing in the belly, faintness or collapse"), N_ ("tearing pain or collapse"),
     N_ ("main artery"), "BP189", FALSE},
    {"RF-09", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_FEVER,
     N_ ("Fever or shivering, and feeling very unwell, confused or drowsy"), N_ ("fever and very unwell"),
     N_ ("a serious infection"), "NHSlist", FALSE},
    {"RF-24", LUM_TIER_EMERGENCY, LUM_SIGN_GROUP_RUNNER,
     N_ ("Cola-coloured pee after a hard run, with strong muscle pain or swelling"), N_ ("cola-coloured pee"),
     N_ ("muscle breakdown that can harm the kidneys"), NULL, FALSE},
    {"RF-10", LUM_TIER_URGENT, LUM_SIGN_GROUP_FEVER,
     N_ ("A temperature of 38 °C or more with the back pain; or new back pain with a weak immune system, injected "
         "drugs, or an injection into or an operation on the spine in the last three months"),
     N_ ("fever, or a risk of infection"), N_ ("an infection"), "NHSlist, CHCP, Hey", FALSE},
    {"RF-14", LUM_TIER_URGENT, LUM_SIGN_GROUP_SHAPE_AND_BONES, N_ ("A lump, a swelling or a changed shape of the back"),
     N_ ("lump or changed shape"), N_ ("a broken bone or a growth"), "NHSlist", FALSE},
    {"RF-17", LUM_TIER_URGENT, LUM_SIGN_GROUP_SHAPE_AND_BONES,
     N_ ("It began with a minor fall or strain, and one of these holds: over 70, osteoporosis, steroids for long, "
         "blood thinners"),
     N_ ("minor fall with fragile bones"), N_ ("a broken bone or bleeding"), "Henschke09, NHS-NI", FALSE},
    {"RF-18", LUM_TIER_URGENT, LUM_SIGN_GROUP_NERVES,
     N_ ("In one leg: pain below the knee with numbness that spreads or weakness that grows"),
     N_ ("one leg: numbness or weakness"), N_ ("a nerve root"), "NG59", FALSE},
    {"RF-20", LUM_TIER_URGENT, LUM_SIGN_GROUP_FEVER, N_ ("Burning when you pee, or pain in one side, with fever"),
     N_ ("burning pee with fever"), N_ ("the kidneys"), "BP189", FALSE},
    {"RF-25", LUM_TIER_URGENT, LUM_SIGN_GROUP_GENERAL, N_ ("You may be pregnant, and have low belly pain or bleeding"),
     N_ ("pregnancy with pain or bleeding"), N_ ("the pregnancy"), NULL, FALSE},
    {"RF-12", LUM_TIER_WITHIN_DAYS, LUM_SIGN_GROUP_GENERAL,
     N_ ("You have ever had cancer, and the pain is new, constant, or worse at night"), N_ ("cancer before"),
     N_ ("cancer that came back"), "Verhagen16", FALSE},
    {"RF-11", LUM_TIER_WITHIN_DAYS, LUM_SIGN_GROUP_GENERAL, N_ ("Losing weight without trying"), N_ ("weight loss"),
     N_ ("an illness behind it"), "NHSlist", FALSE},
    {"RF-13", LUM_TIER_SOON, LUM_SIGN_GROUP_GENERAL, N_ ("It does not ease with rest, and is much worse at night"),
     N_ ("worse at night"), N_ ("an infection or a growth"), "NHSlist", FALSE},
    {"RF-15", LUM_TIER_SOON, LUM_SIGN_GROUP_SHAPE_AND_BONES,
     N_ ("Pain high up between the shoulders, or like a band round the trunk"), N_ ("high or band-like pain"),
     N_ ("the upper spine"), "NHSlist, NHS-NI", FALSE},
    {"RF-16", LUM_TIER_SOON, LUM_SIGN_GROUP_NERVES,
     N_ ("Worse when you sneeze, cough or strain (tell whoever you see)"), N_ ("worse with coughing"),
     N_ ("a nerve root"), "NHSlist", FALSE},
    {"RF-21", LUM_TIER_SOON, LUM_SIGN_GROUP_RUNNER,
     N_ ("Pain on one side, in one point of the low back, buttock, groin or hip, worse with each landing or when "
         "hopping on one leg"),
     N_ ("pin-point pain on landing"), N_ ("a stress fracture"), "Harris16, SSF-series", FALSE, TRUE},
    {"RF-26", LUM_TIER_SOON, LUM_SIGN_GROUP_GENERAL,
     N_ ("Under 18, or the first back pain of your life over 55; under 20 with pain on leaning back"), N_ ("age"),
     N_ ("causes that are rarer in between"), NULL, FALSE},
    {"RF-23", LUM_TIER_SOON, LUM_SIGN_GROUP_GENERAL,
     N_ ("No better after a few weeks; it stops your daily activities; it is severe or getting worse; you are worried"),
     N_ ("not improving, or worried"), N_ ("a reason to have it looked at"), "NHSlist", FALSE},
    {"RF-22", LUM_TIER_SOON, LUM_SIGN_GROUP_GENERAL,
     N_ ("Four or more signs of inflammation, in pain that has lasted twelve weeks and began before 45"),
     N_ ("signs of inflammation"), N_ ("inflammation of the spine"), "NG65", FALSE, FALSE, TRUE},
};

/* After NG65, in our own words. */
static const LumInflammationSign inflammation_signs[] = {
    {"RF-22a", N_ ("The pain wakes you in the second half of the night")},
    {"RF-22b", N_ ("It gets better with movement")},
    {"RF-22c", N_ ("Anti-inflammatory medicine helps quickly")},
    {"RF-22d", N_ ("You have psoriasis, now or before")},
    {"RF-22e", N_ ("You have had an inflamed eye (uveitis)")},
    {"RF-22f", N_ ("You have an inflammatory bowel disease")},
    {"RF-22g", N_ ("A heel or a joint is swollen or sore")},
    {"RF-22h", N_ ("A close relative has such an inflammation")},
};

/**
 * lum_safety_signs_get:
 * @n: (out): how many
 *
 * The signs of the safety check, emergencies first. Those that are counted are no line of it.
 */
const LumSafetySign *
lum_safety_signs_get (guint *n)
{
  *n = G_N_ELEMENTS (signs);
  return signs;
}

/**
 * lum_safety_sign_find:
 *
 * A line by its id.
 *
 * Returns: (nullable): %NULL for an id that is none
 */
const LumSafetySign *
lum_safety_sign_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (signs[i].id, id) == 0)
      return &signs[i];
  return NULL;
}

/**
 * lum_inflammation_signs_get:
 * @n: (out): how many
 *
 * What RF-22 counts.
 */
const LumInflammationSign *
lum_inflammation_signs_get (guint *n)
{
  *n = G_N_ELEMENTS (inflammation_signs);
  return inflammation_signs;
}
