"""All that can be chosen for a PDF, from the named sets to whose it is; it scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from motwall.export.options import Edition, Paper
from motwall.i18n import translate
from motwall.ui.flow import FlowBox
from motwall.ui.handouts.branding_part import BrandingPart
from motwall.ui.handouts.chips import Chips
from motwall.ui.handouts.choices import HandoutChoices, HandoutSet, handout_sets
from motwall.ui.handouts.page_list import PageList
from motwall.ui.handouts.words import edition_about, edition_words, paper_words
from motwall.ui.small import label


class ChoicePane(QScrollArea):
    """One column.

    Attributes:
        sets: A button for each named set.
        page_list: The kinds of pages.
        edition: Who the handout is for.
        paper: To print on.
        is_ink_saver: Save ink.
        has_names: Name people.
        is_fillable: Blanks can be filled in on a screen.
        branding: Whose handouts these are; not in Room, where it would ask in a dialog.
    """

    #: Another choice.
    changed = Signal()

    def __init__(self) -> None:
        """Show what is chosen at first."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sets = {one.name: _set_button(one) for one in handout_sets()}
        self._about_set = label("", "small", is_wrapped=True)
        self.page_list = PageList()
        self.edition: Chips[Edition] = Chips(translate("Handouts", "Edition"), edition_words())
        self._about_edition = label("", "small", is_wrapped=True)
        self.paper: Chips[Paper] = Chips(translate("Handouts", "Paper"), paper_words())
        self.is_ink_saver = QCheckBox(translate("Handouts", "Save ink: white notes"))
        self.has_names = QCheckBox(translate("Handouts", "Names of people"))
        self.is_fillable = QCheckBox(translate("Handouts", "Fill in blanks on a screen"))
        self.branding = BrandingPart()
        self._branding_head = label(translate("Handouts", "Yours"), "strong")
        self._arrange()
        self._connect()
        self.show_choices(HandoutChoices())

    @property
    def choices(self) -> HandoutChoices:
        """What is chosen now."""
        pages = self.page_list
        return HandoutChoices(
            pages=pages.pages,
            edition=self.edition.value,
            paper=self.paper.value,
            wall_as=pages.wall_as.value,
            sheets_across=pages.across.value,
            rows=pages.rows.value,
            is_ink_saver=self.is_ink_saver.isChecked(),
            is_fillable=self.is_fillable.isChecked(),
            has_names=self.has_names.isChecked(),
        )

    def show_choices(self, choices: HandoutChoices) -> None:
        """Show what is chosen, without a word about it."""
        self.blockSignals(True)
        self.page_list.show_choices(choices)
        self.edition.show_value(choices.edition)
        self.paper.show_value(choices.paper)
        self.is_ink_saver.setChecked(choices.is_ink_saver)
        self.has_names.setChecked(choices.has_names)
        self.is_fillable.setChecked(choices.is_fillable)
        self.blockSignals(False)
        self._show_set()

    def offer_branding(self, *, is_offered: bool) -> None:
        """Have the part with the logo, or not."""
        self.branding.setVisible(is_offered)
        self._branding_head.setVisible(is_offered)

    # --- inside ---

    def _arrange(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(6)
        sets = FlowBox(4)
        sets.set_widgets(list(self.sets.values()))
        groups: tuple[tuple[QWidget, tuple[QWidget, ...]], ...] = (
            (label(translate("Handouts", "Ready-made"), "strong"), (sets, self._about_set)),
            (
                label(translate("Handouts", "Edition"), "strong"),
                (self.edition, self._about_edition, self.has_names),
            ),
            (
                label(translate("Handouts", "Paper"), "strong"),
                (self.paper, self.is_ink_saver, self.is_fillable),
            ),
            (label(translate("Handouts", "Pages"), "strong"), (self.page_list,)),
            (self._branding_head, (self.branding,)),
        )
        for place, (head, widgets) in enumerate(groups):
            if place:
                column.addSpacing(10)
            column.addWidget(head)
            for widget in widgets:
                column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(content)

    def _connect(self) -> None:
        for one in handout_sets():
            button = self.sets[one.name]
            button.clicked.connect(lambda _is_on=False, chosen=one: self._take(chosen))
        self.page_list.changed.connect(self._on_changed)
        for chips in (self.edition, self.paper):
            chips.chosen.connect(self._on_changed)
        for box in (self.is_ink_saver, self.has_names, self.is_fillable):
            box.toggled.connect(self._on_changed)

    def _take(self, chosen: HandoutSet) -> None:
        self.show_choices(chosen.chosen(self.choices))
        self.changed.emit()

    def _on_changed(self) -> None:
        self._show_set()
        if not self.signalsBlocked():
            self.changed.emit()

    def _show_set(self) -> None:
        """Show which set this is, if it is one."""
        choices = self.choices
        self._about_edition.setText(edition_about(choices.edition))
        fitting = [one for one in handout_sets() if one.fits(choices)]
        for name, button in self.sets.items():
            button.setChecked(name in [one.name for one in fitting])
        self._about_set.setText(
            fitting[0].about if fitting else translate("Handouts", "Your own choice of pages.")
        )


def _set_button(one: HandoutSet) -> QPushButton:
    button = QPushButton(one.name)
    button.setCheckable(True)
    button.setProperty("kind", "chip")
    button.setToolTip(one.about)
    button.setAccessibleDescription(one.about)
    return button
