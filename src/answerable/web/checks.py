"""What is checked of a site as it is configured, before it is served."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as Warned


@register("paraphrase")
def check_paraphrase(**_: Any) -> Sequence[CheckMessage]:
    """Say what keeps the configured model of paraphrase from being used, each in a sentence."""
    # No command waits for the indexes that does not check.
    from answerable.queries.casework.precedents import sent_index  # noqa: PLC0415
    from answerable.queries.meanings import paraphrase_troubles  # noqa: PLC0415
    from answerable.queries.precedents import published_index  # noqa: PLC0415

    troubles = paraphrase_troubles((published_index(), sent_index()))
    return [Warned(one, id="answerable.W001") for one in troubles]
