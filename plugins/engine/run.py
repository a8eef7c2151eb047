"""The engine: Pelican's run, strict, in worker processes, sealed.

Reached through the ``PELICAN_CLASS`` setting, so that plain ``pelican`` uses it. What stock Pelican
lets pass with exit status 0 (a plugin that fails to load, an exception in a handler, Ctrl-C, a full
disk while copying, an article that cannot be read) stops a run here, with the previous output
untouched.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.log import console as pelican_console
from pelican.plugins import signals
from pelican.plugins._utils import get_plugin_name
from rich.console import Console

from plugins.engine import assets
from plugins.engine.build import Build
from plugins.engine.compression import compressed_copies, is_text
from plugins.engine.errors import BuildError, ContentError, PluginError
from plugins.engine.manifest import Entry
from plugins.engine.output import Changes, Output
from plugins.engine.pages import DataFile, FileCopy, Page, Plan
from plugins.engine.progress import stderr_kept_apart
from plugins.engine.rendered import Frame, Rendered
from plugins.engine.rendering import Renderer
from plugins.engine.settings import EngineSettings
from plugins.engine.stage import Stage
from plugins.problems import errors
from plugins.problems.report import as_text

INTERRUPTED = 128 + signal.SIGINT


class Engine(Pelican):  # type: ignore[misc]  # Pelican ships no types
    """Pelican with our promises; see the module's docstring."""

    def __init__(self, settings: dict[str, Any]) -> None:
        logging.getLogger("pelican").addFilter(_without_traceback)
        with _interruptions_end_the_program():
            super().__init__(settings)

    def init_plugins(self) -> None:
        """Load and register the plugins, all of them or none.

        Raises:
            PluginError: one could not be loaded or registered; Pelican has logged the reason.
        """
        wanted = [
            name if isinstance(name, str) else get_plugin_name(name)
            for name in self.settings["PLUGINS"] or ()
        ]
        super().init_plugins()
        loaded = self.settings["PLUGINS"]
        missing = [name for name in wanted if name not in loaded]
        if missing:
            raise PluginError(
                f"plugins that could not be loaded: {', '.join(missing)}; "
                "the reason stands above, nothing was built"
            )

    def run(self) -> None:
        """Build the site, or say all that is wrong and leave the output as it was.

        Raises:
            ContentError: the content has errors; they have been printed to stderr.
            BuildError: the build cannot go on for another reason.
            SystemExit: status 130 after Ctrl-C.
        """
        started = time.monotonic()
        with stderr_kept_apart(), _interruptions_end_the_program(), _full_disk_said_plainly():
            root = Path(self.output_path)
            with Output(root, protected=self._protected(), waiting=_say_waiting) as output:
                plan, changes = self._build(output)
            signals.finalized.send(self)
        _say_done(plan, changes, root, time.monotonic() - started)

    def _protected(self) -> list[Path]:
        return [Path(self.path), Path(self.theme), Path(__file__).parent.parent]

    def _build(self, output: Output) -> tuple[Plan, Changes]:
        build, stages = self._examine(pelican_console, output.status)
        _show_problems(build)
        plan = Plan()
        output.status("planning")
        static = assets.collect(Path(self.theme) / "static")
        plan.globals["asset"] = static.url
        for stage in stages:
            stage.generate_output(plan)
        output.status("rendering")
        renderer = Renderer(Path(self.theme) / "templates", plan)

        compress = build.settings.compress
        frame = Frame.of(build, plan, Path(self.theme) / "templates", static)
        rendered = Rendered(build.settings.state, output.root)

        def put(path: str, data: bytes) -> list[Entry]:
            copies = compressed_copies(path, data) if compress else {}
            return [output.stage(name, each) for name, each in {path: data, **copies}.items()]

        def make(item: Page | DataFile | FileCopy) -> tuple[str, Sequence[Entry]]:
            if isinstance(item, FileCopy):
                return "", [output.stage_copy(item.path, item.source, item.sha256)]
            known = item.expected if isinstance(item, DataFile) else None
            if known and not (compress and is_text(item.path)) and output.has(known):
                return "", [known]
            key = frame.key(item)
            files = rendered.files(item.path, key)
            if files and all(output.has(file) for file in files):
                return key, files
            data = renderer.render(item)
            for inspect in plan.inspectors:
                inspect(item.path, data)
            return key, put(item.path, data)

        work: list[Page | DataFile | FileCopy] = [*plan.pages, *plan.data, *plan.copies]
        made = build.map(make, work, label="Dựng trang")
        entries = [file for _, files in made for file in files]
        entries += [file for path, data in static.files.items() for file in put(path, data)]
        output.status("writing")
        changes = output.commit(entries)
        rendered.keep({item.path: one for item, one in zip(work, made, strict=True)})
        return plan, changes

    def examine(self) -> Build:
        """Read and check everything, write nothing: what ``bantin check`` needs."""
        with _interruptions_end_the_program():
            return self._examine(Console(stderr=True), _tell_nobody)[0]

    def _examine(self, console: Console, phase: Callable[[str], None]) -> tuple[Build, list[Stage]]:
        settings = EngineSettings.from_pelican(self.settings)
        build = Build(Path(self.path), settings, console, phase)
        context = {**self.settings, "build": build}
        build.phase("reading")
        stages = [
            stage(context=context, settings=self.settings, path=self.path)
            for stage in self._get_generator_classes()
        ]
        for stage in stages:
            stage.generate_context()
        signals.all_generators_finalized.send(stages)
        return build, stages

    def _get_generator_classes(self) -> list[type[Stage]]:
        """Return the stages of all plugins, in the order of ``PLUGINS``.

        Raises:
            PluginError: a plugin brings a generator that is no stage.
        """
        order = {name: position for position, name in enumerate(self.settings["PLUGINS"])}
        found: list[tuple[int, type[Stage]]] = []
        for receiver, values in signals.get_generators.send(self):
            # Signals are global: a plugin of an earlier run with other settings still listens.
            if receiver.__module__ not in order:
                continue
            for stage in values if isinstance(values, list | tuple) else [values]:
                if not (isinstance(stage, type) and issubclass(stage, Stage)):
                    raise PluginError(
                        f"{receiver.__module__} brings the generator {stage!r}; "
                        "it must derive from plugins.engine.Stage"
                    )
                found.append((order[receiver.__module__], stage))
        return [stage for _, stage in sorted(found, key=lambda pair: pair[0])]


def _tell_nobody(_phase: str) -> None:
    """Stand in for the status of an output folder: a check has none."""


def _show_problems(build: Build) -> None:
    """Print every problem; stop when one is an error."""
    wrong = errors(build.problems)
    if build.problems:
        sys.stderr.write(as_text(build.problems) + "\n")
    if wrong:
        files = len({found.path for found in wrong})
        raise ContentError(
            f"Nội dung có {len(wrong)} lỗi trong {files} tệp (liệt kê ở trên). "
            "Chưa ghi gì; trang cũ còn nguyên. Sửa các lỗi rồi chạy lại."
        )


def _say_waiting(holder: str) -> None:
    who = f" (tiến trình {holder})" if holder else ""
    sys.stderr.write(f"Một lượt dựng khác đang chạy{who}; đang chờ nó xong.\n")


def _say_done(plan: Plan, changes: Changes, root: Path, seconds: float) -> None:
    counted = [f"{count} {what}" for what, count in plan.counts.items()]
    total = changes.written + changes.kept
    counted += [f"{len(plan.pages)} trang", f"{total} tệp"]
    sys.stdout.write(
        f"Đã dựng {', '.join(counted)} vào {root} trong {seconds:.1f} giây "
        f"(ghi {changes.written}, xóa {changes.removed}, giữ nguyên {changes.kept}).\n"
    )


@contextlib.contextmanager
def _interruptions_end_the_program() -> Iterator[None]:
    """Turn Ctrl-C into exit status 130; Pelican's ``main`` would swallow it and exit with 0."""
    try:
        yield
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng theo yêu cầu; không có gì bị ghi dở dang.\n")
        raise SystemExit(INTERRUPTED) from None


@contextlib.contextmanager
def _full_disk_said_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise
        raise BuildError(
            "Đĩa đã đầy nên không ghi được trang. Trang cũ còn nguyên. "
            f"Giải phóng chỗ trên đĩa rồi chạy lại ({error.filename or error.strerror})."
        ) from error


def _without_traceback(record: logging.LogRecord) -> bool:
    """Spare staff the traceback of a :class:`BuildError`, whose text says all."""
    if record.exc_info and isinstance(record.exc_info[1], BuildError):
        record.exc_info = None
    return True
