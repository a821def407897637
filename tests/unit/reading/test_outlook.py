"""Messages of Outlook: their words in each of three forms, their files, the messages in them, and damage."""

import pytest

from answerable.reading import NotReadable, read_bytes, readings_in
from answerable.reading.mailed.outlook import MOST_DEEP, letter_of_outlook
from answerable.reading.rtf.compressed import html_of, unpacked
from tests.support.outlook_files import container, message, outlook_file, packed_rtf

# 6 October 2025, in tenths of microseconds since 1601.
SENT = 134_042_016_000_000_000
FROM_HTML = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Sans;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
    rb"Seven \'a3 and \u8364?{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 {\*\htmltag <b>}We do.{\*\htmltag </b>}}"
)


def test_a_message_is_read_with_its_subject_and_day():
    reading = read_bytes(
        outlook_file(subject="RE: Bicycles", text="Seven.\r\nWe do.", sent=SENT), name="mail.msg"
    )

    assert reading.format == "msg"
    assert [one.text for one in reading.unread] == [
        "Subject: Bicycles",
        "Date: 6 October 2025",
        "Seven.",
        "We do.",
    ]


WORDS = {
    "plain": {"text": "Seven bicycles"},
    "html": {"html": b"<p>Seven <b>bicycles</b></p>"},
    "packed RTF": {"rtf": packed_rtf(rb"{\rtf1 Seven {\b bicycles}\par}")},
    "HTML in packed RTF": {
        "rtf": packed_rtf(rb"{\rtf1\fromhtml1 {\*\htmltag <p>}Seven bicycles{\*\htmltag </p>}}")
    },
}


@pytest.mark.parametrize("what", WORDS)
def test_words_are_read_in_whatever_form_they_are(what):
    reading = read_bytes(outlook_file(**WORDS[what]), name="mail.msg")

    assert [one.text for one in reading.unread] == ["Seven bicycles"]


def test_html_is_taken_out_of_the_rtf_that_was_made_of_it():
    assert html_of(FROM_HTML) == "<p>Seven £ and €</p><b>We do.</b>"


def test_packed_rtf_may_repeat_what_stands_before_it():
    # The example of MS-OXRTFCP section 4.1, with what it means.
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3206865"
        "6c090020627705b06c647d0a800fa0"
    )

    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_files_and_messages_in_a_message_are_documents_of_their_own():
    inner = message(subject="The answer", text="Seven.", files=[("log.txt", b"Words")])
    data = outlook_file(text="See below.", files=[("a.txt", b"More"), ("in.msg", inner)])

    assert [one.source for one in readings_in(data, name="m.msg")] == [
        "m.msg",
        "m.msg/a.txt",
        "m.msg/in.msg",
        "m.msg/in.msg/log.txt",
    ]


def test_messages_in_messages_are_read_down_to_a_depth():
    inner = message(subject="50", text="Deepest")
    for number in range(49, 0, -1):
        inner = message(text=f"Depth {number}", files=[("in.msg", inner)])
    found = list(readings_in(outlook_file(text="Top", files=[("in.msg", inner)]), name="m.msg"))

    assert len(found) == MOST_DEEP + 1
    assert "stands in more than 10 zips or mails" in str(found[-1])


WHOLE = outlook_file(subject="Bicycles", text="Seven. " * 2000, files=[("log.txt", b"x" * 9000)])


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_message_that_is_cut_off_is_one_sentence_or_what_is_left_of_it(share):
    found = list(readings_in(WHOLE[: int(len(WHOLE) * share)], name="mail.msg"))

    assert found
    assert all(isinstance(one, NotReadable) or one.source.startswith("mail.msg") for one in found)
    assert all("fault" not in str(one) for one in found if isinstance(one, NotReadable))


@pytest.mark.parametrize("at", range(24, 512, 4))
def test_a_head_that_lies_is_one_sentence_or_a_message(at):
    broken = bytearray(WHOLE)
    broken[at : at + 4] = b"\xf0\xff\xff\x7f"
    found = list(readings_in(bytes(broken), name="mail.msg"))

    assert found
    assert all("fault" not in str(one) for one in found if isinstance(one, NotReadable))


def test_a_stream_that_says_it_is_larger_than_the_file_is_refused():
    data = WHOLE.replace((9000).to_bytes(8, "little"), (2**31).to_bytes(8, "little"))

    with pytest.raises(
        NotReadable, match=r"^mail.msg is a message of Outlook that is cut off or damaged"
    ):
        letter_of_outlook(data, "mail.msg")


def test_a_container_that_is_no_message_is_told_as_before():
    with pytest.raises(NotReadable, match="is an old Excel file"):
        read_bytes(container({"Workbook": b"x" * 100}), name="log.xls")
