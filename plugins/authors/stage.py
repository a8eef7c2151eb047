"""The plugin's stage: people of the registry, and who made each bulletin."""

from __future__ import annotations

from plugins.authors.attribution import Attribution, attribute
from plugins.authors.people import PATH, load_people
from plugins.bulletins import Reading
from plugins.engine.stage import Stage
from plugins.problems import errors


class AuthorsStage(Stage):
    """Provides the registry (``People``) and the credits of all bulletins (``Attribution``)."""

    def generate_context(self) -> None:
        """Read ``people.yml`` and resolve the names that bulletins use.

        Names are not looked up in a registry that has errors: one misprint there would come back
        as an error of every bulletin.
        """
        people, problems = load_people(self.read_content(PATH))
        self.build.report(problems)
        usable = not errors(problems)
        attribution = attribute(self.build[Reading].bulletins if usable else (), people)
        self.build.report(attribution.problems)
        self.build.provide(people)
        self.build.provide(attribution)
