"""The cells, lines or paragraphs around a place in what a file shows. For the process apart."""

from collections.abc import Iterable

from answerable.inspecting.personal.pieces import Piece, Stretch, Unread, column_name

_BESIDE = 2
_LONGEST = 120
Rows = list[tuple[int, list[tuple[str, bool]]]]


def around(texts: Iterable[Piece | Unread], where: str) -> tuple[list[str], Rows]:
    """Return the letters of the columns beside a place, none for lines, and the rows.

    :raises LookupError: if there is no such place.
    """
    for piece in texts:
        if isinstance(piece, Piece) and where.startswith(piece.inside):
            found = next((one for one in piece.stretches if _is_at(piece, one, where)), None)
            if found is not None:
                return _beside(piece, found)
    raise LookupError(where)


def _is_at(piece: Piece, one: Stretch, where: str) -> bool:
    return piece.place(one.start, one.start).where == where


def _beside(piece: Piece, it: Stretch) -> tuple[list[str], Rows]:
    is_table = any(one.column for one in piece.stretches)
    first = max(0, it.column - _BESIDE)
    columns = range(first, it.column + _BESIDE + 1) if is_table else range(1)
    words = {
        (one.row, one.column): _short(piece.words_in(at))
        for at, one in enumerate(piece.stretches)
        if abs(one.row - it.row) <= _BESIDE
    }
    numbers = sorted({row for row, _ in words})
    rows = [
        (
            row + 1,
            [(words.get((row, at), ""), (row, at) == (it.row, it.column)) for at in columns],
        )
        for row in numbers
    ]
    return [column_name(at) for at in columns] if is_table else [], rows


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
