"""Records of a log as pages print them: four with a question each, and a second question of two of them."""

from answerable.reading import read_bytes

BEES = ("BX/31/207", "Hives on roofs", "How many hives are there?", "There are nine hives.")
LAMPS = ("BX/31/219", "Lamps in parks", "Who mends the lamps?", "A contractor mends them.")
FERRIES = ("BX/31/224", "Night ferries", "How many ferries run at night?", "Two ferries run then.")
SHELVES = ("BX/31/230", "Empty shelves", "Which shelves are empty?", "Those of the annexe are.")
MORE = {
    "BX/31/207": ("What did the hives cost?", "They cost £640 in all."),
    "BX/31/219": ("When were they last tested?", "In May of that year."),
}


def page(*parts):
    return "<html><body><h1>Log</h1>" + "".join(parts) + "</body></html>"


def table(*rows):
    return "<table>" + "".join(rows) + "</table>"


def row(*cells):
    return "<tr>" + "".join(c if c.startswith("<td") else f"<td>{c}</td>" for c in cells) + "</tr>"


def read(text, name="log.html"):
    return read_bytes(text.encode(), name=name).entries


def shown(entries):
    return [
        (one.ref, one.title, [(each.text, each.answer) for each in one.questions])
        for one in entries
    ]
