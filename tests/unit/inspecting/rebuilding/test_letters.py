"""Messages become text with what their readers see, and their attachments are rebuilt beside it."""

from email.message import EmailMessage

import pytest

from answerable.inspecting.child import inspected
from answerable.inspecting.findings import Verdict
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.rebuilding.web_text import text_of_page
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.outlook_files import message as outlook_message
from tests.support.outlook_files import outlook_file
from tests.support.planted.cells import hidden_sheet
from tests.support.planted.fixtures import SECRET

PAGE = "<html><head><style>.x {display: none}</style></head><body><p>There were <b>31</b> bins.</p>%s</body></html>"


def mail(text="There were 31 bins.\n"):
    """Return a message with heads as mail programs write them."""
    made = EmailMessage()
    made["From"] = "Harbour office <bins@example.org>"
    made["To"] = "asker@example.org"
    made["Subject"] = "Bins"
    made["Date"] = "Mon, 01 Jul 2024 09:30:00 +0100"
    made.set_content(text)
    return made


def rebuilt(made, name="mail.eml"):
    """Return what comes of a message."""
    return rebuilt_here(made if isinstance(made, bytes) else made.as_bytes(), name)


def words_of(file):
    """Return the text of a file, without its line ends."""
    return file.data.decode().replace("\r\n", "\n")


def test_a_message_becomes_text_that_no_program_takes_for_a_message():
    (file,) = rebuilt(mail()).files

    assert file.name == "mail.txt"
    assert words_of(file) == (
        "E-mail message\n\nFrom: Harbour office <bins@example.org>\nTo: asker@example.org\n"
        "Date: 1 July 2024, 09:30\nSubject: Bins\n\nThere were 31 bins.\n"
    )
    assert inspected(file.data, file.name).verdict is Verdict.CLEAR


def _with_head(name):
    made = mail()
    made[name] = f"{SECRET} <{SECRET}@example.org>"
    return made.as_bytes()


def _with_page(markup):
    made = mail()
    made.add_alternative(PAGE % markup, subtype="html")
    return made.as_bytes()


def _with_other_words():
    made = mail(f"Ask {SECRET}.\n")
    made.add_alternative(PAGE % "", subtype="html")
    return made.as_bytes()


def _with_file(data, name):
    made = mail()
    made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def _with_message():
    inner = mail("Inner text.\n")
    inner["Bcc"] = f"{SECRET}@example.org"
    made = mail()
    made.add_attachment(inner)
    return made.as_bytes()


PLANTED = {
    "copies": _with_head("Cc"),
    "hidden copies": _with_head("Bcc"),
    "way": _with_head("Received"),
    "program": _with_head("X-Mailer"),
    "hidden paragraph": _with_page(f'<p style="display:none">{SECRET}</p>'),
    "class that hides": _with_page(f'<p class="x">{SECRET}</p>'),
    "white paragraph": _with_page(f'<p style="color:#fff">{SECRET}</p>'),
    "comment": _with_page(f"<!-- {SECRET} -->"),
    "script": _with_page(f"<script>{SECRET}</script>"),
    "other words": _with_other_words(),
    "hidden sheet": _with_file(hidden_sheet(SECRET), "bins.xlsx"),
    "file that cannot be": _with_file(SECRET.encode() + bytes(9), "bins.bin"),
    "message": _with_message(),
    "before": b"MIME-Version: 1.0\r\n"
    + mail()
    .as_bytes()
    .replace(b"MIME-Version: 1.0\n", b"", 1)
    .replace(
        b'Content-Type: text/plain; charset="utf-8"',
        b'Content-Type: multipart/mixed; boundary="b"',
        1,
    )
    .replace(b"\n\n", b"\n\n" + SECRET.encode() + b"\n--b\nContent-Type: text/plain\n\n", 1)
    + b"\n--b--\n"
    + SECRET.encode(),
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_its_reader_does_not_see_is_nowhere(name):
    assert traces_here(PLANTED[name], [SECRET], name="mail.eml")

    made = rebuilt(PLANTED[name])

    assert [one.name for one in made.files if traces_here(one.data, [SECRET], name=one.name)] == []
    assert "There were 31 bins." in words_of(made.files[0])
    assert all(inspected(one.data, one.name).verdict is Verdict.CLEAR for one in made.files)


def test_attachments_are_rebuilt_and_what_cannot_be_is_told():
    made = mail()
    for name, data in (
        ("bins.xlsx", hidden_sheet(SECRET)),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ):
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)

    done = rebuilt(made)

    assert [one.name for one in done.files] == ["mail.txt", "bins.xlsx", "bins.csv"]
    assert words_of(done.files[0]).endswith("Attached: bins.xlsx, bins.csv\n")
    assert any("'old.xls' was left out" in one for one in done.left_out)
    assert any("hidden sheet 'Raw' with 1 row" in one for one in done.left_out)


def test_a_message_of_outlook_becomes_text():
    moment = 133_643_106_000_000_000
    inner = outlook_message(subject="Inner", text="Inner text.")
    data = outlook_file(
        subject="Bins",
        text=SECRET,
        html=(PAGE % f"<!-- {SECRET} -->").encode(),
        files=[("bins.csv", b"Ward,Bins\r\nNorth,31\r\n"), ("inner.msg", inner)],
        sent=moment,
    )

    made = rebuilt(data, "mail.msg")

    text = words_of(made.files[0])
    assert [one.name for one in made.files] == ["mail.txt", "bins.csv"]
    assert "Date: 1 July 2024, 12:30\nSubject: Bins\n\nThere were 31 bins.\n" in text
    assert "Attached message: inner.msg" in text
    assert "Inner text." in text
    assert [one for one in made.files if SECRET.encode() in one.data] == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (outlook_file(subject="Bins", rtf=b"{\\rtf1}"), "rich text"),
        (
            outlook_file(subject="Bins", text="x" * 9000)[10_000:].join(
                [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""]
            ),
            "damaged",
        ),
    ],
)
def test_a_message_that_cannot_be_read_is_refused(data, words):
    with pytest.raises(CannotRebuild, match=words):
        rebuilt(data, "mail.msg")


def test_a_message_of_very_many_parts_is_refused():
    made = mail()
    for number in range(600):
        made.add_attachment(b"x", maintype="text", subtype="x", filename=f"{number}.txt")

    with pytest.raises(CannotRebuild, match="more than 500 attachments"):
        rebuilt(made)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\tb"),
        ("<p>a <span style='visibility: hidden'>x</span>b</p>", "a b"),
        ("<p style='color:white;background:navy'>a</p>", "a"),
        ("<title>x</title><template>x</template><p>a</p>", "a"),
    ],
)
def test_a_page_is_read_as_it_is_seen(page, text):
    assert text_of_page(page) == text
