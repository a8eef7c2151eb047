"""Documents: how a bulletin shows those it carries, and the list of all of them (/van-ban/)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plugins.archives.lists import ListPage, cut
from plugins.archives.site import Site
from plugins.archives.views import Crumb, NamedLink, YearLink, trail
from plugins.bulletins.decoding import megabytes
from plugins.bulletins.file_types import suffix_of
from plugins.bulletins.media import MediaFile, document_url
from plugins.bulletins.records import Bulletin, Document
from plugins.engine.pages import Page
from plugins.pictures.renditions import large_rendition
from plugins.vietnamese import fold_exact, sort_key

DOCUMENTS = Crumb("Văn bản", "/van-ban/")

MOST_CARRIERS = 5

_KILOBYTE = 1024
_MEGABYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document ready to print. ``url``, ``file_type`` and ``size`` are "" without a file."""

    title: str
    number: str = ""
    issuer: str = ""
    date: dt.date | None = None
    url: str = ""
    file_type: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document in the list of all, with the latest bulletins that carry it.

    ``date`` files it: its own date, or for want of it the day of its first bulletin. ``more`` is
    how many further bulletins carry it.
    """

    document: DocumentView
    date: dt.date
    carriers: tuple[NamedLink, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class DocumentYear:
    """The documents of one year, newest first."""

    year: int
    entries: tuple[ListedDocument, ...]


def document_views(
    documents: Iterable[Document], media: Mapping[str, MediaFile]
) -> tuple[DocumentView, ...]:
    """Resolve documents to what a page prints; type and size are those of the attached file."""
    return tuple(_view(document, media.get(document.file)) for document in documents)


def _view(document: Document, file: MediaFile | None) -> DocumentView:
    view = DocumentView(document.title, document.number, document.issuer, document.date)
    if file is None:
        return view
    if file.kind == "image":
        # A scanned page is published as any photo is: what was made from it.
        return replace(view, url=large_rendition(file).url, file_type="JPG")
    kind = suffix_of(file.path).removeprefix(".").upper()
    return replace(view, url=document_url(file), file_type=kind, size=file_size(file.size))


def file_size(size: int) -> str:
    """Write a size as Vietnamese readers do: ``312 KB``, ``1,2 MB``; at least ``1 KB``."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / _KILOBYTE))} KB"
    return megabytes(size)


def documents_of(site: Site) -> list[ListedDocument]:
    """Collect the documents of all listed bulletins, newest first.

    One that several bulletins carry stands once: same number, issuer and date. Without a number
    nothing tells two of them apart or alike, so each stands for itself.
    """
    carried: dict[object, list[tuple[Bulletin, DocumentView]]] = {}
    for bulletin in site.selection.listed:
        for position, view in enumerate(document_views(bulletin.documents, site.media)):
            key = _identity(view) if view.number else (bulletin.path, position)
            carried.setdefault(key, []).append((bulletin, view))
    found = [_listed(carriers) for carriers in carried.values()]
    found.sort(key=lambda entry: (entry.document.number, sort_key(entry.document.title)))
    return sorted(found, key=lambda entry: entry.date, reverse=True)


def _identity(view: DocumentView) -> object:
    return fold_exact(view.number), fold_exact(view.issuer), view.date


def _listed(carriers: Sequence[tuple[Bulletin, DocumentView]]) -> ListedDocument:
    """Make one entry; ``carriers`` are newest first, and of them one with a file speaks for all."""
    views = [view for _, view in carriers]
    document = next((view for view in views if view.url), views[0])
    # A bulletin may name a document twice.
    links = dict.fromkeys(NamedLink(bulletin.title, bulletin.url) for bulletin, _ in carriers)
    oldest, _ = carriers[-1]
    return ListedDocument(
        document=document,
        date=document.date or oldest.date.date(),
        carriers=tuple(links)[:MOST_CARRIERS],
        more=max(0, len(links) - MOST_CARRIERS),
    )


def document_pages(site: Site, documents: Sequence[ListedDocument]) -> Iterator[Page]:
    """Declare the list of all documents, cut by year when it is long; nothing without documents."""
    for part in cut(DOCUMENTS.url, documents, lambda entry: entry.date.year):
        yield _page(site, part, len(documents))


def _page(site: Site, part: ListPage[ListedDocument], total: int) -> Page:
    title, note = "Văn bản", ""
    crumbs = [DOCUMENTS]
    if part.year is not None:
        title = f"Văn bản năm {part.year}"
        crumbs.append(Crumb(f"Năm {part.year}", part.url))
    if part.number is not None:
        note = f"Trang {part.number} năm {part.year}"
        title = f"{title}, trang {part.number}"
    return site.page(
        part.url,
        "documents.html",
        title=title,
        description="Văn bản được nêu trong các bản tin: số, ngày, cơ quan ban hành và tệp kèm",
        kind="list",
        crumbs=trail(*crumbs),
        total=total if part.year is None else 0,
        groups=tuple(
            DocumentYear(year, tuple(group))
            for year, group in groupby(part.entries, lambda entry: entry.date.year)
        ),
        years=tuple(
            YearLink(year.year, year.count, year.url, current=False) for year in part.years
        ),
        older_url=part.older_url,
        newer_url=part.newer_url,
        page_note=note,
    )
