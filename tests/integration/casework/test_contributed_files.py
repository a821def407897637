"""Files that owners give are kept as they came, within limits, under harmless names."""

import io

import pytest

from answerable.actions.casework.contributing import TooMuchGiven, answer_contribution, files
from answerable.queries.casework.contributions import contributed_file
from answerable.records.casework.models import ContributionAnswer, ContributionFile
from tests.support.casework import AT
from tests.support.contributions import (
    OFFICER,
    REF,
    answer,
    ask,
    make_file,
    request_with_owner,
    token,
)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("list.csv", "list.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\wim\\plan.pdf", "plan.pdf"),
        ("a\0b\r\nc.pdf", "a bc.pdf"),
        ("plan\u202efdp.exe", "planfdp.exe"),
        (".htaccess", "htaccess"),
        ("  spaced   out .pdf ", "spaced out .pdf"),
        ("Cynllun ŵyl.pdf", "Cynllun ŵyl.pdf"),
        ("lone\ud800.pdf", "lone?.pdf"),
        ("..", "file"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
        ("x" * 300, "x" * 200),
        ("y." + "x" * 300, "y." + "x" * 198),
    ],
)
def test_a_name_holds_no_folder_and_no_sign_that_deceives(given, kept):
    assert files.clean_name(given) == kept


@pytest.mark.django_db
class TestKept:
    """What is stored, and what is refused whole."""

    @pytest.fixture(autouse=True)
    def asked(self):
        request_with_owner()
        ask()

    def test_bytes_are_kept_and_never_read_into(self):
        bomb = bytes(range(256)) * 5000

        answer("", ("a.zip", bomb, "text/html\0"))

        (kept,) = ContributionFile.objects.all()
        assert (bytes(kept.data), kept.size, kept.content_type) == (bomb, len(bomb), "text/html ")
        assert contributed_file(REF, "1", 1, 1, actor=OFFICER) == ("a.zip", bomb)

    def test_the_same_file_is_kept_once_and_another_of_the_same_name_beside_it(self):
        answer("One", ("a.txt", b"a"), ("a.txt", b"a"))
        answer("Two", ("a.txt", b"a"), ("a.txt", b"b"))

        kept = ContributionFile.objects.order_by("place").values_list("place", "name", "data")
        assert [(place, name, bytes(data)) for place, name, data in kept] == [
            (1, "a.txt", b"a"),
            (2, "a.txt", b"b"),
        ]

    @pytest.mark.parametrize(
        ("given", "refusal"),
        [
            ([("a.txt", b"a")] * 21, "That makes 21 files, and there can be 20"),
            ([("a.txt", b"")], "a.txt is empty: choose the file again"),
            ([("b.txt", b"b"), ("../a.txt", b"x" * 41)], "^a.txt is larger than"),
            ([(f"{n}.txt", b"x" * 30) for n in range(4)], "larger than .* together"),
        ],
    )
    def test_what_is_too_much_is_refused_and_nothing_of_it_is_kept(
        self, monkeypatch, given, refusal
    ):
        monkeypatch.setattr(files, "MOST_BYTES_OF_A_FILE", 40)
        monkeypatch.setattr(files, "MOST_BYTES", 100)

        with pytest.raises(TooMuchGiven, match=refusal):
            answer("Here", *given)

        assert not ContributionAnswer.objects.exists()
        assert not ContributionFile.objects.exists()

    def test_files_of_earlier_answers_count(self):
        answer("Ten", *((f"{n}.txt", b"x") for n in range(10)))

        with pytest.raises(TooMuchGiven, match="That makes 21 files"):
            answer("More", *((f"{n}.bin", b"x") for n in range(11)))
        answer("More", *((f"{n}.bin", b"x") for n in range(10)))

        assert ContributionFile.objects.count() == 20

    def test_a_file_that_cannot_be_read_to_its_end_leaves_nothing_behind(self):
        class Torn(io.BytesIO):
            """A file whose bytes are gone when they are to be kept."""

            reads = 0

            def read(self, size=-1):
                if size == -1:
                    raise OSError("gone")
                return super().read(size)

        whole, torn = make_file("a.txt", b"a"), files.GivenFile("b.txt", "a/b", Torn(b"b"))

        with pytest.raises(OSError, match="gone"):
            answer_contribution(token(), "Here", [whole, torn], at=AT)

        assert not ContributionAnswer.objects.exists()
        assert not ContributionFile.objects.exists()
