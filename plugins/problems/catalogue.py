"""Every text that staff are shown about their content, in one table.

Codes are English and stable; ``message`` says what is wrong and ``cure`` what to do, in Vietnamese,
for a reader who is no programmer. ``{names}`` are filled in by :func:`plugins.problems.problem`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.problems.catalogue_gate import GATE
from plugins.problems.catalogue_import import IMPORT
from plugins.problems.catalogue_language import LANGUAGE
from plugins.problems.catalogue_release import RELEASE
from plugins.problems.entries import Entry
from plugins.problems.entries import error as _error
from plugins.problems.entries import warning as _warning

__all__ = ["CATALOGUE", "Entry"]

CATALOGUE: Mapping[str, Entry] = MappingProxyType(
    {
        **GATE,
        **LANGUAGE,
        **IMPORT,
        **RELEASE,
        # Text and encoding (plugins/bulletins/decoding.py)
        "file-too-large": _error(
            "Tệp nặng {size}, quá mức cho phép là {limit}.",
            "Chia bài thành nhiều bài ngắn hơn, hoặc giảm dung lượng ảnh, tài liệu rồi lưu lại.",
        ),
        "encoding": _error(
            "Tệp không được lưu theo bảng mã UTF-8 (byte thứ {offset} không đọc được).",
            "{hint}Mở tệp bằng Notepad, chọn «Save as», ở ô «Encoding» chọn «UTF-8» rồi lưu lại.",
        ),
        "encoding-utf16": _error(
            "Tệp được lưu theo bảng mã UTF-16, không phải UTF-8.",
            "Mở tệp bằng Notepad, chọn «Save as», ở ô «Encoding» chọn «UTF-8» rồi lưu lại.",
        ),
        "legacy-encoding": _error(
            "Dòng này có vẻ được dán từ văn bản gõ theo bảng mã cũ ({encoding}).",
            "Trong Word hoặc Unikey, chuyển đoạn này sang Unicode (ví dụ phông Times New Roman) "
            "rồi dán lại.",
        ),
        "control-character": _error(
            "Có ký tự điều khiển {character} không nhìn thấy được, thường do dán từ Word hoặc PDF.",
            "Xóa ký tự ở đúng vị trí này, hoặc gõ lại chữ ở hai bên.",
        ),
        "private-character": _error(
            "Có ký tự riêng của một phông chữ ({character}), máy của người đọc không hiện được.",
            "Thay ký tự này bằng chữ hoặc dấu thông thường, ví dụ dấu «-» đầu dòng.",
        ),
        "replacement-character": _error(
            "Có dấu «�» ({character}): một chữ ở đây đã bị mất khi chép văn bản.",
            "Xem lại bản gốc và gõ lại chữ bị mất.",
        ),
        "line-too-long": _error(
            "Dòng này dài {length} ký tự, quá mức {limit}.",
            "Chia thành nhiều đoạn, giữa hai đoạn để một dòng trống.",
        ),
        "marks-run": _error(
            "Có nhiều dấu thanh chồng lên nhau trên một chữ.",
            "Xóa cụm dấu này và gõ lại chữ.",
        ),
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
            "Sửa tên trường hoặc xóa dòng này. {hint}",
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
        "field-missing-in-draft": _warning(
            "Bản nháp chưa có trường «{field}» ({label}).",
            "Điền trước khi đăng, ví dụ «{example}».",
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
        # Events (plugins/bulletins/event_checks.py)
        "event-after-publication": _error(
            "Sự kiện ghi ngày {day}, sau ngày đăng bài ({published}).",
            "Kiểm tra lại hai ngày. Chỉ bài thuộc chuyên mục «Thông báo» mới nói trước về sự kiện.",
        ),
        "event-long-ago": _warning(
            "Sự kiện kết thúc {days} ngày trước khi đăng bài (ngày {day}, đăng {published}).",
            "Kiểm tra lại năm và tháng của sự kiện; nếu đúng thì không cần sửa.",
        ),
        # Awards (plugins/bulletins/award_checks.py, award_table.py; plugins/units/honoured.py)
        "award-form-unknown": _error(
            "«{text}» không có trong danh mục hình thức khen thưởng.",
            "{hint}Ghi đúng tên hình thức hoặc danh hiệu; cơ quan tặng ghi riêng ở trường "
            "«authority» hoặc cột «Cơ quan tặng». Nếu nguồn tin không nêu hình thức, ghi "
            "«Khen thưởng».",
        ),
        "award-date-future": _error(
            "Quyết định khen thưởng ghi ngày {day}, sau ngày đăng hoặc cập nhật bài ({published}).",
            "Kiểm tra lại hai ngày. Nếu quyết định có sau khi đăng, ghi thêm ngày cập nhật "
            "«modified».",
        ),
        "award-count-too-small": _error(
            "Số lượng được khen nhỏ hơn số tên đã liệt kê.",
            "Sửa số lượng (tính cả những tên đã liệt kê) hoặc bỏ bớt tên.",
        ),
        "award-without-recipient": _warning(
            "Chưa ghi ai được khen, cũng không có số lượng.",
            "Thêm người, đơn vị được khen hoặc số tập thể, số cá nhân.",
        ),
        "award-for-others": _warning(
            "«{name}» chỉ dành cho {who}.",
            "Kiểm tra lại hình thức khen và người, đơn vị được khen.",
        ),
        "award-table-column-missing": _error(
            "Bảng «Danh sách khen thưởng» thiếu cột «{name}».",
            "Thêm cột «{name}». Nếu bảng này nói về việc khác, đổi tên đề mục phía trên.",
        ),
        "award-table-column-twice": _error(
            "Bảng «Danh sách khen thưởng» có hai cột «{name}».",
            "Gộp hai cột làm một; nhiều tên trong một ô cách nhau bằng dấu chấm phẩy.",
        ),
        "award-table-column-unknown": _warning(
            "Cột «{name}» của bảng «Danh sách khen thưởng» không được đưa vào Sổ vàng.",
            "Nếu tên cột viết sai, sửa lại theo một trong các tên: {known}.",
        ),
        "award-table-cell-empty": _error(
            "Dòng này của bảng «Danh sách khen thưởng» để trống ô «{name}».",
            "Điền ô «{name}» ở mỗi dòng, kể cả khi giống dòng trên.",
        ),
        "award-table-date": _error(
            "«{text}» trong bảng «Danh sách khen thưởng» không phải là một ngày đầy đủ.",
            "Viết ngày/tháng/năm, ví dụ «15/12/2023».",
        ),
        "award-table-count": _error(
            "Không hiểu số lượng «{text}» trong bảng «Danh sách khen thưởng».",
            "Viết «03 tập thể» hoặc «14 cá nhân», hoặc ghi tên từng tập thể, cá nhân.",
        ),
        "award-table-comma": _warning(
            "«{text}» trong bảng «Danh sách khen thưởng» được hiểu là một tên.",
            "Nếu là nhiều tên, viết dấu chấm phẩy giữa các tên thay cho dấu phẩy.",
        ),
        "awards-differ": _error(
            "Danh sách khen thưởng trong bảng khác với phần «awards» ở đầu bài (dòng {line}).",
            "Sửa cho hai nơi giống nhau, hoặc chỉ giữ một nơi: bảng trong bài là đủ.",
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
        "more-problems": _error(
            "Tệp này còn {count} lỗi nữa, bắt đầu từ dòng này.",
            "Sửa những lỗi ở trên trước, rồi kiểm tra lại.",
        ),
        # Body (plugins/bulletins/body.py)
        "punctuation-run": _error(
            "Có hơn {limit} dấu «{sign}» liền nhau.",
            "Xóa bớt. Muốn kẻ một đường ngang, để riêng một dòng «---».",
        ),
        "too-many-lines": _error(
            "Bài có {lines} dòng, quá mức {limit}.",
            "Chia thành nhiều bài, hoặc đính kèm bảng dài dưới dạng tệp Excel.",
        ),
        "too-many-marks": _error(
            "Bài có quá nhiều liên kết, ảnh và ký hiệu (hơn 65.000).",
            "Chia thành nhiều bài ngắn hơn.",
        ),
        "nesting-too-deep": _error(
            "Danh sách hoặc trích dẫn lồng nhau quá {limit} tầng.",
            "Viết lại với ít tầng hơn.",
        ),
        "raw-html": _error(
            "Có mã HTML «{tag}» trong bài.",
            "Xóa mã này: **chữ đậm**, *chữ nghiêng*, [chữ](địa chỉ) thay cho HTML. Nếu chỉ muốn "
            "viết dấu «<», để một dấu cách sau nó hoặc viết «\\<».",
        ),
        "raw-table": _error(
            "Bảng viết bằng HTML chưa đúng: {reason}.",
            "Sửa bảng chỉ với các thẻ <table>, <tr>, <th>, <td> không thuộc tính, hoặc kẻ bảng "
            "bằng dấu «|».",
        ),
        "reference-link": _error(
            "Dòng này khai báo địa chỉ cho một liên kết viết ở chỗ khác.",
            "Viết địa chỉ ngay sau chữ: [chữ hiện ra](https://dia-chi.vn).",
        ),
        "link-unclosed": _error(
            "Liên kết hoặc ảnh thiếu dấu «)» ở cuối.",
            "Viết đủ trên một dòng: [chữ hiện ra](địa chỉ) hoặc ![mô tả ảnh](tên-ảnh.jpg).",
        ),
        "link-without-words": _error(
            "Liên kết không có chữ nào để bấm vào.",
            "Viết chữ vào ngoặc vuông: [Xem kế hoạch](ke-hoach.pdf).",
        ),
        "link-empty": _error(
            "Liên kết không có địa chỉ.",
            "Điền địa chỉ vào giữa hai dấu ngoặc: [chữ hiện ra](https://dia-chi.vn).",
        ),
        "link-form": _error(
            "Địa chỉ «{target}» không dùng được: {reason}.",
            "Viết địa chỉ web đầy đủ (https://…), hoặc tên một tệp trong thư mục nội dung, "
            "ví dụ «anh-hoi-nghi.jpg» hay «../2023/ten-bai.md».",
        ),
        "link-no-scheme": _error(
            "Địa chỉ «{target}» thiếu phần đầu nên máy hiểu là tên một tệp.",
            "Viết đầy đủ: {example}",
        ),
        "link-protocol-relative": _error(
            "Địa chỉ «{target}» bắt đầu bằng hai dấu gạch chéo.",
            "Viết đầy đủ: https://{address}",
        ),
        "link-scheme": _error(
            "Địa chỉ «{target}» thuộc loại «{scheme}» không được phép.",
            "Chỉ dùng địa chỉ bắt đầu bằng https://, http://, mailto: hoặc tel:.",
        ),
        "link-absolute-file": _error(
            "«{target}» là đường dẫn trên máy của bạn, người đọc không mở được.",
            "Chép tệp vào cạnh bài viết rồi chỉ ghi tên tệp, ví dụ «anh-hoi-nghi.jpg».",
        ),
        "link-outside": _error(
            "Đường dẫn «{target}» đi ra ngoài thư mục nội dung.",
            "Chép tệp vào cạnh bài viết hoặc vào thư mục images, rồi ghi lại đường dẫn.",
        ),
        "file-remote": _error(
            "«{target}» nằm ở một trang web khác.",
            "Tải tệp về, đặt cạnh bài viết rồi ghi tên tệp, ví dụ «anh-hoi-nghi.jpg».",
        ),
        "image-type": _error(
            "«{target}» không phải một tệp ảnh dùng được.",
            "Dùng ảnh jpg, png, webp hoặc heic.",
        ),
        "image-alt-missing": _warning(
            "Ảnh «{target}» chưa có lời mô tả cho người khiếm thị.",
            "Viết mô tả vào ngoặc vuông: ![Bác sĩ khám bệnh cho trẻ em](ten-anh.jpg).",
        ),
        "image-alt-long": _error(
            "Lời mô tả ảnh dài quá {limit} ký tự.",
            "Viết mô tả trong một câu ngắn; phần còn lại đưa vào bài.",
        ),
        "anchor-missing": _error(
            "Liên kết tới mục «#{fragment}» nhưng bài không có mục đó.",
            "Các mục có trong bài: {known}.",
        ),
        "heading-level-one": _warning(
            "Đề mục viết với một dấu «#» được in thành đề mục cấp hai, vì cấp một là tiêu đề bài.",
            "Viết «## Tên đề mục».",
        ),
        "heading-level-skipped": _warning(
            "Đề mục cấp {level} không nằm dưới một đề mục cấp trên nó, nên được in thành cấp "
            "{printed}.",
            "Bớt dấu «#» cho đúng thứ tự: «##» là đề mục lớn, «###» là đề mục con của nó.",
        ),
        "heading-empty": _error(
            "Đề mục không có chữ nào.",
            "Viết tên đề mục sau dấu «##», hoặc xóa dòng này.",
        ),
        "table-cells": _error(
            "Dòng này của bảng có {cells} ô, trong khi dòng đầu bảng có {columns} ô.",
            "Thêm hoặc bớt dấu «|» cho đủ {columns} ô. Sau bảng phải có một dòng trống.",
        ),
        "table-too-wide": _error(
            "Bảng có {columns} cột, quá mức {limit}.",
            "Đổi dòng thành cột, hoặc đính kèm bảng dưới dạng tệp Excel.",
        ),
        "table-in-list": _error(
            "Bảng nằm bên trong một danh sách.",
            "Đưa bảng ra ngoài danh sách: xóa khoảng trắng ở đầu các dòng của bảng.",
        ),
        "footnote-missing": _error(
            "Có chỗ gọi chú thích [^{label}] nhưng không có chú thích ấy.",
            "Thêm vào cuối bài một dòng: [^{label}]: nội dung chú thích",
        ),
        "footnote-duplicate": _error(
            "Chú thích [^{label}] được viết hai lần.",
            "Đổi số của một trong hai chú thích.",
        ),
        "footnote-unused": _error(
            "Chú thích [^{label}] không được nhắc tới ở đâu trong bài nên không hiện ra.",
            "Viết [^{label}] vào chỗ cần chú thích, hoặc xóa chú thích.",
        ),
        "html-removed": _error(
            "Bộ lọc an toàn phải sửa bài này sau khi chuyển sang HTML.",
            "Viết lại bài bằng chữ thường, bỏ các định dạng lạ. Nếu không rõ chỗ nào, báo cho "
            "người quản trị.",
        ),
        # Files and folders (plugins/bulletins/tree.py)
        "content-missing": _error(
            "Không thấy thư mục nội dung «{folder}».",
            "Kiểm tra lại tên thư mục.",
        ),
        "registry-missing": _error(
            "Thiếu tệp «{name}» trong thư mục nội dung.",
            "Tạo tệp «{name}»; khi chưa có mục nào, viết vào đó một dòng: []",
        ),
        "unclaimed-file": _error(
            "Tệp này không nằm ở chỗ nào mà trang web dùng đến.",
            "Bài viết và ảnh của bài đặt trong «bulletins/NĂM/», trang tĩnh trong «pages/», ảnh "
            "dùng chung trong «images/». Nếu không cần, hãy xóa tệp.",
        ),
        "unclaimed-folder": _error(
            "Thư mục này không nằm ở chỗ nào mà trang web dùng đến.",
            "Bài viết và ảnh của bài đặt thẳng trong «bulletins/NĂM/» (ví dụ «bulletins/2024/»), "
            "không đặt trong thư mục con. Nếu không cần, hãy xóa thư mục.",
        ),
        "bulletin-folder": _error(
            "«{name}» nằm ngay trong «bulletins/», chưa vào thư mục của năm nào.",
            "Chuyển tệp vào thư mục của năm đăng bài, ví dụ «bulletins/2024/».",
        ),
        "file-type": _error(
            "«{name}» là loại tệp không được phép đăng.",
            "Chỉ dùng bài viết (md), ảnh (jpg, png, webp, heic) và tài liệu (pdf, docx, xlsx, "
            "csv).",
        ),
        "double-extension": _error(
            "«{name}» có hai phần đuôi, giống một chương trình giả làm ảnh hoặc tài liệu.",
            "Đổi tên, chỉ giữ một phần đuôi, ví dụ «anh-hoi-nghi.jpg».",
        ),
        "markdown-suffix": _error(
            "«{name}» có phần đuôi viết hoa nên máy không nhận là bài viết.",
            "Đổi phần đuôi thành «.md» viết thường.",
        ),
        "lock-file": _error(
            "«{name}» là tệp tạm mà Word, Excel hoặc LibreOffice tạo ra khi đang mở tài liệu.",
            "Đóng tài liệu rồi xóa tệp này.",
        ),
        "file-name": _error(
            "Tên «{name}» không dùng được: {reason}.",
            "Đổi tên ngắn gọn, chỉ gồm chữ, số, khoảng trắng, dấu «-», «_» và ngoặc tròn.",
        ),
        "symlink": _error(
            "Đây là một liên kết tượng trưng (symlink) trỏ tới chỗ khác, không phải một tệp thật.",
            "Chép chính tệp ấy vào đây thay cho liên kết.",
        ),
        "not-regular-file": _error(
            "Đây không phải một tệp thông thường.",
            "Xóa nó khỏi thư mục nội dung.",
        ),
        "too-slow": _error(
            "Tệp mất hơn {seconds} giây để đọc nên đã bị dừng.",
            "Tìm đoạn có rất nhiều dấu lặp lại hoặc lồng nhau (dấu ngoặc, dấu sao, dấu >) và bỏ "
            "đi, "
            "hoặc chia bài thành nhiều bài ngắn.",
        ),
        "unreadable": _error(
            "Không mở được ({reason}).",
            "Kiểm tra quyền đọc của tệp hoặc thư mục.",
        ),
        "name-collision": _error(
            "Tên này chỉ khác {other} ở chữ hoa, chữ thường hoặc cách gõ dấu; trên Windows và "
            "macOS chúng là một tệp.",
            "Đổi tên một trong hai tệp cho khác hẳn.",
        ),
        # Photos and attachments (plugins/bulletins/media.py)
        "media-empty": _error(
            "Tệp rỗng (0 byte).",
            "Chép lại tệp gốc; có thể lần chép trước bị dở dang.",
        ),
        "media-mismatch": _error(
            "Nội dung của tệp không phải loại «{suffix}» như tên của nó.",
            "Mở tệp bằng phần mềm của nó rồi lưu lại đúng loại; đổi phần đuôi tên là chưa đủ.",
        ),
        "image-unreadable": _error(
            "Ảnh bị hỏng, không đọc được.",
            "Chép lại ảnh gốc, hoặc mở ảnh rồi lưu lại thành jpg.",
        ),
        "image-too-many-pixels": _error(
            "Ảnh có hơn {limit} triệu điểm ảnh.",
            "Thu nhỏ ảnh, ví dụ còn 4000 điểm ảnh chiều ngang.",
        ),
        "image-moving": _warning(
            "Ảnh động: trên trang chỉ hiện hình đầu tiên, vì hình chuyển động làm khó người đọc.",
            "Nếu hình đầu tiên đủ ý thì không cần làm gì; nếu không, hãy chọn một ảnh tĩnh.",
        ),
        "document-macros": _error(
            "Tài liệu có chứa macro (chương trình), không được phép đăng.",
            "Lưu lại thành docx hoặc xlsx không có macro, hoặc pdf.",
        ),
        "document-encrypted": _error(
            "Tài liệu được khóa bằng mật khẩu.",
            "Bỏ mật khẩu rồi lưu lại, hoặc xuất ra pdf.",
        ),
        "document-unreadable": _error(
            "Tài liệu bị hỏng, không mở được.",
            "Mở bằng Word hoặc Excel rồi lưu lại.",
        ),
        "archive-bomb": _error(
            "Tài liệu nở ra {size} khi mở, quá lớn.",
            "Xóa bớt ảnh và bảng trong tài liệu, hoặc xuất ra pdf.",
        ),
        "csv-encoding": _error(
            "Tệp CSV không được lưu theo bảng mã UTF-8.",
            "Trong Excel chọn «Save as», loại «CSV UTF-8».",
        ),
        # Links between files (plugins/bulletins/crosscheck.py)
        "url-duplicate": _error(
            "Bài này có cùng địa chỉ «{url}» với {others}.",
            "Thêm hoặc sửa trường «slug:» của một bài, ví dụ «slug: ten-bai-dot-2».",
        ),
        "link-missing": _error(
            "Liên kết tới «{target}» nhưng không có trang hoặc tệp đó.",
            "{near}Kiểm tra lại đường dẫn và tên tệp.",
        ),
        "link-to-draft": _warning(
            "Liên kết tới «{other}» là bài nháp, người đọc không mở được.",
            "Bỏ liên kết, hoặc cho đăng cả bài kia.",
        ),
        "anchor-missing-elsewhere": _warning(
            "Liên kết tới mục «#{fragment}» của «{other}» nhưng bài ấy không có mục đó.",
            "Các mục của bài ấy: {known}.",
        ),
        "image-missing": _error(
            "Không thấy ảnh «{target}».",
            "{near}Đặt ảnh cạnh bài viết và ghi đúng tên ảnh.",
        ),
        "file-missing": _error(
            "Không thấy tệp «{target}».",
            "{near}Đặt tệp cạnh bài viết và ghi đúng tên tệp.",
        ),
        "related-unknown": _error(
            "Bài liên quan «{name}» không có.",
            "{near}Viết tên tệp của bài ấy, ví dụ «2023/ten-bai.md», hoặc địa chỉ của nó.",
        ),
        "related-ambiguous": _error(
            "Bài liên quan «{name}» có thể là nhiều bài: {candidates}.",
            "Viết rõ tên tệp của một bài.",
        ),
        "related-self": _error(
            "Bài liên quan «{name}» chính là bài này.",
            "Xóa dòng này hoặc chọn bài khác.",
        ),
        "related-hidden": _warning(
            "Bài liên quan «{name}» là bài nháp hoặc đã rút, nên không được hiển thị.",
            "Chọn bài khác hoặc xóa dòng này.",
        ),
        "alias-duplicate": _error(
            "Địa chỉ cũ «{alias}» cũng được khai ở «{other}».",
            "Giữ địa chỉ cũ ở một bài thôi.",
        ),
        "alias-taken": _error(
            "Địa chỉ cũ «{alias}» đang là địa chỉ thật của «{other}».",
            "Xóa địa chỉ này khỏi «aliases:».",
        ),
        "alias-clash": _error(
            "Địa chỉ cũ «{alias}» trùng chỗ với {other}.",
            "Xóa địa chỉ này khỏi «aliases:», hoặc sửa lại cho đúng địa chỉ của trang cũ.",
        ),
        "slug-reserved": _error(
            "Hệ thống dành địa chỉ «{url}» cho trang của mình.",
            "Chọn «slug:» khác cho trang này.",
        ),
        "media-unused": _warning(
            "Không bài nào dùng tệp này.",
            "Chèn tệp vào một bài, hoặc xóa đi.",
        ),
        # What was taken down (plugins/bulletins/taken_down.py)
        "taken-down": _warning(
            "Nội dung này đã được gỡ khỏi trang (theo taken-down.yml) nên không được dựng.",
            "Xóa tệp nếu không cần nữa. Chỉ khi được phép đăng lại mới chạy «bantin restore» và "
            "xóa mục tương ứng trong taken-down.yml.",
        ),
        "taken-down-entry": _error(
            "Mục «{text}» trong taken-down.yml không phải một địa chỉ của trang.",
            "Viết theo mẫu «- url: /ban-tin/2023/12/tin-da-go/»: chép phần sau tên miền của địa "
            "chỉ, bắt đầu bằng dấu gạch chéo.",
        ),
        "taken-down-shown": _warning(
            "Bài vẫn dùng tệp «{file}», tệp này đã được gỡ khỏi trang (theo taken-down.yml).",
            "Xóa ảnh hoặc đường dẫn tới tệp này khỏi bài: bạn đọc không mở được nó nữa.",
        ),
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
            "Mã «{id}» của «{second}» đã dùng cho «{first}» ở dòng {line}.",
            "Mỗi mục một mã riêng; đổi mã của mục mới, ví dụ «{example}».{used}",
        ),
        "author-unknown": _error(
            "Không có ai tên «{text}» trong people.yml.",
            "{hint}Nếu là người mới, thêm vào people.yml dòng: {example}{also}",
        ),
        "author-unregistered": _warning(
            "Không có ai tên «{text}» trong people.yml; tên được in mà không có trang riêng.",
            "{hint}Nếu là người mới, thêm vào people.yml dòng: {example}",
        ),
        "person-name-shared": _error(
            "Tên «{text}» thuộc về nhiều mã trong people.yml: {persons}.",
            "Nếu là một người, chỉ giữ một mục và đưa các tên vào «pen_names» của mục đó; nếu là "
            "nhiều người, ghi thêm để phân biệt, ví dụ «Lê Hà (Lạng Sơn)».{used}",
        ),
        "byline-missing": _warning(
            "Bài không ghi tác giả và cũng không có tên ở cuối bài.",
            "Thêm dòng «authors: Họ và tên», hoặc viết tên tác giả ở dòng cuối của bài.",
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
        "unit-name-shared": _error(
            "Tên «{text}» thuộc về nhiều mã trong units.yml cùng thời gian: {units}.",
            "Nếu là một đơn vị, chỉ giữ một mục; nếu là nhiều đơn vị, ghi đủ tên với địa phương, "
            "hoặc ghi «valid_to» và «valid_from» để thời gian không trùng nhau.{used}",
        ),
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
