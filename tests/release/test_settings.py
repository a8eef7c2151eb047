"""Where to publish: read from a file or the environment, and nothing that ssh could misread."""

from __future__ import annotations

import pytest

from plugins.release.errors import DeployError
from plugins.release.settings import load_target

FILE = """\
host = "bantin.example"
identity = "keys/login"
signing_key = "keys/signing"
known_hosts = "known_hosts"
site = "https://bantin.example"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "keys").mkdir()
    for name in ("keys/login", "keys/signing", "known_hosts"):
        (tmp_path / name).write_text("x")
    return tmp_path


@pytest.fixture
def target(folder):
    def load(text=FILE, **environment):
        (folder / "deploy.toml").write_text(text)
        return load_target(folder / "deploy.toml", environment)

    return load


@pytest.fixture
def refused(target):
    def expect(text=FILE, **environment):
        with pytest.raises(DeployError) as caught:
            target(text, **environment)
        return str(caught.value)

    return expect


def test_paths_are_beside_the_file_and_the_rest_has_defaults(target, folder):
    found = target()
    assert (found.host, found.user, found.port) == ("bantin.example", "publish", 22)
    assert found.identity == folder / "keys/login"
    assert found.site == "https://bantin.example"


def test_the_environment_goes_before_the_file(target):
    found = target(
        BANTIN_DEPLOY_HOST="127.0.0.1", BANTIN_DEPLOY_PORT="2222", BANTIN_DEPLOY_USER="ci"
    )
    assert (found.host, found.user, found.port) == ("127.0.0.1", "ci", 2222)


def test_the_environment_alone_will_do(folder):
    found = load_target(
        folder / "deploy.toml",
        {
            "BANTIN_DEPLOY_HOST": "bantin.example",
            "BANTIN_DEPLOY_IDENTITY": str(folder / "keys/login"),
            "BANTIN_DEPLOY_SIGNING_KEY": "keys/signing",
            "BANTIN_DEPLOY_KNOWN_HOSTS": "known_hosts",
        },
    )
    assert found.signing_key == folder / "keys/signing"


@pytest.mark.parametrize("name", ["host", "identity", "signing_key", "known_hosts"])
def test_what_is_missing_is_named_with_its_variable(refused, name):
    said = refused("\n".join(line for line in FILE.splitlines() if not line.startswith(name)))
    assert f"«{name}»" in said
    assert f"BANTIN_DEPLOY_{name.upper()}" in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOST", "-oProxyCommand=x"),
        ("HOST", "a b"),
        ("HOST", "bantin.example;id"),
        ("USER", "-l"),
        ("USER", "root@x"),
        ("PORT", "0"),
        ("PORT", "22x"),
        ("PORT", "70000"),
        ("SITE", "ftp://bantin.example"),
        ("SITE", "https://bantin.example/trang"),
        ("IDENTITY", "keys/not-there"),
    ],
)
def test_what_could_be_misread_is_refused(refused, name, value):
    assert name.lower() in refused(**{f"BANTIN_DEPLOY_{name}": value})


@pytest.mark.parametrize("text", ["host = ", 'hots = "bantin.example"\n', "host = 7\n", "\xff"])
def test_a_file_that_is_not_understood_is_refused(refused, text):
    assert refused(text)
