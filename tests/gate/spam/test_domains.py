"""Domains in texts: which are suspicious, which are on the list, what is no domain at all."""

import pytest

from plugins.gate.spam.domains import find_domains, is_allowed, is_suspicious
from plugins.gate.spam.folded import folded


def domains(text):
    return [(found.host, found.suspicious) for found in find_domains(folded(text))]


@pytest.mark.parametrize(
    "host",
    [
        "go88.com",
        "keo.live",
        "abc123.com",
        "8day.sbs",
        "taixiu.vn",
        "debet.cc",
        "tip.club",
        "x.win",
    ],
)
def test_shapes_of_gambling_sites_are_suspicious(host):
    assert domains(f"Vào {host} ngay") == [(host, True)]
    assert is_suspicious(f"www.{host}")


@pytest.mark.parametrize("written", ["go88[.]com", "go88 . com", "GO88.COM", "go88 dot com"])
def test_dodged_dots_are_seen_through(written):
    assert domains(f"Vào {written} nhé") == [("go88.com", True)]


@pytest.mark.parametrize("host", ["vnexpress.net", "who.int", "baochinhphu.vn", "nejm.org"])
def test_ordinary_domains_are_found_and_not_suspicious(host):
    assert domains(f"Theo {host}, dịch đã giảm") == [(host, False)]


@pytest.mark.parametrize(
    "text",
    [
        "TP.HCM, PGS.TS Nguyễn Tri Thức, BS.CKII, ThS.BS",
        "Bệnh viện.Sau đó, hội nghị.Cuối năm",
        "Tệp anh.jpg, bao-cao.docx và so-lieu.xlsx",
        "B.Ng. và T.Ng. ở lớp 3.2; lúc 8.30, ngày 3.4.2024; bảng 1.2.a",
        "thư gửi soyte@quangninh.vn và abc@gmail.com",
        "Điều 4.1.e và khoản 2.b",
    ],
)
def test_abbreviations_files_dates_and_mail_are_no_domains(text):
    assert domains(text) == []


def test_a_listed_domain_allows_what_lies_below_it_and_nothing_beside_it():
    assert is_allowed("www.who.int", {"who.int"})
    assert is_allowed("who.int", {"who.int"})
    assert not is_allowed("notwho.int", {"who.int"})
    assert not is_allowed("who.int.evil.com", {"who.int"})
    assert is_allowed("soyte.hanoi.gov.vn", ())
    assert not is_allowed("gov.vn.evil.com", ())
    assert not is_allowed("fakegov.vn", ())
