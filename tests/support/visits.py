"""Visits of pages by a real browser that notes all that goes wrong on the way."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response
from support.checker import tools

# Everything that WCAG 2.2 AA asks for and a program can check, and what axe's makers advise.
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": AXE_TAGS},
    # Switched off by default, because it is new in WCAG 2.2.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
PHONE = {"width": 360, "height": 640}
# Loaded at the first size of each row, and then only made narrower or wider.
VIEWS = (((360, 640), (320, 568)), ((1440, 900),))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# Runs before any script of the page. Shifts that follow an input of the reader do not count.
WATCH = """
window.__watched = {refused: [], shifts: []};
document.addEventListener("securitypolicyviolation", (event) => {
  window.__watched.refused.push(`${event.violatedDirective}: ${event.blockedURI}`);
});
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      const moved = entry.sources.map((source) => source.node?.outerHTML?.slice(0, 80) ?? "?");
      window.__watched.shifts.push(`${entry.value.toFixed(4)}: ${moved.join(" | ")}`);
    }
  }
}).observe({type: "layout-shift", buffered: true});
"""
# One window further down; false at the end of the page. Twice a frame, so that what the page does
# when something comes near has begun.
SCROLL_ON = """async () => {
  const before = scrollY;
  scrollBy(0, innerHeight);
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  return scrollY > before;
}"""
ALL_PICTURES = """async () => {
  await Promise.all([...document.images].map((image) => image.complete || new Promise((done) => {
    image.addEventListener("load", done);
    image.addEventListener("error", done);
  })));
  scrollTo(0, 0);
}"""
# Milliseconds between two looks at whether something is still on its way.
PAUSE = 10
# What sticks out to the right, named so that a reader of the failure finds it.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > width + 0.5)
    .map((element) => element.outerHTML.slice(0, 120))
    .slice(-3);
}"""


@lru_cache(maxsize=1)
def _axe_source() -> str:
    return Path(tools()["axe"]).read_text(encoding="utf-8")


@dataclass
class Visit:
    """A page, opened; what went wrong is in ``complaints`` and whatever it asked for elsewhere."""

    page: Page
    origin: str
    status: int = 0
    complaints: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    awaited: int = 0

    @property
    def refused(self) -> list[str]:
        """Return what the content security policy has refused."""
        return list(self.page.evaluate("window.__watched.refused"))

    @property
    def shifts(self) -> list[str]:
        """Return what moved without the reader's doing."""
        return list(self.page.evaluate("window.__watched.shifts"))

    @property
    def sticking_out(self) -> list[str]:
        """Return what makes the page wider than the window."""
        return list(self.page.evaluate(STICKING_OUT))

    def open(self, url: str) -> None:
        """Open a page of the site, look at all of it, and wait until nothing more comes."""
        answer = self.page.goto(self.origin + url, wait_until="networkidle")
        assert answer is not None
        self.status = answer.status
        self.read_on()

    def read_on(self) -> None:
        """Scroll to the end, no quicker than things arrive, and back to the top."""
        while self.page.evaluate(SCROLL_ON):
            while self.awaited > 0:
                self.page.wait_for_timeout(PAUSE)
        self.page.evaluate(ALL_PICTURES)

    def violations(self) -> list[str]:
        """Return what axe finds in the page as it is now: rule, place and what is wrong."""
        return axe_violations(self.page)

    def note_console(self, message: ConsoleMessage) -> None:
        # That the page itself is an answer of 404 is no news: its status is looked at.
        if urlsplit(message.location.get("url", "")).path != urlsplit(self.page.url).path:
            self.complaints.append(f"console: {message.text}")

    def note_end(self, _: Request) -> None:
        self.awaited -= 1

    def note_failure(self, request: Request) -> None:
        # A browser gives up a photo when the window has changed, or another page is opened.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def note_request(self, request: Request) -> None:
        self.awaited += 1
        address = urlsplit(request.url)
        if f"{address.scheme}://{address.netloc}" != self.origin:
            self.foreign.append(request.url)

    def note_response(self, response: Response) -> None:
        document = response.request.is_navigation_request()
        if response.status >= 400 and not document:
            self.complaints.append(f"{response.status} {response.url}")


def axe_violations(page: Page) -> list[str]:
    """Run axe in a page and return what it finds, a line for each place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe_source())
    found = page.evaluate(f"axe.run(document, {json.dumps(AXE_OPTIONS)})")
    return [
        f"{rule['id']}: {node['target']} {_advice(node)}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def _advice(node: Mapping[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)


@contextmanager
def visitor(browser: Browser, origin: str, **context: Any) -> Iterator[Visit]:
    """Open a tab for one site; further options are those of Playwright's ``new_context``."""
    settings = {"locale": "vi-VN", "viewport": PHONE, "reduced_motion": "reduce", **context}
    opened: BrowserContext = browser.new_context(**settings)
    opened.set_default_timeout(60_000)
    opened.add_init_script(WATCH)
    page = opened.new_page()
    visit = Visit(page, origin)
    page.on("console", visit.note_console)
    page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
    page.on("requestfailed", visit.note_failure)
    page.on("request", visit.note_request)
    page.on("requestfinished", visit.note_end)
    page.on("requestfailed", visit.note_end)
    page.on("response", visit.note_response)
    try:
        yield visit
    finally:
        opened.close()


def inspect(browser: Browser, origin: str, url: str, status: int = 200) -> list[str]:
    """Look at a page in every width and both schemes; return all that is wrong, a line for each."""
    found = []
    with visitor(browser, origin) as visit:
        for sizes in VIEWS:
            for width, height in sizes:
                visit.page.set_viewport_size({"width": width, "height": height})
                if (width, height) == sizes[0]:
                    visit.open(url)
                    found += [f"{width}: moved by itself: {shift}" for shift in visit.shifts]
                found += [f"{width}: sticks out: {element}" for element in visit.sticking_out]
                for scheme in SCHEMES:
                    visit.page.emulate_media(color_scheme=scheme)
                    found += [f"{width} {scheme}: {line}" for line in visit.violations()]
            found += [f"refused by the policy: {line}" for line in visit.refused]
        if visit.status != status:
            found.append(f"status {visit.status}")
        found += visit.complaints
        found += [f"leaves the site: {address}" for address in visit.foreign]
    return found
