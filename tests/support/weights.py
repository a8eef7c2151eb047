"""What a page weighs: every request that it makes before a reader scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

CODE = frozenset({"Document", "Stylesheet", "Script", "Fetch", "XHR"})


@dataclass(frozen=True, slots=True)
class Request:
    """One request: ``kind`` in the browser's words, ``size`` of the body as it came, in bytes."""

    url: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Weights:
    """All requests of a page, in the order in which they were made."""

    requests: tuple[Request, ...]

    @property
    def total(self) -> int:
        """Return the bytes of all bodies."""
        return sum(request.size for request in self.requests)

    @property
    def code(self) -> int:
        """Return the bytes of HTML, style sheets, scripts, and what scripts fetch."""
        return sum(request.size for request in self.requests if request.kind in CODE)

    def __str__(self) -> str:
        lines = (f"{one.size:>7} {one.kind} {one.url}" for one in self.requests)
        return "\n".join([f"code {self.code}, total {self.total}", *lines])


def weigh(page: Page, address: str) -> Weights:
    """Open a page with an empty cache, wait until nothing more comes, and weigh it."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, tuple[str, str]] = {}
    heads: dict[str, float] = {}
    sizes: dict[str, int] = {}

    def sent(event: dict[str, Any]) -> None:
        asked[event["requestId"]] = (event["request"]["url"], event.get("type", "Other"))

    def answered(event: dict[str, Any]) -> None:
        heads[event["requestId"]] = event["response"]["encodedDataLength"]

    def finished(event: dict[str, Any]) -> None:
        key = event["requestId"]
        sizes[key] = round(event["encodedDataLength"] - heads.get(key, 0))

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    session.detach()
    return Weights(
        tuple(Request(url, kind, sizes[key]) for key, (url, kind) in asked.items() if key in sizes)
    )
