"""The start of the program: a log of text is read without what other files need."""

import subprocess
import sys

from answerable.reading.vocabulary import label_of

LOG = b"""Ref 5024007

Bins

Request

How many bins are there?

Response

There are 12. Section 21 applies to the rest.
"""


def test_a_log_of_text_is_read_without_what_other_files_need():
    looked = (
        "import sys; from answerable.reading import readings_in\n"
        f"(reading,) = readings_in({LOG!r}, name='log.txt')\n"
        "print(len(reading.entries), reading.kind, *sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", looked], capture_output=True, text=True, check=True
    ).stdout.split()
    assert said[:2] == ["1", "log"]
    others = (
        "email",
        "lxml",
        "django",
        "answerable.reading.mailed.mail",
        "answerable.reading.docx",
    )
    others += (
        "answerable.reading.rtf",
        "answerable.domain.clock",
        "answerable.domain.questions.splitting",
        "answerable.domain.measures.checks.shares",
        "answerable.reading.own_html",
        "answerable.reading.webpage",
    )
    assert not {*said} & {*others}


def test_a_label_is_found_behind_what_leads_to_it():
    led = label_of("Summary of the FOI request: bins")
    assert led is not None
    assert (led.role.value, led.words) == ("request", "Summary of the FOI request")
    assert label_of("Summary of the bins") is None
