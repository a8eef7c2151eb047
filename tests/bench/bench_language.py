"""How well the gate reads language and names, and how fast.

Run by hand, ``.venv/bin/python tests/bench/bench_language.py``, or by ``make bench``:

* findings in the project's own bulletins, and errors and warnings per article in 2,000 articles of
  the folder ``BULLETIN_CORPUS`` (every error is listed, to be read by eye; ``--all`` lists warnings
  too), and in posts of a health centre;
* how often wrong and right forms of ``wrong_forms.py`` stand in all its articles;
* the slips of real bulletins that lie in ``seeds`` beside that folder;
* 100 slips (tone, letter, wrong title, former title) put into the project's own bulletins, always
  the same ones: how many the name sheet marks, and what it marks without reason;
* processor seconds for texts of a megabyte.

Exit status 1 when a figure is not good enough.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from support.corpus import CONTENT, OPTIONS, paragraphs_of, registries  # noqa: E402

from plugins.authors.lexicon import FAMILY_NAMES  # noqa: E402
from plugins.authors.people import Person, Role, people_of  # noqa: E402
from plugins.bulletins.reading import read_bulletin  # noqa: E402
from plugins.bulletins.records import Bulletin  # noqa: E402
from plugins.bulletins.source import clean  # noqa: E402
from plugins.gate.examination import subject_of  # noqa: E402
from plugins.gate.findings import Finding  # noqa: E402
from plugins.gate.language.mentioned import Mentioned, Mentions  # noqa: E402
from plugins.gate.language.names_rule import findings  # noqa: E402
from plugins.gate.language.rules import LanguageRule  # noqa: E402
from plugins.gate.language.wrong_forms import entries  # noqa: E402
from plugins.gate.names_sheet import Sheets  # noqa: E402
from plugins.gate.pieces import NAMES, Piece  # noqa: E402
from plugins.gate.rules import Facts, Subject  # noqa: E402
from plugins.problems import CATALOGUE  # noqa: E402
from plugins.units.recogniser import Recogniser  # noqa: E402
from plugins.units.resolution import day_of  # noqa: E402
from plugins.vietnamese import Tone, is_syllable, merge_tone_style, put_tone, split_tone  # noqa: E402

ARTICLES, SLIPS = 2000, 100
MOST_SECONDS, LEAST_FOUND, MOST_FALSE = 5.0, 0.95, 0.3
FORMER = Role("Trưởng phòng", end=dt.date(2010, 1, 1))
DAY = dt.date(2018, 6, 30)
# What stands in the texts of others; a sentence of them stands nowhere here.
SEEDS = {
    "000": [("word-doubled", "nhân nhân"), ("form-mixed", "Công đoàn cơ")],
    "001": [
        *(("word-doubled", "được được"), ("word-wrong", "trình bầy"), ("word-wrong", "đối vói")),
        *(("word-wrong", "ứng cung ứng"), ("spacing", " “ Một"), ("form-mixed", "phòng Thanh tra")),
    ],
    "003": [
        *(("word-wrong", "ý kiếm"), ("tone-style-mixed", "uỷ"), ("words-glued", "NamPhó")),
        *(("words-glued", "XuânVĩnh"), ("form-mixed", "Ngành Y tế")),
    ],
}


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def facts() -> Facts:
    """Return the registries of ``content/``."""
    people, units = registries()
    return Facts(people, units, Recogniser(units, FAMILY_NAMES))


def own() -> Iterator[tuple[Bulletin, Subject]]:
    """Yield the project's own bulletins as the gate sees them."""
    for file in sorted((CONTENT / "bulletins").rglob("*.md")):
        path = file.relative_to(CONTENT).as_posix()
        record = read_bulletin(path, file.read_bytes(), OPTIONS).record
        assert record is not None
        yield record, subject_of(path, "bulletin", file.read_bytes(), record)


def articles(folder: Path) -> list[tuple[str, list[str]]]:
    """Read the articles on health of the folder of test data, in an order of chance."""
    with gzip.open(folder / "articles-vietnews.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["health_keyword"]]
    random.Random(8).shuffle(rows)
    return [(row["id"], [row["title"], row["abstract"], *row["body"]]) for row in rows]


def posts(folder: Path) -> list[tuple[str, list[str]]]:
    """Read the posts of a health centre."""
    lines = (folder / "health-centre-posts.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        (
            str(row["id"]),
            [line for block in paragraphs_of(row["html"]) for line in block.split("\n")],
        )
        for row in map(json.loads, lines)
    ]


def read_all(
    what: str,
    texts: Sequence[tuple[str, list[str]]],
    given: Facts,
    *,
    show_all: bool,
    days: Mapping[str, dt.date] | None = None,
) -> float:
    """Print what is found in some texts; return errors per hundred of them."""
    rule, mentions = LanguageRule(), Mentions(given)
    counts: Counter[str] = Counter()
    for key, listed in texts:
        subject = Subject(key, "bulletin", tuple(Piece("paragraph", text) for text in listed))
        found = [(hit.piece.text, hit.finding) for hit in rule(subject, given)]
        day = (days or {}).get(key, DAY)
        for mentioned in mentions.find(listed, day):
            text = listed[mentioned.number]
            found += [(text, finding) for finding in findings(mentioned, given, day)]
        for text, finding in found:
            counts[finding.code] += 1
            if show_all or CATALOGUE[finding.code].severity == "error":
                say(f"  {key} {_shown(text, finding)}")
    failing = sum(n for code, n in counts.items() if CATALOGUE[code].severity == "error")
    warnings = counts.total() - failing
    say(f"{what}: {len(texts)} texts, {failing} errors, {warnings / len(texts):.2f} warnings each")
    say("  " + ", ".join(f"{code} {count}" for code, count in counts.most_common()))
    return failing * 100 / len(texts)


def _shown(text: str, finding: Finding) -> str:
    around = text[max(finding.start - 25, 0) : finding.end + 25]
    return (
        f"{finding.code}: «{finding.values['text']}» → {finding.values.get('cure', '')} | {around}"
    )


def count_forms(texts: Sequence[tuple[str, list[str]]]) -> None:
    """Print how often each wrong form and its right form stand in real text."""
    whole = "\n".join(merge_tone_style(text.lower()) for _, listed in texts for text in listed)
    rows = []
    for form, cure, _ in entries():
        wrong = whole.count(f" {' '.join(form)} ")
        rows.append((wrong, whole.count(f" {cure.lower()} "), " ".join(form), cure))
    met = sorted((row for row in rows if row[0]), reverse=True)
    say(f"forms of the table met in {len(texts)} articles: {len(met)} of {len(rows)}")
    for wrong, right, form, cure in met:
        say(f"  {form} {wrong} / {cure} {right}")


def read_seeds(folder: Path) -> int:
    """Look for the known slips of real bulletins; return how many were missed."""
    rule, missed = LanguageRule(), 0
    for number, expected in SEEDS.items():
        for file in folder.glob(f"{number}_*.txt"):
            lines = [clean(line) for line in file.read_text(encoding="utf-8").splitlines()]
            pieces = tuple(Piece("paragraph", line) for line in lines if line.strip())
            hits = rule(Subject(number, "bulletin", pieces), facts())
            found = {(hit.finding.code, hit.finding.values["text"]) for hit in hits}
            lost = [slip for slip in expected if slip not in found]
            missed += len(lost)
            say(f"seed {number}: {len(expected) - len(lost)} of {len(expected)} slips {lost or ''}")
    return missed


def with_former_office(given: Facts) -> Facts:
    """Give everybody with an office one that ended long ago."""
    persons = [
        replace(person, roles=(*person.roles, FORMER)) if person.roles else person
        for person in given.people
    ]
    return replace(given, people=people_of(persons))


def other_tone(rng: random.Random, name: str) -> str:
    """Change the tone of one syllable of a name."""
    while True:
        syllables = name.split(" ")
        at = rng.randrange(len(syllables))
        letters = list(syllables[at])
        places = [i for i, letter in enumerate(letters) if letter.lower() in _VOWELS]
        toned = [i for i in places if split_tone(letters[i])[1]] or places
        if not toned:
            continue
        letters[toned[0]] = put_tone(split_tone(letters[toned[0]])[0], rng.choice(list(Tone)))
        syllables[at] = "".join(letters)
        changed = " ".join(syllables)
        if changed != name and is_syllable(syllables[at]):
            return changed


_VOWELS = frozenset("aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")


def other_letter(rng: random.Random, name: str) -> str:
    """Add, leave out or replace one letter of a syllable, a long one where there is any."""
    syllables = name.split(" ")
    small = [at for at, word in enumerate(syllables) if word.isalpha() and not word.isupper()]
    longest = max(len(syllables[at]) for at in small)
    usable = [at for at in small if len(syllables[at]) >= min(longest, 3)]
    while True:
        at = rng.choice(usable)
        word = syllables[at]
        place = rng.randrange(1, len(word))
        put = rng.choice(("", rng.choice("nmghtcaeoi"), word[place] + rng.choice("nhg")))
        written = word[:place] + put + word[place + 1 :]
        if written != word:
            return " ".join([*syllables[:at], written, *syllables[at + 1 :]])


def measure_sheet() -> bool:
    """Put slips into the own bulletins and print how many the sheet marks."""
    given = with_former_office(facts())
    maker, mentions = Sheets(given), Mentions(given)
    bulletins = list(own())
    false = 0
    spots: list[tuple[int, int, Mentioned]] = []
    for number, (record, subject) in enumerate(bulletins):
        sheet = maker.make(record.title, day_of(record), [subject])
        false += sheet.warnings
        for row in sheet.rows:
            if row.mark == "⚠":
                say(f"  false alarm: {record.path} {row.printed} {row.title} {row.note}")
        named = [(i, p) for i, p in enumerate(subject.pieces) if p.kind in NAMES]
        for one in mentions.find([piece.text for _, piece in named], day_of(record)):
            # «cán bộ y tế» is no Bộ Y tế: a name begins with a capital.
            if one.kind != "award" and len(one.printed.split()) > 2 and one.printed[0].isupper():
                spots.append((number, named[one.number][0], one))
    rng = random.Random(8)
    titled = [spot for spot in spots if spot[2].titles and _has_office(given, spot[2])]
    found: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    kinds = ("tone", "letter", "wrong title", "former title")
    for count in range(SLIPS):
        kind = kinds[count % len(kinds)]
        number, at, one = rng.choice(titled if "title" in kind else spots)
        record, subject = bulletins[number]
        text, start, end = subject.pieces[at].text, one.start, one.end
        if kind == "tone":
            new = other_tone(rng, one.printed)
        elif kind == "letter":
            new = other_letter(rng, one.printed)
        else:
            start, end = one.titles[0].start, one.titles[-1].end
            new = FORMER.role if "former" in kind else _other_office(one)
        changed = replace(subject.pieces[at], text=text[:start] + new + text[end:])
        pieces = (*subject.pieces[:at], changed, *subject.pieces[at + 1 :])
        sheet = maker.make(record.title, day_of(record), [replace(subject, pieces=pieces)])
        marked = [row for row in sheet.rows if row.mark == "⚠"]
        tried[kind] += 1
        if any(new in (row.printed, row.title) or row.printed == one.printed for row in marked):
            found[kind] += 1
        else:
            around = f"{text[max(start - 20, 0) : start]}{new}{text[end : end + 20]}"
            say(f"  missed ({kind}): «{around}»")
    rate = found.total() / tried.total()
    false_rate = false / len(bulletins)
    say(
        f"name sheet: {found.total()} of {tried.total()} slips marked "
        f"({', '.join(f'{kind} {found[kind]}/{tried[kind]}' for kind in kinds)}); "
        f"{false_rate:.2f} false alarms a bulletin ({len(bulletins)} bulletins)"
    )
    return rate >= LEAST_FOUND and false_rate <= MOST_FALSE


def _has_office(given: Facts, one: Mentioned) -> bool:
    return one.kind == "person" and _person(given, one).roles != ()


def _person(given: Facts, one: Mentioned) -> Person:
    return given.people.by_id[one.ids[0]]


def _other_office(one: Mentioned) -> str:
    """Make a deputy of a chief, a chief of a deputy, and something else of anybody."""
    printed = one.titles[0].printed
    if printed.lower().startswith("phó "):
        return printed[len("Phó ") :]
    heads = ("giám đốc", "chủ tịch", "bí thư", "cục trưởng", "trưởng", "chỉ huy trưởng")
    return f"Phó {printed}" if printed.lower().startswith(heads) else "Viện trưởng"


def measure_speed() -> bool:
    """Print the seconds for texts of a megabyte; return whether all are quick enough."""
    given = facts()
    rule, mentions = LanguageRule(), Mentions(given)
    good = True
    for what, unit in (
        (
            "prose",
            "Sở Y tế tổ chức hội nghị sơ kết công tác y tế sáu tháng đầu năm 2023, bàn kế hoạch. ",
        ),
        ("one word", "nhân "),
        ("capitals", "Nguyễn Văn "),
        ("signs", " , “ ( - "),
        ("dates", "ngày 31/11/2023, 12 và 13/4, "),
        ("per cent", "chiếm 55,5% và còn lại "),
        ("counts", "có 3 huyện: Bắc Sơn, Chi Lăng và "),
        ("heads", "Trung tâm Y tế huyện "),
        ("letters", "ườ"),
        ("figures", "1.234.567,8 "),
        ("addresses", "a.b-c.d@"),
    ):
        size = len(unit.encode())
        line = unit * (20_000 // len(unit))
        texts = [line] * max(1, 1_000_000 // (size * (20_000 // len(unit))))
        start = time.process_time()
        subject = Subject("x", "bulletin", tuple(Piece("paragraph", text) for text in texts))
        for _ in rule(subject, given):
            pass
        mentions.find(texts, DAY)
        seconds = time.process_time() - start
        good = good and seconds < MOST_SECONDS
        say(f"1 MB of {what}: {seconds:.2f} s")
    return good


def main(arguments: Sequence[str]) -> int:
    """Print the figures; return 1 when one of them is not good enough."""
    show_all = "--all" in arguments
    given = facts()
    texts = [
        (record.path, [piece.text for piece in subject.pieces if piece.kind in NAMES])
        for record, subject in own()
    ]
    days = {record.path: day_of(record) for record, _ in own()}
    good = read_all("own bulletins", texts, given, show_all=True, days=days) == 0
    corpus = os.environ.get("BULLETIN_CORPUS")
    if corpus:
        folder = Path(corpus)
        listed = articles(folder)
        read_all("articles", listed[:ARTICLES], given, show_all=show_all)
        read_all("posts", posts(folder), given, show_all=True)
        count_forms(listed)
        seeds = next((f for f in (folder / "seeds", folder.parent / "seeds") if f.is_dir()), None)
        good = (read_seeds(seeds) == 0 if seeds else True) and good
    else:
        say("articles, posts and seeds: not read, BULLETIN_CORPUS is not set")
    good = measure_sheet() and good
    good = measure_speed() and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
