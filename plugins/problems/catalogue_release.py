"""What staff are told when publishing does not go as it should (plugins/release).

The codes from «older» on are those that the server's publish gate answers with.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.problems.entries import Entry, error

_NOTHING_CHANGED = "Trang đang chạy còn nguyên. "

RELEASE: Mapping[str, Entry] = MappingProxyType(
    {
        # Settings and this machine
        "deploy-setting": error(
            "Thiết lập xuất bản «{name}» {reason}.",
            "Sửa trong deploy.toml hoặc biến môi trường {variable}; mẫu có trong "
            "docs/huong-dan/xuat-ban.md.",
        ),
        "deploy-file": error(
            "Không đọc được tệp thiết lập xuất bản {file}: {reason}.",
            "Tạo tệp theo mẫu trong docs/huong-dan/xuat-ban.md, hoặc nhờ người quản trị máy chủ.",
        ),
        "deploy-tool": error(
            "Máy này chưa có chương trình «{name}».",
            "Cài đặt rồi chạy lại (Debian, Ubuntu: sudo apt-get install openssh-client rsync).",
        ),
        "deploy-not-built": error(
            "Thư mục {folder} chưa phải một trang đã dựng xong ({reason}).",
            "Chạy «make publish» cho đến khi không còn lỗi, rồi chạy lại lệnh này.",
        ),
        "deploy-changed": error(
            "Tệp «{path}» trong {folder} không khớp MANIFEST: nó bị sửa sau khi dựng.",
            "Đừng sửa tay trong thư mục này. Chạy lại «make publish» rồi xuất bản lại.",
        ),
        "deploy-signing": error(
            "Không ký được bản phát hành: {reason}",
            "Kiểm tra tệp khóa ký (signing_key) và quyền đọc tệp đó; khóa có mật khẩu thì nạp "
            "trước bằng ssh-add.",
        ),
        "deploy-lost": error(
            "Bản mới làm mất {count} địa chỉ đang có trên trang: {list}.",
            _NOTHING_CHANGED + "Bài chuyển địa chỉ: thêm địa chỉ cũ vào «aliases:» của bài. Bài "
            "rút lại: ghi «status: đã rút» thay vì xóa tệp. Phải gỡ hẳn: chạy «bantin take-down». "
            'Đúng là bỏ các trang này: chạy lại với --allow-shrink "lý do".',
        ),
        "deploy-reason": error(
            "Thiếu lý do sau {option}.",
            'Viết lý do trong ngoặc kép, ví dụ {option} "Bỏ chuyên mục cũ theo Công văn 12".',
        ),
        "deploy-address": error(
            "«{text}» không phải địa chỉ một trang hay tệp của trang này.",
            "Chép địa chỉ từ thanh địa chỉ của trình duyệt, ví dụ "
            "https://bantin.example/ban-tin/2026/01/tin/.",
        ),
        # The line to the server
        "deploy-unreachable": error(
            "Không nối được với máy chủ {host}: {reason}",
            "Kiểm tra mạng, tên máy chủ, khóa đăng nhập và known_hosts rồi chạy lại. "
            "Chạy lại bao nhiêu lần cũng không sao: phần đã gửi được dùng tiếp.",
        ),
        "deploy-upload": error(
            "Gửi tệp lên máy chủ không xong sau {tries} lần thử: {reason}",
            _NOTHING_CHANGED + "Chạy lại lệnh này: phần đã gửi được dùng tiếp.",
        ),
        "deploy-answer": error(
            "Máy chủ trả lời không đúng dạng: {text}",
            "Nhờ người quản trị xem nhật ký publish-gate trên máy chủ (docs/operations.md).",
        ),
        # The answers of the publish gate
        "older": error(
            "Máy chủ đang chạy một bản mới hơn hoặc thuộc nhánh khác ({message}).",
            _NOTHING_CHANGED + "Thường là một lượt CI cũ chạy chậm, không cần làm gì. Nếu thật sự "
            'muốn đưa bản này lên: bantin deploy --force "lý do".',
        ),
        "held": error(
            "Xuất bản đang tạm khóa vì đã quay về bản trước ({message}).",
            "Sửa xong nguyên nhân thì chạy «bantin release-hold», rồi xuất bản lại; hoặc "
            'bantin deploy --force "lý do".',
        ),
        "shrink": error(
            "Bản mới ít hơn bản đang chạy quá 5% số trang ({message}).",
            _NOTHING_CHANGED + "Xem lại có mất bài không. Nếu đúng là muốn vậy: "
            'bantin deploy --allow-shrink "lý do".',
        ),
        "replayed": error(
            "Bản này đã từng được đưa lên ({message}).",
            "Muốn dùng lại bản cũ: bantin rollback MÃ. Muốn đưa nội dung hiện tại lên: chạy "
            "«make publish» rồi xuất bản lại.",
        ),
        "rolled-back": error(
            "Bản mới không qua được kiểm tra sau khi đưa lên; máy chủ đã tự quay về bản trước "
            "({message}).",
            "Bạn đọc đang xem bản trước. Gửi thông báo này cho người quản trị "
            "(docs/operations.md).",
        ),
        "rollback-failed": error(
            "KHẨN: bản mới không qua được kiểm tra và máy chủ cũng không quay về bản trước được "
            "({message}).",
            "Gọi ngay người quản trị máy chủ (docs/operations.md).",
        ),
        "space": error(
            "Máy chủ không đủ chỗ trống ({message}).",
            _NOTHING_CHANGED + "Nhờ người quản trị dọn đĩa rồi chạy lại.",
        ),
        "inodes": error(
            "Đĩa của máy chủ hết chỗ cho tệp mới ({message}).",
            _NOTHING_CHANGED + "Nhờ người quản trị dọn đĩa rồi chạy lại.",
        ),
        "busy": error(
            "Máy chủ đang bận với một lượt xuất bản khác ({message}).",
            _NOTHING_CHANGED + "Đợi vài phút rồi chạy lại.",
        ),
        "bad-signature": error(
            "Máy chủ không nhận chữ ký của bản này ({message}).",
            _NOTHING_CHANGED + "Khóa ký trên máy này phải có trong allowed_signers của máy chủ: "
            "nhờ người quản trị kiểm tra.",
        ),
        "incomplete": error(
            "Máy chủ chưa nhận đủ tệp ({message}).",
            _NOTHING_CHANGED + "Chạy lại lệnh này: chỉ phần còn thiếu được gửi tiếp.",
        ),
        "unknown-release": error(
            "Máy chủ không có bản này ({message}).",
            "Chạy «bantin status» để xem các bản còn giữ.",
        ),
        "not-found": error(
            "Máy chủ không tìm thấy thứ cần tìm ({message}).",
            "Địa chỉ: chép lại từ thanh địa chỉ của trình duyệt. Bản để quay về: xem các mã trong "
            "«bantin status».",
        ),
        "damaged": error(
            "Bản này trên máy chủ đã bị hỏng ({message}).",
            _NOTHING_CHANGED + "Chọn bản khác trong «bantin status», và báo người quản trị: tệp "
            "trên máy chủ bị sửa hoặc đĩa hỏng.",
        ),
        "gate-refused": error(
            "Máy chủ từ chối ({code}: {message}).",
            _NOTHING_CHANGED + "Gửi thông báo này cho người quản trị (docs/operations.md).",
        ),
        # The live site (bantin verify)
        "verify-unreachable": error(
            "Không mở được {url}: {reason}.",
            "Kiểm tra mạng và địa chỉ rồi chạy lại.",
        ),
        "verify-status": error(
            "{url} trả lời mã {status} với {agent}, đáng lẽ phải là {expected}.",
            "Nhờ người quản trị xem máy chủ web; nếu trang bị sửa, chạy «bantin rollback».",
        ),
        "verify-bytes": error(
            "{url} đưa cho {agent} nội dung khác bản đã xuất bản.",
            "Có thể trang đã bị sửa hoặc chèn mã. Báo ngay người quản trị; khi chưa rõ nguyên "
            "nhân, chạy «bantin rollback» và không đăng nhập từ máy lạ.",
        ),
    }
)
