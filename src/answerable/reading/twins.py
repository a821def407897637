"""Values that are made in great numbers: what is frozen is made as quickly as what is not."""

from collections.abc import Callable
from dataclasses import field as field_of
from dataclasses import fields, make_dataclass
from typing import Any, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def quickly(frozen: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Return what makes the same values as a frozen class with slots, from the same arguments, in a third of the time.

    A frozen class sets each of its fields by a call. An open one of the same fields sets them as any other does,
    and what it has made becomes one of the frozen class.
    """
    closed: Any = frozen
    finish: Any = getattr(closed, "__post_init__", None)

    def close(made: Any) -> None:
        made.__class__ = closed

    def close_and_finish(made: Any) -> None:
        made.__class__ = closed
        finish(made)

    same = [
        (
            one.name,
            one.type,
            field_of(default=one.default, default_factory=one.default_factory, init=one.init),
        )
        for one in fields(closed)
    ]
    opened: Any = make_dataclass(
        f"Open{closed.__name__}",
        same,
        eq=False,
        repr=False,
        slots=True,
        namespace={"__post_init__": close if finish is None else close_and_finish},
    )
    made_as: Callable[_Given, _Made] = opened
    return made_as
