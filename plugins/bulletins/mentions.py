"""Names in bulletins that a registry must know: where each is used, and what it may have meant.

What people and units have in common: a plain name that nobody has is a mistake of the bulletin
that writes it, one problem each; an id that is gone, or a name that became ambiguous, is a mistake
of the registry's edit, one problem for all its uses (DESIGN section 4, "Green stays green").
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from plugins.bulletins.fields import SLUG
from plugins.problems.phrases import phrase
from plugins.vietnamese import fold, fold_exact, slugify

USES_SHOWN = 5
HINTS_GIVEN = 50
"""An import may bring thousands of unknown names; comparing each with all others takes minutes."""


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A place that names somebody or something."""

    path: str
    line: int
    column: int


class Usage:
    """Which files use which names, to tell them beside a mistake of the registry."""

    def __init__(self, uses: Iterable[tuple[str, str]] = ()) -> None:
        """Gather ``(name or id as written, path)`` pairs."""
        self._paths: dict[str, set[str]] = {}
        for text, path in uses:
            self._paths.setdefault(fold_exact(text), set()).add(path)

    def of(self, names: Iterable[str]) -> str:
        """Return a sentence that lists the files using any of the names; nothing when none does."""
        paths = {path for name in names for path in self._paths.get(fold_exact(name), ())}
        return phrase("used-in", paths=", ".join(sorted(paths))) if paths else ""


def looks_like_id(text: str) -> bool:
    """Tell whether a text is an id rather than a name: lower case, no accents, with a hyphen."""
    return "-" in text and SLUG.fullmatch(text) is not None


def also_used(uses: Iterable[Use]) -> str:
    """Return a sentence that lists uses after the first, empty when there is none."""
    others = sorted(uses)[1:]
    if not others:
        return ""
    shown = ", ".join(phrase("place", path=u.path, line=u.line) for u in others[:USES_SHOWN])
    rest = len(others) - USES_SHOWN
    return phrase("also-used-more" if rest > 0 else "also-used", shown=shown, rest=rest)


def new_entry(name: str, ids: Collection[str]) -> str:
    """Return the line that would add a name to a registry, ready to paste."""
    base = slugify(name, 60) or "ma-so"
    identity, number = base, 2
    while identity in ids:
        identity, number = f"{base}-{number}", number + 1
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'- {{id: {identity}, name: "{quoted}"}}'


@dataclass(slots=True)
class Hints:
    """Nearest names of a registry; ``names`` maps every name to the id it belongs to.

    ``entry`` is the phrase that prints a name with its id.
    """

    names: Mapping[str, str]
    entry: str = "entry"
    _given: dict[str, str] = field(default_factory=dict)
    _folded: dict[str, list[str]] = field(default_factory=dict)

    def of(self, text: str) -> str:
        """Return a sentence with up to three names that look like ``text``, or nothing."""
        if text in self._given:
            return self._given[text]
        if len(self._given) >= HINTS_GIVEN:
            return ""
        if not self._folded:
            for name in self.names:
                self._folded.setdefault(fold(name), []).append(name)
        near = difflib.get_close_matches(fold(text), self._folded, n=3, cutoff=0.7)
        found: dict[str, str] = {}
        for name in (name for folded in near for name in self._folded[folded]):
            found.setdefault(self.names[name], name)
        entries = [phrase(self.entry, name=name, id=key) for key, name in [*found.items()][:3]]
        hint = phrase("meant-entry", listed=phrase("or").join(entries)) if entries else ""
        self._given[text] = hint
        return hint
