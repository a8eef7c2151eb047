"""The check of a built site: what is there is what was built, and none of it hides or loads.

It reads the pages as a browser gets them, so it also sees what templates, settings or somebody
with access to the server have put in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from plugins.engine.manifest import NAME, ManifestError, verify
from plugins.gate.spam.domains import is_allowed
from plugins.problems import Problem, problem

PAGE: Final = ".html"
_LOADING: Final[Mapping[str, tuple[str, ...]]] = {
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "form": ("action",),
    "base": ("href",),
}
_REFUSED_TAGS: Final = frozenset(
    {"iframe", "frame", "frameset", "object", "embed", "applet", "base", "marquee", "blink"}
    | {"portal", "template"}
)
_FOLLOWED: Final[Mapping[str, tuple[str, ...]]] = {"a": ("href",), "area": ("href",)}
# <link> elements that load or run nothing.
_QUIET_LINKS: Final = frozenset({"canonical", "alternate", "license", "author", "prev", "next"})
_URL: Final = re.compile(r"(?:https?:)?//[^\s\"'<>)\\]+", re.I)
# What may make a page worth reading tag by tag. Our own pages write attributes in double quotes,
# and have no style but that of the theme's files: what hides text otherwise is refused whole.
_FISHY: Final = re.compile(
    r"<(?:iframe|frame|frameset|object|embed|applet|base|marquee|blink|portal|font|style|template)\b"
    r"|[\s/\"']style\s*=|http-equiv|[\s/\"']on[a-z]{3,20}\s*=|[\s/\"']hidden[\s=>]"
    r"|[\"'=]\s*(?:javascript|vbscript|data):"
    r"|<script(?![^>]*\s(?:src=|type=\"application/(?:ld\+)?json))"
    r"|(?:src|srcset|poster|action)\s*=\s*[\"']?\s*(?:https?:)?//"
    r"|\b(?:href|src|action)\s*=\s*[\"']?[^\"'<>]*(?:&#|[\n\t\\]|https?:(?!//))",
    re.I,
)
_HOST: Final = re.compile(r"//([^/\s\"'<>?#:&]+)")
# Hosts that stand in pages as names of vocabularies; nothing is fetched from them.
_VOCABULARIES: Final = frozenset({"schema.org", "www.w3.org", "purl.org", "ogp.me"})
# Browsers leave these out of an address.
_IGNORED: Final = re.compile(r"[\t\n\r]")
_STYLING: Final = frozenset({"style", "font"})
_ACTIVE_ADDRESS: Final = re.compile(r"\s*(?:javascript|vbscript|data):", re.I)


@dataclass(frozen=True, slots=True)
class SiteRules:
    """What a built site may hold.

    ``hosts`` are the outside domains that pages may link to; ``loaded`` those from which a page may
    load anything (usually none); ``own`` is the host of the site's own addresses.
    """

    hosts: Collection[str] = frozenset()
    loaded: Collection[str] = frozenset()
    own: str = ""


def check_site(root: Path, rules: SiteRules) -> list[Problem]:
    """Check a built site.

    Args:
        root: the output folder.
        rules: what it may hold.

    Returns:
        The problems, in the order of files; paths are relative to ``root``.
    """
    found = _compare_with_manifest(root)
    pages = sorted(path for path in root.rglob(f"*{PAGE}") if path.is_file())
    anchors: dict[str, frozenset[str]] = {}
    links: list[tuple[str, int, str]] = []
    for page in pages:
        path = page.relative_to(root).as_posix()
        reader = _read_page(path, page.read_text(encoding="utf-8", errors="replace"), rules)
        found += reader.problems
        anchors[path] = frozenset(reader.anchors)
        links += [(path, line, address) for line, address in reader.links]
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    found += _broken(links, files, anchors)
    return sorted(found)


def page_problems(path: str, text: str, rules: SiteRules) -> list[Problem]:
    """Check one page as it was rendered: what :func:`check_site` does, links inside left out.

    Nearly all pages pass the first, quick look; reading a page tag by tag takes thirty times as
    long, which would be felt with 20,000 of them.
    """
    if not _FISHY.search(text) and all(
        _may_name(match[1].lower(), rules) for match in _HOST.finditer(text)
    ):
        return []
    return sorted(_read_page(path, text, rules).problems)


def _may_name(host: str, rules: SiteRules) -> bool:
    return host == rules.own or host in _VOCABULARIES or is_allowed(host, rules.hosts)


def _read_page(path: str, text: str, rules: SiteRules) -> _Page:
    reader = _Page(path, rules)
    reader.feed(text)
    reader.close()
    return reader


def _compare_with_manifest(root: Path) -> list[Problem]:
    """Compare the files with the manifest, byte for byte."""
    try:
        differences = verify(root)
    except ManifestError as error:
        return [problem("site-manifest", NAME, reason=str(error))]
    found = [problem("site-file-extra", path) for path in differences.extra]
    found += [problem("site-file-missing", path) for path in differences.missing]
    return found + [problem("site-file-changed", path) for path in differences.changed]


def _broken(
    links: list[tuple[str, int, str]],
    files: Collection[str],
    anchors: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """Yield the links inside the site that lead nowhere."""
    for path, line, address in links:
        parts = urlsplit(urljoin(f"/{path.removesuffix('index.html')}", address))
        target = unquote(parts.path).removeprefix("/")
        if not target or target.endswith("/"):
            target += "index.html"
        if target not in files:
            yield problem("site-link-broken", path, line, target=address[:200])
        elif parts.fragment and target in anchors:
            fragment = unquote(parts.fragment)
            if fragment not in anchors[target] and parts.fragment not in anchors[target]:
                yield problem("site-link-broken", path, line, target=address[:200])


class _Page(HTMLParser):
    """One page: what it loads, hides and links to."""

    def __init__(self, path: str, rules: SiteRules) -> None:
        super().__init__(convert_charrefs=True)
        self._path = path
        self._rules = rules
        self._script: str | None = None
        self.problems: list[Problem] = []
        self.anchors: set[str] = set()
        self.links: list[tuple[int, str]] = []

    def _report(self, code: str, **values: object) -> None:
        line, column = self.getpos()
        self.problems.append(problem(code, self._path, line, column + 1, **values))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("id"):
            self.anchors.add(given["id"])
        if tag in _REFUSED_TAGS:
            self._report("site-frame", tag=tag)
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self._report("site-refresh", target=given.get("content", "")[:200])
        if tag in _STYLING or "style" in given:
            self._report("site-hidden-text", text=given.get("style") or f"<{tag}>")
        if "hidden" in given and not any(name.startswith("data-") for name in given):
            self._report("site-hidden-text", text=f"<{tag} hidden>")
        for name, value in given.items():
            if name.startswith("on"):
                self._report("site-handler", text=f"{name}={value[:60]}")
            if _ACTIVE_ADDRESS.match(_IGNORED.sub("", value)) and name not in {"content", "alt"}:
                self._report("site-script-address", target=value[:80])
            if name not in _LOADING.get(tag, _FOLLOWED.get(tag, ())):
                self._named(value)
        if tag == "script" and "src" not in given:
            self._script = given.get("type", "")
        self._loaded(tag, given)
        if tag in {"a", "area"} and "href" in given:
            self._linked(given["href"])

    def _loaded(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "link" and set(given.get("rel", "").lower().split()) & _QUIET_LINKS:
            self._named(given.get("href", ""))
            return
        for name in _LOADING.get(tag, ()):
            for part in given.get(name, "").split(","):
                address = part.strip().split(" ")[0]
                host = _host(address)
                if host and host != self._rules.own and not _is_listed(host, self._rules.loaded):
                    self._report("site-foreign-load", tag=tag, host=host)

    def _linked(self, address: str) -> None:
        host = _host(address)
        if not host:
            if not re.match(r"(?:mailto|tel):", address):
                self.links.append((self.getpos()[0], address))
        elif host != self._rules.own and not is_allowed(host, self._rules.hosts):
            self._report("site-foreign-link", host=host)

    def handle_data(self, data: str) -> None:
        if self._script is None:
            return
        kind, self._script = self._script, None
        if kind in {"application/ld+json", "application/json", "importmap", "speculationrules"}:
            self._named(data)
            return
        if data.strip():
            self._report("site-inline-script", text=" ".join(data.split())[:60])

    def handle_comment(self, data: str) -> None:
        self._named(unescape(data))

    def _named(self, text: str) -> None:
        """Look at the addresses in what is no link: comments, data, attributes of any name."""
        for match in _URL.finditer(text):
            host = _host(match[0])
            if host and not _may_name(host, self._rules):
                self._report("site-foreign-link", host=host)


def _host(address: str) -> str:
    """Return the host of an outside address in small letters, "" for one inside the site."""
    address = _IGNORED.sub("", address).strip().replace("\\", "/")
    address = re.sub(r"^(https?:)/{0,2}(?=[^/])", r"\1//", address, flags=re.I)
    if not address.startswith("//") and not re.match(r"https?:", address, re.I):
        return ""
    try:
        return (urlsplit(address).hostname or "?").lower()
    except ValueError:
        return "?"


def _is_listed(host: str, listed: Collection[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in listed)
