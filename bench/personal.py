"""How much of the labelled set of personal data is found, kind by kind, and how fast a text is looked through."""

import time

from answerable.domain.release.personal import PersonalKind, personal_data
from bench.report import Report, met
from tests.support.personal_mentions import shares
from tests.support.personal_report import labelled_set, scores

_LEAST = 100_000
_RECALL, _PRECISION = 0.9, 0.9
_PATTERNS = 0.97
_JUDGED = (PersonalKind.NAME, PersonalKind.SPECIAL, PersonalKind.SMALL, PersonalKind.AGE)


def measure_personal(report: Report, *, times: int) -> None:
    """Measure recall and precision on each half of the labelled set, and the speed on the whole of it."""
    print("Finding personal data", flush=True)
    for half in ("seen", "held"):
        for kind, score in scores(labelled_set(half)).items():
            least = _RECALL if kind in _JUDGED else _PATTERNS
            is_met = score.recall >= least and score.precision >= _PRECISION
            figure = f"{score.recall:.0%} / {score.precision:.0%}"
            report.add(
                f"{kind.value}, {half}: found / right",
                figure,
                met(is_met=is_met, target=f"{least:.0%} / {_PRECISION:.0%}"),
            )
    for context, share in shares("context").items():
        report.add(f"names, {context}", f"{share:.0%}")
    for origin, share in shares("origin", without=("ALL CAPS", "lower case")).items():
        report.add(f"names, {origin}", f"{share:.0%}")
    _measure_speed(report, times=times)


def _measure_speed(report: Report, *, times: int) -> None:
    text = "\n\n".join(one.text for one in labelled_set("seen")) * times
    began = time.process_time()
    personal_data(text)
    rate = len(text) / (time.process_time() - began)
    is_met = rate >= _LEAST
    report.add(
        "characters looked through in a second",
        f"{rate:,.0f}",
        met(is_met=is_met, target=f"{_LEAST:,}"),
    )
