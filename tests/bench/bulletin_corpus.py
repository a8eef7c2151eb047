"""A content folder of twenty years, in the style of real bulletins, for benchmarks of whole builds.

    BULLETIN_CORPUS=FOLDER .venv/bin/python tests/bench/bulletin_corpus.py DIR COUNT [--photos 3]

Texts are paragraphs of real news articles when ``BULLETIN_CORPUS`` names them, else invented from
the words of the project's own content. Units and people are the project's own and made-up stations.
Equal arguments give equal bytes: the first 1,000 of 20,000 bulletins are not the 1,000 of a smaller
folder, for dates are dealt over all twenty years.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import itertools
import json
import random
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import yaml
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests"), str(PROJECT / "tests/bench")]

from related_corpus import Article, articles, corpus_folder  # noqa: E402 - the path comes first

FIRST, LAST = dt.date(2006, 1, 1), dt.date(2025, 12, 31)
CHARACTERS: Final = 3_900
"""Of a body; with accents and header a file has some 5.5 KB."""
STATIONS: Final = 150
NOW: Final = "2026-01-15T08:00+07:00"
# The more frequent, the earlier: half of real bulletins tell what was done, few commend.
CATEGORIES: Final = ("tin-hoat-dong", "hoi-nghi", "thong-bao", "khen-thuong")
_SHARES: Final = (50, 25, 15, 10)
_FORMS: Final = ("Giấy khen", "Bằng khen", "Chiến sĩ thi đua cơ sở", "Tập thể Lao động xuất sắc")
_INVENTED: Final = 9_265
_PLAIN: Final = re.compile(r"[^\w\s.,;:%-]|(?<=\w)\.(?=\w)|\d[\d.,-]{5,}")
_BEFORE_MARK: Final = re.compile(r"\s+(?=[.,;:%])")
_START: Final = re.compile(r"^[\W\d_]+")
_PHOTO_SIZE: Final = (48, 32)


@dataclass(frozen=True, slots=True)
class Item:
    """One bulletin as the peers need it too: what it says, apart from any file format."""

    name: str
    date: dt.datetime
    title: str
    summary: str
    category: str
    units: tuple[str, ...]
    authors: tuple[str, ...]
    paragraphs: tuple[str, ...]
    award: str = ""
    photos: tuple[str, ...] = field(default=())

    @property
    def path(self) -> str:
        """Return the file's path in the content folder."""
        return f"bulletins/{self.date.year}/{self.name}.md"


def make_items(count: int, *, photos: int = 0, seed: int = 1, start: int = 0) -> list[Item]:
    """Make so many bulletins, oldest first; the first tells of the article of number ``start``."""
    chooser = random.Random(seed)
    folder = corpus_folder()
    known = articles(folder) if folder else invented_articles()
    texts = [text for text in known if text.paragraphs and text.summary]
    units, people = unit_ids(), people_ids()
    # A few units have most of the news, as in life.
    weights = [1 / (rank + 2) for rank in range(len(units))]
    days = (LAST - FIRST).days
    made = []
    for number in range(count):
        day = FIRST + dt.timedelta(days=number * days // max(count, 1))
        hour = dt.time(7 + number % 10, chooser.randrange(60))
        title, summary, paragraphs = _story(texts[(start + number) % len(texts)], texts, chooser)
        category = chooser.choices(CATEGORIES, _SHARES)[0]
        made.append(
            Item(
                name=f"tin-{number:05}",
                date=dt.datetime.combine(day, hour),
                title=title,
                summary=summary,
                category=category,
                units=tuple(dict.fromkeys(chooser.choices(units, weights, k=2))),
                authors=(chooser.choice(people),),
                paragraphs=paragraphs,
                award=chooser.choice(_FORMS) if category == "khen-thuong" else "",
                photos=tuple(f"tin-{number:05}-{place}.jpg" for place in range(photos)),
            )
        )
    return made


def invented_articles() -> list[Article]:
    """Make as many articles as the corpus has, where there is none.

    Each word follows one that it follows in the project's own content: the words and most pairs are
    real, so checks of language find little, as in real news. All is in lower case, for names
    would be recognised.
    """
    chooser = random.Random(2)
    followers: dict[str, list[str]] = {}
    for file in sorted((PROJECT / "content/bulletins").rglob("*.md")):
        body = file.read_text().split("---\n", 2)[2].lower()
        # Names of files and addresses are no words.
        words = re.findall(r"[^\W\d_]+", re.sub(r"\([^)\s]*\)|\S*[/@]\S*", " ", body))
        for word, following in itertools.pairwise(words):
            followers.setdefault(word, []).append(following)
    starts = sorted(followers)

    def sentence(length: int) -> str:
        said = [chooser.choice(starts)]
        while len(said) < length:
            following = followers.get(said[-1], starts)
            said.append(chooser.choice(following))
        return " ".join(said).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence(chooser.randrange(10, 26)) for _ in range(5))

    return [
        Article(sentence(12), sentence(24), tuple(paragraph() for _ in range(4)))
        for _ in range(_INVENTED)
    ]


def _story(
    text: Article, texts: Sequence[Article], chooser: random.Random
) -> tuple[str, str, tuple[str, ...]]:
    """Take an article and fill it up with paragraphs of others, none of them as it was."""
    paragraphs = [_plain(part) for part in text.paragraphs[:4]]
    while sum(map(len, paragraphs)) < CHARACTERS:
        other = _plain(chooser.choice(chooser.choice(texts).paragraphs))
        words = other.split(" ")
        for place in range(chooser.randrange(6), len(words), 6):
            word = chooser.choice(words)
            # The same word twice in a row is a slip that checks would report thousands of times.
            if word not in words[max(0, place - 1) : place + 2]:
                words[place] = word
        paragraphs.append(_plain(" ".join(words)))
    title = f"{_plain(text.title)[:110].rstrip(' .,;:')} {chooser.randrange(1000)}"
    return title, _plain(text.summary)[:280].rstrip(" .,;:") + ".", tuple(filter(None, paragraphs))


def _plain(text: str) -> str:
    """Return one line without anything that Markdown or the reader's rules would notice."""
    line = _START.sub("", _BEFORE_MARK.sub("", " ".join(_PLAIN.sub(" ", text).split())))
    return line[:1].upper() + line[1:] if line else "Nội dung"


def unit_ids() -> list[str]:
    """Return the ids of the project's units and of the made-up stations."""
    known = yaml.safe_load((PROJECT / "content/units.yml").read_text())
    return [unit["id"] for unit in known] + [f"tram-mau-{number}" for number in range(STATIONS)]


def people_ids() -> list[str]:
    """Return the ids of the project's people."""
    return [person["id"] for person in yaml.safe_load((PROJECT / "content/people.yml").read_text())]


def as_markdown(item: Item) -> str:
    """Return the file of a bulletin."""
    header: dict[str, object] = {
        "title": item.title,
        "slug": item.name,
        "date": f"{item.date:%Y-%m-%d %H:%M}",
        "category": item.category,
        "summary": item.summary,
        "units": list(item.units),
        "authors": list(item.authors),
    }
    if item.category == "hoi-nghi":
        name = " ".join(item.title.split()[:8])
        header["event"] = {"name": f"Hội nghị {name}", "date": item.date.date()}
    if item.award:
        # This one is a person's; the others are given to units.
        personal = item.award == _FORMS[2]
        recipients = (
            [{"person": person} for person in item.authors]
            if personal
            else [{"unit": unit} for unit in item.units]
        )
        header["awards"] = [
            {
                "form": item.award,
                "authority": "Sở Y tế",
                "recipients": recipients,
                "status": "đã tặng",
            }
        ]
    if item.photos:
        header["cover"] = item.photos[0]
        header["cover_alt"] = "Đại biểu dự hội nghị trong hội trường"
    pictures = [f'![Quang cảnh buổi làm việc]({name} "Ảnh mẫu")' for name in item.photos[1:]]
    blocks = [*item.paragraphs[:2], *pictures, *item.paragraphs[2:]]
    front = yaml.safe_dump(header, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n" + "\n\n".join(blocks) + "\n"


def write_content(folder: Path, items: Sequence[Item]) -> None:
    """Write the content folder of some bulletins, photos beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PROJECT / "content/people.yml", folder / "people.yml")
    stations = "".join(
        f"- id: tram-mau-{number}\n  name: Trạm Y tế xã Mẫu số {number}\n"
        for number in range(STATIONS)
    )
    registry = (PROJECT / "content/units.yml").read_text()
    (folder / "units.yml").write_text(f"{registry}\n{stations}")
    for item in items:
        put(folder, item)


def put(folder: Path, item: Item) -> None:
    """Write one bulletin into a content folder, and its photos where they are new."""
    file = folder / item.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_markdown(item))
    write_photos(file.parent, item)


def write_photos(folder: Path, item: Item) -> None:
    """Write those photos of a bulletin that the folder lacks; equal names have equal bytes."""
    for name in item.photos:
        if not (folder / name).exists():
            (folder / name).write_bytes(photo(zlib.crc32(name.encode())))


def read_back(folder: Path, items: Sequence[Item]) -> list[Item]:
    """Return the bulletins as their files say after lines were taken out."""
    found = []
    for item in items:
        _, header, body = (folder / item.path).read_text().split("---\n", 2)
        fields = yaml.load(header, Loader=yaml.CSafeLoader)
        blocks = [block.strip() for block in body.split("\n\n")]
        found.append(
            replace(
                item,
                title=fields["title"],
                summary=fields["summary"],
                paragraphs=tuple(b for b in blocks if b and not b.startswith("![")),
            )
        )
    return found


def without_refused(folder: Path) -> int:
    """Take out the lines that the gate refuses, for a public build; return how many.

    Real news has what a department may not publish: a patient's name, a telephone number.
    """
    taken, where = 0, [str(folder)]
    for _ in range(5):
        done = subprocess.run(
            [PROJECT / ".venv/bin/bantin", "check", *where, "--format", "json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        wrong = [found for found in json.loads(done.stdout) if found["severity"] == "error"]
        if not wrong:
            break
        lines: dict[str, set[int]] = {}
        for found in wrong:
            lines.setdefault(found["path"], set()).add(found["line"])
        for path, numbers in lines.items():
            file = folder / path
            kept = file.read_text().split("\n")
            # A title or summary cannot go; another stands in for it.
            for number in numbers:
                name, mark, _ = kept[number - 1].partition(": ")
                heads = mark and name in {"title", "summary"}
                kept[number - 1] = f"{name}: Tin {file.stem} trong ngành" if heads else ""
            file.write_text("\n".join(kept))
            taken += len(numbers)
        # What was changed alone: looking at all of 20,000 bulletins takes minutes.
        where = [str(folder / path) for path in sorted(lines)]
    return taken


def photo(number: int) -> bytes:
    """Return a small JPEG, each number another: what counts is how many there are."""
    picture = Image.new("RGB", _PHOTO_SIZE, ((number * 7) % 256, number // 256 % 256, 90))
    picture.paste((number % 251, number // 251 % 251, 200), (8, 8, 24, 24))
    file = io.BytesIO()
    picture.save(file, "JPEG", comment=str(number).encode())
    return file.getvalue()


def main() -> int:
    """Write the folder that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--photos", type=int, default=0, help="photos of each bulletin")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write_content(chosen.folder, make_items(chosen.count, photos=chosen.photos, seed=chosen.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
