"""`answerable pairs`: pairs of questions that officers put aside as not the same, for tests to learn from."""

import argparse
import hashlib
import json
from typing import TYPE_CHECKING

from answerable.cli.printing import harmless
from answerable.cli.site import open_site

if TYPE_CHECKING:
    from answerable.queries.casework.unlike import LearntPair

_NOTHING = "none"
"""What pairs for tests say of questions that have nothing in common."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `pairs`."""
    pairs = commands.add_parser(
        "pairs",
        help="print the pairs of questions that officers put aside",
        epilog="Who asked is taken out of the texts, and restricted requests are left out. Others whom a question "
        "names are still in it: read the pairs before they leave the office.",
    )
    pairs.add_argument(
        "--json",
        action="store_true",
        help="print one JSON object for each pair, as tests read them",
    )
    pairs.set_defaults(run=print_pairs)


def print_pairs(given: argparse.Namespace) -> int:
    """Print every pair that is put aside, in the order in which that was said."""
    open_site()
    from answerable.queries.casework.unlike import learnt_pairs  # noqa: PLC0415 Django is loaded only now

    for one in learnt_pairs():
        said = json.dumps(_as_json(one), ensure_ascii=False) if given.json else _words(one)
        print(said if given.json else harmless(said))
    return 0


def _as_json(pair: "LearntPair") -> dict[str, str]:
    return {
        "id": f"aside-{hashlib.sha256(f'{pair.asked} {pair.earlier}'.encode()).hexdigest()[:10]}",
        "asked": pair.asked,
        "asked_on": pair.asked_on.isoformat(),
        "earlier": pair.earlier,
        "earlier_on": pair.earlier_on.isoformat(),
        "relation": pair.relation or _NOTHING,
        "note": "; ".join(filter(None, (f"told as {pair.told}", pair.reason))),
    }


def _words(pair: "LearntPair") -> str:
    relation = pair.relation or _NOTHING
    lines = (f"{relation}, and was told as {pair.told}", f"  {pair.asked}", f"  {pair.earlier}")
    return "\n".join(filter(None, (*lines, pair.reason and f"  because {pair.reason}")))
