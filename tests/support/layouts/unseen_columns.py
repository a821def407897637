"""Logs and letters of a seventeenth set, its other part: a letter in two columns, a page for each request."""

from tests.support.layouts import met_releases_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_releases_requests import matter_of, requests
from tests.support.layouts.nodes import Break, Look, heading, para
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions
from tests.support.layouts.shapes import PAGES, Layout, log


def two_columns():
    """A college's letter in two columns, small type: the points in italics, then "Here are the answers, point by point" by the same letters."""
    return [_columns(matter_of(seed, title)) for seed, title in ((1703, matters.LECTURES), (1704, matters.LAND))]  # fmt: skip


def _columns(about):
    sheet = Sheet(about, ("a)",))
    ref = f"NC.{about.serial % 900}.{about.received_on:%y}"
    asked, answers = sheet.questions(italic=True), sheet.replies()
    parts = [
        *office("Northmoor College", "Registry"),
        para(f"File {ref}"),
        para(about.answered),
        para("Dear Enquirer"),
        para(about.title, bold=True),
        para(f"Your message came to us on {about.received}. In it you put these points:"),
        para(about.intro, italic=True),
        *asked,
        para("Here are the answers, point by point."),
        *answers,
        para("The Clerk will look at this again if you ask within eight weeks."),
        *closing("With good wishes", "Registrar"),
    ]
    request = [para(about.intro), *asked]
    return sheet.made(parts, ref=ref, request=request, response=answers, look=Look("serif", 9.5, columns=2))  # fmt: skip


def page_each():
    """A museum's booklet with a page for each request: the title large, the number in a line of its own, "They asked", "We told them"."""
    entries, body = [], []
    for case in requests(1707, matters.FILES, matters.TRIPS, matters.CAMERAS):
        way = Way(("1.",))
        one = entry(case, way, ref=f"M{case.received_on:%y}.{case.serial % 900:03}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            Break(),
            heading(1, one.title),
            para(one.ref, italic=True),
            heading(3, "They asked"),
            *one.request,
            heading(3, "We told them"),
            *one.response,
        ]
        entries.append(one)
    look = Look("serif", 12, header="Museum of Calderby", footer="Requests of 2023")
    return log(entries, [heading(1, "Requests for information in 2023")], body, look=look)


LAYOUTS = (
    Layout("two-columns", PAGES, two_columns),
    Layout("page-each", (*PAGES, "md"), page_each),
)
