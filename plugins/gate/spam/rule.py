"""The rule on gambling advertisements: every text of a file, in any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plugins.gate.findings import Finding
from plugins.gate.pieces import PROSE, Piece
from plugins.gate.rules import Facts, Hit, Subject
from plugins.gate.spam.brands import find_brands
from plugins.gate.spam.domains import find_domains, is_allowed
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
_NOT_WORDS = frozenset({"line", "link-target", "file-name", "email", "website", "slug", "aliases"})


@dataclass(frozen=True, slots=True)
class SpamRule:
    """Finds advertisements; call it with a subject. Made once, before workers are forked."""

    phrases: Phrases = field(default_factory=Phrases)

    def __call__(self, subject: Subject, facts: Facts) -> Iterator[Hit]:
        """Yield the findings in a subject; what stands in a line already told is not told again."""
        told: set[tuple[str, int, str]] = set()
        prose = "\n".join(piece.text for piece in subject.pieces if piece.kind in PROSE)
        everything = folded("\n".join(piece.text for piece in subject.pieces))
        suspected = self.phrases.may_hold(everything.text)
        report = self.phrases.reports_in(prose) >= _FEWEST_SIGNS
        for piece in subject.pieces:
            plain = folded(piece.text)
            for finding in self._in_piece(piece, plain, facts, suspected=suspected):
                shown = finding
                if piece.kind in PROSE and finding.code in {"spam-phrase", "spam-brand"}:
                    shown = self._weighed(piece, finding, report=report)
                line, _ = piece.place(finding.start)
                key = (finding.code, line, finding.values["text"].casefold())
                if key not in told:
                    told.add(key)
                    yield Hit(piece, shown)

    def _in_piece(
        self, piece: Piece, plain: Folded, facts: Facts, *, suspected: bool
    ) -> Iterable[Finding]:
        blocked = self.phrases.find_blocked(plain) if suspected else []
        yield from blocked
        if piece.kind != "link-target":
            yield from find_brands(plain)
        if piece.kind not in _NOT_WORDS:
            if not blocked:
                yield from self.phrases.find_doubtful(piece.text)
            yield from _domains(plain, facts)

    def _weighed(self, piece: Piece, finding: Finding, *, report: bool) -> Finding:
        """Let a paragraph that reports a crime, or tells a gambler's story, off with a warning."""
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
        if found.suspicious:
            yield Finding("spam-domain", start, end, values)
        elif found.host.endswith(".vn"):
            yield Finding("domain-in-text", start, end, values)
        else:
            yield Finding("domain-not-listed", start, end, values)
