"""Looking through a snapshot: rows by value and by words, and copies that lack what is not for their readers."""

import datetime as dt

import duckdb
import pytest

from answerable.domain.measures.audiences import as_seen_by, may_see
from answerable.domain.measures.registers import Audience, Column, ColumnKind, Gap, Register
from answerable.measuring.browsing import Asked, narrowings, part_of, rows_of, write_columns
from answerable.measuring.samples.registers import SAMPLES, write_sample
from answerable.measuring.shipped import shipped_registers
from answerable.measuring.snapshots.store import SnapshotStore

SECRET = "KQZX-4711"
REGISTER = Register(
    name="things",
    version=1,
    title="Things",
    counts="thing",
    key=("reference",),
    audience=Audience.PUBLIC,
    columns=(
        Column("reference", "Reference", ColumnKind.TEXT, audience=Audience.STAFF),
        Column("force", "Force", ColumnKind.TEXT),
        Column("made_on", "Made", ColumnKind.DATE),
        Column("is_open", "Open", ColumnKind.YES_NO),
        Column("note", "Note", ColumnKind.TEXT, required=False, audience=Audience.ANALYSTS),
    ),
    gaps=(Gap("note", "made_on", dt.date(2020, 1, 1), dt.date(2020, 1, 2), "not kept"),),
)


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "it's rows.parquet"
    values = ", ".join(
        f"('R{place:03}', '{'North' if place % 3 else 'South'} Police', DATE '2019-12-31' + {place}, "
        f"{place % 2 == 0}, '{SECRET} % of {place}')"
        for place in range(200)
    )
    where = str(path).replace("'", "''")
    duckdb.sql(
        f"COPY (SELECT * FROM (VALUES {values}) AS t(reference, force, made_on, is_open, note)) TO '{where}'"
    )
    return path


def _references(part):
    return [row[0] for row in part.rows]


def test_rows_come_in_the_order_of_the_key_a_part_at_a_time(rows):
    part = part_of(rows, REGISTER, Asked(), start=10, most=3)

    assert part.total == 200
    assert _references(part) == ["R010", "R011", "R012"]


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        (Asked({"force": "South Police"}), 67),
        (Asked({"is_open": "true"}), 100),
        (Asked({"made_on": "2019/20"}), 92),
        (Asked({"made_on": "2020/21", "force": "South Police"}), 36),
        (Asked({"made_on": "some year"}), 0),
        (Asked({"nothing": "of this"}), 200),
        (Asked(words="north r00"), 6),
        (Asked(words="% of 7"), 200),
        (Asked(words="'; DROP TABLE things"), 0),
    ],
)
def test_rows_are_narrowed_by_values_and_words(rows, asked, total):
    part = part_of(rows, REGISTER, asked, start=0, most=5)

    assert part.total == total
    assert len(list(rows_of(rows, REGISTER, asked))) == total


def test_what_can_be_chosen_from_is_offered_with_its_counts(rows):
    offered = {one.column.name: one.choices for one in narrowings(rows, REGISTER)}

    assert set(offered) == {"force", "made_on", "is_open"}
    assert [(one.value, one.rows) for one in offered["made_on"]] == [
        ("2019/20", 92),
        ("2020/21", 108),
    ]


@pytest.mark.parametrize(
    ("viewer", "columns"),
    [
        (Audience.PUBLIC, ["force", "made_on", "is_open"]),
        (Audience.STAFF, ["reference", "force", "made_on", "is_open"]),
        (Audience.ANALYSTS, ["reference", "force", "made_on", "is_open", "note"]),
    ],
)
def test_a_register_has_the_columns_that_its_viewer_may_see(viewer, columns):
    seen = as_seen_by(REGISTER, viewer)

    assert [one.name for one in seen.columns] == columns
    assert bool(seen.key) == ("reference" in columns)
    assert bool(seen.gaps) == ("note" in columns)


def test_a_register_that_is_for_others_is_not_seen_at_all():
    staff = Register("x", 1, "X", "x", (), audience=Audience.STAFF)

    assert as_seen_by(staff, Audience.PUBLIC) is None
    assert may_see(Audience.PUBLIC, Audience.PUBLIC)


def test_a_copy_for_the_public_holds_nothing_of_what_it_leaves_out(rows, tmp_path):
    seen = as_seen_by(REGISTER, Audience.PUBLIC)
    out = tmp_path / "public.parquet"

    assert write_columns(rows, seen, out) == 200
    first = part_of(out, seen, Asked(), start=0, most=1).rows[0]
    assert first == ("North Police", dt.date(2020, 1, 1), False)
    assert SECRET.encode() in rows.read_bytes()
    assert SECRET.encode() not in out.read_bytes()
    assert b"R000" not in out.read_bytes()


@pytest.mark.parametrize("name", ["value", "count", "select", "rows", "it's", 'a "name"'])
def test_a_column_may_have_any_name(tmp_path, name):
    texts = (Column(one, one, ColumnKind.TEXT) for one in ("reference", name, "other"))
    register = Register("x", 1, "X", "x", tuple(texts), key=("reference",))
    path = tmp_path / "rows.parquet"
    as_sql = name.replace('"', '""')
    duckdb.sql(
        f"COPY (SELECT * FROM (VALUES ('R1', 'a', 'x'), ('R2', 'b', 'y'), ('R3', 'b', 'y')) "
        f"AS t(reference, \"{as_sql}\", other)) TO '{path}'"
    )

    named, other = narrowings(path, register)

    assert [(one.value, one.rows) for one in named.choices] == [("a", 1), ("b", 2)]
    assert [(one.value, one.rows) for one in other.choices] == [("x", 1), ("y", 2)]
    assert part_of(path, register, Asked({name: "b"}), start=0, most=9).total == 2


@pytest.mark.parametrize("name", ["contracts", "misconduct-proceedings"])
def test_a_sample_register_is_narrowed_by_whatever_is_offered(tmp_path, name):
    sample, register = SAMPLES[name], shipped_registers()[name]
    store = SnapshotStore(tmp_path / "registers")
    snapshot = store.load(register, write_sample(sample, tmp_path), as_at=sample.as_at).snapshot
    path = store.path(snapshot)

    offered = narrowings(path, register)
    assert offered
    for one in offered:
        for choice in one.choices:
            asked = Asked({one.column.name: choice.value})
            assert part_of(path, register, asked, start=0, most=1).total == choice.rows
