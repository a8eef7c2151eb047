"""One run of the generator: what its plugins share, and what was found wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console

from plugins.engine.digests import digest, fingerprint
from plugins.engine.errors import PluginError
from plugins.engine.kept import Kept
from plugins.engine.progress import track
from plugins.engine.settings import EngineSettings
from plugins.engine.store import Store
from plugins.engine.workers import TimedOut, parallel_map
from plugins.problems import Problem

_PLUGINS = Path(__file__).resolve().parents[1]
# Results that are unpacked at once: all of 20,000 bulletins would be in memory twice.
_BATCH = 1_000

Fact = TypeVar("Fact")
Item = TypeVar("Item")


class Build:
    """Facts and problems of one run, made anew for each run.

    A fact is what one plugin works out and later ones use; it is kept under its own type, so that
    asking for it is typed and a missing one is an error at once.
    """

    def __init__(
        self,
        content: Path,
        settings: EngineSettings,
        console: Console,
        phase: Callable[[str], None],
    ) -> None:
        self.content = content
        self.settings = settings
        self._console = console
        self.phase = phase
        self.program = fingerprint([_PLUGINS]) if settings.state else ""
        self.problems: list[Problem] = []
        self._facts: dict[type, object] = {}

    def provide(self, fact: object) -> None:
        """Share a fact with the plugins that come later.

        Raises:
            ValueError: a fact of this type is there already.
        """
        if type(fact) in self._facts:
            raise ValueError(f"{type(fact).__name__} is provided twice")
        self._facts[type(fact)] = fact

    def __getitem__(self, kind: type[Fact]) -> Fact:
        """Return the fact of a type.

        Raises:
            PluginError: no plugin has provided it so far.
        """
        if kind not in self._facts:
            raise PluginError(
                f"{kind.__name__} is needed, but {kind.__module__.rpartition('.')[0]} has not run; "
                "PLUGINS in pelicanconf.py lists each plugin after those it needs"
            )
        fact = self._facts[kind]
        assert isinstance(fact, kind)
        return fact

    def report(self, problems: Iterable[Problem]) -> None:
        """Collect problems; all of them are shown together when everything has been read."""
        self.problems.extend(problems)

    def map(
        self,
        function: Callable[[Item], Any],
        items: Sequence[Item],
        *,
        label: str,
        timed_out: Callable[[Item, float], Any] | None = None,
        heavy: bool = False,
        kept: Kept[Item, Any] | None = None,
    ) -> list[Any]:
        """Apply a pure function to all items on all cores; results come in the items' order.

        Args:
            function: must not touch anything outside; its results must pickle.
            items: what to work on.
            label: a Vietnamese verb phrase for the progress bar.
            timed_out: gives the result of an item that needed more processor time than
                ``read_cpu_seconds``; without it there is no limit.
            heavy: one item takes longer than it takes to start a worker.
            kept: where given, results of earlier builds are taken from the build state, and new
                ones put there.

        Raises:
            WorkerError: the function raised.
        """

        def work(some: Sequence[Item]) -> list[Any]:
            return self._map(function, some, label, timed_out, heavy=heavy)

        return self._recalled(kept, items, work) if kept else work(items)

    def _recalled(
        self, kept: Kept[Item, Any], items: Sequence[Item], work: Callable[[Sequence[Item]], Any]
    ) -> list[Any]:
        """Take results from the build state, make those that are not there, and keep these."""
        if self.settings.state is None:
            return list(work(items))
        keys = [self._key(kept, item) for item in items]
        results: dict[str, Any] = {}
        with Store(self.settings.state) as store:
            for first in range(0, len(keys), _BATCH):
                wanted = [key for key in keys[first : first + _BATCH] if key]
                for key, data in store.get_many(kept.kind, wanted).items():
                    results[key] = kept.unpack(data)
            # Equal items are worked on once, those without a key each for itself.
            fresh = {
                key or str(place): item
                for place, (key, item) in enumerate(zip(keys, items, strict=True))
                if key not in results
            }
            made = dict(zip(fresh, work(list(fresh.values())), strict=True))
            known = set(keys)
            store.put_many(
                kept.kind,
                {
                    key: kept.pack(result)
                    for key, result in made.items()
                    if key in known and kept.worth(result)
                },
            )
        results |= made
        return [results[key or str(place)] for place, key in enumerate(keys)]

    def _key(self, kept: Kept[Item, Any], item: Item) -> str:
        value = kept.key(item)
        return "" if value is None else digest(self.program, kept.kind, value)

    def _map(
        self,
        function: Callable[[Item], Any],
        items: Sequence[Item],
        label: str,
        timed_out: Callable[[Item, float], Any] | None,
        *,
        heavy: bool,
    ) -> list[Any]:
        limit = self.settings.read_cpu_seconds if timed_out is not None else None
        answers: list[Any] = [None] * len(items)
        running = parallel_map(
            function,
            items,
            processes=self.settings.processes,
            cpu_seconds=limit,
            heavy=heavy,
        )
        for index, answer in track(running, len(items), label, self._console):
            if isinstance(answer, TimedOut) and timed_out is not None:
                answers[index] = timed_out(items[index], answer.seconds)
            else:
                answers[index] = answer
        return answers
