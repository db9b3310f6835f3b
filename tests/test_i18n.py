"""Every text passes through `translate`, as a literal that translators can find."""

import ast
import re
from collections.abc import Iterator

import pytest

from motwall import i18n
from motwall.i18n import english, install, translate
from tests.source import Module, calls, modules, parse

#: Where a text comes in a variable: a label's is a literal of ours in the call of `Patch.of`.
TEXTS_BY_NAME = {("motwall.model.patch", "self.text")}
#: Words that are the same in every language.
NAMES = {"motwall"}


@pytest.mark.parametrize(
    ("text", "count", "shown"),
    [
        ("%n note(s)", 0, "0 notes"),
        ("%n note(s)", 1, "1 note"),
        ("%n note(s)", 2, "2 notes"),
        ("move of %n note(s)", 12, "move of 12 notes"),
        ("%n box(es)", 1, "1 box"),
        ("%n box(es)", 3, "3 boxes"),
        ("%n priorit(y|ies)", 1, "1 priority"),
        ("%n priorit(y|ies)", 3, "3 priorities"),
        ("%n tick(s) of %n note(s)", 2, "2 ticks of 2 notes"),
        ("no number", 5, "no number"),
        ("%n note(s)", -1, "%n note(s)"),
    ],
)
def test_english_counts(text: str, count: int, shown: str) -> None:
    assert english("Anywhere", text, count) == shown


def test_another_language_can_take_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translator", i18n._translator)
    install(lambda context, text, count: f"{context}/{text}/{count}")
    assert translate("Panel", "%n idea(s)", "a hint", 3) == "Panel/%n idea(s)/3"
    assert translate("Panel", "Ideas") == "Panel/Ideas/-1"


def argument(call: ast.Call, place: int, name: str) -> ast.expr | None:
    if len(call.args) > place:
        return call.args[place]
    return next((one.value for one in call.keywords if one.arg == name), None)


def translations(module: Module) -> Iterator[ast.Call]:
    """The calls of our `translate`; a painter's method of that name is another thing."""
    for call in calls(module, "translate"):
        if isinstance(call.func, ast.Name) or ast.unparse(call.func) == "i18n.translate":
            yield call


def not_literal(module: Module) -> Iterator[str]:
    for call in translations(module):
        for place, name in enumerate(("context", "text", "disambiguation")):
            value = argument(call, place, name)
            if value is None or (isinstance(value, ast.Constant) and isinstance(value.value, str)):
                continue
            if (module.name, ast.unparse(value)) not in TEXTS_BY_NAME:
                yield f"{module.where(call)}: {ast.unparse(value)} cannot be found by translators"


def miscounted(module: Module) -> Iterator[str]:
    for call in translations(module):
        text, count = argument(call, 1, "text"), argument(call, 3, "count")
        if isinstance(text, ast.Constant) and ("%n" in str(text.value)) != (count is not None):
            yield f"{module.where(call)}: a number without %n, or %n without a number"


def untranslated(module: Module) -> Iterator[str]:
    """Words that somebody reads, found by what shows them."""
    showing = ("setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "addAction")
    for call in calls(module, *showing):
        # With two arguments it is the text chunk of a PNG.
        for value in call.args if len(call.args) == 1 else ():
            words = value.value if isinstance(value, ast.Constant) else None
            if isinstance(words, str) and words not in NAMES and re.search(r"[a-zA-Z]", words):
                yield f"{module.where(call)}: {ast.unparse(value)} is not translated"


@pytest.mark.parametrize("check", [not_literal, miscounted, untranslated])
def test_every_text_can_be_translated(check: object) -> None:
    assert callable(check)
    assert [found for module in modules() for found in check(module)] == []


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (not_literal, 'translate("Panel", f"{count} ideas")'),
        (not_literal, 'translate("Panel", words)'),
        (not_literal, 'translate(context, "Ideas")'),
        (not_literal, 'i18n.translate("Panel", text="a" + b)'),
        (miscounted, 'translate("Panel", "%n idea(s)")'),
        (miscounted, 'translate("Panel", "ideas", count=3)'),
        (untranslated, 'label.setText("Ideas")'),
    ],
)
def test_each_check_finds_what_it_is_for(check: object, source: str) -> None:
    assert callable(check)
    assert len(list(check(parse(source)))) == 1


def test_what_is_fine_is_left_alone() -> None:
    source = 'translate("Panel", "%n idea(s)", count=n); painter.translate(x, y); a.setText(text)'
    assert not [
        found for check in (not_literal, miscounted, untranslated) for found in check(parse(source))
    ]


def test_there_are_texts_to_look_at() -> None:
    assert sum(1 for module in modules() for _ in translations(module)) > 100
