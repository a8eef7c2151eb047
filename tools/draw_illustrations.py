"""Draw the demonstration newsroom's illustrations.

    python tools/draw_illustrations.py [--only NAME] [--out DIR] [--scale PART]

The pictures stand in for photographs: camera-sized JPEGs without metadata, drawn by code alone, so
they carry nobody's likeness and nobody's copyright. The same Pillow gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from illustrations.scenes import SCENES, render

BULLETINS = Path(__file__).resolve().parent.parent / "content" / "bulletins"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the illustrations asked for and return the exit status 0; usage errors exit with 2."""
    parser = argparse.ArgumentParser(description="Draw the bulletins' illustrations.")
    parser.add_argument(
        "--only",
        metavar="NAME",
        choices=[scene.name for scene in SCENES],
        help="draw this one (its file name without .jpg)",
    )
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=BULLETINS,
        help="folder that gets the year folders (default: content/bulletins)",
    )
    parser.add_argument(
        "--scale",
        metavar="PART",
        type=_scale,
        default=1.0,
        help="part of camera size, above 0 and up to 1 (default: 1)",
    )
    options = parser.parse_args(arguments)
    for scene in SCENES:
        if options.only in (None, scene.name):
            data = render(scene, options.scale)
            target = options.out / scene.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            sys.stderr.write(f"{scene.path}  {len(data) / 1000:.0f} kB\n")
    return 0


def _scale(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError("must lie above 0 and at most at 1")
    return value


if __name__ == "__main__":
    sys.exit(main())
