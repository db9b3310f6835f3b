from pathlib import Path

import pytest

from motwall.i18n import english, install
from motwall.messages import message_for
from motwall.model import errors
from motwall.model.errors import (
    ImportRefused,
    MotwallError,
    SourceError,
    UnknownTemplate,
    WallFileError,
    WallFileTooNew,
    WallInUse,
)

PATH = Path("folder/shop.motwall")


def concrete(kind: type[MotwallError] = MotwallError) -> list[type[MotwallError]]:
    """Every kind of error that is raised: those without kinds of their own."""
    below = kind.__subclasses__()
    return [one for each in below for one in concrete(each)] if below else [kind]


def example(kind: type[MotwallError]) -> MotwallError:
    special: dict[type[MotwallError], tuple[object, ...]] = {
        errors.BadRecord: ("Moment", "rank", "x"),
        WallFileTooNew: (PATH, 7, 1),
        WallInUse: (PATH, "front-desk"),
        ImportRefused: ([(3, "bad")],),
        UnknownTemplate: ("nope",),
    }
    path_given: tuple[object, ...] = (
        (PATH,) if issubclass(kind, WallFileError | SourceError) else ()
    )
    return kind(*special.get(kind, path_given))


KINDS = [one for one in concrete() if one.__module__ == errors.__name__]


def test_there_are_kinds_to_look_at() -> None:
    assert len(KINDS) > 20
    assert errors.DiskFull in KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_a_sentence_of_its_own(kind: type[MotwallError]) -> None:
    sentence = message_for(example(kind))
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "{" not in sentence
    assert len(sentence) <= 220
    others = {message_for(example(one)) for one in KINDS if one is not kind}
    assert sentence not in others
    # Not borrowed from the kind above it.
    assert sentence != message_for(MotwallError())
    if issubclass(kind, WallFileError | SourceError):
        assert "shop.motwall" in sentence


def test_an_error_of_a_new_kind_still_gets_a_sentence() -> None:
    class Unheard(MotwallError):
        pass

    assert message_for(Unheard()) == message_for(MotwallError())


def test_facts_are_in_the_sentence() -> None:
    assert "format 7" in message_for(WallFileTooNew(PATH, 7, 1))
    assert "up to 1" in message_for(WallFileTooNew(PATH, 7, 1))
    assert "front-desk" in message_for(WallInUse(PATH, "front-desk"))
    assert "unknown" in message_for(WallInUse(PATH))
    assert "blank" in message_for(UnknownTemplate("nope"))


def test_names_cannot_break_a_sentence() -> None:
    odd = Path("a\nb{path}\x1b[31m\udcff%s")
    sentence = message_for(errors.WallFileMissing(odd))
    assert r"a b{path}[31m\xff%s" in sentence
    sentence.encode()


def test_the_end_of_a_long_path_is_shown() -> None:
    sentence = message_for(errors.WallFileMissing(Path("folder/" * 100) / "shop.motwall"))
    assert "shop.motwall" in sentence
    assert len(sentence) < 220


def test_problems_have_their_rows_and_are_not_endless() -> None:
    assert message_for(ImportRefused([(0, "all wrong")])) == "Nothing was imported: all wrong."
    many = ImportRefused([(row, f"bad {row}") for row in range(1, 21)])
    sentence = message_for(many)
    assert "row 1: bad 1; row 2: bad 2" in sentence
    assert "and 15 more problems" in sentence
    assert "bad 6" not in sentence


def test_sentences_go_through_translate() -> None:
    install(lambda context, text, count: f"{context}!{english(context, text, count)}")
    try:
        assert message_for(errors.Cancelled()).startswith("Errors!")
    finally:
        install(english)
    assert message_for(errors.Cancelled()).startswith("Stopped")
