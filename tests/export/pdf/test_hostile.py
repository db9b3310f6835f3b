"""Texts that could be taken for more than text: printed as they are, whole, and doing nothing.

Every text of every record is one of them, told apart by a number before it, so that wherever a page
shows one, all of it can be asked for.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from motwall.export.options import Edition
from motwall.export.pdf import Pages
from motwall.model.clean_text import clean_text
from motwall.model.fields import rules_of
from motwall.model.records import Record
from motwall.model.store import Store
from tests.export.pdf.reading import made, made_bytes, page_texts, reader
from tests.export.pdf.samples import shop
from tests.factories import moment, question, step, store_with, wall

HOSTILE = (
    "R&D <b>bold</b> &amp; &#x41; <!-- gone? -->",
    "<img src='file:///etc/hosts'/>",
    "<a href='https://example.org'>click</a>",
    "https://example.org/a?b=c#d mailto:a@example.org",
    '=HYPERLINK("https://example.org";"x") +1 -1 @x',
    "(a) \\) \\n /Type /Page endstream endobj %%EOF",
    "bell\x07 null\x00 escape\x1b[31m vertical\x0b end",
    "\u202eturned round\u202c and \u200bnothing\ufeff",
    "\U0001f389 party \U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469 \u2764\ufe0f",
    "%s %n {0} {name} $HOME `id` ${x}",
    "\ud800 alone, \ue000 private, \u0710 elsewhere",
    "]]> <?xml?> <para> \u00a0 \u2028next",
)
#: What makes a PDF do something, or show what is not in it.
ACTIVE = (b"/URI", b"/Link", b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/GoToR")
ELLIPSIS = "\u2026"


def bare(text: str) -> str:
    """A text as it can be compared: without spaces and without what has no shape."""
    shown = (one for one in text if unicodedata.category(one) not in {"Cf", "Mn"})
    return "".join("".join(shown).split())


def printed(text: str) -> str:
    """As it is printed: what no font has stands there as its code."""
    return bare(text).replace("\ue000", "[U+E000]").replace("\u0710", "[U+0710]")


@cache
def hostile() -> tuple[Store, dict[str, str]]:
    """The shop with all its texts replaced, and what they are now by their numbers."""
    numbers = count(100)
    texts: dict[str, str] = {}

    def changed(record: Record) -> Iterator[tuple[str, str]]:
        for name, rule in rules_of(type(record)).items():
            old = getattr(record, name)
            is_words = rule.kind is str and not rule.refers_to and rule.check is None
            if not is_words or name == "id" or not old:
                continue
            number = next(numbers)
            raw = f"#{number}#{HOSTILE[number % len(HOSTILE)]}#{number}."
            texts[str(number)] = clean_text(raw, one_line=rule.is_line).text
            yield name, texts[str(number)]

    records = [replace(one, **dict(changed(one))) for one in shop().everything()]
    return Store(records), texts


@pytest.mark.parametrize("edition", Edition)
def test_it_is_printed_as_text_and_does_nothing(tmp_path: Path, edition: Edition) -> None:
    store, texts = hostile()
    path = made(store, tmp_path, pages=tuple(Pages), edition=edition)
    data = path.read_bytes()
    assert [one for one in ACTIVE if one in data] == []
    found = reader(data)
    listed = subprocess.run(["pdfimages", "-list", path], capture_output=True, check=True)
    assert listed.stdout.decode().splitlines()[2:] == []
    assert not any("/Annots" in page for page in found.pages)
    assert "\x00" not in "".join(page_texts(path))
    read = bare("".join(page_texts(path)))
    for place, number in ((one.start(), one[1]) for one in re.finditer(r"#(\d{3})#", read)):
        whole = printed(texts[number])
        shown = read[place : place + len(whole) + 1]
        if not shown.startswith(whole):
            # Names of one line may be cut short where they are said again.
            kept, mark, _ = shown.partition(ELLIPSIS)
            assert mark, (number, shown[:60])
            assert whole.startswith(kept), (number, shown[:60])


def test_what_is_told_of_moments_is_told_whole(tmp_path: Path) -> None:
    store, texts = hostile()
    path = made(store, tmp_path, pages=(Pages.FORM, Pages.ACTIONS, Pages.PRIORITIES, Pages.SHOP))
    read = bare("".join(page_texts(path)))
    seen = {one for one in texts if f"#{one}#" in read}
    assert len(seen) > 100
    assert [one for one in sorted(seen) if printed(texts[one]) not in read] == []


def test_every_kind_of_trap_was_set() -> None:
    _, texts = hostile()
    for one in HOSTILE:
        token = bare(clean_text(one).text)[:12]
        assert any(token in bare(text) for text in texts.values())


@pytest.mark.parametrize("kind", [Pages.FORM, Pages.PRIORITIES, Pages.SHOP])
def test_a_word_of_four_thousand_letters_is_there_to_its_end(tmp_path: Path, kind: Pages) -> None:
    here = step()
    long = "".join(chr(ord("a") + place % 26) for place in range(4000))
    told = moment("Waits", at=here, description=long, is_ticked=True, issue=long)
    store = store_with(wall(title="Long"), here, told, question(told, long))
    texts = page_texts(made(store, tmp_path, pages=(kind,)))
    body = "".join(_without_frame(text) for text in texts)
    letters = "".join(one for one in body if one in "abcdefghijklmnopqrstuvwxyz")
    assert letters.count("abcdefghijklmnopqrstuvwxyz") >= 4000 // 26 - 2 * len(texts)


def _without_frame(text: str) -> str:
    return "".join(line for line in text.splitlines() if " " not in line.strip())


def test_the_title_of_the_file_is_the_text_itself() -> None:
    title = HOSTILE[0]
    data = made_bytes(store_with(wall(title=title)))
    assert reader(data).metadata.title == title
