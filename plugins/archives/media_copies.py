"""Which photos and attachments a build publishes: those of what it shows, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.bulletins.media import MediaFile, media_url
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.bulletins.tree import on_disk
from plugins.engine.errors import SettingsError
from plugins.engine.pages import FileCopy


def media_copies(
    content: Path,
    media: Mapping[str, MediaFile],
    pages: Iterable[Bulletin | StaticPage],
    emblem: str,
) -> Iterator[FileCopy]:
    """Declare a copy of each file that a page shows or links.

    A withdrawn bulletin shows none: a photo may be the very reason why it was withdrawn.

    Args:
        content: the content folder.
        media: all photos and attachments by path.
        pages: the bulletins and static pages that have a page in this build.
        emblem: the newsroom's emblem, or "".
    """
    used = {emblem} if emblem else set()
    for page in pages:
        if not isinstance(page, Bulletin):
            used |= _in_body(page)
        elif page.status != "withdrawn":
            used |= _in_body(page) | {document.file for document in page.documents}
            used |= {page.cover.target} if page.cover else set()
    published = {media_url(file): file for path, file in media.items() if path in used}
    for url, file in sorted(published.items()):
        yield FileCopy(url.removeprefix("/"), on_disk(content, file.path), file.sha256)


def emblem_url(emblem: str, media: Mapping[str, MediaFile]) -> str:
    """Return the address of the newsroom's emblem, "" for none.

    Raises:
        SettingsError: there is no such picture in the content folder.
    """
    if not emblem:
        return ""
    if emblem not in media or media[emblem].kind != "image":
        raise SettingsError(
            f"NEWSROOM['emblem'] is {emblem!r}; the content folder has no such picture. "
            "Put it into images/ and write images/NAME, or leave it empty"
        )
    return media_url(media[emblem])


def _in_body(page: Bulletin | StaticPage) -> set[str]:
    linked = {link.target for link in page.body.links if link.kind == "file"}
    return linked | {image.target for image in page.body.images}
