"""Old addresses that keep working (``aliases:``).

``/chuyen-huong.json`` maps each to the new one, for the server. A plain path gets a page as well,
so that it works on any host; an address with a query cannot have one, nor one whose name a server
would not serve as a page (``.aspx``).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from plugins.archives.directory_pages import CONTACTS, ENGLISH, STRUCTURE
from plugins.archives.site import Head, Site
from plugins.archives.views import output_path
from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.records import Bulletin, Mention, StaticPage
from plugins.engine.pages import DataFile, Inputs, Page
from plugins.problems import Problem, problem

MAP: Final = "chuyen-huong.json"

_PAGE_SUFFIXES: Final = (".html", ".htm")
_MAX_PATH_BYTES: Final = 1_000
_MAX_NAME_BYTES: Final = 200
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\\]")

# What the site keeps for itself, now or when it has grown: an address that is free today must not
# become an error on the day when somebody else's bulletin makes a list longer.
_OWN: Final = (
    "index.html|404.html|favicon.ico|robots.txt|sitemap.xml|chuyen-huong.json|release.json|"
    "su-kien.ics|manifest|.build|anh|du-lieu|feeds|luu-tru|manh|sitemaps|so-do-trang|tep|theme|"
    "tim-kiem|van-ban"
)
_LIST: Final = r"(?:[0-9]{4}/(?:trang/[0-9]+/)?)?index\.html"
_RESERVED: Final = re.compile(
    rf"(?:{_OWN.replace('.', '[.]')})(?:/.*)?"
    rf"|(?:{'|'.join(choice.id for choice in CATEGORIES.choices)})/{_LIST}"
    rf"|(?:don-vi|tac-gia)/(?:[a-z0-9-]+/{_LIST}|index\.html)"
    r"|khen-thuong/so-vang(?:/.*)?"
)

# These a static page may have, whose words they then show, but no bulletin.
_DIRECTORIES: Final = frozenset(output_path(page.url) for page in (STRUCTURE, CONTACTS, ENGLISH))


@dataclass(frozen=True, slots=True)
class _Claim:
    """A bulletin's wish to have a file in the output."""

    bulletin: str
    alias: Mention
    file: str


def page_file(alias: str) -> str | None:
    """Return the output file that answers an old address; None when no page can.

    Args:
        alias: a root-relative address as its author wrote it, perhaps percent-encoded.
    """
    path = unicodedata.normalize("NFC", unquote(alias))
    if "?" in alias or _UNSAFE.search(path) or len(path.encode()) > _MAX_PATH_BYTES:
        return None
    names = path.removeprefix("/").split("/")
    folders, last = names[:-1], names[-1]
    if last.endswith(_PAGE_SUFFIXES):
        folders, file = names, path.removeprefix("/")
    elif "." in last:
        return None
    else:
        folders = names if last else folders
        file = "/".join([*folders, "index.html"])
    usual = all(
        name and not name.startswith(".") and len(name.encode()) <= _MAX_NAME_BYTES
        for name in folders
    )
    return file if usual else None


def redirect_pages(site: Site) -> Iterator[Page]:
    """Declare a page at each old address that can have one; it links the bulletin's new one."""
    for bulletin in site.selection.paged:
        files = {file: None for alias in bulletin.aliases if (file := page_file(alias.text))}
        for file in files:
            yield site.page(
                f"/{file.removesuffix('index.html')}",
                "redirect.html",
                title=bulletin.title,
                kind="redirect",
                head=Head(canonical=bulletin.url, noindex=True),
                target=bulletin.url,
            )


def redirect_map(site: Site) -> DataFile:
    """Declare the map of all old addresses. It is there even when there are none."""
    pairs = tuple(
        sorted(
            (alias.text, bulletin.url)
            for bulletin in site.selection.paged
            for alias in bulletin.aliases
        )
    )
    return DataFile(MAP, make_map, {"pairs": pairs})


def make_map(inputs: Inputs) -> bytes:
    """Write the map: a JSON object from old to new, both root-relative."""
    return (json.dumps(dict(inputs["pairs"]), ensure_ascii=False, indent=1) + "\n").encode()


def address_problems(
    bulletins: Sequence[Bulletin], pages: Iterable[StaticPage]
) -> Iterator[Problem]:
    """Find old addresses whose page would lie where the site has, or keeps, one of its own.

    What is the same to the letter is found when content is read (``bulletins/crosscheck.py``).
    Here it is told apart as a disk does: in small letters, with and without ``index.html``.
    """
    pages = tuple(pages)
    for page in pages:
        if _RESERVED.fullmatch(output_path(page.url)):
            line = dict(page.lines).get("slug", 1)
            yield problem("slug-reserved", page.path, line, url=page.url)
    read: tuple[Bulletin | StaticPage, ...] = (*bulletins, *pages)
    taken = {output_path(page.url).casefold(): page for page in read}
    claims = list(_claims(bulletins))
    claimed: defaultdict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        claimed[claim.file.casefold()].append(claim)
    folders: defaultdict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        for place in _above(claim.file.casefold()):
            folders[place].append(claim)
    for claim in claims:
        file = claim.file.casefold()
        places = (file, *_above(file))
        holder = next((taken[place] for place in places if place in taken), None)
        rivals = [rival for place in places for rival in claimed.get(place, ())]
        rivals += folders.get(file, ())
        clash = ""
        if file in _DIRECTORIES or any(_RESERVED.fullmatch(place) for place in places):
            clash = "địa chỉ mà hệ thống dành cho trang của mình"
        elif holder is not None and holder.url != claim.alias.text:
            clash = f"địa chỉ «{holder.url}» của «{holder.path}»"
        elif holder is None:
            clash = next((_rival(rival) for rival in rivals if _are_rivals(claim, rival)), "")
        if clash:
            where = (claim.bulletin, claim.alias.line, claim.alias.column)
            yield problem("alias-clash", *where, alias=claim.alias.text, other=clash)


def _claims(bulletins: Iterable[Bulletin]) -> Iterator[_Claim]:
    for bulletin in bulletins:
        for alias in bulletin.aliases:
            file = page_file(alias.text)
            if file is not None:
                yield _Claim(bulletin.path, alias, file)


def _are_rivals(claim: _Claim, other: _Claim) -> bool:
    """Tell whether two claims cannot both stand.

    One bulletin may name one place twice; another one may not, however it is written.
    """
    if claim.bulletin == other.bulletin:
        return claim.file != other.file
    return claim.alias.text != other.alias.text


def _rival(claim: _Claim) -> str:
    return f"địa chỉ cũ «{claim.alias.text}» của «{claim.bulletin}»"


def _above(file: str) -> list[str]:
    """Return the folders above a file, the nearest first."""
    names = file.split("/")[:-1]
    return ["/".join(names[:count]) for count in range(len(names), 0, -1)]
