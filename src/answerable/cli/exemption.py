"""`answerable exemption`: what a limb protects, whether it is qualified, and what it needs."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from answerable.domain.law.citations import citations
from answerable.domain.law.exemptions import Exemption, exemption, explanation
from answerable.domain.law.exemptions import public_interest_test_of as test_of
from answerable.domain.law.limbs import (
    Limb,
    Need,
    conditions,
    denial,
    limb,
    limbs_under,
    purposes,
)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command `exemption`."""
    parser = commands.add_parser("exemption", help="explain a ground of refusal, to the limb")
    parser.add_argument(
        "citations",
        nargs="+",
        metavar="CITATION",
        help='such as 31(1)(a), "s.40(2)" or "EIR 12(4)(b)"',
    )
    parser.add_argument("--language", choices=("en", "cy"), default="en", help="of the plain words")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object for each citation"
    )
    parser.set_defaults(run=show_exemptions)


def show_exemptions(given: argparse.Namespace) -> int:
    """Print what is known of each citation."""
    failed = 0
    for place, (text, cited) in enumerate(_cited(given.citations)):
        found = exemption(cited)
        is_known = (
            limb(cited) or denial(cited) or limbs_under(cited) or (found and cited == found.section)
        )
        if found is None or not is_known:
            print(
                f"{text!r} is nothing on which a request can be refused: cite it as 31(1)(a), "
                "or as EIR 12(4)(b)",
                file=sys.stderr,
            )
            failed = 2
        elif given.json:
            print(json.dumps(_as_json(cited, found, given.language), ensure_ascii=False))
        else:
            print("\n".join([*([""] if place else []), *_lines(cited, found, given.language)]))
    return failed


def _cited(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each citation in each text, as it is written and canonical: "31(1)(a)-(c)" holds three."""
    for text in texts:
        plain = f"EIR{text[3:]}" if text[:3].lower() == "eir" else text
        found = list(citations(plain)) or list(citations(f"section {plain}"))
        yield from ((text, one) for _, one in found) if found else [(text, text)]


def _as_json(cited: str, found: Exemption, language: Any) -> dict[str, Any]:
    own = limb(cited) or denial(cited)
    return {
        "citation": cited,
        "section": found.section,
        "title": found.title if language == "en" else found.title_cy,
        "plain": explanation(cited, language),
        "nature": own.nature.value if own else None,
        "absolute": own.is_absolute if own else found.absolute,
        "public_interest_test": test_of(cited),
        "is_denial": denial(cited) is not None,
        "denials": list(found.denials),
        "needs": [{"name": one.value, "what": one.words} for one in own.needs] if own else [],
        "bodies": list(own.bodies) if own else [],
        "limbs": list(limbs_under(cited)),
        "since": str(own.since) if own and own.since else None,
        "note": own.note if own else "",
        "confidence": own.confidence if own else found.confidence,
        "source": found.source,
    }


def _lines(cited: str, found: Exemption, language: Any) -> Iterator[str]:
    own = limb(cited) or denial(cited)
    yield f"{cited}  {found.title if language == 'en' else found.title_cy}"
    yield f"  {explanation(cited, language)}"
    if own is None:
        under = limbs_under(cited)
        if under:
            yield f"  Cite it to the limb: {', '.join(under)}"
    else:
        yield from _limb_lines(own)
    if found.denials:
        yield f"  Neither confirm nor deny: {', '.join(found.denials)}"
    yield f"  Source: {found.source} (confidence: {own.confidence if own else found.confidence})"


def _limb_lines(own: Limb) -> Iterator[str]:
    kind = (
        "absolute"
        if own.is_absolute
        else {"applies": "qualified", "depends": "mixed"}.get(own.test.value, "procedural")
    )
    yield f"  Kind: {own.nature.value}, {kind}"
    if own.since:
        yield f"  In this form since {own.since}"
    if own.bodies:
        yield f"  Open to a {' or '.join(own.bodies)} only"
    for need in own.needs:
        yield f"  Before you rely on it, {need.words}"
        named = {Need.PURPOSE: purposes, Need.CONDITION: conditions}.get(need)
        for name, words in (named() if named else {}).items():
            yield f"    {name}  {words}"
    if own.note:
        yield f"  Note: {own.note}"
