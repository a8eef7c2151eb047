"""From findings to problems: imported posts, exceptions, and what was green before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.gate.lists import EXCEPTIONS_PATH, GateException
from plugins.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with its place. ``safety`` and ``steadfast`` are its rule's (``rules.Rule``)."""

    path: str
    line: int
    column: int
    code: str
    values: Mapping[str, str]
    safety: bool = False
    steadfast: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides how grave a finding is.

    ``imported`` are the paths of imported posts, ``waiting`` those of them that are drafts until
    somebody has looked: no reader sees them, and they must not block others. ``passed`` are files
    whose bytes passed before, ``unchanged`` those that are as the base has them. ``today`` is the
    build's day.
    ``allowed_before`` are the domains that the base allowed.
    """

    exceptions: Sequence[GateException] = ()
    imported: Collection[str] = frozenset()
    waiting: Collection[str] = frozenset()
    passed: Collection[str] = frozenset()
    unchanged: Collection[str] = frozenset()
    allowed_before: Collection[str] = frozenset()
    today: dt.date = dt.date.min


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is reported; what imported posts owe; the files in which nothing is an error."""

    problems: tuple[Problem, ...]
    debt: tuple[Problem, ...]


def weigh(found: Iterable[Found], given: Circumstances) -> Weighed:
    """Decide what is reported, and how.

    An exception takes a finding away; an expired one makes it a warning. In imported posts only
    rules of safety are reported, the rest is debt. What passed before is a warning.
    """
    problems: list[Problem] = []
    debt: list[Problem] = []
    used: set[GateException] = set()
    by_place: dict[tuple[str, str], list[GateException]] = {}
    for entry in given.exceptions:
        by_place.setdefault((entry.rule, entry.file), []).append(entry)
    for one in found:
        entries = by_place.get((one.code, one.path), [])
        used.update(entries)
        if any(entry.until >= given.today for entry in entries):
            continue
        reported = problem(one.code, one.path, one.line, one.column, **one.values)
        if one.path in given.imported and not one.safety:
            debt.append(reported)
            continue
        if entries or one.path in given.waiting or _was_green(one, given):
            reported = replace(reported, severity="warning")
        problems.append(reported)
    problems += _on_exceptions(given, used)
    return Weighed(tuple(sorted(set(problems))), tuple(sorted(set(debt))))


def _was_green(one: Found, given: Circumstances) -> bool:
    if one.path in given.passed:
        return True
    if one.path not in given.unchanged:
        return False
    return not one.steadfast or one.values.get("host", "") in given.allowed_before


def _on_exceptions(given: Circumstances, used: Collection[GateException]) -> Iterable[Problem]:
    """Warn of exceptions that have expired, and of those that nothing needs."""
    for entry in given.exceptions:
        values = {"rule": entry.rule, "file": entry.file, "until": f"{entry.until:%d/%m/%Y}"}
        if entry.until < given.today:
            yield problem("exception-expired", EXCEPTIONS_PATH, entry.line, 1, **values)
        elif entry not in used:
            yield problem("exception-unused", EXCEPTIONS_PATH, entry.line, 1, **values)
