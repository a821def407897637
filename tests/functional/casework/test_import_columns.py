"""Which columns of a table hold what is told before it is read."""

import pytest

from answerable.jobs.imports import read_imports
from answerable.records.archive.models import Entry, ImportRun
from tests.functional.casework.conftest import done, seen
from tests.functional.casework.test_import_pages import CHOICES, NEW, RUNS, send, upload
from tests.support import import_scenes as scenes
from tests.support.casework import MANAGER, OFFICER
from tests.support.imports import log

pytestmark = pytest.mark.django_db


def table_of(client, data=scenes.TABLE):
    """Send a table whose columns are to be told, and return the address at which they are."""
    page = send(client, ("list.csv", data), columns="on")
    return f"{RUNS}{scenes.run()}/columns/", seen(page)


def test_columns_are_told_before_a_table_is_read_and_offered_again_for_the_next(as_):
    manager = as_(MANAGER)
    address, page = table_of(manager)
    assert "How many bicycles do you have? · How many tricycles" in page
    assert "Ann Example" not in page
    assert read_imports() == ""
    assert "Waits to be told what its columns hold" in seen(manager.get(RUNS))
    assert address in seen(manager.get(f"{RUNS}{scenes.run()}/"))

    done(manager.post(address, scenes.COLUMNS, follow=True), "The table is read by these columns")
    read_imports()
    (entry, _) = Entry.objects.order_by("key")
    assert entry.content["request"] == "How many bicycles do you have?"
    assert entry.content["response"] == "Seven."
    assert manager.get(address).status_code == 404

    _, page = table_of(manager, scenes.TABLE.replace(b"Seven", b"Eight"))
    assert "was said of an earlier table with these columns" in page
    assert page.count(" selected>") == 4
    assert '<option value="request" selected>' in page


def test_columns_of_which_no_entry_can_be_made_are_refused_and_the_run_still_waits(as_):
    address, _ = table_of(as_(MANAGER))
    page = as_(MANAGER).post(address, {"column_0": "ref"})
    assert "neither a request nor a title" in seen(page, 409)
    assert as_(MANAGER).post(address, {"column_0": "cake"}).status_code == 422
    assert ImportRun.objects.get().state == "filling"
    assert as_(OFFICER).get(address).status_code == 403


def test_a_table_whose_columns_nobody_told_can_be_stopped_and_read_by_its_own(as_):
    run = scenes.table()
    for do in ("stop", "go_on"):
        as_(MANAGER).post(f"{RUNS}{run}/", {"do": do})
        assert as_(MANAGER).get(f"{RUNS}{run}/columns/").status_code == 404
    assert read_imports() == "1 files settled"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("one.txt", log("7000001")), ("two.txt", b"x")], "Choose one table"),
        ([("one.pdf", b"%PDF-1.4 cut")], "one.pdf"),
        ([("one.txt", b"Some words of prose.")], "is no table in CSV, JSON or RSS"),
        ([("wide.csv", b"c," * 300 + b"c\n" + b"1," * 300 + b"1\n")], "more than 200 columns"),
    ],
)
def test_what_is_no_table_is_refused_and_nothing_is_kept(as_, files, said):
    page = as_(MANAGER).post(NEW, {"chosen": upload(*files), **CHOICES, "columns": "on"})
    assert said in page.content.decode()
    assert page.status_code in (409, 422)
    assert not ImportRun.objects.exists()


def test_cells_of_columns_that_look_like_people_are_masked_and_said_to_be(as_):
    data = (
        b"Case,What they wrote,What we wrote,Owner,Write to\n"
        b"7000001,Is Ms Reed of 14 Low Road there?,Seven.,Ann Example,ann@mail.example\n"
        b"7000002,How many tricycles do you have?,Two.,Bob Example,bob@mail.example\n"
    )
    _, page = table_of(as_(MANAGER), data)

    for somebody in ("Ann", "Bob", "mail.example", "Reed", "Low Road"):
        assert somebody not in page
    assert page.count("Its cells are masked") == 2
    assert "How many tricycles do you have? (what looks like somebody’s is masked)" in page
