"""What concerns several files: equal addresses, links to what is not there, files nobody uses."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from plugins.bulletins.file_types import IMAGE_SUFFIXES, suffix_of
from plugins.bulletins.media import MediaFile
from plugins.bulletins.mentions import Hints
from plugins.bulletins.records import Bulletin, Image, Link, Mention, StaticPage
from plugins.bulletins.tree import Tree
from plugins.problems import Problem, problem

Page = Bulletin | StaticPage


@dataclass(frozen=True, slots=True)
class BulletinIndex:
    """The bulletins by all the names that ``related:`` may use."""

    by_path: Mapping[str, Bulletin]
    by_url: Mapping[str, Bulletin]
    by_slug: Mapping[str, tuple[Bulletin, ...]]

    @classmethod
    def of(cls, bulletins: Iterable[Bulletin]) -> BulletinIndex:
        """Index ``bulletins``."""
        slugs: defaultdict[str, list[Bulletin]] = defaultdict(list)
        known = list(bulletins)
        for bulletin in known:
            slugs[bulletin.slug].append(bulletin)
        return cls(
            by_path={bulletin.path: bulletin for bulletin in known},
            by_url={bulletin.url: bulletin for bulletin in known},
            by_slug={slug: tuple(same) for slug, same in slugs.items()},
        )

    def find(self, name: str, base_path: str) -> tuple[Bulletin, ...]:
        """Return the bulletins that a path, address or slug may mean.

        Args:
            name: as written: a path from the content folder or from the bulletin's own, with or
                without «.md», an address, with or without that of the site, or a slug.
            base_path: the bulletin that names it.
        """
        wanted = name.strip()
        if "://" in wanted:
            wanted = "/" + wanted.split("://", 1)[1].partition("/")[2]
        for folder in ("", posixpath.dirname(base_path), "bulletins"):
            path = posixpath.normpath(posixpath.join(folder, wanted.lstrip("/")))
            found = self.by_path.get(path) or self.by_path.get(f"{path}.md")
            if found is not None:
                return (found,)
        url = f"/{wanted.strip('/')}/"
        if url in self.by_url:
            return (self.by_url[url],)
        return self.by_slug.get(wanted, ())


def crosscheck(
    bulletins: Sequence[Bulletin],
    pages: Sequence[StaticPage],
    media: Mapping[str, MediaFile],
    tree: Tree,
    used_elsewhere: Collection[str] = (),
) -> list[Problem]:
    """Check what no file can know by itself.

    Where some file could not be read, nothing is said that its reading might refute.

    Args:
        bulletins: all that were read.
        pages: all that were read.
        media: the photos and attachments that passed, by path.
        tree: all files there are.
        used_elsewhere: photos that settings name, such as the newsroom's emblem.

    Returns:
        The problems, in reading order.
    """
    check = _Crosscheck(bulletins, pages, media, tree, used_elsewhere)
    return sorted(check.problems())


class _Crosscheck:
    def __init__(
        self,
        bulletins: Sequence[Bulletin],
        pages: Sequence[StaticPage],
        media: Mapping[str, MediaFile],
        tree: Tree,
        used_elsewhere: Collection[str],
    ) -> None:
        self._bulletins = bulletins
        self._used_elsewhere = used_elsewhere
        read: tuple[Page, ...] = (*bulletins, *pages)
        self._pages = {page.path: page for page in read}
        self._media = media
        self._tree = tree
        self._index = BulletinIndex.of(bulletins)
        self._files = {*tree.bulletins, *tree.pages, *tree.media}
        # A file with a problem of its own is there: nobody should be told that it is missing.
        self._known = self._files | {found.path for found in tree.problems}
        self._all_read = len(self._pages) == len(tree.bulletins) + len(tree.pages)
        self._aliases = {alias.text for bulletin in bulletins for alias in bulletin.aliases}
        self._hints: Hints | None = None

    def problems(self) -> Iterator[Problem]:
        yield from self._equal_names()
        yield from self._equal_urls()
        yield from self._equal_aliases()
        for page in self._pages.values():
            yield from self._links(page)
            yield from self._photos(page)
        for bulletin in self._bulletins:
            yield from self._documents(bulletin)
            yield from self._related(bulletin)
        if self._all_read:
            yield from self._unused_media()

    def _equal_names(self) -> Iterator[Problem]:
        """Find names that are one on Windows and macOS."""
        for same in _groups((path.casefold(), path) for path in sorted(self._files)):
            for path in same:
                others = ", ".join(f"«{other}»" for other in same if other != path)
                yield problem("name-collision", path, other=others)

    def _equal_urls(self) -> Iterator[Problem]:
        for same in _groups((page.url, page.path) for page in self._pages.values()):
            for path in same:
                page = self._pages[path]
                others = ", ".join(f"«{other}»" for other in same if other != path)
                line = page.line_of("slug") if isinstance(page, Bulletin) else 1
                line = line if line > 1 or not isinstance(page, Bulletin) else page.line_of("title")
                yield problem("url-duplicate", path, line, url=page.url, others=others)

    def _equal_aliases(self) -> Iterator[Problem]:
        urls = {page.url: page.path for page in self._pages.values()}
        owners: defaultdict[str, list[tuple[str, Mention]]] = defaultdict(list)
        for bulletin in self._bulletins:
            for alias in bulletin.aliases:
                owners[alias.text].append((bulletin.path, alias))
        for text, uses in owners.items():
            for number, (path, alias) in enumerate(uses):
                if text in urls:
                    values = {"alias": text, "other": urls[text]}
                    yield problem("alias-taken", path, alias.line, alias.column, **values)
                elif len(uses) > 1:
                    other = uses[1 if number == 0 else 0][0]
                    values = {"alias": text, "other": other}
                    yield problem("alias-duplicate", path, alias.line, alias.column, **values)

    def _links(self, page: Page) -> Iterator[Problem]:
        for link in page.body.links:
            if link.kind == "file":
                yield from self._file_link(page, link)
            elif link.kind == "site" and link.target.startswith("/ban-tin/") and self._all_read:
                bare = link.target.partition("?")[0]
                target = self._index.by_url.get(bare)
                if target is not None:
                    yield from self._target(page, link, target)
                elif bare not in self._aliases and bare.count("/") >= _BULLETIN_URL_SLASHES:
                    near = _nearest(bare, self._index.by_url)
                    yield problem(
                        "link-missing", page.path, link.line, link.column, target=bare, near=near
                    )

    def _file_link(self, page: Page, link: Link) -> Iterator[Problem]:
        if link.target not in self._known:
            near = _nearest(link.target, self._files)
            yield problem(
                "link-missing", page.path, link.line, link.column, target=link.target, near=near
            )
        elif link.target in self._pages:
            yield from self._target(page, link, self._pages[link.target])

    def _target(self, page: Page, link: Link, target: Page) -> Iterator[Problem]:
        """Check a link to another page: is it published, does it have that place."""
        place = (page.path, link.line, link.column)
        hidden = isinstance(target, Bulletin) and target.status == "draft"
        if hidden and not (isinstance(page, Bulletin) and page.status == "draft"):
            yield problem("link-to-draft", *place, other=target.path)
        anchors = target.body.anchors
        if link.fragment and link.fragment not in anchors and target.path != page.path:
            values = {
                "other": target.path,
                "fragment": link.fragment,
                "known": ", ".join(f"#{name}" for name in anchors[:8]) or "không có",
            }
            yield problem("anchor-missing-elsewhere", *place, **values)

    def _photos(self, page: Page) -> Iterator[Problem]:
        images = [*page.body.images]
        if isinstance(page, Bulletin) and page.cover is not None:
            images.append(page.cover)
        for image in images:
            if image.target and image.target not in self._known:
                yield self._missing("image-missing", page.path, image)

    def _missing(self, code: str, path: str, image: Image) -> Problem:
        photos = [name for name in self._files if suffix_of(name) in IMAGE_SUFFIXES]
        near = _nearest(image.target, photos)
        return problem(code, path, image.line, image.column, target=image.target, near=near)

    def _documents(self, bulletin: Bulletin) -> Iterator[Problem]:
        for document in bulletin.documents:
            if document.file and document.file not in self._known:
                near = _nearest(document.file, self._files)
                values = {"target": document.file, "near": near}
                yield problem("file-missing", bulletin.path, document.line, **values)

    def _related(self, bulletin: Bulletin) -> Iterator[Problem]:
        for mention in bulletin.related:
            found = self._index.find(mention.text, bulletin.path)
            place = (bulletin.path, mention.line, mention.column)
            if not found:
                if self._all_read:
                    near = self._bulletin_near(mention.text)
                    yield problem("related-unknown", *place, name=mention.text, near=near)
            elif len(found) > 1:
                names = sorted(other.path for other in found)
                yield problem(
                    "related-ambiguous", *place, name=mention.text, candidates=", ".join(names)
                )
            elif found[0].path == bulletin.path:
                yield problem("related-self", *place, name=mention.text)
            elif not _may_show(bulletin, found[0]):
                yield problem("related-hidden", *place, name=mention.text)

    def _bulletin_near(self, name: str) -> str:
        """Return a sentence that names the bulletins of like titles, slugs and file names."""
        if self._hints is None:
            names: dict[str, str] = {}
            for bulletin in sorted(self._bulletins, key=lambda one: one.path, reverse=True):
                file = bulletin.path.removeprefix("bulletins/")
                stem = posixpath.basename(file).removesuffix(".md")
                names |= dict.fromkeys((bulletin.title, bulletin.slug, stem), file)
            self._hints = Hints(names, entry="entry-file")
        last = posixpath.basename(name.strip().rstrip("/")).removesuffix(".md")
        return self._hints.of(last) or _nearest(name, self._index.by_path)

    def _unused_media(self) -> Iterator[Problem]:
        used = {image.target for page in self._pages.values() for image in page.body.images}
        used |= {link.target for page in self._pages.values() for link in page.body.links}
        for bulletin in self._bulletins:
            used |= {document.file for document in bulletin.documents}
            if bulletin.cover is not None:
                used.add(bulletin.cover.target)
        for path in self._media:
            if path not in used and path not in self._used_elsewhere:
                yield problem("media-unused", path)


# /ban-tin/2023/12/slug/; what is shorter is a list of the archive, not a bulletin.
_BULLETIN_URL_SLASHES = 5


def _may_show(own: Bulletin, other: Bulletin) -> bool:
    """Tell whether readers of one bulletin can be led to another."""
    return own.status == "withdrawn" or other.status in {"published", own.status}


def _groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Group values by key and return the groups of two and more."""
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        by_key[key].append(value)
    return [same for same in by_key.values() if len(same) > 1]


def _nearest(name: str, known: Iterable[str]) -> str:
    """Name what the author may have meant, ready to stand in a sentence; "" for no idea."""
    folder = name.rpartition("/")[0]
    beside = [other for other in known if other.rpartition("/")[0] == folder]
    same = [other for other in beside if other.casefold() == name.casefold()]
    near = same or get_close_matches(name, beside[:2_000], n=1, cutoff=0.7)
    return f"Có phải «{near[0]}» không? " if near else ""
