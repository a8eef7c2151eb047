"""How work on many bulletins is divided among worker processes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

# Rows that a worker does in one go: enough to make sending the results cheap.
_ROWS: Final = 64


class Map(Protocol):
    """Applies a pure function to all items, in worker processes; results in the items' order."""

    def __call__(self, function: Callable[[Any], Any], items: Sequence[Any], /) -> list[Any]:
        """Return the function's results."""


def in_turn(function: Callable[[Any], Any], items: Sequence[Any], /) -> list[Any]:
    """Apply a function in this process; a :class:`Map` for few items."""
    return [function(item) for item in items]


def ranges(count: int) -> list[range]:
    """Divide so many rows among workers."""
    return [range(start, min(start + _ROWS, count)) for start in range(0, count, _ROWS)]
