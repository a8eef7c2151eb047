"""The rules of the language, as the table of rules takes them."""

from __future__ import annotations

from typing import Final

from plugins.gate.rules import Rule

LANGUAGE_RULES: Final[tuple[Rule, ...]] = ()
