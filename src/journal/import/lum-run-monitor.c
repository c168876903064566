/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-run-monitor.h"

#define AGAIN_S (15 * 60) /* no events come through Flatpak's portal: the folder is looked at now and then */
#define FOCUS_US (10 * G_USEC_PER_SEC) /* and when the window is turned to, but not at every turn */
#define SETTLE_S 1                     /* a program that saves files often saves several */

struct _LumRunMonitor {
  GObject parent_instance;

  LumJournal *journal;
  LumUnits units;
  char *cache;
  GVolumeMonitor *volumes; /* NULL until somebody wants devices */
  GPtrArray *places;       /* Place, devices in the order in which they came */
  GFileMonitor *events;    /* (nullable) of the folder */
  guint timer, settle;
  gint64 looked_at;
};

G_DEFINE_FINAL_TYPE (LumRunMonitor, lum_run_monitor, G_TYPE_OBJECT)

enum { PROP_0, PROP_N_NEW, N_PROPS };

static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

typedef struct {
  LumRunMonitor *monitor;
  LumRunOffer *offer;
  GMount *mount; /* NULL: the watched folder */
  guint aside;   /* the new runs that somebody said *Not Now* to, 0 if none */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_signal_handlers_disconnect_by_data (place->offer, place->monitor);
  lum_run_offer_stop (place->offer);
  g_object_unref (place->offer);
  g_clear_object (&place->mount);
  g_free (place);
}

static void
tell (LumRunMonitor *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NEW]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
offer_changed_cb (LumRunMonitor *self, LumRunOffer *offer)
{
  for (guint i = 0; i < self->places->len; i++) {
    Place *place = self->places->pdata[i];

    if (place->offer == offer && !place->mount)
      place->aside = MIN (place->aside, lum_run_offer_get_n_new (offer));
  }
  tell (self);
}

static void
add_place (LumRunMonitor *self, LumRunSourceKind kind, GFile *root, const char *name, GMount *mount)
{
  g_autoptr (LumRunSource) source = lum_run_source_new (kind, root, name, self->cache);
  Place *place = g_new0 (Place, 1);

  place->monitor = self;
  place->offer = lum_run_offer_new (source, self->journal, self->units);
  place->mount = mount ? g_object_ref (mount) : NULL;
  g_ptr_array_add (self->places, place);
  g_signal_connect_object (place->offer, "changed", G_CALLBACK (offer_changed_cb), self, G_CONNECT_SWAPPED);
  lum_run_offer_look (place->offer);
}

static Place *
find_folder (LumRunMonitor *self)
{
  for (guint i = 0; i < self->places->len; i++)
    if (!((Place *) self->places->pdata[i])->mount)
      return self->places->pdata[i];
  return NULL;
}

static void
look_at_folder (LumRunMonitor *self)
{
  Place *folder = find_folder (self);

  self->looked_at = g_get_monotonic_time ();
  if (folder)
    lum_run_offer_look (folder->offer);
}

/* --- devices --- */

/* A watch is a drive or speaks MTP; what lies on a network is no watch, and may take minutes to answer. */
static gboolean
may_be_watch (GMount *mount, GFile *root)
{
  return !g_mount_is_shadowed (mount) && (g_file_has_uri_scheme (root, "file") || g_file_has_uri_scheme (root, "mtp"));
}

static void
mount_added_cb (LumRunMonitor *self, GMount *mount)
{
  g_autoptr (GFile) root = g_mount_get_root (mount);
  g_autofree char *name = g_mount_get_name (mount);

  for (guint i = 0; i < self->places->len; i++)
    if (((Place *) self->places->pdata[i])->mount == mount)
      return;
  if (root && may_be_watch (mount, root))
    add_place (self, LUM_RUN_SOURCE_DEVICE, root, name, mount);
}

static void
mount_removed_cb (LumRunMonitor *self, GMount *mount)
{
  for (guint i = 0; i < self->places->len; i++)
    if (((Place *) self->places->pdata[i])->mount == mount) {
      g_ptr_array_remove_index (self->places, i);
      tell (self);
      return;
    }
}

/* --- the folder --- */

static gboolean
settled_cb (gpointer user_data)
{
  LumRunMonitor *self = user_data;

  self->settle = 0;
  look_at_folder (self);
  return G_SOURCE_REMOVE;
}

static void
folder_event_cb (LumRunMonitor *self)
{
  if (!self->settle)
    self->settle = g_timeout_add_seconds (SETTLE_S, settled_cb, self);
}

static gboolean
again_cb (gpointer user_data)
{
  look_at_folder (user_data);
  return G_SOURCE_CONTINUE;
}

static void
forget_folder (LumRunMonitor *self)
{
  Place *folder = find_folder (self);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  if (self->events)
    g_file_monitor_cancel (self->events);
  g_clear_object (&self->events);
  if (folder)
    g_ptr_array_remove (self->places, folder);
}

static void
lum_run_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LumRunOffer *offer = lum_run_monitor_get_offer (LUM_RUN_MONITOR (object));

  switch (id) {
  case PROP_N_NEW:
    g_value_set_uint (value, offer ? lum_run_offer_get_n_new (offer) : 0);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
lum_run_monitor_dispose (GObject *object)
{
  LumRunMonitor *self = LUM_RUN_MONITOR (object);

  lum_run_monitor_stop (self);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (lum_run_monitor_parent_class)->dispose (object);
}

static void
lum_run_monitor_finalize (GObject *object)
{
  LumRunMonitor *self = LUM_RUN_MONITOR (object);

  g_ptr_array_unref (self->places);
  g_free (self->cache);
  G_OBJECT_CLASS (lum_run_monitor_parent_class)->finalize (object);
}

static void
lum_run_monitor_class_init (LumRunMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lum_run_monitor_get_property;
  object_class->dispose = lum_run_monitor_dispose;
  object_class->finalize = lum_run_monitor_finalize;
  properties[PROP_N_NEW] =
      g_param_spec_uint ("n-new", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LumRunMonitor::changed:
   *
   * lum_run_monitor_get_offer() is another, or says something else.
   */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lum_run_monitor_init (LumRunMonitor *self)
{
  self->places = g_ptr_array_new_with_free_func (place_free);
}

/* What was seen for one journal is still new to another, as a partner's. */
static char *
make_cache_path (LumJournal *journal)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, lum_journal_get_path (journal), -1);
  g_autofree char *name = g_strdup_printf ("seen-%.16s", hash);

  return g_build_filename (g_get_user_cache_dir (), "lumbar", name, NULL);
}

/**
 * lum_run_monitor_new:
 * @journal: an open journal
 * @cache: (nullable): the path of the file that notes what was seen; in the person's cache folder where %NULL
 *
 * Watches for new runs, but nothing until it is told what.
 */
LumRunMonitor *
lum_run_monitor_new (LumJournal *journal, LumUnits units, const char *cache)
{
  LumRunMonitor *self;

  g_return_val_if_fail (LUM_IS_JOURNAL (journal), NULL);

  self = g_object_new (LUM_TYPE_RUN_MONITOR, NULL);
  self->journal = g_object_ref (journal);
  self->units = units;
  self->cache = cache ? g_strdup (cache) : make_cache_path (journal);
  return self;
}

/**
 * lum_run_monitor_watch_devices:
 *
 * Looks at watches and cards that are plugged in, now and later.
 */
void
lum_run_monitor_watch_devices (LumRunMonitor *self)
{
  GList *mounts;

  g_return_if_fail (LUM_IS_RUN_MONITOR (self));

  if (self->volumes || !self->journal)
    return;
  self->volumes = g_volume_monitor_get ();
  g_signal_connect_object (self->volumes, "mount-added", G_CALLBACK (mount_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->volumes, "mount-removed", G_CALLBACK (mount_removed_cb), self, G_CONNECT_SWAPPED);
  mounts = g_volume_monitor_get_mounts (self->volumes);
  for (GList *l = mounts; l; l = l->next)
    mount_added_cb (self, l->data);
  g_list_free_full (mounts, g_object_unref);
}

/**
 * lum_run_monitor_set_folder:
 * @uri: (nullable): of the watched folder; %NULL or "" for none
 *
 * Looks at a folder: now, when something changes in it, when lum_run_monitor_look() is called, and every 15 minutes.
 */
void
lum_run_monitor_set_folder (LumRunMonitor *self, const char *uri)
{
  g_autoptr (GFile) root = NULL;
  Place *before;

  g_return_if_fail (LUM_IS_RUN_MONITOR (self));

  root = uri && *uri ? g_file_new_for_uri (uri) : NULL;
  before = find_folder (self);
  if (!self->journal || (!root && !before) ||
      (root && before && g_file_equal (root, lum_run_source_get_root (lum_run_offer_get_source (before->offer)))))
    return;
  forget_folder (self);
  if (root) {
    self->timer = g_timeout_add_seconds (AGAIN_S, again_cb, self);
    self->events = g_file_monitor_directory (root, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
    if (self->events)
      g_signal_connect_object (self->events, "changed", G_CALLBACK (folder_event_cb), self, G_CONNECT_SWAPPED);
    self->looked_at = g_get_monotonic_time ();
    add_place (self, LUM_RUN_SOURCE_FOLDER, root, NULL, NULL);
  }
  tell (self);
}

/**
 * lum_run_monitor_look:
 *
 * Looks at the folder again; for when the window is turned to. Does nothing if that was a few seconds ago.
 */
void
lum_run_monitor_look (LumRunMonitor *self)
{
  g_return_if_fail (LUM_IS_RUN_MONITOR (self));

  if (g_get_monotonic_time () - self->looked_at >= FOCUS_US)
    look_at_folder (self);
}

/**
 * lum_run_monitor_stop:
 *
 * Looks at nothing any more; for when the journal is closed.
 */
void
lum_run_monitor_stop (LumRunMonitor *self)
{
  g_return_if_fail (LUM_IS_RUN_MONITOR (self));

  forget_folder (self);
  if (self->volumes)
    g_signal_handlers_disconnect_by_data (self->volumes, self);
  g_clear_object (&self->volumes);
  g_ptr_array_set_size (self->places, 0);
}

/**
 * lum_run_monitor_get_offer:
 *
 * The offer to make: of the first device with new runs, else of the folder; none that was set aside.
 *
 * Returns: (transfer none) (nullable)
 */
LumRunOffer *
lum_run_monitor_get_offer (LumRunMonitor *self)
{
  const Place *found = NULL;

  g_return_val_if_fail (LUM_IS_RUN_MONITOR (self), NULL);

  for (guint i = 0; i < self->places->len; i++) {
    const Place *place = self->places->pdata[i];

    if (lum_run_offer_get_n_new (place->offer) > place->aside && (!found || !found->mount))
      found = place;
  }
  return found ? found->offer : NULL;
}

/**
 * lum_run_monitor_get_folder_offer:
 *
 * Returns: (transfer none) (nullable): what the watched folder has, also if that is nothing; %NULL where none is watched
 */
LumRunOffer *
lum_run_monitor_get_folder_offer (LumRunMonitor *self)
{
  const Place *folder;

  g_return_val_if_fail (LUM_IS_RUN_MONITOR (self), NULL);

  folder = find_folder (self);
  return folder ? folder->offer : NULL;
}

/**
 * lum_run_monitor_set_aside:
 *
 * *Not Now*: a device is quiet until it is plugged in again, a folder until there are more new runs in it.
 */
void
lum_run_monitor_set_aside (LumRunMonitor *self, LumRunOffer *offer)
{
  g_return_if_fail (LUM_IS_RUN_MONITOR (self));

  for (guint i = 0; i < self->places->len; i++) {
    Place *place = self->places->pdata[i];

    if (place->offer == offer)
      place->aside = place->mount ? G_MAXUINT : lum_run_offer_get_n_new (offer);
  }
  tell (self);
}
