"""Links that lead outside."""

import pytest
from support.content import bulletin
from support.gating import codes, examine_body, examine_text, facts, subject
from support.gating_files import word_with

from plugins.gate.attachments.rules import media_subject
from plugins.gate.examination import find_all
from plugins.gate.table import all_rules
from plugins.gate.weblinks import judge, outside_links


def code(address):
    finding = judge(address, facts())
    return finding.code if finding else None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://moh.gov.vn/tin", None),
        ("https://WWW.WHO.INT/vi", None),
        ("http://soyte.hanoi.gov.vn:8080/x", None),
        ("https://example.org/", "link-domain"),
        ("https://go88.com/", "link-spam"),
        ("https://bit.ly/abc", "link-shortener"),
        ("http://8.8.8.8/x", "link-bare-ip"),
        ("http://0x7f.1/", "link-bare-ip"),
        ("http://2130706433/", "link-bare-ip"),
        ("http://[::1]/", "link-bare-ip"),
        ("https://xn--mh-gov-vn.com/", "link-punycode"),
        ("https://moh.gov.vn@go88.com/", "link-spam"),
        ("https://who.int/?url=https://go88.com", "link-redirect"),
        ("https://who.int/?url=https%3A%2F%2Fgo88.com", "link-redirect"),
        ("https://who.int.example.com/", "link-domain"),
        ("https://who.int/go/https://go88.com", "link-redirect"),
        ("https://who.int/?next=https%253A%252F%252Fgo88.com", "link-redirect"),
        ("https://who.int/?next=//go88.com", "link-redirect"),
        ("https://who.int/?u=kubet.com", "link-spam"),
        ("https://who.int/@kubet88", "link-spam"),
        ("https://who.int/trang/sky88", "link-spam"),
        ("https://who.int/tai-lieu//F99-icd/2019/QD-1999.pdf?id=ab-88x&v=Tibet#c79", None),
        ("https:\\\\go88.com\\x", "link-spam"),
    ],
)
def test_each_form_has_its_judgement(address, expected):
    assert code(address) == expected


def test_links_of_a_body_and_a_header_are_judged_at_their_place():
    found = examine_body("Xem [trang này](https://example.org/a).")
    assert [(one.code, one.line, one.column) for one in found] == [("link-domain", 8, 17)]
    assert codes(examine_text(bulletin("Hội nghị", source_url="https://example.org/a"))) == [
        "link-domain"
    ]


def test_a_registered_website_may_be_linked_to():
    units = "- id: a\n  name: Bệnh viện A\n  website: https://www.benhviena.com\n"
    given = facts(units, domains=frozenset({"benhviena.com"}))
    assert judge("https://benhviena.com/lien-he", given) is None


def test_outside_links_are_listed_with_their_places():
    body = "Xem [một](https://who.int/a) và [hai](khac.md) và <https://moh.gov.vn/b>."
    found = [
        (address, piece.place(0)[0])
        for piece, address in outside_links(subject(bulletin("H", body=body)))
    ]
    assert found == [("https://who.int/a", 8), ("https://moh.gov.vn/b", 8)]


def test_mail_to_a_gambling_site_is_told_and_other_mail_is_not():
    assert codes(examine_body("Gửi [thư](mailto:a@kubet.com) nhé.")) == ["link-spam"]
    assert codes(examine_body("Gửi [thư](mailto:a@yte.gov.vn) nhé.")) == []


def test_a_link_of_an_attachment_without_its_protocol_is_judged():
    for address in ("//example.org/a.dotm", "\\\\example.org\\a.dotm"):
        data = word_with(link=address)
        found = find_all(media_subject("bulletins/2025/a.docx", data), facts(), all_rules())
        assert codes(found) == ["link-domain"]
