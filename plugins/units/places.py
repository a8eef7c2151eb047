"""Names of Vietnam's provinces, to tell «Sở Y tế Thanh Hóa» from the Sở Y tế at home.

Both lists count: the 63 provinces before 1 July 2025 stand in twenty years of bulletins, the 34
after it in new ones (Resolution 202/2025/QH15).
"""

from __future__ import annotations

from typing import Final

from plugins.vietnamese import fold_exact

_PROVINCES: Final = """
An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định,
Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắc Lắc, Đắk Nông, Đắc Nông,
Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tây, Hà Tĩnh, Hải Dương,
Hải Phòng, Hậu Giang, Hòa Bình, Hồ Chí Minh, HCM, TPHCM, Huế, Hưng Yên, Khánh Hòa, Kiên Giang,
Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận,
Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La,
Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Thừa Thiên - Huế, Tiền Giang, Trà Vinh,
Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái, Việt Nam, Hoa Kỳ, Mỹ, Trung Quốc, Lào, Campuchia,
Nhật Bản, Hàn Quốc
"""

_CENTRAL_CITIES: Final = ("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế")


def province_names() -> frozenset[tuple[str, ...]]:
    """Return every province, and the countries that bulletins name, as syllables in lower case."""
    names = _PROVINCES.replace("\n", " ").split(",")
    return frozenset(tuple(fold_exact(name).replace("-", " ").split()) for name in names)


def central_cities() -> frozenset[tuple[str, ...]]:
    """Return the six cities that are provinces themselves, as syllables in lower case."""
    return frozenset(tuple(name.split()) for name in _CENTRAL_CITIES)
