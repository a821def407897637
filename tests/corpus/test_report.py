"""The report on the corpus: a change of the reader that loses something says so here first."""

import json

from tests.support.corpus_report import BEFORE, compared, main, read_all


def test_the_reader_loses_nothing_that_the_last_release_read():
    lines, _, losses = compared(json.loads(BEFORE.read_text()), read_all())

    assert losses == 0, "\n".join(lines)


def test_gains_and_losses_are_told_apart():
    lines, gains, losses = compared({"a": ["one", "two"]}, {"a": ["one", "three"], "b": ["x"]})

    assert lines == ["a: + three", "a: - two", "b: new, 1 facts"]
    assert (gains, losses) == (1, 1)


def test_the_report_counts_what_was_read(capsys):
    assert main([]) == 0
    assert "0 losses" in capsys.readouterr().out
