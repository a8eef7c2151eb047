"""Which units one bulletin names, and where: a pure function of the bulletin and the registry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.bulletins.records import Bulletin
from plugins.units.forms import Form
from plugins.units.recogniser import Found, Recogniser
from plugins.units.references import Resolution
from plugins.units.registry import Units
from plugins.units.resolution import day_of
from plugins.units.text import VisibleText, visible_text


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A run of text in a body's HTML that names a unit, from ``start`` to ``end``."""

    start: int
    end: int
    unit: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """The units that a bulletin names, by id, in the order of reading.

    ``subjects`` stand in its title or host its event, ``others`` anywhere else. ``links`` are the
    places of the body where a unit is named first and a link may stand. ``host`` is the unit that
    is all of what the header says of the host, or "".
    """

    subjects: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    links: tuple[UnitLink, ...] = ()
    host: str = ""


def find_mentions(
    bulletin: Bulletin,
    recogniser: Recogniser,
    units: Units,
    *,
    explicit: Sequence[str] = (),
    byline_unit: str = "",
    province: str = "",
) -> Mentions:
    """Find the units that a bulletin names.

    A shared short name goes to the unit of the bulletin's subject, then to that of its province,
    else to none (DESIGN section 2). Unambiguous names are settled first and help the others.

    Args:
        bulletin: the bulletin, its byline taken off.
        recogniser: made from ``units``.
        units: the registry.
        explicit: ids of the units that the header names.
        byline_unit: the unit of the byline as printed, or "".
        province: the site's default province, or "".
    """
    body = visible_text(bulletin.body.html)
    event = bulletin.event
    host = event.host.text if event and event.host else ""
    texts = {
        "title": bulletin.title,
        "host": host,
        "summary": bulletin.summary if bulletin.summary_given else "",
        "body": body.text,
        "caption": bulletin.cover.caption if bulletin.cover else "",
        "byline": byline_unit,
    }
    found = {part: recogniser.find(text) for part, text in texts.items()}
    found["host"] = _named_in_whole(host, units) or found["host"]
    place = event.place if event else ""
    whole = "\n".join([*texts.values(), place])
    resolution = Resolution(
        recogniser, day_of(bulletin), recogniser.normal_province(province), tuple(explicit), whole
    )
    resolution.settle(found, subjects=("title", "host"))
    named: dict[str, list[str | None]] = {}
    offset = 0
    for part, text in texts.items():
        named[part] = [resolution.unit_of(place, offset) for place in found[part]]
        offset += len(text) + 1
    first = _ids(named, ("title", "host"))
    return Mentions(
        subjects=tuple(first),
        others=tuple(
            unit
            for unit in _ids(named, ("summary", "body", "caption", "byline"))
            if unit not in first
        ),
        links=tuple(_links(body, found["body"], named["body"])),
        host=_host(host, found["host"], named["host"], units),
    )


def _host(text: str, places: Sequence[Found], named: Sequence[str | None], units: Units) -> str:
    """Return the unit that a whole text means: by a name of its own, else by what is around it."""
    own = units.find(text)
    if len(own) == 1:
        return own[0].id
    whole = len(places) == 1 and (places[0].start, places[0].end) == (0, len(text))
    return named[0] or "" if whole else ""


def _ids(named: Mapping[str, Sequence[str | None]], parts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(unit for part in parts for unit in named[part] if unit is not None)


def _links(
    body: VisibleText, places: Iterable[Found], units: Iterable[str | None]
) -> Iterator[UnitLink]:
    """Yield the first place of each unit that may hold a link."""
    linked: set[str] = set()
    for place, unit in zip(places, units, strict=True):
        if unit is not None and unit not in linked:
            span = body.html_span(place.start, place.end)
            if span is not None:
                linked.add(unit)
                yield UnitLink(*span, unit)


def _named_in_whole(text: str, units: Units) -> list[Found]:
    """Return what a whole text names by an id, a name or an alias of the registry."""
    forms = tuple(Form(unit.id, (), text in (unit.id, unit.name)) for unit in units.find(text))
    return [Found(0, len(text), forms)] if forms else []
