"""The plugin's stage: finds damaged photos, and hands on what makes the files of the others."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from plugins.bulletins import Reading
from plugins.bulletins.media import MediaFile
from plugins.engine.manifest import WORK_FOLDER
from plugins.engine.stage import Stage
from plugins.engine.state import state_folder
from plugins.pictures.cache import Cache
from plugins.pictures.decoding import DamagedPhoto, pixels
from plugins.pictures.files import Pictures, read_photo
from plugins.pictures.settings import PicturesSettings
from plugins.problems import Problem, problem

FOLDER = "pictures"


class PicturesStage(Stage):
    """Provides :class:`Pictures`."""

    def generate_context(self) -> None:
        """Unpack every photo that is new: a file that is cut off has a header like any other."""
        photos = {
            path: file for path, file in self.build[Reading].media.items() if file.kind == "image"
        }
        pictures = Pictures(
            self.content,
            photos,
            Cache(self._folder()),
            PicturesSettings.from_pelican(self.settings).keep_builds,
            partial(self.build.map, label="Thu nhỏ ảnh", heavy=True),
        )
        unproved = [file for file in photos.values() if not pictures.is_made(file)]
        found = self.build.map(
            partial(_look, self.content), unproved, label="Kiểm tra ảnh", timed_out=_too_slow
        )
        self.build.report(problem for problem in found if problem is not None)
        self.build.provide(pictures)

    def _folder(self) -> Path:
        """Return where made files are kept: for this build only, when builds keep nothing."""
        kept = state_folder(self.settings)
        return (kept or Path(self.settings["OUTPUT_PATH"]) / WORK_FOLDER) / FOLDER


def _look(content: Path, file: MediaFile) -> Problem | None:
    try:
        pixels(read_photo(content, file), file.path, (1, 1))
    except DamagedPhoto:
        return problem("image-unreadable", file.path)
    return None


def _too_slow(file: MediaFile, seconds: float) -> Problem:
    return problem("too-slow", file.path, seconds=f"{seconds:g}")
