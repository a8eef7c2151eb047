"""Search over 20,000 bulletins in a real browser: what is found first, bytes, time.

    BULLETIN_CORPUS=folder .venv/bin/python tests/bench/bench_search.py [--folder DIR] [--only PART]

The site is that of ``search_site.py``, served on this machine and fetched by Chromium through the
search page itself. Bytes are those of all answers, compressed, until the first five results stand
there (the page, its scripts and styles included at the first search), and with the excerpts that
follow. Times are measured without any brake, and in a throttled browser (400 kbit/s, 400 ms, a
processor four times slower). Exit status 1 when a figure misses its goal.
"""

from __future__ import annotations

import argparse
import gzip
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests"), str(PROJECT / "tools")]

from playwright.sync_api import Browser, Page  # noqa: E402
from search_changes import costs  # noqa: E402
from search_queries import Question, careless_names, rare_words, titles  # noqa: E402
from search_site import (  # noqa: E402
    Items,
    Served,
    build_frame,
    index_files,
    serve,
    with_corpus,
    write_index,
)

from chromium import started_browser  # noqa: E402

BULLETINS = 20_000
FIRST = 5
FIRST_SEARCH, LATER_SEARCH = 300_000, 150_000
SPEED = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4
PATIENCE = 60_000

# Answers with the addresses of the first results, cards before all others.
ASK = """
async (text) => {
  const field = document.querySelector("#tim");
  const root = document.querySelector("[data-search]");
  field.value = text;
  field.form.requestSubmit();
  while (root.getAttribute("aria-busy")) {
    await new Promise((go) => setTimeout(go, 4));
  }
  const links = root.querySelectorAll(".search-card h3 a, .search-result h3 a");
  return [...links].slice(0, 5).map((link) => new URL(link.href).pathname);
}
"""


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def found(page: Page, questions: Sequence[Question], first: int, wrong: list[str]) -> float:
    """Return the part of questions whose answer stands among the first."""
    right = 0
    for question in questions:
        answers = page.evaluate(ASK, question.text)
        if question.right & set(answers[:first]):
            right += 1
        else:
            wrong.append(f"{question.text!r}: {answers[:3]}, not {sorted(question.right)[:2]}")
    return right / len(questions)


def ready(browser: Browser, url: str) -> Page:
    """Open the search page in a browser that has nothing of this site."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{url}/tim-kiem/")
    return page


def first_search(browser: Browser, served: Served, question: Question) -> tuple[int, int, float]:
    """Search from an address somebody sent: bytes till the results, with excerpts, milliseconds."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    served.take()
    started = time.monotonic()
    page.goto(f"{served.url}/tim-kiem/?q={question.text}", wait_until="commit")
    page.wait_for_selector(".search-card, .search-result")
    seconds = time.monotonic() - started
    page.wait_for_function("!document.querySelector('[data-search]').getAttribute('aria-busy')")
    page.wait_for_load_state("networkidle")
    sent = served.take()
    context.close()
    return *_bytes(sent), seconds


def later_search(page: Page, served: Served, question: Question) -> tuple[int, int, float]:
    """Search once more in the same tab."""
    served.take()
    started = time.monotonic()
    page.evaluate(ASK, question.text)
    seconds = time.monotonic() - started
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(150)
    return *_bytes(served.take()), seconds


def _bytes(sent: Sequence[tuple[str, int]]) -> tuple[int, int]:
    """Return the bytes of what the results need, and of all: pages are fetched for excerpts."""
    pages = sum(size for path, size in sent if path.endswith("/") and path != "/tim-kiem/")
    whole = sum(size for _, size in sent)
    return whole - pages, whole


def throttled(browser: Browser, served: Served, question: Question) -> float:
    """Return the seconds till the first result on a slow line and an old phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SPEED)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    started = time.monotonic()
    page.goto(f"{served.url}/tim-kiem/?q={question.text}", wait_until="commit")
    page.wait_for_selector(".search-card, .search-result")
    seconds = time.monotonic() - started
    context.close()
    return seconds


def lexicon() -> frozenset[str]:
    """Read the words of two syllables of the corpus."""
    folder = Path(os.environ["BULLETIN_CORPUS"])
    with gzip.open(folder / "words-vi.txt.gz", "rt", encoding="utf-8") as lines:
        return frozenset(line.strip().lower() for line in lines if line.count(" ") == 1)


def site(folder: Path) -> Items:
    """Make the site in a folder, or take the one that an earlier run left there."""
    kept = folder / "items.pickle"
    if kept.is_file():
        return pickle.loads(kept.read_bytes())
    own = build_frame(folder / "site")
    items = with_corpus(own, BULLETINS)
    started, cpu = time.monotonic(), time.process_time()
    files = index_files(items)
    planned, planned_cpu = time.monotonic() - started, time.process_time() - cpu
    made = write_index(files, folder / "site")
    size = sum((folder / "site" / file.path).stat().st_size for file in files)
    say(
        f"index of {len(items.docs)} items: {len(files)} files, {size / 1e6:.1f} MB; terms and "
        f"tables {planned:.1f} s on {os.cpu_count()} cores (load {os.getloadavg()[0]:.1f}; of them "
        f"{planned_cpu:.1f} s in the planning process), bytes of the files {made:.1f} core seconds"
    )
    kept.write_bytes(pickle.dumps(items))
    return items


def main() -> int:
    """Print the figures; return 1 when one misses its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="keep the site here, and use it if it is there")
    parser.add_argument("--only", choices=("titles", "words", "names", "bytes", "changes"))
    parser.add_argument("--wrong", action="store_true", help="print what was not found")
    options = parser.parse_args()
    if not os.environ.get("BULLETIN_CORPUS"):
        say("not measured: BULLETIN_CORPUS is not set")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        return measure(site(folder), folder / "site", options)


def measure(items: Items, folder: Path, options: argparse.Namespace) -> int:
    """Measure a site."""
    missed: list[str] = []

    def judge(name: str, value: float, goal: float) -> None:
        say(f"{name}: {value:.1%} (at least {goal:.0%})")
        if value < goal:
            missed.append(name)

    def wanted(part: str) -> bool:
        return options.only in (None, part)

    with serve(folder, items.docs) as served, started_browser() as browser:
        page = ready(browser, served.url)
        wrong: list[str] = []
        if wanted("titles"):
            bare = titles(items.docs, accents=False)
            judge("titles without accents, in the first five", found(page, bare, 5, wrong), 0.95)
            exact = titles(items.docs, accents=True)
            judge("titles with accents, in the first five", found(page, exact, 5, wrong), 0.97)
        if wanted("words"):
            rare = list(rare_words(items.docs, lexicon()))
            half = len(rare) // 2
            judge("two rare syllables", found(page, rare[:half], 5, wrong), 0.90)
            judge("two rare words of two syllables", found(page, rare[half:], 5, wrong), 0.90)
        if wanted("names"):
            names = careless_names(items.units, items.people)
            judge("names typed carelessly, page first", found(page, names, 1, wrong), 0.95)
        if options.wrong:
            say("\n".join(wrong))
        if wanted("bytes"):
            missed += _traffic(browser, served, items)
    if wanted("changes"):
        say(
            "files of the index that a change makes anew, uncompressed, the list of all among them:"
        )
        for line in costs(items):
            say(line)
    return 1 if missed else 0


def _traffic(browser: Browser, served: Served, items: Items) -> list[str]:
    questions = [*titles(items.docs, accents=False)[:12], *titles(items.docs, accents=True)[:12]]
    rare = list(rare_words(items.docs, lexicon()))
    questions += [*rare[:6], *rare[-6:], *careless_names(items.units, items.people)[:6]]
    missed = []
    first = [first_search(browser, served, question) for question in questions]
    page = ready(browser, served.url)
    page.evaluate(ASK, questions[-1].text)
    later = [later_search(page, served, question) for question in questions[:-1]]
    for name, rows, goal in (
        ("first search", first, FIRST_SEARCH),
        ("later searches", later, LATER_SEARCH),
    ):
        bare, whole, seconds = (list(column) for column in zip(*rows, strict=True))
        say(
            f"{name}: {median(bare) / 1000:.0f} KB, at most {max(bare) / 1000:.0f} KB till the "
            f"results (goal {goal // 1000}); with excerpts {median(whole) / 1000:.0f}, at most "
            f"{max(whole) / 1000:.0f} KB; {median(seconds) * 1000:.0f} ms, at most "
            f"{max(seconds) * 1000:.0f} ms"
        )
        if max(bare) > goal:
            missed.append(name)
    slow = [throttled(browser, served, question) for question in questions[:3]]
    say(f"first result on a slow line and an old phone: {median(slow):.1f} s, {max(slow):.1f} s")
    return missed


if __name__ == "__main__":
    sys.exit(main())
