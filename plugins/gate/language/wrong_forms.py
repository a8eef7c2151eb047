"""Word forms that are a slip, and what was meant.

Forms come from slips met in bulletins of health departments and in newspapers, and from the pairs
that writers mix up (hỏi and ngã, s and x, ch and tr, d and gi, n and ng). How often the wrong and
the right form stand in real text is printed by ``tests/bench/bench_language.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

ALWAYS: Final = """
thị đua = thi đua; thi đau khen thưởng = thi đua khen thưởng; cum thi đua = cụm thi đua
cum thị đua = cụm thi đua; cụm thị đua = cụm thi đua; khối thị đua = khối thi đua; ý kiếm = ý kiến
phát luật = pháp luật; phấp luật = pháp luật; đối vói = đối với; đối vời = đối với
trình bầy = trình bày; ứng cung ứng = cung ứng; xử dụng = sử dụng; sữ dụng = sử dụng
bổ xung = bổ sung; bổ xum = bổ sung; bố sung = bổ sung; xúc tích = súc tích
xát nhập = sáp nhập; thăm quan = tham quan; tham quang = tham quan; nghành = ngành; đuợc = được
đựợc = được; ngưòi = người; nguời = người; truờng = trường; phuơng = phương; thuờng = thường
hưóng = hướng; tuơng = tương; luợng = lượng; cuờng = cường; duơng = dương; buớc = bước
nuớc = nước; truớc = trước; thuởng = thưởng; nghững = những; nhửng = những
ngày càng cành = ngày càng; chuẩn đoán = chẩn đoán; chẩn đoàn = chẩn đoán; chuẩn đóan = chẩn đoán
chia sẽ = chia sẻ; san sẽ = san sẻ; sử lý = xử lý; xữ lý = xử lý; xử lí lý = xử lý
xuất xắc = xuất sắc; suất sắc = xuất sắc; suất xắc = xuất sắc; xuất sác = xuất sắc
sản suất = sản xuất; xản xuất = sản xuất; lãi xuất = lãi suất
tần xuất = tần suất; đề suất = đề xuất; đột suất = đột xuất
xuất ăn = suất ăn; sơ xuất = sơ suất; xơ xuất = sơ suất; kiểm xoát = kiểm soát
kiễm soát = kiểm soát; kiễm tra = kiểm tra; rà xoát = rà soát; dà soát = rà soát
giám xát = giám sát; dám sát = giám sát; xát sao = sát sao; sát xao = sát sao; xâu sắc = sâu sắc
sâu xắc = sâu sắc; xắp xếp = sắp xếp; sắp sếp = sắp xếp; xắp sếp = sắp xếp
xuyên xuốt = xuyên suốt; suyên suốt = xuyên suốt; trong xuốt = trong suốt
thường suyên = thường xuyên; thường xuyến = thường xuyên; tiếp súc = tiếp xúc; cảm súc = cảm xúc
súc động = xúc động; súc tiến = xúc tiến; xuy giảm = suy giảm; xuy thoái = suy thoái
xúc khỏe = sức khỏe; xức khỏe = sức khỏe; sức khỏa = sức khỏe; sức khẻo = sức khỏe
sức khõe = sức khỏe; xàng lọc = sàng lọc; sàn lọc = sàng lọc; xẵn sàng = sẵn sàng
sẳn sàng = sẵn sàng; sẵn xàng = sẵn sàng; săn sàng = sẵn sàng; sinh hoặt = sinh hoạt
sinh họat = sinh hoạt; chau dồi = trau dồi; trao dồi = trau dồi
chau chuốt = trau chuốt; khúc triết = khúc chiết; cọ sát = cọ xát; vô hình chung = vô hình trung
tựu chung = tựu trung; trãi qua = trải qua; trãi nghiệm = trải nghiệm; chải nghiệm = trải nghiệm
trãi dài = trải dài; nổ lực = nỗ lực; nỗ lục = nỗ lực; nỗi bật = nổi bật; nỗi tiếng = nổi tiếng
cổ vủ = cổ vũ; cỗ vũ = cổ vũ; bão đảm = bảo đảm; bão vệ = bảo vệ; bão hiểm = bảo hiểm
đãm bảo = đảm bảo; kỷ năng = kỹ năng; kỷ thuật = kỹ thuật; kỷ lưỡng = kỹ lưỡng; kỹ luật = kỷ luật
kỹ niệm = kỷ niệm; kỹ lục = kỷ lục; kỹ cương = kỷ cương; thế kỹ = thế kỷ; kỉ thuật = kỹ thuật
hổ trợ = hỗ trợ; hô trợ = hỗ trợ; hỗ chợ = hỗ trợ; giử gìn = giữ gìn; giử vững = giữ vững
gìn giử = gìn giữ; dữ gìn = giữ gìn; sữa chữa = sửa chữa; sửa chửa = sửa chữa; sữa đổi = sửa đổi
chữa chạy chữa = chạy chữa; mổi năm = mỗi năm; mổi ngày = mỗi ngày; mổi người = mỗi người
vẩn còn = vẫn còn; nghĩ ngơi = nghỉ ngơi; nghĩ hưu = nghỉ hưu; nghĩ dưỡng = nghỉ dưỡng
suy nghỉ = suy nghĩ; ý nghỉa = ý nghĩa; ý nghiã = ý nghĩa; nghỉa vụ = nghĩa vụ
lảnh đạo = lãnh đạo; lãnh đao = lãnh đạo; lãnh đậo = lãnh đạo; quãng cáo = quảng cáo
quảng đường = quãng đường; khẳn định = khẳng định; khẵng định = khẳng định; hướng dẩn = hướng dẫn
hưỡng dẫn = hướng dẫn; dẩn đầu = dẫn đầu; dẫn đâu = dẫn đầu; tuyền truyền = tuyên truyền
tuyên chuyền = tuyên truyền; tuyên tuyền = tuyên truyền; tuyên đương = tuyên dương
đẫy mạnh = đẩy mạnh; đẩy manh = đẩy mạnh; nâng coa = nâng cao; triễn khai = triển khai
triền khai = triển khai; chiển khai = triển khai; triển khái = triển khai; phát triễn = phát triển
phát chiển = phát triển; pháp triển = phát triển; thực hiên = thực hiện; thưc hiện = thực hiện
thực hiẹn = thực hiện; khen thưỡng = khen thưởng; khen thửơng = khen thưởng
khên thưởng = khen thưởng; bằng khên = bằng khen; tập thề = tập thể; hôi nghị = hội nghị
hôị nghị = hội nghị; đai biểu = đại biểu; đại biễu = đại biểu; dại biểu = đại biểu
dại diện = đại diện; đại diên = đại diện; đồng trí = đồng chí; chũ tịch = chủ tịch
chủ tich = chủ tịch; chủ tọch = chủ tịch; chủ tịnh = chủ tịch; giám đóc = giám đốc
giám đôc = giám đốc; giám dốc = giám đốc; bệnh viên = bệnh viện; bênh viện = bệnh viện
bệnh viẹn = bệnh viện; bẹnh viện = bệnh viện; bênh tật = bệnh tật; trung tậm = trung tâm
y tê = y tế; sở ý tế = sở y tế; điều dương = điều dưỡng; điều dữơng = điều dưỡng
điều dướng = điều dưỡng; diều dưỡng = điều dưỡng; dinh dương = dinh dưỡng; dinh dướng = dinh dưỡng
bác si = bác sĩ; bác sỉ = bác sĩ; dược si = dược sĩ; vắc sin = vắc xin; vác xin = vắc xin
tiêm chũng = tiêm chủng; tiêm trủng = tiêm chủng; tiên chủng = tiêm chủng
phòng trống dịch = phòng chống dịch; phòng trống bệnh = phòng chống bệnh
phòng chông = phòng chống; dịch bênh = dịch bệnh; khám bênh = khám bệnh; chữa bênh = chữa bệnh
chửa bệnh = chữa bệnh; chứa bệnh = chữa bệnh; chăm xóc = chăm sóc; trăm sóc = chăm sóc
chắm sóc = chăm sóc; điêu trị = điều trị; phẩu thuật = phẫu thuật; truyền nhiểm = truyền nhiễm
truyền nhiệm = truyền nhiễm; chuyền nhiễm = truyền nhiễm; nhiểm khuẩn = nhiễm khuẩn
vi khuẫn = vi khuẩn; xét nghiện = xét nghiệm; sét nghiệm = xét nghiệm
sốt suất huyết = sốt xuất huyết; xốt xuất huyết = sốt xuất huyết; tay chân miếng = tay chân miệng
chuyên nôn = chuyên môn; nghiêp vụ = nghiệp vụ; nghiệp vu = nghiệp vụ; nhiệm vu = nhiệm vụ
nhiêm vụ = nhiệm vụ; nhiện vụ = nhiệm vụ; trách nhiêm = trách nhiệm; chách nhiệm = trách nhiệm
kinh nghiêm = kinh nghiệm; kinh nhiệm = kinh nghiệm; bổ nhiêm = bổ nhiệm
phân công công nhiệm vụ = phân công nhiệm vụ; thủ trướng = thủ trưởng
thủ tướng chính phù = Thủ tướng Chính phủ; bộ trướng = bộ trưởng
chính phù = chính phủ; nghị quyêt = nghị quyết; nghị quyểt = nghị quyết; quyết đinh = quyết định
quyêt định = quyết định; qui đinh = quy định; quy đinh = quy định; xác đinh = xác định
ổn đinh = ổn định; chỉ đao = chỉ đạo; chỉ đậo = chỉ đạo; chí đạo = chỉ đạo; tổ chưc = tổ chức
tỏ chức = tổ chức; cộng tác viện = cộng tác viên; cán bô = cán bộ; đợn vị = đơn vị
co quan = cơ quan; cơ sơ y tế = cơ sở y tế; cơ sỡ = cơ sở; cở sở = cơ sở; ngan hàng = ngân hàng
ngân sánh = ngân sách; chinh sách = chính sách; chích sách = chính sách; hành chinh = hành chính
tài chinh = tài chính; thũ tục = thủ tục; thủ túc = thủ tục; cãi cách = cải cách
cải các hành chính = cải cách hành chính; chuyễn đổi = chuyển đổi; chuyển dổi = chuyển đổi
đỗi mới = đổi mới; chất luợng = chất lượng; số luợng = số lượng; hiệu quã = hiệu quả
hiêu quả = hiệu quả; hiệu qủa = hiệu quả; kết quã = kết quả; kêt quả = kết quả
kết qua đạt được = kết quả đạt được; mục tiệu = mục tiêu; chỉ tiêù = chỉ tiêu; kế hoạc = kế hoạch
kế hoặch = kế hoạch; kê hoạch = kế hoạch; kế họach = kế hoạch; giải phấp = giải pháp
dải pháp = giải pháp; biên pháp = biện pháp; biện pháo = biện pháp; phối hơp = phối hợp
phối hộp = phối hợp; trường hơp = trường hợp; trường họp mắc = trường hợp mắc; phù hơp = phù hợp
tổng hơp = tổng hợp; kịp thòi = kịp thời; kịp thơi = kịp thời; đồng thòi = đồng thời
thơi gian = thời gian; thới gian = thời gian; giai doạn = giai đoạn; giai đọan = giai đoạn
gia đinh = gia đình; tham dư = tham dự; tham mưa = tham mưu; tham mựu = tham mưu
phát biễu = phát biểu; thảo luân = thảo luận; đống góp = đóng góp; đóng gớp = đóng góp
đánh gía = đánh giá; đành giá = đánh giá; đáng giá cao = đánh giá cao; biễu dương = biểu dương
chào mứng = chào mừng; chúc mứng = chúc mừng; kỷ niêm = kỷ niệm; thành lâp = thành lập
quản lí lý = quản lý; quãn lý = quản lý; an toàn thực phấm = an toàn thực phẩm
thực phẫm = thực phẩm; dược phẫm = dược phẩm; mỹ phẫm = mỹ phẩm; vê sinh = vệ sinh
môi trương = môi trường; công nghê = công nghệ; học sịnh = học sinh; công đòan = công đoàn
chi bô = chi bộ; đảng bô = đảng bộ; thường trưc = thường trực
thừơng xuyên = thường xuyên; thường vu = thường vụ; nghiên cưú = nghiên cứu
nghiên cúu = nghiên cứu; nghiêm cứu = nghiên cứu; trọng tấm = trọng tâm; yêu càu = yêu cầu
yêu cấu = yêu cầu; đòi hòi = đòi hỏi; đáp úng = đáp ứng; thành tich = thành tích
phấn đâu = phấn đấu; lĩnh vưc = lĩnh vực; lỉnh vực = lĩnh vực; khu vưc = khu vực
khó khắn = khó khăn; thuân lợi = thuận lợi; thuận lới = thuận lợi; đặc biêt = đặc biệt
cụ thẻ = cụ thể; bắn khoăn = băn khoăn; thẩm chí = thậm chí; dưới dự chủ trì = dưới sự chủ trì
"""
"""Wrong whatever stands beside it, unless words meet by chance on both sides: «chú ý kiếm tiền»."""

UNLESS_WORDS_MEET: Final = """
sát nhập = sáp nhập; hiệu xuất = hiệu suất; năng xuất = năng suất
chung tâm y tế = trung tâm y tế; công xuất = công suất; cũng cố tổ chức = củng cố tổ chức
hội nghi = hội nghị; hội nghỉ = hội nghị; nghĩ lễ = nghỉ lễ; nghĩ phép = nghỉ phép
nỗi lên = nổi lên; đơn vi = đơn vị; cơ quân = cơ quan; quyết đình = quyết định
quy đình = quy định; quan trong = quan trọng; nghiêm trong = nghiêm trọng; chi đạo = chỉ đạo
tập thế = tập thể; điều tri = điều trị; khen thương = khen thưởng; vấn để = vấn đề
văn đề = vấn đề; đầy mạnh = đẩy mạnh; bênh nhân = bệnh nhân
bệnh nhận = bệnh nhân; xét nghiêm = xét nghiệm; thương trực = thường trực
thương xuyên = thường xuyên; sức khở = sức khỏe; phẩm thuật = phẫu thuật; ung thu = ung thư
phòng trào = phong trào; phát biêu = phát biểu; cản bộ = cán bộ; tham dữ = tham dự
kinh phi = kinh phí; cơ sờ = cơ sở; sơ sở = cơ sở; linh vực = lĩnh vực; tố chức = tổ chức
dám đốc = giám đốc; thành lấp = thành lập; đoàn viện = đoàn viên; xác đình = xác định
suất hiện = xuất hiện; suất phát = xuất phát; đặt biệt = đặc biệt; trách nghiệm = trách nhiệm
thành tịch = thành tích; diện tịch = diện tích; cấp cừu = cấp cứu; y tề = y tế; ý tế = y tế
tử vòng = tử vong; phấn đầu = phấn đấu; thống tin = thông tin
bảo lụt = bão lụt; chất lương = chất lượng; đối vơi = đối với; quản lỳ = quản lý
chính tri = chính trị; chính trí = chính trị; trung tầm = trung tâm; trung tấm = trung tâm
công tấc = công tác; nghiên túc = nghiêm túc; đánh già = đánh giá; gia đính = gia đình
sử dung = sử dụng
vệ sình = vệ sinh; nhân viện y tế = nhân viên y tế; có sở y tế = cơ sở y tế
liên qua đến = liên quan đến
"""
"""Wrong unless one side shows two words that meet: «liên quan trong», «công văn đề nghị»."""


def entries() -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Yield each wrong form by its syllables, the right form, and whether one side can excuse it.

    All is lower case, in the old tone style.
    """
    for table, excused in ((ALWAYS, False), (UNLESS_WORDS_MEET, True)):
        for entry in table.replace("\n", ";").split(";"):
            wrong, _, right = entry.partition("=")
            if right:
                yield tuple(wrong.split()), right.strip(), excused
