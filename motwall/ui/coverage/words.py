"""The words for the areas of a wall and their parts."""

from motwall.i18n import translate
from motwall.model.coverage import Area, Covered


def area_word(area: Area) -> str:
    """The heading of an area."""
    words = {
        Area.CONTACT_TYPE: translate("Coverage", "Contact types"),
        Area.STAGE: translate("Coverage", "Stages"),
        Area.DEPARTMENT: translate("Coverage", "Who delivers"),
        Area.KIND: translate("Coverage", "What customers meet"),
    }
    return words[area]


def nothing_word(area: Area) -> str:
    """What stands under the heading of an area that has no parts."""
    if area is Area.STAGE:
        return translate("Coverage", "No stage has a name yet.")
    return translate("Coverage", "There is none yet.")


def later_word() -> str:
    """What stands under the heading of an area that a later part of the workshop fills."""
    return translate("Coverage", "These come with the colours.")


def part_name(part: Covered) -> str:
    """The name of a part; a stage may have none."""
    return part.name or translate("Coverage", "Without a name")


def count_words(part: Covered) -> str:
    """How many moments a part has, as a sentence says it."""
    if part.is_later:
        return translate("Coverage", "comes with the colours")
    if not part.moments:
        return translate("Coverage", "no moment yet")
    return translate("Coverage", "%n moment(s)", count=part.moments)
