"""The page of each code of this room: its examples are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import plugins.problems
from plugins.gate.language import names_rule, rules
from plugins.gate.language.rules import LanguageRule
from plugins.gate.pieces import Piece
from plugins.gate.rules import Subject
from plugins.problems.catalogue_language import LANGUAGE

PAGES = Path(plugins.problems.__file__).parent / "explanations"
QUOTED = re.compile(r"^(Sai|Đúng):\n\n> (.+)$", re.MULTILINE)


def examples(code: str) -> dict[str, str]:
    return dict(QUOTED.findall((PAGES / f"{code}.md").read_text(encoding="utf-8")))


def codes_in(rule: LanguageRule, text: str) -> set[str]:
    subject = Subject("tin.md", "bulletin", (Piece("paragraph", text),))
    return {hit.finding.code for hit in rule(subject, None)}


def test_every_code_has_a_message_and_a_page():
    codes = {*rules.CODES, *names_rule.CODES}
    assert set(LANGUAGE) == codes
    for code in codes:
        assert set(examples(code)) == {"Sai", "Đúng"}


@pytest.mark.parametrize("code", rules.CODES)
def test_the_wrong_example_is_told_and_the_right_one_is_not(rule, code):
    shown = examples(code)
    assert code in codes_in(rule, shown["Sai"])
    assert code not in codes_in(rule, shown["Đúng"])
