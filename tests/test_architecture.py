"""The rules of design and safety that a reader of one file cannot see being broken.

Those of the layers are in pyproject.toml; packaging/test.sh checks them on its own.
"""

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.source import Module, calls, imported_names, modules, parse

#: Under the GPL only, or a server in a program for sticky notes.
FORBIDDEN_QT = {"QtCharts", "QtGraphs", "QtVirtualKeyboard", "QtHttpServer"}
#: What may stand within an f-string of SQL: names of ours, never a value of somebody else's.
KNOWN_IN_SQL = {
    "', '.join(names)",
    "APPLICATION_ID",
    "_HEADER_COLUMNS",
    "columns",
    "format_number",
    "formats.current",
    "found",
    "indexes",
    "name",
    "number",
    "rule.name",
    "table",
    "table_name(record_type.__name__)",
    "value",
}
_SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|ALTER|ATTACH|VACUUM)\b")
_URL = re.compile(r"\s*([a-z][a-z+]*:/|mailto:)")


def forbidden_qt(module: Module) -> Iterator[str]:
    parts = {part for name in imported_names(module) for part in name.split(".")}
    yield from (f"{module.name} imports {one}" for one in FORBIDDEN_QT & parts)


def rich_text(module: Module) -> Iterator[str]:
    for call in calls(module, "setHtml", "insertHtml", "appendHtml", "setMarkdown", "toHtml"):
        yield f"{module.where(call)}: the words of a note are plain text"
    for name in imported_names(module):
        if name.rpartition(".")[2] in {"QTextEdit", "QTextBrowser", "QMessageBox", "QErrorMessage"}:
            yield f"{module.name}: {name} takes words for HTML"


def labels_that_guess(module: Module) -> Iterator[str]:
    made = [*calls(module, "QLabel")]
    made_plain = [*calls(module, "setTextFormat")]
    if len(made) > len(made_plain):
        yield f"{module.name}: a QLabel without setTextFormat takes words for HTML"


def paragraphs(module: Module) -> Iterator[str]:
    for call in calls(module, "Paragraph", "XPreformatted"):
        yield f"{module.where(call)}: reportlab's Paragraph parses the words of a note"


def built_sql(module: Module) -> Iterator[str]:
    for node in module.nodes():
        if not isinstance(node, ast.JoinedStr) or not _begins_with(node, _SQL):
            continue
        if not module.name.startswith("motwall.storage."):
            yield f"{module.where(node)}: SQL outside storage"
        for part in node.values:
            if isinstance(part, ast.FormattedValue) and ast.unparse(part.value) not in KNOWN_IN_SQL:
                yield f"{module.where(node)}: {ast.unparse(part.value)} within SQL"


def built_urls(module: Module) -> Iterator[str]:
    for node in module.nodes():
        if isinstance(node, ast.JoinedStr) and _begins_with(node, _URL):
            quoted = [
                part
                for part in node.values
                if isinstance(part, ast.FormattedValue)
                and "quote(" not in ast.unparse(part.value)
                and ast.unparse(part.value) not in {"slash", "query"}
            ]
            if quoted:
                yield f"{module.where(node)}: a URL of pieces; QUrl, URL.create or quote"


def _begins_with(node: ast.JoinedStr, pattern: re.Pattern[str]) -> bool:
    first = node.values[0] if node.values else None
    return (
        isinstance(first, ast.Constant)
        and isinstance(first.value, str)
        and pattern.match(first.value) is not None
    )


CHECKS = [forbidden_qt, rich_text, labels_that_guess, paragraphs, built_sql, built_urls]


@pytest.mark.parametrize("check", CHECKS)
def test_no_module_breaks_the_rule(check: Callable[[Module], Iterator[str]]) -> None:
    assert [found for module in modules() for found in check(module)] == []


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (forbidden_qt, "from PySide6 import QtCharts"),
        (forbidden_qt, "from PySide6.QtGraphs import QBarSeries"),
        (forbidden_qt, "import PySide6.QtHttpServer as server"),
        (rich_text, "note.setHtml(text)"),
        (rich_text, "from PySide6.QtWidgets import QMessageBox"),
        (labels_that_guess, "label = QLabel(text)"),
        (paragraphs, "story.append(platypus.Paragraph(text))"),
        (built_sql, 'connection.execute(f"SELECT * FROM moment WHERE text = {text}")'),
        (built_urls, 'engine = create_engine(f"sqlite:///{path}")'),
        (built_urls, 'open_url(f"https://{host}/")'),
    ],
)
def test_each_rule_finds_what_it_is_for(
    check: Callable[[Module], Iterator[str]], source: str
) -> None:
    assert len(list(check(parse(source, "motwall.storage.sample")))) == 1


def test_sql_has_one_home() -> None:
    assert list(built_sql(parse('query = f"SELECT {name}"', "motwall.ui.sample")))
