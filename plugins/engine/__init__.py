"""The strict run: reads and renders in worker processes, repairs its output in place, seals it.

The engine knows no bulletin. It deals in inputs, outputs and problems; plugins bring
:class:`Stage` generators that share facts through a :class:`Build` and declare pages in a
:class:`Plan`. ``PELICAN_CLASS = Engine`` makes plain ``pelican`` use it.
"""

from plugins.engine.build import Build
from plugins.engine.errors import BuildError, ContentError, PluginError, SettingsError
from plugins.engine.pages import DataFile, FileCopy, Page, Plan
from plugins.engine.run import Engine
from plugins.engine.settings import EngineSettings
from plugins.engine.stage import Stage

__all__ = [
    "Build",
    "BuildError",
    "ContentError",
    "DataFile",
    "Engine",
    "EngineSettings",
    "FileCopy",
    "Page",
    "Plan",
    "PluginError",
    "SettingsError",
    "Stage",
]
