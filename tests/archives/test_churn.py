"""What one new bulletin costs: the files of a site of 2,000 that change (DESIGN section 5)."""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pytest
from support.content import bulletin, write_content
from support.sites import isolated_signals, make_engine

from plugins.engine import manifest

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]

LIMIT = 60
SIZE = 2_000
UNITS = 60
PEOPLE = 15
YEARS = range(2016, 2026)
CATEGORIES = ("Hội nghị", "Khen thưởng", "Thông báo", "Tin hoạt động")
# Texts are made so that related lists are full: some bulletins tell of one topic, in words of its
# own among words that are as frequent as those of a language.
TOPICS = 200
VOCABULARY = [f"từ{number}" for number in range(3_000)]
FREQUENCIES = list(accumulate(1 / (rank + 3) for rank in range(len(VOCABULARY))))
# Besides its own page, photos, attachments, compressed copies and the search index.
NOT_COUNTED = re.compile(
    r"(?:ban-tin/.*/{own}/index\.html|anh/.*|tep/.*|tim-kiem/.*|.*\.(?:gz|br))"
)


def unit(number: int) -> str:
    parent = f"  parent: don-vi-{number // 6}\n" if number else ""
    return f"- id: don-vi-{number}\n  name: Đơn vị thử nghiệm số {number}\n{parent}"


def registries() -> dict[str, str]:
    return {
        "units.yml": "".join(unit(number) for number in range(UNITS)),
        "people.yml": "".join(f"- id: nguoi-{n}\n  name: Người Thử {n}\n" for n in range(PEOPLE)),
    }


def story(chance: random.Random) -> tuple[str, str]:
    """A title and a body about some topic."""
    topic = chance.randrange(TOPICS)
    own = [f"riêng{topic}x{number}" for number in range(20)]

    def text(usual: int, of_topic: int) -> str:
        words = chance.choices(VOCABULARY, cum_weights=FREQUENCIES, k=usual)
        words += chance.choices(own, k=of_topic)
        chance.shuffle(words)
        return " ".join(words)

    return f"Tin {text(6, 3)}", "\n\n".join(f"Đoạn {text(60, 12)}." for _ in range(3))


def news(name: str, date: str, chance: random.Random, **fields: str) -> str:
    """A bulletin that names five units and people."""
    units = chance.sample(range(UNITS), 3)
    people = chance.sample(range(PEOPLE), 2)
    title, body = story(chance)
    return bulletin(
        title,
        date,
        body,
        **{
            "slug": f"tin-{name}",
            "category": chance.choice(CATEGORIES),
            "units": f"[{', '.join(f'don-vi-{n}' for n in units)}]",
            "authors": f"nguoi-{people[0]}",
            "photographers": f"nguoi-{people[1]}",
            **fields,
        },
    )


def corpus() -> dict[str, str]:
    chance = random.Random(2_000)
    files = {}
    for number in range(SIZE):
        year = YEARS[number % len(YEARS)]
        date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} 0{number % 10}:00"
        files[f"bulletins/{year}/tin-{number}.md"] = news(str(number), date, chance)
    return files


@dataclass(frozen=True)
class Built:
    """One build: the hash of each file, and what stands below each bulletin as related."""

    files: dict[str, str]
    related: dict[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class Churn:
    """The paths that differ between two builds, and the pages whose related lists do."""

    what: str
    own: str
    paths: frozenset[str]
    related: frozenset[str]

    @property
    def counted(self) -> list[str]:
        pattern = NOT_COUNTED.pattern.replace("{own}", self.own)
        return sorted(path for path in self.paths if not re.fullmatch(pattern, path))

    def __str__(self) -> str:
        kinds = Counter(path.split("/")[0] for path in self.counted)
        listed = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        return f"  {self.what:22} {len(self.counted):3} of at most {LIMIT} ({listed})"


def differing(before: Mapping[str, object], after: Mapping[str, object]) -> frozenset[str]:
    every = before.keys() | after.keys()
    return frozenset(key for key in every if before.get(key) != after.get(key))


class Newsroom:
    """A large content folder, built once, and changed for one build at a time."""

    def __init__(self, folder: Path) -> None:
        self.content = write_content(folder / "content", {**registries(), **corpus()})
        self.output = folder / "output"
        self.before = self.build()

    def build(self) -> Built:
        with pytest.MonkeyPatch.context() as patch, isolated_signals():
            patch.setenv("BUILD_NOW", "2026-01-15T08:00+07:00")
            make_engine(self.content, self.output, public=True).run()
        assert not manifest.verify(self.output)
        entries = manifest.load((self.output / manifest.NAME).read_bytes())
        return Built({entry.path: entry.sha256 for entry in entries}, self.related())

    def related(self) -> dict[str, list[tuple[str, str]]]:
        """Read the related lists of all bulletins back: address and printed reason."""
        files = sorted((self.output / "du-lieu" / "ban-tin").glob("*.json"))
        rows = [row for file in files for row in json.loads(file.read_bytes())]
        return {
            f"{row['url'].removeprefix('/')}index.html": [
                (entry["url"], entry["reasons"][0]) for entry in row["related"]
            ]
            for row in rows
        }

    def change(self, what: str, path: str, text: str | None) -> Churn:
        """Write or delete one file, build, and put everything back."""
        file = self.content / path
        kept = file.read_text() if file.exists() else None
        file.parent.mkdir(parents=True, exist_ok=True)
        self._put(file, text)
        after = self.build()
        self._put(file, kept)
        return Churn(
            what,
            file.stem,
            differing(self.before.files, after.files),
            differing(self.before.related, after.related),
        )

    @staticmethod
    def _put(file: Path, text: str | None) -> None:
        if text is None:
            file.unlink()
        else:
            file.write_text(text)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterable[Newsroom]:
    folder = tmp_path_factory.mktemp("churn")
    yield Newsroom(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def churns(newsroom: Newsroom) -> dict[str, Churn]:
    chance = random.Random(1)
    today = news("hom-nay", "2026-01-15 07:30", chance, category="Khen thưởng")
    old = news("lui-ngay", "2018-06-15 07:30", chance, category="Hội nghị")
    # The latest, for it stands in feeds too.
    edited = max(corpus().items(), key=lambda file: file[1].partition("date: ")[2])[0]
    # The last paragraph: the first is the summary, which lists show.
    start, mark, end = (newsroom.content / edited).read_text().rpartition("\n\nĐoạn")
    body = f"{start}{mark} đã sửa{end}"
    return {
        "today": newsroom.change("one of today", "bulletins/2026/tin-hom-nay.md", today),
        "old": newsroom.change("one back-dated", "bulletins/2018/tin-lui-ngay.md", old),
        "gone": newsroom.change("an old one deleted", "bulletins/2017/tin-501.md", None),
        "edited": newsroom.change("a body edited", edited, body),
    }


def test_a_change_costs_a_bounded_number_of_files(churns, capsys):
    with capsys.disabled():
        sys.stdout.write(f"\nFiles that change in a site of {SIZE} bulletins:\n")
        sys.stdout.writelines(f"{churn}\n" for churn in churns.values())
    for churn in churns.values():
        assert churn.paths
        assert len(churn.counted) <= LIMIT, churn.counted


def list_pages(churn: Churn) -> set[str]:
    """The pages of lists by year, as (list, rest of the path)."""
    lists = re.compile(
        r"((?:hoi-nghi|khen-thuong|thong-bao|tin-hoat-dong|luu-tru)/|[a-z-]+/[^/]+/)"
    )
    years = re.compile(r"(?:[a-z-]+/|(?:don-vi|tac-gia)/[^/]+/)([0-9]{4})/.*index\.html")
    return {
        match[1]
        for path in churn.counted
        if lists.match(path) and not path.startswith("ban-tin/") and (match := years.match(path))
    }


def test_todays_bulletin_touches_no_old_page_of_any_list(churns):
    assert list_pages(churns["today"]) == {"2026"}
    assert not [path for path in churns["today"].counted if "/trang/" in path]


@pytest.mark.parametrize(("name", "year"), [("old", "2018"), ("gone", "2017")])
def test_an_old_bulletin_touches_pages_of_its_year_only(churns, name, year):
    assert list_pages(churns[name]) == {year}


def test_related_lists_are_full_enough_to_be_measured(newsroom):
    lengths = [len(entries) for entries in newsroom.before.related.values()]
    assert sum(lengths) / len(lengths) > 4


def others(churn: Churn) -> set[str]:
    """The pages of other bulletins that changed though their related lists did not."""
    return {path for path in churn.counted if path.startswith("ban-tin/")} - churn.related


def test_few_other_bulletins_show_one_that_comes_or_goes(churns):
    for churn in churns.values():
        # Two neighbours in time, and five newer ones under «Tin khác».
        assert len(others(churn)) <= 2 + 5, others(churn)


def test_an_edited_body_changes_its_own_page_feeds_and_open_data_only(churns):
    churn = churns["edited"]
    assert not others(churn)
    kinds = {path.split("/")[0] for path in churn.counted if path not in churn.related}
    assert {"feeds"} <= kinds <= {"feeds", "du-lieu"}
    assert f"ban-tin/2025/12/{churn.own}/index.html" in churn.paths
