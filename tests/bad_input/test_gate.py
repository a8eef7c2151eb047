"""What the reader accepts and the gate refuses: each case gives just the errors beside it."""

import datetime as dt

import pytest

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.authors.people import load_people
from plugins.bulletins.reading import ReadOptions, read_bulletin
from plugins.bulletins.tree import on_disk, scan
from plugins.gate.examination import allowed_domains, find_all, subject_of
from plugins.gate.lists import DOMAINS_PATH, EXCEPTIONS_PATH, load_domains, load_exceptions
from plugins.gate.rules import Facts
from plugins.gate.table import all_rules, codes
from plugins.gate.weighing import Circumstances, weigh
from plugins.problems import errors
from plugins.units.recogniser import Recogniser
from plugins.units.registry import load_units

OPTIONS = ReadOptions("Asia/Ho_Chi_Minh", 2026)


@pytest.fixture(scope="module")
def rules():
    return all_rules()


def report(root, rules):
    """Do what the gate does before a build, in one process and without a memory."""
    tree = scan(root)
    problems = list(tree.problems)

    def data(path):
        return on_disk(root, path).read_bytes() if (root / path).is_file() else b""

    units, wrong_units = load_units(data("units.yml"))
    people, wrong_people = load_people(data("people.yml"))
    domains, wrong_domains = load_domains(data(DOMAINS_PATH))
    exceptions, wrong_exceptions = load_exceptions(data(EXCEPTIONS_PATH), codes(rules))
    problems += [*wrong_units, *wrong_people, *wrong_domains, *wrong_exceptions]
    facts = Facts(
        people, units, Recogniser(units, FAMILY_NAMES), "", allowed_domains(domains, units)
    )
    found = []
    for path in (*tree.bulletins, *tree.registries, *tree.media):
        kind, record = "registry", None
        if path in tree.media:
            kind = "photo" if path.endswith(".png") else "attachment"
        elif path in tree.bulletins:
            kind = "bulletin"
            outcome = read_bulletin(path, data(path), OPTIONS)
            record = outcome.record
            problems += outcome.problems
        found += find_all(subject_of(path, kind, data(path), record), facts, rules)
    weighed = weigh(found, Circumstances(exceptions, today=dt.date(2026, 1, 1)))
    return sorted(errors([*problems, *weighed.problems]))


def test_the_content_below_all_cases_passes_the_gate(good_content, rules):
    assert report(good_content, rules) == []


def test_each_case_gives_its_errors_and_no_other(refused, tmp_path, rules):
    found = report(refused.lay_out(tmp_path / "content"), rules)
    assert [(one.path, one.line, one.code) for one in found] == refused.problems
    for one in found:
        assert one.message.endswith((".", "…", "?"))
        assert one.cure
