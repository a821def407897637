"""Figures for the demo: the last whole months, frozen by one person and published by another."""

import datetime as dt

from answerable.actions.casework import Doing
from answerable.actions.casework.figures import freeze_figures, publish_figures
from answerable.cli.sample_cases import Setting
from answerable.domain.measures.office import months_before
from answerable.domain.measures.office.published import Profile

_WHOLE_MONTHS = 3


def publish_months(setting: Setting, profile: Profile, *, at: dt.datetime) -> int:
    """Freeze and publish the figures of the last whole months, the earliest first; return how many."""
    officer, manager = (
        Doing(setting.people[role], at, setting.table, setting.office.authority)
        for role in ("officer", "manager")
    )
    months = months_before(setting.today, _WHOLE_MONTHS + 1)[1:]
    for month in reversed(months):
        publish_figures(freeze_figures(month, doing=officer), profile, doing=manager)
    return len(months)
