"""A build killed at any moment: what carries a manifest is whole, and the next build repairs."""

from __future__ import annotations

import itertools
import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support import commands
from support.content import bulletin, write_content

from plugins.engine import manifest

BULLETINS = 300
FEWEST_OF_A_PHASE = 4
PATIENCE = 60  # seconds; far more than any of it takes

# How many builds are killed in each phase, at moments spread over the time that it takes. The tree
# has no manifest during the second half of writing, and gets its new one at the start of sealing.
MOMENTS = {"": 8, "reading": 5, "planning": 2, "rendering": 6, "writing": 14, "sealing": 9}
PHASES = ("reading", "rendering", "writing", "sealing")


@dataclass(frozen=True)
class Edition:
    """A content with its settings, and the manifest of a clean build of it."""

    content: Path
    conf: Path
    seal: bytes


@dataclass
class Tally:
    """In which phases builds died, and what they left behind."""

    phases: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)

    def lacks(self) -> list[str]:
        """Return the phases in which too few builds died so far."""
        return [phase for phase in PHASES if self.phases[phase] < FEWEST_OF_A_PHASE]


@pytest.fixture(scope="module")
def editions(tmp_path_factory) -> tuple[Edition, Edition]:
    """Return two editions of a site: every page differs, some come and go."""
    made = []
    for name, first in (("cũ", 0), ("mới", 30)):
        folder = tmp_path_factory.mktemp("edition")
        files = {
            f"bulletins/{2020 + number % 5}/tin-{number}.md": bulletin(
                f"Tin số {number}",
                f"{2020 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}",
                f"Bản {name} của tin.\n\n" + "Một đoạn văn dài. " * 100,
                category=("Hội nghị", "Khen thưởng", "Thông báo", "Tin hoạt động")[number % 4],
            )
            for number in range(first, first + BULLETINS)
        }
        content = write_content(folder / "content", files)
        conf = commands.write_conf(folder, f"NEWSROOM = {{**NEWSROOM, 'tagline': 'Bản {name}'}}")
        done = commands.pelican(content, folder / "clean", conf)
        assert done.returncode == 0, commands.said(done)
        seal = (folder / "clean" / manifest.NAME).read_bytes()
        made.append(Edition(content, conf, seal))
    return made[0], made[1]


def phase_lengths(output: Path, edition: Edition) -> dict[str, float]:
    """Build, and return how many seconds each phase takes; "" stands for the whole build."""
    started = time.monotonic()
    running = commands.start(edition.content, output, edition.conf)
    begun: dict[str, float] = {}
    while running.poll() is None:
        begun.setdefault(commands.phase(output), time.monotonic())
    ended = time.monotonic()
    running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    begun.pop("")
    times = [*begun.values(), ended]
    lengths = [later - earlier for earlier, later in itertools.pairwise(times)]
    return {"": ended - started, **dict(zip(begun, lengths, strict=True))}


def die(output: Path, edition: Edition, phase: str, delay: float, *, group: bool) -> str:
    """Start a build, and kill it some time into a phase.

    Args:
        output: the output folder.
        edition: what to build.
        phase: the phase to wait for; "" for the start.
        delay: how many seconds to wait then.
        group: kill the workers with it, as an operator would, or leave them to themselves, as the
            kernel does when memory runs out.

    Returns:
        The phase in which it died; "" when that was before the first one or after the last.
    """
    running = commands.start(edition.content, output, edition.conf)
    while phase and commands.phase(output) != phase and running.poll() is None:
        pass  # no rest: the new manifest is put in place within a millisecond
    time.sleep(delay)
    if running.poll() is None:
        (os.killpg if group else os.kill)(running.pid, signal.SIGKILL)
    running.communicate(timeout=PATIENCE)
    at = commands.phase(output) if running.returncode == -signal.SIGKILL else ""
    deadline = time.monotonic() + PATIENCE
    while commands.group_exists(running.pid):
        assert time.monotonic() < deadline, "a worker outlived its build"
        time.sleep(0.005)
    return at


def check(output: Path, old: Edition, new: Edition) -> str:
    """Assert that a tree with a manifest is whole; say which edition it is, "" for none."""
    if not (output / manifest.NAME).exists():
        return "unsealed"
    assert not manifest.verify(output)
    seal = (output / manifest.NAME).read_bytes()
    assert seal in {old.seal, new.seal}
    return "old" if seal == old.seal else "new"


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_build_killed_at_any_moment_is_repaired_by_the_next(editions, tmp_path):
    output = tmp_path / "output"
    old, new = editions
    assert commands.pelican(old.content, output, old.conf).returncode == 0
    lengths = phase_lengths(output, new)
    old, new = new, old
    tally = Tally()
    chance = random.Random(0)

    def kill_and_repair(phase: str, part: float) -> None:
        nonlocal old, new
        for _ in range(chance.choice([1, 1, 1, 2])):  # a repair may be killed as well
            at = die(output, new, phase, part * lengths[phase], group=chance.random() < 0.5)
            left = check(output, old, new)
            if at:
                tally.phases[at] += 1
                tally.left[left] += 1
        done = commands.pelican(new.content, output, new.conf)
        assert done.returncode == 0, commands.said(done)
        assert not manifest.verify(output)
        assert (output / manifest.NAME).read_bytes() == new.seal
        assert not (output / manifest.WORK_FOLDER).exists()
        old, new = new, old

    for phase, count in MOMENTS.items():
        for number in range(count):
            kill_and_repair(phase, number / count)
    for _ in range(60):
        if not tally.lacks():
            break
        kill_and_repair(tally.lacks()[0], chance.random())

    assert not tally.lacks(), tally
    assert tally.phases.total() >= 30, tally
    # Otherwise the moments missed what they are for: the tree without a seal, and the new one.
    assert set(tally.left) == {"old", "new", "unsealed"}, tally
