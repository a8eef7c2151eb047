"""The configuration as text: what goes in, and what is refused."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest
from support.content import PROJECT

from nginx.configuration import Server, Site, common_configuration, site_configuration
from nginx.headers import read_headers
from nginx.quoting import quoted
from plugins.engine.preview import media_types

OLD, NEW = Server(version=(1, 22, 1)), Server(version=(1, 26, 3))
SITE = Site(
    name="so-y-te",
    host="bantin.example",
    folder=Path("/srv/bantin/so-y-te"),
    certificate=Path("/etc/c.pem"),
    key=Path("/etc/k.pem"),
)


def test_every_mark_is_filled() -> None:
    for server in (OLD, NEW):
        text = site_configuration(server, SITE) + common_configuration(server)
        assert not re.search(r"@[A-Z_0-9]+@", text)


def test_http_2_is_asked_for_as_the_version_wants_it() -> None:
    assert "listen 443 ssl http2;" in site_configuration(OLD, SITE)
    assert "listen [::]:443 ssl http2;" in site_configuration(OLD, SITE)
    assert "http2 on;" not in site_configuration(OLD, SITE)
    assert "listen 443 ssl;\n" in site_configuration(NEW, SITE)
    assert "http2 on;" in site_configuration(NEW, SITE)


def test_a_machine_without_ipv6_is_not_asked_for_it() -> None:
    server = dataclasses.replace(NEW, ipv6=False)
    assert "[::]" not in site_configuration(server, SITE) + common_configuration(server)


def test_two_sites_share_no_variable() -> None:
    other = dataclasses.replace(SITE, name="trung-tam")
    made = [
        set(re.findall(r"^map \S+ (\$\S+)", site_configuration(OLD, site), re.MULTILINE))
        for site in (SITE, other)
    ]
    assert made[0]
    assert not made[0] & made[1]


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Sở"},
        {"name": ""},
        {"name": "a b"},
        {"host": "localhost"},
        {"host": "a.example; return 200"},
        {"host": "-a.example"},
    ],
)
def test_what_is_no_name_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not a"):
        dataclasses.replace(SITE, **change)


@pytest.mark.parametrize("folder", ["srv", "/srv/a b", "/srv/a;b", "/srv/$host", "/srv/*"])
def test_a_path_that_nginx_would_misread_is_refused(folder: str) -> None:
    with pytest.raises(ValueError, match="nginx's configuration"):
        site_configuration(OLD, dataclasses.replace(SITE, folder=Path(folder)))


def test_no_location_adds_headers_of_its_own() -> None:
    # One that did would drop all others.
    text = site_configuration(OLD, SITE)
    lines = [line for line in text.splitlines() if "add_header" in line and "#" not in line]
    assert lines
    assert all(line.startswith("    add_header") and line.endswith("always;") for line in lines)


def test_the_last_rule_that_fits_a_path_counts() -> None:
    rules = [
        {"pattern": "^/a", "name": "X", "value": "first"},
        {"pattern": "^/ab", "name": "X", "value": "second"},
    ]
    (header,) = read_headers(json.dumps({"everywhere": [], "by_path": rules}))
    # nginx takes the first that fits.
    assert header.by_path == (("^/ab", "second"), ("^/a", "first"))
    assert header.default == ""


def test_types_are_those_of_the_preview() -> None:
    text = site_configuration(OLD, SITE)
    block = text[text.index("types {") : text.index("}", text.index("types {"))]
    served = {
        name: kind
        for kind, names in re.findall(r'"([^"]+)" ([^;]+);', block)
        for name in names.split()
    }
    shown = {
        suffix.removeprefix("."): media_types.content_type(kind)
        for suffix, kind in media_types._TYPES.items()
    }
    assert {name: served.get(name) for name in shown} == shown


def test_files_kept_for_ever_in_the_store_are_kept_by_browsers_too() -> None:
    headers = {
        header.name: header
        for header in read_headers((PROJECT / "deploy/headers.json").read_text())
    }
    ((kept, value),) = headers["Cache-Control"].by_path
    assert "immutable" in value
    store = json.loads((PROJECT / "deploy/publish_gate/immutable.json").read_text())["pattern"]
    for path in (
        "/theme/js/search/a.0123456789ab.js",
        "/anh/x.0123456789ab-480.webp",
        "/tep/a.0123456789ab.pdf",
    ):
        assert re.search(kept, path)
        assert re.search(store, path)
    for path in ("/ban-tin/2026/11/mot/index.html", "/anh/x.jpg", "/tim-kiem/muc-luc.json"):
        assert not re.search(kept, path)
        assert not re.search(store, path)


@pytest.mark.parametrize("text", ["a\nb", "$host", "\x00"])
def test_what_cannot_be_a_string_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not to be written"):
        quoted(text)


def test_a_string_cannot_end_itself() -> None:
    assert quoted('a" b\\') == r'"a\" b\\"'
