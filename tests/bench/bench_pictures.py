"""Photos: time for each, bytes of each width, cost when nothing changed.

    .venv/bin/python tests/bench/bench_pictures.py [--photos N]

Run by hand or by ``make bench``. Times are of the processor, on one core. The photos are those of
the demonstration, and made ones as phones take them (12 million dots): a busy hall with grain, as
JPEG, as HEIC, as PNG, and upright.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests"))

from support.photos import heic, photo, written  # noqa: E402 - the folder is put on the path above

from plugins.bulletins.media import MediaFile, inspect  # noqa: E402
from plugins.pictures.cache import Cache  # noqa: E402
from plugins.pictures.decoding import pixels  # noqa: E402
from plugins.pictures.encoding import PHONE_BYTES  # noqa: E402
from plugins.pictures.recipes import cache_key, make, maker  # noqa: E402
from plugins.pictures.renditions import WIDTHS  # noqa: E402

LEAD_FILES = ("480.webp", "480.jpg", "720.webp", "720.jpg")


def main() -> int:
    """Measure and print; the status is 1 when a lead photo is too large for a phone."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=20_000, help="photos of a large archive")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        too_large = table(folder)
        cost_of_nothing(folder, chosen.photos)
    formats()
    say(f"lead photo on a phone: {'TOO LARGE' if too_large else 'within'} {PHONE_BYTES} bytes")
    return int(too_large)


def table(folder: Path) -> bool:
    """Print time and bytes of each photo; tell whether one is too large for a phone."""
    say(f"{'photo':34} {'KB in':>6} {'look':>6} {'make':>6}  KB of WebP {list(WIDTHS)}, of JPEG")
    too_large = False
    for name, data in photos():
        (folder / name).write_bytes(data)
        file, problems = inspect(folder, name)
        assert file is not None, problems
        _, look = timed(lambda data=data, name=name: pixels(data, name, (1, 1)))
        files, spent = timed(lambda data=data, file=file: make("photo", data, file))
        too_large |= any(len(files[each]) > PHONE_BYTES for each in LEAD_FILES if each in files)
        sizes = {
            form: [len(v) // 1000 for k, v in files.items() if k.endswith(form)]
            for form in ("webp", "jpg")
        }
        say(
            f"{name[:34]:34} {len(data) // 1000:6} {look:5.2f}s {spent:5.2f}s  "
            f"{sizes['webp']}, {sizes['jpg']}"
        )
    return too_large


def photos() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    for path in sorted((PROJECT / "content" / "bulletins").rglob("*.jpg")):
        yield path.name, path.read_bytes()
    hall = photo(4032, 3024, grain=12)
    yield "busy-hall.jpg", written(hall, quality=92)
    yield "busy-hall.heic", heic(hall, quality=60)
    yield "busy-hall.png", written(photo(2400, 1600, grain=12), "PNG", compress_level=1)
    yield "busy-hall-upright.jpg", written(photo(3024, 4032, grain=12), quality=92)


def formats() -> None:
    """Print what AVIF would cost in place of WebP, at qualities that look alike."""
    drawing = next(iter(sorted((PROJECT / "content" / "bulletins").rglob("*.jpg"))))
    for name, data in ((drawing.name, drawing.read_bytes()), ("grain", written(photo(1600, 1067)))):
        picture = pixels(data, drawing.name, (WIDTHS[-1], WIDTHS[-1]))
        picture.thumbnail((WIDTHS[-1], WIDTHS[-1]))
        for form, options in (
            ("WEBP", {"quality": 70, "method": 4}),
            ("AVIF", {"quality": 55, "speed": 6}),
        ):
            file = io.BytesIO()
            _, spent = timed(lambda: picture.save(file, form, **options))  # noqa: B023 - run at once
            say(f"{name}, {picture.width} pixels, {form}: {file.tell() // 1000} KB, {spent:.2f} s")


def cost_of_nothing(folder: Path, count: int) -> None:
    """Print what a build pays for photos that have not changed."""
    cache = Cache(folder / "pictures")
    made_by = maker()
    path = next(iter(sorted((PROJECT / "content" / "bulletins").rglob("*.jpg"))))
    data = path.read_bytes()
    (folder / path.name).write_bytes(data)
    file, _ = inspect(folder, path.name)
    assert isinstance(file, MediaFile)
    bundle = make("photo", data, file)
    keys = [cache_key("photo", str(number), made_by) for number in range(200)]
    for key in keys:
        cache.write(key, bundle)
    _, look_up = timed(lambda: [cache.contents(key) for key in keys])
    _, hashing = timed(lambda: [hashlib.sha256(data) for _ in range(20)])
    _, reading = timed(lambda: [cache.read(keys[0], name) for name in bundle])
    each = look_up / len(keys)
    say(
        f"unchanged: look up {each * 1e6:.0f} µs a photo ({each * count:.1f} s for {count}), "
        f"hash {hashing / 20 * 1e3:.1f} ms for {len(data) // 1000} KB; "
        f"one file read and verified {reading / len(bundle) * 1e6:.0f} µs"
    )


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return a result and the seconds of processor time that it took."""
    started = time.process_time()
    return work(), time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
