"""The rule on gambling advertisements: every text of a file, in any spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins.gate.findings import Finding
from plugins.gate.pieces import PROSE, Piece
from plugins.gate.rules import Facts, Hit, Subject
from plugins.gate.spam.brands import find_brands
from plugins.gate.spam.domains import FoundDomain, find_domains, is_allowed
from plugins.gate.spam.folded import Folded, folded
from plugins.gate.spam.phrases import Phrases, is_story

CODES = (
    "spam-phrase",
    "spam-brand",
    "spam-domain",
    "spam-doubtful",
    "spam-reported",
    "domain-not-listed",
    "domain-in-text",
)
_FEWEST_WORDS = 12  # of a paragraph that may report a crime
_FEWEST_SIGNS = 2  # words of crime reports in the whole text, or one in the paragraph
_NOT_WORDS = frozenset({"line", "link-target", "email", "website", "slug", "aliases"})
_WEIGHED = frozenset({"spam-phrase", "spam-brand", "spam-domain"})
_WARNED = frozenset({"org", "gov", "edu", "int", "vn", "eu"})
_ENDING = re.compile(r"\.\w{1,5}(?:#[^#]*)?$")
_SHORT = 2  # letters of a country's domain


@dataclass(frozen=True, slots=True)
class SpamRule:
    """Finds advertisements; call it with a subject. Made once, before workers are forked."""

    phrases: Phrases = field(default_factory=Phrases)

    def __call__(self, subject: Subject, facts: Facts) -> Iterator[Hit]:
        """Yield the findings in a subject; what stands in a line already told is not told again."""
        texts = [piece for piece in subject.pieces if piece.kind != "line"]
        lines = [piece for piece in subject.pieces if piece.kind == "line"]
        told: defaultdict[int, list[str]] = defaultdict(list)
        report: bool | None = None
        # What the reader understood has no text outside its pieces; what it refused may have.
        for pieces in (texts,) if subject.record is not None else (texts, lines):
            wanted = self._wanted(pieces)
            if not wanted:
                continue
            for piece in pieces:
                for finding in self._in_piece(piece, wanted, facts):
                    line, _ = piece.place(finding.start)
                    words = finding.values["text"].casefold()
                    if any(words in other for other in told[line]):
                        continue
                    told[line].append(words)
                    if piece.kind in PROSE and finding.code in _WEIGHED:
                        report = self._is_report(subject) if report is None else report
                        yield Hit(piece, self._weighed(piece, finding, report=report))
                    else:
                        yield Hit(piece, finding)

    def _wanted(self, pieces: Sequence[Piece]) -> frozenset[str]:
        """Tell quickly what some texts may hold: most hold none of it, and are done with."""
        whole = "\n".join(_stem(p.text) if p.kind == "file-name" else p.text for p in pieces)
        plain = folded(whole)
        found = set()
        if self.phrases.may_hold(plain.text):
            found.add("phrase")
        if find_brands(plain):
            found.add("brand")
        if self.phrases.may_be_doubtful(whole):
            found.add("doubtful")
        if next(find_domains(plain), None) is not None:
            found.add("domain")
        return frozenset(found)

    def _in_piece(self, piece: Piece, wanted: frozenset[str], facts: Facts) -> Iterator[Finding]:
        if piece.kind == "line" and wanted.isdisjoint({"phrase", "brand"}):
            return
        plain = folded(piece.text)
        blocked = self.phrases.find_blocked(plain) if "phrase" in wanted else []
        yield from blocked
        domains: list[Finding] = []
        if piece.kind == "file-name":
            domains += _domains_in_name(piece.text, facts)
        elif piece.kind not in _NOT_WORDS:
            if "doubtful" in wanted and not blocked:
                yield from self.phrases.find_doubtful(piece.text)
            if "domain" in wanted:
                domains += _domains(plain, facts)
        yield from domains
        if "brand" in wanted and piece.kind != "link-target":
            for brand in find_brands(plain):
                if not any(one.start <= brand.start < one.end for one in domains):
                    yield brand

    def _is_report(self, subject: Subject) -> bool:
        """Tell whether the whole text reports on a crime."""
        prose = "\n".join(piece.text for piece in subject.pieces if piece.kind in PROSE)
        return self.phrases.reports_in(prose) >= _FEWEST_SIGNS

    def _weighed(self, piece: Piece, finding: Finding, *, report: bool) -> Finding:
        """Let a paragraph that reports a crime, or tells a gambler's story, off with a warning."""
        if self.phrases.calls_in(piece.text):
            return finding
        if len(piece.text.split()) >= _FEWEST_WORDS and (
            report or self.phrases.reports_in(piece.text) or is_story(piece.text, finding.start)
        ):
            return Finding("spam-reported", finding.start, finding.end, finding.values)
        return finding


def _domains(plain: Folded, facts: Facts) -> Iterator[Finding]:
    """Yield the domains in a text that the newsroom's list does not know."""
    for found in find_domains(plain):
        if is_allowed(found.host, facts.domains):
            continue
        start, end = plain.span(found.start, found.end)
        values = {"text": plain.original[start:end], "host": found.host}
        yield Finding(_code_of(found), start, end, values)


def _domains_in_name(name: str, facts: Facts) -> Iterator[Finding]:
    """Yield the domain that a file is called after («go88.com.jpg»)."""
    stem = _stem(name)
    for found in find_domains(folded(stem)):
        if not is_allowed(found.host, facts.domains):
            yield Finding("spam-domain", 0, len(stem), {"text": stem, "host": found.host})


def _stem(name: str) -> str:
    """Return a file's name without its ending and the place in it that a link names."""
    return _ENDING.sub("", name)


def _code_of(found: FoundDomain) -> str:
    """Say how grave it is that a text names a domain: by its shape, and by who can register it."""
    if found.suspicious:
        return "spam-domain"
    ending = found.host.rpartition(".")[2]
    country = len(ending) == _SHORT and found.host.count(".") > 1
    return "domain-in-text" if ending in _WARNED or country else "domain-not-listed"
