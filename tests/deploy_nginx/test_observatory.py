"""The headers of the project's own site, judged by the Observatory's own scoring."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from support.content import PROJECT
from support.programs import program
from support.sites import build_apart
from support.web_server import HOST, make_certificate, web_server

pytestmark = pytest.mark.long

# What the best grade begins with; ours has to have something to spare.
A_PLUS, OURS = 100, 130


def test_headers_are_graded_a_plus(tmp_path: Path) -> None:
    public = tmp_path / "site" / "releases" / "one" / "public"
    public.parent.mkdir(parents=True)
    build_apart(PROJECT / "content", public, public=True)
    (tmp_path / "site" / "current").symlink_to("releases/one")
    certificate = make_certificate(tmp_path)
    with web_server(tmp_path / "nginx", tmp_path / "site", certificate) as web:
        preload = Path(__file__).with_name("observatory_preload.mjs").as_uri()
        done = subprocess.run(
            [program("node"), "--import", preload, program("observatory"), HOST],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={
                **os.environ,
                "NODE_EXTRA_CA_CERTS": str(certificate.file),
                "TEST_HTTP_PORT": str(web.http_port),
                "TEST_HTTPS_PORT": str(web.tls_port),
            },
        )
    report = json.loads(done.stdout)
    assert "scan" in report, report
    failed = {name: test["result"] for name, test in report["tests"].items() if not test["pass"]}
    assert failed == {}
    assert report["scan"]["grade"] == "A+"
    assert report["scan"]["score"] >= OURS > A_PLUS
