"""The gate's rules over one file that a test writes."""

from __future__ import annotations

from support.content import REGISTRIES, bulletin

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.authors.people import load_people
from plugins.bulletins.reading import ReadOptions, read_bulletin
from plugins.gate.examination import find_all, subject_of
from plugins.gate.rules import Facts, Subject
from plugins.gate.table import all_rules
from plugins.gate.weighing import Found
from plugins.units.recogniser import Recogniser
from plugins.units.registry import load_units

PATH = "bulletins/2025/bai.md"
OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)


def facts(
    units: str = REGISTRIES["units.yml"],
    people: str = REGISTRIES["people.yml"],
    domains: frozenset[str] = frozenset({"who.int"}),
) -> Facts:
    """Return facts with these registries, which must be right."""
    registered, wrong = load_units(units.encode())
    persons, wrong_too = load_people(people.encode())
    assert not wrong
    assert not wrong_too
    return Facts(persons, registered, Recogniser(registered, FAMILY_NAMES), "", domains)


def subject(text: str, path: str = PATH) -> Subject:
    """Read a bulletin into a subject, as the gate does."""
    data = text.encode()
    return subject_of(path, "bulletin", data, read_bulletin(path, data, OPTIONS).record)


def examine_text(text: str, given: Facts | None = None) -> list[Found]:
    """Apply all rules to the text of a bulletin file."""
    return find_all(subject(text), given or facts(), all_rules())


def examine_body(body: str, given: Facts | None = None, **fields: str) -> list[Found]:
    """Apply all rules to a bulletin with this body."""
    return examine_text(bulletin("Hội nghị giao ban quý I", body=body, **fields), given)


def codes(found: list[Found]) -> list[str]:
    """Return the codes found, in reading order."""
    return [one.code for one in sorted(found, key=lambda one: (one.line, one.column))]
