/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-settings.h"

#include <langinfo.h>
#include <stdint.h>

/* Each key holds "as the locale has it" (-1) until the person chooses. */
#define AUTOMATIC (-1)

#define WATCHED_FOLDER "watched-folder"

G_DEFINE_INTERFACE (LumSettings, lum_settings, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
lum_settings_default_init (LumSettingsInterface *iface)
{
  /**
   * LumSettings::changed:
   *
   * A setting has another value.
   */
  signals[CHANGED] = g_signal_new ("changed", LUM_TYPE_SETTINGS, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static int
get_int (LumSettings *self, const char *key)
{
  g_return_val_if_fail (LUM_IS_SETTINGS (self), AUTOMATIC);

  return LUM_SETTINGS_GET_IFACE (self)->get_int (self, key);
}

static void
set_int (LumSettings *self, const char *key, int value)
{
  g_return_if_fail (LUM_IS_SETTINGS (self));

  LUM_SETTINGS_GET_IFACE (self)->set_int (self, key, value);
}

static char *
get_text (LumSettings *self, const char *key)
{
  g_return_val_if_fail (LUM_IS_SETTINGS (self), NULL);

  return LUM_SETTINGS_GET_IFACE (self)->get_text (self, key);
}

/* Words of a list, by commas; none where there is no text. */
static char **
get_list (LumSettings *self, const char *key)
{
  g_autofree char *text = get_text (self, key);

  return g_strsplit (text && *text ? text : "", text && *text ? "," : " ", -1);
}

static void
set_text (LumSettings *self, const char *key, const char *text)
{
  g_autofree char *before = get_text (self, key);

  if (g_strcmp0 (before ? before : "", text) != 0)
    LUM_SETTINGS_GET_IFACE (self)->set_text (self, key, text);
}

/**
 * lum_paper_from_locale:
 *
 * The paper of the locale's country.
 */
LumPaper
lum_paper_from_locale (void)
{
#ifdef _NL_PAPER_HEIGHT
  if ((int) (intptr_t) nl_langinfo (_NL_PAPER_HEIGHT) == 279)
    return LUM_PAPER_LETTER;
#endif
  return LUM_PAPER_A4;
}

/**
 * lum_week_start_from_locale:
 *
 * The first day of the week in the locale's country.
 *
 * Returns: 1 (Monday) to 7 (Sunday)
 */
int
lum_week_start_from_locale (void)
{
#ifdef _NL_TIME_FIRST_WEEKDAY
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  unsigned origin = (unsigned) (intptr_t) nl_langinfo (_NL_TIME_WEEK_1STDAY);
  int sunday_based = first && *first >= 1 && *first <= 7 ? *first : 2;

  /* The first weekday counts from the week's origin, which is a Sunday (19971130) or a Monday (19971201). */
  return origin == 19971201 ? (sunday_based - 1) % 7 + 1 : (sunday_based + 5) % 7 + 1;
#else
  return 1;
#endif
}

/**
 * lum_settings_get_units:
 *
 * Kilometres or miles: the person's choice, else the locale's.
 */
LumUnits
lum_settings_get_units (LumSettings *self)
{
  int value = get_int (self, "units");

  return value == AUTOMATIC ? lum_units_from_locale () : (LumUnits) value;
}

/**
 * lum_settings_get_week_start:
 *
 * Returns: 1 (Monday) to 7 (Sunday): the person's choice, else the locale's
 */
int
lum_settings_get_week_start (LumSettings *self)
{
  int value = get_int (self, "week-start");

  return value == AUTOMATIC ? lum_week_start_from_locale () : value;
}

/**
 * lum_settings_get_paper:
 *
 * The paper of the report: the person's choice, else the locale's.
 */
LumPaper
lum_settings_get_paper (LumSettings *self)
{
  int value = get_int (self, "paper");

  return value == AUTOMATIC ? lum_paper_from_locale () : (LumPaper) value;
}

void
lum_settings_set_units (LumSettings *self, LumUnits units)
{
  set_int (self, "units", (int) units);
}

void
lum_settings_set_week_start (LumSettings *self, int weekday)
{
  set_int (self, "week-start", weekday);
}

void
lum_settings_set_paper (LumSettings *self, LumPaper paper)
{
  set_int (self, "paper", (int) paper);
}

/**
 * lum_settings_get_more_details:
 *
 * Whether the further details of a day are unfolded.
 */
gboolean
lum_settings_get_more_details (LumSettings *self)
{
  return get_int (self, "more-details") == 1;
}

void
lum_settings_set_more_details (LumSettings *self, gboolean unfolded)
{
  if (lum_settings_get_more_details (self) != !!unfolded)
    set_int (self, "more-details", !!unfolded);
}

/**
 * lum_settings_get_used_details:
 *
 * The further details of a day that were used, the last one first.
 *
 * Returns: (transfer full): names, %NULL-terminated
 */
char **
lum_settings_get_used_details (LumSettings *self)
{
  return get_list (self, "used-details");
}

/**
 * lum_settings_add_used_detail:
 * @name: without a comma
 *
 * Remembers that a detail was used just now.
 */
void
lum_settings_add_used_detail (LumSettings *self, const char *name)
{
  g_auto (GStrv) used = lum_settings_get_used_details (self);
  g_autoptr (GString) text = g_string_new (name);

  if (g_strcmp0 (used[0], name) == 0)
    return;
  for (char **at = used; *at; at++)
    if (**at && g_strcmp0 (*at, name) != 0)
      g_string_append_printf (text, ",%s", *at);
  set_text (self, "used-details", text->str);
}

/**
 * lum_settings_get_report_period:
 *
 * The kind of period that the last doctor report was about; its words are the window's own.
 *
 * Returns: (transfer full): "" where none was chosen yet
 */
char *
lum_settings_get_report_period (LumSettings *self)
{
  char *text = get_text (self, "report-period");

  return text ? text : g_strdup ("");
}

void
lum_settings_set_report_period (LumSettings *self, const char *period)
{
  set_text (self, "report-period", period);
}

/**
 * lum_settings_get_report_grey:
 *
 * Whether the doctor report is drawn for paper without colour.
 */
gboolean
lum_settings_get_report_grey (LumSettings *self)
{
  return get_int (self, "report-grey") == 1;
}

void
lum_settings_set_report_grey (LumSettings *self, gboolean grey)
{
  if (lum_settings_get_report_grey (self) != !!grey)
    set_int (self, "report-grey", !!grey);
}

/**
 * lum_settings_get_report_sections:
 *
 * How the sections of the doctor report differ from the usual ones: "-story" was left out, "+weeks" added. So a part
 * that a later version brings is there as it is for everybody.
 *
 * Returns: (transfer full): changes, %NULL-terminated; ones that this version does not know may be among them
 */
char **
lum_settings_get_report_sections (LumSettings *self)
{
  return get_list (self, "report-sections");
}

/**
 * lum_settings_set_report_sections:
 * @changes: without commas, %NULL-terminated
 */
void
lum_settings_set_report_sections (LumSettings *self, const char *const *changes)
{
  g_autofree char *text = g_strjoinv (",", (char **) changes);

  set_text (self, "report-sections", text);
}

/**
 * lum_settings_get_watched_folder:
 *
 * The folder whose new files are offered.
 *
 * Returns: (transfer full): a URI, "" where none is watched
 */
char *
lum_settings_get_watched_folder (LumSettings *self)
{
  char *uri = get_text (self, WATCHED_FOLDER);

  return uri ? uri : g_strdup ("");
}

/**
 * lum_settings_set_watched_folder:
 * @uri: (nullable): %NULL to watch none
 *
 * Chooses or forgets the folder whose new files are offered.
 */
void
lum_settings_set_watched_folder (LumSettings *self, const char *uri)
{
  set_text (self, WATCHED_FOLDER, uri ? uri : "");
}

/* --- in memory --- */

#define LUM_TYPE_MEMORY_SETTINGS (lum_memory_settings_get_type ())
G_DECLARE_FINAL_TYPE (LumMemorySettings, lum_memory_settings, LUM, MEMORY_SETTINGS, GObject)

struct _LumMemorySettings {
  GObject parent_instance;
  GHashTable *values; /* key → value + 1000, so that none is NULL */
  GHashTable *texts;  /* key → text */
};

static void memory_settings_iface_init (LumSettingsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LumMemorySettings,
                               lum_memory_settings,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LUM_TYPE_SETTINGS, memory_settings_iface_init))

static int
lum_memory_settings_get_int (LumSettings *settings, const char *key)
{
  LumMemorySettings *self = LUM_MEMORY_SETTINGS (settings);
  gpointer value = g_hash_table_lookup (self->values, key);

  return value ? GPOINTER_TO_INT (value) - 1000 : AUTOMATIC;
}

static void
lum_memory_settings_set_int (LumSettings *settings, const char *key, int value)
{
  LumMemorySettings *self = LUM_MEMORY_SETTINGS (settings);

  g_hash_table_insert (self->values, g_strdup (key), GINT_TO_POINTER (value + 1000));
  g_signal_emit (settings, signals[CHANGED], g_quark_from_string (key), key);
}

static char *
lum_memory_settings_get_text (LumSettings *settings, const char *key)
{
  return g_strdup (g_hash_table_lookup (LUM_MEMORY_SETTINGS (settings)->texts, key));
}

static void
lum_memory_settings_set_text (LumSettings *settings, const char *key, const char *value)
{
  g_hash_table_insert (LUM_MEMORY_SETTINGS (settings)->texts, g_strdup (key), g_strdup (value));
  /* The other texts are what somebody did last: nothing on screen follows them. */
  if (g_str_equal (key, WATCHED_FOLDER))
    g_signal_emit (settings, signals[CHANGED], g_quark_from_string (key), key);
}

static void
memory_settings_iface_init (LumSettingsInterface *iface)
{
  iface->get_int = lum_memory_settings_get_int;
  iface->set_int = lum_memory_settings_set_int;
  iface->get_text = lum_memory_settings_get_text;
  iface->set_text = lum_memory_settings_set_text;
}

static void
lum_memory_settings_finalize (GObject *object)
{
  g_hash_table_unref (LUM_MEMORY_SETTINGS (object)->values);
  g_hash_table_unref (LUM_MEMORY_SETTINGS (object)->texts);
  G_OBJECT_CLASS (lum_memory_settings_parent_class)->finalize (object);
}

static void
lum_memory_settings_class_init (LumMemorySettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lum_memory_settings_finalize;
}

static void
lum_memory_settings_init (LumMemorySettings *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * lum_memory_settings_new:
 *
 * Settings that live as long as the object, all as the locale has them.
 */
LumSettings *
lum_memory_settings_new (void)
{
  return g_object_new (LUM_TYPE_MEMORY_SETTINGS, NULL);
}
