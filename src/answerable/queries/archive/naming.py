"""Which body somebody means by what they call it: its code or its name, in capitals or not."""

from django.conf import settings

from answerable.domain.disclosure_log import Body, entry_key
from answerable.queries.archive.logs import bodies


def body_named(called: str | None = None, *, name: str = "", contact: str = "") -> Body:
    """Return the body that is called so, the site's own where nothing is said.

    One that is not known yet has what it is called as its code. A name or contact that is given stands for
    what is kept.
    """
    own = settings.ANSWERABLE_BODY
    called = " ".join((called or own).split())
    known = called_so(called)
    if known is not None:
        return Body(known.code, name or known.code, contact or None, known.prefix)
    if called.casefold() == own.casefold():
        return Body(own, name or own, contact or None, "")
    return Body(called, name or called, contact or None, entry_key(called, ""))


def called_so(called: str) -> Body | None:
    """Return the body whose log is kept here under such a code or, else, such a name."""
    wanted, known = _plain(called), bodies()
    by_code = (one for one in known if _plain(one.code) == wanted)
    by_name = (one for one in known if _plain(one.name) == wanted)
    return next(by_code, None) or next(by_name, None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
