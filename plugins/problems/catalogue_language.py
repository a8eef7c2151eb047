"""What staff are told by the gate's rules of language, names, dates and figures.

Each code has a page of its own too, ``explanations/CODE.md`` (``bantin check --explain CODE``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.problems.entries import Entry, error, warning

LANGUAGE: Mapping[str, Entry] = MappingProxyType(
    {
        # Words (plugins/gate/language)
        "word-wrong": error(
            "Viết sai chính tả: «{text}».",
            "Sửa thành «{cure}».",
        ),
        "word-slip": warning(
            "«{text}» có thể là gõ nhầm.",
            "Xem lại: có phải bạn muốn viết «{cure}»? Nếu đúng ý thì giữ nguyên.",
        ),
        "word-doubled": warning(
            "Từ bị lặp: «{text}».",
            "Xóa bớt, chỉ để lại «{cure}».",
        ),
        "mark-misplaced": warning(
            "Dấu thanh đặt sai chỗ: «{text}».",
            "Sửa thành «{cure}»; lệnh «bantin fix» tự sửa được lỗi này.",
        ),
        "syllable-invalid": warning(
            "«{text}» không phải là một tiếng đúng chính tả.",
            "{hint}Gõ lại từ này. Nếu là tên riêng hay từ nước ngoài thì giữ nguyên.",
        ),
        "words-glued": warning(
            "Hai từ dính liền nhau: «{text}».",
            "Thêm dấu cách hoặc dấu câu: «{cure}».",
        ),
        # Capitals (Nghị định 30/2020/NĐ-CP, Phụ lục II)
        "capital-name": warning(
            "Tên người viết thiếu chữ hoa: «{text}».",
            "Viết hoa chữ đầu của mọi tiếng: «{cure}».",
        ),
        "capital-agency": warning(
            "Tên cơ quan viết hoa chưa đúng: «{text}».",
            "Theo Nghị định 30/2020/NĐ-CP, viết «{cure}».",
        ),
        "capital-after-sign": warning(
            "Viết hoa sau dấu «{sign}»: «{text}».",
            "Sau dấu phẩy và dấu chấm phẩy không viết hoa: «{cure}», trừ tên riêng.",
        ),
        "comma-stray": warning(
            "Dấu phẩy tách chủ ngữ khỏi vị ngữ: «{text}».",
            "Bỏ dấu phẩy này, hoặc viết lại câu cho đủ chủ ngữ.",
        ),
        "abbreviation-unexplained": warning(
            "Bạn đọc ngoài cơ quan có thể không hiểu chữ viết tắt «{text}».",
            "Viết đầy đủ: «{cure}»; hoặc giải thích ở lần đầu: «{cure} ({text})».",
        ),
        "form-mixed": warning(
            "Cùng một tên mà trong bài có hai cách viết: «{text}» và «{other}».",
            "Chọn một cách viết và dùng cho cả bài.",
        ),
        # Signs
        "spacing": warning(
            "Dấu cách đặt chưa đúng: «{text}».",
            "Sửa thành «{cure}».",
        ),
        "pair-open": warning(
            "Dấu ngoặc ở «{text}» không có dấu đi cặp.",
            "Thêm dấu «{sign}» còn thiếu hoặc bỏ dấu thừa.",
        ),
        "sentence-long": warning(
            "Câu «{text}» dài {count} tiếng, nghe không kịp.",
            "Tách thành nhiều câu, hoặc đưa phần liệt kê thành danh sách gạch đầu dòng.",
        ),
        # One text, one way
        "tone-style-mixed": warning(
            "Bài dùng lẫn hai kiểu đặt dấu: «{rare}» và «{usual}».",
            "Dùng một kiểu cho cả bài, ví dụ sửa «{text}» thành «{cure}».",
        ),
        "spelling-mixed": warning(
            "Bài viết cả «{text}» và «{other}».",
            "Chọn một cách viết (i hay y) cho cả bài.",
        ),
        "dash-mixed": warning(
            "Trong một đoạn có cả gạch ngắn «-» và gạch dài «–»: «{text}».",
            "Dùng một loại gạch cho cả đoạn.",
        ),
        # Names (plugins/gate/language/names_rule.py)
        "name-near": error(
            "«{text}» gần giống một tên trong danh bạ nhưng khác một chữ hoặc một dấu.",
            "Có phải bạn muốn viết «{cure}»? Nếu đây là tên khác, thêm tên đó vào danh bạ "
            "(people.yml hoặc units.yml).",
        ),
        "name-near-person": warning(
            "«{text}» gần giống «{cure}» trong danh bạ (mã {ids}); chưa rõ có phải cùng một người.",
            "Đối chiếu với giấy mời hoặc danh sách đại biểu. Nếu là người khác thì giữ nguyên.",
        ),
        "title-differs": warning(
            "{name}: bài ghi «{text}», {reason}: {registered}.",
            "Kiểm tra chức danh vào ngày diễn ra sự kiện; sửa bài, hoặc cập nhật people.yml.",
        ),
        # Dates and figures
        "weekday-wrong": error(
            "«{text}»: ngày {date} là {cure}, không phải {weekday}.",
            "Kiểm tra lại ngày rồi sửa thứ hoặc sửa ngày.",
        ),
        "date-impossible": error(
            "«{text}» không có trong lịch: tháng ấy nhiều nhất {days} ngày.",
            "Kiểm tra lại ngày tháng với giấy mời hoặc văn bản gốc.",
        ),
        "count-list": warning(
            "Ghi «{text}» nhưng kể ra {listed}.",
            "Đếm lại: sửa con số {count} hoặc bổ sung, bớt tên trong danh sách.",
        ),
        "percent-whole": warning(
            "Các tỷ lệ của một tổng thể vượt 100%: {text} (cộng lại {total}%).",
            "Kiểm tra lại số liệu; nếu không phải các phần của một tổng thể thì giữ nguyên.",
        ),
    }
)
