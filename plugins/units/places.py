"""Vietnam's provinces, and the countries that bulletins name: whose Sở Y tế is meant.

Both lists of provinces count: the 63 before 1 July 2025 stand in twenty years of bulletins, the 34
after it in new ones (Resolution 202/2025/QH15). A unit of Vĩnh Phúc is at home in Phú Thọ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plugins.vietnamese import fold_exact

Syllables = tuple[str, ...]

# Today's province, then those that went into it.
_PROVINCES: Final = """
An Giang, Kiên Giang
Bắc Ninh, Bắc Giang
Cà Mau, Bạc Liêu
Cao Bằng
Cần Thơ, Sóc Trăng, Hậu Giang
Đà Nẵng, Quảng Nam
Đắk Lắk, Phú Yên
Điện Biên
Đồng Nai, Bình Phước
Đồng Tháp, Tiền Giang
Gia Lai, Bình Định
Hà Nội, Hà Tây
Hà Tĩnh
Hải Phòng, Hải Dương
Hồ Chí Minh, Bà Rịa Vũng Tàu, Bình Dương
Huế, Thừa Thiên Huế
Hưng Yên, Thái Bình
Khánh Hòa, Ninh Thuận
Lai Châu
Lạng Sơn
Lào Cai, Yên Bái
Lâm Đồng, Đắk Nông, Bình Thuận
Nghệ An
Ninh Bình, Hà Nam, Nam Định
Phú Thọ, Vĩnh Phúc, Hòa Bình
Quảng Ngãi, Kon Tum
Quảng Ninh
Quảng Trị, Quảng Bình
Sơn La
Tây Ninh, Long An
Thái Nguyên, Bắc Kạn
Thanh Hóa
Tuyên Quang, Hà Giang
Vĩnh Long, Bến Tre, Trà Vinh
"""

# Other ways to print a province.
_SPELLINGS: Final = (
    ("hcm", "hồ chí minh"), ("tphcm", "hồ chí minh"),
    ("tt huế", "thừa thiên huế"), ("đắc lắc", "đắk lắk"), ("đăk lăk", "đắk lắk"),
    ("dak lak", "đắk lắk"), ("đắc nông", "đắk nông"), ("đăk nông", "đắk nông"),
    ("bắc cạn", "bắc kạn"), ("kontum", "kon tum"), ("brvt", "bà rịa vũng tàu"),
    ("br vt", "bà rịa vũng tàu"), ("hn", "hà nội"),
)  # fmt: skip

# Đồng Nai is both: a province until 2026, then a city (the list of administrative units of 2026).
_CITIES: Final = ("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế", "đồng nai")
_ONCE_PROVINCES: Final = frozenset({"đồng nai"})

# Countries whose ministries and agencies Vietnamese health news names.
_COUNTRIES: Final = """
Hoa Kỳ, Mỹ, Trung Quốc, Lào, Campuchia, Cam pu chia, Nhật Bản, Nhật, Hàn Quốc, Triều Tiên, Thái Lan,
Singapore, Malaysia, Indonesia, Philippines, Myanmar, Brunei, Ấn Độ, Pakistan, Bangladesh, Nepal,
Sri Lanka, Đài Loan, Hồng Kông, Hong Kong, Úc, Australia, New Zealand, Anh, Pháp, Đức, Ý, Italy,
Italia, Tây Ban Nha, Bồ Đào Nha, Hà Lan, Bỉ, Thụy Sĩ, Thụy Điển, Na Uy, Đan Mạch, Phần Lan, Ba Lan,
Séc, Hungary, Áo, Hy Lạp, Thổ Nhĩ Kỳ, Nga, Liên bang Nga, Ukraina, Ukraine, Belarus, Canada, Mexico,
Brazil, Brasil, Argentina, Chile, Peru, Colombia, Venezuela, Cuba, Ai Cập, Nam Phi, Nigeria, Kenya,
Congo, Uganda, Ethiopia, Ghana, Guinea, Sierra Leone, Liberia, Iran, Iraq, Israel, Palestine, Syria,
Ả rập Xê út, Saudi Arabia, Qatar, Kuwait, Yemen, Jordan, Ireland, Iceland, Bulgaria, Romania,
Châu Âu
"""

# Until then «Sở Y tế» of Bình Dương is not the one of Hồ Chí Minh City.
MERGER: Final = dt.date(2025, 7, 1)
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names of provinces and countries, in syllables, lower case, old tone style.

    ``provinces`` leads from every spelling to the province, ``today`` from a province to the one it
    is part of since 2025.
    """

    provinces: Mapping[Syllables, Syllables]
    today: Mapping[Syllables, Syllables]
    countries: frozenset[Syllables]
    cities: frozenset[Syllables]

    def province_at(self, words: Sequence[str], start: int) -> int:
        """Return the length of the longest name of a province that begins at a word, or 0."""
        return _longest(words, start, self.provinces)

    def country_at(self, words: Sequence[str], start: int) -> int:
        """Return the length of the longest name of a country that begins at a word, or 0."""
        return _longest(words, start, self.countries)

    def normal(self, province: Sequence[str]) -> Syllables:
        """Return a province without «tỉnh» or «thành phố», in its one spelling."""
        name = tuple(province)
        for division in (("tỉnh",), ("thành", "phố"), ("tp",)):
            if name[: len(division)] == division and len(name) > len(division):
                name = name[len(division) :]
        return self.provinces.get(name, name)

    def akin(self, one: Syllables, other: Syllables) -> bool:
        """Tell whether two provinces are the same, or parts of one province since 2025."""
        return self.today.get(one, one) == self.today.get(other, other)

    def divisions(self, province: Syllables) -> tuple[Syllables, ...]:
        """Return what kind of division a province is, as printed before its name."""
        if province not in self.cities:
            return (("tỉnh",),)
        if " ".join(province) in _ONCE_PROVINCES:
            return (("thành", "phố"), ("tỉnh",))
        return (("thành", "phố"),)


def _longest(words: Sequence[str], start: int, names: Container[Syllables]) -> int:
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        if tuple(words[start : start + length]) in names:
            return length
    return 0


def gazetteer() -> Gazetteer:
    """Make the lists."""
    rows = [
        [tuple(fold_exact(name).split()) for name in row.split(",")]
        for row in _PROVINCES.strip().splitlines()
    ]
    provinces = {name: name for row in rows for name in row}
    for spelling, province in _SPELLINGS:
        provinces[tuple(spelling.split())] = tuple(province.split())
    countries = " ".join(_COUNTRIES.split()).split(",")
    return Gazetteer(
        provinces,
        {name: row[0] for row in rows for name in row},
        frozenset(tuple(fold_exact(name).split()) for name in countries),
        frozenset(tuple(city.split()) for city in _CITIES),
    )
