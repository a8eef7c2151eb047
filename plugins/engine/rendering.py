"""From declared pages to bytes: a strict Jinja environment, used in worker processes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2

from plugins.engine.errors import TemplateError
from plugins.engine.pages import DataFile, Page, Plan


class Renderer:
    """Renders the files of one plan.

    Templates escape by default and stop at any name that is not there: a misspelt attribute must
    never come out as an empty place in somebody's bulletin.
    """

    def __init__(self, templates: Path, plan: Plan) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(plan.globals)
        self._environment.filters.update(plan.filters)
        # Compiled here, in the parent, once: workers are forked and share them.
        self._templates: Mapping[str, jinja2.Template] = {
            name: self._get(name) for name in sorted({page.template for page in plan.pages})
        }

    def _get(self, name: str) -> jinja2.Template:
        try:
            return self._environment.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"theme/templates/{error.name}:{error.lineno}: {error}") from error
        except jinja2.TemplateNotFound as error:
            raise TemplateError(f"theme/templates/{error.name} is missing") from error

    def render(self, item: Page | DataFile) -> bytes:
        """Make the bytes of one file.

        Raises:
            TemplateError: with the template, its line, and the page.
        """
        if isinstance(item, DataFile):
            return item.make(item.inputs)
        try:
            text = self._templates[item.template].render(item.view(item.inputs))
        except Exception as error:
            raise TemplateError(f"{_place(error)}: {error} (page {item.path})") from error
        return text.encode()


def _place(error: BaseException) -> str:
    """Name the innermost template line of a traceback."""
    place = "theme"
    trace: Any = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".html", ".xml", ".txt")):
            place = f"{Path(file).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
