"""How imports and doubts are named on their pages."""

STATES = {
    "filling": ("Files are coming in", "blue"),
    "reading": ("Being read", "blue"),
    "done": ("Done", "green"),
    "stopped": ("Stopped", "yellow"),
}
"""Each state of a run: its words, and the colour of its tag."""

ASKS_COLUMNS = ("Waits to be told what its columns hold", "yellow")
"""The same of a run that waits for a person."""

FILE_STATES = {
    "waiting": "Waiting",
    "reading": "Being read",
    "held": "Read, waits for those before it",
    "done": "Kept",
    "known": "Read before",
    "refused": "Refused",
}
"""Each state of a file."""

KINDS = {
    "gate": "A check does not hold",
    "index": "In the index, but no entry",
    "unassigned": "Which question does this answer?",
    "remark": "It does not agree with itself",
    "unsure": "Words that are hard to read",
    "disagreement": "Two readings differ",
    "unread": "It fits no entry",
}
"""Each kind of doubt, as its list is headed."""

HOWS = {
    "right as it is": "It is right as it is",
    "corrected": "It was put right elsewhere",
    "no matter": "It does not matter",
}
"""The ways of settling a doubt that a person chooses from."""

GATES = {True: "Holds", False: "Does not hold", None: "Nothing to check"}
"""What a gate said."""

FIELDS = {
    "ref": "Reference",
    "title": "Title",
    "request": "What was asked",
    "response": "What was answered",
    "received_on": "Day on which it came",
    "answered_on": "Day on which it was answered",
    "outcomes": "Outcome",
    "exemptions": "Exemptions",
    "links": "Links to documents",
    "nobody": "Who asked: never kept",
}
"""What a column of a table can hold."""
