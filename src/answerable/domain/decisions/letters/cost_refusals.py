"""What a letter says of the cost limit: the section, the limit, the estimate, how to narrow."""

import datetime as dt
from fractions import Fraction

from answerable.domain.decisions.aloud import listed
from answerable.domain.decisions.estimates import Estimate, Together, Work
from answerable.domain.decisions.letters.blocks import LetterTable
from answerable.domain.decisions.letters.drafting import Draft
from answerable.domain.decisions.letters.refusals import Refusal
from answerable.domain.law.costs import CostLimit, Payer, cost_limit
from answerable.domain.law.provisions import NoProvision


def write_cost(draft: Draft, refusal: Refusal, *, payer: Payer, on: dt.date) -> None:
    """Add a refusal under section 12, with the limit as it stands on a day."""
    key = f"cost.{refusal.ground.citation}"
    if key in draft.wording:
        draft.write(key)
    else:
        draft.lack("cost.12(1)")
    limit = _limit(payer, on)
    _write_limit(draft, limit)
    if refusal.estimate is None:
        draft.lack("cost.estimate")
    else:
        _write_estimate(draft, refusal.estimate, limit)
    draft.write("cost.narrow", narrow=refusal.narrow)


def _limit(payer: Payer, on: dt.date) -> CostLimit | None:
    try:
        return cost_limit(payer, on=on)
    except NoProvision:
        return None


def _write_limit(draft: Draft, limit: CostLimit | None) -> None:
    if limit is None:
        draft.lack("cost.limit")
        return
    draft.write(
        "cost.limit",
        pounds=f"{limit.pounds:,}",
        hours=_number(limit.hours),
        rate=f"{limit.rate:,}",
        law=limit.law,
    )


def _write_estimate(draft: Draft, estimate: Estimate, limit: CostLimit | None) -> None:
    wording = draft.wording
    draft.table(
        LetterTable(
            caption=wording.text("cost.estimate"),
            header=tuple(one.strip() for one in wording.text("cost.columns").split("|")),
            rows=(
                *(_row(one) for one in estimate.counted),
                *(_together_row(draft, one) for one in estimate.together),
            ),
            says=wording.says("cost.estimate"),
        )
    )
    draft.write("cost.together", requests=listed([one.reference for one in estimate.together]))
    if limit is not None and estimate.is_over(limit):
        draft.write(
            "cost.total",
            hours=_number(estimate.hours),
            pounds=_number(estimate.pounds(limit)),
        )
    else:
        draft.lack("cost.total")
    draft.write("cost.sample", sample=estimate.sample)
    draft.write("cost.uncounted", work="; ".join(one.activity.what for one in estimate.left_out))


def _row(work: Work) -> tuple[str, ...]:
    return (
        work.activity.what,
        f"{work.count:,}",
        _number(work.minutes),
        f"{work.people:,}",
        _number(work.hours),
    )


def _together_row(draft: Draft, one: Together) -> tuple[str, ...]:
    what = draft.wording.text("cost.request", reference=one.reference)
    return (what, "", "", "", _number(one.hours))


def _number(value: Fraction) -> str:
    """Return a number with two decimals at most: 18, 20.5, 1,250.33."""
    return f"{round(float(value), 2):,.2f}".removesuffix("0").removesuffix(".0")
