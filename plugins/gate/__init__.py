"""The gate: nothing wrong, injected or private gets published.

``bantin check`` runs it on content; as a plugin of ``publishconf.py`` it stands before every public
build. Its rules stand in ``table.py``.
"""

from __future__ import annotations

from pelican import Pelican
from pelican.plugins import signals

from plugins.gate.stage import GateStage

__all__ = ["GateStage", "register"]


def get_stages(_pelican: Pelican) -> list[type[GateStage]]:
    """Bring the plugin's stage."""
    return [GateStage]


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.get_generators.connect(get_stages)
