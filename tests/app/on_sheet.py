"""What is said beside the export sheet."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton

from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.message_bar import MessageBar


def assert_all_can_be_reached(sheet: HandoutSheet) -> None:
    """The sheet covers no button of the message that is shown."""
    page = sheet.page
    bar = page.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    shown = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
    assert len(shown) > 1
    for one in shown:
        assert not sheet.geometry().intersects(QRect(one.mapTo(page, QPoint()), one.size()))
