"""Whose handouts these are: a logo, a line below it, and how to reach them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from motwall.export.options import Branding
from motwall.i18n import translate
from motwall.ui.small import label, labelled

#: The logo as it is shown here, pixels.
_LOGO = QSize(120, 44)


class BrandingPart(QWidget):
    """Fields and two buttons; which file the logo is in others ask."""

    #: A picture is to be chosen.
    logo_wanted = Signal()
    #: Carries the Branding.
    changed = Signal(object)

    def __init__(self) -> None:
        """Show nobody's."""
        super().__init__()
        self._logo = b""
        self._picture = label("", "")
        self._picture.setFixedSize(_LOGO)
        # A logo is made for paper.
        self._picture.setStyleSheet("background: white; border-radius: 4px;")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = QPushButton(translate("Handouts", "Choose a logo…"))
        self.remove = QPushButton(translate("Handouts", "Remove"))
        self.strapline = _line(translate("Handouts", "Strapline"))
        self.contact = _line(translate("Handouts", "Contact"))
        self._arrange()
        self.choose.clicked.connect(lambda _is_on=False: self.logo_wanted.emit())
        self.remove.clicked.connect(lambda _is_on=False: self._drop_logo())
        for field in (self.strapline, self.contact):
            field.textEdited.connect(lambda _text: self._tell())

    @property
    def branding(self) -> Branding:
        """What the fields say."""
        return Branding(
            logo=self._logo, strapline=self.strapline.text(), contact=self.contact.text()
        )

    def show_branding(self, branding: Branding) -> None:
        """Show it, without a word about it."""
        self._logo = branding.logo
        for field, text in (
            (self.strapline, branding.strapline),
            (self.contact, branding.contact),
        ):
            if field.text() != text:
                field.setText(text)
        self._picture.setVisible(bool(self._logo))
        self.remove.setVisible(bool(self._logo))
        if self._logo:
            ratio = self.devicePixelRatioF()
            image = QImage.fromData(self._logo).scaled(
                _LOGO * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            image.setDevicePixelRatio(ratio)
            self._picture.setPixmap(QPixmap.fromImage(image))

    # --- inside ---

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self._picture, self.choose, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        about = translate("Handouts", "On the cover and at the foot of every page.")
        column.addWidget(label(about, "small", is_wrapped=True))
        column.addLayout(row)
        column.addWidget(labelled(translate("Handouts", "Strapline"), self.strapline))
        column.addWidget(labelled(translate("Handouts", "Contact"), self.contact))

    def _drop_logo(self) -> None:
        self._logo = b""
        self.show_branding(self.branding)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.branding)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
