"""What staff are told by the gate's rules of safety, links, privacy, photos and attachments.

Each code has a page of its own too, ``explanations/CODE.md`` (``bantin check --explain CODE``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.problems.entries import Entry, error, warning

GATE: Mapping[str, Entry] = MappingProxyType(
    {
        # Gambling advertisements (plugins/gate/spam)
        "spam-phrase": error(
            "Có cụm từ quảng cáo cờ bạc: «{text}».",
            "Xóa cụm từ này và xem lại cả đoạn: nó thường được chèn kèm đường dẫn hoặc trong mô tả "
            "ảnh. Tìm hiểu vì sao nó có trong bài trước khi đăng.",
        ),
        "spam-brand": error(
            "«{text}» có dạng tên trang cờ bạc.",
            "Xóa tên này. Nếu là một mã hiệu hợp lệ, ghi một mục trong exceptions.yml.",
        ),
        "spam-domain": error(
            "«{text}» có dạng địa chỉ trang cờ bạc.",
            "Xóa địa chỉ này, không bấm thử vào nó. Nếu là trang hợp lệ, thêm tên miền vào "
            "allowed-domains.yml.",
        ),
        "spam-doubtful": warning(
            "«{text}» đứng cạnh những lời hay gặp trong quảng cáo cờ bạc.",
            "Đọc lại đoạn này; nếu không phải quảng cáo thì có thể để nguyên.",
        ),
        "spam-reported": warning(
            "Có cụm từ cờ bạc «{text}» trong đoạn có vẻ đưa tin về vụ việc hoặc cảnh báo.",
            "Đọc lại đoạn này; nếu đúng là tin về vụ việc thì có thể để nguyên.",
        ),
        "domain-not-listed": error(
            "Trong bài có địa chỉ trang «{text}» chưa được phép nêu.",
            "Xóa địa chỉ, hoặc nhờ người duyệt thêm «{host}» vào allowed-domains.yml.",
        ),
        "domain-in-text": warning(
            "Trong bài có địa chỉ trang «{text}» chưa có trong allowed-domains.yml.",
            "Xem địa chỉ này có đúng và cần nêu không; nếu cần, thêm «{host}» vào "
            "allowed-domains.yml.",
        ),
        # Links that lead outside (plugins/gate/weblinks.py)
        "link-domain": error(
            "Đường dẫn tới «{host}», tên miền này chưa được phép.",
            "Bỏ đường dẫn, hoặc nhờ người duyệt thêm «{host}» vào allowed-domains.yml.",
        ),
        "link-spam": error(
            "Đường dẫn tới «{host}», tên miền có dạng trang cờ bạc.",
            "Xóa đường dẫn, không bấm thử vào nó. Nếu là trang hợp lệ, thêm tên miền vào "
            "allowed-domains.yml.",
        ),
        "link-shortener": error(
            "Đường dẫn rút gọn «{text}» che mất nơi nó dẫn tới.",
            "Mở đường dẫn, chép địa chỉ đầy đủ của trang cần dẫn rồi thay vào.",
        ),
        "link-bare-ip": error(
            "Đường dẫn «{text}» trỏ tới một địa chỉ số, không có tên miền.",
            "Thay bằng địa chỉ có tên miền của cơ quan chủ quản trang đó.",
        ),
        "link-punycode": error(
            "Tên miền «{host}» có chữ ngoài bảng chữ cái Latinh, dễ giả mạo trang khác.",
            "Kiểm tra lại địa chỉ; chỉ dùng tên miền viết bằng chữ Latinh không dấu.",
        ),
        "link-redirect": error(
            "Đường dẫn «{text}» đi vòng qua một trang để sang trang khác.",
            "Dẫn thẳng tới địa chỉ cuối cùng.",
        ),
        "link-dead": warning(
            "Trang «{text}» không mở được ({reason}).",
            "Mở thử bằng trình duyệt; nếu trang đã mất thì bỏ đường dẫn hoặc thay bằng trang khác.",
        ),
        "link-moved": warning(
            "Trang «{text}» nay chuyển sang «{host}».",
            "Xem trang mới có đúng là trang cần dẫn không; tên miền cũ có thể đã đổi chủ.",
        ),
        # What nobody sees (plugins/gate/hidden.py)
        "hidden-sign": error(
            "Có ký tự vô hình ({code}) giữa chữ: «{text}».",
            "Xóa từ này và gõ lại, hoặc chạy: bantin fix TÊN_TỆP.",
        ),
        "direction-sign": error(
            "Có ký tự đổi chiều chữ ({code}) ở «{text}»; nó có thể làm chữ hiện khác chữ thật.",
            "Xóa từ này và gõ lại.",
        ),
        "lookalike-letter": error(
            "Trong «{text}» có chữ «{letter}» ({code}) không phải chữ Latinh, chỉ trông giống.",
            "Gõ lại cả từ bằng bộ gõ tiếng Việt.",
        ),
        # Persons' data (plugins/gate/privacy.py)
        "private-phone": error(
            "Có số điện thoại di động {text} không thuộc danh bạ công khai.",
            "Xóa số này. Nếu là số công vụ được công bố, ghi vào «phone» của đơn vị hoặc người đó "
            "trong units.yml, people.yml.",
        ),
        "private-email": error(
            "Có địa chỉ thư riêng {text}.",
            "Thay bằng thư công vụ. Nếu đây là địa chỉ được công bố, ghi vào «email» trong "
            "units.yml hoặc people.yml.",
        ),
        "private-identity": error(
            "Có số giấy tờ tùy thân {text}.",
            "Xóa số này; số căn cước, chứng minh nhân dân, hộ chiếu không được đăng.",
        ),
        "private-birthday": error(
            "Có ngày sinh của một người ({text}).",
            "Bỏ ngày sinh; nếu cần, chỉ ghi tuổi.",
        ),
        "private-account": error(
            "Có số tài khoản ngân hàng {text} có vẻ của cá nhân.",
            "Xóa số này. Nếu là tài khoản của cơ quan, hội, quỹ, ghi rõ tên chủ tài khoản ngay "
            "bên cạnh.",
        ),
        "private-patient": error(
            "Có họ tên người bệnh «{text}» cạnh thông tin về bệnh.",
            "Bỏ tên hoặc viết tắt, ví dụ «bệnh nhân N.V.A»; chỉ nêu tên khi người bệnh đồng ý bằng "
            "văn bản và có mục trong exceptions.yml.",
        ),
        # Photos (plugins/gate/photo_rules.py, plugins/gate/attachments)
        "photo-alt-missing": error(
            "Ảnh «{target}» chưa có mô tả cho người không nhìn thấy ảnh.",
            "Viết mô tả trong ngoặc vuông: ![Ai đang làm gì, ở đâu]({target}); với ảnh đầu bài, "
            "viết ở «cover_alt».",
        ),
        "photo-alt-short": warning(
            "Mô tả ảnh «{text}» quá ngắn.",
            "Viết một câu nói rõ trong ảnh có ai, đang làm gì, ở đâu.",
        ),
        "photo-alt-file-name": warning(
            "Mô tả ảnh «{text}» là tên tệp của máy ảnh, không nói ảnh có gì.",
            "Viết một câu nói rõ trong ảnh có ai, đang làm gì, ở đâu.",
        ),
        "photo-alt-repeated": warning(
            "Mô tả ảnh «{text}» dùng cho nhiều ảnh trong cùng bài.",
            "Viết cho mỗi ảnh một mô tả riêng.",
        ),
        "photo-alt-caption": warning(
            "Mô tả ảnh giống hệt chú thích, nên người dùng trình đọc màn hình nghe hai lần.",
            "Để chú thích nói về sự việc, mô tả nói những gì nhìn thấy trong ảnh.",
        ),
        "photo-gps": error(
            "Ảnh còn ghi tọa độ nơi chụp.",
            "Mở ảnh bằng Paint (hoặc trình xem ảnh), lưu thành tệp mới rồi thay tệp này; trên điện "
            "thoại, tắt định vị của máy ảnh.",
        ),
        "photo-small": warning(
            "Ảnh chỉ có {text} điểm ảnh, sẽ bị mờ.",
            "Dùng ảnh gốc từ máy chụp, không dùng ảnh đã gửi qua tin nhắn.",
        ),
        # Attachments (plugins/gate/attachments)
        "attachment-active": error(
            "Tệp có phần tự chạy hoặc tệp giấu bên trong ({text}).",
            "Mở tệp, in ra PDF mới (Print → Save as PDF) rồi đính kèm tệp mới.",
        ),
        "attachment-author": warning(
            "Tệp ghi tên người soạn trong thuộc tính: «{text}».",
            "Trong Word: File → Info → Inspect Document → xóa «Document Properties and Personal "
            "Information», rồi lưu lại. Văn bản đã ký số thì để nguyên.",
        ),
        "attachment-no-text": warning(
            "Tệp PDF chỉ có hình chụp, không có chữ: không tìm kiếm được, không nghe đọc được.",
            "Dùng tệp PDF xuất từ Word, hoặc quét lại có nhận dạng chữ (OCR); tóm tắt trong bài.",
        ),
        "attachment-unreadable": warning(
            "Không đọc được bên trong tệp này để kiểm tra.",
            "Mở thử tệp; nếu tệp hỏng hoặc có mật khẩu, thay bằng bản lưu lại không mật khẩu.",
        ),
        "attachment-long": warning(
            "Tệp này dài hoặc phức tạp quá, chỉ kiểm tra được phần đầu.",
            "Tách tệp thành nhiều tệp ngắn hơn, hoặc tự đọc lại phần sau trước khi đăng.",
        ),
        # The gate's own lists (plugins/gate/lists.py)
        "exception-entry": error(
            "Mục này trong exceptions.yml chưa đúng: {reason}.",
            "Mỗi mục cần đủ: rule, file, reason, who, until (ngày dạng 2027-06-30).",
        ),
        "exception-unused": warning(
            "Ngoại lệ «{rule}» cho tệp «{file}» không còn dùng đến.",
            "Xóa mục này khỏi exceptions.yml.",
        ),
        "exception-expired": warning(
            "Ngoại lệ «{rule}» cho tệp «{file}» đã hết hạn ngày {until}.",
            "Sửa bài rồi xóa mục này, hoặc ghi hạn mới kèm lý do.",
        ),
        "domain-entry": error(
            "«{text}» không phải một tên miền, hoặc quá rộng.",
            "Viết tên miền không có http và đường dẫn, ví dụ «- domain: who.int».",
        ),
        # The built site (plugins/gate/site_check.py)
        "site-manifest": error(
            "Trang đã dựng không có bản kê MANIFEST dùng được ({reason}).",
            "Dựng lại trang bằng «make publish»; không đưa trang này lên máy chủ.",
        ),
        "site-file-extra": error(
            "Tệp này không có trong MANIFEST: không phải do lượt dựng tạo ra.",
            "Tìm hiểu ai đã đặt tệp này vào, xóa nó rồi dựng lại trang.",
        ),
        "site-file-missing": error(
            "Tệp này có trong MANIFEST nhưng đã mất.",
            "Dựng lại trang bằng «make publish».",
        ),
        "site-file-changed": error(
            "Tệp này đã bị sửa sau khi dựng.",
            "Tìm hiểu ai đã sửa tệp, rồi dựng lại trang.",
        ),
        "site-frame": error(
            "Trang có thẻ <{tag}>, nhúng nội dung của nơi khác.",
            "Bỏ thẻ này khỏi mẫu trang hoặc bài viết.",
        ),
        "site-refresh": error(
            "Trang tự chuyển sang nơi khác ({target}).",
            "Bỏ thẻ meta refresh khỏi mẫu trang.",
        ),
        "site-hidden-text": error(
            "Trang có chữ bị giấu bằng «{text}».",
            "Bỏ thuộc tính style này; nếu cần giấu với mắt nhưng vẫn cho trình đọc màn hình, "
            "dùng lớp CSS của giao diện.",
        ),
        "site-handler": error(
            "Trang có mã lệnh trong thuộc tính: {text}.",
            "Bỏ thuộc tính này.",
        ),
        "site-script-address": error(
            "Trang có địa chỉ chứa mã lệnh hoặc dữ liệu: {target}.",
            "Thay bằng địa chỉ thường, hoặc bỏ đường dẫn.",
        ),
        "site-inline-script": error(
            "Trang có mã lệnh viết thẳng trong trang: «{text}».",
            "Chuyển mã lệnh vào tệp của giao diện, hoặc bỏ đi.",
        ),
        "site-foreign-load": error(
            "Trang tải thẻ <{tag}> từ nơi khác: {host}.",
            "Chép tệp đó về trang, hoặc bỏ thẻ này.",
        ),
        "site-foreign-link": error(
            "Trang dẫn tới «{host}», tên miền chưa được phép.",
            "Bỏ đường dẫn, hoặc nhờ người duyệt thêm «{host}» vào allowed-domains.yml.",
        ),
        "site-link-broken": error(
            "Đường dẫn «{target}» không tới trang hay tệp nào của trang này.",
            "Sửa đường dẫn trong bài; nếu nó nằm trong mẫu trang, báo người phụ trách kỹ thuật.",
        ),
    }
)
