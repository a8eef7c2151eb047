"""Who wrote and photographed a bulletin: the registry of people, and the credits of bulletins.

Provides ``People`` and ``Attribution`` to later plugins.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.authors.stage import AuthorsStage

__all__ = ["AuthorsStage", "register"]


def get_stages(_pelican: Pelican) -> list[type[AuthorsStage]]:
    """Bring the plugin's stage."""
    return [AuthorsStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.get_generators.connect(get_stages)
