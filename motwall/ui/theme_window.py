"""The part of the style sheet for bars, start screen, cards and sheets of the main window."""

WINDOW_SHEET = """
#startScreen, #startScreen QScrollArea > QWidget > QWidget { background: $bar; }
#sheet #importColumns { background: transparent; }
#startTitle { font-size: $huge; font-weight: 700; color: $text; }
QLabel[role="heading"] { font-size: $body; font-weight: 600; color: $quiet; }
QLabel[role="good"] { font-size: $label; color: $good; font-weight: 500; }
#firstField {
    background: $panel; border: 2px solid $accent_text; border-radius: 11px; min-height: 52px;
}
#firstLine, #firstLine:focus, #firstLine:hover {
    border: 0; background: transparent; font-size: $first; padding: 0;
}
#firstButton, #firstButton:hover {
    border: 3px solid transparent; background: transparent; color: $accent_text; font-weight: 600;
    font-size: $lead; padding: 6px 8px; border-radius: 8px;
}
#firstButton:focus { border-color: $accent_text; }
#startScreen QLabel[role="quiet"] { font-size: $lead; }

#wallPage { background: $wall; }
#fullCard { background: $bar; border: 0; }
#sessionsPart > QWidget > QWidget { background: $bar; }
#compareTable::item { padding: 4px 8px; border: 0; border-bottom: 1px solid $hairline; }
#thenNowLine { background: $bar; border: 0; border-top: 1px solid $hairline; }
#asOfBanner { font-size: $lead; font-weight: 600; color: $accent_text; }
#asOfView { border: 3px dashed $quiet; }
#happenedList { background: $panel; color: $text; border: 1px solid $hairline; padding: 4px; }
#happenedList:focus { border: 3px solid $accent_text; padding: 2px; }
#happenedList::item { padding: 5px 8px; border: 0; }
#happenedList::item:selected { background: $tint; color: $text; }
QLabel[role="moment"] { font-size: $large; font-weight: 700; }
QLabel[role="question"] { font-size: $title; font-weight: 600; }
QLabel[role="hint"] { font-size: $hint; color: $quiet; }
QLabel[role="count"] { font-size: $title; font-weight: 600; min-width: 24px; }
QLabel[role="beside"] { color: $quiet; padding: 5px 2px 5px 0; }
#cardColumn { background: $bar; }
QLabel[role="recall"] { font-size: $hint; }
QLabel[role="band"] {
    background: $tint; color: $text; border-radius: 8px; padding: 7px 12px; font-size: $body;
}
#ownerBand { background: $tint; border: 1px dashed $accent_text; border-radius: 8px; }
QPlainTextEdit[role="answer"] { font-size: $lead; }
QLabel[role="headline"] { font-size: $large; font-weight: 700; }
QLabel[role="context"] { color: $quiet; }
QLabel[role="counter"] { font-size: $large; font-weight: 700; padding-left: 24px; }
#facilitatorPane, #facilitatorPane #cardColumn { background: $panel; border: 0; }
QLabel[role="later"] { font-size: $title; color: $quiet; }
#houseRule { background: $tint; border: 0; border-radius: 8px; }
QLabel[role="rule"] { font-size: $title; font-weight: 600; }
QPlainTextEdit[role="idea"] { font-size: $lead; }
QLabel[role="lesson"] { font-size: $huge; font-weight: 700; }
QLabel[role="taught"], #taughtWords, #taughtWords QAbstractButton, #taughtFace {
    font-size: $taught;
}
QLabel[role="taughtmark"] { font-size: $taught; font-weight: 700; color: $accent_text; }
QLabel[role="taughtshort"] { font-size: $first; }
QLabel[role="reason"], QPlainTextEdit[role="point"] { font-size: $lead; }
QLabel[role="percent"] { font-size: $title; font-weight: 600; }
#ideaList { background: $panel; border: 1px solid $hairline; border-radius: 8px; }
#ideaList:focus { border: 3px solid $accent_text; }
#scribeLine { font-size: $large; font-weight: 500; min-height: 40px; padding: 6px 14px; }
#scribeLine:focus { padding: 4px 12px; }
#saidList { background: transparent; border: 0; border-top: 1px solid $hairline; }
QPushButton[kind="part"] {
    background: transparent; border: 1px solid transparent; text-align: left; min-height: 24px;
    padding: 3px 8px; font-size: $lead;
}
QPushButton[kind="part"]:hover { border-color: $hairline; }
QPushButton[kind="part"]:checked { background: $tint; border-color: transparent; }
QPushButton[kind="part"]:focus { border: 3px solid $accent_text; padding: 1px 6px; }
#topBar { background: $bar; border: 0; border-bottom: 1px solid $hairline; }
#bottomBar { background: $bar; border: 0; border-top: 1px solid $hairline; }
#panelEdge { background: $hairline; border: 0; }
#aboutStrip { background: $bar; border: 0; border-bottom: 1px solid $hairline; }
#penStrip, #typeEditor, #filterBar { background: $bar; border: 0; border-top: 1px solid $hairline; }
#hintLine { color: $text; font-size: $hint; font-weight: 600; }
QPlainTextEdit[role="walltitle"] { font-size: $lead; font-weight: 600; padding: 2px 6px 1px 6px; }
QPlainTextEdit[role="walltitle"]:focus { padding: 0 4px; }
QPushButton[kind="about"] {
    border: 2px solid transparent; background: transparent; color: $quiet; font-size: $label;
    padding: 1px 5px; text-align: left; border-radius: 6px;
}
QPushButton[kind="about"]:hover { color: $text; border-color: $hairline; }
QPushButton[kind="about"]:focus { border-color: $accent_text; }

#phaseBar { background: $band; border: 0; border-radius: 8px; }
QPushButton[kind="phase"] {
    border: 3px solid transparent; border-radius: 8px; background: transparent; color: $text;
    padding: 5px 10px; font-weight: 600; font-size: $body;
}
QPushButton[kind="phase"]:hover { color: $accent_text; }
QPushButton[kind="phase"]:checked { background: $accent; color: $on_accent; }
QPushButton[kind="phase"]:focus { border-color: $accent_text; }
QPushButton[kind="phase"]:checked:focus { border-color: $text; }
QToolButton[kind="boxed"] {
    background: $bar; border: 1px solid $hairline; border-radius: 8px; padding: 0;
}
QToolButton[kind="boxed"]:hover { border-color: $quiet; }
QToolButton[kind="boxed"]:focus { border: 3px solid $accent_text; }
#menuButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

#quickAdd {
    background: $panel; border: 1px solid $hairline; border-radius: 8px; min-height: 38px;
}
#quickLine, #quickLine:hover, #quickLine:focus {
    border: 0; background: transparent; padding: 0; font-size: $hint; min-height: 24px;
}
#quickAdd[focused="true"] { border: 3px solid $accent_text; min-height: 34px; }
#findBar { background: $bar; border: 0; border-bottom: 1px solid $hairline; }
#wallFocus { border: 3px solid $accent_text; background: transparent; }
#commandList, #lineList {
    background: $bar; color: $text; border: 1px solid $hairline; border-radius: 8px; padding: 4px;
}
#commandList:focus, #lineList:focus { border: 3px solid $accent_text; padding: 2px; }
#commandList::item, #lineList::item { padding: 5px 8px; border: 0; }
#commandList::item:selected, #lineList::item:selected { background: $tint; color: $text; }
#noteChooser { background: $panel; color: $text; border: 0; }
#noteChooser::item { min-height: 28px; padding: 0 8px; border: 0; border-radius: 6px; }
#noteChooser::item:selected { background: $tint; color: $text; }
#commandList::item:disabled { color: $quiet; }
QPushButton[kind="pen"] {
    border: 1px solid $hairline; border-radius: 8px; background: $panel; color: $text;
    padding: 4px 10px 4px 6px; font-size: $body; min-height: 24px; text-align: left;
}
QPushButton[kind="pen"]:hover { border-color: $quiet; }
QPushButton[kind="pen"]:checked {
    border: 2px solid $accent_text; background: $tint; padding: 3px 9px 3px 5px; font-weight: 600;
}
QPushButton[kind="pen"]:focus { border: 3px solid $accent_text; padding: 2px 8px 2px 4px; }
QPushButton[kind="trait"] { border-radius: 8px; padding: 2px 7px 2px 4px; font-size: $label; }
QPushButton[kind="trait"]:checked {
    border: 2px solid $accent_text; padding: 1px 6px 1px 3px; font-weight: 600;
}
QPushButton[kind="trait"]:focus { border: 3px solid $accent_text; padding: 0 5px 0 2px; }
QPushButton[kind="swatch"] {
    border: 2px solid transparent; border-radius: 7px; background: transparent; padding: 0;
}
QPushButton[kind="swatch"]:hover { border-color: $hairline; }
QPushButton[kind="swatch"]:checked { border-color: $accent_text; }
QPushButton[kind="swatch"]:focus { border: 3px solid $accent_text; }
QToolButton[kind="face"] {
    background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 4px;
    font-size: $label; color: $text;
}
QToolButton[kind="face"]:hover { border-color: $hairline; }
QToolButton[kind="face"]:checked { border-color: $text; }
QToolButton[kind="face"]:focus { border: 3px solid $accent_text; padding: 3px; }

QFrame[role="rung"] { background: $panel; border: 1px solid $hairline; border-radius: 8px; }
QFrame[role="rung"][current="true"] { border: 2px solid $accent_text; }

#ratingCard, #sheet {
    background: $panel; border: 1px solid $hairline; border-radius: 12px;
}
#workshopStrip { background: $bar; border: 0; border-bottom: 1px solid $hairline; }
#workshopStrip QLabel[role="strong"] { font-size: $lead; }
#workshopStrip QLabel[role="quiet"] { font-size: $hint; }
#noticeBand { background: $tint; border: 0; border-bottom: 1px solid $hairline; }
QPushButton[kind="agenda"] {
    background: transparent; border: 1px solid transparent; text-align: left; padding: 6px 8px;
}
QPushButton[kind="agenda"]:hover { border-color: $quiet; }
QPushButton[kind="agenda"]:focus { border: 3px solid $accent_text; padding: 4px 6px; }
QPushButton[kind="agenda"]:disabled { color: $text; }
QFrame[role="part"] { border: 0; border-bottom: 1px solid $hairline; }
QFrame[role="part"][current="true"] { background: $tint; border-bottom-color: $tint; }
QLabel[role="counted"] { font-size: $large; font-weight: 700; }
#messageBar { background: $tint; border: 0; border-bottom: 1px solid $hairline; }
#messageBar QLabel { font-weight: 500; }
#toast { background: $text; border: 0; border-radius: 10px; }
#toast QLabel { color: $panel; }
QPushButton[kind="toast"], QPushButton[kind="toast"]:hover {
    border: 3px solid transparent; background: transparent; color: $panel; padding: 4px 8px;
    font-weight: 700; text-decoration: underline;
}
QPushButton[kind="toast"]:focus { border-color: $panel; }
"""
