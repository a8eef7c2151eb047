"""What shared and short names refer to, and what names a subject."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from plugins.authors.lexicon import FAMILY_NAMES
from plugins.bulletins.records import Body, Bulletin, Event, Mention
from plugins.units.mentions import find_mentions
from plugins.units.recogniser import Recogniser
from plugins.units.registry import Unit, units_of

NATION = units_of(
    [
        *(
            Unit(f"syt-{number}", f"Sở Y tế {province}", short_name="Sở Y tế", province=province)
            for number, province in enumerate(
                ("Lạng Sơn", "Quảng Ngãi", "Phú Thọ", "Vĩnh Phúc", "Hà Nội")
            )
        ),
        Unit("phoi-ls", "Bệnh viện Phổi Lạng Sơn", province="Lạng Sơn"),
        Unit("phoi-hn", "Bệnh viện Phổi Hà Nội", province="Hà Nội"),
        Unit("phuc-yen", "Bệnh viện Đa khoa khu vực Phúc Yên", province="Phú Thọ"),
        Unit("bach-mai", "Bệnh viện Bạch Mai", province="Hà Nội"),
        Unit("chau-thanh", "Trung tâm Y tế huyện Châu Thành", province="Long An"),
        Unit("chau-thanh-tg", "Trung tâm Y tế huyện Châu Thành", province="Tiền Giang"),
    ]
)
MINIMAL = units_of(
    [
        Unit("bo", "Bộ Y tế"),
        Unit("syt", "Sở Y tế Lạng Sơn"),
        Unit("phoi", "Bệnh viện Phổi"),
        Unit("hl", "Trung tâm Y tế Hữu Lũng"),
        Unit("nvy", "Phòng Nghiệp vụ Y"),
    ]
)


@pytest.fixture(scope="module")
def recognisers():
    return {id(units): Recogniser(units, FAMILY_NAMES) for units in (NATION, MINIMAL)}


@pytest.fixture
def tags(recognisers):
    def find(body, *, units=NATION, title="Tin", province="", explicit=(), event=None, day=None):
        bulletin = Bulletin(
            path="bulletins/2023/a.md",
            title=title,
            slug="a",
            date=dt.datetime.combine(day or dt.date(2023, 7, 15), dt.time(), dt.UTC),
            category="hoi-nghi",
            body=Body(f"<p>{body}</p>", ""),
            event=event,
        )
        recogniser = recognisers[id(units)]
        found = find_mentions(bulletin, recogniser, units, explicit=explicit, province=province)
        return found.subjects, found.others

    return find


def test_a_text_that_names_one_province_settles_shared_names(tags):
    assert tags("Sở Y tế họp tại tỉnh Quảng Ngãi.") == ((), ("syt-1",))
    assert tags("Sở Y tế họp tại tỉnh Cao Bằng.") == ((), ())
    assert tags("Sở Y tế họp tại tỉnh Quảng Ngãi và tỉnh Lạng Sơn.") == ((), ())


def test_a_province_further_on_is_not_that_of_a_name(tags):
    text = "Sở Y tế cử đoàn hỗ trợ Quảng Ngãi."
    assert tags(text, province="Lạng Sơn") == ((), ("syt-0",))
    assert tags("Sở Y tế ngành y tế tỉnh Quảng Ngãi.", province="Lạng Sơn")[1] == ("syt-1",)


def test_a_shared_name_takes_up_the_one_that_was_printed_in_full(tags):
    text = "Sở Y tế Quảng Ngãi và Bệnh viện Phổi Lạng Sơn họp. Sau đó Sở Y tế kết luận."
    assert tags(text) == ((), ("syt-1", "phoi-ls"))


def test_a_name_of_an_unregistered_unit_is_taken_up_too(tags):
    text = "Sở Y tế Cao Bằng làm việc với Bệnh viện Phổi Lạng Sơn. Sở Y tế cảm ơn."
    assert tags(text) == ((), ("phoi-ls",))


def test_the_province_of_the_site_goes_before_what_the_text_tells(tags):
    text = "Sở Y tế Cao Bằng đến thăm. Sở Y tế đón đoàn."
    assert tags(text, province="Lạng Sơn") == ((), ("syt-0",))


def test_the_subject_goes_before_the_province_of_the_site(tags):
    assert tags("Sở Y tế họp.", explicit=["phoi-hn"], province="Lạng Sơn")[1] == ("syt-4",)


def test_a_subject_elsewhere_leaves_the_names_that_only_home_has(tags):
    found = tags("Bệnh viện Phổi đón đoàn.", title="Bệnh viện Bạch Mai", province="Lạng Sơn")
    assert found == (("bach-mai",), ("phoi-hn",))
    found = tags("Bệnh viện Phổi đón đoàn.", province="Lạng Sơn")
    assert found == ((), ("phoi-ls",))


def test_one_full_name_in_two_provinces_goes_by_the_place_beside_it(tags):
    assert tags("Trung tâm Y tế huyện Châu Thành, tỉnh Tiền Giang.") == ((), ("chau-thanh-tg",))
    assert tags("Trung tâm Y tế huyện Châu Thành (Long An).") == ((), ("chau-thanh",))
    assert tags("Trung tâm Y tế huyện Châu Thành.") == ((), ())


def test_an_old_province_is_part_of_the_new_one(tags):
    assert tags("Bệnh viện Đa khoa khu vực Phúc Yên, tỉnh Vĩnh Phúc.")[1] == ("phuc-yen",)
    assert tags("Sở Y tế Vĩnh Phúc.")[1] == ("syt-3",)
    assert tags("Sở Y tế Phú Thọ.")[1] == ("syt-2",)


def test_before_the_merger_two_provinces_are_two(tags):
    old, new = dt.date(2023, 1, 1), dt.date(2026, 1, 1)
    assert tags("Bệnh viện Phổi tại tỉnh Vĩnh Phúc. Sở Y tế.", day=old)[1] == ("syt-3",)
    assert tags("Sở Y tế họp.", province="Phú Thọ", day=new)[1] == ("syt-2",)


def test_a_registry_of_ids_and_names_works_alone(tags):
    text = "Sở Y tế, Bệnh viện Phổi Lạng Sơn và TTYT huyện Hữu Lũng."
    assert tags(text, units=MINIMAL) == ((), ("syt", "phoi", "hl"))
    assert tags("Sở Y tế tỉnh Lạng Sơn, Bộ Y tế.", units=MINIMAL) == ((), ("syt", "bo"))
    assert tags("Sở Y tế Cao Bằng, Bệnh viện Phổi Thanh Hóa.", units=MINIMAL) == ((), ())


def test_any_spelling_of_the_sites_province_will_do(tags):
    for province in ("Hà Nội", "Thành phố Hà Nội", "TP. Hà Nội", "HÀ NỘI"):
        assert tags("Sở Y tế họp.", province=province)[1] == ("syt-4",)


@pytest.mark.parametrize(
    ("host", "subjects"),
    [
        ("phoi-ls", ("phoi-ls",)),
        ("Bệnh viện Phổi Lạng Sơn", ("phoi-ls",)),
        ("Lãnh đạo Bệnh viện Phổi Lạng Sơn và Sở Y tế Hà Nội", ("phoi-ls", "syt-4")),
        ("Câu lạc bộ Người cao tuổi", ()),
    ],
)
def test_the_host_of_the_event_is_a_subject(tags, host, subjects):
    event = Event("Hội nghị", host=Mention(host, 3))
    assert tags("Hội nghị.", event=event)[0] == subjects


def test_a_shared_name_of_the_host_follows_the_place_of_the_event(tags):
    event = Event("Hội nghị", host=Mention("Sở Y tế", 3), place="Đức Phổ, tỉnh Quảng Ngãi")
    assert tags("Hội nghị.", event=event)[0] == ("syt-1",)


def test_marks_behind_their_letters_are_read(tags):
    text = unicodedata.normalize("NFD", "Bệnh viện Phổi Lạng Sơn")
    assert tags(text)[1] == ("phoi-ls",)
