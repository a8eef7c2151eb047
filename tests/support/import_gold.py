"""Measures the importer against the hand-made answers of ``tests/desk/gold`` (its README).

Each text goes through the command itself, into a folder of its own; what is measured is the file
that comes out, as any program that reads front matter and Markdown sees it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from support.corpus import GOLD as UNIT_GOLD
from support.corpus import OPTIONS, paragraphs_of, registries

from plugins.authors.attribution import attribute
from plugins.bulletins.reading import read_bulletin

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "desk" / "gold"
EMPTY_COST, WRONG_COST = 1, 5
FIELDS = ("title", "kicker", "subtitle", "source", "date", "event_date")
LISTS = ("authors", "photographers", "captions", "units")

_RESIDUE = re.compile(r"\[(?:if [^\]]*|endif)\]")
_LIST_SIGN = re.compile(r"^\s*(?:\d{1,3}[.)]|[+•–-])\s+")
_CAPTION = re.compile(r"^!\[[^\]]*\]\([^ )]+ \"(.*)\"\)$", re.M)
_LOST_PHOTO = re.compile(r"^# kiểm tra: Chưa có tệp của ảnh mang chú thích «(.*)»\.$", re.M)


@dataclass
class Measure:
    """Sums over some texts: right, empty and wrong values by field, sentences lost and added."""

    right: Counter[str] = field(default_factory=Counter)
    empty: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    sentences: int = 0

    @property
    def cost(self) -> int:
        """One for an empty value, five for a wrong one."""
        return EMPTY_COST * len(self.empty) + WRONG_COST * len(self.wrong)

    def line(self, name: str) -> str:
        """Return the figures on one line."""
        return (
            f"import, {name}: {sum(self.right.values())} values right, {len(self.empty)} empty, "
            f"{len(self.wrong)} wrong (cost {self.cost}); of {self.sentences} sentences "
            f"{len(self.lost)} lost, {len(self.added)} added"
        )


@dataclass(frozen=True)
class Imported:
    """What the importer made of one text: the values of the header, captions, sentences."""

    values: Mapping[str, Any]
    captions: list[str]
    sentences: list[str]


def run_import(*paths: Path, into: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as staff do, with the project's registries."""
    program = Path(sys.executable).with_name("bantin")
    return subprocess.run(
        [program, "import", *paths, "--into", into],
        cwd=ROOT,
        env={**os.environ, "BUILD_NOW": "2026-11-22T08:00"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def imported_file(path: Path) -> Imported:
    """Read a file that the importer wrote."""
    text = path.read_text(encoding="utf-8")
    _, header, body = text.split("---\n", 2)
    values = yaml.safe_load(header)
    outcome = read_bulletin(f"bulletins/{path.parent.name}/{path.name}", text.encode(), OPTIONS)
    assert outcome.record is not None, outcome.problems
    record = attribute([outcome.record], registries()[0], unknown="accept").bulletins[0]
    captions = [*_LOST_PHOTO.findall(header), *_CAPTION.findall(body)]
    lines = record.body.text.split("\n")
    left = Counter(map(_words, _CAPTION.findall(body)))
    kept = []
    for line in lines:
        if left[_words(line)] > 0:
            left[_words(line)] -= 1
        else:
            kept.append(line)
    event = values.get("event") or {}
    values = {**values, "event_date": event.get("date")}
    return Imported(values, captions, sentences_of([str(values.get("summary") or ""), *kept]))


def sentences_of(blocks: list[str]) -> list[str]:
    """Return the sentences of blocks as words without signs."""
    found = []
    for block in blocks:
        for line in block.split("\n"):
            line = _LIST_SIGN.sub("", _RESIDUE.sub("", line))  # noqa: PLW2901
            found += [_words(part) for part in re.split(r"(?<=[.!?…;:])\s+", line)]
    return [sentence for sentence in found if sentence]


def compare(measure: Measure, key: str, wanted: Mapping[str, Any], got: Imported) -> None:
    """Add one text to a measure.

    Args:
        measure: the sums.
        key: the text, for the lists of what is not right.
        wanted: the answers, with captions and sentences spelt out.
        got: what came out.
    """
    for name in FIELDS:
        if name in wanted:
            _one(measure, f"{key}: {name}", _plain(wanted[name]), _plain(got.values.get(name)))
    for name in LISTS:
        if name not in wanted:
            continue
        values = got.captions if name == "captions" else got.values.get(name) or []
        expected, answer = list(map(_folded, wanted[name])), list(map(_folded, values))
        if name == "captions":
            expected, answer = sorted(expected), sorted(answer)
        _one(measure, f"{key}: {name}", expected or None, answer or None)
    measure.sentences += len(wanted["sentences"])
    there, meant = Counter(got.sentences), Counter(wanted["sentences"])
    measure.lost += [f"{key}: {sentence}" for sentence in (meant - there).elements()]
    measure.added += [f"{key}: {sentence}" for sentence in (there - meant).elements()]


def _one(measure: Measure, name: str, wanted: object, got: object) -> None:
    if wanted == got:
        measure.right[name.rpartition(": ")[2]] += 1
    elif got is None:
        measure.empty.append(name)
    else:
        measure.wrong.append(f"{name} is {got!r}, not {wanted!r}")


def _plain(value: object) -> str | None:
    if value in (None, ""):
        return None
    text = f"{value:%Y-%m-%d %H:%M}" if hasattr(value, "hour") else str(value)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _folded(value: object) -> str:
    return (_plain(value) or "").casefold()


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def corpus() -> Path | None:
    """Return the folder of test data, None where there is none."""
    folder = os.environ.get("BULLETIN_CORPUS")
    return Path(folder) if folder else None


def pages() -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Go through the pages whose files are at hand: key, file, answers."""
    folder = corpus()
    answers = yaml.safe_load((GOLD / "pages.yml").read_text(encoding="utf-8"))
    for key, given in answers.items():
        places = [folder / key, folder.parent / key] if folder else []
        file = next((place for place in places if place.is_file()), None)
        if file is None:
            continue
        yield key, file, _page_answers(file, given)


def _page_answers(file: Path, given: dict[str, Any]) -> dict[str, Any]:
    if given.get("article") is False:
        return given
    blocks = _blocks_of_page(file)
    wanted = dict(given)
    if "units_of" in given:
        kind, number = given["units_of"].split("/")
        wanted["units"] = _units(kind, number)
    wanted["captions"] = [blocks[number - 1] for number in given["captions"]]
    body = [blocks[number - 1] for number in given["body"]]
    if given.get("sapo") == "description":
        body.insert(
            0, json.loads(file.read_text().split("---json")[1].split("\n---\n")[0])["description"]
        )
    source = given.get("source")
    if source:
        # The source of a dateline opens the first sentence; it is a field of its own.
        body = [re.sub(rf"^\({re.escape(source)}\)\s*-\s*", "", block) for block in body]
    wanted["sentences"] = sentences_of(body)
    return wanted


def _blocks_of_page(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".txt":
        return [line.strip() for line in text.splitlines() if line.strip()]
    return paragraphs_of(text.split("\n---\n", 1)[-1] if file.suffix == ".md" else text)


def _units(kind: str, number: str | int) -> list[str]:
    answers = yaml.safe_load((UNIT_GOLD / f"{kind}.yml").read_text(encoding="utf-8"))
    units = answers[number]["units"]
    return [unit for unit, role in units.items() if role == "subject"]


def posts(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Go through the posts of a gold file: key, the post with front matter, answers."""
    folder = corpus()
    file = folder / "health-centre-posts.jsonl" if folder else None
    if file is None or not file.is_file():
        return
    rows = {
        row["id"]: row for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    }
    answers = yaml.safe_load((GOLD / f"{name}.yml").read_text(encoding="utf-8"))
    people = yaml.safe_load((UNIT_GOLD / f"{name}.yml").read_text(encoding="utf-8"))
    for number, given in answers.items():
        row = rows[number]
        blocks = paragraphs_of(row["html"])
        prefix = given.get("caption_prefix", "")
        captions = [blocks[n - 1].removeprefix(prefix) for n in given["captions"]]
        fields = {
            name: row[name] for name in ("title", "published", "slug", "description", "source")
        }
        post = f"---json\n{json.dumps(fields, ensure_ascii=False)}\n---\n{row['html']}"
        wanted = {
            "title": row["title"],
            "kicker": blocks[given["kicker"] - 1] if "kicker" in given else None,
            "date": row["published"][:16].replace("T", " "),
            "authors": people[number]["authors"],
            "photographers": people[number]["photographers"],
            "units": _units(name, number),
            "captions": captions,
            "sentences": sentences_of([blocks[n - 1] for n in given["body"]]),
        }
        yield str(number), post, wanted
