"""Domains: which may be linked to, and which have the shape of a gambling site.

Two nets. What is linked to must be on the list of the newsroom (``content/allowed-domains.yml``;
sites of the state, ``*.gov.vn``, always are). A domain that only stands in a text is judged by its
shape: brand names, digits, endings that gambling sites like and others do not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from plugins.gate.spam.brands import is_brand
from plugins.gate.spam.folded import Folded
from plugins.gate.wordlist import words

ALWAYS_ALLOWED: Final = "gov.vn"

_DOMAIN: Final = re.compile(
    r"(?<![\w.@/-])(?:https?://|www\.)?"
    r"(?P<host>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?P<tld>[a-z]{2,18}))(?![\w-]|\.\w)"
)
_OF_MAIL: Final = re.compile(r"@(?P<host>(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18})(?![\w-]|\.\w)")
_SPACED: Final = re.compile(
    r"(?<![\w.@/-])(?P<host>[a-z0-9-]{2,40}(?: ?[\[(]?(?:\.|dot|cham)[\])]? ?)"
    r"(?P<tld>com|net|vip|club|win|bet))"
    r"(?![\w-])"
)
# Quick looks: a dot inside a word, and an ending behind something that stands for a dot.
_DOTTED: Final = re.compile(r"\.[a-z]{2}")
_ENDED: Final = re.compile(r"[.tm\])] ?(?:com|net|vip|club|win|bet)(?![\w-])")
# Endings in everyday use. A name of letters alone under one of them may be anybody's.
_EVERYDAY: Final = words(
    "com net org edu gov int info eu asia me io tv co uk au us fr de jp kr cn sg th in ca ch se nl"
)
# Endings that gambling sites use and hardly anybody else whom a department would name.
_RISKY: Final = words(
    "vip win club fun bet top live cc pro vin mobi biz app one life online site pw games xyz "
    "ml sx store casino click men zone game tel fan pub ing link poker social space website "
    "buzz cash icu wtf bar lol rocks run money monster quest racing wang lat sbs cam hair kim "
    "ceo cool doctor cooking"
)
_FILE_SUFFIXES: Final = words(
    "jpg jpeg png gif webp heic heif svg pdf doc docx xls xlsx ppt pptx csv txt md html htm php "
    "yml yaml json xml zip rar mp3 mp4 mov css js exe"
)
_SHORTEST: Final = 4
_KEYWORDS: Final = re.compile(
    r"casino|slot|gamebai|lode|loto|lottery|xoso|taixiu|nohu|banca|daga|cado|cuoc|nhacai|bongda|"
    r"thethao|the-thao|fifa|goal|poker|danhbai|keo|soicau|jackpot|macau|lixi|vegas|betting|kasia|"
    r"zowin|hitclub|sodo|debet|doithuong|tructiep|choida|thomo|hoilangnghe|jbo|ktov|tdtc|topzo|kjc|"
    r"okvip|rikvip|taptap|sbobet|games$|^(?:nhat|vic|sun|taisum|vuagaaz|okking)$|\.(?:nhat|vic)$|xocdia|ball\d|\dball|bet(?:v|d|ae|asia)|(?:sun|gem|hay|i|v)win|(?:sh|ox|s|now|jing|full)bet|tip(?!s?\w{3})|lobby\.|gateway|(?:vip|bet|win|club)$|^(?:bet|win|vip)"
)
_INNOCENT_LABELS: Final = frozenset(
    {"baobongda", "thethaovanhoa", "winmart", "windows", "nightclub"}
)


@dataclass(frozen=True, slots=True)
class FoundDomain:
    """A domain in a text: where it stands in the folded text, and how it is judged."""

    host: str
    start: int
    end: int
    suspicious: bool


def find_domains(plain: Folded) -> Iterator[FoundDomain]:
    """Yield the domains that a text names, in any case, also with «[.]» or « . » for the dot."""
    seen = 0
    for match in _DOMAIN.finditer(plain.text) if _DOTTED.search(plain.text) else ():
        written = plain.original[slice(*plain.span(*match.span("host")))]
        if _is_domain(match["host"], match["tld"], written):
            seen = match.end()
            yield FoundDomain(match["host"], *match.span(), is_suspicious(match["host"]))
    for match in _OF_MAIL.finditer(plain.text) if "@" in plain.text else ():
        # Anybody's address may stand under any domain; that of a gambling site is told by its name.
        if _has_shape(match["host"].rpartition(".")[0]):
            yield FoundDomain(match["host"], *match.span("host"), suspicious=True)
    for match in _SPACED.finditer(plain.text) if _ENDED.search(plain.text) else ():
        host = re.sub(r"[^a-z0-9-]*(?:\.|dot|cham)[^a-z0-9-]*", ".", match["host"])
        if match.start() >= seen and _has_shape(host.partition(".")[0]):
            yield FoundDomain(host, *match.span(), suspicious=True)


def _is_domain(host: str, tld: str, written: str) -> bool:
    """Tell a domain from «TP.HCM», «PGS.TS», «B.Ng», «anh.jpg» and glued sentences («viện.Sau»)."""
    if tld in _FILE_SUFFIXES or not written.isascii():
        return False
    if tld in _EVERYDAY or tld == "vn":
        return len(host) > _SHORTEST
    ending = written.rpartition(".")[2]
    if ending[:1].isupper() and not written.isupper():
        return False
    if tld in _RISKY:
        return len(host) > _SHORTEST
    name = host.rpartition(".")[0]
    return _has_shape(name) or bool(re.search(r"[a-z]\d|\d[a-z]", name) and written.islower())


def _has_shape(name: str) -> bool:
    """Tell whether the part of a domain before its ending looks like a gambling site's."""
    parts = re.findall("[a-z0-9]+", name)
    return any(is_brand(part) for part in parts) or _KEYWORDS.search(name) is not None


def is_suspicious(host: str) -> bool:
    """Tell whether a host has the shape of a gambling site."""
    labels = host.removeprefix("www.").split(".")
    tld = labels.pop()
    if labels and labels[-1] in {"com", "net", "org", "edu", "gov", "co"} and len(labels) > 1:
        labels.pop()
    name = labels[-1] if labels else ""
    if name in _INNOCENT_LABELS:
        return False
    if tld not in _EVERYDAY and tld != "vn":
        return True
    if _has_shape(".".join(labels)):
        return True
    digits = len(re.findall(r"\d", name))
    if tld == "vn":
        return digits > 1 and digits >= len(name) - 1
    # 350.org is a campaign; digits among letters are not what associations go by.
    return digits > 0 and (tld not in {"org", "edu", "gov", "int"} or digits < len(name))


def is_allowed(host: str, allowed: Collection[str]) -> bool:
    """Tell whether a host, or a domain above it, is on the list.

    Args:
        host: a host, in small letters.
        allowed: domains (``who.int``), each of which allows its subdomains too.
    """
    labels = host.rstrip(".").split(".")
    above = {".".join(labels[number:]) for number in range(len(labels))}
    return ALWAYS_ALLOWED in above or not above.isdisjoint(allowed)
