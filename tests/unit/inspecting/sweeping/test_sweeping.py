"""Words are found in a file however they are packed and written, and not where they only seem to be."""

import base64
import gzip
import io
import zlib
from email.message import EmailMessage

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from answerable.inspecting.sweeping import CannotSweep, Trace, apart, traces
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.planted.everything import PLANTED
from tests.support.planted.fixtures import SECRET, zipped

ACCENTED = "Élodie Quillfeather"


def pdf(content, **more):
    """Return a PDF of one page with such a content stream."""
    made = pikepdf.new()
    page = made.add_blank_page()
    page.Contents = made.make_stream(content)
    for key, value in more.items():
        made.Root[f"/{key}"] = value
    out = io.BytesIO()
    made.save(out, compress_streams=True)
    return out.getvalue()


def mail(**coded):
    """Return a mail with a body that is coded so."""
    message = EmailMessage()
    message["Subject"] = "Bins"
    message.set_content(f"It says {SECRET}, twice.\n", **coded)
    return message.as_bytes()


def deleted(member):
    """Return a zip whose list names one file, with another one before it that only its own head tells of."""
    hidden = zipped({"hidden.txt": b"x" * 50 + member})
    return hidden[: hidden.rfind(b"PK\1\2")] + zipped({"shown.txt": b"nothing"})


def kept(text):
    """Return a workbook with a text."""
    book = Workbook()
    book.active["A1"] = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


PLAIN = SECRET.encode()
WAYS = {
    "as it is": PLAIN,
    "in capitals": SECRET.upper().encode(),
    "in two bytes a letter": SECRET.encode("utf-16-le"),
    "in two bytes, the great one first": b"\xfe\xff" + SECRET.encode("utf-16-be"),
    "in hexadecimal": SECRET.encode().hex().encode(),
    "in hexadecimal of two bytes": b"<FEFF" + SECRET.encode("utf-16-be").hex().upper().encode(),
    "in hexadecimal with blanks": " ".join(f"{one:02X}" for one in PLAIN).encode(),
    "in base64": base64.b64encode(b"It is " + PLAIN + b" again"),
    "in base64 one further": base64.b64encode(b"It was " + PLAIN),
    "in base64 two further": base64.b64encode(b"It will " + PLAIN),
    "in base64 for addresses": base64.urlsafe_b64encode(b"???>>>" + PLAIN + b"???>>>"),
    "in base64 over lines": base64.encodebytes(b"Lorem ipsum dolor sit amet, it is " * 2 + PLAIN),
    "in runs of letters": b"<w:t>Quill</w:t></w:r><w:r><w:t>feather</w:t>",
    "with entities": b"<p>&#81;uill&#x66;eather</p>",
    "with escapes of JSON": b'{"name": "\\u0051uillfe\\u0061ther"}',
    "with escapes of RTF": rb"{\rtf1 \'51uill\u102?eather}",
    "with escapes of addresses": b"?name=%51uill%66eather",
    "with escapes of mails": b"=51uill=\r\nfeather",
    "with escapes of Office": b"<t>_x0051_uillfeather</t>",
    "with escapes of PDF": rb"(\121uill\146eather)",
    "letter by letter": b"Q u i l l f e a t h e r",
    "over a line's end": b"Quill-\r\nfeather",
    "with signs without a width": "Quill\u200bfea\u00adther".encode(),
    "in a mail": mail(),
    "in a mail in base64": mail(cte="base64"),
    "in a mail in quoted printable": mail(cte="quoted-printable"),
    "in the head of a mail": b"From: =?utf-8?q?Qu=69llfeather?= <a@example.org>\r\nMIME-Version: 1.0\r\n\r\nx",
    "deflated": b"\0\0" + zlib.compress(b"It is " + PLAIN),
    "by gzip": gzip.compress(b"It is " + PLAIN),
    "in a zip": zipped({"a.txt": PLAIN}),
    "in the name of a file in a zip": zipped({f"{SECRET}.txt": b"-"}),
    "in a zip in a zip": zipped({"a.zip": zipped({"a.txt": PLAIN})}),
    "in a file that is in no list of its zip": deleted(PLAIN),
    "in a zip behind other bytes": b"\x89PNG" + bytes(99) + zipped({"a.txt": PLAIN}),
    "in a zip in base64": b'{"file": "' + base64.b64encode(zipped({"a.txt": PLAIN})) + b'"}',
    "in a workbook": kept(SECRET),
    "in the text of a page": pdf(b"BT /F1 12 Tf (Quillfeather) Tj ET"),
    "in pieces of a page": pdf(b"BT [(Qu) -20 (ill) 3 (feather)] TJ ET"),
    "in letters of a page": pdf(
        b"BT " + b" 5 0 Td ".join(b"(%c) Tj" % one for one in PLAIN) + b" ET"
    ),
    "in hexadecimal of a page": pdf(b"BT <" + PLAIN.hex().encode() + b"> Tj ET"),
    "in a string of a PDF": pdf(b"", Lang=pikepdf.String(SECRET)),
    "in two bytes in a string of a PDF": pdf(b"", Lang=pikepdf.String(f"Ā{SECRET}")),
    "in a name of a PDF": pdf(b"", Quillfeather=True),
    "in a PDF in a zip": zipped({"a.pdf": pdf(b"BT (Quill) Tj (feather) Tj ET")}),
}


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_a_word_is_found_however_it_is_written(data):
    assert traces_here(b"" + data, ["Nobody Known", SECRET])


@pytest.mark.parametrize(
    "written", [ACCENTED, ACCENTED.upper(), "Elodie  Quillfeather", "e\u0301lodie\nquillfeather"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_letters_with_accents_are_found_with_and_without_them(written, encoding):
    assert traces_here(written.encode(encoding, "ignore"), [ACCENTED, "Quillfeather"])


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("It was Rose’s.", True),
        ("ROSE", True),
        ("It was “Rose”", True),
        ("She arose early", False),
        ("Rosé wine", False),
        ("prosecutors", False),
        ("R o s e", False),
    ],
)
def test_a_short_word_is_found_only_where_it_stands_alone(text, is_found):
    assert bool(traces_here(text.encode(), ["Rose"])) is is_found
    assert bool(traces_here(text.encode("utf-16-le"), ["Rose"])) is is_found


def test_it_says_where_and_which():
    data = zipped({"a.csv": b"Ward\nQuillfeather\n", "b.csv": b"Ward\n"})

    assert traces_here(data, ["Ward", SECRET], name="a.zip") == (
        Trace(0, "a.zip > a.csv", "UTF-8"),
        Trace(1, "a.zip > a.csv", "UTF-8"),
        Trace(0, "a.zip > b.csv", "UTF-8"),
    )


@pytest.mark.slow
def test_a_table_of_very_many_long_numbers_is_searched_to_its_end():
    rows = "\n".join(f"{number:014d},{number * 7_919:014d}" for number in range(100_000))

    assert traces_here(f"{rows}\n{SECRET},1".encode(), [SECRET])


@pytest.mark.parametrize("sought", [[], [""], [" "], ["—"], ["\ud800"[:0]]])
def test_what_is_no_word_is_not_sought(sought):
    assert traces_here(b"-- \x00 --", sought) == ()


def is_found_or_refused(data):
    """Return whether the secret is found in bytes; what cannot be searched counts as if it were."""
    try:
        return bool(traces_here(data, [SECRET]))
    except CannotSweep:
        return True


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_a_word_among_any_bytes_is_found(before, behind):
    assert is_found_or_refused(before + b" " + PLAIN + b" " + behind)


@given(
    st.binary(max_size=3_000).filter(
        lambda data: not data.startswith((b"PK", b"%PDF", b"\xd0\xcf"))
    )
)
def test_nothing_is_found_in_any_bytes_without_it(data):
    assert not is_found_or_refused(data)


@pytest.mark.slow
def test_every_planted_secret_that_is_text_is_found_and_none_in_its_twin():
    missed = [
        one.name for one in PLANTED if not (one.is_bare or traces_here(one.make(SECRET), [SECRET]))
    ]
    twins = {one.make(""): one.name for one in PLANTED}
    alarms = [name for twin, name in twins.items() if traces_here(twin, [SECRET])]

    assert (missed, alarms) == ([], [])


def test_it_runs_apart_and_says_what_it_says_here():
    data = pdf(b"BT /F1 12 Tf (Quillfeather) Tj ET")

    assert traces(data, [SECRET], name="a.pdf") == traces_here(data, [SECRET], name="a.pdf")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\nno more", "a PDF that is damaged"),
        (zipped({"a.txt": bytes(400)}).replace(bytes([0x63, 0x60]), b"\xff\xff"), "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), "compound file that is damaged"),
    ],
)
def test_what_cannot_be_searched_is_refused_with_its_reason(data, words):
    with pytest.raises(CannotSweep, match=words):
        traces(data, [SECRET])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os; os.kill(os.getpid(), 9)", "cannot be searched to its end"),
        ("raise ValueError", "fault of the program"),
        ("print('{}')", "cannot be searched to its end"),
        ('print(\'{"found": [[7, "", ""]]}\')', "cannot be searched to its end"),
    ],
)
def test_whatever_the_process_apart_does_it_is_no_clean_sweep(tmp_path, monkeypatch, code, words):
    script = tmp_path / "instead.py"
    script.write_text(code)
    monkeypatch.setattr(apart, "STARTED_AS", (str(script),))

    with pytest.raises(CannotSweep, match=words):
        traces(b"a,b\n", [SECRET])
