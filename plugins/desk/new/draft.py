"""The text of a new bulletin: a header that teaches, made from the schema.

What is known is filled in. What is not stands there as a comment, empty, below its label, help and
example, ready to lose its ``#``: an example that stood in its place would be published one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

import yaml

from plugins.bulletins.categories import CATEGORIES
from plugins.bulletins.schema import BULLETIN, Field
from plugins.vietnamese import slugify

# What each kind of bulletin is asked for besides what all are.
_ASKED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "hoi-nghi": ("event", "documents"),
        "khen-thuong": ("awards", "event"),
        "thong-bao": ("documents", "expires"),
        "tin-hoat-dong": ("event",),
    }
)
_ALWAYS: Final = ("summary", "authors", "photographers", "units")
_COVER: Final = ("cover", "cover_alt", "cover_caption", "cover_credit")
_DRAFT: Final = "Bản nháp"
# Filled in from the start, so that they need no example.
_KNOWN: Final = frozenset({"title", "date"})
_OWN_HELP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "slug": "Phần cuối của địa chỉ trang. Đã đăng rồi thì đừng đổi.",
        "status": "Bài còn là bản nháp. Viết xong thì xóa dòng status để đăng.",
    }
)
# How an entry of a list begins, and how it goes on.
_ITEM: Final = "  - "
_INNER: Final = "    "
_PLAIN_BREAK: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a new bulletin. ``category`` is an id; lists hold names or ids."""

    category: str
    title: str
    day: date
    slug: str = ""
    authors: Sequence[str] = field(default=())
    units: Sequence[str] = field(default=())

    @property
    def name(self) -> str:
        """Return its slug: the one given, or that of its title."""
        return self.slug or slugify(self.title)

    @property
    def path(self) -> str:
        """Return its place below ``bulletins/``."""
        return f"{self.day.year}/{self.name}.md"


def text_of(draft: Draft) -> str:
    """Write the file of a new bulletin; it is a draft until somebody takes that line away."""
    category = next(choice for choice in CATEGORIES.choices if choice.id == draft.category)
    known: dict[str, object] = {
        "title": _PLAIN_BREAK.sub(" ", draft.title).strip(),
        "slug": draft.name,
        "date": draft.day.isoformat(),
        "category": category.name,
        "authors": list(draft.authors),
        "units": list(draft.units),
        "status": _DRAFT,
    }
    asked = (*_ALWAYS, *_ASKED[draft.category], *_COVER)
    names = [name for name, value in known.items() if value and name not in asked]
    lines = ["---"]
    for name in ("title", "slug", "date", "category", *asked, "status"):
        entry = BULLETIN.by_name[name]
        written = name in names or bool(known.get(name))
        lines += [f"# {line}" for line in (_meaning(entry, own=True), *_inside(entry))]
        lines += _given(name, known[name]) if written else [f"# {row}" for row in _empty(entry)]
    return "\n".join([*lines, "---", "", ""])


def _given(name: str, value: object) -> list[str]:
    if name == "date":  # YAML would quote it, lest it become more than a text
        return [f"{name}: {value}"]
    if isinstance(value, list):
        return [f"{name}:", *(f"  - {_scalar(each)}" for each in value)]
    return [f"{name}: {_scalar(value)}"]


def _scalar(value: object) -> str:
    """Write a text as YAML on one line, quoted where it has to be."""
    written = yaml.safe_dump([value], allow_unicode=True, width=10_000)
    return written.removeprefix("- ").rstrip("\n")


def _empty(entry: Field) -> list[str]:
    """Return a field as it would be written, with room for its value."""
    if entry.fields is None:
        return [f"{entry.name}:"]
    rows = [row for each in entry.fields for row in _empty(each)]
    if entry.kind == "list":
        return [
            f"{entry.name}:",
            *(f"{_ITEM if at == 0 else _INNER}{row}" for at, row in enumerate(rows)),
        ]
    return [f"{entry.name}:", *(f"  {row}" for row in rows)]


def _inside(entry: Field) -> Iterator[str]:
    """Say what each inner field means, on a line of its own: beside a value it would become one."""
    for each in entry.fields or ():
        yield f"  {each.name}: {_meaning(each)}"
        yield from (f"  {row}" for row in _inside(each))


def _meaning(entry: Field, *, own: bool = False) -> str:
    """Return label, help, choices and example of a field, in one line."""
    if own and entry.name in _OWN_HELP:
        return f"{entry.label}. {_OWN_HELP[entry.name]}"
    parts = [f"{entry.label}.", "Bắt buộc." if entry.required else ""]
    parts.append(entry.help)
    if entry.vocabulary is not None:
        parts.append(f"Chọn: {', '.join(each.name for each in entry.vocabulary.choices)}.")
    elif entry.example and not (own and entry.name in _KNOWN):
        parts.append(f"Ví dụ: {entry.example}")
    return " ".join(filter(None, parts))
