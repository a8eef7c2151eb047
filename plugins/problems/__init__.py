"""What can be wrong, and how staff are told.

A problem is data: where it is, a stable code, how grave it is, what is wrong and what to do. Every
room makes its problems with :func:`problem`; all texts stand in one table, ``catalogue.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from plugins.problems.catalogue import CATALOGUE, Entry

Severity = Literal["error", "warning"]

__all__ = ["CATALOGUE", "Entry", "Problem", "Severity", "errors", "problem"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in one file.

    ``path`` is relative to the content folder, with forward slashes; ``line`` and ``column`` count
    from 1. Problems sort by place, so that a report reads from top to bottom of each file.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    cure: str


def problem(code: str, path: str, line: int = 1, column: int = 1, /, **values: object) -> Problem:
    """Make the problem ``code`` at a place, its texts filled in with ``values``.

    Raises:
        KeyError: ``code`` is not in the catalogue, or its texts name a value that is not given.
    """
    entry = CATALOGUE[code]
    return Problem(
        path=path,
        line=max(line, 1),
        column=max(column, 1),
        code=code,
        severity=entry.severity,
        message=entry.message.format_map(values),
        cure=entry.cure.format_map(values),
    )


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build, in reading order."""
    return sorted(found for found in problems if found.severity == "error")
