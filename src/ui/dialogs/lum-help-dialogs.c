/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lum-help-dialogs.h"

#include "lum-compat-windows.h"
#include "lum-i18n.h"
#include "lum-topics.h"

static const LumShortcut general[] = {
    {"<Control>z", NC_ ("shortcut", "Undo")},
    {"<Control><Shift>z", NC_ ("shortcut", "Redo")},
    {"<Control>o", NC_ ("shortcut", "Import runs")},
    {"<Control>p", NC_ ("shortcut", "Doctor report")},
    {"<Control>comma", NC_ ("shortcut", "Preferences")},
    {"<Control>question", NC_ ("shortcut", "Keyboard shortcuts")},
    {"F1", NC_ ("shortcut", "Help")},
    {"F10", NC_ ("shortcut", "Main menu")},
    {"<Control>w", NC_ ("shortcut", "Close the window")},
    {"<Control>q", NC_ ("shortcut", "Quit")},
};

static const LumShortcut pages[] = {
    {"<Control>1", NC_ ("shortcut", "Today")},
    {"<Control>2", NC_ ("shortcut", "Journal")},
    {"<Control>3", NC_ ("shortcut", "Trends")},
    {"<Control>4", NC_ ("shortcut", "Guide")},
};

static const LumShortcut today[] = {
    {"0...9", NC_ ("shortcut", "Save a score; 1 then 0 is ten")},
    {"Left Right", NC_ ("shortcut", "Go from score to score, from day to day")},
};

static const LumShortcut journal[] = {
    {"Return", NC_ ("shortcut", "Change the entry that has focus")},
    {"Delete", NC_ ("shortcut", "Delete the entry that has focus")},
};

static const LumShortcut chart[] = {
    {"Left Right", NC_ ("shortcut", "Move the crosshair by a day")},
    {"<Shift>Left <Shift>Right", NC_ ("shortcut", "Move it by a week")},
    {"Up Down", NC_ ("shortcut", "In the year, the day above or below")},
    {"plus minus", NC_ ("shortcut", "See fewer or more days")},
    {"Page_Up Page_Down", NC_ ("shortcut", "Earlier or later days")},
    {"Home End", NC_ ("shortcut", "First or last day")},
    {"Return", NC_ ("shortcut", "Open the day in the Journal")},
};

static const LumShortcut report[] = {
    {"<Control>s", NC_ ("shortcut", "Save as PDF")},
    {"<Control>p", NC_ ("shortcut", "Print")},
    {"<Control>Page_Up <Control>Page_Down", NC_ ("shortcut", "Turn the page")},
};

static const LumShortcutGroup groups[] = {
    {NC_ ("shortcut", "General"), general, G_N_ELEMENTS (general)},
    {NC_ ("shortcut", "Pages"), pages, G_N_ELEMENTS (pages)},
    {NC_ ("shortcut", "Today"), today, G_N_ELEMENTS (today)},
    {NC_ ("shortcut", "Journal"), journal, G_N_ELEMENTS (journal)},
    {NC_ ("shortcut", "Chart and Year in Trends"), chart, G_N_ELEMENTS (chart)},
    {NC_ ("shortcut", "Doctor Report"), report, G_N_ELEMENTS (report)},
};

/**
 * lum_shortcuts_present:
 *
 * The keyboard shortcuts (win.show-help-overlay).
 */
void
lum_shortcuts_present (GtkWindow *parent)
{
  gtk_window_present (lum_compat_shortcuts_new (parent, groups, G_N_ELEMENTS (groups)));
}

/**
 * lum_about_present:
 *
 * About Lumbar.
 */
void
lum_about_present (GtkWindow *parent)
{
  g_autofree char *disclaimer = lum_disclaimer_to_string ();
  g_autofree char *source = g_strconcat (_ (lum_facts_get_provenance ()->text), "\n\n", disclaimer, NULL);
  g_autofree char *escaped = g_markup_escape_text (source, -1);
  LumAbout about = {
      .icon = LUM_APP_ID,
      .version = LUM_VERSION,
      .comments =
          _ ("A diary for runners whose lower back hurts, with general published information beside it. All of it "
             "stays on this computer. It is no medical device."),
      .source_title = _ ("The Guidance and Its Source"),
      .source_text = escaped,
  };

  gtk_window_present (lum_compat_about_new (parent, &about));
}
