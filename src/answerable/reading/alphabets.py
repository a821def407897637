"""Bytes as letters of the alphabet that a mail or a page says they are in, and never a cause to fail."""

import codecs

# What is said and what is meant: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# No mail and no page is written in these, and some of them take quadratic time.
_NO_ALPHABET = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined")


def in_letters(data: bytes, charset: str) -> tuple[str, bool]:
    """Return bytes as letters that a database stores, and whether they are what `charset` says."""
    said = codecs_of(charset)
    for name in (*said, "utf-8"):
        try:
            return storable(data.decode(name)), name in said
        except (LookupError, ValueError):
            # Python has codecs that turn bytes into bytes, such as "zip": those have no letters.
            continue
    return storable(data.decode("cp1252", "replace")), False


def codecs_of(charset: str) -> tuple[str, ...]:
    """Return the codecs that a text of a charset is written in, none if it is not known."""
    # RFC 2231 section 5 lets a language follow: =?utf-8*en?q?a?=
    said = charset.partition("*")[0].strip(" \"'")
    try:
        codec = codecs.lookup(said)
    except (LookupError, ValueError):
        return ()
    if codec.name in _NO_ALPHABET:
        return ()
    # Programs that know ASCII alone pass on UTF-8 as it is.
    before = ("utf-8",) if codec.name == "ascii" else ()
    return (*before, _MEANT.get(codec.name, codec.name))


def storable(text: str) -> str:
    """Return a text without what no database stores: NUL, and lone halves of signs."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()
