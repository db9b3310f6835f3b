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
    # Thousands of small files come and go: in memory, where there is plenty, that costs nothing.
    if [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 2000000 ]; then
        export TMPDIR=/dev/shm
    fi
    # Two at a time, whole files each: some tests of a file share what is slow to make. Begun in the
    # order of tests/conftest.py, or a long one would run alone at the end.
    two="-n 2 --dist loadscope --no-loadscope-reorder"
    # The model and the file must be covered by their own tests, and by these whole. Nothing else
    # is traced: that takes as long again.
    traced="tests/document tests/model tests/storage"
    others=
    for folder in $traced; do
        others="$others --ignore=$folder"
    done
    "$python" -m coverage erase
    # shellcheck disable=SC2086 -- these are several words
    step "tests of model, document and storage" "$python" -m coverage run -m pytest $two $traced
    "$python" -m coverage combine --quiet
    step "coverage" "$python" -m coverage report --fail-under=100
    # shellcheck disable=SC2086
    step "all other tests" "$python" -m pytest $two $others
fi
echo "All good after $(($(date +%s) - began)) s."
