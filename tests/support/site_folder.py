"""A site's folder on the server, as the publish gate leaves it, small and made by hand."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from nginx.redirects import redirect_map

PAGE = b"<!doctype html><title>Trang</title>" + b"<p>Xin ch\xc3\xa0o</p>" * 60
STYLE = "theme/css/site.0123456789ab.css"
PHOTO = "anh/hoi-nghi.0123456789ab-480.jpg"
PAGE_FILE = "ban-tin/2026/11/mot/index.html"
REDIRECTS = (
    '{"/Default.aspx?id=12&x=a": "/ban-tin/2026/11/mot/", "/cu": "/ban-tin/2026/11/hai/",'
    ' "/tin/ph%C3%B2ng-b%E1%BB%87nh": "/ban-tin/2026/11/mot/",'
    ' "/x.aspx?t=A": "/ban-tin/2026/11/mot/", "/x.aspx?t=a": "/ban-tin/2026/11/hai/",'
    ' "/gia$1": "/ban-tin/2026/11/hai/"}'
)


def put(root: Path, path: str, data: bytes = b"x") -> Path:
    """Write a file below a folder."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def make_site_folder(site: Path) -> Path:
    """Make a site folder with one release, two tombstones and a page that is withheld."""
    public = site / "releases" / "one" / "public"
    for path in ("index.html", "404.html", PAGE_FILE, "ban-tin/2026/11/hai/index.html"):
        put(public, path, PAGE)
    put(public, f"{PAGE_FILE}.gz", gzip.compress(PAGE))
    put(public, f"{PAGE_FILE}.br", brotli.compress(PAGE))
    put(public, "feeds/tat-ca.atom.xml", b"<feed/>")
    put(public, "du-lieu/ban-tin/2026.json", b"[]")
    put(public, "tep/don.0123456789ab.docx", b"PK")
    put(public, "tim-kiem/kho/001.253mt.bin")
    put(public, "tim-kiem/muc-luc.json", b"{}")
    put(public, "MANIFEST")
    put(public, ".build/secret")
    for path in (STYLE, PHOTO, "anh/gone.0123456789ab-480.jpg"):
        put(site / "immutable", path)
    put(site / "immutable", f"{STYLE}.br", b"brotli")
    put(site, "gone/ban-tin/2026/11/goi/.gone", b"")
    put(site, "gone/ban-tin/2026/11/goi.gone", b"")
    put(site, "gone/ban-tin/2026/11/goi/index.html.gone", b"")
    put(site, "gone/anh/gone.0123456789ab-480.jpg.gone", b"")
    put(public, "ban-tin/2026/11/goi/index.html", PAGE)
    put(public, "luu-tru/index.html", PAGE)
    put(public.parent, "withheld/luu-tru/index.html.held", b"")
    put(site, "views/luot-xem/2026/11.json", b'{"mot":3}')
    put(public.parent, "redirects.map", redirect_map(REDIRECTS.encode()).encode())
    (site / "current").symlink_to("releases/one")
    return site
