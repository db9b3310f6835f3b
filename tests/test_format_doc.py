"""docs/format.md says what is so: its tables, its numbers, and its examples, which are imported."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from enum import StrEnum
from itertools import count
from pathlib import Path

import pytest

from motwall.cli.walls import new
from motwall.export.json_file import json_text
from motwall.importing import csv_plan, decoding, json_plan, table
from motwall.model.clean_text import FIELD_LIMIT, LINE_LIMIT
from motwall.model.codec import plain_value
from motwall.model.fields import NUMBER_LIMIT, FieldRule, rules_of
from motwall.model.journal import EntryKind
from motwall.model.order import actions_of, ideas_of, runs, stack
from motwall.model.palette import MAX_TYPES, PALETTE
from motwall.model.records import RECORD_TYPES, ContactType, Moment, Picture, Record
from motwall.model.store import Store
from motwall.storage.limits import LIMITS
from motwall.storage.reading import read_records
from motwall.storage.schema import APPLICATION_ID, FORMATS, table_name
from tests.cli.running import here
from tests.importing.samples import picture

DOC = (Path(__file__).parents[1] / "docs" / "format.md").read_text(encoding="utf-8")

KINDS = {
    "int": "whole number",
    "float": "number",
    "bool": "true or false",
    "tuple": "list of texts",
}
#: The texts with a form of their own, beside ids.
FORMS = {
    "code": "[A-Z][A-Z0-9]",
    "colour": "#[0-9A-F]{6}",
    "icon": "[a-z0-9-]{0,40}",
    "digest": "[0-9a-f]{64}",
}


def section(heading: str) -> str:
    """What stands under a heading that begins so."""
    found = re.search(rf"^#+ {re.escape(heading)}\b[^\n]*\n(.*?)(?=^#|\Z)", DOC, re.S | re.M)
    assert found is not None, heading
    return found[1]


def table_rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, without their heads."""
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


def example(language: str, number: int = 0) -> str:
    """A fenced example."""
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", DOC, re.S | re.M)
    return found[number]


def words(kind: type[StrEnum]) -> str:
    return ", ".join(f"`{one.value}`" for one in kind)


def holds(rule: FieldRule) -> str:
    """What the document says that a field holds."""
    if rule.refers_to:
        told = f"id of {'an' if rule.refers_to[0] in 'AEIOU' else 'a'} {rule.refers_to}"
    elif issubclass(rule.kind, StrEnum):
        told = words(rule.kind)
    elif rule.name == "id":
        told = "id"
    elif rule.check is not None:
        told = f"`{FORMS[rule.name]}`"
    elif rule.kind is str:
        told = "line" if rule.is_line else "text"
        assert rule.limit == (LINE_LIMIT if rule.is_line else FIELD_LIMIT), "tell its own limit"
    else:
        told = KINDS.get(rule.kind.__name__, rule.kind.__name__.replace("datetime", "time"))
    told += f" from {rule.minimum}" if rule.minimum != -NUMBER_LIMIT else ""
    told += f" to {rule.maximum}" if rule.maximum != NUMBER_LIMIT else ""
    return told + (" or null" if rule.is_optional else "")


def default(rule: FieldRule) -> str:
    if rule.is_required:
        return "required"
    return f"`{json.dumps(plain_value(rule.default))}`"


def test_every_record_type_has_its_part_in_order() -> None:
    told = re.findall(r"^### (\w+), table `(\w+)`$", DOC, re.M)
    assert told == [(name, table_name(name)) for name in RECORD_TYPES]


@pytest.mark.parametrize("record_type", RECORD_TYPES.values())
def test_every_field_is_told_as_it_is(record_type: type[Record]) -> None:
    told = table_rows(section(record_type.__name__))
    rules = rules_of(record_type).values()
    assert [row[:3] for row in told] == [
        [f"`{rule.name}`", holds(rule), default(rule)] for rule in rules
    ]
    assert all(len(row) == 4 and row[3] for row in told)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_is_told_is_the_one_that_is_checked(name: str) -> None:
    rule = rules_of(Picture if name == "digest" else ContactType)[name]
    samples = ["", "AB", "A1", "ab", "A", "ABC", "#12AB9F", "#12ab9f", "#12AB9", "phone-call", "A-"]
    samples += ["0a" * 32, "0A" * 32]
    for sample in [*samples, "a" * 40, "a" * 41, "AB\n"]:
        assert rule.allows(sample) == bool(re.fullmatch(FORMS[name], sample))


def test_the_files_own_tables_are_told() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(FORMATS.ddl[FORMATS.current])
        for heading, own in (("Journal", "journal"), ("Picture bytes", "picture_bytes")):
            query = f"SELECT name FROM pragma_table_info('{own}')"
            columns = [f"`{one}`" for (one,) in connection.execute(query)]
            assert [row[0] for row in table_rows(section(heading))] == columns
    assert words(EntryKind) in section("Journal")


def test_the_meta_table_is_told(tmp_path: Path) -> None:
    new(tmp_path / "new.motwall", "blank")
    with closing(sqlite3.connect(tmp_path / "new.motwall")) as connection:
        keys = connection.execute("SELECT key FROM meta").fetchall()
    assert {row[0] for row in table_rows(section("Meta"))} == {f"`{key}`" for (key,) in keys}


@pytest.mark.parametrize(
    ("heading", "words_told"),
    [
        ("Values", f"{FIELD_LIMIT:,} characters"),
        ("Values", f"{LINE_LIMIT} characters"),
        ("ContactType", f"{MAX_TYPES} contact types"),
        ("The `.motwall` file", f"`application_id` {APPLICATION_ID}"),
        ("The `.motwall` file", f"`user_version` {FORMATS.current}"),
        ("What opening checks", f"{LIMITS.file_bytes // 2**20} MiB"),
        ("What opening checks", f"{LIMITS.text_bytes // 2**20} MiB"),
        ("What opening checks", f"{LIMITS.records:,} records"),
        ("What opening checks", f"{LIMITS.entries:,} journal rows"),
        ("What opening checks", f"{LIMITS.cpu_seconds:.0f} seconds"),
        ("JSON", f"{json_plan.SIZE_LIMIT // 2**20} MiB"),
        ("JSON", f"{json_plan.RECORD_LIMIT:,} records"),
        ("CSV", f"{decoding.SIZE_LIMIT // 2**20} MiB"),
        ("CSV", f"{table.ROW_LIMIT:,} rows"),
        ("CSV", f"{table.COLUMN_LIMIT} columns"),
        ("TXT", f"{table.ROW_LIMIT:,} lines"),
        *(("CSV", f"{one.code} {one.name}") for one in PALETTE),
    ],
)
def test_numbers_and_names_are_as_told(heading: str, words_told: str) -> None:
    told = " ".join(section(heading).split())
    assert re.search(rf"(?<![\w,]){re.escape(words_told)}\b", told)


def test_every_csv_column_is_told() -> None:
    told = {name for row in table_rows(section("CSV")) for name in re.findall(r"`([^`]+)`", row[0])}
    assert told == set(csv_plan.COLUMNS)


@pytest.fixture
def imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str, str], Store]:
    """Imports an example into a new wall and says what came of it; nothing is complained about."""

    def import_it(name: str, text: str) -> Store:
        source, wall = tmp_path / name, tmp_path / f"{name}.motwall"
        source.write_text(text, encoding="utf-8")
        result = here(capsys, "import", wall, source)
        assert (result.code, result.err) == (0, "")
        assert here(capsys, "check", wall).code == 0
        return Store(read_records(wall))

    return import_it


def test_the_json_examples_import_and_say_the_same(
    imported: Callable[[str, str], Store],
) -> None:
    short, whole = example("json", 0), example("json", 1)
    assert json.loads(json_text(imported("short.json", short))) == json.loads(whole)
    assert json.loads(json_text(imported("whole.json", whole))) == json.loads(whole)


def test_the_csv_example_makes_what_is_told(imported: Callable[[str, str], Store]) -> None:
    store = imported("example.csv", example("csv"))
    shown = []
    numbers = count(1)
    for run in runs(store):
        shown.append(f"stage {run.stage.title}" if run.stage else "no stage")
        for step in run.steps:
            shown.append(f"  step {next(numbers)} {step.title}".rstrip())
            for moment in stack(store, step.id):
                shown += moment_lines(store, moment)
    assert example("text").splitlines() == shown


def moment_lines(store: Store, moment: Moment) -> list[str]:
    kind = store.find(ContactType, moment.contact_type_id)
    marks = [kind.name if kind else "no type", *([moment.rating] if moment.rating else [])]
    lines = [f"    {moment.text} ({', '.join(marks)})"]
    lines += [f"      issue: {moment.issue}"] if moment.issue else []
    lines += [f"      idea: {one.text}" for one in ideas_of(store, moment.id)]
    for one in actions_of(store, moment.id):
        lines.append(f"      action: {one.text} ({one.owner}, {one.due})")
    return lines


def test_the_query_reads_a_wall_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "shop.motwall"
    new(path, "shop")
    store = Store(read_records(path))
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(example("sql")).fetchall()
    assert [(stage or "", step, text or "") for stage, step, text, _ in rows] == [
        (stage, step, text) for stage, step, texts in picture(store) for text in texts or [""]
    ]
