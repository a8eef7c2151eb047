"""What the list of taken-down addresses means for photos, attachments and a finished plan."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archives.views import output_path
from plugins.bulletins.records import Bulletin, StaticPage
from plugins.bulletins.stage import Reading
from plugins.bulletins.taken_down import TakenDown
from plugins.engine.pages import Plan
from plugins.pictures.renditions import media_url, stem_of
from plugins.problems import Problem, problem


def shown_all_the_same(reading: Reading) -> Iterator[Problem]:
    """Find pages that still use a photo or attachment that was taken down.

    The server answers «gone» for the file, so nobody sees it; the page has a gap until somebody
    mends its text. To refuse the build would hold up what others publish.
    """
    gone = {
        file.path
        for file in reading.media.values()
        if any(
            url == media_url(file) or url.startswith(stem_of(file))
            for url in reading.taken_down.urls
        )
    }
    pages: tuple[Bulletin | StaticPage, ...] = (*reading.bulletins, *reading.pages)
    for page in pages if gone else ():
        for path, line, column in _used(page):
            if path in gone:
                yield problem("taken-down-shown", page.path, line, column, file=path)


def left_out(taken_down: TakenDown, plan: Plan) -> Iterator[str]:
    """Yield the addresses of the list at which a plan has no file."""
    if not taken_down.urls:
        return
    declared = {page.path for page in plan.pages}
    declared |= {file.path for file in plan.data} | {copy.path for copy in plan.copies}
    for url in sorted(taken_down.urls):
        if output_path(url) not in declared:
            yield url


def _used(page: Bulletin | StaticPage) -> Iterator[tuple[str, int, int]]:
    images = [*page.body.images]
    if isinstance(page, Bulletin):
        images += [page.cover] if page.cover else []
        for document in page.documents:
            yield document.file, document.line, 1
    for image in images:
        yield image.target, image.line, image.column
    for link in page.body.links:
        yield link.target, link.line, link.column
