"""The identity block of ``pelicanconf.py``."""

from __future__ import annotations

import pytest

from plugins.bulletins.settings import Newsroom
from plugins.engine.errors import SettingsError


def newsroom(**values):
    return Newsroom.from_pelican({"NEWSROOM": {"name": "Tòa soạn", **values}})


def test_a_name_is_enough():
    assert newsroom() == Newsroom(name="Tòa soạn")


def test_links_become_pairs_that_cannot_change():
    found = newsroom(links=[["Bộ Y tế", "https://moh.gov.vn/"]])
    assert found.links == (("Bộ Y tế", "https://moh.gov.vn/"),)


def test_a_measuring_script_is_kept():
    address = "https://do-luong.example/do.js"
    assert newsroom(measuring_script=address).measuring_script == address


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"nmae": "A"}, "unknown key 'nmae'; known are name, name_en"),
        ({"noindex": "yes"}, "NEWSROOM['noindex'] is 'yes'; it must be bool"),
        ({"tagline": None}, "NEWSROOM['tagline'] is None; it must be str"),
        ({"name": ""}, "NEWSROOM needs a name"),
        ({"timezone": "Asia/Nowhere"}, "write a name such as Asia/Ho_Chi_Minh"),
        ({"measuring_script": "http://do-luong.example/do.js"}, "begins with https://"),
        ({"measuring_script": "//do-luong.example/do.js"}, "begins with https://"),
        ({"measuring_script": "https://a@do-luong.example/do.js"}, "begins with https://"),
        ({"links": "https://moh.gov.vn/"}, "write pairs such as"),
        ({"links": [("", "https://moh.gov.vn/")]}, "write pairs such as"),
        ({"links": [("Bộ Y tế", "javascript:alert(1)")]}, "write pairs such as"),
        ({"links": [("Bộ Y tế", "https://moh.gov.vn/", "")]}, "write pairs such as"),
    ],
)
def test_what_is_wrong_is_said(values, said):
    with pytest.raises(SettingsError) as error:
        newsroom(**values)
    assert said in str(error.value)


@pytest.mark.parametrize("settings", [{}, {"NEWSROOM": "Tòa soạn"}])
def test_without_a_block_there_is_no_site(settings):
    with pytest.raises(SettingsError, match="it must be a dict"):
        Newsroom.from_pelican(settings)
