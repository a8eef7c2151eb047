#!/bin/sh
# Find a Python of 3.11 or newer, then let it make .venv and fill it with the locked packages.
#
#   tools/setup.sh runtime    what `make html` needs
#   tools/setup.sh test       the same, and the packages that tests and linters need
#
# PYTHON=/path/to/python chooses the interpreter. Everything after this search is in environment.py.
set -eu

here=$(dirname "$0")
recent='import sys; sys.exit(sys.version_info < (3, 11))'

# A name on the PATH is not enough: version managers leave names that only print an error.
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if "$candidate" -c "$recent" >/dev/null 2>&1; then
        exec "$candidate" "$here/environment.py" "$@"
    fi
done

sudo='sudo '
if [ "$(id -u)" -eq 0 ]; then sudo=''; fi
found=$("${PYTHON:-python3}" --version 2>/dev/null) || found=
if [ -n "${PYTHON:-}" ]; then
    echo "$PYTHON (${found:-does not start}) is no Python 3.11 or newer: choose another with PYTHON=…" >&2
elif [ -n "$found" ]; then
    echo "Python 3.11 or newer missing ($found is too old):" \
        "${sudo}apt-get install python3.11 python3.11-venv" >&2
else
    echo "Python 3 missing: ${sudo}apt-get install python3 python3-venv" >&2
fi
exit 1
