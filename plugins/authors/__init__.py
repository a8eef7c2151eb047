"""Who wrote and photographed a bulletin: the registry of people, and the credits of bulletins.

Provides ``People`` and ``Attribution`` to later plugins.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.authors.settings import AuthorsSettings
from plugins.authors.stage import AuthorsStage

__all__ = ["AuthorsStage", "register"]


def check_settings(pelican: Pelican) -> None:
    """Refuse wrong settings before anything is read."""
    AuthorsSettings.from_pelican(pelican.settings)


def get_stages(_pelican: Pelican) -> list[type[AuthorsStage]]:
    """Bring the plugin's stage."""
    return [AuthorsStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(get_stages)
