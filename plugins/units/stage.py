"""The plugin's stage: units of the registry, and which of them each bulletin is about."""

from __future__ import annotations

from plugins.authors.people import People, check_roles
from plugins.bulletins import Newsroom, Reading
from plugins.engine.stage import Stage
from plugins.problems import errors
from plugins.units.registry import PATH, load_units
from plugins.units.tagging import tag_explicit


class UnitsStage(Stage):
    """Provides the registry (``Units``) and the tags of all bulletins (``Tagging``)."""

    def generate_context(self) -> None:
        """Read ``units.yml`` and resolve the units that bulletins name.

        Names are not looked up in a registry that has errors: one misprint there would come back
        as an error of every bulletin.
        """
        newsroom = Newsroom.from_pelican(self.settings)
        units, problems = load_units(self.read_content(PATH))
        self.build.report(problems)
        usable = not errors(problems)
        tagging = tag_explicit(
            self.build[Reading].bulletins if usable else (), units, province=newsroom.province
        )
        self.build.report(tagging.problems)
        if usable:
            self.build.report(check_roles(self.build[People], units.by_id))
        self.build.provide(units)
        self.build.provide(tagging)
