"""Every page passes the Nu HTML checker, and so do the style sheet and the drawings."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.checker import html_errors
from support.content import PROJECT, write_content
from support.scenario import every_feature
from support.sites import build_apart

PAGE = "<!DOCTYPE html><html lang='vi'><head><title>Thử</title></head><body>{}</body></html>"


@pytest.fixture(scope="module")
def scenario(tmp_path_factory) -> Path:
    return write_content(tmp_path_factory.mktemp("scenario") / "content", every_feature())


def test_the_checker_finds_what_is_wrong(tmp_path):
    """Otherwise no errors would mean nothing."""
    (tmp_path / "good.html").write_text(PAGE.format("<p>Đúng</p>"))
    (tmp_path / "bad.html").write_text(PAGE.format("<ul><p>Sai</p></ul>"))
    (tmp_path / "bad.css").write_text("a { colour: red }")
    (tmp_path / "bad.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><path/></svg>")
    wrong = {error.split(":")[1].rpartition("/")[2] for error in html_errors(tmp_path)}
    assert {"bad.html", "bad.css"} <= wrong
    assert "good.html" not in wrong


def test_every_page_of_the_projects_content_is_valid(tmp_path):
    build_apart(PROJECT / "content", tmp_path / "preview")
    build_apart(PROJECT / "content", tmp_path / "public", public=True)
    assert html_errors(tmp_path) == []


def test_every_page_of_a_site_that_uses_everything_is_valid(scenario, tmp_path):
    build_apart(scenario, tmp_path / "preview")
    build_apart(scenario, tmp_path / "public", public=True)
    assert html_errors(tmp_path) == []
