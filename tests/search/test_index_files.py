"""The files of the index: what one change costs, names by content, and that lists name them all."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from support.search import decoded, item

from plugins.search.index_files import LIST, TAG_LENGTH, all_files, batches_of, tag_of
from plugins.search.periods import periods_of
from plugins.search.terms import batch_of, number

NAMES = {"units": [], "people": [], "short": []}


def index(docs):
    """Return the bytes of every file of the index of items, by path."""
    files = all_files(
        periods_of(docs),
        lambda period: [batch_of(batch) for batch in batches_of(period)],
        NAMES,
        {"hoi-nghi": "Hội nghị"},
    )
    return {file.path: file.make(file.inputs) for file in files}


def many(count, day):
    return [item(n, f"Tin thứ {n} tháng này", f"nội dung {n}", day) for n in range(count)]


@pytest.fixture(scope="module")
def docs():
    return [
        *(replace(doc, url=f"/a{doc.url}") for doc in many(300, "2023-05-01")),
        *(replace(doc, url=f"/b{doc.url}") for doc in many(60, "2025-02-01")),
        *many(20, "2025-03-05"),
    ]


@pytest.fixture(scope="module")
def before(docs):
    return index(docs)


def changed(before, after):
    gone_or_new = before.keys() ^ after.keys()
    return {p for p in gone_or_new | before.keys() if before.get(p) != after.get(p)}


def folders(paths):
    return {path.split("/")[1] for path in paths}


def test_a_new_bulletin_changes_the_running_month_and_the_list_alone(docs, before):
    after = index([*docs, item(99, "Hội nghị mới", "Một tin mới", "2025-03-06")])
    assert folders(changed(before, after)) == {"moi", "muc-luc.json"}


def test_a_new_month_leaves_closed_years_as_they_are(docs, before):
    after = index([*docs, item(99, "Hội nghị mới", "Một tin mới", "2025-04-01")])
    assert folders(changed(before, after)) == {"moi", "nam", "muc-luc.json"}


def test_an_edit_of_an_old_bulletin_changes_few_files_of_its_period(docs, before):
    mended = [replace(docs[5], body="nội dung khác 5"), *docs[:5], *docs[6:]]
    paths = changed(before, index(mended))
    assert folders(paths) <= {"kho", "muc-luc.json"}
    assert not [path for path in paths if "/bai-" in path]


def test_a_mended_title_changes_one_file_of_rows(docs, before):
    mended = [replace(docs[5], title="Tin thứ 5 tháng kia"), *docs[:5], *docs[6:]]
    paths = [path for path in changed(before, index(mended)) if "/bai-" in path]
    assert len(paths) == 2  # the old name and the new one


def test_files_of_the_same_bytes_keep_their_names(docs, before):
    assert index(list(reversed(docs))) == before


def test_the_list_names_every_file(before):
    content = json.loads(before[LIST])
    named = {LIST, content["names"].removeprefix("/")}
    for period in content["periods"]:
        folder = f"tim-kiem/{period['id']}"
        tags = [period["shards"][n : n + TAG_LENGTH] for n in range(0, len(period["shards"]), 5)]
        assert len(tags) == 2 ** period["bits"]
        named |= {f"{folder}/{n:03x}.{tag}.bin" for n, tag in enumerate(tags)}
        rows = [period["rows"][n : n + TAG_LENGTH] for n in range(0, len(period["rows"]), 5)]
        named |= {f"{folder}/bai-{n}.{tag}.json" for n, tag in enumerate(rows)}
        named |= {f"{folder}/loc-{year}.{tag}.json" for year, _, _, tag in period["years"]}
        named.add(f"{folder}/tu.{period['words']}.txt")
    assert named == before.keys()


def test_every_item_is_in_the_postings_of_its_words(docs, before):
    places = set()
    for path, data in before.items():
        if path.startswith("tim-kiem/nam/") and path.endswith(".bin"):
            for (key, _), found in decoded(data).items():
                if key == number("17") | 1:
                    places |= set(found)
    assert places == {(17, 2)} or len(places) == 1


def test_rows_hold_what_results_show(before):
    rows = json.loads(next(data for path, data in before.items() if "nam/bai-0." in path))
    assert len(rows) == 16
    assert rows[0] == ["/b/ban-tin/0/", "Tin thứ 0 tháng này", "2025-02-01", "hoi-nghi", "", ""]


def test_a_mark_stands_at_the_end_of_its_row():
    files = index([item(1, "Bản nháp", mark="Bản nháp")])
    (row,) = json.loads(next(data for path, data in files.items() if "/bai-" in path))
    assert row[-1] == "Bản nháp"
    assert len(row) == 7


def test_the_filter_knows_kinds_units_and_people():
    docs = [
        item(1, "Một", units=("so-y-te", "phoi"), people=("le-son",)),
        item(2, "Hai", units=("phoi",)),
    ]
    data = next(data for path, data in index(docs).items() if "/loc-2025." in path)
    assert json.loads(data) == {
        "kinds": ["hoi-nghi"],
        "units": ["phoi", "so-y-te"],
        "people": ["le-son"],
        "rows": [[0, [1, 0], [0]], [0, [0], []]],
    }


def test_nothing_has_an_empty_list():
    files = index([])
    assert json.loads(files[LIST])["periods"] == []


def test_tags_are_short_and_tell_bytes_apart():
    assert len(tag_of(b"a")) == TAG_LENGTH
    assert tag_of(b"a") != tag_of(b"b")
