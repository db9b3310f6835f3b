"""The report reads as what is on the wall, whatever people wrote there."""

import re
from html import unescape
from pathlib import Path

import pytest

from motwall.export.markdown_file import markdown_text, write_markdown
from motwall.export.markdown_text import escaped, paragraph
from motwall.model.errors import OutputExists
from motwall.model.records import ActionState, Idea, PlannedAction, Rating, Verdict
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.export.workbooks import DANGEROUS
from tests.factories import (
    TODAY,
    FakeClock,
    action,
    assessment,
    idea,
    measure,
    moment,
    reading,
    row,
    session,
    stage,
    step,
    store_with,
    vote,
    vote_round,
    wall,
)

MARKUP = (
    *DANGEROUS,
    "# heading",
    "- bullet",
    "+ plus",
    "1. one",
    "12) twelve",
    "> quote",
    "* star *",
    "_under_ __strong__",
    "~~gone~~",
    "`code`",
    "```",
    "---",
    "===",
    "    four blanks",
    "[link](http://example.com)",
    "![picture](http://example.com/a.png)",
    "[1]: http://example.com",
    "<img src=x onerror=alert(1)>",
    "<http://example.com>",
    "www.example.com",
    "HTTPS://example.com",
    "someone@example.com",
    "&lt;b&gt; &amp; &#65;",
    "a | b",
    "| a |",
    "\\ back \\* slash",
    "[x] done",
    "$x$",
)


def the_shop() -> Store:
    clock = FakeClock()
    return Store(instantiate(load("shop"), clock.new_id, clock.today()))


def rendered(text: str) -> str:
    """The HTML that a reader makes of Markdown, links found in plain text included."""
    markdown = pytest.importorskip("markdown_it", reason="only it can tell how Markdown is read")
    # What finds links in plain text is a package of its own, which need not be there.
    made: str = markdown.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return made


def shown(html: str) -> str:
    """What one reads of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@pytest.mark.parametrize("text", MARKUP)
def test_text_reads_as_it_was_typed(text: str) -> None:
    html = rendered(f"- {paragraph(text, '  ')}\n")
    assert shown(html) == " ".join(text.split())
    assert set(re.findall(r"<(\w+)", html)) <= {"ul", "li", "br"}
    assert shown(rendered(f"### {escaped(text)}\n")) == " ".join(text.split())


@pytest.mark.parametrize("text", ["http://a.b", "see https://a.b", "WWW.a.b", "mailto:a", "a@b.c"])
def test_no_reader_finds_a_link_in_it(text: str) -> None:
    assert not re.search(r"(?i)(://|www\.|mailto:|(?<!\\)@)", escaped(text).replace("\\:", ""))


def test_line_ends_stay_inside_a_point() -> None:
    html = rendered("- " + paragraph("one\n\n- two\n1. three", "  ") + "\n- next\n")
    assert html.count("<li>") == 2
    assert html.count("<br />") == 2


def test_a_report_of_the_shop_holds_what_counts() -> None:
    store = the_shop()
    text = shown(rendered(markdown_text(store)))
    for one in store.all(PlannedAction):
        assert " ".join(one.text.split()) in text
    for one in store.all(Idea):
        assert one.verdict is not Verdict.MERIT or " ".join(one.text.split()) in text


def test_everything_has_its_place() -> None:
    before, online = stage("Before"), row("Online")
    at = step("Find us", under=before)
    told = moment(
        "Sign",
        at=at,
        is_ticked=True,
        shortlist_rank=1,
        rating=Rating.MISERABLE,
        expectation="Lit",
        today="Dark",
        ultimate="Seen from the bus",
        issue="No lamp",
    )
    other, loose = moment("Map", at=at, into=online), moment("Loose", is_ticked=True)
    seen = measure(told, name="Visitors", unit="people")
    store = store_with(
        wall(title="Shop", customer="Regulars"), before, online, at, told, other, loose, seen,
        reading(seen, 12.5, taken_on=TODAY, note="a Monday"),
        idea(told, "A lamp", verdict=Verdict.MERIT, author="Len"),
        idea(told, "A torch", verdict=Verdict.PARKED),
        idea(other, "A larger one", author="Len"),
        assessment(told, None, remark="By day it is fine", hands_miserable=3, hands_neutral=1),
        action(told, "Buy one", owner="Ann", due=TODAY),
        action(told, "Ask", state=ActionState.DROPPED),
        session(held_on=TODAY, facilitator="Jo", attendees="Ann\nLen", agreement="Light first"),
    )  # fmt: skip
    assert markdown_text(store) == (Path(__file__).parent / "report.md").read_text("utf-8")
    plain = markdown_text(store, has_names=False)
    assert not re.search(r"\b(Ann|Len|Jo)\b", plain)
    assert "Buy one" in plain


def test_an_empty_wall_says_so() -> None:
    text = markdown_text(store_with(wall()))
    assert text.startswith("# Moments of truth\n")
    assert text.count("Nothing here yet.") == 6


def test_votes_are_told_where_there_was_a_round() -> None:
    door, queue = moment("The *door*"), moment("Queue")
    asked = vote_round(title="What matters")
    votes = [vote(asked, queue), vote(asked, door, person=1), vote(asked, door, person=2, dots=2)]
    text = markdown_text(store_with(door, queue, asked, vote_round(), *votes))
    part = text.split("## Votes\n", 1)[1].split("## The wall")[0]
    assert [one for one in part.splitlines() if one] == [
        "### What matters",
        "- The \\*door\\*: 3 votes",
        "- Queue: 1 vote",
        "### 23 November 2026",
    ]
    assert "## Votes" not in markdown_text(store_with(door))


def test_many_ticks_and_no_choice_are_told() -> None:
    store = store_with(wall(), *(moment(str(one), is_ticked=True) for one in range(6)))
    assert "More than five are ticked" in markdown_text(store)


def test_equal_walls_give_equal_reports() -> None:
    store = the_shop()
    assert markdown_text(store) == markdown_text(Store(reversed(store.everything())))


def test_an_old_file_is_kept_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    out.write_bytes(b"old")
    with pytest.raises(OutputExists):
        write_markdown(the_shop(), out)
    assert out.read_bytes() == b"old"
    write_markdown(the_shop(), out, is_forced=True)
    assert out.read_text("utf-8") == markdown_text(the_shop())
