"""The two files of nginx's configuration: what all sites share, and one site."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nginx.headers import header_lines, header_maps, read_headers
from nginx.quoting import quoted, quoted_pattern

_HERE: Final = Path(__file__).resolve().parent
_DEPLOY: Final = _HERE.parent
_NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,30}")
_HOST: Final = re.compile(
    r"(?=.{4,253}\Z)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+"
)
_MARK: Final = re.compile(r"@([A-Z_0-9]+)@")
# The first nginx in which HTTP/2 is a directive of its own; the older form gives a warning there.
_HTTP2_DIRECTIVE: Final = (1, 25, 1)

# The same as the preview's (plugins/engine/preview/media_types.py; a test compares them). What is
# text says so with its encoding; all of ours is UTF-8.
_TYPES: Final = {
    "application/json; charset=utf-8": "json",
    "application/manifest+json; charset=utf-8": "webmanifest",
    "application/pdf": "pdf",
    "application/wasm": "wasm",
    "application/xml; charset=utf-8": "xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "font/woff2": "woff2",
    "image/avif": "avif",
    "image/gif": "gif",
    "image/jpeg": "jpeg jpg",
    "image/png": "png",
    "image/svg+xml": "svg",
    "image/webp": "webp",
    "image/vnd.microsoft.icon": "ico",
    "text/calendar; charset=utf-8": "ics",
    "text/css; charset=utf-8": "css",
    "text/csv; charset=utf-8": "csv",
    "text/html; charset=utf-8": "html",
    "text/javascript; charset=utf-8": "js",
    "text/plain; charset=utf-8": "txt",
}


@dataclass(frozen=True, slots=True)
class Server:
    """What is true of the machine.

    Attributes:
        version: of nginx, such as ``(1, 22, 1)``.
        http_port: where plain HTTP is answered with the way to HTTPS.
        tls_port: where the sites are.
        address: the only address to listen on, or "" for all.
        ipv6: whether "all" has those of IPv6: nginx does not start where the kernel has none.
        requests_per_second: of one address, above which it is told to wait.
        burst: how many more than that may come at once.
    """

    version: tuple[int, ...]
    http_port: int = 80
    tls_port: int = 443
    address: str = ""
    ipv6: bool = True
    requests_per_second: int = 200
    burst: int = 1000


@dataclass(frozen=True, slots=True)
class Site:
    """What is true of one site.

    Attributes:
        name: short, for files and variables: small letters, digits, hyphens.
        host: the only host it answers to.
        folder: of the publish gate (`docs/operations.md`).
        certificate: file of the certificate and its chain.
        key: file of the certificate's key.
        logs: folder of its logs.
        views: folder of the log that views are counted from.
        acme: folder in which certbot puts its proofs.
        pages: folder of `410.html` and `503.html`.
    """

    name: str
    host: str
    folder: Path
    certificate: Path
    key: Path
    logs: Path = Path("/var/log/nginx")
    views: Path = Path("/var/log/bantin")
    acme: Path = Path("/var/lib/bantin/acme")
    pages: Path = _HERE

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(
                f"not a name for a site: {self.name!r}; small letters, digits, hyphens, 31 at most"
            )
        if not _HOST.fullmatch(self.host):
            raise ValueError(f"not a host name: {self.host!r}")


def common_configuration(server: Server) -> str:
    """Return the configuration that all sites of a machine share, once, at the level `http`."""
    facts = {
        "REQUESTS_PER_SECOND": str(server.requests_per_second),
        "LISTEN_DEFAULT": "\n".join(
            [
                *_listen(server, server.http_port, "default_server"),
                *_listen(server, server.tls_port, "ssl default_server"),
            ]
        ),
    }
    return _filled("common.conf", facts)


def site_configuration(server: Server, site: Site) -> str:
    """Return the configuration of one site.

    Raises:
        ValueError: a path cannot be written in nginx's configuration.
    """
    headers = read_headers((_DEPLOY / "headers.json").read_text(encoding="utf-8"))
    variable = f"bantin_{site.name.replace('-', '_')}"
    own_directive = server.version >= _HTTP2_DIRECTIVE
    listen = _listen(server, server.tls_port, "ssl" if own_directive else "ssl http2")
    for path in (
        site.folder,
        site.certificate,
        site.key,
        site.logs,
        site.views,
        site.acme,
        site.pages,
    ):
        if (
            not path.is_absolute()
            or quoted(str(path)) != f'"{path}"'
            or re.search(r"[\s;{}*?[]", str(path))
        ):
            raise ValueError(f"not a path for nginx's configuration: {path}")
    facts = {
        "ACME": str(site.acme),
        "BURST": str(server.burst),
        "CERTIFICATE": str(site.certificate),
        "HEADERS": header_lines(headers, variable),
        "HEADER_MAPS": header_maps(headers, variable),
        "HOST": site.host,
        "IMMUTABLE": quoted_pattern(_immutable_pattern()),
        "KEY": str(site.key),
        "LISTEN_HTTP": "\n".join(_listen(server, server.http_port, "")),
        "LISTEN_TLS": "\n".join([*listen, *(["    http2 on;"] if own_directive else [])]),
        "LOGS": str(site.logs),
        "NAME": site.name,
        "PAGES": str(site.pages),
        "REDIRECT_PORT": "" if server.tls_port == 443 else f":{server.tls_port}",  # noqa: PLR2004 - HTTPS
        "SITE": str(site.folder),
        "TYPES": "\n".join(f"        {quoted(kind)} {names};" for kind, names in _TYPES.items()),
        "VIEWS": str(site.views),
        "VARIABLE": site.name.replace("-", "_"),
    }
    return _filled("site.conf", facts)


def _immutable_pattern() -> str:
    file = _DEPLOY / "publish_gate" / "immutable.json"
    pattern = json.loads(file.read_text(encoding="utf-8"))["pattern"]
    assert isinstance(pattern, str)
    return pattern


def _listen(server: Server, port: int, options: str) -> list[str]:
    """Return the `listen` lines of one port: of the one address, or of each family."""
    every = ["", "[::]:"] if server.ipv6 else [""]
    addresses = [f"{server.address}:"] if server.address else every
    return [f"    listen {address}{port}{options and f' {options}'};" for address in addresses]


def _filled(template: str, facts: Mapping[str, str]) -> str:
    """Return a template with each ``@MARK@`` replaced; one without a fact is a KeyError."""
    text = (_HERE / template).read_text(encoding="utf-8")
    return _MARK.sub(lambda mark: facts[mark[1]], text)
