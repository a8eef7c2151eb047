"""Every bad input through a real build: the same errors, exit status 1, the old site untouched."""

import re
from pathlib import Path

import pytest
from support.sites import build_apart, files_below

from plugins.engine.errors import ContentError

BASE = Path(__file__).parent / "base"
REPORTED = re.compile(r"^(.*?):(\d+):\d+: (\S+) error: .+ Cách sửa: .+$", re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a site built from the content below all cases; the builds here must not change it."""
    return build_apart(BASE, tmp_path_factory.mktemp("built") / "output")


@pytest.fixture(scope="module")
def before(site):
    """Return the bytes of that site."""
    return site.files()


def test_a_build_gives_the_errors_and_leaves_the_previous_output(
    bad_input, site, before, engine_for, tmp_path, capfd
):
    with pytest.raises(ContentError) as caught:
        engine_for(bad_input.lay_out(tmp_path / "content"), site.output).run()
    assert caught.value.exitcode == bad_input.exit
    found = REPORTED.findall(capfd.readouterr().err)
    assert [(path, int(line), code) for path, line, code in found] == bad_input.problems
    assert files_below(site.output) == before
