#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in the real window, as a screen reader and a keyboard do it; what came of it is read by lumbar-cli.

  test-main-job.py LUMBAR LUMBAR-CLI     under tests/with-display
"""
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback

import screen_reader as reader

YESTERDAY, TODAY = "2026-05-26", "2026-05-27"
LUMBAR, CLI = (os.path.abspath(path) for path in sys.argv[1:3])
GPX = """<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>
{points}
</trkseg></trk></gpx>
"""


def make_it_morning():
    """A zone in which it is ten in the morning now: the question is the morning's."""
    now = time.gmtime()
    west = now.tm_hour * 60 + now.tm_min - 10 * 60
    west -= 24 * 60 if west > 12 * 60 else 0
    os.environ["TZ"] = f"TEST{'-' if west < 0 else '+'}{abs(west) // 60}:{abs(west) % 60:02d}"


def write_runs(folder):
    """Two runs of some 5 km from noon on, which is on the same day in every zone above, and a file that breaks off."""
    os.makedirs(folder)
    for day in (21, 24):
        points = "\n".join(f'<trkpt lat="{52.5 + i * 0.000025:.6f}" lon="13.4"><time>2026-05-{day}T12:{i // 60:02d}:{i % 60:02d}Z</time></trkpt>'
                           for i in range(1800))
        with open(os.path.join(folder, f"run-{day}.gpx"), "w", encoding="utf-8") as file:
            file.write(GPX.format(points=points))
    with open(os.path.join(folder, "half.gpx"), "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?>\n<gpx version="1.1"><trk><trkseg><trkpt la')


class MainJob:
    def __init__(self, folder):
        self.folder = folder
        self.journal = os.path.join(folder, "journal", "journal.db")
        self.runs = os.path.join(folder, "runs")
        self.report = os.path.join(folder, "report.pdf")
        self.options = ["--journal", self.journal, "--today", TODAY]
        self.window = None
        self.app = None

    def cli(self, *arguments):
        return subprocess.run([CLI, *self.options, *arguments], check=True, text=True, capture_output=True).stdout

    def day(self, date):
        days = json.loads(self.cli("history", "--json"))["days"]
        return next((day for day in days if day["date"] == date), {})

    def scores(self):
        return [entry["score"] for entry in self.day(TODAY).get("pain", [])]

    def n_runs(self):
        return sum(len(day.get("runs", [])) for day in json.loads(self.cli("history", "--json"))["days"])

    # Each step leaves the window as the next one finds it.

    def it_opens_on_the_question(self):
        with open(os.path.join(self.folder, "lumbar.log"), "w", encoding="utf-8") as log:
            self.window = subprocess.Popen([LUMBAR, *self.options], stdout=log, stderr=log)
        self.app = reader.application("lumbar")
        reader.find(self.app, "How is your lower back this morning\\?")
        reader.find(self.app, "10, the worst pain imaginable")

    def a_digit_saves_a_score(self):
        # The row has the focus: nothing is clicked before.
        time.sleep(1)
        reader.keys("5")
        reader.find(self.app, "5, saved for today")
        reader.until("the digit in the journal", lambda: self.scores() == [5])

    def a_button_changes_it(self):
        reader.press(self.app, "4")
        reader.find(self.app, "4, saved for today")
        reader.until("the other score in the journal", lambda: self.scores() == [4])

    def a_run_is_a_distance_and_a_time(self):
        label = reader.find(self.app, "Log a Run")
        expander = label
        while expander and expander.get_n_actions() == 0 or expander.get_role_name() == "label":
            expander = expander.get_parent()
        expander.do_action(0)
        reader.find(self.app, "Distance \\(km\\)")
        reader.fill(self.app, "Distance \\(km\\)", "8.2")
        reader.fill(self.app, r"Duration \(like 45:10\)", "45:10")
        reader.press(self.app, "Save Run")
        reader.until("the run in the journal", lambda: self.day(TODAY).get("runs"))
        run = self.day(TODAY)["runs"][0]
        assert abs(run["distance_m"] - 8200) < 1 and abs(run["duration_s"] - 2710) < 1, run

    def a_folder_comes_into_the_running_window(self):
        write_runs(self.runs)
        subprocess.run([LUMBAR, *self.options, self.runs], check=True, timeout=30)
        assert self.window.poll() is None, "the second start ended the first"
        reader.find(self.app, ".*half\\.gpx.*", title="Import")
        reader.press(self.app, "Import.*", "button", title="Import")
        reader.until("the runs in the journal", lambda: self.n_runs() == 3)
        assert self.day("2026-05-21")["runs"][0]["distance_m"] > 4000
        reader.until("the dialog to go", lambda: self.leave_dialogs())

    def leave_dialogs(self):
        """Closes what stands over the window, so that keys reach it."""
        self.app.clear_cache()
        if self.app.get_child_count() > 1:
            reader.keys("Escape")
            return False
        return True

    def undo_takes_the_whole_import_back(self):
        reader.press(self.app, "Undo", "button")
        reader.until("the import to be taken back", lambda: self.n_runs() == 1)
        reader.window_action(self.app, ".*Lumbar", "win.redo")
        reader.until("the import to be there again", lambda: self.n_runs() == 3)

    def the_terminal_shows_in_the_window(self):
        reader.find(self.app, "Yesterday, on average: Log")
        self.cli("pain", "5", "--date", YESTERDAY)
        reader.find(self.app, "Yesterday, on average: Change")

    def the_report_is_saved(self):
        reader.press(self.app, "Doctor Report", "button")
        reader.press(self.app, "Save.*", "button", title="Doctor Report.*")
        # The file dialog is GTK's own: its buttons offer no action, its entry takes keys.
        reader.until("the file dialog", lambda: reader.look(self.app, "Save the Report"))
        time.sleep(1)
        reader.keys("ctrl+a")
        reader.write(self.report)
        reader.keys("Return")
        reader.until("the report", lambda: os.path.exists(self.report) and os.path.getsize(self.report) > 1000)
        text = subprocess.run(["pdftotext", "-layout", self.report, "-"], check=True, text=True, capture_output=True).stdout
        assert "no substitute for talking with a doctor" in " ".join(text.split()), text
        reader.until("the dialogs to go", lambda: self.leave_dialogs())

    def everything_says_what_it_is(self):
        problems = list(reader.nameless(self.app))
        assert not problems, "\n".join(sorted(set(problems)))

    def the_terminal_reads_all_of_it_back(self):
        status = json.loads(self.cli("status", "--json"))
        assert status["date"] == TODAY and status["last_pain"] == TODAY and status["bouts"], status
        assert self.scores() == [4] and [entry["score"] for entry in self.day(YESTERDAY)["pain"]] == [5]
        assert self.n_runs() == 3
        self.cli("check")

    def it_closes_in_peace(self):
        self.window.terminate()
        self.window.wait(10)
        with open(os.path.join(self.folder, "lumbar.log"), encoding="utf-8") as log:
            said = [line for line in log if "CRITICAL" in line or "WARNING" in line]
        assert not said, "".join(said)


STEPS = [
    MainJob.it_opens_on_the_question, MainJob.a_digit_saves_a_score, MainJob.a_button_changes_it,
    MainJob.a_run_is_a_distance_and_a_time, MainJob.a_folder_comes_into_the_running_window,
    MainJob.undo_takes_the_whole_import_back, MainJob.the_terminal_shows_in_the_window, MainJob.the_report_is_saved,
    MainJob.everything_says_what_it_is, MainJob.the_terminal_reads_all_of_it_back, MainJob.it_closes_in_peace,
]


def main():
    make_it_morning()
    print(f"1..{len(STEPS)}")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        job = MainJob(folder)
        os.makedirs(os.path.dirname(job.journal), mode=0o700)
        for number, step in enumerate(STEPS, 1):
            name = step.__name__.replace("_", " ")
            try:
                step(job)
                print(f"ok {number} - {name}", flush=True)
            except Exception:  # whatever it is, the next steps still say what they can
                failed = True
                print(f"not ok {number} - {name}")
                print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()))
                if job.app:
                    try:
                        print("".join("# " + line + "\n" for line in reader.outline(job.app).splitlines()), flush=True)
                    except Exception as error:
                        print(f"# nothing can be seen: {error}", flush=True)
        if job.window and job.window.poll() is None:
            job.window.kill()
    return 1 if failed else 0


sys.exit(main())
