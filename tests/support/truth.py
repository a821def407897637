"""Readings against hand-made truth: which questions were found, and which decided rightly."""

from dataclasses import dataclass, field


@dataclass
class Score:
    """Counts of questions: in the truth, read, found under the right label, decided as the truth says."""

    true: int = 0
    read: int = 0
    found: int = 0
    decided: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self):
        return 2 * self.found / (self.true + self.read)

    @property
    def outcomes(self):
        return self.decided / self.true


def scored(entries, truth_records):
    """Return how the questions of some entries agree with the records of a truth file."""
    score = Score()
    by_title = {_plain(entry.title): entry for entry in entries}
    for record in truth_records:
        entry = by_title.get(_plain(record["title"]))
        questions = {question.label: question for question in entry.questions} if entry else {}
        score.true += len(record["questions"])
        score.read += len(questions)
        for truth in record["questions"]:
            question = questions.get(truth["label"])
            name = f"{record['ref']} {truth['label']}"
            if question is None or not _is_same(truth, question):
                score.wrong.append(f"{name}: not found")
                continue
            score.found += 1
            if _is_decided(truth, question):
                score.decided += 1
            else:
                score.wrong.append(f"{name}: {[*question.outcomes]} {[*question.exemptions]}")
    return score


def _is_same(truth, question):
    wanted = [_plain(part) for part in truth["q"].split("...")]
    return all(part in _plain(question.text) for part in wanted)


def _is_decided(truth, question):
    first = truth["outcome"] or "unanswered"
    allowed = {first, *(truth.get("also") or ())}
    outcomes = [outcome.value for outcome in question.outcomes]
    exemptions = truth.get("exemptions") or []
    return first in outcomes and outcomes[0] in allowed and list(question.exemptions) == exemptions


def _plain(text):
    return " ".join("".join(one if one.isalnum() else " " for one in text.lower()).split())
