"""What a user wrote for all walls, questions and plans; imported when somebody asks for it."""

from typing import TYPE_CHECKING

from motwall.app.places import Places
from motwall.ui.wall_page import WallPage

if TYPE_CHECKING:
    from motwall.app.own_plans import OwnPlans
    from motwall.app.own_questions import OwnQuestions


def give_own_files(page: WallPage, places: Places) -> None:
    """Let a page find them."""

    def questions() -> "OwnQuestions":
        from motwall.app.own_questions import OwnQuestions  # noqa: PLC0415 -- see above

        return OwnQuestions(places.questions)

    def plans() -> "OwnPlans":
        from motwall.app.own_plans import OwnPlans  # noqa: PLC0415 -- see above

        return OwnPlans(places.plans)

    page.find_own_questions = questions
    page.find_own_plans = plans
