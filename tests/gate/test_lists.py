"""The gate's two lists: allowed domains and exceptions."""

import datetime as dt

import pytest

from plugins.gate.lists import load_domains, load_exceptions

ENTRY = """\
- rule: spam-phrase
  file: bulletins/2025/bai.md
  reason: Tin về vụ án
  who: Người duyệt
  until: 2027-06-30
"""


def test_domains_are_texts_or_mappings():
    data = b"- who.int\n- domain: '*.Example.ORG'\n  reason: vi sao\n- www.abc.vn\n"
    assert load_domains(data) == (frozenset({"who.int", "example.org", "abc.vn"}), [])


@pytest.mark.parametrize("data", [b"", b"# trong\n", b"[]\n"])
def test_an_empty_list_is_right(data):
    assert load_domains(data) == (frozenset(), [])
    assert load_exceptions(data, {"a"}) == ((), [])


@pytest.mark.parametrize(
    "entry",
    ["https://who.int/x", "int", "com.vn", "{domain: who.int, other: 1}", "[who.int]", "a b.vn"],
)
def test_what_is_no_domain_is_an_error(entry):
    domains, found = load_domains(f"- {entry}\n".encode())
    assert (domains, [one.code for one in found]) == (frozenset(), ["domain-entry"])


def test_an_exception_is_read_with_its_line():
    (entry,), found = load_exceptions(f"# đầu\n{ENTRY}".encode(), {"spam-phrase"})
    assert (entry.rule, entry.until, entry.line) == ("spam-phrase", dt.date(2027, 6, 30), 2)
    assert found == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("spam-phrase", "no-such-rule"),
        ("2027-06-30", "30/6/2027"),
        ("  reason: Tin về vụ án\n", ""),
        ("  who: Người duyệt\n", "  who: ''\n"),
        ("  who: Người duyệt\n", "  who: A\n  why: B\n"),
    ],
)
def test_an_incomplete_exception_is_an_error(old, new):
    entries, found = load_exceptions(ENTRY.replace(old, new).encode(), {"spam-phrase"})
    assert (entries, [(one.code, one.line) for one in found]) == ((), [("exception-entry", 1)])


@pytest.mark.parametrize("data", [b"a: b\n", b"- [\n", b"\xff\xfe"])
def test_what_is_no_list_is_an_error(data):
    assert load_domains(data)[1]
    assert load_exceptions(data, ())[1]
