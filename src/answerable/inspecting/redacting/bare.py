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
        for at in range(len(given)):
            if isinstance(given[at], pikepdf.String):
                given[at] = pikepdf.String("")
            elif deeper and isinstance(given[at], pikepdf.Object) and not given[at].is_indirect:
                _empty(given[at], deeper - 1)
    elif isinstance(given, (pikepdf.Dictionary, pikepdf.Stream)):
        for name, value in dict(given.items()).items():
            if isinstance(value, pikepdf.String):
                given[name] = pikepdf.String("")
            elif deeper and isinstance(value, pikepdf.Object) and not value.is_indirect:
                _empty(value, deeper - 1)
