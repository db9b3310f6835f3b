import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.model.edits.ideas import add_idea, add_ideas
from motwall.model.edits.moments import delete_moments
from motwall.model.phases import Phase
from motwall.model.records import Idea, IdeaKind, Verdict
from motwall.ui.panel.ideas import ROWS_AT_ONCE, IdeaRow, IdeasBody
from tests.factories import an_id
from tests.ui.panel.conftest import Stand


@pytest.fixture
def ideas(stand: Stand) -> IdeasBody:
    stand.panel.set_phase(Phase.IDEAS_AND_ACTIONS)
    stand.select("rings")
    return stand.page.ideas


def rows(ideas: IdeasBody) -> list[IdeaRow]:
    return list(ideas.list.rows.values())


def words(stand: Stand) -> list[str]:
    return [one.text for one in stand.ideas("rings")]


def test_type_enter_next(stand: Stand, ideas: IdeasBody) -> None:
    stand.type(ideas.line, "second phone\nlunch rota\n\n")
    assert words(stand) == ["stock list by the phone", "a parrot", "second phone", "lunch rota"]
    assert [one.editor.text() for one in rows(ideas)] == words(stand)
    assert QApplication.focusWidget() is ideas.line
    assert ideas.line.text() == ""
    assert stand.document.undo() == (stand.moment("rings").id,)
    assert words(stand)[2:] == ["second phone"]
    assert len(rows(ideas)) == 3


def test_the_first_idea_and_another(stand: Stand, ideas: IdeasBody) -> None:
    assert ideas.line.placeholderText() == "+ Another idea"
    stand.select("sign")
    assert ideas.line.placeholderText() == "+ An idea"
    stand.type(ideas.line, "light it\n")
    assert ideas.line.placeholderText() == "+ Another idea"


def test_merit_and_park_explain_themselves(stand: Stand, ideas: IdeasBody) -> None:
    row = rows(ideas)[0]
    merit, park = (row.buttons.marks.button(one) for one in (Verdict.MERIT, Verdict.PARKED))
    assert [merit.text(), park.text()] == ["Merit", "Park"]
    assert "worth" in merit.toolTip()
    assert "next session" in park.toolTip()
    assert row._verdict.toolTip() == ""
    park.click()
    assert row._verdict.toolTip() == park.toolTip()
    reason = add_idea(
        stand.store, stand.moment("rings").id, "too dear", an_id(0xABC), kind=IdeaKind.BLOCKER
    )
    stand.document.push(reason)
    assert rows(ideas)[-1]._verdict.text() == "why not"


def test_many_ideas_show_the_latest_and_the_earlier_ones_on_request(
    stand: Stand, ideas: IdeasBody
) -> None:
    moment = stand.moment("rings")
    new_ids = [an_id(0xABC000 + number) for number in range(ROWS_AT_ONCE + 8)]
    texts = [f"idea {number}" for number in range(len(new_ids))]
    assert ideas.earlier.isHidden()
    stand.document.push(add_ideas(stand.store, moment.id, texts, new_ids))
    assert list(ideas.list.rows) == new_ids[-ROWS_AT_ONCE:]
    assert ideas.earlier.text() == "10 earlier ideas"
    stand.type(ideas.line, "the latest\n")
    assert words(stand)[-1] == "the latest"
    assert rows(ideas)[-1].editor.text() == "the latest"
    assert ideas.earlier.text() == "11 earlier ideas"
    ideas.earlier.click()
    assert [one.editor.text() for one in rows(ideas)] == words(stand)
    assert ideas.earlier.isHidden()


def test_what_is_left_in_the_line_is_kept(stand: Stand, ideas: IdeasBody) -> None:
    stand.type(ideas.line, "half an idea")
    stand.leave()
    assert words(stand)[-1] == "half an idea"
    stand.type(ideas.line, "for this moment")
    stand.select("sign")
    assert words(stand)[-1] == "for this moment"
    assert stand.ideas("sign") == []
    stand.select("rings")
    stand.type(ideas.line, "at closing")
    assert stand.panel.flush()
    assert words(stand)[-1] == "at closing"


def test_an_idea_is_edited_in_place(stand: Stand, ideas: IdeasBody) -> None:
    editor = rows(ideas)[1].editor
    editor.selectAll()
    stand.type(editor, "a mynah\n")
    assert words(stand)[1] == "a mynah"
    assert QApplication.focusWidget() is ideas.line


def test_merit_and_parked_and_neither(stand: Stand, ideas: IdeasBody) -> None:
    first, second = rows(ideas)
    first.buttons.marks.button(Verdict.MERIT).click()
    second.buttons.marks.button(Verdict.PARKED).click()
    assert [one.verdict for one in stand.ideas("rings")] == [Verdict.MERIT, Verdict.PARKED]
    assert first._verdict.text() == "has merit"
    assert second._verdict.text() == "parked"
    first.buttons.marks.button(Verdict.MERIT).click()
    assert stand.ideas("rings")[0].verdict is Verdict.OPEN
    assert first._verdict.text() == ""


def test_the_buttons_come_with_the_keyboard_and_are_reached_by_tab(
    stand: Stand, ideas: IdeasBody
) -> None:
    first, second = rows(ideas)
    first.editor.setFocus()
    assert first.buttons.isVisible()
    QTest.keyClick(first.editor, Qt.Key.Key_Tab)
    merit = first.buttons.marks.button(Verdict.MERIT)
    assert QApplication.focusWidget() is merit
    QTest.keyClick(merit, Qt.Key.Key_Space)
    assert stand.ideas("rings")[0].verdict is Verdict.MERIT
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.editor
    assert not first.buttons.isVisible()
    assert second.buttons.isVisible()


def test_the_buttons_come_with_the_mouse(stand: Stand, ideas: IdeasBody, qtbot: QtBot) -> None:
    row = rows(ideas)[0]
    height = row.height()
    qtbot.mouseMove(row)
    qtbot.waitUntil(row.buttons.isVisible)
    assert row.height() == height

    def is_gone_with_it() -> bool:
        # Qt tells nobody of a pointer that it takes to be there already.
        qtbot.mouseMove(stand.elsewhere, QPoint(3, 3))
        qtbot.mouseMove(stand.elsewhere)
        return not row.buttons.isVisible()

    qtbot.waitUntil(is_gone_with_it)


def test_delete(stand: Stand, ideas: IdeasBody) -> None:
    row = rows(ideas)[0]
    row.editor.setFocus()
    row.buttons.delete.setFocus()
    QTest.keyClick(row.buttons.delete, Qt.Key.Key_Space)
    assert words(stand) == ["a parrot"]
    assert QApplication.focusWidget() is ideas.line
    stand.document.undo()
    assert words(stand) == [one.editor.text() for one in rows(ideas)]
    assert len(words(stand)) == 2


def test_an_idea_from_elsewhere_comes_and_the_caret_stays(stand: Stand, ideas: IdeasBody) -> None:
    editor = rows(ideas)[1].editor
    stand.type(editor, "x")
    stand.document.push(add_idea(stand.store, stand.moment("rings").id, "theirs", an_id(7)))
    assert QApplication.focusWidget() is editor
    assert rows(ideas)[1].editor is editor
    assert editor.binding.is_uncommitted
    assert rows(ideas)[2].editor.text() == "theirs"


def test_an_idea_that_could_not_be_written_is_made_once(stand: Stand, ideas: IdeasBody) -> None:
    away = stand.path.with_suffix(".away")
    stand.path.rename(away)
    stand.type(ideas.line, "once\n\n")
    assert ideas.line.text() == "once"
    assert len(stand.document.pending) == 1
    away.rename(stand.path)
    assert stand.document.retry()
    assert ideas.line.text() == ""
    assert words(stand)[2:] == ["once"]
    stand.type(ideas.line, "twice\n")
    assert words(stand)[2:] == ["once", "twice"]


def test_an_idea_for_a_moment_that_is_gone_harms_nobody(stand: Stand, ideas: IdeasBody) -> None:
    stand.type(ideas.line, "too late")
    stand.document.push(delete_moments(stand.store, [stand.moment("rings").id]))
    assert stand.panel.flush()
    assert stand.selection.ids == ()
    assert [one.text for one in stand.store.all(Idea)] == []
