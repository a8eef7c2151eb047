from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support.content import PROJECT

from plugins.related.lists import RelatedLists


def test_a_site_without_bulletins_has_no_lists(lists_of):
    assert lists_of([]) == {}


def test_the_only_bulletin_has_an_empty_list(lists_of, make):
    assert lists_of([make("a")]) == {"bulletins/a.md": ()}


def test_two_bulletins_of_one_series_name_each_other(lists_of, make):
    found = lists_of([make("a", series="s"), make("b", 30, series="s")])
    assert [entry.path for entry in found["bulletins/a.md"]] == ["bulletins/b.md"]
    assert [entry.path for entry in found["bulletins/b.md"]] == ["bulletins/a.md"]


def test_two_bulletins_with_nothing_in_common_have_no_lists(lists_of, make):
    assert set(lists_of([make("a"), make("b")]).values()) == {()}


def test_similar_texts_find_each_other_among_many(named, make, filler):
    from_a = make("a").text
    near = make("b", text=f"{from_a[: len(from_a) // 2]} khác hẳn. " + make("b").text)
    assert named([make("a"), *filler, near]) == ["b"]


def test_tone_style_and_composition_do_not_part_texts(named, make, filler):
    one = make("a", title="Uỷ ban chăm sóc sức khoẻ", text="hoà bình thuỷ điện " * 3)
    other = make("b", title="Ủy ban chăm sóc sức khỏe", text="hòa bình thủy điện khác " * 3)
    assert named([one, *filler, other]) == ["b"]


def test_what_scores_less_than_the_floor_is_left_out(lists_of, named, make, filler):
    docs = [make("a", series="s", authors=("x",)), *filler, make("b", 200, series="s")]
    (entry,) = lists_of(docs)["bulletins/a.md"]
    points = entry.score // 1000
    assert named(docs, floor=points) == ["b"]
    assert named(docs, floor=points + 1) == []


def test_nearness_in_time_lifts_nobody_over_the_floor(named, make, filler):
    docs = [make("a", authors=("x",)), *filler, make("b", authors=("x",))]
    assert named(docs, floor=11, nearness=500) == []


def test_a_list_has_so_many_entries_at_most(named, make, filler):
    docs = [make("a", series="s"), *filler, *(make(f"b{n}", n + 100, series="s") for n in range(9))]
    assert len(named(docs)) == 6
    assert len(named(docs, max=2)) == 2
    assert named(docs, max=0) == []


def test_equal_scores_stand_by_date_then_address(named, make, filler):
    editions = [make(name, day, series="s") for name, day in [("b", 90), ("d", 99), ("c", 99)]]
    assert named([make("a", series="s"), *filler, *editions]) == ["c", "d", "b"]


@pytest.mark.parametrize("hidden", [{"public": False, "offered": False}, {"offered": False}])
def test_who_is_not_offered_stands_in_no_list_and_has_its_own(lists_of, make, filler, hidden):
    found = lists_of([make("a", series="s"), *filler, make("b", series="s", **hidden)])
    assert found["bulletins/a.md"] == ()
    assert [entry.path for entry in found["bulletins/b.md"]] == ["bulletins/a.md"]


class TestPickedByHand:
    def test_they_come_first_in_their_order(self, lists_of, make, filler):
        pinned = ("bulletins/filler-07.md", "bulletins/filler-03.md")
        docs = [make("a", series="s", pinned=pinned), *filler, make("b", series="s")]
        found = lists_of(docs)["bulletins/a.md"]
        assert [entry.path for entry in found] == [*pinned, "bulletins/b.md"]
        assert [entry.reasons[0].text for entry in found[:2]] == ["Ban biên tập chọn"] * 2
        assert found[2].reasons[0].code == "series"

    def test_they_count_for_the_limit(self, named, make, filler):
        pinned = tuple(f"bulletins/filler-{number:02}.md" for number in range(8))
        docs = [make("a", series="s", pinned=pinned), *filler, make("b", series="s")]
        assert named(docs) == [f"filler-{number:02}" for number in range(6)]

    def test_one_that_ranks_as_well_comes_once_with_all_its_reasons(self, lists_of, make, filler):
        docs = [
            make("a", series="s", pinned=("bulletins/b.md",)),
            *filler,
            make("b", series="s"),
            make("c", series="s"),
        ]
        found = lists_of(docs)["bulletins/a.md"]
        assert [entry.path for entry in found] == ["bulletins/b.md", "bulletins/c.md"]
        assert [reason.code for reason in found[0].reasons] == ["picked", "series", "nearness"]

    def test_one_that_the_public_does_not_see_is_left_out(self, named, make, filler):
        docs = [make("a", pinned=("bulletins/b.md",)), *filler, make("b", offered=False)]
        assert named(docs) == []

    def test_a_copy_of_the_bulletin_itself_is_left_out(self, named, make, filler):
        docs = [make("a", pinned=("bulletins/b.md",)), *filler, make("b", text=make("a").text)]
        assert named(docs) == []

    def test_whoever_stands_for_its_copies_does_not_come_as_well(self, named, make, filler):
        text = make("b").text
        copies = [make("b", series="s", text=text), make("c", 9, series="s", text=text)]
        docs = [
            make("a", series="s", pinned=("bulletins/c.md", "bulletins/b.md")),
            *filler,
            *copies,
        ]
        assert named(docs) == ["c"]


class TestNearCopies:
    def test_they_do_not_name_each_other(self, lists_of, make, filler):
        text = make("a").text
        docs = [make("a", text=text, series="s"), *filler, make("b", 5, text=text, series="s")]
        found = lists_of(docs)
        assert found["bulletins/a.md"] == found["bulletins/b.md"] == ()

    def test_the_oldest_stands_for_all(self, named, make, filler):
        text = make("b").text
        copies = [
            make(name, day, text=text, series="s") for name, day in [("d", 9), ("b", 1), ("c", 5)]
        ]
        assert named([make("a", series="s"), *filler, *copies]) == ["b"]

    def test_a_withdrawn_one_stands_for_nobody(self, named, make, filler):
        text = make("b").text
        first = make("b", 1, text=text, series="s", offered=False)
        docs = [make("a", series="s"), *filler, first, make("c", 5, text=text, series="s")]
        assert named(docs) == ["c"]

    def test_an_edited_line_does_not_make_another_story(self, named, make, filler):
        syllables = make("b").text.split()
        edited = " ".join([*syllables[:-2], "hoàn", "toàn"])
        copies = [make("b", 1, series="s"), make("c", 2, series="s", text=edited)]
        assert named([make("a", series="s"), *filler, *copies]) == ["b"]

    def test_half_of_the_text_is_another_story(self, named, make, filler):
        half = " ".join(make("b").text.split()[:30])
        others = [
            make("b", 1, series="s"),
            make("c", 2, series="s", text=f"{half} {make('c').text}"),
        ]
        assert set(named([make("a", series="s"), *filler, *others])) == {"b", "c"}

    def test_a_draft_does_not_name_its_published_version(self, lists_of, make, filler):
        draft = make("a", 9, text=make("b").text, series="s", public=False, offered=False)
        docs = [draft, *filler, make("b", series="s"), make("c", series="s")]
        found = lists_of(docs)
        assert [entry.path for entry in found["bulletins/a.md"]] == ["bulletins/c.md"]
        assert [entry.path for entry in found["bulletins/c.md"]] == ["bulletins/b.md"]


def test_a_path_without_a_list_has_nothing_to_show():
    assert RelatedLists({}).of("bulletins/a.md") == ()


def test_one_more_bulletin_changes_the_lists_it_joins_alone(lists_of, make, filler):
    docs = [*filler, *(make(f"s{n}", n, series="s") for n in range(3)), make("t", series="t")]
    before = lists_of(docs)
    after = lists_of([*docs, make("new", 700, series="t")])
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"bulletins/t.md"}


def test_the_order_of_dates_decides_and_not_the_day_of_the_build(lists_of, make, filler):
    docs = [*filler, make("a", series="s"), make("b", 20, series="s")]
    later = [replace(doc, day=doc.day.replace(year=doc.day.year + 20)) for doc in docs]
    assert lists_of(docs) == lists_of(later)


SCRIPT = """
import sys
sys.path[:0] = [{here!r}, {project!r}, {tests!r}]
from conftest import lists_of_docs, make_doc, words
from plugins.related.settings import RelatedSettings
units = [tuple({{"u", f"v{{n % 5}}", f"w{{n % 3}}"}}) for n in range(40)]
docs = [make_doc(str(n), n % 3, text=words(n // 4), subjects=units[n]) for n in range(40)]
print(lists_of_docs(docs, RelatedSettings(floor=1)))
"""


def test_no_hash_seed_changes_a_list(make):
    here = str(Path(__file__).parent)
    script = SCRIPT.format(project=str(PROJECT), tests=str(PROJECT / "tests"), here=here)
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=PROJECT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(printed) == 1
    assert "bulletins/" in printed.pop()
