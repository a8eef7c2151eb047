"""Fields of a header or registry entry: from YAML nodes to typed values, problems collected.

Nothing raises and nothing stops at the first mistake: a value that cannot be used is left out and
leaves a problem at its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from plugins.bulletins import dates
from plugins.bulletins.dates import Misreading
from plugins.bulletins.form import Form, Values
from plugins.bulletins.records import Mention
from plugins.bulletins.schema import REFUSED, Field, Schema
from plugins.bulletins.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from plugins.problems.phrases import phrase
from plugins.vietnamese import nfc

SLUG_LENGTH = 80
HINTS_UNTIL = 100
"""Problems in a file after which wrong keys get no suggestion: looking for one is slow."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_EMPTY = frozenset(("", "~", "null"))
_WEB = re.compile(r"https?://[^\s/?#@:\\]+\.[^\s/?#@:\\.]+(?::[0-9]{1,5})?(?:[/?#][^\s\\]*)?", re.I)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_PHONE = re.compile(r"\+?[0-9(][0-9 ().\-/]{1,40}(?:\s(?:máy lẻ|ext\.?|số)\s[0-9]{1,6})?")
_OLD_URL = re.compile(r"/(?!/)[^\s\\#<>\"]*")


def read_mapping(
    form: Form,
    node: MappingNode,
    schema: Schema,
    owner: str = "",
    *,
    later: frozenset[str] = frozenset(),
) -> Values:
    """Read the fields of a mapping.

    Args:
        form: the text's form; problems go there.
        node: the mapping.
        schema: its closed set of fields.
        owner: the field that holds the mapping, with a dot (``event.``), for messages.
        later: required fields that may still be empty, because the file is a draft.

    Returns:
        The values that are there and right.
    """
    found = Values(*form.place.at(node.start_mark))
    meant = set()
    for key, value in node.value:
        name = key.value.strip().lower() if isinstance(key, ScalarNode) else ""
        entry = schema.by_name.get(name)
        if entry is None:
            meant.add(_report_unknown(form, key, schema, owner))
        elif name in found.places:
            form.report("field-twice", key, field=owner + name, line=found.places[name][0])
        else:
            found.places[name] = form.place.at(key.start_mark)
            _read_field(form, entry, (key, value), owner, found, later)
    for entry in schema.required:
        if entry.name not in found.places and entry.name not in meant:
            form.report(
                "field-missing-in-draft" if entry.name in later else "field-missing",
                (found.line, found.column),
                field=owner + entry.name,
                label=entry.label,
                example=_example(entry),
            )
    return found


def _read_field(
    form: Form,
    entry: Field,
    pair: tuple[Node, Node],
    owner: str,
    found: Values,
    later: frozenset[str],
) -> None:
    key, value = pair
    if is_empty(value):
        if form.comment_after(key):
            form.report("field-cut-at-hash", key, field=owner + entry.name, text="#…")
        elif entry.required:
            form.report(
                "field-missing-in-draft" if entry.name in later else "field-empty",
                key,
                field=owner + entry.name,
                label=entry.label,
                example=_example(entry),
            )
        elif entry.kind == "slug":
            form.report("slug-empty", key, field=owner + entry.name)
        return
    found.places[entry.name] = form.place.at(value.start_mark)
    result = _READERS[entry.kind](form, entry, value)
    if result is not None:
        found.values[entry.name] = result


def is_empty(node: Node) -> bool:
    """Tell whether a node holds nothing: no text, no items, or YAML's ``~``."""
    if not isinstance(node, ScalarNode):
        return not node.value
    return not node.value.strip() or (not node.style and node.value in _EMPTY)


def _example(entry: Field) -> str:
    return f"{entry.name}: {entry.example or '…'}"


def _report_unknown(form: Form, key: Node, schema: Schema, owner: str) -> str:
    """Report a key that no field has; return the field it most likely means, or nothing."""
    if not isinstance(key, ScalarNode):
        form.report("field-name", key)
        return ""
    written = key.value.strip()
    reason = REFUSED.get(written.lower())
    crowded = len(form.problems) > HINTS_UNTIL
    near = None if reason or crowded else schema.nearest(written)
    if near is not None and not written.isascii():
        form.report("field-name-vietnamese", key, field=written[:60], name=near.name)
        return near.name
    known = ", ".join(entry.name for entry in schema)
    form.report(
        "field-unknown",
        key,
        field=(owner + written)[:60],
        reason=f": {reason}" if reason else "",
        hint=phrase("meant-field", name=near.name) if near else phrase("known-fields", known=known),
    )
    return near.name if near else ""


def _scalar(form: Form, entry: Field, node: Node) -> ScalarNode | None:
    if isinstance(node, ScalarNode):
        return node
    form.report("field-wants-text", node, field=entry.name, example=_example(entry))
    return None


def _text(form: Form, entry: Field, node: Node) -> str | None:
    scalar = _scalar(form, entry, node)
    if scalar is None:
        return None
    value = " ".join(form.clean(scalar.value).split())
    return value if form.check_plain(value, entry, scalar) else None


def _paragraphs(form: Form, entry: Field, node: Node) -> str | None:
    scalar = _scalar(form, entry, node)
    if scalar is None:
        return None
    lines = (" ".join(line.split()) for line in form.clean(scalar.value).split("\n"))
    value = "\n".join(lines).strip()
    return value if form.check_plain(value, entry, scalar) else None


def _name(form: Form, entry: Field, node: Node) -> Mention | None:
    value = _text(form, entry, node)
    return Mention(value, *form.place.at(node.start_mark)) if value else None


def _names(form: Form, entry: Field, node: Node) -> tuple[Mention, ...] | None:
    if isinstance(node, MappingNode):
        form.report("field-wants-list", node, field=entry.name)
        return None
    if isinstance(node, ScalarNode):
        value = _text(form, entry, node)
        mentions = _split_names(form, entry, node, value) if value else []
    else:
        mentions = []
        for item in node.value:
            if is_empty(item):
                form.report("item-empty", item, field=entry.name)
            elif isinstance(item, ScalarNode):
                mention = _name(form, entry, item)
                mentions += [mention] if mention else []
            else:
                form.report("item-wants-text", item, field=entry.name)
    return _without_repeats(form, entry, mentions)


def _split_names(form: Form, entry: Field, node: ScalarNode, value: str) -> list[Mention]:
    """Split one text: at ``;`` when it has one, else at ``,`` if the field allows it (Pelican)."""
    sign = ";" if ";" in value or "," not in entry.separators else ","
    line, column = form.place.at(node.start_mark)
    column += 1 if node.style in {"'", '"'} else 0
    one_line = node.start_mark.line == node.end_mark.line
    found, offset = [], 0
    for part in node.value.split(sign):
        name = " ".join(form.clean(part).split())
        indent = len(part) - len(part.lstrip())
        if name:
            found.append(Mention(name, line, column + (offset + indent if one_line else 0)))
        offset += len(part) + 1
    return found


def _without_repeats(form: Form, entry: Field, mentions: list[Mention]) -> tuple[Mention, ...]:
    seen: dict[str, Mention] = {}
    for mention in mentions:
        if mention.text in seen:
            where = mention.line, mention.column
            form.report("item-twice", where, field=entry.name, text=mention.text)
        else:
            seen[mention.text] = mention
    return tuple(seen.values())


def _old_urls(form: Form, entry: Field, node: Node) -> tuple[Mention, ...] | None:
    mentions = _names(form, entry, node) or ()
    for mention in mentions:
        if not _OLD_URL.fullmatch(mention.text) or ".." in mention.text.split("?")[0].split("/"):
            where = mention.line, mention.column
            form.report("alias-format", where, text=mention.text[:80])
    return mentions


def _slug(form: Form, entry: Field, node: Node) -> str | None:
    scalar = _scalar(form, entry, node)
    if scalar is None:
        return None
    value: str = scalar.value.strip()
    if not SLUG.fullmatch(value):
        form.report("slug-format", node, field=entry.name, text=value[:80])
    elif len(value) > SLUG_LENGTH:
        form.report("slug-too-long", node, field=entry.name, size=len(value), limit=SLUG_LENGTH)
    else:
        return value
    return None


def _choice(form: Form, entry: Field, node: Node) -> str | None:
    value = _text(form, entry, node)
    if value is None or entry.vocabulary is None:
        return None
    choice = entry.vocabulary.find(value)
    if choice is not None:
        return choice.id
    near = entry.vocabulary.nearest(value)
    form.report(
        "choice-unknown",
        node,
        field=entry.name,
        label=entry.label,
        text=value[:60],
        hint=phrase("meant-value", name=near.name) if near else "",
        names=entry.vocabulary.names(),
    )
    return None


def _reported(form: Form, entry: Field, node: Node, error: Misreading, text: str) -> None:
    form.report(
        error.code,
        node,
        field=entry.name,
        text=text[:60],
        example=error.example,
        first=error.first,
        second=error.second,
    )


def _day(form: Form, entry: Field, node: Node) -> date | None:
    scalar = _scalar(form, entry, node)
    if scalar is None:
        return None
    text = scalar.value.strip()
    if entry.kind == "date":
        found = dates.parse_date(text)
    else:
        found = dates.parse_period(text, last=entry.kind == "period_end")
    if isinstance(found, Misreading):
        _reported(form, entry, node, found, text)
        return None
    if found < dates.EARLIEST:
        form.report("date-too-old", node, field=entry.name, text=text)
        return None
    return found


def _moment(form: Form, entry: Field, node: Node) -> tuple[datetime, bool] | None:
    scalar = _scalar(form, entry, node)
    if scalar is None:
        return None
    text = scalar.value.strip()
    found = dates.parse_moment(text, form.timezone)
    if isinstance(found, Misreading):
        _reported(form, entry, node, found, text)
        return None
    return found


def _number(form: Form, entry: Field, node: Node) -> int | None:
    scalar = _scalar(form, entry, node)
    if scalar is None:
        return None
    text = scalar.value.strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    digits = "".join(re.findall(r"[0-9]", text))[:9]
    form.report("number-format", node, field=entry.name, text=text[:40], example=digits or "12")
    return None


def _matching(
    pattern: re.Pattern[str], code: str, *, repair: bool = False
) -> Callable[[Form, Field, Node], str | None]:
    """Make the reader of a text that must have one form as a whole."""

    def read(form: Form, entry: Field, node: Node) -> str | None:
        scalar = _scalar(form, entry, node)
        if scalar is None:
            return None
        text = " ".join(scalar.value.split()) if repair else scalar.value.strip()
        if len(text) <= entry.max_length and pattern.fullmatch(text):
            return text
        form.report(code, node, field=entry.name, text=text[:80])
        return None

    return read


def _path(form: Form, entry: Field, node: Node) -> Mention | None:
    scalar = _scalar(form, entry, node)
    if scalar is None:
        return None
    return Mention(nfc(scalar.value.strip()), *form.place.at(node.start_mark))


def _mapping(form: Form, entry: Field, node: Node) -> Values | None:
    if isinstance(node, MappingNode) and entry.fields is not None:
        return read_mapping(form, node, entry.fields, f"{entry.name}.")
    form.report("field-wants-mapping", node, field=entry.name, example=_nested_example(entry))
    return None


def _list(form: Form, entry: Field, node: Node) -> tuple[Values, ...] | None:
    example = _nested_example(entry)
    if not isinstance(node, SequenceNode) or entry.fields is None:
        form.report("field-wants-entries", node, field=entry.name, example=example)
        return None
    found = []
    for item in node.value:
        if isinstance(item, MappingNode):
            found.append(read_mapping(form, item, entry.fields, f"{entry.name}."))
        else:
            form.report("item-wants-fields", item, field=entry.name, example=example)
    return tuple(found)


def _nested_example(entry: Field) -> str:
    inner = [f for f in entry.fields or () if f.required] or list(entry.fields or ())[-1:]
    return "{" + ", ".join(_example(f) for f in inner) + "}"


_READERS: Mapping[str, Callable[[Form, Field, Node], object]] = MappingProxyType(
    {
        "text": _text,
        "paragraphs": _paragraphs,
        "slug": _slug,
        "moment": _moment,
        "date": _day,
        "period_start": _day,
        "period_end": _day,
        "choice": _choice,
        "names": _names,
        "name": _name,
        "path": _path,
        "web": _matching(_WEB, "web-format"),
        "email": _matching(_EMAIL, "email-format"),
        "phone": _matching(_PHONE, "phone-format", repair=True),
        "old_url": _old_urls,
        "number": _number,
        "mapping": _mapping,
        "list": _list,
    }
)
