"""The kinds of unit that the health sector has, and how they are printed.

``kind`` in ``units.yml`` is open: what is not listed here is printed as it is written.
"""

from __future__ import annotations

from plugins.bulletins.categories import Choice, Vocabulary

KINDS = Vocabulary(
    (
        Choice("bo", "Bộ"),
        Choice("cuc", "Cục"),
        Choice("vu", "Vụ"),
        Choice("uy-ban", "Ủy ban nhân dân"),
        Choice("so", "Sở"),
        Choice("chi-cuc", "Chi cục"),
        Choice("benh-vien", "Bệnh viện"),
        Choice("vien", "Viện"),
        Choice("truong", "Trường"),
        Choice("trung-tam", "Trung tâm"),
        Choice("trung-tam-y-te", "Trung tâm y tế"),
        Choice("phong-kham", "Phòng khám"),
        Choice("tram-y-te", "Trạm y tế"),
        Choice("van-phong", "Văn phòng"),
        Choice("thanh-tra", "Thanh tra"),
        Choice("phong", "Phòng"),
        Choice("khoa", "Khoa"),
        Choice("to", "Tổ"),
        Choice("ban", "Ban"),
        Choice("hoi-dong", "Hội đồng"),
        Choice("dang", "Tổ chức Đảng"),
        Choice("doan-the", "Đoàn thể"),
        Choice("hoi", "Hội"),
        Choice("khoi-thi-dua", "Khối, cụm thi đua"),
        Choice("co-quan", "Cơ quan"),
    )
)


def kind_name(kind: str) -> str:
    """Return the printed name of a kind.

    Args:
        kind: an id (``tram-y-te``), a printed name in any case, or any other text.
    """
    choice = KINDS.find(kind)
    return choice.name if choice else kind
