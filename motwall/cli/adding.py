"""The command `import`: a file into a wall, all of it or nothing."""

import os
from pathlib import Path

from motwall.cli import streams
from motwall.cli.making import add_to_wall, make_wall
from motwall.cli.usage import WrongUsage
from motwall.document.lock import WallLock
from motwall.i18n import translate
from motwall.importing.sources import ENDINGS, Addition, addition, new_wall, read_source
from motwall.messages import shown_path
from motwall.model.clock import SystemClock
from motwall.model.store import Store
from motwall.storage.reading import read_records


def import_source(path: Path, source: Path) -> str:
    """Import a file into a wall, which is made if there is none; returns what was done.

    Raises:
        WrongUsage: The file's ending is none of a file that can be imported.
        MotwallError: The file makes no sense, or the wall cannot be read or written; a wall that
            was there is as it was, and no new one is left behind.
    """
    ending = source.suffix.lower()
    if ending not in ENDINGS:
        problem = translate("Cli", "{name} must end in .json, .csv, .txt or .xlsx")
        raise WrongUsage(problem.format(name=shown_path(source)))
    raw = read_source(source)
    is_new = not os.path.lexists(path)
    done = _made(path, ending, raw) if is_new else _added(path, ending, raw)
    for warning in done.warnings:
        streams.warn(warning)
    return _told(path, done, is_new=is_new)


def _made(path: Path, ending: str, raw: bytes) -> Addition:
    clock = SystemClock()
    plan = new_wall(ending, raw, clock)
    done = Addition(plan.patch(), plan.warnings)
    make_wall(path, plan.records, clock, done.patch.label, plan.pictures)
    return done


def _added(path: Path, ending: str, raw: bytes) -> Addition:
    clock = SystemClock()
    with WallLock(path):
        done = addition(ending, raw, Store(read_records(path)), clock)
        # Opening for writing may bring an old file to today's format: not for a refused import,
        # nor when there is nothing to add.
        if done.patch:
            add_to_wall(path, done.patch, clock, done.pictures)
    return done


def _told(path: Path, done: Addition, *, is_new: bool) -> str:
    """What the import did, in numbers."""
    notes, records = done.patch.label.count, len(done.patch.changes)
    if is_new:
        sentences = [translate("Cli", "Made {path} with %n note(s).", count=notes)]
    else:
        sentences = [translate("Cli", "Added %n note(s) to {path}.", count=notes)]
    sentences.append(translate("Cli", "New records: %n.", count=records))
    if done.left_alone:
        sentences.append(translate("Cli", "There already: %n.", count=done.left_alone))
    if done.renamed:
        text = translate("Cli", "Added beside others that differ: %n.", count=done.renamed)
        sentences.append(text)
    return " ".join(sentences).format(path=shown_path(path)) + "\n"
