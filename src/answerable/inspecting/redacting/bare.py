"""A PDF without anything that it shows: what words still stand in it stand there by its form alone."""

import pikepdf

from answerable.inspecting.redacting.opening import opened, saved

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_DEEPEST = 60


def bare(data: bytes) -> bytes:
    """Return a PDF with its structure and the programs of its fonts, but without contents and texts.

    A font's program names its makers, and the format has words of its own, as "Page": they are no trace of
    what was redacted.
    """
    with opened(data) as pdf:
        kept = set()
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary):
                kept |= {one[name].objgen for name in _PROGRAMS if name in one}
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.objgen not in kept:
                one.write(b"")
            _empty(one, _DEEPEST)
        return saved(pdf)


def _empty(given: pikepdf.Object, deeper: int) -> None:
    if isinstance(given, pikepdf.Array):
        for at, one in enumerate(list(given.as_list())):
            if isinstance(one, pikepdf.String):
                given[at] = pikepdf.String("")
            else:
                _empty_direct(one, deeper)
    elif isinstance(given, (pikepdf.Dictionary, pikepdf.Stream)):
        for name, value in dict(given.items()).items():
            if isinstance(value, pikepdf.String):
                given[name] = pikepdf.String("")
            else:
                _empty_direct(value, deeper)


def _empty_direct(one: object, deeper: int) -> None:
    """Go on into what is part of an object: what it refers to is an object of its own."""
    if deeper and isinstance(one, pikepdf.Object) and not one.is_indirect:
        _empty(one, deeper - 1)
