"""One sentence for each thing that can go wrong through no fault of ours.

Window and command line say the same: what happened, that nothing was lost where one might fear it,
and the way out. Which buttons stand beside a sentence is the window's business.
"""

import os
from pathlib import Path

from motwall.i18n import translate
from motwall.model import errors
from motwall.model.clean_text import clean_text
from motwall.model.errors import ImportRefused, MotwallError
from motwall.model.templates import template_names

# The problems of an import that are told; the others are counted.
_MOST_PROBLEMS = 5
# Longer names and values are cut in a sentence.
_FACT_LIMIT = 120


def message_for(error: MotwallError) -> str:
    """The sentence for an error, in the user's language: plain text, one line."""
    known = {**_of_anything(), **_of_files(), **_of_access(), **_of_coming_and_going()}
    kind = next(one for one in type(error).__mro__ if one in known)
    return known[kind].format_map(_facts(error))


def shown_path(path: Path) -> str:
    r"""A path as text: file names are UTF-8 whatever the locale says, else with \xff in them."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _of_anything() -> dict[type[object], str]:
    """What the other tables leave out; the first is for kinds that get no sentence of their own."""
    return {
        MotwallError: translate("Errors", "That did not work; nothing was changed, try again."),
        errors.BadRecord: translate(
            "Errors", "{value} cannot be the {field} of a {record_type}; nothing was changed."
        ),
        errors.Cancelled: translate("Errors", "Stopped; nothing was written."),
        errors.MergeRefused: translate(
            "Errors",
            "Together the two copies have more than 16 contact types or 12 further rows; "
            "nothing was changed, take some away in one of them first.",
        ),
        errors.PhotoTooLarge: translate(
            "Errors", "This picture is too large for a note; it was left out, nothing else was."
        ),
        errors.PhotoRefused: translate(
            "Errors", "That is no photo that can be read: a whole JPEG or PNG picture is needed."
        ),
        errors.PhotoTooWide: translate(
            "Errors",
            "That photo has more than 40 megapixels or 64 MB; make a smaller copy of it first.",
        ),
        errors.UnknownTemplate: translate(
            "Errors", "There is no template {name}; choose one of {templates}."
        ),
    }


def _of_files() -> dict[type[object], str]:
    """What a path names is not what is wanted there."""
    return {
        errors.WallFileMissing: translate(
            "Errors", "There is no file {path}; check the name, or make a new wall."
        ),
        errors.WallFolderMissing: translate(
            "Errors", "The folder of {path} is not there; nothing was written, choose another one."
        ),
        errors.WallFileExists: translate(
            "Errors", "{path} is there already and was left as it is; choose another name."
        ),
        errors.WallFileIsFolder: translate("Errors", "{path} is a folder; choose a file."),
        errors.WallFileEmpty: translate(
            "Errors", "{path} is empty, there is no wall in it; look for another copy of it."
        ),
        errors.WallFileNotSqlite: translate(
            "Errors", "{path} is not a wall and was left as it is; choose a file motwall made."
        ),
        errors.WallFileForeign: translate(
            "Errors", "{path} belongs to another program and was left as it is; choose a wall."
        ),
        errors.WallFileTooNew: translate(
            "Errors",
            "{path} was made with a newer motwall (format {found}; this one reads up to {known}); "
            "nothing was changed, update motwall to open it.",
        ),
        errors.WallFileAltered: translate(
            "Errors",
            "{path} has parts that motwall did not make, so it was not opened and not changed; "
            "open an earlier copy of it.",
        ),
        errors.WallFileDamaged: translate(
            "Errors", "{path} is damaged and was left as it is; open an earlier copy of it."
        ),
        errors.WallFileTooLarge: translate(
            "Errors",
            "That is too large for one wall, and {path} was left as it is; use several walls.",
        ),
        errors.WallNameTooLong: translate(
            "Errors", "{path} is too long a name for a wall; nothing was written, shorten it."
        ),
    }


def _of_access() -> dict[type[object], str]:
    """The path is right, but somebody or something stands in the way."""
    return {
        errors.WallFileLocked: translate(
            "Errors", "Another program is using {path}; close it there and try again."
        ),
        errors.WallInUse: translate(
            "Errors",
            "{path} is open in another motwall (computer: {holder}); "
            "close it there, or open it here for reading only.",
        ),
        errors.WallLockUnreadable: translate(
            "Errors",
            "The lock file beside {path} makes no sense, so the wall may be open elsewhere; "
            "make sure that it is not, then open it anyway or delete the lock file.",
        ),
        errors.WallFileReadOnly: translate(
            "Errors",
            "{path} or its folder may not be written; nothing was changed, "
            "use a copy in another folder.",
        ),
        errors.WallFileReplaced: translate(
            "Errors",
            "{path} was moved, deleted or changed by somebody else; nothing was written over it, "
            "save a copy under another name.",
        ),
        errors.DiskFull: translate(
            "Errors",
            "The disk is full, so {path} could not be written; nothing is lost, "
            "make room and try again, or save a copy elsewhere.",
        ),
        errors.WallFileUnreachable: translate(
            "Errors",
            "{path} cannot be reached; nothing was changed, "
            "check the drive, the network and your permissions, then try again.",
        ),
    }


def _of_coming_and_going() -> dict[type[object], str]:
    """Files imported and exported."""
    return {
        errors.ImportRefused: translate("Errors", "Nothing was imported: {problems}."),
        errors.ExtraMissing: translate(
            "Errors",
            "This motwall was set up without workbooks (.xlsx), so nothing was done; "
            "install motwall[xlsx], or use .csv or .json.",
        ),
        errors.SourceMissing: translate(
            "Errors", "There is no file {path} to import; check the name."
        ),
        errors.SourceUnreadable: translate(
            "Errors", "{path} cannot be read, so nothing was imported; choose another file."
        ),
        errors.QuestionsUnreadable: translate(
            "Errors",
            "{path} does not read as a list of questions; it was left as it is, "
            "and all other questions are here.",
        ),
        errors.PlanUnreadable: translate(
            "Errors",
            "{path} does not read as a plan of a workshop; it was left as it is, "
            "and all other plans are here.",
        ),
        errors.LogoUnreadable: translate(
            "Errors",
            "{path} cannot be used as a logo, so nothing was changed; "
            "choose a PNG or JPEG picture of less than 20 MB.",
        ),
        errors.OutputExists: translate(
            "Errors",
            "There is a {path} already, which was kept; replace it or choose another name.",
        ),
        errors.PictureTooLarge: translate(
            "Errors",
            "{path} would be too large a picture, so nothing was written; "
            "choose a smaller scale, or a PDF.",
        ),
    }


def _facts(error: MotwallError) -> dict[str, str]:
    """What the error knows, each fact as a sentence can show it."""
    facts = {name: _shown(value) for name, value in vars(error).items()}
    facts["templates"] = ", ".join(template_names())
    if isinstance(error, ImportRefused):
        facts["problems"] = _problems(error)
    if facts.get("holder") == "":
        facts["holder"] = translate("Errors", "unknown")
    return facts


def _shown(value: object) -> str:
    """One line, not endless; the end of a path says most."""
    text = shown_path(value) if isinstance(value, Path) else str(value)
    text = clean_text(text, one_line=True).text
    if len(text) <= _FACT_LIMIT:
        return text
    return f"…{text[-_FACT_LIMIT:]}" if isinstance(value, Path) else f"{text[:_FACT_LIMIT]}…"


def _problems(error: ImportRefused) -> str:
    told = [
        translate("Errors", "row {row}: {problem}").format(row=row, problem=problem)
        if row
        else problem
        for row, problem in error.problems[:_MOST_PROBLEMS]
    ]
    others = len(error.problems) - len(told)
    if others:
        told.append(translate("Errors", "and %n more problem(s)", count=others))
    return "; ".join(told)
