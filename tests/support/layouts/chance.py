"""What forms put together by chance are drawn from: numbers of requests in many shapes, labels, and requests of other layouts."""

import random
from dataclasses import replace

from tests.support.layouts import later_requests, met_desks_requests, met_inboxes_requests

REFERENCES = (
    lambda case: f"{case.serial % 90 + 10}/{case.received_on:%Y}",
    lambda case: f"{case.received_on:%Y}-{case.serial % 900:03}",
    lambda case: f"KC-FOI-2324-{case.serial % 900:03}",
    lambda case: f"FOI {case.received_on:%y}/{case.serial}",
    lambda case: f"F{case.received_on:%y}-{case.serial}",
    lambda case: f"DIWYG {case.serial + 11000}",
    lambda case: f"02.FOI.{case.received_on:%y}.{case.serial + 21000:06}",
    lambda case: f"{case.received_on:%d/%m}/rk/{case.serial}",
    lambda case: f"{case.serial}",
    lambda case: f"LBX{case.received_on:%y}-{case.serial:05}",
    lambda case: f"PR-{case.serial}-{chr(65 + case.serial % 26)}",
    lambda case: f"{case.received_on:%Y}/{case.serial:05}",
    lambda case: f"KIT/{case.received_on:%b}/{case.serial % 89 + 10}".upper(),
    lambda case: f"PC/{case.received_on:%Y}/{case.serial % 9 + 1}",
)
LABELS = ("1.", "1)", "(a)", "(i)", "Q1)", "1 –", "A.", "Q1 -", "i.", "a)", "Q1:", "[1]")
_SOURCES = (later_requests, met_desks_requests, met_inboxes_requests)
_FEWEST = 3
POOL = [
    (title, source)
    for source in _SOURCES
    for title, (intro, asks) in source.BY_TITLE.items()
    if intro and len(asks) >= _FEWEST and not any(ask.parts for ask in asks)
]


def drawing(seed):
    """Return a source of chance for a seed, and of no secret."""
    return random.Random(seed)  # noqa: S311 nothing secret is made of it


def cases(source, seed, many):
    """Return requests of other layouts, each with a number of its own and without tables and links."""
    found = []
    for place, (title, module) in enumerate(source.sample(POOL, many)):
        (case,) = module.requests(seed * 7 + place, title)
        asks = tuple(replace(ask, table=(), link=()) for ask in case.asks)
        serial = 1000 + (seed * 37) % 3000 + place * 41 + source.randint(7, 40)
        found.append(replace(case, serial=serial, asks=asks))
    return found


def matter(source, seed):
    """Return a request of another layout as what a letter is about, without tables and links."""
    title, module = source.choice(POOL)
    about = module.matter_of(seed, title)
    points = tuple(replace(point, table=(), link=()) for point in about.points)
    return replace(about, points=points)
