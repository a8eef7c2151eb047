"""Pagefind over the same texts, to compare: run by hand, once, for docs/decisions/006-search.md.

    BULLETIN_CORPUS=folder PYTHON tests/bench/search_pagefind.py [--bulletins 2000]

PYTHON is that of an environment which has this project's packages and ``pagefind[bin]`` besides
(the project itself does not need it). Each page carries a copy of title and text without accents in
``data-pagefind-index-attrs``, which is what makes «đ» found by «d».
"""

from __future__ import annotations

import argparse
import html
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests"), str(PROJECT / "tools")]

from bench_search import lexicon, say  # noqa: E402
from playwright.sync_api import Page  # noqa: E402
from related_corpus import articles, corpus_folder, many  # noqa: E402
from search_queries import Question, rare_words, titles  # noqa: E402
from search_site import serve  # noqa: E402

from chromium import started_browser  # noqa: E402
from plugins.search.documents import SearchDoc  # noqa: E402
from plugins.vietnamese import fold  # noqa: E402

ASK = """
async (text) => {
  const answer = await window.pagefind.search(text);
  const first = await Promise.all(answer.results.slice(0, 5).map((result) => result.data()));
  return first.map((one) => one.url.replace("index.html", ""));
}
"""
START = """
async () => {
  window.pagefind = await import("/pagefind/pagefind.js");
  await window.pagefind.init();
}
"""


def write(folder: Path, doc: SearchDoc) -> None:
    """Write the page of a bulletin as Pagefind reads it."""
    text = html.escape(f"{doc.summary}\n{doc.body}")
    bare = html.escape(fold(f"{doc.title} {doc.summary} {doc.body}"), quote=True)
    target = folder / doc.url.strip("/") / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        f'<!doctype html><html lang="vi"><head><title>{html.escape(doc.title)}</title></head>'
        f"<body><main data-pagefind-body><h1>{html.escape(doc.title)}</h1>"
        f'<div class="prose" data-bare="{bare}" data-pagefind-index-attrs="data-bare">{text}</div>'
        "</main></body></html>",
        encoding="utf-8",
    )


def index(folder: Path) -> float:
    """Run Pagefind over a folder; return the seconds."""
    started = time.monotonic()
    command = [sys.executable, "-m", "pagefind", "--site", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - started


def part_found(page: Page, questions: list[Question]) -> float:
    """Return the part of questions whose answer stands among the first five."""
    right = sum(bool(q.right & set(page.evaluate(ASK, q.text))) for q in questions)
    return right / len(questions)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bulletins", type=int, default=2_000)
    count = parser.parse_args().bulletins
    docs = [
        SearchDoc(
            url=f"/ban-tin/{text.path}/",
            title=text.title,
            kind="tin-hoat-dong",
            summary=text.summary,
            body=text.text,
        )
        for text in many(articles(corpus_folder()), count)
    ]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for doc in docs:
            write(folder, doc)
        (folder / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
        seconds = index(folder)
        files = [file for file in (folder / "pagefind").rglob("*") if file.is_file()]
        before = {file.name: file.stat().st_size for file in files}
        size = sum(before.values()) / 1e6
        say(f"{count} pages: {seconds:.1f} s, {len(files)} files, {size:.1f} MB")
        _search(folder, docs)
        shutil.rmtree(folder / "pagefind")
        write(folder, replace(docs[0], url="/ban-tin/moi/", title="Bản tin mới"))
        seconds = index(folder)
        after = {f.name: f.stat().st_size for f in (folder / "pagefind").rglob("*") if f.is_file()}
        fresh = [size for name, size in after.items() if before.get(name) != size]
        say(
            f"one more page: {seconds:.1f} s, {len(fresh)} files of new names, "
            f"{sum(fresh) / 1e3:.0f} KB"
        )
    return 0


def _search(folder: Path, docs: list[SearchDoc]) -> None:
    rare = list(rare_words(docs, lexicon()))
    sets = {
        "titles without accents": titles(docs, accents=False)[:100],
        "titles with accents": titles(docs, accents=True)[:100],
        "two rare syllables": rare[:75],
        "two rare words of two syllables": rare[-75:],
    }
    with serve(folder, docs) as served, started_browser() as browser:
        page = browser.new_page()
        page.goto(served.url)
        page.evaluate(START)
        for name, questions in sets.items():
            say(f"{name}, in the first five: {part_found(page, questions):.1%}")
        costs = []
        for question in [questions[0] for questions in sets.values()] * 3:
            context = browser.new_context()
            page = context.new_page()
            served.take()
            page.goto(served.url)
            page.evaluate(START)
            page.evaluate(ASK, question.text)
            costs.append(sum(size for _, size in served.take()))
            context.close()
        say(f"first search: {median(costs) / 1e3:.0f} KB, at most {max(costs) / 1e3:.0f} KB")


if __name__ == "__main__":
    sys.exit(main())
