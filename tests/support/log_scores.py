"""A whole log's reading against its truth, field by field: whatever the format that it was read from.

`scores(reading, truth)` takes the JSON that `answerable read --json` prints and one log of
`../shared/corpus/inputs/truth.json`, and gives a `Figure` for each field: refs, titles, index, items,
answers, decisions, tables, links, words.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

FIELDS = ("refs", "titles", "index", "items", "answers", "decisions", "tables", "links", "words")
_SAME = 0.9


@dataclass
class Figure:
    """Counts of one field: what the truth has, what was read, what of it agrees, and what does not."""

    true: int = 0
    read: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self):
        """Return the share of the truth that was read; 1.0 if there is none."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self):
        """Return the share that agrees of what the truth has and of what was read."""
        return 2 * self.right / (self.true + self.read) if self.true + self.read else 1.0

    def notes(self, *, where, is_right):
        """Count one thing of the truth."""
        self.true += 1
        self.right += is_right
        if not is_right:
            self.wrong.append(where)


def scores(reading, truth):
    """Return a Figure for each of FIELDS: a reading as JSON against one log of the truth."""
    figures = {name: Figure() for name in FIELDS}
    _list(figures["index"], "index", reading["index"], truth["index"])
    entries = list(reading["entries"])
    figures["refs"].read = figures["titles"].read = len(entries)
    for record in truth["records"]:
        entry = _entry_of(record, entries)
        name = record["ref"]
        figures["refs"].notes(where=f"{name}: {entry['ref']}", is_right=entry["ref"] == name)
        is_title = _plain(entry["title"]) == _plain(record["title"])
        figures["titles"].notes(where=f"{name}: {entry['title']!r}", is_right=is_title)
        _items(figures["items"], record, entry)
        _answers(figures["answers"], record, entry)
        _decisions(figures["decisions"], record, entry)
        _tables(figures["tables"], record, entry)
        _links(figures["links"], record, entry)
        _words(figures["words"], record, entry)
    return figures


def lines(figures):
    """Return a printable line for each field."""
    return [
        f"{name:9} {one.right:5} of {one.true:5}, {one.read:5} read:"
        f" recall {one.recall:.3f}, F1 {one.f1:.3f}"
        for name, one in figures.items()
    ]


_NOTHING = {
    "ref": None, "title": "", "request": "", "response": "", "questions": [], "outcomes": [],
    "exemptions": [], "tables": [], "attachments": [], "links": [],
}  # fmt: skip


def _entry_of(record, entries):
    """Return the entry of a record: by its title, else by its reference; an empty one if it was not read."""
    by_title = [one for one in entries if _plain(one["title"]) == _plain(record["title"])]
    by_ref = [one for one in entries if one["ref"] == record["ref"]]
    return next(iter(by_title or by_ref), _NOTHING)


def _plain(text):
    return " ".join("".join(one if one.isalnum() else " " for one in (text or "").lower()).split())


def _list(figure, name, read, true):
    figure.read += len(read)
    left = Counter(map(_plain, read))
    for one in true:
        figure.notes(where=f"{name}: {one}", is_right=left[_plain(one)] > 0)
        left[_plain(one)] -= 1


def key_of(label):
    """Return a label's path for comparing: "1.a", "1a" and "(1a)" are the same, so are "b2" and "2"."""
    bare = re.sub(r"b(?=\d)", "", label.lower())
    return tuple(re.findall(r"\d+|[a-z]+", bare))


def _note_each(figure, record, read, true):
    figure.read += len(read)
    for key, text in true.items():
        where = f"{record['ref']} {'.'.join(key)}: {read.get(key)!r}"
        figure.notes(where=where, is_right=_is_same(read.get(key, ""), text))


def _items(figure, record, entry):
    true = {key_of(item["id"]): item["text"] for item in record["items"]}
    if not true:
        return
    read = _read_items(entry, true)
    _note_each(figure, record, read, true)


def _read_items(entry, true):
    """Return the texts of questions and of their headings, by their paths.

    A question that the reading cut into its parts ("volumes of (a) mono and (b) colour") is whole again
    where the truth has it whole and holds all words of the parts.
    """
    read = {}
    for question in entry["questions"]:
        if question["label"] is None:
            continue
        key = key_of(question["label"])
        read[key] = question["text"]
        if question["heading"] and key[:-1]:
            read.setdefault(key[:-1], question["heading"])
    for key in list(read):
        above = key[:-1]
        if above in true and key not in true and not _words_beyond(read.pop(key), true[above]):
            read[above] = true[above]
    return read


def _words_beyond(text, whole):
    return Counter(_plain(text).split()) - Counter(_plain(whole).split())


def _is_same(read, true):
    """Return whether two texts have nine tenths of their words in common."""
    if _plain(read) == _plain(true):
        return True
    first, second = Counter(_plain(read).split()), Counter(_plain(true).split())
    common = (first & second).total()
    return common * 2 >= _SAME * (first.total() + second.total())


def _answers(figure, record, entry):
    """Count the answers of a record whose truth says which words answer which question.

    A heading's answer is that of the questions below it, and is counted there.
    """
    keys = [key_of(item["id"]) for item in record["items"]]
    heads = {key[:-1] for key in keys}
    true = {key_of(label): text for label, text in record["answers"].items()}
    true = {key: text for key, text in true.items() if key in keys and key not in heads}
    if not true:
        return
    read = _read_answers(entry, keys)
    _note_each(figure, record, read, true)


def _read_answers(entry, keys):
    """Return the answers by their questions' paths; those of a question's parts are the question's."""
    read = {}
    for question in entry["questions"]:
        if question["label"] is None or not question["answer"]:
            continue
        key = key_of(question["label"])
        read[key if key in keys or key[:-1] not in keys else key[:-1]] = question["answer"]
    return read


def _decisions(figure, record, entry):
    """Count each decision of the truth once for each question that it is on, else for the entry."""
    read = {
        key_of(question["label"]): {*question["outcomes"], *question["exemptions"]}
        for question in entry["questions"]
        if question["label"]
    }
    for code, labels in record["decisions"]:
        for label in filter(None, labels.split(",")):
            found = read.get(key_of(label), set())
            where = f"{record['ref']} {label} {code}: {sorted(found)}"
            figure.notes(where=where, is_right=bool(_allowed(code) & found))
        if not labels:
            found = {*entry["outcomes"], *entry["exemptions"]}
            where = f"{record['ref']} {code}: {sorted(found)}"
            figure.notes(where=where, is_right=bool(_allowed(code) & found))
    # The truth lists what a careful reader must find, and not every decision: more is no fault.
    figure.read = figure.true


def _allowed(code):
    """Return what of a reading meets a decision of the truth: "s40(2)", "EIR 12(4)(d)", "FOISA 38(1)(b)", "not held"."""
    if code.startswith(("EIR ", "FOISA ")):
        return {code}
    provision = re.fullmatch(r"s(\d.*?)\??", code)
    if provision is None:
        return {code.replace(" ", "_")}
    return {provision[1], *{"12": ["cost_limit"], "21": ["elsewhere"]}.get(provision[1], [])}


def _tables(figure, record, entry):
    """Count the cells: a table's place in the record, a cell's row and column, and its text must agree."""
    for number, true in enumerate(record["tables"]):
        read = entry["tables"][number]["rows"] if number < len(entry["tables"]) else []
        cells = {(y, x): text for y, row in enumerate(read) for x, text in enumerate(row)}
        for y, row in enumerate(true):
            for x, text in enumerate(row):
                found = cells.get((y, x))
                is_right = found is not None and _spaced(found) == _spaced(text)
                where = f"{record['ref']} table {number} {y},{x}: {found!r}, not {text!r}"
                figure.notes(where=where, is_right=is_right)
    figure.read += sum(len(row) for table in entry["tables"] for row in table["rows"])


def _spaced(text):
    return " ".join(text.split())


def _links(figure, record, entry):
    read = [(_link_text(one["text"]), one["href"]) for one in entry["links"]]
    figure.read += len(read)
    for link in record["links"]:
        wanted = (_link_text(link["text"]), link["href"])
        figure.notes(where=f"{record['ref']}: {wanted}", is_right=wanted in read)
        if wanted in read:
            read.remove(wanted)


def _link_text(text):
    # The truth was taken from markdown, which puts a stroke before a bracket.
    return _spaced(text.replace("\\", ""))


def _words(figure, record, entry):
    """Count the words of the record that stand in any field of the entry: whether text was lost."""
    true = Counter(_plain(f"{record['request']} {record['response']}").split())
    parts = [entry["request"], entry["response"]]
    parts += [f"{one['title']} {one['text'] or ''}" for one in entry["attachments"]]
    for table in entry["tables"]:
        parts += [table["caption"] or "", *(cell for row in table["rows"] for cell in row)]
    read = Counter(_plain(" ".join(parts)).split())
    figure.true += true.total()
    figure.read += read.total()
    figure.right += (true & read).total()
    figure.wrong += [f"{record['ref']}: {word}" for word in (true - read).elements()]
