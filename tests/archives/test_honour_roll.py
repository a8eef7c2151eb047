"""The honour roll: years, totals and bars. What is not decided never counts as given."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archives.awards import collect_awards
from plugins.archives.honour_roll import honour_roll, totals_of, year_url
from plugins.authors.people import people_of
from plugins.bulletins.categories import AWARD_STATUSES
from plugins.bulletins.records import Award, Body, Bulletin, Recipient
from plugins.units.registry import Unit, units_of

UNITS = units_of([Unit("bv-phoi", "Bệnh viện Phổi"), Unit("bv-mat", "Bệnh viện Mắt")])
STATUSES = [choice.id for choice in AWARD_STATUSES.choices]


def roll(*awards):
    reported = Bulletin(
        path="bulletins/2023/a.md",
        title="A",
        slug="a",
        date=datetime(2023, 12, 5, tzinfo=UTC),
        category="khen-thuong",
        body=Body("", ""),
        awards=awards,
    )
    return honour_roll(collect_awards([reported], UNITS, people_of([]), province=""))


def award(*units, form="giay-khen", status="awarded", year=2023, **more):
    recipients = tuple(Recipient("unit", unit) for unit in units)
    return Award(form, status, recipients=recipients, date=date(year, 6, 1), **more)


def test_no_award_no_year():
    found = roll()
    assert (found.years, found.bars) == ((), ())


def test_years_stand_newest_first_with_their_address():
    found = roll(award("bv-phoi", year=2021), award("bv-phoi", year=2023))
    assert [(year.year, year.url) for year in found.years] == [
        (2023, "/khen-thuong/so-vang/2023/"),
        (2021, "/khen-thuong/so-vang/2021/"),
    ]
    assert [bar.year for bar in found.bars] == [2023, 2021]
    assert year_url(2021) == found.bars[1].url


@pytest.mark.parametrize("status", STATUSES)
def test_only_what_was_given_counts_as_given(status):
    (year,) = roll(award("bv-phoi", collectives=3, individuals=4, status=status)).years
    given_now = status in {"awarded", "conferred"}
    assert (year.collectives, year.individuals) == ((3, 4) if given_now else (0, 0))
    assert year.given == (7 if given_now else 0)
    assert year.undecided == (0 if given_now else 7)
    assert len(year.rows) == 2


def test_totals_are_by_form_and_status_in_handing_over_order():
    (year,) = roll(
        award("bv-phoi", "bv-mat"),
        award(collectives=9),
        award("bv-phoi", form="co-thi-dua", status="nominated"),
        award("bv-mat", form="co-thi-dua"),
        award(form="huan-chuong-lao-dong", grade="Ba", individuals=2),
        award(form="huan-chuong-lao-dong", grade="Nhất", individuals=1),
    ).years
    assert [
        (total.form, total.status, total.is_award, total.collectives, total.individuals)
        for total in year.totals
    ] == [
        ("huan-chuong-lao-dong", "awarded", True, 0, 3),
        ("co-thi-dua", "awarded", True, 1, 0),
        ("co-thi-dua", "nominated", False, 1, 0),
        ("giay-khen", "awarded", True, 11, 0),
    ]
    assert year.totals[0].name == "Huân chương Lao động"
    assert year.totals[2].status_name == "Suy tôn"


def test_bars_are_as_long_as_what_was_given():
    found = roll(
        award(collectives=40, individuals=60, year=2023),
        award(individuals=1, year=2022),
        award(individuals=50, year=2021),
        award(individuals=50, year=2020, status="proposed"),
    )
    assert [(bar.year, bar.given, bar.width) for bar in found.bars] == [
        (2023, 100, 100),
        (2022, 1, 1),
        (2021, 50, 50),
        (2020, 0, 0),
    ]


def test_a_roll_of_nominations_alone_has_empty_bars():
    (bar,) = roll(award("bv-phoi", status="nominated")).bars
    assert (bar.given, bar.width) == (0, 0)


AWARDS = st.builds(
    award,
    form=st.sampled_from(["giay-khen", "bang-khen", "co-thi-dua"]),
    status=st.sampled_from(STATUSES),
    year=st.integers(2020, 2023),
    collectives=st.integers(0, 300),
    individuals=st.integers(0, 300),
)


@given(st.lists(AWARDS, max_size=12))
def test_every_figure_is_the_sum_of_what_it_counts(awards):
    found = roll(*awards)
    assert sum(year.given for year in found.years) == sum(
        one.collectives + one.individuals
        for one in awards
        if one.status in {"awarded", "conferred"}
    )
    for year, bar in zip(found.years, found.bars, strict=True):
        assert year.totals == totals_of(year.rows)
        given_totals = [total for total in year.totals if total.is_award]
        assert year.collectives == sum(total.collectives for total in given_totals)
        assert year.individuals == sum(total.individuals for total in given_totals)
        everything = sum(total.collectives + total.individuals for total in year.totals)
        assert year.given + year.undecided == everything
        assert bar.given == year.given
        assert 0 <= bar.width <= 100
        assert (bar.width > 0) == (bar.given > 0)
