"""Related bulletins: by text, units, event series, awards and dates, with the reason.

Provides ``RelatedLists`` to later plugins; adds nothing to the template context itself.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.related.lists import Related, RelatedLists
from plugins.related.reasons import Reason
from plugins.related.settings import RelatedSettings
from plugins.related.stage import RelatedStage

__all__ = ["Reason", "Related", "RelatedLists", "RelatedStage", "register"]


def check_settings(pelican: Pelican) -> None:
    """Refuse wrong settings before anything is read."""
    RelatedSettings.from_pelican(pelican.settings)


def get_stages(_pelican: Pelican) -> list[type[RelatedStage]]:
    """Bring the plugin's stage."""
    return [RelatedStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(get_stages)
