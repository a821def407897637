"""Logs and letters of a seventeenth set: rows below rows, fields of a site, a letter in two columns, an annex in columns, a page each."""

from tests.support.layouts import met_releases_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_releases_requests import matter_of, requests
from tests.support.layouts.nodes import Break, Field, Grid, Look, heading, para
from tests.support.layouts.pieces import Way
from tests.support.layouts.pieces_of_logs import behind_labels, entry, questions, rows
from tests.support.layouts.shapes import PAGES, Layout, day, log


def rows_below_rows():
    """An authority's register, one table: a row with number, title and day, and below it a row for each point, "Point" and "Told"."""
    entries, lines = [], []
    for case in requests(1701, matters.LORRIES, matters.TRIPS, matters.WORKERS):
        way = Way(("(a)",))
        one = entry(case, way, ref=f"PT{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        one.truth["request"] = "\n".join(ask.text for ask in case.asks)
        one.truth["response"] = "\n".join(ask.answer for ask in case.asks)
        lines.append((one.ref, (para(one.title, bold=True),), day(case.answered_on)))
        lines += [(label, asked, said) for label, asked, said in rows(case, way)]
        entries.append(one)
    head = ("No.", "Request, and each point of it", "Closed, and what was told")
    grid = Grid((head, *lines), widths=(2, 7, 7), head=1)
    return log(entries, [heading(1, "Calder Port Authority"), para("Register of requests")], [grid], look=Look("sans", 9.5))  # fmt: skip


def fields_of_site():
    """A regulator's page of fields: "Our file", "Concerning", "What the enquirer wrote", "What went out", "Went out on"."""
    entries, body = [], []
    for case in requests(1702, matters.SPILLS, matters.LECTURES, matters.POLLS):
        way = Way(("1.",))
        one = entry(case, way, ref=f"{case.received_on:%m%y}/{case.serial}", request=[para(case.intro), *questions(case, way)], response=behind_labels(case, way))  # fmt: skip
        body += [
            Field("Our file", (para(one.ref),)),
            Field("Concerning", (para(one.title),)),
            Field("What the enquirer wrote", tuple(one.request)),
            Field("What went out", tuple(one.response)),
            Field("Went out on", (para(day(case.answered_on)),)),
        ]
        entries.append(one)
    look = Look("sans", 11, site="new", menu=("Complaints", "Reports"))
    return log(entries, [heading(1, "Rivers Regulator: what we sent out")], body, look=look)


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


def annex_in_columns():
    """A ministry's letter of a few lines, and behind its signature an annex: three columns without lines, numeral, question, reply."""
    return [_annex(matter_of(seed, title)) for seed, title in ((1705, matters.APPEALS), (1706, matters.HANDOVERS))]  # fmt: skip


def _annex(about):
    sheet = Sheet(about, ("(i)",))
    ref = f"TO{about.received_on:%Y}/{about.serial}"
    asked, answers, lines = [], [], [("", "What you asked", "What we can say")]
    for path, point in sheet.points.items():
        sheet.asks(path)
        said = sheet.told(path)
        asked.append(para(point.text))
        answers += said
        lines.append((sheet.label(path), point.text, tuple(said)))
    parts = [
        *office("Ministry of Roads", "Isle Street"),
        para(f"Our reference {ref}"),
        para(about.answered),
        para("Dear Sir or Madam"),
        heading(2, about.title),
        para(f"Thank you for your request of {about.received}, which we have handled under the Act."),
        para("Our answers stand in the annex."),
        *closing("Yours faithfully", "Briefing Unit"),
        heading(3, "Annex"),
        Grid(tuple(lines), widths=(1, 6, 7), head=1, is_ruled=False),
    ]  # fmt: skip
    return sheet.made(parts, ref=ref, request=asked, response=answers, look=Look("sans", 11))


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
    Layout("rows-below-rows", (*PAGES, "xlsx"), rows_below_rows),
    Layout("fields-of-site", PAGES, fields_of_site),
    Layout("two-columns", PAGES, two_columns),
    Layout("annex-in-columns", PAGES, annex_in_columns),
    Layout("page-each", (*PAGES, "md"), page_each),
)
