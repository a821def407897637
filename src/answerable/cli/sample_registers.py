"""Registers for the demo: the sample rows as snapshots, some of them published."""

import datetime as dt
import tempfile
from pathlib import Path

_PUBLISHED = ("recommendations", "deaths", "misconduct-proceedings", "contracts")
_WHY = "Sample material is for everybody"


def load_registers(now: dt.datetime) -> int:
    """Load every sample register into the site's store, publish some, and return how many there are."""
    from django.conf import settings  # noqa: PLC0415 Django is loaded only now

    from answerable.actions.casework import Doing  # noqa: PLC0415
    from answerable.actions.registers.publishing import (  # noqa: PLC0415
        LookedAt,
        NotLookedAt,
        publish_register,
    )
    from answerable.cli.bars import shown  # noqa: PLC0415
    from answerable.domain.roles.people import keeper  # noqa: PLC0415
    from answerable.measuring.samples.registers import SAMPLES, write_sample  # noqa: PLC0415
    from answerable.queries.calendars import holidays  # noqa: PLC0415
    from answerable.queries.registers.browsing import store  # noqa: PLC0415
    from answerable.queries.registers.declared import known_registers  # noqa: PLC0415

    doing = Doing(keeper("demo"), now, holidays(), settings.ANSWERABLE_AUTHORITY)
    registers, kept = known_registers(), store()
    with tempfile.TemporaryDirectory(prefix="answerable-samples-") as folder:
        for sample in shown(SAMPLES.values(), " registers"):
            path = write_sample(sample, Path(folder))
            kept.add(registers[sample.register], path, as_at=sample.as_at)
    for name in _PUBLISHED:
        try:
            publish_register(name, "", reason=_WHY, doing=doing)
        except NotLookedAt as asked:
            looked = LookedAt(asked.found.digest, _WHY)
            publish_register(name, "", reason=_WHY, doing=doing, looked=looked)
    return len(SAMPLES)
