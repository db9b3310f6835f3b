#!/bin/sh
# Sets up what is missing, then starts motwall: sh packaging/run.sh [FILE]
#
# Where there is no display it makes the shop example and its handouts in build/sample instead, or
# the handouts of FILE.
set -eu
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd)
sh "$root/packaging/setup.sh" run

motwall() {
    "$root/.venv/bin/python" -P -m motwall "$@"
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    motwall "$@"
    exit
fi

sample=$root/build/sample
mkdir -p "$sample"
wall=${1:-}
if [ -z "$wall" ]; then
    wall=$sample/sample.motwall
    rm -f "$wall"* # with a lock or journal that a killed run may have left
    motwall new "$wall" --template shop
fi
pdf=$sample/$(basename "$wall" .motwall).pdf
motwall export "$wall" -o "$pdf" --force
echo "There is no display here, so motwall did its main job without a window."
echo "Wall:     $wall"
echo "Handouts: $pdf"
