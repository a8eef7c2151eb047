"""The plugin's stage: no public build without the gate."""

from __future__ import annotations

from plugins.engine.pages import Plan
from plugins.engine.stage import Stage
from plugins.gate.examination import examine, without_repeats


class GateStage(Stage):
    """Runs the gate over what was read; ``PLUGINS`` lists it last."""

    def generate_context(self) -> None:
        """Report what the gate finds; an error stops the build like any other."""
        examined = examine(self.build, self.settings)
        kept = without_repeats(self.build.problems, examined)
        self.build.problems[:] = kept
        self.build.report(examined.problems)

    def generate_output(self, plan: Plan) -> None:
        """Declare nothing: the gate adds no page."""
