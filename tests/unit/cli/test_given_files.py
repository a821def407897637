"""The files of a folder: in which order, and which are left out."""

from answerable.cli.given_files import listed, read_in


def names_in(folder):
    said = []
    names = [name for name, _ in listed([folder], unreadable=said.append)]
    assert said == []
    return names


def test_of_several_forms_of_one_name_the_richest_comes_last(tmp_path):
    for name in ("b.txt", "a.DOCX", "a.html", "a.pdf", "a.txt", "a.png", "a", "a-1.pdf"):
        (tmp_path / name).touch()

    names = [name.partition("/")[2] for name in names_in(tmp_path)]

    assert names == ["a", "a.png", "a.txt", "a.pdf", "a.html", "a.DOCX", "a-1.pdf", "b.txt"]


def test_folders_come_in_their_order_behind_the_files_beside_them(tmp_path):
    for name in ("2/b.txt", "1/a.txt", "c.txt", ".hidden/d.txt", "1/.e.txt"):
        (tmp_path / "logs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "logs" / name).touch()

    assert names_in(tmp_path / "logs") == ["logs/c.txt", "logs/1/a.txt", "logs/2/b.txt"]


def test_what_is_not_there_is_said_and_stops_no_other(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"words")
    said = []

    files = listed([tmp_path / "gone.txt", tmp_path / "a.txt"], unreadable=said.append)

    assert list(read_in(files, unreadable=said.append)) == [("a.txt", b"words")]
    assert said == ["gone.txt: there is no such file: check the name"]
