"""The export sheet of one wall: feeds it with pages, keeps what is chosen, takes its copies."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from motwall.app.previewing import Drawn, Made, Previewing
from motwall.export.options import Branding
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.errors import MotwallError
from motwall.model.list_columns import FIRST_COLUMNS, ListColumn
from motwall.model.list_table import moments_as_rows, notes_as_lines
from motwall.model.pictures import bytes_of
from motwall.model.presenting import ending_session
from motwall.model.records import Picture, Session
from motwall.model.sessions import next_session_day
from motwall.model.tsv import tsv_of
from motwall.ui.column_memory import ColumnMemory
from motwall.ui.handouts.choices import HandoutMemory, Output, agreed_set, choices_of, text_of
from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.wall_page import WallPage

if TYPE_CHECKING:
    from motwall.ui.closing.card import ClosingCard

#: After a change of the wall or a choice, before pages are made anew, ms.
PAUSE_MS = 300
#: The list view's name for what it remembers.
_LIST = "list"


class HandoutSide(QObject):
    """Made when the sheet is opened for the first time; it lives as long as the page.

    Attributes:
        sheet: What is seen.
    """

    def __init__(
        self,
        page: WallPage,
        memory: HandoutMemory,
        previewing: Previewing,
        ask_logo: Callable[[], Path | None],
    ) -> None:
        """Serve a page.

        Args:
            page: The page.
            memory: What was chosen earlier.
            previewing: Makes the pages.
            ask_logo: Asks for a picture.
        """
        super().__init__(page)
        self._page = page
        self._memory = memory
        self._previewing = previewing
        self._ask_logo = ask_logo
        self._number = 0
        self._photos: dict[str, bytes] = {}
        self.sheet = HandoutSheet(page, page.message_bar)
        self.sheet.pane.show_choices(choices_of(memory.handout_choices(self._wall_id)))
        self.sheet.pane.branding.show_branding(memory.load_branding())
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE_MS)
        self._again.timeout.connect(self.make)
        page.add_floating(self.sheet)
        self._connect()

    def toggle(self) -> None:
        """Open the sheet, or close it; at the end of a workshop it offers what was agreed."""
        page, pane = self._page, self.sheet.pane
        if page.is_furnished and page.cards.current_name == "closing" and self.sheet.isHidden():
            pane.show_choices(agreed_set().chosen(pane.choices))
            closing = self._closing
            if closing is not None:
                closing.keep_day()
        self.sheet.toggle(has_dialogs=not self._page.room_mode.is_room)

    def make(self) -> None:
        """Have the pages made of the wall as it is now."""
        self._again.stop()
        if not self.sheet.choices.pages:
            self._show_none()
            return
        try:
            made_on = self._page.document.changed_on()
            self._read_photos()
        except MotwallError as error:
            self._page.message_bar.say(message_for(error))
            return
        options = self.sheet.choices.options(made_on, self.sheet.pane.branding.branding)
        options = replace(options, pictures=self._photos)
        self.sheet.preview.show_working()
        records = self._page.document.store.everything()
        self._number = self._previewing.make(list(records), options)

    def copy(self, output: Output, columns: ColumnMemory) -> None:
        """Put the notes on the clipboard, as lines or as the table of the list view."""
        page = self._page
        store = page.document.store
        if output is Output.LINES:
            lines = notes_as_lines(store)
            text, count = "\n".join(lines), len(lines)
        else:
            names = columns.columns(_LIST) or FIRST_COLUMNS
            chosen = [one for one in ListColumn if one in names or one is ListColumn.TEXT]
            rows = moments_as_rows(store, chosen, page.document.clock.today())
            text, count = tsv_of(rows), len(rows) - 1
        QGuiApplication.clipboard().setText(text)
        words = translate("App", "%n note(s) copied; paste them where you want them.", count=count)
        page.toast.say(words, None)

    # --- inside ---

    @property
    def _wall_id(self) -> str:
        """Stays when the file gets another name or place."""
        return self._page.document.store.wall.id

    def _connect(self) -> None:
        sheet, previewing = self.sheet, self._previewing
        sheet.changed.connect(self._on_choice)
        sheet.opened.connect(self.make)
        sheet.opened.connect(self._show_next_day)
        sheet.pane.page_list.next_day.wanted.connect(self._set_next_day)
        sheet.closed.connect(self._rest)
        sheet.pane.branding.changed.connect(self._on_branding)
        sheet.pane.branding.logo_wanted.connect(self._choose_logo)
        sheet.preview.strip.pages_wanted.connect(previewing.draw)
        self._page.document.changed.connect(self._on_changed)
        previewing.made.connect(self._on_made)
        previewing.drawn.connect(self._on_drawn)
        previewing.broke.connect(sheet.preview.show_failure)

    def _on_choice(self) -> None:
        self._memory.keep_handout_choices(self._wall_id, text_of(self.sheet.choices))
        self.sheet.allow_pdf(is_allowed=bool(self.sheet.choices.pages))
        self._make_soon()

    def _on_changed(self, _patch: object) -> None:
        if self.sheet.isVisible():
            self._show_next_day()
            self._make_soon()

    def _show_next_day(self) -> None:
        """Say what the cover will say of the next session."""
        document, pages = self._page.document, self.sheet.pane.page_list
        store, today = document.store, document.clock.today()
        is_settable = not document.is_read_only
        pages.next_day.show_day(next_session_day(store, today), today, is_settable=is_settable)
        pages.show_next_day(has_sessions=store.count(Session) > 0)

    def _set_next_day(self) -> None:
        """Go to where it is set: at the end of the session there is, else at the last one."""
        page, document = self._page, self._page.document
        self.sheet.hide()
        is_ending = ending_session(document.store, document.clock.today()) is not None
        page.commands.action("closing" if is_ending else "sessions").trigger()
        closing = self._closing
        if closing is not None:
            closing.ending.day.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _closing(self) -> "ClosingCard | None":
        """The card on which a session is closed, if it is open."""
        from motwall.ui.closing.card import ClosingCard  # noqa: PLC0415 -- not before it is wanted

        card = self._page.cards.current
        return card if isinstance(card, ClosingCard) else None

    def _make_soon(self) -> None:
        self._previewing.cancel()
        self.sheet.preview.show_working()
        self._again.start()

    def _on_made(self, made: Made) -> None:
        if made.number == self._number and self.sheet.isVisible():
            self.sheet.preview.show_pages(made.number, made.sizes, made.warnings)
            self.sheet.allow_pdf(is_allowed=bool(made.sizes))

    def _on_drawn(self, drawn: Drawn) -> None:
        self.sheet.preview.show_picture(drawn.number, drawn.page, drawn.image)

    def _show_none(self) -> None:
        self._number = 0
        self._previewing.rest()
        self.sheet.preview.show_pages(0, ())
        self.sheet.allow_pdf(is_allowed=False)

    def _read_photos(self) -> None:
        """Have the bytes of all photos: they never change, so those that are known are not read.

        Raises:
            WallFileError: The file cannot be read.
        """
        document, known = self._page.document, self._photos
        self._photos = bytes_of(
            document.store.all(Picture), lambda one: known.get(one) or document.picture(one)
        )

    def _rest(self) -> None:
        self._again.stop()
        self._previewing.rest()
        self._photos = {}

    def _on_branding(self, branding: Branding) -> None:
        try:
            self._memory.save_branding(branding)
        except MotwallError as error:
            self._page.message_bar.say(message_for(error))
        self._make_soon()

    def _choose_logo(self) -> None:
        path = self._ask_logo()
        if path is None:
            return
        from motwall.paint.logo import logo_from  # noqa: PLC0415 -- not before one is chosen

        part = self.sheet.pane.branding
        try:
            logo = logo_from(path)
        except MotwallError as error:
            self._page.message_bar.say(message_for(error))
            return
        now = part.branding
        branding = Branding(logo=logo, strapline=now.strapline, contact=now.contact)
        part.show_branding(branding)
        self._on_branding(branding)
