#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to the translators: all texts are collected, none makes xgettext complain, the pseudo-locales hold them all."""
import gettext
import os
import re
import subprocess
import tempfile

from tap import ROOT, case, complaints, done, read

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]


def main():
    wanted = subprocess.run([os.path.join(ROOT, "po/list-files")], text=True, capture_output=True, check=True).stdout
    have = read("po/POTFILES.in")
    missing = sorted(set(wanted.splitlines()) - set(have.splitlines()))
    extra = sorted(set(have.splitlines()) - set(wanted.splitlines()))
    case("POTFILES.in lists exactly the files with texts (po/list-files >po/POTFILES.in mends it)",
         [f"missing: {name}" for name in missing] + [f"holds no text: {name}" for name in extra])

    languages = [line.strip() for line in read("po/LINGUAS").splitlines() if line.strip() and not line.startswith("#")]
    case("every language of LINGUAS has its file", [l for l in languages if not os.path.exists(os.path.join(ROOT, f"po/{l}.po"))])
    for language in languages:
        case(f"{language}.po is in form", complaints(["msgfmt", "--check", "-o", os.devnull, f"po/{language}.po"]))

    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, "lumbar.pot")
        sources = [name for name in wanted.splitlines() if not name.startswith("#")]
        asked = subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments=Translators:", "--no-wrap", "-o", pot,
                                *(f"--keyword={keyword}" for keyword in KEYWORDS), *sources],
                               cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        # It does not know metainfo by itself, and says so; the build tells it.
        said = [line for line in asked.stdout.splitlines() if "warning" in line and "metainfo" not in line]
        case("xgettext has nothing to say", said + ([asked.stdout] if asked.returncode else []))

        case("the pseudo-locales are made", complaints([os.path.join(ROOT, "po/make-pseudo"), folder]))
        with open(pot, encoding="utf-8") as text:
            template = text.read()
        for language in ("en_XA", "ar_XB"):
            with open(os.path.join(folder, language, "LC_MESSAGES/lumbar.mo"), "rb") as file:
                catalogue = gettext.GNUTranslations(file)
            probe = [m for m in re.findall(r'^msgid "([^"\\%]+)"$', template, re.MULTILINE)]
            known = [m for m in probe if catalogue.gettext(m) != m]
            # Texts with a context, and those of the desktop file, are not found by their plain words.
            case(f"{language} changes the texts", [] if len(known) > len(probe) * 0.5 else [f"only {len(known)} of {len(probe)}"])
        with open(os.path.join(folder, "en_XA", "LC_MESSAGES/lumbar.mo"), "rb") as file:
            catalogue = gettext.GNUTranslations(file)
        short = [text for text in catalogue._catalog.values() if text and not text.startswith(("Language", "["))]
        case("each text of the long one is in brackets", [t for t in short if "[" not in t][:5])
    done()


main()
