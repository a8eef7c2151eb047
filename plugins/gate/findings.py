"""What a rule reports: a code, a range of one text, and the values for its message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in one text.

    ``start`` and ``end`` are offsets in the text that the rule was given (``text[start:end]``);
    ``values`` fill in the message and the cure of ``code`` in ``plugins/problems``.
    """

    code: str
    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
