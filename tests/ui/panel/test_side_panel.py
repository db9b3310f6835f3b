import ast
from pathlib import Path

from pytestqt.qtbot import QtBot

import motwall.ui.panel
from motwall.model.phases import Phase
from motwall.ui.panel.side_panel import LEAST_WIDTH, WIDTH, Tab
from tests.ui.panel.conftest import Stand


def test_the_panel_has_two_tabs_and_keeps_its_width(stand: Stand) -> None:
    panel = stand.panel
    titles = [panel.tabs.tabText(tab) for tab in Tab]
    assert titles == ["This moment", "Planning form"]
    assert LEAST_WIDTH <= panel.width() <= WIDTH
    panel.show_tab(Tab.FORM)
    assert panel.form_tab.isVisible()
    panel.show_tab(Tab.MOMENT)
    assert panel.moment_tab.isVisible()


def test_the_page_is_made_when_there_is_time(stand: Stand, qtbot: QtBot) -> None:
    tab = stand.panel.moment_tab
    assert tab._page is None
    tab.on_wall_painted()
    qtbot.waitUntil(lambda: tab._page is not None)
    assert tab.currentWidget() is tab.empty


def test_the_phase_set_before_the_page_is_made_counts(stand: Stand) -> None:
    stand.panel.set_phase(Phase.ASSESS)
    stand.select("rings")
    assert stand.page.rating.isVisible()


def test_turning_to_the_other_tab_commits(stand: Stand) -> None:
    stand.select("sign")
    title = stand.page.header.title
    title.selectAll()
    stand.type(title, "Sign over the door")
    stand.panel.show_tab(Tab.FORM)
    assert stand.moment("Sign over the door")
    assert (
        stand.panel.form_tab.view.model().data(stand.panel.form_tab.view.model().index(3, 0))
        == "Sign over the door"
    )


def test_the_panel_writes_through_the_document_alone() -> None:
    """The one way to change anything: no module of the panel touches the store or a file."""
    forbidden = {"apply", "_writer", "_commit", "execute"}
    folder = Path(motwall.ui.panel.__file__).parent
    names = {"fields.py", "choices.py", "editors.py", "date_field.py"}
    modules = [*folder.glob("*.py"), *(folder.parent / name for name in names)]
    assert len(modules) > 20
    for module in modules:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        used = {one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)}
        assert not used & forbidden, module.name
