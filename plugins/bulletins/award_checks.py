"""What can be wrong with one award, wherever it is written: in the header or in a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.bulletins.award_forms import FORMS_BY_ID, nearest_form
from plugins.bulletins.fields import HINTS_UNTIL
from plugins.bulletins.records import Award
from plugins.problems.phrases import phrase
from plugins.vietnamese import format_date

Finding = tuple[str, str, dict[str, object]]
"""The code of a problem, the field that it concerns, and the values of its texts."""


def check_award(award: Award, known_on: date | None) -> Iterator[Finding]:
    """Check what an award says of itself.

    Args:
        award: the award; its form may be "" where that was wrong.
        known_on: the day of the bulletin's last word, its publication or update; None where the
            bulletin has no usable date. A decision of a later day cannot be reported yet.
    """
    if award.date is not None and known_on is not None and award.date > known_on:
        yield (
            "award-date-future",
            "date",
            {"day": format_date(award.date), "published": format_date(known_on)},
        )
    named = _named(award)
    given = award.collectives, award.individuals
    if not award.recipients and given == (None, None):
        yield "award-without-recipient", "form", {}
    elif any(
        count is not None and count < least for count, least in zip(given, named, strict=True)
    ) or (None not in given and sum(count or 0 for count in given) < len(award.recipients)):
        yield "award-count-too-small", "count", {}
    form = FORMS_BY_ID.get(award.form)
    if form is None:
        return
    collectives, individuals = (
        bool(count) or bool(least) for count, least in zip(given, named, strict=True)
    )
    if (collectives and not form.for_collectives) or (individuals and not form.for_individuals):
        who = "cá nhân" if form.for_individuals else "tập thể"
        yield "award-for-others", "form", {"name": form.name, "who": who}


def _named(award: Award) -> tuple[int, int]:
    """Count the recipients that are registered units, and those that are registered people."""
    kinds = [recipient.kind for recipient in award.recipients]
    return kinds.count("unit"), kinds.count("person")


def form_hint(text: str, problems: int) -> str:
    """Return a sentence that names the form which a misspelt one most likely means, or nothing.

    Args:
        text: the misspelt form.
        problems: how many the file has so far; looking for names is slow, and after some hundred
            mistakes nobody reads on.
    """
    near = nearest_form(text) if problems < HINTS_UNTIL else ""
    return phrase("meant-value", name=near) if near else ""
