"""The bulletins as this project's own site, built by plain ``pelican`` with the project's settings.

Settings are those of ``pelicanconf.py`` with search left out (photos, feeds and lists on), or those
of ``publishconf.py`` (search, gate and compressed copies on). The theme is a copy, so that the
benchmark can change a template; everything else is the project as it stands.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from bench.builds.process import Spent, spend
from bench.builds.sites import Habits, UnequalError, remove
from bench.bulletin_corpus import NOW, PROJECT, Item, put, write_content

_SETTINGS: Final = """\
import sys

sys.path.insert(0, {project!r})
from {base} import *

THEME = {theme!r}
{more}
"""
_WITHOUT_SEARCH: Final = 'PLUGINS = [name for name in PLUGINS if name != "plugins.search"]'
RENAMED: Final = "tram-mau-7"
"""The unit whose name is changed: one of those with a few bulletins of its own."""


@dataclass(frozen=True, slots=True)
class OurSite:
    """A content folder and what is built from it; ``public`` takes the settings of publication."""

    root: Path
    content: Path
    public: bool = False
    habits: Habits = field(
        default=Habits(
            feed="feeds/{}.atom.xml",
            feed_of_all="feeds/tat-ca.atom.xml",
            month="luu-tru/{year}/{month}/index.html",
            related=r'aria-labelledby="tin-lien-quan">(.*?)</section>',
        ),
        init=False,
    )

    @property
    def name(self) -> str:
        """Return what the table calls it."""
        return "ours, with search, gate and compression" if self.public else "ours"

    @property
    def output(self) -> Path:
        """Return where it builds."""
        return self.root / "public"

    @property
    def settings(self) -> Path:
        """Return the settings file."""
        return self.root / "conf.py"

    def write(self, items: Sequence[Item]) -> None:
        """Write settings, a copy of the theme, and the content where it does not exist yet."""
        self.root.mkdir(parents=True, exist_ok=True)
        theme = self.root / "theme"
        remove(theme)
        shutil.copytree(PROJECT / "theme", theme)
        settings = _SETTINGS.format(
            project=str(PROJECT),
            base="publishconf" if self.public else "pelicanconf",
            theme=str(theme),
            more="" if self.public else _WITHOUT_SEARCH,
        )
        self.settings.write_text(settings)
        if not self.content.exists():
            write_content(self.content, items)

    def put(self, item: Item) -> None:
        """Write a bulletin, with its photos where they are new."""
        put(self.content, item)

    def drop(self, item: Item) -> None:
        """Delete a bulletin and its photos."""
        file = self.content / item.path
        for each in (file, *(file.with_name(name) for name in item.photos)):
            each.unlink()

    def rename_unit(self, number: int) -> str:
        """Give a unit of the registry another name; return what pages then have to show."""
        name = f"Trạm Y tế xã Đổi Tên số {number}"
        self._replace(
            self.content / "units.yml", rf"(- id: {RENAMED}\n  name: ).*", rf"\g<1>{name}"
        )
        return name

    def change_template(self, number: int) -> str:
        """Change the template of all bulletins; return what each of their pages has to show."""
        shown = f'<article class="bulletin wrap" data-edit="{number}"'
        self._replace(
            self.root / "theme" / "templates" / "bulletin.html",
            r'<article class="[^"]*"(?: data-edit="\d+")?',
            shown,
        )
        return shown

    def confirm(self, shown: str) -> None:
        """Make sure that the built site shows another name of a unit or another template.

        Raises:
            UnequalError: it does not.
        """
        # The directory of units, and any bulletin: they all have the template.
        bulletins = islice(self.output.glob("ban-tin/*/*/*/index.html"), 1)
        pages = [self.output / "don-vi/index.html", *bulletins]
        if not any(shown in page.read_text(encoding="utf-8") for page in pages):
            raise UnequalError(f"{self.name} does not show {shown}")

    def build(self) -> Spent:
        """Build as ``make html`` and ``make publish`` do, "now" fixed and the state kept."""
        return spend(
            [PROJECT / ".venv/bin/pelican", self.content, "-s", self.settings, "-o", self.output],
            log=self.root.with_suffix(".log"),
            env={"BUILD_NOW": NOW, "BUILD_STATE": str(self.root / "state")},
            folder=self.root,
        )

    def forget(self) -> None:
        """Remove the output and the state."""
        remove(self.output, self.root / "state")

    @staticmethod
    def _replace(file: Path, pattern: str, value: str) -> None:
        text, count = re.subn(pattern, value, file.read_text(), count=1)
        if not count:
            raise LookupError(f"{file.name} has no {pattern}")
        file.write_text(text)
