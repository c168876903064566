/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-i18n.h"
#include "lum-importer.h"
#include "lum-json-file.h"

/* JSON files that lie beside the runs of other programs and hold none: whoever drops a whole archive should hear what
 * they are. Keys that are found only in them tell them. */

static const struct {
  const char *keys[4];
  const char *reason;
} files[] = {
    {{"lumbar-journal"}, N_ ("An export of a Lumbar journal; it is restored, not imported.")},
    {{"Data Source", "Data Points"},
     N_ ("Single measurements of Google Fit; its runs are in the folder “All Sessions”.")},
    {{"dateTime", "value"}, N_ ("Values that Fitbit recorded all day; its runs are in the files named “exercise”.")},
    {{"logId", "dateOfSleep"}, N_ ("Sleep that Fitbit recorded; its runs are in the files named “exercise”.")},
    {{"resource_state", "moving_time"},
     N_ ("Activities from Strava’s web service; the archive that Strava sends on request holds them completely.")},
    {{"resource_state"}, N_ ("Data from Strava’s web service; there is no run in it.")},
    {{"calendarDate", "userProfilePK"}, N_ ("Values that Garmin recorded day by day; there is no run in it.")},
    {{"calendarDate", "sleepStartTimestampGMT"}, N_ ("Sleep that Garmin recorded; there is no run in it.")},
    {{"gearDTOS"}, N_ ("Garmin’s list of shoes and other gear; there is no run in it.")},
    {{"exportVersion", "deviceDays"}, N_ ("Heart rates that Polar recorded all day; there is no run in it.")},
    {{"exportVersion", "summary", "stepCount"}, N_ ("Steps that Polar counted all day; there is no run in it.")},
    {{"exportVersion", "physicalInformations"}, N_ ("Polar’s data about a person; there is no run in it.")},
};

static const char *
find_reason (const LumImportSource *source)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (lum_json_sniff (source, files[i].keys))
      return files[i].reason;
  return NULL;
}

static gboolean
sniff (const LumImportSource *source)
{
  return find_reason (source) != NULL;
}

static gboolean
parse (const LumImportSource *source, LumImportBatch *batch, GCancellable *cancellable, GError **error)
{
  const char *reason = find_reason (source);

  lum_recording_refuse (source, "json", batch, "%s", reason ? _ (reason) : _ ("There is no activity in the file."));
  return TRUE;
}

const LumImporter lum_other_json_importer = {.format = "json", .sniff = sniff, .parse = parse};
