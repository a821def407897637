"""Why an answered request does not stand in the log."""

from enum import StrEnum

from answerable.domain.questions.blind import Identity, blinded


class KeptOut(StrEnum):
    """Why an answered request does not stand in the log; the words stand on staff's pages."""

    PERSONAL = "what was asked or answered is about a person who would be recognised"
    SAFETY = "publishing it could endanger somebody"
    OWN_DATA = "it was about whoever asked"
    ELSEWHERE = "it is published elsewhere"
    SAME = "the same answer stands in the log already"
    NOTHING = "it holds nothing that others could use"
    ANOTHER = "another reason"


def without_requester(because: str, identity: Identity) -> str:
    """Return why something is kept out or sent back without who asked; our own words stay as they are."""
    ours = next((one.value for one in KeptOut if because.startswith(one.value)), "")
    return f"{ours}{blinded(because.removeprefix(ours), identity)}"
