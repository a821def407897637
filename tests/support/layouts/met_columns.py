"""Logs and letters of the seventeenth set: rows below rows, fields of a site, an annex in columns; of the seen half since they were measured."""

from tests.support.layouts import met_releases_requests as matters
from tests.support.layouts.letter_words import closing, office
from tests.support.layouts.letters import Sheet
from tests.support.layouts.met_releases_requests import matter_of, requests
from tests.support.layouts.nodes import Field, Grid, Look, heading, para
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


LAYOUTS = (
    Layout("rows-below-rows", (*PAGES, "xlsx"), rows_below_rows),
    Layout("fields-of-site", PAGES, fields_of_site),
    Layout("annex-in-columns", PAGES, annex_in_columns),
)
