"""The rules, made once; what they find in one text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.gate.language.pairs import Pairs, load_pairs
from plugins.gate.language.rules import LanguageRule


@pytest.fixture(scope="session")
def pairs() -> Pairs:
    """Return the table of pairs."""
    return load_pairs()


@pytest.fixture(scope="session")
def rule() -> LanguageRule:
    """Return all rules of the language."""
    return LanguageRule()


@pytest.fixture
def found(rule: LanguageRule) -> Callable[[str], list[tuple[str, str]]]:
    """Return a function that gives codes and printed words of what is found in a text."""
    return lambda text: [(hit.code, hit.values["text"]) for hit in rule.check(text)]


@pytest.fixture
def cures(rule: LanguageRule) -> Callable[[str], list[tuple[str, str]]]:
    """Return a function that gives codes and cures of what is found in a text."""
    return lambda text: [(hit.code, hit.values.get("cure", "")) for hit in rule.check(text)]
