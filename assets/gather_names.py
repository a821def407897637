"""Write the names and words by which people are told from other words in a text.

Run by hand, in an environment of its own that has Faker and a word list of SCOWL (Debian's `wbritish-small`):

    python assets/gather_names.py /usr/share/dict/british-english-small

The product reads what is written, and needs neither.
"""

import re
import sys
import unicodedata
from importlib import import_module
from pathlib import Path

_INTO = Path(__file__).parent.parent / "src/answerable/domain/personal/names"
_LOCALES = (
    "en_GB en_IE ga_IE en_US en_NZ en_IN en_PK en_NG en_KE en_TH pl_PL cs_CZ sk_SK hu_HU ro_RO lt_LT lv_LV et_EE "
    "hr_HR sl_SI uk_UA ru_RU bg_BG fr_FR fr_DZ de_DE es_ES es_CO it_IT pt_PT pt_BR nl_NL sv_SE da_DK no_NO fi_FI "
    "is_IS el_GR tr_TR az_AZ uz_UZ zh_CN ja_JP ko_KR vi_VN id_ID yo_NG ha_NG ig_NG zu_ZA sw tw_GH"
).split()
_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia y e e -".split(),
        strict=True,
    )
)
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "\u0131": "i", "ß": "ss", "æ": "ae"}
)
_NAME = re.compile(r"[a-z][a-z'-]+")


def _plain(name: str) -> str:
    lower = name.casefold().replace("’", "'").translate(_STROKES)
    latin = "".join(_CYRILLIC.get(sign, sign) for sign in lower).replace("-", "-").strip("-")
    apart = unicodedata.normalize("NFKD", latin)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _names(provider: object, word: str) -> set[str]:
    found: set[str] = set()
    for attribute in dir(provider):
        values = getattr(provider, attribute)
        if not attribute.startswith((word, f"male_{word}", f"unisex_{word}")) or callable(values):
            continue
        for value in values:
            name = value[-1] if isinstance(value, tuple) else value
            found |= {_plain(part) for part in str(name).split()}
    return {one for one in found if _NAME.fullmatch(one) and len(one) > 1}


def _gathered(words: tuple[str, ...]) -> list[str]:
    found: set[str] = set()
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for word in words:
            found |= _names(provider, word)
    return sorted(found)


def _written(name: str, lines: list[str]) -> None:
    (_INTO / name).write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{name}: {len(lines):,}")


def main(words: str) -> None:
    """Write the three lists."""
    _written("first.txt", _gathered(("first", "middle")))
    _written("surnames.txt", _gathered(("last",)))
    lines = Path(words).read_text(encoding="utf-8").split()
    ordinary = {_plain(one) for one in lines if one[0].islower() and "'" not in one}
    _written("words.txt", sorted(one for one in ordinary if one.isascii() and len(one) > 1))


if __name__ == "__main__":
    main(sys.argv[1])
