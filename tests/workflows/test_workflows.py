"""The workflows of GitHub and GitLab: well-formed, without holes, secrets far from content."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.content import PROJECT

BIN = Path(sys.prefix) / "bin"
GITHUB = PROJECT / ".github" / "workflows"
GITLAB = PROJECT / ".gitlab-ci.yml"
# Of a check of content: whoever reads that must not hold a key.
READS_CONTENT = re.compile(r"make (?:--silent )?(?:check|publish|html|test)|pelican|bantin check")


def run(*command: object) -> subprocess.CompletedProcess[str]:
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)


def jobs() -> dict[str, Any]:
    """Return every job of both services, as its text, by service and name."""
    found = {
        f"{file.stem}/{name}": job
        for file in GITHUB.glob("*.yml")
        for name, job in yaml.safe_load(file.read_text())["jobs"].items()
    }
    gitlab = yaml.safe_load(GITLAB.read_text())
    return found | {f"gitlab/{name}": gitlab[name] for name in ("build", "test", "deploy")}


def test_github_s_are_as_its_schema_says() -> None:
    files = sorted(GITHUB.glob("*.yml"))
    assert [file.stem for file in files] == ["code", "site"]
    done = run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    assert done.returncode == 0, done.stdout


def test_gitlab_s_is_as_its_schema_says() -> None:
    schema = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    done = run(BIN / "check-jsonschema", *schema, GITLAB)
    assert done.returncode == 0, done.stdout


def test_no_hole_is_known() -> None:
    done = run(BIN / "zizmor", "--offline", "--no-progress", "--persona=pedantic", GITHUB)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", jobs())
def test_a_job_reads_content_or_holds_keys_but_never_both(name: str) -> None:
    job = json.dumps(jobs()[name])
    holds_keys = "secrets." in job or ".ci/deploy" in job
    assert not (READS_CONTENT.search(job) and holds_keys)
    assert holds_keys == name.endswith("/deploy")


def test_what_deploys_reads_no_content() -> None:
    text = (PROJECT / ".ci" / "deploy").read_text()
    commands = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert not READS_CONTENT.search("\n".join(commands))
    assert "bantin deploy public" in text


def test_only_the_main_branch_deploys() -> None:
    assert "github.ref == 'refs/heads/main'" in jobs()["site/deploy"]["if"]
    assert jobs()["site/deploy"]["needs"] == "build"
    assert "CI_DEFAULT_BRANCH" in json.dumps(jobs()["gitlab/deploy"]["rules"])


def test_every_action_is_pinned_by_its_commit() -> None:
    used = [
        step["uses"]
        for name, job in jobs().items()
        if not name.startswith("gitlab")
        for step in job["steps"]
        if "uses" in step
    ]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action in used)


def test_what_they_call_is_there() -> None:
    text = "".join(json.dumps(job) for job in jobs().values())
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(), re.MULTILINE))
    called = set(re.findall(r"make (?:--silent )?([a-z-]+)", text)) - {"python"}
    assert {"check", "publish"} <= called <= targets
    for script in re.findall(r"[.]ci/[a-z]+", text):
        assert (PROJECT / script).stat().st_mode & 0o111, script


def test_a_deploy_without_its_keys_says_which(tmp_path: Path) -> None:
    done = subprocess.run(
        [PROJECT / ".ci" / "deploy"],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
        env={"PATH": "/usr/bin:/bin", "LOGIN_KEY": "x", "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 2
    assert "SIGNING_KEY is not set" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_words_that_open_doors_need_a_maintainer() -> None:
    lines = (PROJECT / "CODEOWNERS").read_text().splitlines()
    owners = {line.split()[0]: line.split()[1:] for line in lines if line and line[0] != "#"}
    for path in ("*", "/content/exceptions.yml", "/content/allowed-domains.yml"):
        assert "@bantin/maintainers" in owners[path]
    # The last line that fits a path counts.
    assert list(owners).index("/content/") < list(owners).index("/content/exceptions.yml")
