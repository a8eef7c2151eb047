"""Do the pages that bulletins link to still answer? Asked politely, one host at a time."""

from __future__ import annotations

import http.client
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

AGENT: Final = "bantin-links/1.0"
SECONDS: Final = 10.0
PAUSE: Final = 1.0
"""Seconds between two questions to the same host."""
MOST_TURNS: Final = 5
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
# What says «not to you»: the page may well be there for a browser.
_REFUSED: Final = frozenset({401, 403, 405, 406, 429, 503})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a link: ``status`` 0 for no answer; ``final`` is where it led in the end."""

    address: str
    status: int
    final: str
    reason: str = ""

    @property
    def is_dead(self) -> bool:
        """Tell whether the page is not there."""
        return self.status == 0 or (self.status >= 400 and self.status not in _REFUSED)  # noqa: PLR2004

    @property
    def moved_to(self) -> str:
        """Return the host that the link leads to now, "" where it is the one it names."""
        old, new = _host(self.address), _host(self.final)
        return "" if old.removeprefix("www.") == new.removeprefix("www.") else new


def ask_all(
    addresses: Iterable[str], *, pause: float = PAUSE, sleep: Callable[[float], None] = time.sleep
) -> Mapping[str, Answer]:
    """Ask for each address once.

    Args:
        addresses: http and https addresses; the same one is asked once.
        pause: seconds between two questions to one host.
        sleep: waits; tests give one that does not.
    """
    return dict(_ask_in_turn(dict.fromkeys(addresses), pause, sleep))


def _ask_in_turn(
    addresses: Iterable[str], pause: float, sleep: Callable[[float], None]
) -> Iterator[tuple[str, Answer]]:
    """Go around the hosts, so that the pause of one is spent on the others."""
    waiting: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses:
        waiting[_host(address)].append(address)
    asked: dict[str, float] = {}
    while waiting:
        for host in list(waiting):
            address = waiting[host].pop(0)
            if not waiting[host]:
                del waiting[host]
            wait = asked.get(host, -pause) + pause - time.monotonic()
            if host in asked and wait > 0:
                sleep(wait)
            yield address, ask(address)
            asked[host] = time.monotonic()


def ask(address: str) -> Answer:
    """Ask for one address and follow where it leads, a few turns at most. Nothing is raised."""
    current = address
    for _ in range(MOST_TURNS):
        try:
            status, place = _head(current)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(address, 0, current, str(error) or type(error).__name__)
        if status in _MOVED and place:
            current = urljoin(current, place)
            continue
        return Answer(address, status, current, f"mã {status}")
    return Answer(address, 0, current, "chuyển hướng quá nhiều lần")


def _head(address: str) -> tuple[int, str]:
    """Ask for the head of a page; servers that know no HEAD are asked with GET."""
    status, place = _request("HEAD", address)
    return _request("GET", address) if status in {405, 501} else (status, place)


def _request(method: str, address: str) -> tuple[int, str]:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"không phải địa chỉ http: {address}")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=SECONDS)
    try:
        path = parts.path or "/"
        query = f"?{parts.query}" if parts.query else ""
        connection.request(method, path + query, headers={"User-Agent": AGENT, "Accept": "*/*"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    finally:
        connection.close()


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
