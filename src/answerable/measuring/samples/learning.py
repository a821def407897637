"""Sample rows of what the public registers hold: deaths and learning recommendations, all of them made up."""

import datetime as dt
from collections.abc import Iterator

from answerable.measuring.samples.investigating import FORCES
from answerable.measuring.samples.spreading import day_between, pick, spread

Row = tuple[object, ...]

_DEATHS = {
    "road-traffic": (32, 29, 35, 28, 31),
    "shooting": (3, 1, 2, 3, 2),
    "custody": (18, 19, 12, 23, 21),
    "apparent-suicide": (54, 56, 57, 52, 60),
    "other-contact": (107, 92, 109, 90, 98),
}
"""Made up, of the size that such yearly counts have."""
_DEATH_YEARS = ("2019/20", "2020/21", "2021/22", "2022/23", "2023/24")
_AGES = ("under-18", "18-30", "18-30", "31-50", "31-50", "over-50")
_TEXTS = {
    "custody": "Check people in cells as often as their risk assessment says, and write down each check when it is made.",
    "domestic-abuse": "Ask at each call whether children live in the home, and record the answer.",
    "force-used": "Review body-worn video of each use of a restraint belt in supervision meetings.",
    "information": "Log who looks at records of colleagues, and look into what stands out each month.",
    "mental-health": "Tell the ambulance service at once when somebody in crisis is being restrained.",
    "missing-people": "Give each report of a missing person an owner within an hour of a change of shift.",
    "pursuits": "Have the control room say aloud when a pursuit is authorised, and when it no longer is.",
    "stop-and-search": "Give the reason of a search in words that the person can repeat.",
    "training": "Train custody sergeants again before the third year after their first course ends.",
    "vulnerable": "Offer an intermediate contact to adults who need support to make a complaint.",
}


def deaths() -> Iterator[Row]:
    """Yield deaths of five years by category."""
    place = 0
    for category, counts in _DEATHS.items():
        for year, count in zip(_DEATH_YEARS, counts, strict=True):
            for _ in range(count):
                place += 1
                yield (
                    f"D-{place:05}",
                    pick(FORCES, place, 1),
                    year,
                    category,
                    pick(_AGES, place, 2),
                )


def recommendations() -> Iterator[Row]:
    """Yield recommendations of three years; responses to the latest are awaited."""
    areas = tuple(_TEXTS)
    for place in range(180):
        made = day_between(dt.date(2021, 4, 1), dt.date(2024, 6, 14), place)
        due = made + dt.timedelta(days=56)
        answered = due <= dt.date(2024, 6, 14)
        area = pick(areas, place, 1)
        yield (
            f"REC-{place + 1:04}",
            made,
            pick(FORCES, place, 2),
            area,
            pick(("local", "local", "local", "national"), place, 3),
            _TEXTS[area],
            pick(("accepted",) * 7 + ("part", "rejected"), place, 4) if answered else None,
            due - dt.timedelta(days=spread(place, 30, 5)) if answered else None,
        )
