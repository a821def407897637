"""Who gets through which door: every address of staff, every button on it, every role alone, and nobody."""

import ast
import inspect
import re
import sys
from contextlib import contextmanager
from dataclasses import replace
from itertools import product

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import get_resolver, reverse

from answerable.actions.casework import restrict_request
from answerable.records.casework.models import Outgoing
from tests.functional.casework.conftest import EVERYBODY as PEOPLE
from tests.functional.casework.conftest import (  # noqa: F401 fixtures
    _second_factor_is_optional,
    october,
    office,
)
from tests.support import scenes
from tests.support.accounts import let_in, make_person
from tests.support.casework import AT, doing_by, somebody
from tests.support.doors import LIBRARY, ROWS
from tests.support.knocking import EVERYBODY, known

pytestmark = [pytest.mark.once, pytest.mark.django_db, pytest.mark.usefixtures("october", "office")]
STRANGER = somebody("Stella", *EVERYBODY)
"""Somebody with every role, who is named nowhere."""
SESSION = settings.SESSION_COOKIE_NAME
TABLES = [
    model._meta.db_table
    for label in ("accounts", "casework", "ledger", "mfa", "registers", "standards")
    for model in apps.get_app_config(label).get_models(include_auto_created=True)
]


def _routes(patterns):
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from _routes(one.url_patterns)
        elif getattr(one.callback, "login_required", True):
            yield one


ROUTES = {one.name: one for one in _routes(get_resolver().url_patterns)}
OF_REQUESTS = [row for row in ROWS if "reference" in row.about]


@contextmanager
def _undone():
    """Let nothing stay of what is done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _stored():
    """Return everything that the database keeps, but for who is signed in where."""
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in TABLES}


def _rows(cursor, table):
    cursor.execute(f"select * from {table}")  # noqa: S608 a name of our own
    return sorted(map(repr, cursor.fetchall()))


def _written():
    """Return how many rows were ever written on this connection, where a database counts them."""
    return getattr(connection.connection, "total_changes", None)


def _sent(row, session=""):
    """Send a row within somebody's session, or within none; return the answer and whether anything changed.

    Where no row was written, nothing changed. Where one was, all tables are read, and read again with it undone.
    """
    client, address, data = _ready(row, session)
    written = _written()
    with transaction.atomic():
        answer = _asked(client, row, address, data)
        if written is not None and _written() == written:
            return answer, False
        after = _stored()
        transaction.set_rollback(True)
    return answer, _stored() != after


def _session_of(person):
    """Sign somebody in; return what names their session."""
    client = Client()
    client.force_login(person)
    return client.cookies[SESSION].value


def _ready(row, session):
    client = Client(raise_request_exception=False)
    if session:
        client.cookies[SESSION] = session
    address = reverse(row.route, kwargs=known(row.about))
    data = {
        key: SimpleUploadedFile("figures2.csv", one) if isinstance(one, bytes) else one
        for key, one in known(row.data).items()
    }
    return client, address, data


def _asked(client, row, address, data):
    return (client.get if row.method == "GET" else client.post)(address, data)


@pytest.fixture(scope="module")
def sessions(built_once):
    """The session of somebody with each role: all tests stand on them, and undo what they do themselves."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=quick), time_machine.travel(AT, tick=False):
        return {
            role: _session_of(make_person(PEOPLE[role].key, name=role, roles=[role]))
            for role in PEOPLE
        }


def test_every_address_of_staff_is_in_the_table():
    assert {row.route for row in ROWS} | LIBRARY == set(ROUTES)
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("name", sorted(set(ROUTES) - LIBRARY))
def test_every_method_of_an_address_is_in_the_table(name):
    rows = [row for row in ROWS if row.route == name]
    tabled = {row.method for row in rows}
    session = _session_of(make_person("all@body.example", roles=sorted(EVERYBODY)))

    # A method is refused before anything is looked for: no scene needs to be there.
    address = reverse(name, kwargs=dict.fromkeys(rows[0].about, "1"))
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        client = Client()
        client.cookies[SESSION] = session
        with _undone():
            answer = client.generic(method, address)
        assert (answer.status_code == 405) is (method not in tabled), method


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_door_opens_to_those_roles_and_to_no_other_and_nothing_typed_breaks_it(sessions, row):
    row.scene()
    # Every knock begins where the scene ends: what only it knows is looked for once.
    row = replace(row, about=known(row.about), data=known(row.data))

    for role, session in sessions.items():
        with _undone():
            answer, has_changed = _sent(row, session)
        may = role in row.may
        refused = row.no if role in row.readers else 403
        expected = row.yes if may else refused
        assert answer.status_code == expected, (role, answer.status_code, answer.content[:2000])
        assert has_changed is (may and not row.keeps), role
    with _undone():
        answer, has_changed = _sent(row)
    assert (answer.status_code, has_changed) == (302, False)
    assert answer.url.startswith("/account/sign-in?next=")
    assert list(_broken_by(row, sessions[min(row.may)])) == []


def _broken_by(row, session):
    """Return what breaks a page though it can be typed: no database stores the one, and few the other."""
    typed = [(name, value) for name, value in row.data.items() if isinstance(value, str)]
    for (name, value), more in product(typed, ("\0", "x" * 50_000)):
        with _undone():
            broken = replace(row, data={**row.data, name: value + more})
            client, address, data = _ready(broken, session)
            answer = _asked(client, broken, address, data)
        if answer.status_code >= 500:
            yield name, more[:1]


@pytest.mark.slow
@pytest.mark.parametrize("row", OF_REQUESTS, ids=lambda row: row.id)
def test_a_restricted_request_is_for_others_what_no_request_is(row):
    row.scene()
    named = somebody("Nina", "manager")
    restrict_request("2025-0001", people=[], reason="It is about us", doing=doing_by(named))
    nowhere = replace(row, about={**known(row.about), "reference": "2025-0999"})
    somebody_else = _session_of(let_in(STRANGER))
    a_manager = _session_of(make_person("m@body.example", roles=["manager"]))

    for session, asked in ((a_manager, row), (somebody_else, row), (somebody_else, nowhere)):
        with _undone():
            answer, has_changed = _sent(asked, session)
        assert (answer.status_code, has_changed) == (404, False)


def _buttons_in(module):
    """Return the buttons that a module tells apart: what is compared with `do`, and what it lists."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Match) and "do" in ast.unparse(node.subject):
            for case in node.cases:
                found |= {
                    one.value for one in ast.walk(case.pattern) if isinstance(one, ast.Constant)
                }
        if isinstance(node, ast.Compare) and "do" in _words(node.left):
            found |= {
                one.value
                for each in node.comparators
                for one in ast.walk(each)
                if isinstance(one, ast.Constant)
            }
    moves = getattr(module, "_MOVES", ())
    return found | {move[0].name.lower() for move in moves}


def _words(node):
    names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
    return names | {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}


def test_every_button_is_in_the_table():
    tabled, told_apart = {}, {}
    for row in ROWS:
        module = ROUTES[row.route].callback.__module__
        tabled.setdefault(module, set()).add(row.do if "do" in row.data else "")
    for module in tabled:
        told_apart[module] = _buttons_in(sys.modules[module]) - {""}

    unknown = {module: buttons - tabled[module] for module, buttons in told_apart.items()}

    assert {module: buttons for module, buttons in unknown.items() if buttons} == {}
    assert sum(map(len, told_apart.values())) > 20, "the buttons were not found"


@pytest.mark.parametrize(
    "row", [row for row in ROWS if {"part", "email"} & set(row.about)], ids=lambda row: row.id
)
def test_an_address_that_no_page_has_is_not_there(row):
    row.scene()
    session = _session_of(let_in(STRANGER))
    name = "part" if "part" in row.about else "email"

    for value in ("\0", "x" * 2_000, "\ud7ff", "..", "'"):
        with _undone():
            answer, has_changed = _sent(
                replace(row, about={**known(row.about), name: value}), session
            )
        assert (answer.status_code, has_changed) == (404, False), value


def test_the_mail_of_a_restricted_request_is_for_others_what_no_mail_is():
    scenes.mailing()
    Outgoing.objects.update(state=Outgoing.State.UNSURE, handed_at=AT)
    named = somebody("Nina", "manager")
    restrict_request("2025-0001", people=[], reason="It is about us", doing=doing_by(named))
    client = Client()
    client.force_login(let_in(STRANGER))

    pages = [
        client.post("/mail/", {"do": "went", "mail": mail, "reason": "I asked"})
        for mail in ("letter 2025-0001 1", "letter 2025-0999 1")
    ]

    assert [page.status_code for page in pages] == [404, 404]
    first, second = (page.content.decode().replace("0999", "0001") for page in pages)
    assert _without_tokens(first) == _without_tokens(second)
    assert "2025-0001" not in client.get("/mail/").content.decode()


def _without_tokens(page):
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
