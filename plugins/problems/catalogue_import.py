"""What the importer asks a person to look at; part of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.problems.entries import Entry, error, warning

IMPORT: Mapping[str, Entry] = MappingProxyType(
    {
        "import-title-missing": warning(
            "Không tìm thấy tiêu đề của bài trong trang nguồn.",
            "Ghi tiêu đề vào dòng «title:», rồi bỏ dòng «status: draft» để đăng.",
        ),
        "import-date-missing": warning(
            "Trang nguồn không cho biết ngày đăng.",
            "Ghi ngày đăng vào dòng «date:» (năm-tháng-ngày), rồi bỏ dòng «status: draft» để đăng.",
        ),
        "import-date-updated": warning(
            "Trang nguồn chỉ ghi ngày cập nhật; ngày ấy được dùng làm ngày đăng.",
            "Đối chiếu với trang cũ; nếu biết ngày đăng thì sửa «date:».",
        ),
        "import-event-year": warning(
            "Bài ghi ngày mà không ghi năm; năm được suy từ chỗ khác trên trang: {text}.",
            "Đối chiếu ngày diễn ra sự kiện, sửa nếu sai, rồi xóa dòng «# kiểm tra».",
        ),
        "import-category": warning(
            "Chưa rõ bài thuộc chuyên mục nào; tạm xếp vào «Tin hoạt động».",
            "Sửa «category:» nếu cần.",
        ),
        "import-caption": warning(
            "Chưa có tệp của ảnh mang chú thích «{text}».",
            "Chép ảnh vào cạnh bài, chèn vào đúng chỗ kèm chú thích; không có ảnh thì xóa dòng.",
        ),
        "import-photo": warning(
            "Không lấy được ảnh «{text}».",
            "Tải ảnh từ trang cũ, đặt cạnh bài và chèn lại; không cần ảnh thì xóa dòng này.",
        ),
        "import-related": warning(
            "Trang nguồn có tin liên quan «{text}».",
            "Nếu tin ấy cũng đã được nhập, ghi tên tệp của nó vào «related:».",
        ),
        "import-old-letters": warning(
            "Văn bản gõ bằng bảng mã cũ (TCVN3 hoặc VNI) đã được chuyển sang Unicode.",
            "Đọc lại tên người, tên đơn vị.",
        ),
        "import-same-title": warning(
            "Đã có bài cùng tiêu đề trong cùng năm: {text}.",
            "Nếu là một bài thì xóa một trong hai tệp.",
        ),
        "import-not-whole": warning(
            "Chữ trong bài không khớp hoàn toàn với trang nguồn, quanh chỗ «{text}».",
            "So lại với trang cũ.",
        ),
        "import-advertisement": warning(
            "Bài còn chỗ giống quảng cáo cờ bạc: «{text}». Bài được để ở dạng nháp.",
            "Xóa chỗ ấy, rồi bỏ dòng «status: draft» để đăng.",
        ),
        "import-unclean": warning(
            "Bài chưa qua được bước kiểm tra: {text} Bài được để ở dạng nháp.",
            "Sửa theo lời báo của «bantin check», rồi bỏ dòng «status: draft» để đăng.",
        ),
        "import-changed": warning(
            "Trang nguồn đã đổi từ lần nhập trước; tệp đã nhập được giữ nguyên: {text}.",
            "Muốn nhập lại thì xóa tệp ấy rồi chạy lại lệnh.",
        ),
        "import-no-article": warning(
            "Trang không có bài viết nào (trang chủ, trang danh sách hoặc trang trống).",
            "Không cần làm gì; nếu trang có bài, chép chữ vào một tệp .txt rồi nhập tệp ấy.",
        ),
        "import-format": warning(
            "Không đọc được loại tệp này: {text}.",
            "Dùng tệp .html, .txt, .docx, .xml (WordPress), .md, .json, .csv; tệp .doc thì mở bằng "
            "Word rồi lưu thành .docx.",
        ),
        "import-broken": warning(
            "Tệp hỏng hoặc không đúng định dạng: {text}.",
            "Mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi nhập lần nữa.",
        ),
        "import-unwritten": error(
            "Không ghi được bài vì còn lỗi: {text}",
            "Sửa trang nguồn theo lời báo, hoặc viết bài bằng tay.",
        ),
    }
)
