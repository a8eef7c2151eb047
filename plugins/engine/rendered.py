"""What earlier builds rendered: a page whose template and inputs are the same is not made again.

What the output folder holds is still compared with what this build would write, so nothing here is
trusted further than that the same inputs give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from plugins.engine.assets import Assets
from plugins.engine.build import Build
from plugins.engine.digests import Undigestible, digest
from plugins.engine.manifest import Entry
from plugins.engine.pages import DataFile, Page, Plan
from plugins.engine.store import Store

KIND: Final = "rendered"

Files = tuple[Entry, ...]
Known = dict[str, tuple[str, Files]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a build share, as a digest; "" where something of it has none."""

    digest: str

    @classmethod
    def of(cls, build: Build, plan: Plan, templates: Path, static: Assets) -> Frame:
        """Take the digest of the program, the theme, and what a plan gives to all of its pages."""
        if build.settings.state is None:
            return cls("")
        texts = {
            path.relative_to(templates).as_posix(): path.read_bytes()
            for path in templates.rglob("*")
            if path.is_file()
        }
        shared = {name: value for name, value in plan.globals.items() if name != "asset"}
        try:
            return cls(
                digest(
                    build.program,
                    texts,
                    static.urls,
                    shared,
                    plan.filters,
                    plan.inspectors,
                    build.settings.compress,
                    build.settings.timezone,
                )
            )
        except Undigestible:
            return cls("")

    def key(self, item: Page | DataFile) -> str:
        """Return the digest of all that a file is made from; "" when it cannot be told."""
        if not self.digest:
            return ""
        maker = (item.template, item.view) if isinstance(item, Page) else (item.make,)
        try:
            return digest(self.digest, item.path, *maker, item.inputs)
        except Undigestible:
            return ""


class Rendered:
    """The files that the last build of an output folder made, by the pages that they belong to."""

    def __init__(self, state: Path | None, output: Path) -> None:
        self._state = state
        self._place = digest(output.resolve())
        self._known: Known = {}
        if state is not None:
            with Store(state) as store:
                for data in store.get_many(KIND, [self._place]).values():
                    self._known = _DECODER.decode(data)

    def files(self, path: str, key: str) -> Files | None:
        """Return what a page was rendered to, if it had the same key; its compressed copies too."""
        known = self._known.get(path)
        return known[1] if key and known and known[0] == key else None

    def keep(self, made: Mapping[str, tuple[str, Sequence[Entry]]]) -> None:
        """Keep what this build made: key and files of each page, by its path."""
        if self._state is None:
            return
        fresh: Known = {path: (key, tuple(files)) for path, (key, files) in made.items() if key}
        if fresh != self._known:
            with Store(self._state) as store:
                store.put_many(KIND, {self._place: _ENCODER.encode(fresh)})


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(Known)
