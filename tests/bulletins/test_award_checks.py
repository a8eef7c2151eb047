"""What one award says of itself: numbers, names, dates, and whom a form is for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.bulletins.award_checks import check_award, form_hint
from plugins.bulletins.award_forms import FORMS
from plugins.bulletins.fields import HINTS_UNTIL
from plugins.bulletins.records import Award, Recipient

DAY = date(2023, 12, 15)


def award(*kinds, form="giay-khen", **more):
    recipients = tuple(Recipient(kind, f"A{row}") for row, kind in enumerate(kinds))
    return Award(form, "awarded", recipients=recipients, **more)


def codes(given_award, known_on=DAY):
    return [code for code, _, _ in check_award(given_award, known_on)]


@pytest.mark.parametrize(
    "right",
    [
        award("unit"),
        award("name", "person"),
        award("listed"),
        award(collectives=9),
        award(individuals=0, collectives=0),
        award("unit", "unit", collectives=2),
        award("unit", "unit", collectives=16),
        award("unit", "person", collectives=1, individuals=1),
        award("name", collectives=1, individuals=0),
        award("unit", date=DAY),
        award("person", form="lao-dong-tien-tien"),
        award("unit", form="tap-the-lao-dong-tien-tien"),
        award("name", "listed", form="tap-the-lao-dong-tien-tien"),
        award("unit", form=""),
    ],
)
def test_what_can_be_is_let_pass(right):
    assert codes(right) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (award(), "award-without-recipient"),
        (award("unit", date=date(2023, 12, 16)), "award-date-future"),
        (award("unit", "unit", collectives=1), "award-count-too-small"),
        (award("person", "person", individuals=1), "award-count-too-small"),
        (award("unit", collectives=0), "award-count-too-small"),
        (award("name", "name", collectives=1, individuals=0), "award-count-too-small"),
        (award("unit", form="lao-dong-tien-tien"), "award-for-others"),
        (award(collectives=2, form="lao-dong-tien-tien"), "award-for-others"),
        (award("person", form="tap-the-lao-dong-tien-tien"), "award-for-others"),
        (award(individuals=2, form="tap-the-lao-dong-tien-tien"), "award-for-others"),
    ],
)
def test_what_cannot_be_is_told_once(wrong, code):
    assert codes(wrong) == [code]


def test_a_decision_is_not_later_than_the_last_word_of_the_bulletin():
    decided = award("unit", date=date(2023, 12, 16))
    assert codes(decided, date(2023, 12, 16)) == []
    assert codes(decided, None) == []
    ((_, field, values),) = check_award(decided, DAY)
    assert (field, values) == ("date", {"day": "16/12/2023", "published": "15/12/2023"})


def test_hints_name_what_was_meant():
    assert form_hint("Giấy khên", 0) == "Có phải bạn muốn viết «Giấy khen»? "
    assert form_hint("xyz", 0) == ""


def test_a_file_full_of_mistakes_gets_no_more_hints():
    assert form_hint("Giấy khên", HINTS_UNTIL - 1)
    assert form_hint("Giấy khên", HINTS_UNTIL) == ""


@given(
    st.sampled_from(FORMS),
    st.lists(st.sampled_from(["unit", "person", "name", "listed"]), max_size=4),
    st.none() | st.integers(0, 5),
    st.none() | st.integers(0, 5),
)
def test_every_award_is_judged(form, kinds, collectives, individuals):
    found = codes(award(*kinds, form=form.id, collectives=collectives, individuals=individuals))
    assert len(found) == len(set(found)) <= 2
    if form.for_collectives and form.for_individuals:
        assert "award-for-others" not in found
    if kinds:
        assert "award-without-recipient" not in found
