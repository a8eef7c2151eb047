"""Which units a bulletin is about: the registry of units, and the tags of bulletins.

Provides ``Units`` and ``Tagging`` to later plugins.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.units.settings import UnitsSettings
from plugins.units.stage import UnitsStage

__all__ = ["UnitsStage", "register"]


def check_settings(pelican: Pelican) -> None:
    """Refuse wrong settings before anything is read."""
    UnitsSettings.from_pelican(pelican.settings)


def get_stages(_pelican: Pelican) -> list[type[UnitsStage]]:
    """Bring the plugin's stage."""
    return [UnitsStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.initialized.connect(check_settings)
    signals.get_generators.connect(get_stages)
