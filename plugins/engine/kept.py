"""Results of a pure function that are kept from build to build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

Item = TypeVar("Item")
Result = TypeVar("Result")


def _always(_result: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Kept(Generic[Item, Result]):
    """How the results of one function are kept.

    Args:
        kind: what they are, in one word; kinds have keys of their own.
        key: gives all that an item's result depends on besides the program, as a value that has a
            digest; None for an item whose result must not be kept.
        pack: writes a result as bytes.
        unpack: reads what ``pack`` wrote.
        worth: tells whether a result may be kept.
    """

    kind: str
    key: Callable[[Item], object]
    pack: Callable[[Result], bytes]
    unpack: Callable[[bytes], Result]
    worth: Callable[[Result], bool] = _always


def packers(kind: Any) -> tuple[Callable[[Any], bytes], Callable[[bytes], Any]]:
    """Return how records of a type are written as bytes and read back.

    A moment comes back in UTC: whoever prints it must put it into its zone again.

    Args:
        kind: the type: a dataclass, or a union or collection of such.
    """
    return msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(kind).decode
