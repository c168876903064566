-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1 of a journal. Immutable: what comes later is a file of its own.
--
-- Every table begins with the same five columns. `id` is a UUID; `created_at`, `updated_at` and `deleted_at` are
-- milliseconds since 1970-01-01 UTC; `utc_offset` is seconds east of UTC where the row was created (EP-2). Rows are never
-- removed: `deleted_at` marks a tombstone, so that undo revives the same identity and references keep their targets.
-- Days are civil dates ('2026-05-27'), words are the English words of core/lum-records.c, blanks are NULL, never 0.
--
-- There is no index but that of the identities: a journal is read as a whole, once, and kept as a LumDiary.

CREATE TABLE shoes (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "name" TEXT,
  "start_distance_m" REAL CHECK ("start_distance_m" >= 0),
  "note_m" REAL CHECK ("note_m" >= 0),
  "strong_m" REAL CHECK ("strong_m" >= 0),
  "bought" TEXT CHECK ("bought" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "retired" TEXT CHECK ("retired" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "is_default" INTEGER NOT NULL DEFAULT 0 CHECK ("is_default" IN (0, 1)),
  "note" TEXT
) STRICT;

CREATE TABLE import_batches (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "source" TEXT,
  "n_new" INTEGER CHECK ("n_new" BETWEEN 0 AND 2147483647),
  "n_known" INTEGER CHECK ("n_known" BETWEEN 0 AND 2147483647),
  "n_refused" INTEGER CHECK ("n_refused" BETWEEN 0 AND 2147483647)
) STRICT;

CREATE TABLE runs (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "start" INTEGER,
  "start_offset" INTEGER CHECK ("start_offset" BETWEEN -64800 AND 64800),
  "offset_source" TEXT CHECK ("offset_source" IN ('file', 'system', 'user')),
  "distance_m" REAL CHECK ("distance_m" >= 0),
  "elapsed_s" REAL CHECK ("elapsed_s" >= 0),
  "timer_s" REAL CHECK ("timer_s" >= 0),
  "moving_s" REAL CHECK ("moving_s" >= 0),
  "effort" INTEGER CHECK ("effort" BETWEEN 0 AND 10),
  "avg_hr" INTEGER CHECK ("avg_hr" BETWEEN 25 AND 250),
  "max_hr" INTEGER CHECK ("max_hr" BETWEEN 25 AND 250),
  "ascent_m" REAL CHECK ("ascent_m" >= 0),
  "descent_m" REAL CHECK ("descent_m" >= 0),
  "ascent_computed" INTEGER NOT NULL DEFAULT 0 CHECK ("ascent_computed" IN (0, 1)),
  "calories" INTEGER CHECK ("calories" BETWEEN 0 AND 100000),
  "surface" TEXT CHECK ("surface" IN ('road', 'trail', 'track', 'treadmill', 'grass', 'sand')),
  "race" INTEGER NOT NULL DEFAULT 0 CHECK ("race" IN (0, 1)),
  "pain_before" INTEGER CHECK ("pain_before" BETWEEN 0 AND 10),
  "shoe_id" TEXT REFERENCES shoes (id) DEFERRABLE INITIALLY DEFERRED,
  "sport" TEXT,
  "sub_sport" TEXT,
  "title" TEXT,
  "note" TEXT,
  "source_app" TEXT,
  "source_id" TEXT,
  "source_file" TEXT,
  "sha256" TEXT,
  "batch_id" TEXT REFERENCES import_batches (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE pain (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "score" INTEGER NOT NULL CHECK ("score" BETWEEN 0 AND 10),
  "moment" TEXT NOT NULL CHECK ("moment" IN ('average', 'waking', 'during-run', 'after-run', 'worst')),
  "started" TEXT CHECK ("started" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "how" TEXT CHECK ("how" IN ('during-run', 'after-run', 'lifting', 'fall', 'gradually')),
  "entered" TEXT CHECK ("entered" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "run_id" TEXT REFERENCES runs (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE day_details (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "where_left" INTEGER NOT NULL DEFAULT 0 CHECK ("where_left" IN (0, 1)),
  "where_middle" INTEGER NOT NULL DEFAULT 0 CHECK ("where_middle" IN (0, 1)),
  "where_right" INTEGER NOT NULL DEFAULT 0 CHECK ("where_right" IN (0, 1)),
  "spread_buttock" INTEGER NOT NULL DEFAULT 0 CHECK ("spread_buttock" IN (0, 1)),
  "spread_thigh" INTEGER NOT NULL DEFAULT 0 CHECK ("spread_thigh" IN (0, 1)),
  "spread_below_knee" INTEGER NOT NULL DEFAULT 0 CHECK ("spread_below_knee" IN (0, 1)),
  "leg_numb" INTEGER NOT NULL DEFAULT 0 CHECK ("leg_numb" IN (0, 1)),
  "nights_woken" INTEGER CHECK ("nights_woken" BETWEEN 0 AND 50),
  "stiffness_min" INTEGER CHECK ("stiffness_min" BETWEEN 0 AND 1440),
  "interference" INTEGER CHECK ("interference" BETWEEN 0 AND 10),
  "stops_activities" INTEGER NOT NULL DEFAULT 0 CHECK ("stops_activities" IN (0, 1)),
  "sitting_h" REAL CHECK ("sitting_h" >= 0),
  "heavy_lifting" INTEGER NOT NULL DEFAULT 0 CHECK ("heavy_lifting" IN (0, 1)),
  "worse_with" TEXT,
  "better_with" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE gaps (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "first" TEXT NOT NULL CHECK ("first" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "last" TEXT NOT NULL CHECK ("last" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "answer" TEXT NOT NULL CHECK ("answer" IN ('hurt', 'on-and-off', 'fine', 'unsure')),
  "seq" INTEGER CHECK ("seq" BETWEEN 0 AND 2147483647)
) STRICT;

CREATE TABLE flares (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "yes" INTEGER NOT NULL DEFAULT 0 CHECK ("yes" IN (0, 1))
) STRICT;

CREATE TABLE safety_answers (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "question" TEXT NOT NULL,
  "answer" TEXT NOT NULL CHECK ("answer" IN ('no', 'yes', 'not-sure', 'old-checked')),
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "since" TEXT CHECK ("since" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "checked_on" TEXT CHECK ("checked_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "mistake_on" TEXT CHECK ("mistake_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE background (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "fact" TEXT NOT NULL,
  "value" TEXT,
  "day" TEXT CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "since" TEXT CHECK ("since" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE visits (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "who" TEXT,
  "agreed" TEXT,
  "plan" TEXT CHECK ("plan" IN ('none', 'run-as-agreed', 'pause')),
  "pause_until" TEXT CHECK ("pause_until" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "next" TEXT CHECK ("next" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE activities (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "name" TEXT NOT NULL,
  "position" INTEGER CHECK ("position" BETWEEN 1 AND 9),
  "since" TEXT CHECK ("since" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE activity_ratings (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "activity_id" TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "score" INTEGER CHECK ("score" BETWEEN 0 AND 10)
) STRICT;

CREATE TABLE treatments (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "kind" TEXT CHECK ("kind" IN ('medicine', 'other')),
  "name" TEXT,
  "first" TEXT NOT NULL CHECK ("first" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "last" TEXT CHECK ("last" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "helped" INTEGER CHECK ("helped" BETWEEN 0 AND 2),
  "note" TEXT
) STRICT;

CREATE TABLE exercises (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "exercise" TEXT NOT NULL,
  "day" TEXT NOT NULL CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "sets" INTEGER CHECK ("sets" BETWEEN 0 AND 100),
  "hold_s" INTEGER CHECK ("hold_s" BETWEEN 0 AND 86400),
  "duration_s" INTEGER CHECK ("duration_s" BETWEEN 0 AND 86400)
) STRICT;

CREATE TABLE cards (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "rule" TEXT NOT NULL,
  "variant" TEXT,
  "first" TEXT CHECK ("first" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "last" TEXT CHECK ("last" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "day" TEXT CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "event" TEXT NOT NULL CHECK ("event" IN ('shown', 'later', 'dismissed', 'settled')),
  "until" TEXT CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE preferences (
  "id" TEXT NOT NULL PRIMARY KEY,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "utc_offset" INTEGER NOT NULL,
  "deleted_at" INTEGER,
  "key" TEXT NOT NULL,
  "value" TEXT
) STRICT;

-- Every change of a row, in order. `grp` is the first `seq` of its transaction, so a group's rows lie side by side.
-- `origin` is the session that made it; `before` and `after` are the whole row as JSON ("before" is NULL for a new row);
-- `reverts` names the group that this one takes back.
CREATE TABLE change_log (
  "seq" INTEGER PRIMARY KEY,
  "grp" INTEGER NOT NULL,
  "origin" TEXT NOT NULL,
  "tbl" TEXT NOT NULL,
  "row_id" TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  "reverts" INTEGER
) STRICT;
