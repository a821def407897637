"""The line that a name stands on, and what marks it."""

from answerable.inspecting.redacting import Mark
from tests.support.marked.made import AFTER, BEFORE, LINE, SECRET, Made

EVERYWHERE = (Mark(words=SECRET),)
STAYS = (*BEFORE.split(), *AFTER.split())
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def text_of(write, *, at=(40, 200), size=12, name=b"F"):
    return b"BT /%s %d Tf %d %d Td %s Tj ET\n" % (name, size, *at, write(LINE))


def one_page(make):
    made = Made()
    font, write = make(made.pdf)
    made.page(text_of(write), fonts={"F": font})
    return made.data(), EVERYWHERE, STAYS
