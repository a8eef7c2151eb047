"""What must not be published again: ``taken-down.yml``, a list of addresses.

``bantin take-down`` writes an entry when it has made the server answer «gone». No build shows such
a bulletin or page anywhere, whatever its file says. A bulletin that is only withdrawn keeps a page
that explains itself; one that was taken down has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from plugins.bulletins import decoding
from plugins.bulletins.fields import is_empty, read_mapping
from plugins.bulletins.form import Form
from plugins.bulletins.schema import TAKEN_DOWN
from plugins.bulletins.yaml_nodes import (
    REGISTRY_BYTES,
    MappingNode,
    Place,
    SequenceNode,
    compose,
)
from plugins.problems import Problem

PATH: Final = "taken-down.yml"


@dataclass(frozen=True, slots=True)
class TakenDown:
    """The addresses, root-relative, as the site writes them: a page's ends with a slash."""

    urls: frozenset[str] = frozenset()

    def __contains__(self, url: str) -> bool:
        """Tell whether an address was taken down."""
        return url in self.urls


def load_taken_down(data: bytes) -> tuple[TakenDown, list[Problem]]:
    """Read the list.

    Args:
        data: the bytes of the file; b"" where there is none.

    Returns:
        The addresses, and the problems: every one of them is an error, for an entry that is not
        understood would let its text be published again.
    """
    text, problems = decoding.decode(data, PATH)
    if text is None:
        return TakenDown(), problems
    place = Place(PATH)
    root, found = compose(text, place, max_bytes=REGISTRY_BYTES)
    problems = [*problems, *found]
    if root is None or is_empty(root):
        return TakenDown(), problems
    # The zone is for times of day, and no field of an entry has one.
    form = Form(text, place, ZoneInfo("UTC"))
    if not isinstance(root, SequenceNode):
        form.report("registry-not-list", root, path=PATH)
        return TakenDown(), problems + form.problems
    urls: set[str] = set()
    for item in root.value:
        if not isinstance(item, MappingNode):
            form.report("taken-down-entry", item, text=str(item.value)[:80])
            continue
        entry = read_mapping(form, item, TAKEN_DOWN)
        url = entry.text("url")
        if url.startswith("/") and "//" not in url and not set(url) & set(" ?#\\"):
            urls.add(url if url.endswith("/") or _names_a_file(url) else f"{url}/")
        elif url:
            form.report("taken-down-entry", entry.place("url"), text=url[:80])
    return TakenDown(frozenset(urls)), problems + form.problems


def _names_a_file(url: str) -> bool:
    return "." in url.rpartition("/")[2]
