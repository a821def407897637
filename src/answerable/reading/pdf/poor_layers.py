"""Whether the text that lies unseen under pictures of pages can be used: letters that follow each other in words."""

import re

# What follows each letter in English and Welsh words: of a thousand pairs of letters, all but three or four.
_FOLLOW = {
    "a": "abcdefghiklmnprstuvwxyz", "b": "abcdefgijlmnoprstuy", "c": "abcdefghiklmnoprstuwy",
    "d": "abcdefgilmnoprstuvwy", "e": "abcdefghijklmnopqrstuvwxyz", "f": "acdefilmnoprstuwy",
    "g": "abcdefghilmnoprstuwy", "h": "adeilmnoprstuwy", "i": "abcdefgiklmnopqrstuvwxyz",
    "j": "aeiosu", "k": "adehilmnorstuw", "l": "abcdefgiklmnoprstuvwy", "m": "abcdehiklmnoprstuwy",
    "n": "abcdefghijklmnoprstuvwyz", "o": "abcdefghijklmnoprstuvwxyz", "p": "acdefghilmnoprstuwy",
    "q": "lsu", "r": "abcdefghiklmnoprstuvwy", "s": "abcdefghiklmnopqrstuvwy",
    "t": "abcdefghiklmnopqrstuvwxyz", "u": "abcdefgiklmnoprstx", "v": "aceimost",
    "w": "abcdehilnorsuy", "x": "acdeimopst", "y": "abcdefghilmnoprstw", "z": "aeio",
}  # fmt: skip
_PAIRS = frozenset(one + other for one, others in _FOLLOW.items() for other in others)
# A word of letters, as it is written in the middle of a sentence or at its begin: no name in capitals.
_WORD = re.compile(r"[A-Za-z]?[a-z]{2,}")
_FACES_LETTERS = re.compile(r"[(\[\"'“‘]*(?P<word>\S*?)[.,;:?!)\]\"'”’]*")
# Figures and signs between letters: "H0w", "vv~re"; an address or a reference has them too.
_BROKEN = re.compile(r"[A-Za-z]*[a-z][^A-Za-z'’.@/_&\u00c0-\u024f-]+[a-z][A-Za-z]*")
_FEWEST_WORDS = 25
_MOST_ODD = 0.07


def is_poor(text: str) -> bool:
    """Return whether too many words of a text are none that can be; few words do not tell."""
    words = odd = 0
    for token in text.split():
        found = _FACES_LETTERS.fullmatch(token)
        word = found["word"] if found else token
        is_broken = _BROKEN.search(word) is not None
        if not is_broken and not _WORD.fullmatch(word):
            continue
        words += 1
        small = word.lower()
        odd += is_broken or any(small[at : at + 2] not in _PAIRS for at in range(len(small) - 1))
    return words >= _FEWEST_WORDS and odd > _MOST_ODD * words
