"""The catalogue: which illustration belongs to which file, and how large it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from illustrations import clinic, family, halls, places, regalia
from illustrations.canvas import Canvas, Pen
from illustrations.palette import PAPER

CAMERA_LONG_SIDE = 4000


@dataclass(frozen=True, slots=True)
class Scene:
    """One illustration: its file below the bulletins folder, its size in units, its drawing."""

    path: str
    width: int
    height: int
    draw: Callable[[Pen], None]

    @property
    def name(self) -> str:
        """The file name without its extension."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".jpg")


SCENES: tuple[Scene, ...] = (
    Scene("2023/hoi-truong-hoi-nghi.jpg", 1200, 800, halls.conference),
    Scene("2018/trao-bang-khen.jpg", 1200, 900, halls.award),
    Scene("2018/tiem-chung.jpg", 1200, 900, family.vaccination),
    Scene("2019/tram-y-te.jpg", 1200, 800, places.station),
    Scene("2018/kham-mat-nguoi-cao-tuoi.jpg", 1200, 800, clinic.eye_examination),
    Scene("2018/hien-mau-tinh-nguyen.jpg", 1200, 900, clinic.blood_donation),
    Scene("2018/ho-so-suc-khoe-dien-tu.jpg", 1200, 900, clinic.health_record),
    Scene("2024/co-thi-dua.jpg", 900, 1200, regalia.banner),
    Scene("2022/benh-vien-da-khoa.jpg", 1200, 800, places.hospital),
    Scene("2018/vitamin-a.jpg", 1200, 900, family.vitamin_drops),
)


def render(scene: Scene, scale: float = 1.0) -> bytes:
    """Return `scene` as JPEG bytes.

    Args:
        scene: what to draw.
        scale: 1 is camera size (4000 pixels on the long side); smaller is a draft.

    Raises:
        ValueError: when `scale` is not above 0 and at most 1.
    """
    if not 0 < scale <= 1:
        raise ValueError(f"scale must lie above 0 and at most at 1, not {scale}")
    pixels = CAMERA_LONG_SIDE * scale / max(scene.width, scene.height)
    canvas = Canvas(scene.width, scene.height, pixels, PAPER)
    scene.draw(Pen(canvas))
    canvas.grain()
    return canvas.jpeg()
