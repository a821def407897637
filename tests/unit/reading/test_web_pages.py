"""Pages as sites print them: whatever stands around two records, these are read and nothing else."""

import pytest

from answerable.reading import read_bytes
from tests.support.web_pages import FORMS, PAGES

ANSWERED = [
    ("24-117", "Dogs in service", ["1", "2"], ["Twelve dogs.", "Dry meat."]),
    ("24-118", "Cats in service", [None], ["None is kept."]),
]


def read(page, name="log.html"):
    data = page if isinstance(page, bytes) else page.encode()
    return read_bytes(data, name=name)


def told(reading):
    return [
        (
            one.ref,
            one.title,
            [question.label for question in one.questions],
            [question.answer for question in one.questions],
        )
        for one in reading.entries
    ]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_gives_its_records_and_nothing_that_stands_around_them(page):
    reading = read(page)

    assert told(reading) == ANSWERED
    assert {gate.name for gate in reading.gates if gate.holds is False} == set()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_record_is_read_in_whatever_tags_it_is_written(form):
    assert told(read(form)) == ANSWERED
