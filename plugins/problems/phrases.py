"""Parts of messages that are there only sometimes: suggestions, and lists of further places.

They are filled into the texts of ``catalogue.py`` as values. Vietnamese, like those.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PHRASES: Mapping[str, str] = MappingProxyType(
    {
        "known-fields": "Các trường dùng được: {known}.",
        "meant-field": "Có phải bạn muốn viết «{name}:»?",
        "meant-value": "Có phải bạn muốn viết «{name}»? ",
        "meant-entry": "Có phải là {listed}? ",
        "entry": "«{name}» (mã {id})",
        "entry-file": "«{name}» (tệp {id})",
        "entry-at": "«{name}» (mã {id}, dòng {line})",
        "or": " hoặc ",
        "place": "{path} dòng {line}",
        "also-used": " Cũng viết như vậy: {shown}.",
        "used-in": " Các tệp đang dùng: {paths}.",
        "in-byline": " Nếu «{name}» ở cuối bài không phải tên người viết, ghi tên người viết vào "
        "phần đầu: «authors: Họ và tên».",
        "no-office": "không có chức danh nào",
        "former-office": "đó là chức danh của thời gian khác; vào ngày này danh bạ ghi",
        "other-office": "còn danh bạ ghi",
        "not-registered": "chưa có trong danh bạ",
        "sheet-near": "gần giống «{name}» trong danh bạ: kiểm tra từng chữ, từng dấu",
        "sheet-former": "chức danh này của thời gian khác, không phải vào ngày sự kiện",
        "sheet-other": "chức danh khác danh bạ",
        "sheet-several": "tên này có ở nhiều đơn vị: ghi thêm địa danh nếu cần",
        "sheet-closed": "đơn vị đã kết thúc hoạt động ngày {day}",
        "sheet-not-yet": "đơn vị chỉ có từ ngày {day}",
        "also-used-more": " Cũng viết như vậy: {shown} và {rest} chỗ khác.",
    }
)


def phrase(name: str, /, **values: object) -> str:
    """Return a part of a message, filled in with ``values``.

    Raises:
        KeyError: there is no such phrase, or it names a value that is not given.
    """
    return PHRASES[name].format_map(values)
