"""What rich text says where no reader shows it, and no other rule looks."""

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict

SAYS = {
    "short words as a number of a list": r"{\listtext Jo Li\tab}East\par",
    "words beside the settings of a picture": r"{\pict{\*\picprop Quill}\pngblip}",
    "letters in the number of a picture": r"{\pict{\*\blipuid 5175696c6c66656174686572204a6f21}\pngblip}",
    "letters with nothing behind them as the number of a picture": r"{\pict{\*\blipuid 5175696c6c66656174686572000000}\pngblip}",
    "wide letters as the number of a picture": r"{\pict{\*\blipuid 51007500690065007400ff0102030405}\pngblip}",
    "the number of a person as that of a picture": r"{\pict{\*\blipuid 9434765919}\pngblip}",
    "the number of a person as that of a list": r"{\listtext 943 476 5919\tab}East\par",
    "words of a drawing for old programs": r"{\shp{\*\shpinst{\shptxt East\par}}{\shprslt{\*\do{\dptxbxtext Quillfeather\par}}}}",
    "signs behind backslashes": r"East \0\1\6\3\2\9\6\0\par",
}
SAYS_NOTHING = {
    "numbers of lists": r"{\listtext 1.\tab}East\par{\pntext iv)\tab}West\par{\listtext aa.\tab}North\par{\listtext\'b7\tab}South\par",
    "a long number of a list": r"{\listtext 1.2.13.4.5.6.7.8\tab}East\par",
    "a number that the page says": r"{\listtext Ward East\tab}Ward East\par",
    "the same drawing for old programs": r"{\shp{\*\shpinst{\shptxt East\par}}{\shprslt{\*\do{\dptxbxtext East\par}}}}",
    "blanks and hyphens": r"East\~West\_North\-South\par",
}


def looked_at(body):
    """Return what an inspection makes of a document with such a body."""
    return inspected(rf"{{\rtf1\ansi\ansicpg1252 {body}}}".encode(), "f.rtf")


@pytest.mark.parametrize("body", SAYS.values(), ids=SAYS)
def test_words_that_no_program_of_today_shows_are_told(body):
    told = looked_at(body)

    assert {"rtf.other-text", "rtf.shape", "rtf.unknown-word"} & {one.code for one in told.findings}


@pytest.mark.parametrize("body", SAYS_NOTHING.values(), ids=SAYS_NOTHING)
def test_what_programs_write_by_themselves_asks_nothing(body):
    assert looked_at(body).verdict is Verdict.CLEAR
