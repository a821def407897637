"""The strings that pages translate, found in templates and code; and the catalogue brought up to them."""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po

from answerable.domain.questions.personal import WARNED_OF

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "answerable"
WELSH = SOURCE / "locale" / "cy" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "gettext_noop": None,
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "ngettext": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
}


def strings():
    """Return each string to translate as (context, text or (singular, plural))."""
    from django.utils.translation.template import templatize

    found = set()
    for path in sorted(SOURCE.glob("web/**/*.html")):
        code = templatize(path.read_text())
        found |= set(_extracted(code))
    # The mails of alerts are written by their actions, in the reader's language.
    said_in = (*SOURCE.glob("web/**/*.py"), *SOURCE.glob("actions/alerting/*.py"))
    for path in sorted(said_in):
        found |= set(_extracted(path.read_text()))
    # The domain says these, and the form shows them.
    return found | {(None, words) for kind in WARNED_OF for words in (kind.value, kind.why)}


def _extracted(code):
    for _, name, message, _ in extract_python(io.BytesIO(code.encode()), list(KEYWORDS), (), {}):
        if message is None:  # what is translated is said elsewhere
            continue
        parts = [part for part in ([message] if isinstance(message, str) else message) if part]
        context = None
        if name in ("pgettext", "pgettext_lazy", "npgettext"):
            context, *parts = parts
        if parts:
            yield context, parts[0] if name not in ("ngettext", "npgettext") else tuple(parts[:2])


def catalogue():
    """Return the Welsh catalogue."""
    with WELSH.open("rb") as file:
        return read_po(file, locale="cy")


def main():
    """Add what is missing to the catalogue, untranslated, and take out what is not used."""
    old = catalogue() if WELSH.exists() else Catalog(locale="cy", project="Answerable")
    new = Catalog(
        locale="cy",
        project="Answerable",
        header_comment=old.header_comment,
        creation_date=old.creation_date,
    )
    for context, text in sorted(strings(), key=str):
        key = text if isinstance(text, str) else text[0]
        known = old.get(key, context=context)
        new.add(text, known.string if known else None, context=context)
    with WELSH.open("wb") as file:
        write_po(file, new, width=0, sort_output=True, omit_header=False)
    missing = [one.id for one in new if one.id and not one.string]
    print(f"{len(new)} strings, {len(missing)} of them without a translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
