"""Measure the gate's rules of safety: what they catch in each place, and what they let alone.

    BULLETIN_CORPUS=FOLDER .venv/bin/python tests/bench/bench_gate.py

Catches: every phrase and 500 sampled domains of the corpus, in each place in which a text can
stand. False alarms: patients' questions and news articles on health. Time: rules over 1,000
bulletins in one process, and hostile texts of one megabyte, of which Hypothesis seeks the worst.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

import hypothesis  # noqa: E402 - the path comes first
from hypothesis import strategies as st  # noqa: E402 - the path comes first
from support.content import bulletin  # noqa: E402 - the path comes first
from support.gating import examine_text, facts, subject  # noqa: E402 - the path comes first
from support.gating_files import pdf_with, photo_with, word_with  # noqa: E402 - the path comes first

from plugins.gate.attachments.rules import media_subject  # noqa: E402 - the path comes first
from plugins.gate.examination import find_all, subject_of  # noqa: E402 - the path comes first
from plugins.gate.rules import Subject  # noqa: E402 - the path comes first
from plugins.gate.spam import rule as spam  # noqa: E402 - the path comes first
from plugins.gate.table import all_rules  # noqa: E402 - the path comes first
from plugins.gate.weblinks import CODES as LINK_CODES  # noqa: E402 - the path comes first
from plugins.gate.weighing import Found  # noqa: E402 - the path comes first

ARTICLES = 4_000
DOMAINS = 500
SAFETY = frozenset(spam.CODES) | frozenset(LINK_CODES)
MEGABYTE = 1_000_000


def say(text: str) -> None:
    """Write one line."""
    sys.stdout.write(f"{text}\n")


def places(words: str) -> Iterator[tuple[str, Subject]]:
    """Yield bulletins and files with these words, each in another place."""
    quoted = json.dumps(words, ensure_ascii=False)
    plain = words.replace("[", "(").replace("]", ")")
    body = {
        "text": f"Hội nghị diễn ra sáng nay. {words} Đại biểu trao đổi.",
        "alt": f"![{plain}](a.jpg)",
        "caption": f'![Đại biểu dự hội nghị](a.jpg "{words}")',
        "link text": f"Xem [{plain}](https://who.int/vi) để biết thêm.",
        "comment": f"Mở đầu.\n\n<!-- {words} -->",
        "table": f"| Cột |\n| --- |\n| {words.replace('|', '/')} |",
    }
    for place, text in body.items():
        yield place, subject(bulletin("Hội nghị", body=text))
    yield "title", subject(bulletin(quoted))
    yield "front matter", subject(bulletin("Hội nghị", event=f"{{name: Lễ, place: {quoted}}}"))
    yield "header comment", subject(bulletin("Hội nghị", kicker=f"Tin # {words}"))
    slug = "-".join(words.split())[:60]
    yield "file name", media_subject(f"bulletins/2025/{slug}.jpg", b"")
    yield "own file name", subject_of(f"bulletins/2025/{slug}.md", "bulletin", b"")
    yield "registry", subject_of("units.yml", "registry", f"- id: a\n  name: {quoted}\n".encode())
    yield "PDF text", media_subject("bulletins/2025/a.pdf", pdf_with(text=words))
    yield "PDF metadata", media_subject("bulletins/2025/a.pdf", pdf_with(title=words))
    yield "EXIF", media_subject("bulletins/2025/a.jpg", photo_with(description=words))
    yield "XMP", media_subject("bulletins/2025/a.jpg", photo_with(xmp=words))
    yield "Word", media_subject("bulletins/2025/a.docx", word_with(text=words))


def addresses(domain: str) -> Iterator[tuple[str, Subject]]:
    """Yield bulletins and files that link to a domain, each in another way."""
    address = f"https://{domain}/x"
    yield "URL", subject(bulletin("Hội nghị", body=f"Xem [trang này]({address})."))
    yield "source_url", subject(bulletin("Hội nghị", source_url=address))
    yield "PDF link", media_subject("bulletins/2025/a.pdf", pdf_with(link=address))
    yield "Word link", media_subject("bulletins/2025/a.docx", word_with(link=address))


def errors_of_safety(given: Subject) -> list[Found]:
    """Return what the rules of safety find that is an error."""
    warnings = {"spam-doubtful", "spam-reported", "domain-in-text"}
    found = find_all(given, facts(), RULES)
    return [one for one in found if one.code in SAFETY and one.code not in warnings]


RULES = all_rules()


def catches(corpus: Path) -> int:
    """Print what is caught in each place; return how much is missed."""
    phrases = (corpus / "gambling-spam-phrases.txt").read_text(encoding="utf-8").split("\n")
    domains = (corpus / "gambling-domains-vn.txt").read_text(encoding="utf-8").split()
    sample = random.Random(8).sample(domains, DOMAINS)
    missed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    examples: list[str] = []
    for kind, words in [("phrase", w.strip()) for w in phrases if w.strip()] + [
        ("domain", domain) for domain in sample
    ]:
        cases = [*places(words), *(addresses(words) if kind == "domain" else ())]
        for place, given in cases:
            total[f"{kind} in {place}"] += 1
            if not errors_of_safety(given):
                missed[f"{kind} in {place}"] += 1
                examples.append(f"{place}: {words[:60]}")
    for key in sorted(total):
        say(f"  {key}: {total[key] - missed[key]} of {total[key]}")
    for example in examples[:40]:
        say(f"  missed: {example}")
    return sum(missed.values())


def articles(corpus: Path) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) of what is innocent."""
    with gzip.open(corpus / "health-questions-vimq.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield "question", json.loads(line)["question_seg"].replace("_", " ")
    count = 0
    with gzip.open(corpus / "articles-vietnews.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article.get("health_keyword") and count < ARTICLES:
                count += 1
                parts = [article["title"], article["abstract"], *article["body"]]
                yield "article", "\n\n".join(part for part in parts if part)
    for line in (corpus / "health-articles-html.jsonl").read_text(encoding="utf-8").splitlines():
        yield "feature", "\n\n".join(str(value) for value in json.loads(line).values())


def false_alarms(corpus: Path) -> None:
    """Print what the rules of safety find in innocent texts."""
    found: Counter[tuple[str, str]] = Counter()
    texts: Counter[str] = Counter()
    shown: list[str] = []
    for kind, text in articles(corpus):
        texts[kind] += 1
        pieces = subject_of("a.md", "bulletin", f"---\ntitle: a\n---\n\n{text}\n".encode())
        for one in find_all(pieces, facts(), RULES):
            if one.code in SAFETY or one.code.startswith(("private-", "hidden", "look", "dir")):
                found[kind, one.code] += 1
                shown.append(f"{kind} {one.code}: {one.values.get('text', '')[:70]}")
    say(f"  read: {dict(texts)}")
    for (kind, code), count in sorted(found.items()):
        say(f"  {kind} {code}: {count}")
    for line in shown[:150]:
        say(f"    {line}")


def speed() -> None:
    """Print what rules cost: ordinary bulletins, and hostile texts."""
    files = sorted((PROJECT / "content/bulletins").rglob("*.md"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    subjects = [subject(text) for text in texts]
    started = time.process_time()
    for given in subjects:
        find_all(given, facts(), RULES)
    each = (time.process_time() - started) / len(subjects)
    started = time.process_time()
    for text in texts:
        subject(text)
    reading = (time.process_time() - started) / len(subjects)
    say(f"  a bulletin: {each * 1000:.1f} ms for rules, {reading * 1000:.1f} ms to read")
    for words in (
        "nhà cái ",
        "a.b.",
        "0912345678 ",
        "Bệnh nhân Nguyễn Văn ",
        "а",
        "n o h u ",
        "88 bet",
    ):
        line = words * (400 // len(words.encode())) + "\n"
        text = bulletin("a", body=line * ((MEGABYTE - 1_000) // len(line.encode())))
        started = time.process_time()
        examine_text(text)
        say(f"  1 MB of «{words}»: {time.process_time() - started:.2f} s")


FRAGMENTS = (
    *("nhà cái ", "n.o.h.u ", "n o h u", "88", "bet ", "a.b", "@", "://", "0912345678", "1.234,5 "),
    *(
        "Bệnh nhân ",
        "Nguyễn Văn ",
        "ngày 31/4 ",
        "thứ Hai, ",
        "chiếm 55% ",
        "có 3 huyện: ",
        "и",
        "α",
    ),
    *(
        "\u200b",
        "\u202e",
        "“",
        "(",
        " - ",
        ", ",
        "...",
        "*",
        "_",
        "`",
        "[a](",
        "![",
        "|",
        "\n",
        "\n\n",
    ),
    *("Trung tâm Y tế huyện ", "Giám đốc ", "sinh ngày ", "STK ", "CCCD ", "𝗻", "<br>", "&#7893;"),
)


def fuzz(examples: int = 60) -> None:
    """Print the longest time for texts of a megabyte that Hypothesis makes as slow as it can."""
    slowest = (0.0, "")

    @hypothesis.settings(max_examples=examples, deadline=None, database=None, derandomize=True)
    @hypothesis.given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=6))
    def search(parts: list[str]) -> None:
        nonlocal slowest
        unit = "".join(parts)
        line = unit * max(1, 400 // len(unit.encode())) + "\n"
        text = bulletin("a", body=line * ((MEGABYTE - 1_000) // len(line.encode())))
        started = time.process_time()
        examine_text(text)
        seconds = time.process_time() - started
        hypothesis.target(seconds)
        slowest = max(slowest, (seconds, unit))

    search()
    say(f"  slowest of {examples} fuzzed texts of 1 MB: {slowest[0]:.2f} s for {slowest[1]!r}")


def main() -> int:
    """Print the figures; 1 when anything is missed."""
    speed()
    fuzz()
    place = os.environ.get("BULLETIN_CORPUS", "")
    if not place:
        say("BULLETIN_CORPUS is not set: catches and false alarms are not measured")
        return 0
    say("catches")
    missed = catches(Path(place))
    say("false alarms")
    false_alarms(Path(place))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
