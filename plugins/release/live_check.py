"""Does the live site show what was published, to everybody the same?

Who breaks into a site of the state often shows gambling pages to search engines only, or to those
who come from one. So each address is asked for as a reader, as a reader who comes from a search
engine, and as the search engine itself; every answer has to be the bytes of the manifest.
"""

from __future__ import annotations

import hashlib
import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from plugins.engine.manifest import Entry
from plugins.problems import Problem, problem

SECONDS: Final = 15.0
MOVED: Final = "chuyen-huong.json"
_BROWSER: Final = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36"
)
_GOOGLE: Final = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
_TRIES: Final = 5
_TOO_MANY: Final = 429
_GONE: Final = 410
_NOT_FOUND: Final = 404
_OK: Final = 200
_NOT_THERE: Final = "khong-co-trang-nay-bao-gio/"
# What every site has and most readers fetch; the first ones to be changed by an intruder.
_ALWAYS: Final = ("index.html", "robots.txt", "sitemap.xml", "release.json", MOVED)
_NOT_FOUND_PAGE: Final = "404.html"
_COMPRESSED: Final = (".br", ".gz")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks; ``name`` is how staff are told."""

    name: str
    agent: str
    referrer: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers of a request. Nothing is asked for in a compressed form."""
        given = {"User-Agent": self.agent, "Accept": "*/*", "Accept-Encoding": "identity"}
        return {**given, "Referer": self.referrer} if self.referrer else given


VISITORS: Final = (
    Visitor("bạn đọc", _BROWSER),
    Visitor("bạn đọc đến từ Google", _BROWSER, "https://www.google.com/"),
    Visitor("máy tìm kiếm Google", _GOOGLE),
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What an address has to answer; ``sha256`` is "" where any words will do."""

    url: str
    status: int
    sha256: str = ""


@dataclass(slots=True)
class LiveSite:
    """A connection to a site, kept open from one request to the next.

    Args:
        address: of the site, without a slash at its end.
        context: whom to trust.
        connect: host and port to ask instead of those of the address: a server that its name does
            not lead to yet.
        sleep: waits when the server asks for it.

    Raises:
        OSError, http.client.HTTPException: from :meth:`get`, when nobody answers.
    """

    address: str
    context: ssl.SSLContext
    connect: tuple[str, int] | None = None
    sleep: Callable[[float], None] = time.sleep
    _connection: http.client.HTTPConnection | None = field(default=None, init=False)

    def get(self, url: str, visitor: Visitor) -> tuple[int, bytes]:
        """Return status and body of the answer to one visitor. Redirects are not followed."""
        for attempt in range(_TRIES):
            try:
                status, body = self._get(url, visitor)
            except (OSError, http.client.HTTPException):
                # A server may close an idle connection at any time.
                self.close()
                if attempt == _TRIES - 1:
                    raise
                continue
            if status != _TOO_MANY:
                break
            self.sleep(1.0 + attempt)
        return status, body

    def close(self) -> None:
        """End the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _get(self, url: str, visitor: Visitor) -> tuple[int, bytes]:
        if self._connection is None:
            self._connection = self._open()
        self._connection.request("GET", quote(url), headers=visitor.headers())
        answer = self._connection.getresponse()
        return answer.status, answer.read()

    def _open(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.address)
        host, secure = parts.hostname or "", parts.scheme == "https"
        made: http.client.HTTPConnection
        if secure:
            made = http.client.HTTPSConnection(
                host, parts.port, timeout=SECONDS, context=self.context
            )
        else:
            made = http.client.HTTPConnection(host, parts.port, timeout=SECONDS)
        if self.connect is not None:
            plain = socket.create_connection(self.connect, timeout=SECONDS)
            made.sock = self.context.wrap_socket(plain, server_hostname=host) if secure else plain
        return made


def expected_answers(
    entries: Sequence[Entry],
    *,
    taken_down: Iterable[str] = (),
    moved: Iterable[str] = (),
    sample: int = 0,
    seed: str = "",
) -> list[Expected]:
    """Choose what to ask for, and what has to come.

    Args:
        entries: the manifest of the live release.
        taken_down: addresses that have to be gone.
        moved: old addresses, which the server sends on before it looks for a file.
        sample: how many files besides those that every site has; 0 for all.
        seed: another one gives other files: a site that is looked at daily is seen whole in time.

    Returns:
        The addresses with their answers; compressed copies are not asked for.
    """
    by_path = {entry.path: entry for entry in entries}
    left_out = {unquote(url).strip("/") for url in moved}
    files = [
        entry
        for entry in entries
        if not entry.path.endswith(_COMPRESSED)
        and entry.path != _NOT_FOUND_PAGE
        and _url(entry.path).strip("/") not in left_out
    ]
    always = [by_path[path] for path in _ALWAYS if path in by_path]
    others = [entry for entry in files if entry.path not in _ALWAYS]
    others.sort(key=lambda entry: hashlib.sha256(f"{seed} {entry.path}".encode()).digest())
    chosen = [*always, *(others[:sample] if sample else others)]
    found = [Expected(_url(entry.path), _OK, entry.sha256) for entry in chosen]
    if _NOT_FOUND_PAGE in by_path:
        found.append(Expected(f"/{_NOT_THERE}", _NOT_FOUND, by_path[_NOT_FOUND_PAGE].sha256))
    return found + [Expected(url, _GONE) for url in sorted(taken_down)]


def differences(
    site: LiveSite, answers: Iterable[Expected], visitors: Sequence[Visitor] = VISITORS
) -> Iterator[Problem | None]:
    """Ask for every address as every visitor.

    Yields:
        For each address the first thing that is wrong with it, None where all is right.
    """
    for expected in answers:
        yield next(filter(None, (_difference(site, expected, one) for one in visitors)), None)


def _difference(site: LiveSite, expected: Expected, visitor: Visitor) -> Problem | None:
    place = expected.url.removeprefix("/")
    values: Mapping[str, object] = {"url": expected.url, "agent": visitor.name}
    try:
        status, body = site.get(expected.url, visitor)
    except (OSError, http.client.HTTPException) as error:
        reason = str(error) or type(error).__name__
        return problem("verify-unreachable", place, url=expected.url, reason=reason)
    if status != expected.status:
        values = {**values, "status": status, "expected": expected.status}
        return problem("verify-status", place, **values)
    if expected.sha256 and hashlib.sha256(body).hexdigest() != expected.sha256:
        return problem("verify-bytes", place, **values)
    return None


def _url(path: str) -> str:
    if path == "index.html" or path.endswith("/index.html"):
        return f"/{path.removesuffix('index.html')}"
    return f"/{path}"
