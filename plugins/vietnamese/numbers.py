"""Numbers as Vietnamese writes them: decimal comma, thousands dot, counts padded to two digits."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_NUMBER: Final = re.compile(
    r"(?P<sign>[-−+]?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?", re.ASCII
)
_FIRST_UNPADDED: Final = 10


def format_number(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Write a number: ``2230`` → ``2.230``, ``106.6`` → ``106,6``.

    Args:
        value: a finite number.
        decimals: digits after the comma, halves rounded away from zero; None: as many as the
            value has.

    Returns:
        The number with thousands dots and a decimal comma.

    Raises:
        ValueError: the value is not finite, or ``decimals`` is negative.
    """
    # str() gives a float the digits a person would write; Decimal(0.1) has fifty-five of them.
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    if decimals is None:
        written = f"{number:,f}"
        if isinstance(value, float):
            written = written.removesuffix(".0")
    elif decimals < 0:
        raise ValueError(f"decimals cannot be negative: {decimals}")
    else:
        written = f"{_round(number, decimals):,f}"
    if not written.strip("-0.,"):
        written = written.removeprefix("-")
    return written.translate(str.maketrans(",.", ".,"))


def _round(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def format_percent(value: int | float | Decimal, decimals: int | None = None) -> str:
    """Write a percentage: ``106.6`` → ``106,6%``.

    Args:
        value: per cent, not a ratio.
        decimals: as for ``format_number``.

    Returns:
        The number and ``%`` without a blank.

    Raises:
        ValueError: as ``format_number``.
    """
    return format_number(value, decimals) + "%"


def parse_number(text: str) -> Decimal:
    """Read a number written the Vietnamese way: ``2.230`` is two thousand two hundred and thirty.

    Args:
        text: digits with an optional sign, thousands dots (in threes, all or none) and a decimal
            comma; blanks around it do not matter.

    Returns:
        The exact value.

    Raises:
        ValueError: anything else, such as ``2.23`` or ``1,234.5``, which other languages write.
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a number in Vietnamese notation: {text!r}")
    sign = "-" if match["sign"] in ("-", "−") else ""
    return Decimal(f"{sign}{match['whole'].replace('.', '')}.{match['part'] or 0}")


def pad_count(count: int) -> str:
    """Write a count of people or units as official texts do: ``3`` → ``03``, ``155`` → ``155``.

    Args:
        count: zero or more.

    Returns:
        The number; 1 to 9 with a leading zero.

    Raises:
        ValueError: the count is negative.
    """
    if count < 0:
        raise ValueError(f"a count cannot be negative: {count}")
    return f"{count:02d}" if 0 < count < _FIRST_UNPADDED else format_number(count)
