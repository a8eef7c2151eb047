"""The plugin's stage: a build says which one it is."""

from __future__ import annotations

from pathlib import Path

from plugins.engine.pages import DataFile, Inputs, Plan
from plugins.engine.stage import Stage
from plugins.release.facts import PATH, BuildFacts, dump, mark_of, next_change
from plugins.release.history import commit_of


class ReleaseStage(Stage):
    """Declares ``/release.json``; runs after the plugins that declare everything else."""

    def generate_output(self, plan: Plan) -> None:
        """Count what is declared, and find when the site changes next."""
        now = self.build.settings.now
        facts = BuildFacts(
            commit=commit_of(self.content, Path(self.settings["THEME"])),
            built=now,
            next_change=next_change(plan.moments, now),
            pages=len(plan.pages),
            taken_down=tuple(sorted(map(mark_of, plan.taken_down))),
        )
        plan.add(DataFile(PATH, _dump, {"facts": facts}))


def _dump(inputs: Inputs) -> bytes:
    return dump(inputs["facts"])
