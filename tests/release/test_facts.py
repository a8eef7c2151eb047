"""``/release.json``: read back as written, refused when it is something else, told by a build."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.content import bulletin

from plugins.release.facts import BuildFacts, FactsError, dump, load, mark_of, next_change

ZONE = dt.timezone(dt.timedelta(hours=7))
NOW = dt.datetime(2026, 1, 15, 8, tzinfo=ZONE)
FACTS = BuildFacts("c" * 40, NOW, NOW + dt.timedelta(days=2), 21, (mark_of("/ban-tin/a/"),))


def test_it_is_read_back_as_written():
    assert load(dump(FACTS)) == FACTS


@given(
    st.datetimes(
        min_value=dt.datetime(2000, 1, 1),
        max_value=dt.datetime(2100, 1, 1),
        timezones=st.just(ZONE),
    ).map(lambda time: time.replace(microsecond=0)),
    st.none() | st.text("0123456789abcdef", min_size=40, max_size=40),
    st.integers(0, 10**7),
)
def test_any_build_is_read_back(time, commit, count):
    facts = BuildFacts(commit, time, None, count)
    assert load(dump(facts)) == facts


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\xff",
        b"null",
        b"{}",
        dump(FACTS).replace(b'"2026-01-15T08:00:00+07:00"', b'"2026-01-15"'),
        dump(FACTS).replace(b'"' + b"c" * 40 + b'"', b"7"),
        dump(FACTS).replace(b"21", b'"many"'),
    ],
)
def test_something_else_is_refused(data):
    with pytest.raises(FactsError):
        load(data)


def test_the_next_change_is_the_first_one_that_is_still_to_come():
    hour = dt.timedelta(hours=1)
    assert next_change([NOW + 2 * hour, NOW - hour, NOW + hour, NOW], NOW) == NOW + hour
    assert next_change([NOW], NOW) is None


def test_an_address_that_was_taken_down_is_not_published():
    assert b"ban-tin" not in dump(FACTS)


def test_a_public_build_says_when_the_next_bulletin_appears(build_site):
    site = build_site(
        {
            "bulletins/2025/that.md": bulletin("Bản tin đã đăng"),
            "bulletins/2026/hen.md": bulletin("Bản tin hẹn giờ", "2026-02-01 07:30"),
        },
        public=True,
    )
    facts = load((site.output / "release.json").read_bytes())
    assert facts.built == NOW
    assert facts.next_change == dt.datetime(2026, 2, 1, 7, 30, tzinfo=ZONE)
    assert facts.commit is None
    assert facts.pages == len(list(site.output.rglob("*.html")))


def test_a_site_without_anything_to_come_says_so(build_site):
    site = build_site({"bulletins/2025/that.md": bulletin("Bản tin đã đăng")}, public=True)
    assert json.loads(site.read("/release.json"))["next_change"] is None


def test_a_preview_is_no_release(build_site):
    site = build_site({"bulletins/2025/that.md": bulletin("Bản tin đã đăng")})
    assert not (site.output / "release.json").exists()
