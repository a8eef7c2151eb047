"""The kinds of pages that the site has, with an example of each: what browser tests open.

Kinds are told by their address and not by their markup, so that a new design needs no new list. A
page that belongs to none is a new kind and fails ``tests/browser/test_page_types.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from support import made_up_site
from support.content import PROJECT, write_content
from support.site_server import serving
from support.sites import Site, build_apart

BULLETIN = r"/ban-tin/\d{4}/\d{2}/[^/]+/"
CATEGORY = r"/(?:hoi-nghi|khen-thuong|thong-bao|tin-hoat-dong)/"
MINH_HIEN = "/tac-gia/minh-hien/"


@dataclass(frozen=True, slots=True)
class PageType:
    """One example.

    Attributes:
        name: what it is called in tests.
        site: which of the sites of :func:`built_sites` it belongs to.
        url: its root-relative address.
        family: pattern of the addresses of all pages of this kind; "" where it is a further
            example of a kind.
        status: what the server answers with.
    """

    name: str
    site: str
    url: str
    family: str = ""
    status: int = 200


PROJECT_PAGES = (
    PageType("front", "project", "/", r"/"),
    PageType("list", "project", "/hoi-nghi/", CATEGORY),
    PageType("empty-list", "project", "/thong-bao/"),
    PageType(
        "bulletin",
        "project",
        "/ban-tin/2023/02/nganh-y-te-vinh-phuc-ky-cam-ket-40-nhiem-vu-trong-tam/",
        BULLETIN,
    ),
    PageType(
        "commendation",
        "project",
        "/ban-tin/2022/02/chin-to-cong-doan-so-y-te-tphcm-duoc-khen-thuong/",
    ),
    PageType("unit", "project", "/don-vi/ttyt-huyen-me-linh/", r"/don-vi/[^/]+/"),
    PageType("units", "project", "/don-vi/", r"/don-vi/"),
    PageType("structure", "project", "/co-cau/", r"/co-cau/"),
    PageType("person", "project", MINH_HIEN, r"/tac-gia/[^/]+/"),
    PageType("people", "project", "/tac-gia/", r"/tac-gia/"),
    PageType("archive", "project", "/luu-tru/", r"/luu-tru/"),
    PageType("archive-year", "project", "/luu-tru/2018/", r"/luu-tru/\d{4}/"),
    PageType("archive-month", "project", "/luu-tru/2018/03/", r"/luu-tru/\d{4}/\d{2}/"),
    PageType("honours", "project", "/khen-thuong/so-vang/", r"/khen-thuong/so-vang/"),
    PageType(
        "honours-year", "project", "/khen-thuong/so-vang/2023/", r"/khen-thuong/so-vang/\d{4}/"
    ),
    PageType("documents", "project", "/van-ban/", r"/van-ban/"),
    PageType("open-data", "project", "/du-lieu/", r"/du-lieu/"),
    PageType("about", "project", "/gioi-thieu/", r"/gioi-thieu/"),
    PageType("contact", "project", "/lien-he/", r"/lien-he/"),
    PageType("english", "project", "/en/", r"/en/(?:[a-z-]+/)?"),
    PageType("search", "project", "/tim-kiem/", r"/tim-kiem/"),
    PageType("search-results", "project", "/tim-kiem/?q=khen%20thuong"),
    PageType("site-map", "project", "/so-do-trang/", r"/so-do-trang/"),
    PageType("not-found", "project", "/khong-co-trang-nay/", r"/404\.html", status=404),
    PageType("moved", "project", "/bai-tuyen-truyen-ve-benh-soi.html", r"/[a-z0-9-]+\.html"),
)
MADE_UP_PAGES = (
    PageType("everything", "made-up", "/ban-tin/2025/11/hoi-nghi-thu/"),
    PageType("gallery", "made-up", made_up_site.GALLERY),
    PageType("long-names", "made-up", made_up_site.LONG),
    PageType("withdrawn", "made-up", "/ban-tin/2025/06/bai-da-rut/"),
    PageType("expired-notice", "made-up", "/ban-tin/2025/03/cup-nuoc-dau-thang/"),
    PageType("front-with-notice", "made-up", "/"),
    PageType("unit-with-long-name", "made-up", "/don-vi/trung-tam-dai/"),
    PageType("former-unit", "made-up", "/don-vi/trung-tam-cu/"),
    PageType("person-with-roles", "made-up", "/tac-gia/tran-thi-dao/"),
    PageType("many-awards", "made-up", "/khen-thuong/so-vang/2021/"),
    PageType("list-with-years", "made-up", "/hoi-nghi/", rf"{CATEGORY}\d{{4}}/(?:trang/\d+/)?"),
    PageType("list-of-a-year", "made-up", "/hoi-nghi/2025/"),
    PageType(
        "unit-list-of-a-year",
        "made-up",
        "/tac-gia/minh-hien/2025/",
        r"/(?:don-vi|tac-gia)/[^/]+/\d{4}/(?:trang/\d+/)?",
    ),
    PageType("notices-fragment", "made-up", "/manh/thong-bao.html", r"/manh/[a-z-]+\.html"),
    PageType("draft", "preview", "/ban-tin/2025/03/bai-con-viet-do/"),
    PageType("preview-front", "preview", "/"),
    PageType("structure-with-long-name", "made-up", "/co-cau/"),
    PageType("english-with-contacts", "made-up", "/en/"),
)
ALL_PAGES = PROJECT_PAGES + MADE_UP_PAGES


def page_type(name: str) -> PageType:
    """Return the example of a name."""
    return next(kind for kind in ALL_PAGES if kind.name == name)


@dataclass(frozen=True, slots=True)
class ServedSite:
    """A built site and where it is served."""

    site: Site
    address: str


def build_sites(root: Path) -> dict[str, Site]:
    """Build the three sites that the examples belong to, below a folder."""
    made_up = write_content(root / "made-up" / "content", made_up_site.made_up_site())
    drafts = write_content(root / "preview" / "content", made_up_site.drafts_site())
    return {
        "project": build_apart(PROJECT / "content", root / "project" / "output", public=True),
        "made-up": build_apart(made_up, root / "made-up" / "output", public=True),
        "preview": build_apart(drafts, root / "preview" / "output"),
    }


@contextmanager
def served_sites(root: Path) -> Iterator[dict[str, ServedSite]]:
    """Build and serve the three sites."""
    with ExitStack() as stack:
        yield {
            name: ServedSite(site, stack.enter_context(serving(site.output)))
            for name, site in build_sites(root).items()
        }
