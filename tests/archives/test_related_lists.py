"""Related lists on the page: with a reason, and never twice (issue RELATED)."""

from __future__ import annotations

import json

from lxml import html
from support.content import bulletin

TEXT = (
    "Bệnh viện triển khai kỹ thuật nội soi phế quản cho người bệnh lao phổi kháng thuốc. "
    "Kỹ thuật nội soi phế quản rút ngắn thời gian chẩn đoán lao phổi kháng thuốc."
)
OTHER = (
    "Trạm y tế vận động người dân diệt lăng quăng, phòng bệnh sốt xuất huyết trong mùa mưa. "
    "Mỗi hộ lật úp dụng cụ chứa nước để lăng quăng không sinh sôi."
)


def files():
    about = {f"Nội soi phế quản đợt {n}": f"2025-03-{n:02}" for n in range(1, 5)}
    others = {f"Diệt lăng quăng tuần {n}": f"2025-04-{n:02}" for n in range(1, 9)}
    return {
        f"bulletins/2025/{'a' if title in about else 'b'}-{day[-2:]}-{day[5:7]}.md": bulletin(
            title, day, body=(TEXT if title in about else OTHER) + f" Đây là tin «{title}»."
        )
        for title, day in {**about, **others}.items()
    }


def page_of(site, url):
    return html.fromstring(site.read(url))


def test_related_bulletins_stand_below_with_their_reason(build_site):
    site = build_site({**files(), **_pair()})
    page = page_of(site, "/ban-tin/2025/05/khanh-thanh-phong-mo-moi/")
    (section,) = page.xpath("//section[@aria-labelledby='tin-lien-quan']")
    assert section.xpath(".//a/@href") == ["/ban-tin/2025/05/phong-mo-moi-don-ca-dau-tien/"]
    assert "Nội dung gần" in section.text_content()


def test_what_the_related_list_shows_is_left_out_of_the_older_ones(build_site):
    site = build_site({**files(), **_pair()})
    page = page_of(site, "/ban-tin/2025/05/phong-mo-moi-don-ca-dau-tien/")
    related = page.xpath("//section[@aria-labelledby='tin-lien-quan']//a/@href")
    older = page.xpath("//section[@aria-labelledby='tin-khac']//a/@href")
    assert related == ["/ban-tin/2025/05/khanh-thanh-phong-mo-moi/"]
    assert len(older) == 5
    assert not set(related) & set(older)


def test_without_related_bulletins_the_block_is_absent(build_site):
    site = build_site({"bulletins/2025/a.md": bulletin("Tin một mình")})
    assert "tin-lien-quan" not in site.read("/ban-tin/2025/03/tin-mot-minh/")


def test_hand_picked_ones_come_first_and_say_so(build_site):
    picked = _pair(related="[a-01-03.md]")
    page = page_of(build_site({**files(), **picked}), "/ban-tin/2025/05/khanh-thanh-phong-mo-moi/")
    (section,) = page.xpath("//section[@aria-labelledby='tin-lien-quan']")
    assert section.xpath(".//a/@href")[0] == "/ban-tin/2025/03/noi-soi-phe-quan-dot-1/"
    assert "Ban biên tập chọn" in section.text_content()


def test_open_data_says_score_and_reasons(build_site):
    site = build_site({**files(), **_pair()})
    rows = {row["url"]: row for row in json.loads(site.read("/du-lieu/ban-tin/2025.json"))}
    (entry,) = rows["/ban-tin/2025/05/khanh-thanh-phong-mo-moi/"]["related"]
    assert list(entry) == ["url", "title", "score", "reasons"]
    assert entry["url"] == "/ban-tin/2025/05/phong-mo-moi-don-ca-dau-tien/"
    assert entry["reasons"][0] == "Nội dung gần"
    assert entry["score"] > 0


def _pair(**fields):
    text = "Phòng mổ mới của khoa ngoại có hệ thống lọc khí áp lực dương và đèn mổ không bóng. "
    return {
        "bulletins/2025/c-1.md": bulletin(
            "Khánh thành phòng mổ mới",
            "2025-05-01",
            body=text + "Lễ cắt băng có đông đủ.",
            **fields,
        ),
        "bulletins/2025/c-2.md": bulletin(
            "Phòng mổ mới đón ca đầu tiên", "2025-05-20", body=text + "Ca mổ ruột thừa thành công."
        ),
    }
