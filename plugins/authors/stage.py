"""The plugin's stage: people of the registry, and who made each bulletin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256

from plugins.authors.attribution import Ending, attribute, read_ending
from plugins.authors.people import PATH, load_people
from plugins.authors.settings import AuthorsSettings
from plugins.bulletins import Reading
from plugins.bulletins.mentions import Usage
from plugins.bulletins.records import Bulletin
from plugins.engine.kept import Kept, packers
from plugins.engine.stage import Stage
from plugins.problems import errors


def _names(bulletins: Iterable[Bulletin]) -> Iterator[tuple[str, str]]:
    for bulletin in bulletins:
        for mention in (*bulletin.authors, *bulletin.photographers):
            yield mention.text, bulletin.path
        for award in bulletin.awards:
            for recipient in award.recipients:
                yield recipient.text, bulletin.path


class AuthorsStage(Stage):
    """Provides the registry (``People``) and the credits of all bulletins (``Attribution``)."""

    def generate_context(self) -> None:
        """Read ``people.yml``, and resolve the names in the headers and bylines of bulletins.

        Names are not looked up in a registry that has errors or is missing: one misprint there
        would come back as an error of every bulletin.
        """
        settings = AuthorsSettings.from_pelican(self.settings)
        bulletins = self.build[Reading].bulletins
        data = self.read_content(PATH)
        people, problems = load_people(data or b"", usage=Usage(_names(bulletins)))
        self.build.report(problems)
        usable = data is not None and not errors(problems)
        read = bulletins if usable else ()
        pack, unpack = packers(Ending | None)
        registry = sha256(data or b"").hexdigest()
        kept = Kept("ending", partial(_read_for_ending, registry), pack, unpack)
        endings = self.build.map(
            partial(read_ending, people), read, label="Tìm tên tác giả", kept=kept
        )
        attribution = attribute(read, people, unknown=settings.unknown, endings=endings)
        self.build.report(attribution.problems)
        self.build.provide(people)
        self.build.provide(attribution if usable else replace(attribution, bulletins=bulletins))


def _read_for_ending(registry: str, bulletin: Bulletin) -> object:
    """Return all that :func:`read_ending` reads."""
    explicit = [mention.text for mention in bulletin.authors]
    return (
        registry,
        bulletin.body.html,
        bulletin.body.text,
        explicit,
        bulletin.summary_given and bulletin.summary,
    )
