"""Warnings are listed, every time, and stop nothing."""

from __future__ import annotations

import re

import pytest
from support.commands import said
from support.content import bulletin
from support.invariants import open_data
from support.scenario import picture

WARNING = re.compile(r"^(.*?):(\d+):\d+: (\S+) warning: .+ Cách sửa: .+$", re.MULTILINE)

# Each code with its line, and the file that earns it.
DOUBTFUL = {
    ("byline-missing", 2): bulletin("Tin không ghi tác giả").replace("authors: Minh Hiền\n", ""),
    ("change-note-without-modified", 6): bulletin("Tin có ghi chú sửa", change_note="Sửa số liệu."),
    ("item-twice", 6): bulletin("Tin ghi hai lần", units="[so-y-te, so-y-te]"),
    ("cover-missing", 6): bulletin("Tin có chú thích", cover_caption="Chú thích"),
    ("cover-alt-missing", 6): bulletin("Tin có ảnh bìa", cover="anh.jpg"),
    ("image-alt-missing", 8): bulletin("Tin có ảnh", body="![](anh.jpg)"),
    ("heading-level-one", 8): bulletin("Tin có đề mục", body="# Đề mục\n\nMột câu."),
}


@pytest.fixture
def doubtful(workshop):
    """Return a content folder in which every bulletin earns a warning."""
    for (code, _line), text in DOUBTFUL.items():
        workshop.write(f"bulletins/2025/{code}.md", text)
    (workshop.content / "bulletins/2025/anh.jpg").write_bytes(picture("teal"))
    (workshop.content / "bulletins/2025/thua.jpg").write_bytes(picture("olive"))
    return workshop


EXPECTED = {
    *((f"bulletins/2025/{code}.md", str(line), code) for code, line in DOUBTFUL),
    ("bulletins/2025/thua.jpg", "1", "media-unused"),
}


def test_warnings_are_listed_and_the_site_is_built(doubtful):
    done = doubtful.build()
    assert done.returncode == 0, said(done)
    assert set(WARNING.findall(done.stderr)) == EXPECTED
    assert " error: " not in done.stderr
    assert "8 bản tin" in done.stdout
    assert len(open_data(doubtful.output)) == len(DOUBTFUL) + 1


def test_warnings_are_listed_again_when_nothing_has_changed(doubtful):
    for _ in range(2):
        assert sorted(WARNING.findall(doubtful.build().stderr)) == sorted(EXPECTED)


def test_a_public_build_lists_them_as_well(doubtful):
    done = doubtful.build("PUBLIC_BUILD = True\nSITEURL = 'https://bantin.example'")
    assert done.returncode == 0, said(done)
    assert set(WARNING.findall(done.stderr)) == EXPECTED


def test_errors_do_not_hide_warnings_and_warnings_no_errors(doubtful):
    doubtful.write("bulletins/2025/sai.md", bulletin("Tin sai", "03/04/2025"))
    text = doubtful.refuse()
    assert set(WARNING.findall(text)) == EXPECTED - {
        ("bulletins/2025/thua.jpg", "1", "media-unused")
    }
    assert "bulletins/2025/sai.md:3:7: date-ambiguous error" in text


def test_a_hundred_warnings_are_all_listed(workshop):
    """Stock Pelican groups what repeats and shows the first few."""
    for number in range(100):
        workshop.write(
            f"bulletins/2025/{number}.md", bulletin(f"Tin {number}", change_note="Sửa số liệu.")
        )
    done = workshop.build()
    assert done.returncode == 0
    assert len(WARNING.findall(done.stderr)) == 100


def test_a_link_to_a_lost_place_is_a_warning(problems_of):
    """The other bulletin may be edited at any time, and must not turn this one wrong."""
    (found,) = problems_of(
        {
            "bulletins/2025/a.md": bulletin("Tin A", body="Xem [tin B](b.md#muc-da-doi-ten)."),
            "bulletins/2025/b.md": bulletin("Tin B"),
        }
    )
    assert (found.severity, found.code, found.line) == ("warning", "anchor-missing-elsewhere", 8)
