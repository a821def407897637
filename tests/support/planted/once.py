"""What is found in planted files, and what is made of them: once in a process for files of the same bytes.

Most twins are one file, and what is made of a file without its secret is often what is made of its twin.
"""

from functools import cache

from answerable.inspecting.child import inspected
from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.planted.fixtures import SECRET


@cache
def inspected_once(data, name):
    """Return what a file would give away."""
    return inspected(data, name)


@cache
def rebuilt_once(data, name):
    """Return what is made anew of a file."""
    return rebuilt_here(data, name)


@cache
def traces_once(data, name, word=SECRET):
    """Return where in a file a word is found: the secret, if none is given."""
    return traces_here(data, [word], name=name)
