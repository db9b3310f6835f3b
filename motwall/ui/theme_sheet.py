"""The style sheet of `theme`, with `$names` for colours and sizes.

Every control that can have the keyboard shows a ring of 3 px in the accent; the padding gives way,
so that nothing moves. Buttons take the keyboard by Tab, so a mouse click shows no ring.
"""

from typing import Final

from motwall.resources import resource

_SHEET: Final = """
* { outline: 0; }
QToolTip {
    background: $text; color: $panel; border: 0; padding: 4px 8px; font-size: $label;
}
QLabel { background: transparent; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="label"] { font-size: $label; font-weight: 600; color: $quiet; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="small"] { font-size: $label; color: $quiet; }
QLabel[role="empty"] { color: $quiet; font-size: $body; }
QLabel[role="bad"] { font-size: $label; color: $bad; }
QLabel[role="agreed"][late="true"] { color: $bad; }

QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QSpinBox {
    background: $bar; color: $text; border: 1px solid $hairline; border-radius: 8px;
    padding: 7px 10px 6px 10px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $quiet;
}
QLineEdit, QDateEdit, QSpinBox { padding: 6px 10px; }
QLineEdit, QDateEdit, QSpinBox { min-height: $line; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QDateEdit:hover, QSpinBox:hover {
    border-color: $quiet;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus {
    border: 3px solid $accent_text; padding: 5px 8px 4px 8px;
}
QLineEdit:focus, QDateEdit:focus, QSpinBox:focus { padding: 4px 8px; }
QPlainTextEdit[kind="flat"] {
    background: transparent; border: 1px solid transparent; padding: 4px 6px 3px 6px;
}
QPlainTextEdit[kind="flat"][blank="true"] { border-color: $hairline; background: $panel; }
QPlainTextEdit[kind="flat"]:hover { border-color: $hairline; }
QPlainTextEdit[kind="flat"][blank="true"]:hover { border-color: $quiet; }
QPlainTextEdit[kind="flat"]:focus {
    background: $bar; border: 3px solid $accent_text; padding: 2px 4px 1px 4px;
}
QPlainTextEdit[kind="cell"] {
    background: $bar; border: 3px solid $accent_text; border-radius: 0; padding: 5px 5px;
}
QFrame[role="card"] { background: $bar; border: 1px solid $hairline; border-radius: 8px; }
QFrame[role="popup"] { background: $panel; border: 1px solid $quiet; border-radius: 8px; }
QFrame[role="hairline"] { background: $hairline; border: 0; }
#sidePanel { background: $panel; border: 0; }
#panelHead { background: $panel; border: 0; border-bottom: 1px solid $hairline; }

QPlainTextEdit[role="title"] { font-size: $title; font-weight: 600; }
QPlainTextEdit[role="strong"] { font-weight: 600; }
QPlainTextEdit[role="small"] { font-size: $label; color: $quiet; }
QPlainTextEdit[invalid="true"] { border-color: $bad; }

QPushButton, QToolButton {
    background: $bar; color: $text; border: 1px solid $hairline; border-radius: 8px;
    padding: 6px 12px; min-height: $line; font-weight: 500;
}
QToolButton { padding: 6px 8px; }
QPushButton:hover, QToolButton:hover { border-color: $quiet; }
QPushButton:pressed, QToolButton:pressed { background: $band; }
QPushButton:checked, QToolButton:checked { border-color: $accent_text; background: $tint; }
QPushButton:disabled, QToolButton:disabled { color: $faded; }
QPushButton:focus, QToolButton:focus { border: 3px solid $accent_text; padding: 4px 10px; }
QToolButton:focus { padding: 4px 6px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { border-color: $text; }
QPushButton[kind="primary"]:focus { border: 3px solid $text; }
QPushButton[kind="primary"]:disabled {
    background: $band; color: $faded; border-color: $hairline;
}
QPushButton[kind="strong"] { background: $text; color: $panel; border-color: $text; }
QPushButton[kind="strong"]:focus { border: 3px solid $accent_text; }
QPushButton[kind="strong"]:disabled {
    background: $band; color: $faded; border-color: $hairline;
}
QPushButton[kind="row"] { min-height: 30px; margin: 1px; }
QPushButton[kind="listed"] { text-align: left; min-height: $line; font-weight: 500; }
QPushButton[kind="listed"]:checked { font-weight: 600; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; border-color: transparent; color: $quiet; padding: 4px 8px;
}
QToolButton[kind="quiet"] { padding: 4px; min-height: $mark; }
QPushButton[kind="link"] {
    background: transparent; border: 1px solid transparent; color: $quiet; padding: 2px 6px;
    font-size: $label; font-weight: 400; min-height: $line;
}
QPushButton[kind="link"]:hover { color: $text; border-color: $hairline; }
QPushButton[kind="link"]:focus { border: 3px solid $accent_text; padding: 0 4px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {
    color: $text; border-color: $hairline;
}
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked { color: $accent_text; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { color: $faded; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {
    border: 3px solid $accent_text; padding: 2px 6px;
}
QToolButton[kind="quiet"]:focus { padding: 2px; }
QPushButton[kind="chip"] { border-radius: 8px; padding: 3px 10px; font-size: $label; }
QPushButton[kind="chip"]:checked {
    border: 2px solid $accent_text; padding: 2px 9px; font-weight: 600;
}
QPushButton[kind="chip"]:focus { border: 3px solid $accent_text; padding: 1px 8px; }
QPushButton[kind="mark"] {
    background: transparent; border-color: transparent; color: $quiet;
    border-radius: 6px; padding: 3px 5px; font-size: $small; min-height: $mark;
}
QPushButton[kind="mark"]:hover { border-color: $hairline; color: $text; }
QPushButton[kind="mark"]:checked { background: $tint; color: $accent_text; font-weight: 600; }
QPushButton[kind="mark"]:focus { border: 3px solid $accent_text; padding: 1px 3px; }
QPushButton[kind="danger"] {
    background: transparent; border-color: transparent; color: $bad; padding: 3px 8px;
    font-size: $label;
}
QPushButton[kind="danger"]:hover { border-color: $bad; }
QPushButton[kind="danger"]:focus { border: 3px solid $accent_text; padding: 1px 6px; }

QCheckBox, QRadioButton {
    spacing: 8px; min-height: 24px; background: transparent; padding-right: 8px;
}
QCheckBox:focus, QRadioButton:focus {
    border: 3px solid $accent_text; border-radius: 6px; padding-right: 2px;
}
QCheckBox:disabled, QRadioButton:disabled { color: $faded; }
QCheckBox::indicator, QRadioButton::indicator, QMenu::indicator, QAbstractItemView::indicator {
    width: 12px; height: 12px; border: 2px solid $quiet; border-radius: 4px; background: $bar;
}
QRadioButton::indicator { border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent_text; }
QMenu::indicator { margin-left: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked, QMenu::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent_text; image: url("@check@");
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $faded; }
QCheckBox::indicator:checked:disabled { background: $faded; }

QComboBox {
    background: $bar; color: $text; border: 1px solid $hairline; border-radius: 8px;
    padding: 6px 10px; min-height: $line;
}
QComboBox:hover { border-color: $quiet; }
QComboBox:focus { border: 3px solid $accent_text; padding: 4px 8px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow {
    width: 0; height: 0; border-left: 4px solid $bar; border-right: 4px solid $bar;
    border-top: 5px solid $quiet;
}
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $hairline; padding: 4px;
    selection-background-color: $tint; selection-color: $text;
}

QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $quiet; border: 3px solid transparent; border-radius: 0;
    padding: 9px 4px 7px 4px; margin: 0 8px 0 0; font-weight: 600; min-height: $line;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected {
    color: $text; border-bottom-color: $accent_text;
}
QTabBar::tab:focus { border: 3px solid $accent_text; border-radius: 6px; }

QMenu {
    background: $panel; color: $text; border: 1px solid $hairline; padding: 4px; icon-size: 24px;
}
QMenu::icon { padding-left: 8px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; border: 0; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $faded; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }

QScrollArea, QStackedWidget { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView {
    background: $panel; alternate-background-color: $panel; color: $text; border: 0;
    gridline-color: $hairline; selection-background-color: $tint; selection-color: $text;
}
QHeaderView { background: $panel; }
QHeaderView::section {
    background: $panel; color: $quiet; border: 0; border-bottom: 1px solid $hairline;
    padding: 6px 8px; font-size: $small; font-weight: 600;
}
QAbstractScrollArea::corner { background: transparent; border: 0; }
QTableCornerButton::section { background: $panel; border: 0; }

QCalendarWidget QWidget { background: $panel; color: $text; }
QCalendarWidget QAbstractItemView {
    background: $panel; selection-background-color: $accent; selection-color: $on_accent;
}
QCalendarWidget QToolButton { border-color: transparent; background: transparent; }
"""

_CHECK: Final = resource("theme/check-white.svg").as_posix()
#: A style sheet takes pictures from files only.
SHEET: Final = _SHEET.replace("@check@", _CHECK.replace("$", "$$"))
