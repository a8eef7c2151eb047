"""How grave a finding is: exceptions, imported posts, what was green before."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from plugins.gate.lists import GateException
from plugins.gate.weighing import Circumstances, Found, weigh
from plugins.problems import errors

TODAY = dt.date(2026, 1, 15)
PATH = "bulletins/2025/bai.md"
SPAM = Found(PATH, 8, 1, "spam-phrase", {"text": "x"}, safety=True, steadfast=True)
ALT = Found(PATH, 9, 1, "photo-alt-missing", {"target": "a.jpg"}, steadfast=True)
LINK = Found(PATH, 7, 1, "link-domain", {"text": "x", "host": "a.org"}, safety=True, steadfast=True)
NAME = Found(PATH, 6, 1, "link-punycode", {"host": "x"})  # stands for a rule of names


def exception(until="2027-01-01", rule="spam-phrase", path=PATH):
    return GateException(rule, path, "lý do", "người duyệt", dt.date.fromisoformat(until), 3)


def shown(found, **given):
    weighed = weigh(found, Circumstances(today=TODAY, **given))
    return [(one.code, one.severity) for one in weighed.problems]


def test_a_finding_has_the_severity_of_the_catalogue():
    assert shown([SPAM]) == [("spam-phrase", "error")]


def test_an_exception_takes_away_what_it_names_and_no_more():
    assert shown([SPAM, ALT], exceptions=[exception()]) == [("photo-alt-missing", "error")]


def test_an_expired_exception_leaves_warnings():
    assert shown([SPAM], exceptions=[exception("2026-01-14")]) == [
        ("spam-phrase", "warning"),
        ("exception-expired", "warning"),
    ]
    assert shown([SPAM], exceptions=[exception("2026-01-15")]) == []


def test_an_exception_that_nothing_needs_is_told():
    assert shown([], exceptions=[exception()]) == [("exception-unused", "warning")]
    assert shown([SPAM], exceptions=[exception(path="khac.md")]) == [
        ("spam-phrase", "error"),
        ("exception-unused", "warning"),
    ]


def test_imported_posts_owe_what_is_no_matter_of_safety():
    weighed = weigh([SPAM, ALT], Circumstances(imported={PATH}, today=TODAY))
    assert [one.code for one in weighed.problems] == ["spam-phrase"]
    assert [one.code for one in weighed.debt] == ["photo-alt-missing"]


def test_an_imported_draft_blocks_nobody():
    shown_in = {"imported": {PATH}, "waiting": {PATH}}
    assert shown([SPAM], **shown_in) == [("spam-phrase", "warning")]


def test_what_passed_before_is_a_warning_whatever_speaks():
    for found in (SPAM, ALT, LINK, NAME):
        assert shown([found], passed={PATH}) == [(found.code, "warning")]


def test_what_git_says_is_unchanged_forgives_rules_that_read_registries():
    assert shown([NAME], unchanged={PATH}) == [("link-punycode", "warning")]
    assert shown([SPAM], unchanged={PATH}) == [("spam-phrase", "error")]
    assert shown([LINK], unchanged={PATH}) == [("link-domain", "error")]
    assert shown([LINK], unchanged={PATH}, allowed_before={"a.org"}) == [("link-domain", "warning")]


@given(
    st.lists(st.sampled_from([SPAM, ALT, LINK, NAME]), max_size=4),
    st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)),
    st.lists(
        st.builds(
            GateException,
            st.sampled_from(["spam-phrase", "photo-alt-missing"]),
            st.just(PATH),
            st.just("r"),
            st.just("w"),
            st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)),
        ),
        max_size=3,
    ),
)
def test_green_stays_green_when_time_passes(found, later, exceptions):
    first = weigh(found, Circumstances(exceptions=exceptions, today=TODAY))
    if not errors(first.problems) and later >= TODAY:
        then = weigh(found, Circumstances(exceptions=exceptions, today=later))
        assert errors(then.problems) == []
