"""Which photos and attachments a build publishes: those of what it shows, and no others.

Attachments are published as they are. Of photos only what was made from them is (``pictures``): an
original tells where and when it was taken, and by whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.archives.cards import Picture
from plugins.bulletins.media import MediaFile, document_url
from plugins.bulletins.records import Body, Bulletin, Image, StaticPage
from plugins.bulletins.tree import on_disk
from plugins.engine.errors import SettingsError
from plugins.engine.pages import FileCopy
from plugins.pictures.files import Wanted, emblem, linked_photo, shown_photo
from plugins.pictures.renditions import describe, emblem_rendition

Pages = Iterable[Bulletin | StaticPage]


def document_copies(
    content: Path, media: Mapping[str, MediaFile], pages: Pages
) -> Iterator[FileCopy]:
    """Declare a copy of each attachment that a page links.

    Args:
        content: the content folder.
        media: all photos and attachments by path.
        pages: the bulletins and static pages that have a page in this build.
    """
    linked = {path for page in pages for path in _linked(page)}
    files = (media[path] for path in linked if path in media)
    published = {document_url(file): file for file in files if file.kind == "document"}
    for url, file in sorted(published.items()):
        yield FileCopy(url.removeprefix("/"), on_disk(content, file.path), file.sha256)


def wanted_photos(
    media: Mapping[str, MediaFile], pages: Pages, emblem_path: str
) -> Iterator[Wanted]:
    """Yield the files of each photo that a page shows or links, and of the newsroom's emblem."""
    read = tuple(pages)
    for path in sorted({path for page in read for path in _shown(page)}):
        yield from shown_photo(media[path])
    for path in sorted({path for page in read for path in _linked(page)}):
        if path in media and media[path].kind == "image":
            yield linked_photo(media[path])
    if emblem_path:
        yield emblem(media[emblem_path])


def emblem_url(path: str, media: Mapping[str, MediaFile]) -> str:
    """Return the address of the newsroom's emblem, "" for none.

    Raises:
        SettingsError: there is no such picture in the content folder.
    """
    if not path:
        return ""
    if path not in media or media[path].kind != "image":
        raise SettingsError(
            f"NEWSROOM['emblem'] is {path!r}; the content folder has no such picture. "
            "Put it into images/ and write images/NAME, or leave it empty"
        )
    return emblem_rendition(media[path]).url


def body_photos(body: Body, media: Mapping[str, MediaFile]) -> tuple[tuple[str, Picture], ...]:
    """Return the pictures that a body shows, each once, by their paths."""
    targets = sorted({image.target for image in body.images})
    return tuple((path, describe(Image(path, ""), media[path])) for path in targets)


def _shown(page: Bulletin | StaticPage) -> set[str]:
    """Return the photos that a page shows; of a withdrawn bulletin none.

    A photo may be the very reason why it was withdrawn.
    """
    shown = {image.target for image in page.body.images}
    if isinstance(page, Bulletin):
        if page.status == "withdrawn":
            return set()
        shown |= {page.cover.target} if page.cover else set()
    return shown


def _linked(page: Bulletin | StaticPage) -> set[str]:
    linked = {link.target for link in page.body.links if link.kind == "file"}
    if isinstance(page, Bulletin):
        if page.status == "withdrawn":
            return set()
        linked |= {document.file for document in page.documents if document.file}
    return linked
