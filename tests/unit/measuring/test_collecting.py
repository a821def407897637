"""Looking for circles in memory is paused, and begins again whatever happens."""

import gc

import pytest

from answerable.measuring.collecting import without_collecting


@pytest.fixture(autouse=True)
def _as_it_was():
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was_enabled else gc.disable)()


def test_it_is_paused_meanwhile_and_begins_again():
    with without_collecting():
        meanwhile = gc.isenabled()

    assert (meanwhile, gc.isenabled()) == (False, True)


def test_it_begins_again_after_an_error():
    with pytest.raises(ValueError, match="bad row"), without_collecting():
        raise ValueError("bad row")

    assert gc.isenabled()


def test_it_stays_off_where_it_was_off():
    gc.disable()

    with without_collecting():
        pass

    assert not gc.isenabled()


def test_of_two_that_pause_it_at_once_the_first_lets_it_begin_again():
    one, other = without_collecting(), without_collecting()
    one.__enter__()
    other.__enter__()

    other.__exit__(None, None, None)
    still_off = not gc.isenabled()
    one.__exit__(None, None, None)

    assert (still_off, gc.isenabled()) == (True, True)
