"""Which units a bulletin is about: the registry of units, and the tags of bulletins.

Provides ``Units`` and ``Tagging`` to later plugins.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.units.stage import UnitsStage

__all__ = ["UnitsStage", "register"]


def get_stages(_pelican: Pelican) -> list[type[UnitsStage]]:
    """Bring the plugin's stage."""
    return [UnitsStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.get_generators.connect(get_stages)
