"""The plugin's stage: units of the registry, and which of them each bulletin is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256

from plugins.authors.attribution import Attribution
from plugins.authors.lexicon import FAMILY_NAMES
from plugins.authors.people import People, check_roles
from plugins.bulletins import Newsroom, Reading
from plugins.bulletins.mentions import Usage
from plugins.bulletins.records import Bulletin
from plugins.engine.kept import Kept, packers
from plugins.engine.stage import Stage
from plugins.problems import errors
from plugins.units.honoured import check_lists, check_tables
from plugins.units.mentions import Mentions, find_mentions
from plugins.units.recogniser import Recogniser
from plugins.units.registry import PATH, Units, load_units
from plugins.units.tagging import Tagging, tag_explicit, with_mentions


class UnitsStage(Stage):
    """Provides the registry (``Units``) and the tags of all bulletins (``Tagging``)."""

    def generate_context(self) -> None:
        """Read ``units.yml`` and find the units that bulletins are about.

        Names are not looked up in a registry that has errors or is missing: one misprint there
        would come back as an error of every bulletin.
        """
        province = Newsroom.from_pelican(self.settings).province
        data = self.read_content(PATH)
        usage = Usage(_names(self.build[Reading].bulletins))
        units, problems = load_units(data or b"", usage=usage)
        self.build.report(problems)
        usable = data is not None and not errors(problems)
        attribution = self.build[Attribution]
        bulletins = attribution.bulletins if usable else ()
        explicit = tag_explicit(bulletins, units, province=province)
        self.build.report(explicit.problems)
        if usable:
            self.build.report(check_roles(self.build[People], units.by_id))
            self.build.report(check_tables(bulletins, units, self.build[People]))
            self.build.report(check_lists(bulletins, units, self.build[People]))
        recogniser = Recogniser(units, FAMILY_NAMES)
        find = partial(_find, recogniser, units, explicit, attribution, province)
        known = sha256(data or b"").hexdigest(), province
        key = partial(_read_for_mentions, known, explicit, attribution)
        kept = Kept("mentions", key, *packers(Mentions))
        found: list[Mentions] = self.build.map(find, bulletins, label="Nhận tên đơn vị", kept=kept)
        paths = (bulletin.path for bulletin in bulletins)
        self.build.provide(units)
        self.build.provide(with_mentions(explicit, dict(zip(paths, found, strict=True))))


def _names(bulletins: Iterable[Bulletin]) -> Iterator[tuple[str, str]]:
    for bulletin in bulletins:
        for mention in bulletin.units:
            yield mention.text.removeprefix("-").strip(), bulletin.path
        if bulletin.event is not None and bulletin.event.host is not None:
            yield bulletin.event.host.text, bulletin.path
        for award in bulletin.awards:
            for recipient in award.recipients:
                yield recipient.text, bulletin.path


def _find(
    recogniser: Recogniser,
    units: Units,
    explicit: Tagging,
    attribution: Attribution,
    province: str,
    bulletin: Bulletin,
) -> Mentions:
    """Find the units that one bulletin names; runs in a worker."""
    return find_mentions(
        bulletin,
        recogniser,
        units,
        explicit=[tag.id for tag in explicit.tags[bulletin.path]],
        byline_unit=attribution.byline_units.get(bulletin.path, ""),
        province=province,
    )


def _read_for_mentions(
    known: object, explicit: Tagging, attribution: Attribution, bulletin: Bulletin
) -> object:
    """Return all that :func:`find_mentions` reads."""
    tags = [tag.id for tag in explicit.tags[bulletin.path]]
    return known, bulletin, tags, attribution.byline_units.get(bulletin.path, "")
