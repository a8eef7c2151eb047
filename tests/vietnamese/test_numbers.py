"""Numbers (research note 3.7)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.vietnamese import format_number, format_percent, pad_count, parse_number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (7, "7"),
        (155, "155"),
        (2230, "2.230"),
        (1_234_567, "1.234.567"),
        (-2230, "-2.230"),
        (106.6, "106,6"),
        (1066.6, "1.066,6"),
        (87.0, "87"),
        (0.1, "0,1"),
        (-0.0, "0"),
        (1e21, "1.000.000.000.000.000.000.000"),
        (0.0000001, "0,0000001"),
        (Decimal("12.50"), "12,50"),
        (Decimal("1E+4"), "10.000"),
    ],
)
def test_numbers_are_written_with_dots_and_a_comma(
    value: int | float | Decimal, written: str
) -> None:
    assert format_number(value) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (106.6, 0, "107"),
        (106.6, 2, "106,60"),
        (2.5, 0, "3"),
        (3.5, 0, "4"),
        (-2.5, 0, "-3"),
        (1.005, 2, "1,01"),  # as written, not as binary has it
        (2230, 1, "2.230,0"),
        (-0.04, 1, "0,0"),
        (999.95, 1, "1.000,0"),
    ],
)
def test_decimals_are_rounded_half_up(value: int | float, decimals: int, written: str) -> None:
    assert format_number(value, decimals) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_only_finite_numbers_are_written(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(value)


def test_decimals_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        format_number(1, -1)


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [(106.6, None, "106,6%"), (87, None, "87%"), (53, 1, "53,0%"), (1066.6, None, "1.066,6%")],
)
def test_percentages(value: float, decimals: int | None, written: str) -> None:
    assert format_percent(value, decimals) == written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.230", "2230"),
        ("2230", "2230"),
        ("106,6", "106.6"),
        ("1.066,6", "1066.6"),
        ("1.234.567", "1234567"),
        ("03", "3"),
        ("0", "0"),
        (" 12,50 ", "12.50"),
        ("-2.230", "-2230"),
        ("\N{MINUS SIGN}5", "-5"),
        ("+5", "5"),
    ],
)
def test_numbers_are_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2.23",
        "12.4",
        "1,234.5",
        "1.2345",
        "1234.567",
        ".5",
        ",5",
        "5,",
        "1 234",
        "106,6%",
        "ba",
    ],
)
def test_other_notations_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number in Vietnamese notation"):
        parse_number(text)


@given(value=st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_what_is_written_can_be_read(value: int | Decimal) -> None:
    assert parse_number(format_number(value)) == value


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0"), (1, "01"), (3, "03"), (9, "09"), (10, "10"), (155, "155"), (2230, "2.230")],
)
def test_counts_are_padded_to_two_digits(count: int, written: str) -> None:
    assert pad_count(count) == written


def test_a_count_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        pad_count(-1)
