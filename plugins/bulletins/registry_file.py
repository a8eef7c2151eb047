"""A registry file: a YAML list of mappings, each with an id of its own."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from plugins.bulletins import decoding
from plugins.bulletins.fields import is_empty, read_mapping
from plugins.bulletins.form import Form, Values
from plugins.bulletins.mentions import Usage
from plugins.bulletins.schema import Schema
from plugins.bulletins.yaml_nodes import (
    REGISTRY_BYTES,
    MappingNode,
    Place,
    SequenceNode,
    compose,
)
from plugins.problems import Problem


def read_registry(
    data: bytes, path: str, schema: Schema, usage: Usage
) -> tuple[list[Values], list[Problem]]:
    """Read the entries of a registry.

    Args:
        data: the bytes of the file; nothing but comments counts as an empty list.
        path: the file, relative to the content folder.
        schema: the fields of an entry; ``id`` and ``name`` among them.
        usage: the files that use names of the registry.

    Returns:
        The entries that have a usable id and name, in the order of the file, even where another of
        their fields is wrong: a name that is known must not be reported as unknown too. And the
        problems found.
    """
    text, problems = decoding.decode(data, path)
    if text is None:
        return [], problems
    place = Place(path)
    node, found = compose(text, place, max_bytes=REGISTRY_BYTES)
    problems = [*problems, *found]
    if node is None or is_empty(node):
        return [], problems
    # The zone is for times of day, and no field of a registry has one.
    form = Form(text, place, ZoneInfo("UTC"))
    if not isinstance(node, SequenceNode):
        form.report("registry-not-list", node, path=path)
        return [], problems + form.problems
    entries: dict[str, Values] = {}
    for item in node.value:
        if not isinstance(item, MappingNode):
            form.report("registry-entry", item)
            continue
        entry = read_mapping(form, item, schema)
        identity = entry.text("id")
        if identity in entries:
            where = entry.place("id")
            first, second = entries[identity], entry
            names = first.text("name"), second.text("name")
            form.report(
                "id-twice",
                where,
                id=identity,
                line=first.line,
                first=names[0],
                second=names[1],
                example=f"{identity}-2",
                used=usage.of((identity, *names)),
            )
        elif identity and entry.text("name"):
            entries[identity] = entry
    return list(entries.values()), problems + form.problems
