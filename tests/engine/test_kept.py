from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from plugins.engine.build import Build
from plugins.engine.kept import Kept
from plugins.engine.settings import EngineSettings

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ODD = 13
DOUBLES: Kept[int, int] = Kept(
    "doubles",
    lambda number: None if number == ODD else number,
    lambda number: str(number).encode(),
    lambda data: int(data.decode()),
    lambda result: result < 100,
)


@pytest.fixture
def doubled(tmp_path) -> Callable[..., list[int]]:
    """Return a function that doubles numbers in a build of its own, and refuses known ones."""

    def double(
        numbers: list[int], *, known: set[int] = frozenset(), keep: bool = True
    ) -> list[int]:
        def work(number: int) -> int:
            assert number not in known, f"{number} was doubled again"
            return 2 * number

        state = tmp_path / "state" if keep else None
        now = dt.datetime(2025, 1, 1, tzinfo=ZONE)
        settings = EngineSettings(now, ZONE, processes=1, state=state)
        build = Build(tmp_path, settings, Console(stderr=True), lambda _phase: None)
        return build.map(work, numbers, label="Nhân đôi", kept=DOUBLES)

    return double


def test_results_are_kept_for_the_next_build(doubled):
    assert doubled([1, 2, 3]) == [2, 4, 6]
    assert doubled([3, 4, 1], known={1, 2, 3}) == [6, 8, 2]


def test_equal_items_are_worked_on_once(doubled):
    assert doubled([5, 5, 6, 5]) == [10, 10, 12, 10]


def test_nothing_is_kept_without_a_state(doubled):
    assert doubled([1], keep=False) == [2]
    with pytest.raises(Exception, match="1 was doubled again"):
        doubled([1], known={1}, keep=False)


def test_an_item_without_a_key_is_worked_on_each_time(doubled):
    assert doubled([1, ODD, ODD]) == [2, 26, 26]
    with pytest.raises(Exception, match="13 was doubled again"):
        doubled([ODD], known={ODD})


def test_a_result_that_is_not_worth_it_is_not_kept(doubled):
    assert doubled([60]) == [120]
    with pytest.raises(Exception, match="60 was doubled again"):
        doubled([60], known={60})
