/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-gsettings-settings.h"

#include "lum-config.h"

struct _LumGSettingsSettings {
  GObject parent_instance;

  GSettings *settings;
};

static void settings_iface_init (LumSettingsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LumGSettingsSettings,
                               lum_gsettings_settings,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LUM_TYPE_SETTINGS, settings_iface_init))

static void
changed_cb (LumGSettingsSettings *self, const char *key)
{
  g_signal_emit_by_name (self, "changed", key);
}

static int
lum_gsettings_settings_get_int (LumSettings *settings, const char *key)
{
  return g_settings_get_int (LUM_GSETTINGS_SETTINGS (settings)->settings, key);
}

static void
lum_gsettings_settings_set_int (LumSettings *settings, const char *key, int value)
{
  g_settings_set_int (LUM_GSETTINGS_SETTINGS (settings)->settings, key, value);
}

static char *
lum_gsettings_settings_get_text (LumSettings *settings, const char *key)
{
  return g_settings_get_string (LUM_GSETTINGS_SETTINGS (settings)->settings, key);
}

static void
lum_gsettings_settings_set_text (LumSettings *settings, const char *key, const char *value)
{
  g_settings_set_string (LUM_GSETTINGS_SETTINGS (settings)->settings, key, value);
}

static void
settings_iface_init (LumSettingsInterface *iface)
{
  iface->get_text = lum_gsettings_settings_get_text;
  iface->set_text = lum_gsettings_settings_set_text;
  iface->get_int = lum_gsettings_settings_get_int;
  iface->set_int = lum_gsettings_settings_set_int;
}

static void
lum_gsettings_settings_dispose (GObject *object)
{
  g_clear_object (&LUM_GSETTINGS_SETTINGS (object)->settings);

  G_OBJECT_CLASS (lum_gsettings_settings_parent_class)->dispose (object);
}

static void
lum_gsettings_settings_class_init (LumGSettingsSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lum_gsettings_settings_dispose;
}

static void
lum_gsettings_settings_init (LumGSettingsSettings *self)
{
}

/**
 * lum_gsettings_open:
 *
 * The program's settings. A program that runs without being installed may have no schema; GSettings would end the
 * process then, so it is asked first.
 *
 * Returns: (transfer full) (nullable): %NULL where the schema is not installed
 */
GSettings *
lum_gsettings_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source ? g_settings_schema_source_lookup (source, LUM_APP_ID, TRUE) : NULL;

  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * lum_gsettings_settings_new:
 * @settings: (nullable): lum_gsettings_open()
 *
 * The settings of this computer; as the locale has them and forgotten at the end, where @settings is %NULL.
 */
LumSettings *
lum_gsettings_settings_new (GSettings *settings)
{
  if (!settings)
    return lum_memory_settings_new ();

  LumGSettingsSettings *self = g_object_new (LUM_TYPE_GSETTINGS_SETTINGS, NULL);
  static const char *const keys[] = {"units", "week-start", "paper", "watched-folder"};

  self->settings = g_object_ref (settings);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

    g_signal_connect_object (settings, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  }
  return LUM_SETTINGS (self);
}
