"""The ways in which somebody's name may stand in a file."""

from answerable.domain.release.people import KnownPerson, surnames, ways_to_write


def test_a_name_is_written_in_many_ways_the_whole_first():
    ways = ways_to_write(KnownPerson("Dr Ann B. Quill"))

    assert ways[0] == "Ann B Quill"
    assert {"Ann Quill", "Quill, Ann", "A Quill", "A. Quill", "Ann.Quill", "Quill"} <= set(ways)


def test_a_short_surname_does_not_stand_alone():
    assert "Ng" not in ways_to_write(KnownPerson("Mei Ng"))
    assert "Mei Ng" in ways_to_write(KnownPerson("Mei Ng"))


def test_what_leads_to_somebody_is_sought_too():
    assert "01632 960001" in ways_to_write(KnownPerson("", ("01632 960001", " ")))
    assert ways_to_write(KnownPerson(" ")) == ()


def test_surnames_are_told_once():
    people = [KnownPerson("Mr Jo Bloggs"), KnownPerson("Al Bloggs"), KnownPerson("")]

    assert surnames(people) == ("Bloggs",)
