"""How fast the recogniser reads, and how long its automaton takes to make.

Run by hand, ``.venv/bin/python tests/bench/bench_recogniser.py``, or by ``make bench``. A registry
of 1,000 units with five aliases each and 20 MB of text are made from parts of real-looking names,
always the same ones, with as many names as the project's own bulletins have (2,100 places a
megabyte). With ``BULLETIN_CORPUS`` set, the articles of that folder are read as well. Times are the
best of five, in seconds of one core: on a quiet machine those of the clock, on a busy one still
those of the work. Exit status 1 when the reading is slower than 5 MB/s or the making takes more
than 1.5 seconds.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from plugins.authors.lexicon import FAMILY_NAMES  # noqa: E402
from plugins.units.recogniser import Recogniser  # noqa: E402
from plugins.units.registry import Unit, Units, units_of  # noqa: E402

UNITS = 1000
MEGABYTES = 20
BULLETIN = 4000
ROUNDS = 5
SLOWEST = 5.0
LONGEST_MAKING = 1.5

PROVINCES = ("Lạng Sơn", "Quảng Ngãi", "Vĩnh Phúc", "Ninh Bình", "Hà Nội", "Thành phố Hồ Chí Minh")
FIRST = ("Bắc", "Nam", "Đông", "Tây", "Tân", "Phú", "Vĩnh", "Hòa", "Thanh", "An", "Bình", "Mỹ")
SECOND = ("Sơn", "Lăng", "Thành", "Lâm", "Thịnh", "Phong", "Hưng", "Khánh", "Lộc", "Xuân", "Giang")
KINDS = (
    ("Trung tâm Y tế huyện", "TTYT huyện", "Trung tâm Y tế"),
    ("Trạm Y tế xã", "TYT xã", "Trạm Y tế"),
    ("Bệnh viện Đa khoa khu vực", "BVĐK khu vực", "Bệnh viện khu vực"),
    ("Phòng khám đa khoa", "PKĐK", "Phòng khám"),
    ("Ủy ban nhân dân xã", "UBND xã", "Ủy ban xã"),
)
PHRASES = (
    "Sáng 15/7, {} tổ chức hội nghị sơ kết công tác sáu tháng đầu năm và triển khai nhiệm vụ.",
    "Cán bộ y tế của {} đã khám, tư vấn cho hơn 300 người dân trên địa bàn.",
    "Theo báo cáo của {}, số ca mắc sốt xuất huyết giảm 12,5% so với cùng kỳ năm trước.",
    "Các bệnh viện tuyến tỉnh và trung tâm y tế cần chủ động nguồn lực trong mùa mưa lũ.",
    "Người dân nên đến cơ sở y tế gần nhất khi sốt cao liên tục quá hai ngày, không tự dùng thuốc.",
    "Tham dự có lãnh đạo Sở Y tế, các phòng chức năng cùng đại diện {}.",
    "Trong năm học mới, nhà trường tiếp tục phối hợp rà soát tiền sử tiêm chủng của học sinh.",
    "Đồng chí đề nghị các đơn vị nâng cao chất lượng khám bệnh, chữa bệnh và tinh thần phục vụ.",
    "Bên cạnh kết quả đạt được, công tác truyền thông ở một số xã vùng cao còn gặp khó khăn.",
    "Tỷ lệ trẻ dưới một tuổi được tiêm đủ các loại vắc xin đạt 96,2%, vượt kế hoạch năm.",
    "Đoàn đã tặng quà, cấp thuốc miễn phí cho gia đình chính sách và người có hoàn cảnh khó khăn.",
    "Hội nghị thống nhất sáu nhiệm vụ trọng tâm, trong đó có chuyển đổi số và cải cách hành chính.",
    "Mỗi gia đình cần diệt loăng quăng, ngủ màn kể cả ban ngày và đậy kín dụng cụ chứa nước.",
)


def registry(rng: random.Random) -> Units:
    """Make 1,000 units, each with a short name or not, and five aliases."""
    units = []
    for number in range(UNITS):
        full, short, bare = KINDS[number % len(KINDS)]
        place = f"{rng.choice(FIRST)} {rng.choice(SECOND)} {rng.choice(SECOND)}"
        province = rng.choice(PROVINCES)
        aliases = (
            *(f"{short} {place}", f"{bare} {place}", f"{full} {place}, {province}"),
            *(f"{bare} {place} {province}", f"{full} {place} (cơ sở {number})"),
        )
        units.append(Unit(f"unit-{number}", f"{full} {place}", aliases=aliases, province=province))
    return units_of(units)


def texts(rng: random.Random, units: Units) -> list[str]:
    """Make 20 MB of bulletins of a usual length; a third of their sentences names a unit."""
    names = [name for unit in units for name in unit.names]
    found: list[str] = []
    size = 0
    while size < MEGABYTES * 1_000_000:
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < BULLETIN:
            sentences = rng.choices(PHRASES, k=4)
            paragraphs.append(" ".join(s.format(rng.choice(names)) for s in sentences))
        found.append("\n".join(paragraphs))
        size += len(found[-1].encode())
    return found


def articles(folder: Path) -> Iterator[str]:
    """Read the articles of the folder of test data."""
    with gzip.open(folder / "articles-vietnews.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield "\n".join([article["title"], article["abstract"], *article["body"]])


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def best(work: Callable[[], object]) -> float:
    """Return the core's seconds of the quickest of some rounds: others use the machine too."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def speed(recogniser: Recogniser, read: Sequence[str]) -> float:
    """Return how many megabytes of UTF-8 are read in a second."""
    size = sum(len(text.encode()) for text in read) / 1_000_000
    return size / best(lambda: [recogniser.find(text) for text in read])


def main() -> int:
    """Print the figures; return 1 when one of them is not good enough."""
    rng = random.Random(20231215)
    units = registry(rng)
    making = best(lambda: Recogniser(units, FAMILY_NAMES))
    recogniser = Recogniser(units, FAMILY_NAMES)
    read = texts(rng, units)
    made = speed(recogniser, read)
    places = sum(len(recogniser.find(text)) for text in read) / MEGABYTES
    say(f"cores: {os.cpu_count()}, load: {os.getloadavg()[0]:.1f}")
    say(f"automaton of {UNITS} units with five aliases: {making:.2f} s (at most {LONGEST_MAKING})")
    say(
        f"made-up bulletins, {MEGABYTES} MB, {places:.0f} places a megabyte: "
        f"{made:.1f} MB/s (at least {SLOWEST:.0f})"
    )
    corpus = os.environ.get("BULLETIN_CORPUS")
    if corpus:
        say(f"articles: {speed(recogniser, list(articles(Path(corpus)))):.1f} MB/s")
    else:
        say("articles: not read, BULLETIN_CORPUS is not set")
    good = made >= SLOWEST and making <= LONGEST_MAKING
    if not good:
        say("too slow, or the machine is busy")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
