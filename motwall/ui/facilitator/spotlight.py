"""Everybody's eyes on one moment: all others step back, and it comes near enough to be read."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.records import Moment
from motwall.ui.choices import word_button
from motwall.ui.possibilities.moment_words import shortened

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Of the height of the wall that the note takes: its words are read from 4 m at a panel then.
_SHARE = 0.42
#: Of the note that the sign names.
_MOST_LETTERS = 28


class SpotlightSign(QObject):
    """Says on Desk, over the wall, that all look at one moment; a click lets go of it.

    It stands on every page of the wall, so whoever leads sees it where they are.

    Attributes:
        button: The sign.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden while there is no spotlight."""
        super().__init__(page)
        self._document = page.document
        self.button = word_button("", "chip")
        self.button.setCheckable(True)
        self.button.setToolTip(translate("Facilitator", "Let everybody look at the wall again"))
        self.button.hide()
        self.button.clicked.connect(self._let_go)
        page.hint_row.insertWidget(1, self.button)
        page.document.room_show.changed.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Follow what the room is shown."""
        show, store = self._document.room_show, self._document.store
        lit = store.find(Moment, show.spotlit)
        if lit is not None:
            words = translate("Facilitator", "All look at “{note}”: let go")
            named = shortened(lit.text or lit.prompt, _MOST_LETTERS)
            self.button.setText(words.format(note=named).replace("&", "&&"))
        self.button.setChecked(lit is not None)
        self.button.setVisible(lit is not None)

    def _let_go(self) -> None:
        self._document.room_show.spotlight(None)


class _Looked(NamedTuple):
    """How the wall was looked at before."""

    is_fitting: bool
    scale: float
    middle: QPointF


class Spotlight(QObject):
    """Follows `RoomShow.spotlit` on the room's page. A press on the wall lets go of it."""

    def __init__(self, page: "WallPage") -> None:
        """Show no moment before others."""
        super().__init__(page)
        self._page = page
        self._show = page.document.room_show
        self._shown: str | None = None
        self._before: _Looked | None = None
        self._is_mouse_down = False
        self._is_due = False
        self._show.changed.connect(self.follow)
        page.document.changed.connect(self._on_changed)
        page.view.pressed.connect(self._on_pressed)
        page.escapes.append(self._let_go)
        self.follow()

    def follow(self) -> None:
        """Show what is to be shown now."""
        page = self._page
        wanted = self._show.spotlit if page.is_room_side else None
        if wanted == self._shown:
            return
        self._shown = wanted
        page.scene.set_spotlight(wanted)
        page.reading.overview.mark_stale()
        if wanted is not None:
            page.cards.close()
            self._bring_near(wanted)
        elif not self._is_due:
            self._go_back()

    # --- the view ---

    def _bring_near(self, moment_id: str) -> None:
        view = self._page.view
        note = self._page.scene.note(moment_id)
        if note is None:
            return
        if self._before is None:
            view.viewport().installEventFilter(self)
            middle = view.mapToScene(view.viewport().rect().center())
            self._before = _Looked(view.is_fitting, view.pixels_per_mm, middle)
        view.zoom_to(_SHARE * view.viewport().height() / NOTE_HEIGHT)
        view.centerOn(note.reach.center())
        view.view_changed.emit()

    def _go_back(self) -> None:
        """Look at the wall as before."""
        view, before, self._before = self._page.view, self._before, None
        self._is_due = self._is_mouse_down = False
        if before is None:
            return
        view.viewport().removeEventFilter(self)
        if before.is_fitting:
            view.fit()
        else:
            view.zoom_to(before.scale)
            view.centerOn(before.middle)
            view.view_changed.emit()

    # --- letting go ---

    def _let_go(self) -> bool:
        """Whether there was anything to let go of."""
        is_there = self._shown is not None
        if is_there:
            self._show.spotlight(None)
        return is_there

    def _on_pressed(self) -> None:
        if self._shown is not None:
            # The press goes on: the note beneath it must not run away.
            self._is_due = self._is_mouse_down
            self._let_go()

    def _on_changed(self, _patch: object) -> None:
        spotlit = self._show.spotlit
        if spotlit is not None and self._page.document.store.find(Moment, spotlit) is None:
            self._show.spotlight(None)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._is_mouse_down = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._is_mouse_down = False
            if self._is_due:
                # After whatever the release does there.
                QTimer.singleShot(0, self, self._go_back)
        return super().eventFilter(watched, event)
