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
from plugins.gate.spam.brands import find_brands
from plugins.gate.spam.domains import find_domains, is_allowed, is_suspicious
from plugins.gate.spam.folded import folded
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
# An address within an address, whatever the parameter is called; of an archive that is its way.
_REDIRECT: Final = re.compile(r"https?:[/\\]|=[/\\]{2}", re.I)
_ARCHIVES: Final = frozenset({"web.archive.org"})
_STEP: Final = re.compile("[/?&=#+]")
_NUMBERS: Final = re.compile(r"0x[0-9a-f]+|\d+", re.I)


def find_links(subject: Subject, facts: Facts) -> Iterator[Hit]:
    """Yield the links of a subject that may not lead where they do."""
    for piece in subject.pieces:
        if piece.kind == "link-target":
            finding = _judge_target(piece.text, facts)
            if finding is not None:
                yield Hit(piece, finding)


def _judge_target(target: str, facts: Facts) -> Finding | None:
    """Judge what a link may lead to in Markdown, or in an attachment, where anything stands."""
    start = target.lower().lstrip()
    if start.startswith(("http:", "https:")):
        return judge(target, facts)
    if start.startswith(("//", "\\\\")):
        return judge(f"https:{target}", facts)
    if start.startswith("mailto:") and _names_gambling(target):
        values = {"text": target, "host": target.rpartition("@")[2]}
        return Finding("link-spam", 0, len(target), values)
    return None


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
    else:
        rest = unquote(unquote(address.partition(host)[2] if host in address else address[8:]))
        if host not in _ARCHIVES and _REDIRECT.search(rest):
            code = "link-redirect"
        elif _names_gambling(rest):
            code = "link-spam"
    return Finding(code, 0, len(address), values) if code else None


def _names_gambling(rest: str) -> bool:
    """Tell whether what stands behind the host names a gambling site: «/@kubet88», «?u=kubet.com».

    A random identifier can look like a brand in part, so only whole steps of the path count.
    """
    plain = folded(rest)
    if any(found.suspicious for found in find_domains(plain)):
        return True
    steps = (folded(step.strip("@ ")) for step in _STEP.split(plain.text))
    return any(
        (found.start, found.end) == (0, len(step.text))
        for step in steps
        for found in find_brands(step)
    )


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
