"""The plugin's stage: no public build without the gate."""

from __future__ import annotations

from functools import partial

from plugins.engine.errors import ContentError
from plugins.engine.pages import Plan
from plugins.engine.stage import Stage
from plugins.gate.examination import examine, without_repeats
from plugins.gate.site_check import PAGE, SiteRules, page_problems
from plugins.gate.site_command import rules_of
from plugins.problems.report import as_text


class GateStage(Stage):
    """Runs the gate over what was read, and over each page as it is rendered; the last plugin."""

    def generate_context(self) -> None:
        """Report what the gate finds in the content; an error stops the build like any other."""
        examined = examine(self.build, self.settings)
        self.build.problems[:] = without_repeats(self.build.problems, examined)
        self.build.report(examined.problems)

    def generate_output(self, plan: Plan) -> None:
        """Declare no page, and look at those of the others."""
        plan.inspectors.append(partial(refuse, rules_of(self.settings, self.content)))


def refuse(rules: SiteRules, path: str, data: bytes) -> None:
    """Stop the build at a page that hides or loads something; runs in a worker.

    Raises:
        ContentError: there is something wrong with the page.
    """
    if not path.endswith(PAGE):
        return
    found = page_problems(path, data.decode(), rules)
    if found:
        raise ContentError(
            f"{as_text(found)}\nTrang «{path}» không qua được kiểm tra. Chưa ghi gì; "
            "trang cũ còn nguyên."
        )
