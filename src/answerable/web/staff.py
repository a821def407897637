"""What every page for staff is given: its frame, its way about, and what was just done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from csp.decorators import csp_replace
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import URLPattern, reverse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.cache import never_cache

from answerable.domain.roles import Actor, Move, Role, rule
from answerable.queries.accounts import actor_of
from answerable.queries.casework.clashes.seen import open_clash_count
from answerable.queries.casework.releasing.incidents import open_incident_count
from answerable.web.public.errors import not_found as public_not_found

_OWN_SCRIPTS = {"script-src": ["'self'"]}
"""Passkeys need a script: pages of staff run our own, public pages none."""


def _roles(move: Move) -> frozenset[Role]:
    """Return the roles that may do something."""
    return frozenset(rule(move).roles)


_READERS = _roles(Move.SEE)
_OF_CASEWORK = "answerable.web.casework"
_Row = tuple[str, str, frozenset[Role]]
_ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
_NAVIGATION: tuple[tuple[str, tuple[_Row, ...]], ...] = (
    ("My work", (("My work", "work", _READERS),)),
    (
        "Requests",
        (
            ("All requests", "requests", _READERS),
            ("New request", "request-new", _roles(Move.TAKE_IN)),
            ("Search", "request-search", _READERS),
            ("Campaigns", "campaigns", _roles(Move.ANSWER_ALIKE)),
            ("Reviews", "reviews", _READERS),
        ),
    ),
    (
        "Publishing",
        (
            ("Log entries", "log-entries", _READERS),
            ("Contradictions", "contradictions", _READERS),
            ("Imports", "imports", _roles(Move.SETTLE_DOUBT)),
        ),
    ),
    (
        "Figures",
        (
            ("Statistics", "statistics", _READERS),
            ("Registers", "registers", _roles(Move.SEE_REGISTERS)),
            ("Measures", "measures", _roles(Move.SEE_REGISTERS)),
        ),
    ),
    (
        "Standards",
        (
            ("Self-assessment", "self-assessment", _roles(Move.SEE_STANDARDS)),
            ("Rounds", "assessment-rounds", _roles(Move.SEE_STANDARDS)),
            ("Service standards", "service-standards", _roles(Move.SEE_STANDARDS)),
            ("Survey", "survey-results", _roles(Move.SEE_STANDARDS)),
        ),
    ),
    (
        "Files",
        (
            ("Released files", "released-files", _roles(Move.SEE_RELEASED)),
            ("Incidents", "incidents", _roles(Move.SEE_RELEASED)),
        ),
    ),
    (
        "Office",
        (
            ("Mail", "outgoing", _roles(Move.SETTLE)),
            ("Information owners", "information-owners", _roles(Move.KEEP_OWNERS)),
            ("Other bodies", "other-bodies", _roles(Move.KEEP_DIRECTORY)),
            ("Standard lines", "standard-lines", _roles(Move.KEEP_LINES)),
            ("Words", "words", _roles(Move.KEEP_WORDS)),
            ("Disposal", "disposals", _roles(Move.LIST_DISPOSAL)),
        ),
    ),
    (
        "People",
        (
            ("All people", "people", _ADMINISTRATORS),
            ("Teams", "teams", _ADMINISTRATORS),
        ),
    ),
)
"""Where the navigation leads, by its groups: the words of a line, the name of its page, and whom it leads there.

A group leads to the first of its pages that somebody may see, which shows the others: none is further than two steps.
"""
_OWN = (("My account", "account"), ("Sign out", "account_logout"))


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the navigation: its words, where it leads, and whether that is here."""

    words: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Banner:
    """What was just done, or could not be: shown once, on the next page."""

    words: str
    is_good: bool


@dataclass(frozen=True, slots=True)
class StaffFrame:
    """What stands round a page for staff; `own_items` lead to somebody's own account.

    `items` are the groups of the navigation, and `inner` the pages of the group in which this one is, called `group`.
    """

    style: str
    icon: str
    items: tuple[Item, ...]
    group: str
    inner: tuple[Item, ...]
    own_items: tuple[Item, ...]
    banners: tuple[Banner, ...]
    has_errors: bool


def staff_page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Return a page for staff in its frame."""
    has_errors = any(isinstance(one, BaseForm) and one.errors for one in context.values())
    frame = frame_of(request, has_errors=has_errors)
    return render(request, template, {**context, "frame": frame}, status=status)


def frame_of(request: HttpRequest, *, has_errors: bool = False) -> StaffFrame:
    """Return what stands round a page: the navigation leads where this person may go."""
    groups = _groups(request)
    here = next((one for one in groups if one.is_current), None)
    return StaffFrame(
        style=static("built/service.css"),
        icon=static("built/icon.svg"),
        items=tuple(map(_shown_group, groups)),
        group=here.words if here else "",
        inner=here.items if here and len(here.items) > 1 else (),
        own_items=_own_items(request),
        banners=tuple(
            Banner(str(one.message), one.level_tag == "success") for one in get_messages(request)
        ),
        has_errors=has_errors,
    )


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template the frame of staff pages, made only where it is used (a context processor)."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}


def actor(request: HttpRequest, role: Role | None = None) -> Actor:
    """Return who asks, if they have the role that a page is for.

    :raises PermissionDenied: if they do not, or nobody signed in; the message says so.
    """
    if not request.user.is_authenticated:
        message = "Sign in first"
        raise PermissionDenied(message)
    who = actor_of(request.user)
    if role is not None and role not in who.roles:
        message = (
            f"This page is for {role.plural}: ask an administrator for the role if you need it"
        )
        raise PermissionDenied(message)
    return who


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with, None where its page is only asked for."""
    return request.POST if request.method == "POST" else None


def for_staff(patterns: list[URLPattern]) -> list[URLPattern]:
    """Return addresses whose pages may run our own scripts, and are kept by no browser and no proxy."""
    for one in patterns:
        one.callback = never_cache(csp_replace(_OWN_SCRIPTS)(one.callback))
    return patterns


@never_cache
def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that somebody may not do this, and why."""
    return staff_page(request, "staff/refused.html", {"reason": str(exception)}, status=403)


@never_cache
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page: to those at work with the way back to it, else to the public."""
    match = request.resolver_match
    if match is None or not match.func.__module__.startswith(_OF_CASEWORK):
        return public_not_found(request, exception)
    return staff_page(request, "staff/not_found.html", {}, status=404)


@never_cache
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 Django's own words
    """Say that a form was open for too long, or came from elsewhere."""
    return staff_page(request, "staff/form_expired.html", {}, status=403)


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines of the navigation under a word; `waits` is how much in them is open, as they say it."""

    words: str
    items: tuple[Item, ...]
    waits: int

    @property
    def is_current(self) -> bool:
        return any(one.is_current for one in self.items)


def _shown_group(one: _Group) -> Item:
    """Return the line of a group, which leads to its first page: of a single page that page's own."""
    first = one.items[0]
    if len(one.items) == 1:
        return first
    waits = f" ({one.waits} open)" if one.waits else ""
    return Item(f"{one.words}{waits}", first.address, one.is_current)


def _groups(request: HttpRequest) -> tuple[_Group, ...]:
    """Return where the roles of whoever asks lead them, by groups."""
    who = _signed_in(request)
    held = who.roles if who else frozenset()
    groups = [
        (words, [(line, name) for line, name, roles in rows if roles & held])
        for words, rows in _NAVIGATION
    ]
    waits = _waiting(who) if who is not None and _READERS & held else {}
    items = iter(_listed(request, [_line(one, waits) for _, rows in groups for one in rows]))
    return tuple(
        _Group(
            words,
            tuple(next(items) for _ in rows),
            sum(waits.get(name, 0) for _, name in rows),
        )
        for words, rows in groups
        if rows
    )


def _line(row: tuple[str, str], waits: Mapping[str, int]) -> tuple[str, str]:
    words, name = row
    count = waits.get(name, 0)
    return f"{words} ({count} open)" if count else words, name


def _waiting(who: Actor) -> dict[str, int]:
    """Return how much is open on pages of which the navigation says so."""
    waits = {"contradictions": open_clash_count(who)}
    if _roles(Move.SEE_RELEASED) & who.roles:
        waits["incidents"] = open_incident_count(who)
    return waits


def _own_items(request: HttpRequest) -> tuple[Item, ...]:
    """Return where somebody sees to their own account: they can without any role, too."""
    return _listed(request, _OWN if _signed_in(request) else [("Sign in", "account_login")])


def _signed_in(request: HttpRequest) -> Actor | None:
    # Pages that failed early have no session, and the frame stands round them, too.
    person = getattr(request, "user", None)
    return actor_of(person) if person is not None and person.is_authenticated else None


def _listed(request: HttpRequest, rows: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    addresses = [(words, reverse(name)) for words, name in rows]
    here = _nearest(request.path, [address for _, address in addresses])
    return tuple(Item(words, address, address == here) for words, address in addresses)


def _nearest(path: str, addresses: list[str]) -> str:
    """Return the address that a page stands below, the nearest if several do; nothing if none."""
    above = [one for one in addresses if f"{path}/".startswith(f"{one.rstrip('/')}/")]
    return max(above, key=len, default="")
