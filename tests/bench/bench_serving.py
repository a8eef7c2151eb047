"""Measure serving over TLS while releases are published: wrk against the real nginx.

    .venv/bin/python tests/bench/bench_serving.py [SECONDS]

The project's own public site, its pages in turn, compressed. During the run one release after
another is published by the real gate, its health check included. The aim: 2,000 requests a second
for 30 seconds without an error. nginx, wrk, the gate and whatever else the machine does share its
cores.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), *(str(PROJECT / name) for name in ("deploy", "tests"))]

from support.deploying import Release, Server, make_release, server  # noqa: E402 - the path first
from support.programs import program  # noqa: E402 - the path comes first
from support.sites import build_apart, files_below  # noqa: E402 - the path comes first
from support.web_server import HOST, make_certificate  # noqa: E402 - the path comes first

from plugins.engine.compression import compressed_copies  # noqa: E402 - the path comes first

SECONDS, CONNECTIONS, AIM = 30, 64, 2_000
# The pages in turn; anything but 200 is counted.
SCRIPT = """\
local paths = {{ {paths} }}
local turn = 0
bad = 0
-- The name is asked for and checked as readers do; it leads to this machine.
local lookup = wrk.lookup
wrk.lookup = function(host, service) return lookup("127.0.0.1", service) end
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], {{ ["Host"] = "{host}", ["Accept-Encoding"] = "br" }})
end
response = function(status) if status ~= 200 then bad = bad + 1 end end
local threads = {{}}
setup = function(thread) table.insert(threads, thread) end
done = function(summary, latency)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("bad") end
  local e = summary.errors
  io.write(string.format(
    '\\nRESULT {{"requests":%d,"seconds":%f,"bytes":%d,"not_200":%d,"errors":%d,' ..
    '"p50":%f,"p90":%f,"p99":%f,"worst":%f}}\\n',
    summary.requests, summary.duration / 1e6, summary.bytes, wrong,
    e.connect + e.read + e.write + e.timeout, latency:percentile(50) / 1e3,
    latency:percentile(90) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
"""


def releases(files: dict[str, bytes]) -> list[Release]:
    """Return releases of a site that differ in one page, each after the one before."""
    made = []
    for number in range(1, 200):
        changed = files["index.html"] + f"<!-- {number} -->".encode()
        at = f"2026-01-31T{number // 60:02d}:{number % 60:02d}:00+00:00"
        versions = {**files, "index.html": changed}
        for suffix in (".br", ".gz"):
            versions.pop(f"index.html{suffix}", None)
        earlier = tuple(range(max(1, number - 5), number))
        made.append(make_release(versions, at=at, number=number, ancestors=earlier))
    return made


def publish_while(running: subprocess.Popen[str], made: Server, waiting: list[Release]) -> int:
    """Publish one release after another until a program has ended; return how many."""
    published = 0
    while running.poll() is None and waiting:
        said = made.deploy(waiting.pop(0))
        if not said.answer["ok"]:
            raise SystemExit(f"a deploy failed: {said}")
        published += 1
        time.sleep(0.5)
    return published


def measure(made: Server, waiting: list[Release], seconds: int, root: Path) -> int:
    """Run wrk and print what it measured; return the exit status."""
    first = waiting.pop(0)
    said = made.deploy(first)
    assert said.answer["ok"], said
    pages = [
        f"/{path.removesuffix('index.html')}"
        for path in first.files
        if path.endswith("index.html") or path.endswith((".css", ".js"))
    ]
    script = root / "pages.lua"
    paths = ", ".join(f'"{page}"' for page in pages)
    script.write_text(SCRIPT.format(paths=paths, host=HOST), encoding="utf-8")
    command = [program("wrk"), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script)]
    with subprocess.Popen(
        [*command, f"{made.web.url}/"], stdout=subprocess.PIPE, text=True
    ) as running:
        published = publish_while(running, made, waiting)
        output = running.stdout.read() if running.stdout else ""
    found = re.search(r"^RESULT (.*)$", output, re.MULTILINE)
    assert found, output
    result = json.loads(found[1])
    rate = result["requests"] / result["seconds"]
    sys.stdout.write(
        f"{len(pages)} addresses, {CONNECTIONS} connections over TLS, {result['seconds']:.0f} s, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {published} releases published\n"
        f"{rate:,.0f} requests/s, {result['bytes'] / result['seconds'] / 1e6:.1f} MB/s; "
        f"not 200: {result['not_200']}, errors: {result['errors']}\n"
        f"ms: p50 {result['p50']:.1f}, p90 {result['p90']:.1f}, p99 {result['p99']:.1f}, "
        f"worst {result['worst']:.1f}\n"
    )
    return int(rate < AIM or result["not_200"] > 0 or result["errors"] > 0)


def main() -> int:
    """Build the site, publish it, measure."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        public = root / "public"
        build_apart(PROJECT / "content", public, public=True)
        files = files_below(public)
        files.pop("MANIFEST")
        for path, data in list(files.items()):
            files |= compressed_copies(path, data)
        with server(root / "server", make_certificate(root)) as made:
            return measure(made, releases(files), seconds, root)


if __name__ == "__main__":
    sys.exit(main())
