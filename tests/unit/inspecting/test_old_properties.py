"""Properties of old Office that say that they are more than there is room for: refused at once."""

import struct

import pytest

from answerable.inspecting.child import inspected
from tests.support.planted.old_documents import old_document, summary


@pytest.mark.parametrize(
    ("at", "said"), [(52, 0x7FFFFFFF), (64, 0x101E)], ids=["properties", "values"]
)
def test_more_properties_than_there_is_room_for_are_not_looked_for(at, said):
    held = bytearray(summary(4, b"Quillfeather"))
    struct.pack_into("<I", held, at, said)
    struct.pack_into("<I", held, 68, 0x7FFFFFFF)

    found = inspected(old_document(streams={"\x05SummaryInformation": bytes(held)}), "f.doc")

    assert found.reason.startswith(
        "It is a file of old Office or Outlook that is cut off or damaged"
    )
