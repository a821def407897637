"""The entries that the bench measures with."""

from statistics import mean

from bench.entries import generated_entries

from answerable.domain.disclosure_log import entry_as_json, entry_from_json


def test_the_same_seed_gives_the_same_entries():
    assert list(generated_entries(20, seed=3)) == list(generated_entries(20, seed=3))
    assert list(generated_entries(20, seed=3)) != list(generated_entries(20, seed=4))


def test_generated_entries_are_entries_like_real_ones():
    entries = list(generated_entries(400))

    assert [entry_from_json(entry_as_json(entry)) for entry in entries] == entries
    assert len({entry.ref for entry in entries}) == 400
    assert 150 < mean(len(f"{one.request} {one.response}".split()) for one in entries) < 250
    assert sum(bool(one.exemptions) for one in entries) > 100
    assert sum(bool(one.tables) for one in entries) > 40
    assert sum(bool(one.attachments) for one in entries) > 5
