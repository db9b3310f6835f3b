#!/bin/sh
# Makes everything ready: "setup.sh run" for the program, "setup.sh test" for its tests too.
#
# Called by run.sh and test.sh. What is done is skipped: .venv holds a checksum of all that the
# set-up depends on. An environment left half-made, moved or broken is made afresh.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/.."

goal=${1:-run}
case $goal in
    run) project='.[xlsx]' ;;
    test) project='.[xlsx,test]' ;;
    *) echo "usage: setup.sh [run|test]" >&2 && exit 2 ;;
esac

# What Qt needs to start without a screen; then on X11; then on Wayland; then to print.
wanted="libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
    libwayland-cursor0 libwayland-egl1
    libcups2"
if [ "$goal" = test ]; then wanted="$wanted poppler-utils qpdf"; fi

find_python() {
    # The version the tests were run with comes first; without ensurepip no environment can be made.
    for name in python3.11 python3.12 python3.13 python3.14 python3; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
            2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

missing_packages() {
    for name in $wanted; do
        # Debian 13 and Ubuntu 24.04 gave some of them new names ending in t64.
        dpkg-query -W -f '${db:Status-Status}\n' "$name" "${name}t64" 2>/dev/null |
            grep -qx installed || printf ' %s' "$name"
    done
}

install_packages() {
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    elif [ -t 0 ] && command -v sudo >/dev/null && [ ! -d .venv ]; then
        as_root=sudo # asks for the password; on the first run only
    else
        return 1
    fi
    echo "Installing these packages:$1"
    $as_root apt-get -qq update || echo "The package lists could not all be renewed." >&2
    # shellcheck disable=SC2086 # the names are to be split
    $as_root env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes \
        apt-get -qq -y --no-install-recommends install $1 >/dev/null
}

ready_packages() {
    if [ -z "$(find_python)" ]; then wanted="$wanted python3 python3-venv ca-certificates"; fi
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        if [ "$(uname)" = Linux ] && [ ! -d .venv ]; then
            echo "This system has no apt: if motwall does not start, install what Debian calls" \
                $wanted >&2
        fi
        return
    fi
    missing=$(missing_packages)
    if [ -n "$missing" ] && ! install_packages "$missing"; then
        echo "Please install these packages, or parts of motwall may not work:$missing" >&2
    fi
}

ready_environment() {
    if [ -e .venv/unfinished ] || ! grep -qF "$PWD/.venv" .venv/bin/activate 2>/dev/null ||
        ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        python=$(find_python)
        if [ -z "$python" ]; then
            echo "motwall needs Python 3.11 or later with its venv module. Please install it" \
                "and run this again." >&2
            exit 1
        fi
        "$python" -m venv --clear .venv
    fi
    touch .venv/unfinished
    echo "Installing motwall and what it needs into .venv. The first time this takes a minute."
    # The two variables carry the pins into the isolated build as well, for old and new pip.
    if ! PIP_CONSTRAINT=packaging/constraints.txt PIP_BUILD_CONSTRAINT=packaging/constraints.txt \
        .venv/bin/python -m pip --disable-pip-version-check install --quiet \
        --constraint packaging/constraints.txt --editable "$project"; then
        echo "The set-up did not finish; the lines above say why. Nothing else was changed:" \
            "run this again once that is mended." >&2
        exit 1
    fi
    rm .venv/unfinished
}

checksum=$(cat pyproject.toml packaging/constraints.txt packaging/setup.sh | cksum)
is_ready() {
    grep -qxF "$PWD $checksum" ".venv/ready-$1" 2>/dev/null && .venv/bin/python -c '' 2>/dev/null
}

if is_ready "$goal" || is_ready test; then exit 0; fi
ready_packages
ready_environment
printf '%s\n' "$PWD $checksum" >".venv/ready-$goal"
