"""Workers: every item answered once, limits kept, nothing left running."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from plugins.engine.errors import BuildError, WorkerError
from plugins.engine.workers import TimedOut, parallel_map, process_count


def answers(function, items, **options):
    found = list(parallel_map(function, items, **options))
    assert len(found) == len(items)
    return [result for _, result in sorted(found, key=lambda pair: pair[0])]


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 7, 120])
def test_every_item_is_answered_once_and_in_its_place(count, processes):
    assert answers(lambda n: n * n, list(range(count)), processes=processes) == [
        n * n for n in range(count)
    ]


def test_results_do_not_depend_on_the_number_of_processes():
    items = [f"bản tin {n}" for n in range(130)]
    assert answers(str.upper, items, processes=1) == answers(str.upper, items, processes=4)


@pytest.mark.parametrize(
    ("items", "wanted", "count"), [(1, 8, 1), (25, 8, 1), (26, 8, 2), (1000, 2, 2)]
)
def test_small_work_starts_few_processes(items, wanted, count):
    assert process_count(items, wanted) == count


def test_heavy_items_get_a_worker_each():
    assert process_count(3, 4, heavy=True) == 3
    assert process_count(100, 4, heavy=True) == 4
    assert process_count(0, 4, heavy=True) == 1


def test_an_item_over_its_processor_time_is_named_and_the_others_are_answered():
    def spin(n):
        while n == 2:
            pass
        return n

    assert answers(spin, [1, 2, 3], cpu_seconds=0.2) == [1, TimedOut(0.2), 3]


def test_a_regular_expression_that_explodes_is_stopped():
    def match(text):
        return bool(re.match(r"(a+)+$", text))

    assert answers(match, ["aaa", "a" * 60 + "!"], cpu_seconds=0.2) == [True, TimedOut(0.2)]


def test_work_stuck_in_c_code_is_killed_and_named_and_the_rest_is_done():
    def work(n):
        if n == 3:
            signal.signal(signal.SIGPROF, signal.SIG_IGN)  # as C code does: no handler runs
            while True:
                pass
        return n

    found = answers(work, list(range(6)), processes=1, cpu_seconds=0.1)
    assert found == [0, 1, 2, TimedOut(0.1), 4, 5]


def test_waiting_is_not_processor_time():
    assert answers(lambda n: time.sleep(0.3) or n, [1], cpu_seconds=0.1) == [1]


def test_an_exception_names_the_item():
    def fail(text):
        raise ValueError("không hợp lệ")

    with pytest.raises(WorkerError, match=r"(?s)bulletins/2023/a\.md.*không hợp lệ"):
        answers(fail, ["bulletins/2023/a.md"])


@pytest.mark.parametrize("error", [BuildError("đĩa đầy"), OSError(28, "No space left", "x.html")])
def test_a_build_error_and_an_os_error_arrive_as_they_are(error):
    def fail(_item):
        raise error

    with pytest.raises(type(error)) as caught:
        answers(fail, [1])
    assert caught.value.args == error.args


def test_a_worker_killed_from_outside_is_an_error_and_not_a_hang():
    with pytest.raises(WorkerError, match="ended with status -9"):
        answers(lambda _n: os.kill(os.getpid(), signal.SIGKILL), [1])


def test_no_worker_outlives_a_consumer_that_stops_early(tmp_path: Path):
    def note(n):
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.01)
        return n

    results = parallel_map(note, list(range(500)), processes=2)
    next(results)
    results.close()
    for pid in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid.name), 0)


def test_ctrl_c_in_a_worker_is_left_to_the_parent():
    def interrupt(n):
        os.kill(os.getpid(), signal.SIGINT)
        return n

    assert answers(interrupt, [1, 2]) == [1, 2]


def test_no_worker_outlives_a_parent_that_is_killed(tmp_path: Path):
    """A worker that waits to send what nobody reads any more must notice (it holds the lock)."""
    parent = os.fork()
    if parent == 0:
        os.setsid()
        results = parallel_map(lambda _n: bytes(1 << 20), list(range(100)), processes=2)
        next(results)
        (tmp_path / "first result").touch()
        time.sleep(60)
        os._exit(1)
    while not (tmp_path / "first result").exists():
        time.sleep(0.01)
    time.sleep(0.1)  # until both workers are stuck: a pipe holds 64 KB
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    deadline = time.monotonic() + 10
    while _group_exists(parent) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _group_exists(parent)


def _group_exists(leader: int) -> bool:
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_c_during_the_start_of_a_worker_is_not_lost():
    """In the hooks of a fork Python only prints an exception, and goes on."""
    armed = []

    def press_ctrl_c():
        if armed:
            armed.clear()
            os.kill(os.getpid(), signal.SIGINT)

    os.register_at_fork(after_in_parent=press_ctrl_c)
    armed.append(True)
    with pytest.raises(KeyboardInterrupt):
        answers(lambda n: n, [1, 2, 3])
    assert not armed
