"""The illustrations: their sizes, their bytes, their silence about who made them and where."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pytest
from PIL import Image, ImageStat

import draw_illustrations
from illustrations.canvas import Canvas, Gradient, Pen
from illustrations.geometry import (
    bounds,
    ellipse,
    joint,
    limb,
    place,
    polygon,
    rect,
    sweep,
    transform,
)
from illustrations.hair import cap, skull
from illustrations.palette import INK, PAPER, mix
from illustrations.scenes import SCENES, Scene, render

DRAFT = 0.06
BY_NAME = {scene.name: scene for scene in SCENES}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.fixture
def pen() -> Pen:
    return Pen(Canvas(100, 80, 1.0, PAPER))


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("tiem-chung", (240, 180)),
        ("kham-mat-nguoi-cao-tuoi", (240, 160)),
        ("co-thi-dua", (180, 240)),
    ],
)
def test_a_draft_is_camera_size_scaled_down(name: str, size: tuple[int, int]) -> None:
    picture = opened(render(BY_NAME[name], DRAFT))
    assert picture.format == "JPEG"
    assert picture.mode == "RGB"
    assert picture.size == size


def test_the_same_scene_gives_the_same_bytes() -> None:
    scene = BY_NAME["hien-mau-tinh-nguyen"]
    assert render(scene, DRAFT) == render(scene, DRAFT)


def test_a_picture_carries_no_metadata() -> None:
    picture = opened(render(BY_NAME["ho-so-suc-khoe-dien-tu"], DRAFT))
    assert not picture.getexif()
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_every_scene_fills_its_paper(scene: Scene) -> None:
    picture = opened(render(scene, 0.02))
    darkest, lightest = picture.convert("L").getextrema()
    assert lightest - darkest > 150
    assert min(ImageStat.Stat(picture).stddev) > 20


def test_the_catalogue_names_each_file_once() -> None:
    assert len(BY_NAME) == len({scene.draw for scene in SCENES}) == len(SCENES) == 10
    assert {scene.path.split("/")[0] for scene in SCENES} == {
        "2018",
        "2019",
        "2022",
        "2023",
        "2024",
    }
    assert any(scene.height > scene.width for scene in SCENES)


def test_the_kept_pictures_are_light_enough_for_the_repository() -> None:
    for scene in SCENES:
        file = draw_illustrations.BULLETINS / scene.path
        assert file.stat().st_size < 900_000, scene.path
        with Image.open(file) as picture:
            assert max(picture.size) == 4000, scene.path
            assert not picture.getexif(), scene.path


def test_the_command_writes_only_what_is_asked_for(tmp_path: Path) -> None:
    asked = ["--only", "co-thi-dua", "--out", str(tmp_path), "--scale", "0.03"]
    assert draw_illustrations.main(asked) == 0
    files = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [Path("2024/co-thi-dua.jpg")]
    assert (tmp_path / files[0]).read_bytes() == render(BY_NAME["co-thi-dua"], 0.03)


@pytest.mark.parametrize(
    "arguments", [["--only", "khong-co"], ["--scale", "0"], ["--scale", "1.5"], ["--scale", "to"]]
)
def test_the_command_refuses_what_it_cannot_draw(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        draw_illustrations.main(arguments)
    assert stop.value.code == 2


@pytest.mark.parametrize("scale", [0, -1, 1.01])
def test_a_scale_out_of_range_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        render(SCENES[0], scale)


def test_a_fill_covers_its_shape_and_nothing_else(pen: Pen) -> None:
    pen.fill(rect(10, 10, 30, 20), INK)
    assert pen.canvas.image.getpixel((25, 20)) == INK
    assert pen.canvas.image.getpixel((60, 60)) == PAPER


def test_a_fill_stays_within_its_frame(pen: Pen) -> None:
    pen.fill(rect(0, 0, 100, 80), INK, within=rect(0, 0, 50, 80))
    assert pen.canvas.image.getpixel((20, 40)) == INK
    assert pen.canvas.image.getpixel((80, 40)) == PAPER


def test_a_gradient_runs_from_its_first_colour_to_its_second(pen: Pen) -> None:
    pen.fill(rect(0, 0, 100, 80), Gradient((0, 0, 0), (240, 240, 240)))
    column = [pen.canvas.image.getpixel((50, y))[0] for y in range(0, 80, 8)]
    assert column == sorted(column)
    assert column[0] < 15
    assert column[-1] > 200


def test_what_lies_off_the_paper_draws_nothing(pen: Pen) -> None:
    before = pen.canvas.image.tobytes()
    pen.fill(rect(400, 400, 10, 10), INK, blur=2)
    pen.shadow(rect(400, 400, 10, 10), 5, 5)
    pen.glow(400, 400, 10, 10, INK, 1.0)
    assert pen.canvas.image.tobytes() == before


def test_a_form_shadow_lies_on_the_side_away_from_the_light(pen: Pen) -> None:
    pen.fill(ellipse(50, 40, 30), (200, 200, 200), shade=0.8, depth=10)
    lit, dark = (pen.canvas.image.getpixel(at)[0] for at in ((32, 24), (69, 58)))
    assert lit > dark


def test_a_mirrored_pen_draws_to_the_left(pen: Pen) -> None:
    pen.at(50, 40, flip=True).fill(rect(10, -5, 20, 10), INK)
    assert pen.canvas.image.getpixel((30, 40)) == INK
    assert pen.canvas.image.getpixel((70, 40)) == PAPER


def test_placing_moves_scales_and_turns() -> None:
    matrix = place((1, 0, 0, 1, 0, 0), 10, 20, 2, 90, flip=False)
    ((moved,),) = transform(matrix, polygon((1, 0)))
    assert moved == pytest.approx((10, 22))


def test_an_elbow_keeps_both_bones_at_their_length() -> None:
    elbow = joint((0, 0), (60, 80), 70, 64, -1)
    assert math.dist((0, 0), elbow) == pytest.approx(70)
    assert math.dist(elbow, (60, 80)) == pytest.approx(64)


def test_a_knee_lies_on_the_side_it_is_told() -> None:
    assert joint((0, 0), (0, 100), 60, 60, 1)[0] > 0
    assert joint((0, 0), (0, 100), 60, 60, -1)[0] < 0


def test_a_hand_out_of_reach_stretches_the_arm_evenly() -> None:
    elbow = joint((0, 0), (0, 300), 70, 70, 1)
    assert elbow[1] == pytest.approx(150, abs=1)
    assert abs(elbow[0]) < 10


def test_a_limb_is_as_wide_as_it_is_told() -> None:
    assert bounds(limb([(0, 0), (100, 0)], (20, 10))) == pytest.approx((-10, -10, 105, 10))
    assert bounds(limb([(0, 0), (100, 0)], (20, 10), flat=True))[2] == pytest.approx(100)


def test_a_shadow_reaches_from_its_shape_to_its_end() -> None:
    assert bounds(sweep(rect(0, 0, 10, 10), 30, 5)) == (0, 0, 40, 15)


def test_rounded_corners_stay_inside_the_rectangle() -> None:
    assert bounds(rect(5, 6, 40, 20, 50)) == pytest.approx((5, 6, 45, 26))


@pytest.mark.parametrize("view", ["side", "quarter", "back"])
@pytest.mark.parametrize("style", ["short", "bob", "bun", "tail", "long", "thin", "child", "tuft"])
def test_hair_rises_above_the_head_it_covers(view: str, style: str) -> None:
    assert bounds(cap(view, style))[1] < bounds(skull(view))[1]


def test_colours_mix_evenly() -> None:
    assert mix((0, 10, 20), (100, 110, 120), 0.5) == (50, 60, 70)
    assert mix(INK, PAPER, 0) == INK
    assert mix(INK, PAPER, 1) == PAPER
