"""The files of a content folder as the name commands read them, one by one and without a build."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pelican.settings import read_settings

from plugins.authors import people
from plugins.authors.lexicon import FAMILY_NAMES
from plugins.bulletins import Newsroom
from plugins.bulletins.reading import ReadOptions, read_bulletin
from plugins.bulletins.records import Bulletin
from plugins.bulletins.tree import Tree, on_disk, scan
from plugins.engine.settings import EngineSettings
from plugins.gate.check import default_content, settings_of_project
from plugins.gate.examination import Kind, subject_of
from plugins.gate.places import Place, place_of
from plugins.gate.rules import Facts, Subject
from plugins.problems import errors
from plugins.units import registry
from plugins.units.recogniser import Recogniser


class Misused(Exception):
    """A path of the command line is none that the command can work on; the text says why."""


@dataclass(frozen=True, slots=True)
class Content:
    """A content folder, its files, and the places of it that were asked for."""

    root: Path
    tree: Tree
    wanted: tuple[Place, ...]
    options: ReadOptions
    province: str

    def bulletins(self) -> Iterator[str]:
        """Yield the bulletins that were asked for."""
        return (path for path in self.tree.bulletins if self.covers(path))

    def covers(self, path: str) -> bool:
        """Tell whether a file was asked for."""
        return any(place.covers(path) for place in self.wanted)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file, none where it cannot be read."""
        with contextlib.suppress(OSError):
            return on_disk(self.root, path).read_bytes()
        return b""

    def record(self, path: str) -> Bulletin | None:
        """Read a bulletin; None where it has errors."""
        return read_bulletin(path, self.read(path), self.options).record

    def subject(self, path: str, kind: Kind, record: Bulletin | None = None) -> Subject:
        """Return a file as the gate sees it."""
        return subject_of(path, kind, self.read(path), record)

    def facts(self) -> Facts:
        """Read the registries.

        Raises:
            Misused: one of them has errors.
        """
        persons, wrong_people = people.load_people(self.read(people.PATH))
        units, wrong_units = registry.load_units(self.read(registry.PATH))
        for path, found in ((people.PATH, wrong_people), (registry.PATH, wrong_units)):
            if errors(found):
                raise Misused(
                    f"Danh bạ {path} đang có lỗi. Chạy «bantin check {path}», sửa rồi thử lại."
                )
        return Facts(persons, units, Recogniser(units, FAMILY_NAMES), self.province)


def open_content(paths: Sequence[Path], settings_file: Path | None) -> Content:
    """Find the content folder of some paths; without paths, that of the settings.

    Raises:
        Misused: a path is not there, lies in no content folder, or in another one.
        SettingsError: the settings are wrong.
    """
    conf = settings_file or settings_of_project()
    if not conf.is_file():
        raise Misused(f"Không có tệp thiết lập {conf}. Kiểm tra lại đường dẫn.")
    default = default_content(conf)
    places: list[Place] = []
    for path in paths or [default]:
        if not os.path.lexists(path):
            raise Misused(f"Không có tệp hay thư mục: {path}. Kiểm tra lại đường dẫn.")
        place = place_of(path, default)
        if place is None or (places and place.root != places[0].root):
            raise Misused(
                f"{path} không nằm trong thư mục nội dung (thư mục có tệp {registry.PATH}), "
                "hoặc nằm trong một thư mục nội dung khác. Kiểm tra lại đường dẫn."
            )
        places.append(place)
    root = places[0].root
    with contextlib.redirect_stdout(sys.stderr):
        settings = read_settings(str(conf), override={"PATH": str(root)})
    engine = EngineSettings.from_pelican(settings)
    options = ReadOptions(engine.timezone.key, engine.now.year)
    province = Newsroom.from_pelican(settings).province
    return Content(root, scan(root), tuple(places), options, province)


def attachments_of(bulletin: Bulletin, media: Iterable[str]) -> list[str]:
    """Return the documents that a bulletin carries: those of its header, and those it links."""
    known = frozenset(media)
    named = [document.file for document in bulletin.documents]
    named += [link.target for link in bulletin.body.links if link.kind == "file"]
    return [path for path in dict.fromkeys(named) if path in known]
