"""Pairs of questions, labelled by hand: how many relations, contradictions and precedents are told rightly.

The rules were written beside the pairs for tuning, and made more general beside those of `more`, by another author;
those of `testing`, by a third, were looked at by nobody who wrote a rule. The page shows the figures.
"""

import collections
import datetime as dt
import json
from pathlib import Path

import pytest

from answerable.cli import main
from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.contradicting import Answered, contradiction
from answerable.domain.precedent.relations import Relation, related
from answerable.matching.filed import Filed, Kept
from answerable.matching.filed_precedents import Asking, FiledPrecedents
from answerable.matching.precedents import Precedents
from answerable.matching.question_documents import Made, QuestionDocument
from answerable.matching.questions_on_file import QuestionsOnFile
from tests.support.asking import asked, reader, relation
from tests.support.pages import table
from tests.support.seeds import needs_seeds, seed_path

HERE = Path(__file__).parent / "precedent"
SETS = ("tuning", "testing", "more")
FLOOR = 0.82
DAY = dt.date(2024, 6, 3)
NOTHING = "nothing"


@pytest.fixture(scope="module")
def told():
    """Return how often which relation is told for which: (truth, told)."""
    return _relations("tuning")


def _relations(name):
    return collections.Counter(
        (pair["relation"].replace("none", NOTHING), _told(pair)) for pair in _gold(name)["pairs"]
    )


def _gold(name):
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


def _told(pair):
    days = [dt.date.fromisoformat(pair[key]) for key in ("asked_on", "earlier_on")]
    return relation(pair["asked"], pair["earlier"], *days)[0]


def test_most_relations_are_told_rightly(told):
    right = sum(count for (truth, found), count in told.items() if truth == found)

    assert right / told.total() >= FLOOR


def test_the_page_shows_what_is_told_for_what(told):
    names = [*(one.value for one in Relation), NOTHING]

    rows = [
        {"labelled": truth, **{name: str(told[truth, name] or "–") for name in names}}
        for truth in names
    ]

    assert table("reference/precedent.md", "Figures") == rows


def _share_right(told):
    return sum(count for (truth, found), count in told.items() if truth == found) / told.total()


def _recall(name):
    """Return how many earlier questions that are the same or overlap are among the first five, and of how many."""
    precedents = Precedents(reader(), _earlier(), DAY)
    return _found(name, lambda text, day: precedents.like(text, day, most=5))


def _recall_on_disk(name, folder):
    """Return the same of the index on disk, which reads fewer candidates."""
    index = QuestionsOnFile(folder, what="index", remedy="again", is_public=True)
    documents = [QuestionDocument(str(one.entry), Kept(0, one)) for one in _earlier()]
    index.rebuild(documents, reader=reader(), made=Made(1, ""))
    precedents = FiledPrecedents(reader(), index)
    now = {one.kept.key: one.kept.filed for one in documents}
    return _found(
        name,
        lambda text, day: precedents.like(Asking(text, day, DAY), most=5, on_file=lambda _: now),
    )


def _found(name, like):
    pairs = [pair for pair in _gold(name)["pairs"] if pair["relation"] in ("same", "overlap")]
    found = sum(
        pair["earlier"]
        in [one.filed.text for one in like(pair["asked"], dt.date.fromisoformat(pair["asked_on"]))]
        for pair in pairs
    )
    return found, len(pairs)


def _earlier():
    texts = [pair["earlier"] for one in SETS for pair in _gold(one)["pairs"]]
    return [
        Filed(None, None, None, text, None, (), (), "", entry=entry)
        for entry, text in enumerate(texts)
    ]


@pytest.mark.parametrize("name", SETS)
def test_the_index_on_disk_finds_as_many_as_all_in_memory(name, tmp_path):
    assert _recall_on_disk(name, tmp_path) == _recall(name)


def _contradictions(name):
    """Return how many contradictions and changes are told, how many of those rightly, and how many there are."""
    told = right = 0
    gold = _gold(name)["contradictions"]
    for pair in gold:
        found = _contradiction(pair)
        kind = "change" if found and found.is_change else found and found.kind.value
        told += kind is not None
        right += kind == pair["kind"]
    return told, right, sum(pair["kind"] != "none" for pair in gold)


def _contradiction(pair):
    one, other = (_answered(pair[side]) for side in ("a", "b"))
    how = related(other.asked, one.asked)
    return contradiction(one, other, how.relation) if how else None


def _answered(side):
    on = dt.date.fromisoformat(side["on"])
    outcomes = frozenset(map(Outcome, side["outcomes"]))
    return Answered(
        asked(side["text"], on), on, outcomes, frozenset(side["exemptions"]), side["answer"]
    )


def test_the_page_shows_how_seen_and_unseen_pairs_fare():
    rows = []
    for name in SETS:
        found, wanted = _recall(name)
        told, right, count = _contradictions(name)
        rows.append(
            {
                "pairs": name,
                "relations right": f"{_share_right(_relations(name)):.2f}",
                "same and overlap among the first five": f"{found / wanted:.2f}",
                "contradictions and changes": str(count),
                "told": str(told),
                "told rightly": str(right),
            }
        )

    assert table("reference/precedent.md", "Seen and unseen") == rows
    assert all(int(row["told rightly"]) >= 0.9 * int(row["told"]) for row in rows)


CONTRADICTIONS = [
    ("5023075", "1", "5024009", "1a", False),
    ("5023075", "2", "5024009", "1c", False),
    ("5023075", "3", "5024009", "1d", False),
    ("5023075", "5", "5024007", "1g", False),
    ("5023075", "6", "5024007", "1c", True),
    ("5023075", "8", "5024007", "2b", False),
]


def contradictions_of(capsys, *options):
    """Return where the founding logs are told to contradict each other: references, labels, and whether by time."""
    logs = [str(seed_path(number)) for number in ("000", "002", "003")]

    assert main(["contradictions", "--in", *logs, "--json", *options]) == 1

    return [
        (one["a"]["ref"], one["a"]["label"], one["b"]["ref"], one["b"]["label"], one["is_change"])
        for one in json.loads(capsys.readouterr().out)
    ]


@needs_seeds
def test_the_founding_logs_contradict_each_other_where_they_do_and_nowhere_else(capsys):
    assert contradictions_of(capsys) == CONTRADICTIONS


@needs_seeds
@pytest.mark.parametrize(
    ("asked_again", "label"),
    [
        ("Please confirm the manufacturer of your telephony system(s)", "1"),
        ("Who maintains your telephony system(s)?", "2"),
        ("Who maintains your contact centre system(s)?", "5"),
        ("How many contact centre agents do you have?", "6"),
    ],
)
def test_vendors_questions_find_their_counterparts_first(capsys, asked_again, label):
    main(["match", asked_again, "--in", str(seed_path("002")), "--json"])

    first = json.loads(capsys.readouterr().out)[0]
    assert (first["ref"], first["label"], first["relation"]) == ("5023075", label, "same")
