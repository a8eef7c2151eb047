"""The form's fields, made from the schema of a bulletin: nothing is listed here twice.

For each field two things come out: what Decap CMS shows (``widgets``), and what the page's own
reader of files has to know of it (``kinds``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from plugins.bulletins.schema import BULLETIN, Field, Schema

Json = dict[str, Any]

# Fields whose values stand in a registry. A strict one takes nothing that the registry has not.
_FROM_LISTS: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {
        "units": ("units", True),
        "authors": ("people", False),
        "photographers": ("people", False),
        "event.host": ("units", False),
        "awards.form": ("award_forms", False),
        "awards.recipients.unit": ("units", True),
        "awards.recipients.person": ("people", True),
    }
)
# Lists whose entries hold one of their fields, each a form of its own.
_VARIANTS: frozenset[str] = frozenset({"awards.recipients"})
# What each bulletin is asked for, in the order in which one writes; the rest of the schema follows.
_FIRST: Sequence[str] = (
    *("title", "category", "date", "summary", "units", "authors", "photographers"),
    *("cover", "cover_alt", "cover_caption", "cover_credit", "event", "awards", "documents"),
)
# For machines: they are kept as they are and not shown.
_HIDDEN: frozenset[str] = frozenset({"origin"})
# What the text of an entry in a folded list says.
_SUMMARIES: Mapping[str, str] = MappingProxyType(
    {
        "awards": "{{fields.form}} {{fields.authority}}",
        "documents": "{{fields.number}} {{fields.title}}",
        "letters": "{{fields.name}} {{fields.date}}",
    }
)
_ENTRIES: Mapping[str, str] = MappingProxyType(
    {
        "awards": "hình thức khen",
        "awards.recipients": "người hoặc đơn vị",
        "documents": "văn bản",
        "letters": "ý kiến",
    }
)
# Where the schema's help speaks of files, a form needs other words, or none.
_HELP: Mapping[str, str] = MappingProxyType(
    {
        "date": "Giờ có thể bỏ trống. Ngày giờ chưa tới thì bài chờ đến lúc đó.",
        "event.session": "",
        "event.host": "Chọn trong danh bạ, hoặc viết tên.",
        "awards.recipients": "Bấm nút thêm rồi chọn: đơn vị, cá nhân, hay tên viết thẳng.",
        "awards.recipients.unit": "",
        "awards.recipients.person": "",
    }
)
_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
_SLUG_HELP = "chỉ gồm chữ thường không dấu, số và dấu gạch nối"
_LONG_LINE = 500
# A photo or document comes from the writer's own machine; an address elsewhere would not be kept.
_ONE_FILE: Mapping[str, Any] = MappingProxyType(
    {"choose_url": False, "media_library": {"config": {"multiple": False}}}
)
_BODY_HINT = (
    "Cách một dòng trống giữa hai đoạn. Các nút phía trên chèn đề mục, danh sách, bảng và ảnh."
)


def widgets() -> list[Json]:
    """Return the fields of the form, as Decap's configuration has them.

    What each bulletin needs comes first; the text comes after the summary.
    """
    shown = {field.name: _widget(field, field.name) for field in BULLETIN}
    body = {
        "name": "body",
        "label": "Nội dung bài",
        "widget": "bantin-body",
        "hint": _BODY_HINT,
        "required": False,
    }
    first = [shown.pop(name) for name in _FIRST]
    at = _FIRST.index("summary") + 1
    return [*first[:at], body, *first[at:], *shown.values()]


def kinds(spellings: Mapping[str, Mapping[str, str]]) -> Json:
    """Return the schema for the page's reader of files.

    Args:
        spellings: by list, what other names of its values mean.
    """
    return _kinds(BULLETIN, "", spellings)


def _widget(field: Field, path: str, *, needed: bool = True) -> Json:
    shown: Json = {
        "name": field.name,
        "label": field.label,
        "required": field.required and needed,
        **_control(field, path),
    }
    hint = _hint(field, path, shown["required"])
    return {**shown, "hint": hint} if hint else shown


def _hint(field: Field, path: str, required: bool) -> str:
    parts = [_HELP.get(path, field.help)]
    if field.example and field.vocabulary is None and field.kind not in ("date", "moment"):
        parts.append(f"Ví dụ: {field.example}")
    if field.required and not required:
        parts.append("Phải có khi ghi mục này.")
    return " ".join(filter(None, parts))


def _control(field: Field, path: str) -> Json:
    if path in _HIDDEN:
        return {"widget": "hidden"}
    if path in _FROM_LISTS:
        options, strict = _FROM_LISTS[path]
        return {
            "widget": "bantin-choice",
            "options": options,
            "strict": strict,
            "multiple": field.kind == "names",
        }
    if field.fields is not None:
        return _nested(field, path, field.fields)
    if field.vocabulary is not None:
        names = [choice.name for choice in field.vocabulary.choices]
        return {"widget": "select", "options": names}
    return _simple(field)


def _nested(field: Field, path: str, inner: Schema) -> Json:
    if path in _VARIANTS:
        types = [
            {
                "name": each.name,
                "label": each.label,
                "widget": "object",
                "fields": [_widget(each, f"{path}.{each.name}") | {"required": True}],
            }
            for each in inner
        ]
        return {"widget": "list", "types": types, "label_singular": _ENTRIES[path]}
    # An object that is not filled in must not ask for what it would need.
    needed = field.kind == "list"
    fields = [_widget(each, f"{path}.{each.name}", needed=needed) for each in inner]
    if field.kind == "mapping":
        return {"widget": "object", "collapsed": "." not in path, "fields": fields}
    return {
        "widget": "list",
        "collapsed": False,
        "fields": fields,
        "label_singular": _ENTRIES.get(path, field.label.lower()),
        "summary": _SUMMARIES.get(path, "{{fields.name}}"),
    }


def _simple(field: Field) -> Json:
    """Return the control of a field that holds one value of its own."""
    texts: Json = {"widget": "text" if field.max_length > _LONG_LINE else "string"}
    many: Json = {"widget": "bantin-choice", "options": "", "strict": False, "multiple": True}
    # A new bulletin is one of today, until its author says otherwise.
    day: Json = {"widget": "bantin-moment", "time": False, "today": False}
    controls: Mapping[str, Json] = {
        "moment": day | {"time": True, "today": field.required},
        "date": day,
        "names": many,
        "old_url": many,
        "slug": {"widget": "string", "pattern": [_SLUG, _SLUG_HELP]},
        "path": {"widget": "image" if field.name == "cover" else "file"} | dict(_ONE_FILE),
        "number": {"widget": "number", "value_type": "int", "min": 0},
        "paragraphs": {"widget": "text"},
    }
    return controls.get(field.kind, texts)


def _kinds(fields: Iterable[Field], above: str, spellings: Mapping[str, Mapping[str, str]]) -> Json:
    found: Json = {}
    for field in fields:
        path = f"{above}{field.name}"
        entry: Json = {"kind": field.kind}
        if field.kind in ("names", "old_url"):
            entry["separators"] = field.separators
        if field.vocabulary is not None:
            entry["spellings"] = {
                text.lower(): choice.name
                for choice in field.vocabulary.choices
                for text in (choice.id, choice.name, *choice.aliases)
            }
        elif path in _FROM_LISTS:
            entry["spellings"] = spellings.get(_FROM_LISTS[path][0], {})
        if field.fields is not None:
            entry["fields"] = _kinds(field.fields, f"{path}.", spellings)
            entry["variants"] = path in _VARIANTS
        found[field.name] = entry
    return found
