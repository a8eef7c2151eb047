"""An entry of the catalogue: how grave a problem is, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Entry:
    """The severity and the two texts of one code."""

    severity: Literal["error", "warning"]
    message: str
    cure: str


def error(message: str, cure: str) -> Entry:
    """Make the entry of a problem that stops a build."""
    return Entry("error", message, cure)


def warning(message: str, cure: str) -> Entry:
    """Make the entry of a problem that is listed and stops nothing."""
    return Entry("warning", message, cure)
