"""Kinds of unit as they are printed."""

from __future__ import annotations

import pytest

from plugins.units.kinds import KINDS, kind_name


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("tram-y-te", "Trạm y tế"),
        ("trạm y tế", "Trạm y tế"),
        ("SO", "Sở"),
        ("dang", "Tổ chức Đảng"),
        ("Nhà hộ sinh", "Nhà hộ sinh"),
        ("", ""),
    ],
)
def test_a_kind_is_printed_by_its_name(written, printed):
    assert kind_name(written) == printed


def test_no_kind_stands_twice():
    assert len({choice.id for choice in KINDS.choices}) == len(KINDS.choices)
    assert len({choice.name for choice in KINDS.choices}) == len(KINDS.choices)
