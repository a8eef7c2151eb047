"""A pure function over many items, on all cores, with a limit of processor time for each.

Workers are forked, so the function and what it closes over need no pickling; only results do. The
rules below come from measurements (issue FOUNDATION): children never touch logging or Rich, whose
locks a thread of the parent may hold; they ignore Ctrl-C, which the parent handles by killing them;
they end when their parent is gone.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import resource
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from plugins.engine.errors import BuildError, WorkerError
from plugins.engine.interruptions import held_back

Item = TypeVar("Item")

BATCH = 50
SEND_AFTER_SECONDS = 0.2
GRACE_SECONDS = 2


@dataclass(frozen=True, slots=True)
class TimedOut:
    """Stands for the result of an item that needed more processor time than allowed."""

    seconds: float


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a worker sends when the function raised."""

    error: Exception


class _CpuLimitReached(BaseException):
    """Raised by the timer inside a worker; not an Exception, so that no handler swallows it."""


def available_cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0))


def process_count(items: int, wanted: int, *, heavy: bool = False) -> int:
    """Return how many workers pay off: one for every 25 items, at most ``wanted``.

    Of ``heavy`` items, which take longer than it takes to start a worker, one is enough.
    """
    return max(1, min(wanted, items if heavy else (items + 24) // 25))


def parallel_map(
    function: Callable[[Item], Any],
    items: Sequence[Item],
    *,
    processes: int = 0,
    cpu_seconds: float | None = None,
    heavy: bool = False,
) -> Iterator[tuple[int, Any]]:
    """Yield ``(index, function(items[index]))`` as results arrive, in no particular order.

    Args:
        function: a pure function; its result must pickle.
        items: what to work on. Every item is answered exactly once.
        processes: number of workers; 0 takes all cores.
        cpu_seconds: an item that needs more processor time is answered by :class:`TimedOut`, even
            when it is stuck inside C code (the worker is then killed and another one started).
        heavy: one item takes longer than it takes to start a worker.

    Raises:
        BuildError, OSError: the function raised it.
        WorkerError: the function raised anything else (with item and traceback), or a worker died
            for no reason of ours (out of memory, killed by hand).
    """
    count = process_count(len(items), processes or available_cores(), heavy=heavy)
    shares = [list(range(start, len(items), count)) for start in range(count)]
    pool = _Pool(function, items, cpu_seconds)
    try:
        for share in shares:
            if share:
                pool.start(share)
        yield from pool.results()
    finally:
        pool.kill()


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: Connection
    current: Any
    left: list[int]


class _Pool(Generic[Item]):
    """The running workers of one call of :func:`parallel_map`."""

    def __init__(
        self, function: Callable[[Item], Any], items: Sequence[Item], cpu_seconds: float | None
    ) -> None:
        self._function = function
        self._items = items
        self._cpu_seconds = cpu_seconds
        self._context = multiprocessing.get_context("fork")
        self._workers: dict[Connection, _Worker] = {}

    def start(self, share: list[int]) -> None:
        receiver, sender = self._context.Pipe(duplex=False)
        current = self._context.RawValue("l", -1)
        process = self._context.Process(
            target=self._work, args=(share, sender, current, receiver), daemon=True
        )
        # Raised inside the hooks of a fork, Ctrl-C would be lost, or be handled by the child.
        with held_back(signal.SIGINT):
            process.start()
        sender.close()
        self._workers[receiver] = _Worker(process, receiver, current, share)

    def _work(
        self, share: list[int], sender: Connection, current: Any, receiver: Connection
    ) -> None:
        """Run in the child: answer every item of the share, then leave without any clean-up."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # The parent must be the only reader. With a copy of the reading end left open in any child,
        # one that is sending would wait for ever when the parent has been killed.
        for connection in (receiver, *self._workers):
            connection.close()
        parent = os.getppid()
        batch: list[tuple[int, Any]] = []
        sent = time.monotonic()
        with contextlib.suppress(BrokenPipeError):  # the parent is gone or has given up
            for index in share:
                if os.getppid() != parent:
                    break
                current.value = index
                batch.append(
                    (index, _answer(self._function, self._items[index], self._cpu_seconds))
                )
                now = time.monotonic()
                if len(batch) >= BATCH or now - sent > SEND_AFTER_SECONDS:
                    sender.send_bytes(pickle.dumps(batch))
                    batch, sent = [], now
            if batch:
                sender.send_bytes(pickle.dumps(batch))
        os._exit(0)

    def results(self) -> Iterator[tuple[int, Any]]:
        while self._workers:
            for connection in wait(list(self._workers)):
                assert isinstance(connection, Connection)
                worker = self._workers[connection]
                try:
                    batch = pickle.loads(connection.recv_bytes())
                except (EOFError, ConnectionResetError):
                    yield from self._ended(worker)
                    continue
                for index, result in batch:
                    if isinstance(result, _Raised):
                        raise result.error
                    yield index, result
                done = {index for index, _ in batch}
                worker.left = [index for index in worker.left if index not in done]

    def _ended(self, worker: _Worker) -> Iterator[tuple[int, Any]]:
        """Take a worker off; if the processor limit killed it, name its item and go on."""
        worker.process.join()
        worker.connection.close()
        del self._workers[worker.connection]
        if not worker.left:
            return
        if worker.process.exitcode != -signal.SIGXCPU or self._cpu_seconds is None:
            raise WorkerError(
                f"a worker process ended with status {worker.process.exitcode} while it had "
                f"{len(worker.left)} items to do; free memory and build again"
            )
        culprit = worker.current.value
        yield culprit, TimedOut(self._cpu_seconds)
        rest = [index for index in worker.left if index != culprit]
        if rest:
            self.start(rest)

    def kill(self) -> None:
        for worker in self._workers.values():
            worker.process.kill()
        for worker in self._workers.values():
            worker.process.join()
            worker.connection.close()
        self._workers.clear()


def _answer(function: Callable[[Item], Any], item: Item, cpu_seconds: float | None) -> Any:
    try:
        if cpu_seconds is None:
            return function(item)
        with _cpu_limit(cpu_seconds):
            return function(item)
    except _CpuLimitReached:
        return TimedOut(cpu_seconds or 0.0)
    except (BuildError, OSError) as error:  # these say enough by themselves
        return _Raised(error)
    except Exception:  # noqa: BLE001 - whatever it is, the parent must hear of it
        return _Raised(WorkerError(f"{repr(item)[:200]}: {traceback.format_exc()}"))


@contextlib.contextmanager
def _cpu_limit(seconds: float) -> Iterator[None]:
    """Interrupt Python code after ``seconds`` of processor time, kill C code soon after."""

    def interrupt(_signal: int, _frame: object) -> None:
        raise _CpuLimitReached

    signal.signal(signal.SIGPROF, interrupt)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    last_second = int(time.process_time() + seconds) + GRACE_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (last_second, hard))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
