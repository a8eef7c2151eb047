"""Where the site is published, and with which keys: ``deploy.toml``, or the environment.

The file lies beside ``pelicanconf.py`` and holds no secret: keys are files of their own. In CI each
value comes from a variable (``BANTIN_DEPLOY_HOST``), which goes before the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from plugins.release.errors import DeployError

FILE: Final = "deploy.toml"
VARIABLE: Final = "BANTIN_DEPLOY_"

_HIGHEST_PORT: Final = 65_535
# What goes on the command line of ssh and rsync: nothing of it can be read as an option.
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")
_USER: Final = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_SITE: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Target:
    """The server of one site.

    ``identity`` is the private key to log in with, ``signing_key`` the one that signs releases,
    another key on purpose: whoever gets hold of one of them cannot publish. ``known_hosts`` holds
    the server's host key. ``site`` is the public address, for ``bantin verify``.
    """

    host: str
    identity: Path
    signing_key: Path
    known_hosts: Path
    user: str = "publish"
    port: int = 22
    site: str = ""


def load_target(file: Path, environment: Mapping[str, str]) -> Target:
    """Read the settings.

    Args:
        file: the settings file; it may be absent when the environment has everything. Paths in it
            are relative to its folder.
        environment: variables, of which those with the prefix :data:`VARIABLE` count.

    Raises:
        DeployError: the file cannot be read, or a setting is missing, wrong or unknown.
    """
    values = _read(file)
    names = {field.name for field in fields(Target)}
    for name in values:
        if name not in names:
            raise _wrong(name, f"không có; chỉ có {', '.join(sorted(names))}")
    given = {name: environment.get(f"{VARIABLE}{name.upper()}", "") for name in names}
    values |= {name: value for name, value in given.items() if value}
    site = _text(values, "site", _SITE, "phải có dạng https://bantin.example") or ""
    return Target(
        host=_text(values, "host", _HOST, "phải là tên máy chủ") or _missing("host"),
        identity=_path(values, "identity", file),
        signing_key=_path(values, "signing_key", file),
        known_hosts=_path(values, "known_hosts", file),
        user=_text(values, "user", _USER, "phải là tên người dùng trên máy chủ") or "publish",
        port=_port(values.get("port", 22)),
        site=site,
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DeployError("deploy-file", file=file, reason=reason) from error


def _text(values: Mapping[str, Any], name: str, form: re.Pattern[str], must: str) -> str | None:
    value = values.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str) or not form.fullmatch(value):
        raise _wrong(name, f"là {value!r}, nhưng {must}")
    return value


def _path(values: Mapping[str, Any], name: str, file: Path) -> Path:
    value = values.get(name)
    if value is None or value == "":
        _missing(name)
    if not isinstance(value, str):
        raise _wrong(name, f"là {value!r}, nhưng phải là đường dẫn tới một tệp")
    path = file.resolve().parent / Path(value).expanduser()
    if not path.is_file():
        raise _wrong(name, f"là {value!r}, nhưng không có tệp đó")
    return path


def _port(value: object) -> int:
    text = str(value)
    if isinstance(value, bool) or not text.isdecimal() or not 1 <= int(text) <= _HIGHEST_PORT:
        raise _wrong("port", f"là {value!r}, nhưng phải là số từ 1 đến {_HIGHEST_PORT}")
    return int(text)


def _missing(name: str) -> str:
    raise _wrong(name, "chưa có")


def _wrong(name: str, reason: str) -> DeployError:
    variable = f"{VARIABLE}{name.upper()}"
    return DeployError("deploy-setting", name=name, reason=reason, variable=variable)
