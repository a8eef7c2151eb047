"""Search over every public item, static: a page and an index that its scripts read in parts.

Adds to the template context: ``search_url``, the address of the search page.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.search.stage import SearchStage


def get_stages(_pelican: Pelican) -> list[type[SearchStage]]:
    """Bring the plugin's stage."""
    return [SearchStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.get_generators.connect(get_stages)
