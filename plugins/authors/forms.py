"""The forms of a byline: labels, names, units, on one to three lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from plugins.authors import lexicon
from plugins.authors.naming import (
    Evidence,
    Known,
    drop_titles,
    is_initials,
    is_newspaper,
    is_place,
    is_source,
    is_usual,
    name_of,
    unit_of,
    unit_starts,
)

Kind = Literal["text", "picture", "both", "after", "none"]
"""What a label credits; ``after`` is «Theo»: a writer or a source. ``none``: no label."""

MAX_LENGTH: Final = 160
_MAX_NAMES: Final = 5
_MAX_BARE_NAMES: Final = 3
_MAX_BARE_LINES: Final = 2
_USUAL_PAIR: Final = 2
_UNIT_AFTER_SYLLABLES: Final = 2

# A bound, because «bài viết bài viết…» can be cut into labels in very many ways.
_MAX_JOINED_LABELS: Final = 4
_JOIN: Final = r"\s*(?:,|-|–|—|/|&|\+|;|và|\s)\s*"
_WORDS: Final = f"(?:{lexicon.TEXT_LABELS}|{lexicon.PICTURE_LABELS})"
_JOINED_WORDS: Final = rf"{_WORDS}(?:{_JOIN}{_WORDS}){{0,{_MAX_JOINED_LABELS}}}"
_LABEL: Final = rf"(?:{_JOINED_WORDS}|{lexicon.COMPILER_LABELS}|theo)(?!\w)"
LABEL_WITH_COLON: Final = rf"{_LABEL}\s*:"
_AT_START: Final = re.compile(rf"({_LABEL})\s*(?P<sign>[:–-]|(?=\s))\s*", re.I)
_INSIDE: Final = re.compile(
    rf"(?:(?P<sign>[;,./|–—-])\s*|\s+\(?)(?P<label>{_LABEL})(?:\s*(?P<colon>:)\s*|\s+)", re.I
)
_ONLY: Final = re.compile(rf"({_LABEL})\s*:?", re.I)
_PICTURE: Final = re.compile(rf"(?<!\w)(?:{lexicon.PICTURE_LABELS})(?!\w)", re.I)
_TEXT: Final = re.compile(
    rf"(?<!\w)(?:{lexicon.TEXT_LABELS}|{lexicon.COMPILER_LABELS})(?!\w)", re.I
)
_SUFFIX: Final = re.compile(
    rf"\s*\(\s*(?:{lexicon.SUFFIXES})\s*\)\s*\.?$|\s+[–-]\s*(?:{lexicon.BARE_SUFFIXES})\s*\.?$",
    re.I,
)
_BARE_SUFFIX: Final = re.compile(rf"\s+(?:{lexicon.BARE_SUFFIXES})\s*\.?$")
_JOINT: Final = re.compile(r"\s*[,;&+–—]\s*|\s+-\s*|\s*-\s+|\s+và\s+|(?<![ĐđTtSs])\s*/\s*", re.I)
_SEGMENT_ENDS: Final = " ,;/|–—-"
_DASH_FIRST: Final = re.compile(r"^[–—-]\s*")
_UNIT_JOINT: Final = re.compile(r"\s*[,–—(-]?\s*$")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a byline says. ``kept`` are words that credit nobody: «Ảnh: Internet»."""

    authors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    unit: str = ""
    kept: str = ""
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class _Names:
    names: tuple[str, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Segment:
    """A label, what stands behind it, and both as printed."""

    kind: Kind
    colon: bool
    words: str
    printed: str


def parse(lines: Sequence[str], known: Known) -> Parsed | None:
    """Read one to three lines as a byline, strictly: every word of every line must fit.

    Args:
        lines: plain text, blanks collapsed.
        known: tells the names that are registered.

    Returns:
        What the byline says; None where the lines are anything else.
    """
    found = Parsed()
    pending: Kind = "none"
    bare = 0
    for line in map(_bared, lines):
        if not line or len(line) > MAX_LENGTH:
            return None
        label = _ONLY.fullmatch(line)
        if label and pending == "none" and not bare:
            pending = _kind(label[1])
            continue
        below_name = pending == "none" and bool(found.authors or found.photographers)
        unit = _unit_line(line) if below_name and not found.unit else ""
        if unit:
            found = _joined(found, Parsed(unit=unit))
            continue
        parsed = _line(line, pending, known)
        if parsed is None:
            return None
        if not parsed.labelled:
            bare += 1
            if bare > _MAX_BARE_LINES or found.labelled:
                return None
        found = _joined(found, parsed)
        pending = "none"
    if pending != "none" or not (found.authors or found.photographers):
        return None
    return found


def looks_like_a_name(line: str, known: Known) -> bool:
    """Tell whether a line is a name without a label: an entry of a list of people."""
    parsed = _line(_bared(line), "none", known) if len(line) <= MAX_LENGTH else None
    return parsed is not None and not parsed.labelled


def _bared(line: str) -> str:
    """Take the brackets, dash and stars from around a line."""
    line = line.strip(' *_"“”')
    if line.startswith("(") and line.endswith(")") and line.count("(") == 1:
        inner = line[1:-1].strip()
        if not unit_of(inner) and not is_place(inner):
            return inner
    return _DASH_FIRST.sub("", line)


def _unit_line(line: str) -> str:
    """Return the unit that has a line for itself."""
    if line.startswith("(") and is_place(line):
        return line.strip("() .")
    return unit_of(line)


def _line(line: str, pending: Kind, known: Known) -> Parsed | None:
    """Read a line of names, with its labels or with the label of the line above."""
    if pending == "none" and known(line):
        return _credit("none", _names(line, "none", known))
    found: Parsed | None = None
    for segment in _segments(line, pending):
        if segment.kind in {"text", "picture", "both"} and is_source(segment.words):
            part: Parsed | None = Parsed(kept=segment.printed, labelled=True)
        else:
            names = _names(segment.words, segment.kind, known, colon=segment.colon)
            part = _credit(segment.kind, names)
        if part is None:
            return None
        found = part if found is None else _joined(found, part)
    return found


def _segments(line: str, pending: Kind) -> list[_Segment]:
    """Cut a line at its labels."""
    first = _AT_START.match(line)
    kind, start, colon = pending, 0, pending != "none"
    if first and pending == "none":
        kind, start, colon = _kind(first[1]), first.end(), first["sign"] == ":"
    parts: list[_Segment] = []
    begin = 0
    for match in _INSIDE.finditer(line, max(start - 1, 0)):
        follows = line[match.end() : match.end() + 1]
        if match.start() < start or not (match["colon"] or (match["sign"] and follows.isupper())):
            continue
        parts.append(
            _segment(kind, colon, line[start : match.start()], line[begin : match.start()])
        )
        kind, colon = _kind(match["label"]), bool(match["colon"])
        start, begin = match.end(), match.start("label")
    return [*parts, _segment(kind, colon, line[start:], line[begin:])]


def _segment(kind: Kind, colon: bool, words: str, printed: str) -> _Segment:
    return _Segment(kind, colon, words.strip(_SEGMENT_ENDS), printed.strip(_SEGMENT_ENDS))


def _kind(label: str) -> Kind:
    if label.lower() == "theo":
        return "after"
    picture, text = _PICTURE.search(label), _TEXT.search(_PICTURE.sub(" ", label))
    if picture and text:
        return "both"
    return "picture" if picture else "text"


def _credit(kind: Kind, found: _Names | None) -> Parsed | None:
    if found is None:
        return None
    return Parsed(
        authors=() if kind == "picture" else found.names,
        photographers=found.names if kind in {"picture", "both"} else (),
        unit=found.unit,
        labelled=kind != "none",
    )


def _names(text: str, kind: Kind, known: Known, *, colon: bool = False) -> _Names | None:
    """Read names and the unit behind them."""
    if kind == "after" and is_newspaper(text):
        return None
    labelled, writer = kind in {"text", "picture", "both"}, kind in {"text", "both"}
    evidence = Evidence(labelled=labelled, colon=labelled and colon, writer=writer)
    whole = name_of(text, known, evidence) if known(text) else None
    if whole:
        return _Names((whole,))
    text, suffixed = _without_suffix(text)
    evidence = replace(evidence, suffixed=suffixed)
    found = _with_unit(text, unit_starts(text, strong=True), known, evidence)
    if found is None:
        names = _joint_names(text, known, evidence)
        found = _Names(names) if names else None
    return (
        found
        or _with_unit(text, unit_starts(text, strong=False), known, evidence)
        or _with_place(text, known, evidence)
    )


def _without_suffix(text: str) -> tuple[str, bool]:
    shorter = _BARE_SUFFIX.sub("", _SUFFIX.sub("", text)).strip()
    return (shorter, True) if shorter and shorter != text.strip() else (text.strip(), False)


def _with_unit(text: str, starts: list[int], known: Known, evidence: Evidence) -> _Names | None:
    for start in starts:
        before = text[:start]
        names_text = _UNIT_JOINT.sub("", before)
        joined_by_sign = names_text != before.rstrip()
        behind = text[start:].strip()
        if before.rstrip().endswith("("):
            if not behind.rstrip(".").endswith(")"):
                continue
            behind = behind.rstrip(".").removesuffix(")")
        unit = unit_of(behind)
        enough = joined_by_sign or len(names_text.split()) >= _UNIT_AFTER_SYLLABLES
        if not unit or not names_text or not enough:
            continue
        names = _joint_names(_without_suffix(names_text)[0], known, evidence)
        if names:
            return _Names(names, unit)
    return None


def _with_place(text: str, known: Known, evidence: Evidence) -> _Names | None:
    """Read «NAME (Lạng Sơn)»."""
    before, _, behind = text.removesuffix(")").rpartition("(")
    if not before or not text.endswith(")") or not is_place(behind):
        return None
    names = _joint_names(before.strip(), known, evidence)
    return _Names(names, behind.strip()) if names else None


def _joint_names(text: str, known: Known, evidence: Evidence) -> tuple[str, ...]:
    """Read one name or several that are joined; () where any of them is none."""
    alone = name_of(text, known, evidence)
    if alone and not _is_joined(text, known, evidence):
        return (alone,)
    names: list[str] = []
    parts = [part for part in _JOINT.split(_spelt_out(text)) if part]
    for part in parts:
        halves = _halves(part, known, evidence) or [name_of(part, known, evidence)]
        names += [name or "" for name in halves]
    if not all(names) or not 0 < len(names) <= _MAX_NAMES:
        return ()
    if len(names) > 1 and not evidence.labelled and not _plausible(parts, names, known):
        return ()
    return tuple(dict.fromkeys(names))


def _plausible(parts: list[str], names: list[str], known: Known) -> bool:
    """Tell names from a slogan or places, which are joined as well: «Kỷ cương - Trách nhiệm»."""
    sure = any(
        known(name)
        or is_initials(name)
        or drop_titles(part)[0] != part
        or name.split()[0].lower() in lexicon.FAMILY_NAMES
        for part, name in zip(parts, names, strict=False)
    )
    if len(names) == _USUAL_PAIR and all(map(is_usual, names)):
        return True
    return sure and len(names) <= _MAX_BARE_NAMES


def _is_joined(text: str, known: Known, evidence: Evidence) -> bool:
    return not known(text) and bool(_halves(text, known, evidence))


def _halves(text: str, known: Known, evidence: Evidence) -> list[str | None]:
    """Split at a hyphen without blanks, where both halves are names and it is no initials form."""
    left, hyphen, right = text.partition("-")
    if not hyphen or is_initials(text) or is_initials(left) or known(text):
        return []
    halves = [name_of(left, known, evidence), name_of(right, known, evidence)]
    return halves if all(halves) else []


def _spelt_out(text: str) -> str:
    """Write «đ/c» without the slash that joins names."""
    return re.sub(r"(?<!\w)[ĐđDd]/[Cc]\.?(?=\s)", "đồng chí", text)


def _joined(one: Parsed, other: Parsed) -> Parsed:
    return Parsed(
        authors=tuple(dict.fromkeys((*one.authors, *other.authors))),
        photographers=tuple(dict.fromkeys((*one.photographers, *other.photographers))),
        unit=one.unit or other.unit,
        kept="; ".join(filter(None, (one.kept, other.kept))),
        labelled=one.labelled or other.labelled,
    )
