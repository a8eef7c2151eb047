"""A YAML text while its fields are read, and the values that come out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeVar
from zoneinfo import ZoneInfo

from plugins.bulletins.records import Mention
from plugins.bulletins.schema import Field
from plugins.bulletins.yaml_nodes import Node, Place, ScalarNode
from plugins.problems import Problem, problem
from plugins.vietnamese import repair_lookalikes, strip_invisible

T = TypeVar("T")

_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:[A-Za-z]{2,8}|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});")
# A double-quoted YAML text can spell out what no file may hold as bytes.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Values:
    """The values of one mapping, by field name, and where each field stands in the file."""

    line: int
    column: int
    values: dict[str, object] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def get(self, name: str, kind: type[T]) -> T | None:
        """Return a value, or None when the field is not there, is empty or was wrong."""
        value = self.values.get(name)
        return value if isinstance(value, kind) else None

    def text(self, name: str) -> str:
        """Return a text, empty when there is none."""
        return self.get(name, str) or ""

    def mentions(self, name: str) -> tuple[Mention, ...]:
        """Return the texts of a list field."""
        return self.get(name, tuple) or ()

    def entries(self, name: str) -> tuple[Values, ...]:
        """Return the mappings of a list field."""
        return self.get(name, tuple) or ()

    def place(self, name: str) -> tuple[int, int]:
        """Return the line and column of a field's value, or of the mapping that lacks it."""
        return self.places.get(name, (self.line, self.column))


class Form:
    """One YAML text while its fields are read: where it stands, what was found wrong so far."""

    __slots__ = ("_escapes", "_lines", "_markup", "_tidy", "place", "problems", "timezone")

    def __init__(self, text: str, place: Place, timezone: ZoneInfo) -> None:
        """Look once for what hardly any text has, so that no value need be searched for it."""
        self.place = place
        self.timezone = timezone
        self.problems: list[Problem] = []
        self._escapes = "\\" in text
        self._tidy = not self._escapes and repair_lookalikes(strip_invisible(text)) == text
        self._markup = self._escapes or "<" in text or "&" in text
        self._lines = text.split("\n") if "#" in text else None

    def report(self, code: str, where: Node | tuple[int, int], **values: object) -> None:
        """Add a problem at a node or at a line and column of the file."""
        line, column = where if isinstance(where, tuple) else self.place.at(where.start_mark)
        self.problems.append(problem(code, self.place.path, line, column, **values))

    def clean(self, value: str) -> str:
        """Return a text as it is kept: NFC, no invisible or look-alike letters."""
        return value if self._tidy else repair_lookalikes(strip_invisible(value))

    def check_plain(self, value: str, entry: Field, node: ScalarNode) -> bool:
        """Check that a text is plain and whole; report what is not."""
        if self._markup and (match := _MARKUP.search(value)):
            self.report("field-html", node, field=entry.name, text=value[match.start() :][:30])
            return False
        if self._escapes and _CONTROL.search(value):
            self.report("field-control-character", node, field=entry.name)
            return False
        if not node.style and (comment := self.comment_after(node)):
            self.report("field-cut-at-hash", node, field=entry.name, text=comment[:40])
            return False
        if len(value) > entry.max_length:
            self.report(
                "field-too-long", node, field=entry.name, size=len(value), limit=entry.max_length
            )
            return False
        return True

    def comment_after(self, node: Node) -> str:
        """Return the comment on the line where a node ends, empty when there is none."""
        if self._lines is None or node.end_mark.line >= len(self._lines):
            return ""
        rest = self._lines[node.end_mark.line][node.end_mark.column :]
        rest = rest.lstrip(" \t:")
        return rest if rest.startswith("#") else ""
