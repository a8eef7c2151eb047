"""Every text that staff are shown about their content, in one table.

Codes are English and stable; ``message`` says what is wrong and ``cure`` what to do, in Vietnamese,
for a reader who is no programmer. ``{names}`` are filled in by :func:`plugins.problems.problem`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Entry:
    """The severity and the two texts of one code."""

    severity: Literal["error", "warning"]
    message: str
    cure: str


def _error(message: str, cure: str) -> Entry:
    return Entry("error", message, cure)


def _warning(message: str, cure: str) -> Entry:
    return Entry("warning", message, cure)


CATALOGUE: Mapping[str, Entry] = MappingProxyType(
    {
        # Text and encoding (plugins/bulletins/decoding.py)
        # Front matter (plugins/bulletins/front_matter.py)
        "file-empty": _error(
            "Tệp không có nội dung nào.",
            "Viết phần đầu và nội dung bài, hoặc xóa tệp này.",
        ),
        "header-missing": _error(
            "Không thấy phần đầu của bài (tiêu đề, ngày đăng, chuyên mục…).",
            "Ở ngay dòng đầu tiên viết «---», rồi các dòng «title: …», «date: …», «category: "
            "…», rồi lại một dòng «---».",
        ),
        "header-unclosed": _error(
            "Phần đầu mở bằng «---» nhưng không có dòng «---» đóng lại.",
            "Thêm một dòng chỉ có «---» vào sau trường cuối cùng, khoảng dòng {line}.",
        ),
        "header-marker": _error(
            "Dòng mở phần đầu viết là «{text}», không phải ba dấu gạch nối «---».",
            "Thay dòng này bằng đúng ba dấu gạch nối: «---». Word hay tự đổi chúng thành gạch dài.",
        ),
        "header-after-blank-line": _error(
            "Có dòng trống ở trước phần đầu của bài.",
            "Xóa các dòng trống ở đầu tệp để phần đầu bắt đầu từ dòng 1.",
        ),
        "header-not-fields": _error(
            "Phần đầu không phải là các dòng «tên trường: giá trị».",
            "Viết mỗi trường một dòng, ví dụ «title: Hội nghị tổng kết năm 2023».",
        ),
        "classic-line": _error(
            "Dòng «{text}» nằm trong phần đầu nhưng không có dạng «Tên trường: giá trị».",
            "Nếu đây là nội dung bài, thêm một dòng trống ở trước nó; nếu là phần tiếp của dòng "
            "trên, thụt vào 4 dấu cách.",
        ),
        "classic-nested-field": _error(
            "Trường «{field}» gồm nhiều mục, không viết được trong phần đầu kiểu cũ.",
            "Đặt phần đầu giữa hai dòng «---» rồi viết «{field}» theo mẫu trong tài liệu hướng "
            "dẫn.",
        ),
        "yaml-too-large": _error(
            "Phần dữ liệu dài {size}, quá mức {limit} cho phép.",
            "Bỏ bớt những gì không phải là trường dữ liệu; nội dung bài phải nằm dưới dòng "
            "«---» thứ hai.",
        ),
        "yaml-sign": _error(
            "Dấu «{sign}» có nghĩa riêng ở đây và không được dùng.",
            'Nếu đó là một phần của nội dung, đặt cả nội dung trong dấu ngoặc kép: "…".',
        ),
        "yaml-depth": _error(
            "Các mục lồng vào nhau quá nhiều tầng.",
            "Xem lại các dấu ngoặc «[», «{{» và các khoảng thụt đầu dòng; nội dung có ngoặc thì "
            "đặt trong dấu ngoặc kép.",
        ),
        "yaml-syntax": _error(
            "Không đọc được phần dữ liệu ở chỗ này.",
            "Viết mỗi trường một dòng theo mẫu «tên: giá trị»; nội dung có dấu lạ thì đặt trong "
            "dấu ngoặc kép.",
        ),
        "yaml-dash": _error(
            "Danh sách bắt đầu ngay trên dòng của tên trường.",
            "Xuống dòng sau dấu hai chấm rồi mới viết các dòng «- …»; nếu đó là dấu gạch của "
            "nội dung thì viết {example}",
        ),
        "yaml-first-character": _error(
            "Nội dung bắt đầu bằng dấu «{sign}», dấu này có nghĩa riêng ở đây.",
            "Đặt nội dung trong dấu ngoặc kép: {example}",
        ),
        "yaml-tab": _error(
            "Có phím Tab ở đầu dòng hoặc trước nội dung.",
            "Xóa Tab và dùng dấu cách.",
        ),
        "yaml-quote-open": _error(
            "Dấu ngoặc kép hoặc nháy đơn mở ở đây mà không đóng lại.",
            "Thêm dấu đóng ở cuối nội dung, hoặc bỏ dấu mở.",
        ),
        "yaml-bracket-open": _error(
            "Dấu ngoặc «[» hoặc «{{» mở ở đây mà không đóng lại.",
            "Thêm dấu đóng; nếu ngoặc là một phần của nội dung thì viết {example}",
        ),
        "yaml-escape": _error(
            "Dấu gạch chéo ngược «\\» trong dấu ngoặc kép không đúng cách.",
            "Đổi «\\» thành «/», hoặc dùng nháy đơn '…' thay cho ngoặc kép.",
        ),
        "yaml-line-without-colon": _error(
            "Dòng «{row}» không có dạng «tên: giá trị».",
            "Thêm tên trường và dấu hai chấm; nếu là phần tiếp của dòng trên thì thụt vào hai "
            "dấu cách.",
        ),
        "yaml-second-document": _error(
            "Có thêm một dòng «---» hoặc «...» ở giữa phần dữ liệu.",
            "Xóa dòng đó; chỉ giữ một phần dữ liệu.",
        ),
        "yaml-no-space": _error(
            "Sau «{key}:» thiếu dấu cách.",
            "Viết «{key}: {value}».",
        ),
        "yaml-colon": _error(
            "Nội dung có dấu hai chấm mà không đặt trong dấu ngoặc kép.",
            "Viết lại dòng này: {example}",
        ),
        "yaml-indent": _error(
            "Dòng «{row}» thụt đầu dòng không khớp với các dòng quanh nó.",
            "Cho các trường cùng cấp bắt đầu thẳng cột với nhau; dùng dấu cách, không dùng Tab.",
        ),
        "yaml-after-quote": _error(
            "Sau dấu ngoặc kép đóng vẫn còn chữ.",
            "Đặt cả nội dung trong một cặp dấu: {example}",
        ),
        # Fields (plugins/bulletins/schema.py)
        "field-name": _error(
            "Tên trường ở đây không phải là chữ.",
            "Viết tên trường là một từ, ví dụ «title: …».",
        ),
        "field-unknown": _error(
            "Không có trường nào tên «{field}»{reason}.",
            "{hint}Các trường dùng được: {known}.",
        ),
        "field-name-vietnamese": _error(
            "Tên trường viết bằng tiếng Việt: «{field}».",
            "Viết là «{name}:».",
        ),
        "field-twice": _error(
            "Trường «{field}» được viết hai lần (lần đầu ở dòng {line}).",
            "Giữ một dòng, xóa dòng kia.",
        ),
        "field-missing": _error(
            "Thiếu trường bắt buộc «{field}» ({label}).",
            "Thêm dòng «{example}».",
        ),
        "field-empty": _error(
            "Trường «{field}» ({label}) đang bỏ trống.",
            "Điền giá trị, ví dụ «{example}».",
        ),
        "field-html": _error(
            "Trường «{field}» có mã HTML: «{text}».",
            "Xóa mã, chỉ giữ chữ; thay «&amp;» bằng «&», thay «&nbsp;» bằng dấu cách.",
        ),
        "field-control-character": _error(
            "Trường «{field}» có ký tự điều khiển không nhìn thấy.",
            "Xóa và gõ lại nội dung của trường này.",
        ),
        "field-cut-at-hash": _error(
            "Trong trường «{field}», phần từ dấu # trở đi («{text}») sẽ bị bỏ mất.",
            "Đặt cả nội dung trong dấu ngoặc kép, hoặc chuyển ghi chú sang một dòng riêng bắt "
            "đầu bằng #.",
        ),
        "field-too-long": _error(
            "Trường «{field}» dài {size} ký tự, quá mức {limit}.",
            "Rút gọn; phần dài để trong nội dung bài.",
        ),
        "field-wants-text": _error(
            "Trường «{field}» cần một dòng chữ, không phải danh sách hay nhóm mục.",
            "Viết trên một dòng, ví dụ «{example}»; nội dung bắt đầu bằng ngoặc thì đặt trong "
            "dấu ngoặc kép.",
        ),
        "field-wants-list": _error(
            "Trường «{field}» cần một danh sách.",
            "Mỗi mục một dòng, bắt đầu bằng «- ».",
        ),
        "field-wants-mapping": _error(
            "Trường «{field}» cần các mục con, không phải một dòng chữ hay danh sách.",
            "Xuống dòng, thụt vào hai dấu cách rồi viết mỗi mục một dòng; hoặc viết gọn {example}.",
        ),
        "field-wants-entries": _error(
            "Trường «{field}» cần một danh sách các mục.",
            "Mỗi mục bắt đầu bằng «- » ở dòng riêng, ví dụ «- {example}».",
        ),
        "item-empty": _error(
            "Danh sách «{field}» có một dòng trống.",
            "Xóa dấu «-» thừa hoặc điền nội dung.",
        ),
        "item-wants-text": _error(
            "Mỗi mục của «{field}» phải là một dòng chữ.",
            "Viết «- Nội dung»; nếu nội dung có dấu hai chấm thì đặt trong dấu ngoặc kép.",
        ),
        "item-wants-fields": _error(
            "Mỗi mục của «{field}» phải gồm các trường con.",
            "Viết theo mẫu «- {example}».",
        ),
        "item-twice": _warning(
            "«{text}» có hai lần trong «{field}».",
            "Xóa một dòng.",
        ),
        "title-without-letters": _error(
            "Tiêu đề «{text}» không có chữ hay số nào.",
            "Viết tiêu đề bằng lời.",
        ),
        "slug-empty": _error(
            "Tên trong địa chỉ (slug) để trống hoặc không tạo được từ tiêu đề.",
            "Viết slug bằng chữ không dấu, ví dụ «slug: hoi-nghi-tong-ket-2023», hoặc xóa dòng "
            "slug trống.",
        ),
        "slug-format": _error(
            "«{text}» không dùng được cho trường «{field}».",
            "Chỉ dùng chữ thường không dấu, số và dấu gạch nối đơn, ví dụ "
            "«hoi-nghi-tong-ket-2023».",
        ),
        "slug-too-long": _error(
            "Trường «{field}» dài {size} ký tự, quá mức {limit}.",
            "Rút ngắn, giữ những từ chính.",
        ),
        "choice-unknown": _error(
            "«{text}» không phải là giá trị của «{field}» ({label}).",
            "{hint}Chọn một trong: {names}.",
        ),
        "date-format": _error(
            "«{text}» không đúng dạng ngày ở trường «{field}».",
            "Viết năm-tháng-ngày, ví dụ «{field}: {example}».",
        ),
        "date-ambiguous": _error(
            "«{text}» ở trường «{field}» hiểu được theo hai cách: {first} hoặc {second}.",
            "Viết năm trước, rồi tháng, rồi ngày: «{field}: {first}» hoặc «{field}: {second}».",
        ),
        "date-not-real": _error(
            "Không có ngày «{text}» trong lịch (trường «{field}»).",
            "Kiểm tra lại ngày và tháng, viết theo mẫu «{field}: {example}».",
        ),
        "time-not-real": _error(
            "Không có giờ phút như trong «{text}» (trường «{field}»).",
            "Viết giờ từ 00:00 đến 23:59, ví dụ «{field}: {example}».",
        ),
        "date-with-time": _error(
            "Trường «{field}» chỉ cần ngày, không cần giờ: «{text}».",
            "Viết «{field}: {example}».",
        ),
        "date-time-zone": _error(
            "«{text}» có ghi múi giờ; mọi ngày giờ ở đây đều theo giờ của trang.",
            "Bỏ múi giờ: «{field}: {example}».",
        ),
        "date-too-old": _error(
            "Ngày «{text}» ở trường «{field}» quá xa trong quá khứ.",
            "Kiểm tra lại năm.",
        ),
        "date-year": _error(
            "Năm {year} ở trường «{field}» nằm ngoài khoảng {first}-{last}.",
            "Kiểm tra lại năm.",
        ),
        "date-folder": _error(
            "Bài nằm trong thư mục năm {folder} nhưng ngày đăng thuộc năm {year}.",
            "Chuyển tệp sang thư mục bulletins/{year}/, hoặc sửa lại ngày đăng.",
        ),
        "date-order": _error(
            "Trường «{later}» sớm hơn «{earlier}» ({day}).",
            "Kiểm tra lại hai ngày này.",
        ),
        "change-note-without-modified": _warning(
            "Có «change_note» nhưng không có ngày cập nhật.",
            "Thêm dòng «modified: …» với ngày sửa bài.",
        ),
        "event-end-without-date": _error(
            "Sự kiện có ngày kết thúc mà không có ngày bắt đầu.",
            "Thêm trường «date» cho sự kiện.",
        ),
        "recipient-shape": _error(
            "Mỗi người, đơn vị được khen phải ghi đúng một trong ba: unit, person hoặc name.",
            "Ví dụ «- unit: benh-vien-pho», «- person: le-ha» hoặc «- name: Tổ công đoàn số 1».",
        ),
        "cover-missing": _warning(
            "Có «{field}» nhưng không có «cover», nên phần này không được hiển thị.",
            "Thêm dòng «cover: tên-tệp-ảnh.jpg» hoặc xóa «{field}».",
        ),
        "cover-alt-missing": _warning(
            "Ảnh đại diện chưa có mô tả cho người khiếm thị.",
            "Thêm dòng «cover_alt: …» nói trong ảnh có gì.",
        ),
        "web-format": _error(
            "«{text}» ở trường «{field}» không phải là địa chỉ web đầy đủ.",
            "Viết đủ cả https://, ví dụ «{field}: https://moh.gov.vn/tin».",
        ),
        "email-format": _error(
            "«{text}» không phải là địa chỉ thư điện tử.",
            "Viết dạng ten@tenmien.gov.vn.",
        ),
        "phone-format": _error(
            "«{text}» không phải là số điện thoại.",
            "Chỉ dùng số, dấu cách, dấu chấm, dấu + và ngoặc, ví dụ «{field}: 0205 3812 345».",
        ),
        "number-format": _error(
            "«{text}» ở trường «{field}» không phải là số nguyên từ 0 trở lên.",
            "Chỉ viết chữ số, không có dấu chấm hay chữ: «{field}: {example}».",
        ),
        "alias-format": _error(
            "«{text}» không phải là đường dẫn cũ của trang này.",
            "Viết phần sau tên miền, bắt đầu bằng «/», không có dấu cách và dấu #, ví dụ "
            "«/tin-cu.aspx?id=12».",
        ),
        "byline-missing": _warning(
            "Bài không ghi tác giả và cũng không có tên ở cuối bài.",
            "Thêm dòng «authors: Họ và tên», hoặc viết tên tác giả ở dòng cuối của bài.",
        ),
        # Body (plugins/bulletins/body.py)
        # Files and folders (plugins/bulletins/tree.py)
        # Links between files (plugins/bulletins/crosscheck.py)
        # People (plugins/authors)
        "registry-not-list": _error(
            "Tệp {path} phải là một danh sách, mỗi mục bắt đầu bằng «- ».",
            "Viết theo mẫu «- id: ma-so» rồi thụt vào hai dấu cách viết tiếp «name: Tên». Chưa "
            "có gì thì viết «[]».",
        ),
        "registry-entry": _error(
            "Mục này không gồm các trường «id», «name»…",
            "Viết theo mẫu «- id: ma-so», dòng sau thụt vào hai dấu cách «name: Tên».",
        ),
        "id-twice": _error(
            "Mã «{id}» đã dùng ở dòng {line}.",
            "Mỗi mục một mã riêng; đổi mã của mục mới, ví dụ «{example}».",
        ),
        "author-unknown": _error(
            "Không có ai tên «{text}» trong people.yml.",
            "{hint}Nếu là người mới, thêm vào people.yml dòng: {example}",
        ),
        "author-ambiguous": _error(
            "«{text}» có thể là nhiều người: {candidates}.",
            "Thay tên bằng mã của đúng người, ví dụ «{example}».{also}",
        ),
        "author-id-unknown": _error(
            "Không có mã người «{text}» trong people.yml.",
            "{hint}Khôi phục mục có mã này trong people.yml hoặc sửa mã trong bài.{also}",
        ),
        "role-dates": _error(
            "Chức vụ «{role}» của «{name}» có ngày kết thúc sớm hơn ngày bắt đầu.",
            "Kiểm tra lại «from» và «to».",
        ),
        "role-unit-unknown": _error(
            "Chức vụ của «{name}» ghi đơn vị «{unit}», mã này không có trong units.yml.",
            "{hint}Thêm đơn vị vào units.yml hoặc sửa lại mã.",
        ),
        # Units (plugins/units)
        "unit-reference-unknown": _error(
            "Đơn vị «{id}» ghi {field} là «{target}», mã này không có trong units.yml.",
            "{hint}Thêm đơn vị đó hoặc sửa lại mã.",
        ),
        "unit-cycle": _error(
            "Các đơn vị nối vòng vào nhau qua «{field}»: {chain}.",
            "Sửa «{field}» của một trong các đơn vị này.",
        ),
        "unit-dates": _error(
            "Đơn vị «{id}» có ngày kết thúc sớm hơn ngày bắt đầu.",
            "Kiểm tra lại valid_from và valid_to.",
        ),
        "unit-unknown": _error(
            "Không có đơn vị nào tên «{text}» trong units.yml.",
            "{hint}Nếu là đơn vị mới, thêm vào units.yml dòng: {example}",
        ),
        "unit-id-unknown": _error(
            "Không có mã đơn vị «{text}» trong units.yml.",
            "{hint}Khôi phục mục có mã này trong units.yml hoặc sửa mã trong bài.{also}",
        ),
        "unit-ambiguous": _error(
            "«{text}» có thể là nhiều đơn vị: {candidates}.",
            "Thay tên bằng mã của đúng đơn vị, ví dụ «{example}».{also}",
        ),
        "unit-contradiction": _error(
            "Đơn vị «{text}» vừa được ghi vừa bị bỏ («-{text}») trong cùng một bài.",
            "Xóa một trong hai dòng.",
        ),
    }
)
