"""Methods of finding and telling earlier questions, measured beside each other on pairs that are labelled by hand."""

import collections
import datetime as dt
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from answerable.domain.decisions.outcomes import Outcome
from answerable.domain.precedent.asked import reader_of
from answerable.domain.precedent.compared import compared, evenly
from answerable.domain.precedent.contradicting import Answered, contradiction
from answerable.domain.precedent.leaning import standing_above
from answerable.domain.precedent.paraphrased import read_by_model
from answerable.domain.precedent.relations import related, with_signs
from answerable.domain.precedent.together import as_it_stands
from answerable.matching.analysis import stem_of
from answerable.matching.filed import Filed, Kept
from answerable.matching.filed_precedents import Asking, FiledPrecedents
from answerable.matching.nearness import NearQuestions
from answerable.matching.precedents import Precedents
from answerable.matching.question_documents import Made, QuestionDocument
from answerable.matching.question_index import QuestionIndex
from answerable.matching.questions_on_file import QuestionsOnFile
from tests.support.asking import DAY, asked, asked_in, reader

HERE = Path(__file__).parents[1] / "corpus" / "precedent"
SETS = ("tuning", "testing", "more")
NOTHING = "nothing"
FIRST = 5


def gold(name):
    """Return a set of pairs; where it holds whole requests, each question with what stands above it there."""
    held = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    if "requests" in held:
        known = dict(question for one in held["requests"] for question in _questions_of(one))
        held["pairs"] = [
            {
                "relation": pair["relation"],
                **_on_side("asked", known[pair["asked"]]),
                **_on_side("earlier", known[pair["earlier"]]),
            }
            for pair in held["pairs"]
        ]
    return held


def _questions_of(request):
    """Yield the questions of a request by the names that pairs give them: its own, and their place."""
    read = [(one["text"], one.get("heading")) for one in request["questions"]]
    above = standing_above(read, request.get("title"))
    for place, ((text, _), under) in enumerate(zip(read, above, strict=True), 1):
        yield f"{request['id']}.{place}", (text, request["on"], under)


def _on_side(side, question):
    text, on, under = question
    return {side: text, f"{side}_on": on, f"{side}_under": under}


@dataclass(frozen=True)
class OnFile:
    """The earlier questions of all sets, with the model of paraphrase that is asked, if any, and one that reads two together."""

    names: tuple
    model: object = None
    both: object = None

    def __post_init__(self):
        texts = [pair["earlier"] for name in self.names for pair in gold(name)["pairs"]]
        object.__setattr__(self, "texts", texts)

    def recall(self, name, method):
        """Return how many that are the same or overlap are among the first five that a method finds, and of how many."""
        return self.found(name, getattr(self, f"_{method}")())

    def found(self, name, first):
        """Return the same of what gives the first five for a question and its day."""
        wanted = [one for one in gold(name)["pairs"] if one["relation"] in ("same", "overlap")]
        found = sum(
            one["earlier"] in first(one["asked"], dt.date.fromisoformat(one["asked_on"]))
            for one in wanted
        )
        return found, len(wanted)

    def on_disk(self, folder):
        """Return what gives the first five by the rules, from an index in a folder, which reads fewer candidates."""
        index = QuestionsOnFile(folder, what="index", remedy="again", is_public=True)
        filed = [_filed(text, number) for number, text in enumerate(self.texts)]
        documents = [QuestionDocument(str(one.entry), Kept(0, one)) for one in filed]
        index.rebuild(documents, reader=reader(), made=Made(1, ""))
        precedents = FiledPrecedents(reader(), index)
        now = {one.kept.key: one.kept.filed for one in documents}
        return lambda text, on: [
            one.filed.text
            for one in precedents.like(Asking(text, on, DAY), most=FIRST, on_file=lambda _: now)
        ]

    def relations(self, name):
        """Return how often which relation is told for which: (truth, told)."""
        relate = self._relate()
        return collections.Counter(
            (pair["relation"].replace("none", NOTHING), _told(pair, relate))
            for pair in gold(name)["pairs"]
        )

    def contradictions(self, name):
        """Return how many contradictions and changes are told, how many of those rightly, and how many there are."""
        told = right = 0
        pairs = gold(name)["contradictions"]
        relate = self._relate()
        for pair in pairs:
            found = _contradiction(pair, relate)
            kind = "change" if found and found.is_change else found and found.kind.value
            told += kind is not None
            right += kind == pair["kind"]
        return told, right, sum(pair["kind"] != "none" for pair in pairs)

    def _relate(self):
        if self.both:
            return self._related_together
        return NearQuestions(self.model, []).related if self.model else related

    def _related_together(self, new, earlier):
        one, other = self.model.vectors([read_by_model(new), read_by_model(earlier)])
        (chances,) = self.both.chances([(as_it_stands(new), as_it_stands(earlier))])
        return with_signs(compared(new, earlier, evenly), float(one @ other), chances)[0]

    def _bm25(self):
        return self._by_words(reader_of(stem_of, ()))

    def _thesaurus(self):
        return self._by_words(reader())

    def _by_words(self, read):
        index = QuestionIndex([read.asked(text, DAY) for text in self.texts])
        return lambda text, on: [
            self.texts[one] for one in index.candidates(read.asked(text, on), most=FIRST)
        ]

    def _nearest(self):
        near = NearQuestions(self.model, [asked(text) for text in self.texts])
        return lambda text, on: [
            self.texts[one] for one in near.nearest(asked(text, on), most=FIRST)
        ]

    def _rules(self):
        model = self.model
        by_model = partial(NearQuestions, model, both=self.both) if model else None
        on_file = Precedents(reader(), map(_filed, self.texts), DAY, by_model)
        return lambda text, on: [one.filed.text for one in on_file.like(text, on, most=FIRST)]


def share_right(told):
    return sum(count for (truth, found), count in told.items() if truth == found) / told.total()


def _told(pair, relate):
    found = relate(asked_in(pair, "asked"), asked_in(pair, "earlier"))
    return found.relation.value if found else NOTHING


def _filed(text, number=0):
    return Filed(None, None, None, text, None, (), (), "", entry=number)


def _contradiction(pair, relate):
    one, other = (_answered(pair[side]) for side in ("a", "b"))
    how = relate(other.asked, one.asked)
    return contradiction(one, other, how.relation) if how and how.is_by_rule else None


def _answered(side):
    on = dt.date.fromisoformat(side["on"])
    outcomes = frozenset(map(Outcome, side["outcomes"]))
    return Answered(
        asked(side["text"], on), on, outcomes, frozenset(side["exemptions"]), side["answer"]
    )
