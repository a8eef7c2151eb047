"""Which release may follow which. Pure.

A CI run that was held up must not put an older state over a newer one, and a build that went
wrong must not empty the site.
"""

from __future__ import annotations

from typing import Final

from publish_gate.announcement import Announcement
from publish_gate.answers import Refusal
from publish_gate.history import Hold

_LEAST_SHARE_OF_PAGES: Final = 0.95


def check(new: Announcement, live: Announcement | None, hold: Hold | None) -> None:
    """Check that a release may replace the live one.

    Raises:
        Refusal: there is a hold (``held``), the live one is newer or unrelated (``older``), or
            more than a twentieth of the pages would be gone (``shrink``).
    """
    if new.force is None:
        if hold is not None:
            raise Refusal(
                "held",
                "publishing is on hold since a rollback: release-hold, or deploy with a reason",
                hold={"at": hold.at, "release": hold.release, "reason": hold.reason},
            )
        if live is not None:
            _check_order(new, live)
    if live is not None and new.allow_shrink is None:
        _check_pages(new, live)


def _check_order(new: Announcement, live: Announcement) -> None:
    if new.commit is None or live.commit is None or new.commit == live.commit:
        # Without two different commits only the builds' times can tell.
        if new.built < live.built:
            raise Refusal("older", f"built {new.built}, before the live release", live=live.id)
    elif live.commit not in new.ancestors:
        raise Refusal(
            "older", f"the live commit {live.commit} is none of its ancestors", live=live.id
        )


def _check_pages(new: Announcement, live: Announcement) -> None:
    if new.pages < _LEAST_SHARE_OF_PAGES * live.pages:
        raise Refusal(
            "shrink",
            f"{new.pages} pages, the live release has {live.pages}",
            pages=new.pages,
            live_pages=live.pages,
        )
