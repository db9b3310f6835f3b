#!/bin/sh
# Sets up what is missing, then runs every check and test; stops at the first that fails.
#
# Arguments go to pytest, as in: sh packaging/test.sh tests/model -k patch
# A part of the tests cannot cover everything, so then the coverage is not judged.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/.."
sh packaging/setup.sh test
export QT_QPA_PLATFORM=offscreen
python=.venv/bin/python

step() {
    title=$1
    shift
    started=$(date +%s)
    echo "== $title"
    status=0
    "$@" || status=$?
    took=$(($(date +%s) - started))
    if [ "$status" -ne 0 ]; then
        echo "== $title: failed after $took s" >&2
        exit "$status"
    fi
    echo "== $title: $took s"
}

began=$(date +%s)
step "ruff check" "$python" -m ruff check
step "ruff format" "$python" -m ruff format --check
step "mypy" "$python" -m mypy
step "layers" .venv/bin/lint-imports
step "sizes" "$python" packaging/sizes.py
if [ $# -gt 0 ]; then
    step "tests" "$python" -m pytest "$@"
else
    # Two at a time, whole files each: some tests of a file share what is slow to make.
    "$python" -m coverage erase
    step "tests" "$python" -m coverage run -m pytest -n 2 --dist loadscope
    "$python" -m coverage combine --quiet
    step "coverage" "$python" -m coverage report --fail-under=100
fi
echo "All good after $(($(date +%s) - began)) s."
