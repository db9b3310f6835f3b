"""The photo that a note carries, larger than on the wall; it can be taken off here."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.edits.pictures import delete_picture
from motwall.model.errors import MotwallError
from motwall.model.pictures import picture_of
from motwall.model.records import Moment, Picture
from motwall.paint.photo import small_photo
from motwall.ui.choices import word_button
from motwall.ui.fields import selected_with
from motwall.ui.panel.section import SIDE
from motwall.ui.theme import BODY

#: Read in this size at most, and shown no taller than that, pixels.
_READ, _TALLEST = 1000, 240


class PhotoView(QWidget):
    """One photo, as wide as there is room; it is read when it is first painted."""

    def __init__(self, document: Document) -> None:
        """Show nothing."""
        super().__init__()
        self._document = document
        self._picture: Picture | None = None
        self.image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Panel", "Photo of the paper note"))

    def show_picture(self, picture: Picture | None) -> None:
        """Show another one."""
        if picture != self._picture:
            self._picture, self.image = picture, None
            self._fit()
            self.update()

    def _fit(self) -> None:
        if self._picture is None:
            return
        scale = max(1.0, self.font().pixelSize() / BODY)
        height = self.width() * self._picture.height / self._picture.width
        self.setFixedHeight(max(1, round(min(height, _TALLEST * scale))))

    def _read(self) -> QImage:
        data = None
        try:
            if self._picture is not None:
                data = self._document.picture(self._picture.digest)
            return QImage() if data is None else small_photo(data, _READ)
        except MotwallError:
            # It can still be taken off.
            return QImage()

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 1)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image is None:
            self.image = self._read()
        if self.image.isNull():
            return
        size = self.image.size().toSizeF()
        size.scale(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), self.image)


class PhotoPart(QWidget):
    """Hidden while the moment has no photo."""

    def __init__(self, document: Document) -> None:
        """Show no moment yet."""
        super().__init__()
        self._document = document
        self._moment_id = ""
        self.view = PhotoView(document)
        self.button = word_button(translate("Panel", "Take the photo off"), "chip")
        self.button.clicked.connect(self._take_off)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 2, SIDE, 6)
        column.setSpacing(6)
        column.addWidget(self.view)
        column.addWidget(self.button)
        document.wall_lock.changed.connect(self._show_lock)
        self.hide()

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment, or follow the one shown; "" for none."""
        found = picture_of(self._document.store, moment_id) if moment_id else None
        self._moment_id = moment_id
        self.view.show_picture(found)
        self._show_lock()
        self.setVisible(found is not None)

    def _show_lock(self) -> None:
        self.button.setEnabled(not self._document.wall_lock.is_fixed)

    def _take_off(self) -> None:
        document = self._document
        if document.wall_lock.permits():
            store = document.store
            selected = selected_with(store, Moment, (self._moment_id,))
            document.push(delete_picture(store, self._moment_id), selected=selected)
