"""What staff are told by the gate's rules of safety, links, photos and attachments.

Each code has a page of its own too, ``explanations/CODE.md`` (``bantin check --explain CODE``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.problems.entries import Entry, error, warning

GATE: Mapping[str, Entry] = MappingProxyType(
    {
        "spam-phrase": error(
            "Có cụm từ quảng cáo cờ bạc: «{text}».",
            "Xóa cụm từ này. Nếu nó có lý do chính đáng, ghi một ngoại lệ trong exceptions.yml.",
        ),
        "photo-alt-short": warning(
            "Mô tả ảnh «{text}» quá ngắn.",
            "Viết một câu nói rõ trong ảnh có ai, đang làm gì, ở đâu.",
        ),
    }
)
