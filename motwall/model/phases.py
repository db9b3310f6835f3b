"""The five phases of the workshop; what each brings to the front is up to wall and panel."""

from enum import StrEnum

from motwall.i18n import translate


class Phase(StrEnum):
    """A to E, in the order of the workshop; none forbids going back."""

    POST_ITS = "post_its"
    COLOUR = "colour"
    PRIORITIES = "priorities"
    ASSESS = "assess"
    IDEAS_AND_ACTIONS = "ideas_and_actions"

    @property
    def letter(self) -> str:
        """A to E."""
        return "ABCDE"[list(Phase).index(self)]

    @property
    def label(self) -> str:
        """What the bar shows beside the letter."""
        labels = {
            Phase.POST_ITS: translate("Phases", "Post-its"),
            Phase.COLOUR: translate("Phases", "Colour"),
            Phase.PRIORITIES: translate("Phases", "Priorities"),
            Phase.ASSESS: translate("Phases", "Assess"),
            Phase.IDEAS_AND_ACTIONS: translate("Phases", "Ideas and actions"),
        }
        return labels[self]

    @property
    def sentence(self) -> str:
        """What to do now, in one sentence."""
        sentences = {
            Phase.POST_ITS: translate(
                "Phases", "Write a note for every contact a customer has with you."
            ),
            Phase.COLOUR: translate("Phases", "Give every note the colour of its way of contact."),
            Phase.PRIORITIES: translate(
                "Phases", "Tick the moments that matter most to the customer; 3 to 5 is enough."
            ),
            Phase.ASSESS: translate(
                "Phases",
                "Judge each priority from the customer's side: does it beat, meet or miss what "
                "they expect?",
            ),
            Phase.IDEAS_AND_ACTIONS: translate(
                "Phases", "Collect ideas first, then agree small steps: what, who and when."
            ),
        }
        return sentences[self]
