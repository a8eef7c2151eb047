"""The rule on links that lead outside: the newsroom's list of domains, and forms never allowed."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from plugins.gate.findings import Finding
from plugins.gate.pieces import Piece
from plugins.gate.rules import Facts, Hit, Subject
from plugins.gate.spam.domains import is_allowed, is_suspicious
from plugins.gate.wordlist import words

CODES: Final = (
    "link-domain",
    "link-spam",
    "link-shortener",
    "link-bare-ip",
    "link-punycode",
    "link-redirect",
)
_SHORTENERS: Final = words(
    "bit.ly tinyurl.com goo.gl t.co ow.ly is.gd v.gd buff.ly cutt.ly rebrand.ly shorturl.at rb.gy "
    "tiny.cc bl.ink s.id t.ly lnkd.in shorte.st adf.ly soo.gd clck.ru qr.ae linktr.ee shope.ee "
    "by.com.vn bom.so bom.to byvn.net vn.vn link1s.com yeumoney.com tr.im x.co dlvr.it trib.al "
    "zpr.io me2.do j.mp short.gy short.io tinylink.net urlz.fr 1url.vn g.co urlvn.net"
)
_REDIRECT: Final = re.compile(
    r"[?&](?:url|u|q|to|redirect|target|goto|link|dest)=(https?:|//)", re.I
)
_NUMBERS: Final = re.compile(r"0x[0-9a-f]+|\d+", re.I)


def find_links(subject: Subject, facts: Facts) -> Iterator[Hit]:
    """Yield the links of a subject that may not lead where they do."""
    for piece in subject.pieces:
        if piece.kind == "link-target" and piece.text.lower().startswith(("http:", "https:")):
            finding = judge(piece.text, facts)
            if finding is not None:
                yield Hit(piece, finding)


def judge(address: str, facts: Facts) -> Finding | None:
    """Say what is wrong with an outside address, or None.

    Args:
        address: an address with ``http:`` or ``https:``.
        facts: the allowed domains are taken from it.
    """
    host = host_of(address)
    values = {"text": address, "host": host}
    code = None
    if not host or _is_address(host):
        code = "link-bare-ip"
    elif any(label.startswith("xn--") for label in host.split(".")) or not host.isascii():
        code = "link-punycode"
    elif host.removeprefix("www.") in _SHORTENERS:
        code = "link-shortener"
    elif not is_allowed(host, facts.domains):
        code = "link-spam" if is_suspicious(host) else "link-domain"
    elif _REDIRECT.search(unquote(address)):
        code = "link-redirect"
    return Finding(code, 0, len(address), values) if code else None


def host_of(address: str) -> str:
    """Return the host of an address, in small letters; "" where it has none."""
    try:
        return (urlsplit(address.strip().replace("\\", "/")).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def _is_address(host: str) -> bool:
    """Tell an IP address, also one written as browsers take it: ``0x7f.1``, ``2130706433``."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return all(_NUMBERS.fullmatch(label) for label in host.split("."))
    return True


def outside_links(subject: Subject) -> Iterator[tuple[Piece, str]]:
    """Yield the outside addresses of a subject with their pieces, for ``bantin links``."""
    for piece in subject.pieces:
        if piece.kind == "link-target" and piece.text.lower().startswith(("http:", "https:")):
            yield piece, piece.text
