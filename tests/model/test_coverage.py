"""Where nobody has looked yet is told, with questions that help."""

from dataclasses import replace

from motwall.model.coverage import Area, Covered, coverage, gaps, way_parts
from motwall.model.records import MomentKind
from tests.factories import contact_type, moment, stage, step, store_with, wall


def of_area(found: list[Covered], area: Area) -> dict[str, int]:
    """Names and counts."""
    return {one.name: one.moments for one in found if one.area is area}


def test_an_empty_wall_has_no_gaps_it_has_just_begun() -> None:
    store = store_with(wall(), contact_type("Phone", "PH"))
    assert gaps(store) == []
    assert of_area(coverage(store), Area.CONTACT_TYPE) == {"Phone": 0}


def test_each_area_counts_its_moments() -> None:
    phone, post = contact_type("Phone", "PH"), contact_type("", "PO", rank=1)
    before, after = stage("Before"), stage("After")
    one, two = step(under=before), step(under=after, rank=1)
    store = store_with(
        wall(), phone, post, before, after, one, two, step(rank=9),
        moment("Rings", at=one, contact_type_id=phone.id, who_delivers="Front  desk"),
        moment("Asks", at=one, contact_type_id=phone.id, who_delivers="front désk"),
        moment("Reads the rules", kind=MomentKind.POLICY, who_delivers="Sales, Ann"),
    )  # fmt: skip
    found = coverage(store)
    # A type without a name goes by its code.
    assert of_area(found, Area.CONTACT_TYPE) == {"Phone": 2, "PO": 0}
    assert of_area(found, Area.STAGE) == {"Before": 2, "After": 0}
    assert of_area(found, Area.KIND) == {
        "Contact": 2, "Product": 0, "Policy": 1, "Surroundings": 0,
    }  # fmt: skip
    departments = of_area(found, Area.DEPARTMENT)
    # As it was written first, however it was written later; Sales is named already.
    assert departments["Front desk"] == 2
    assert departments["Sales, Ann"] == 1
    assert "Sales" not in departments
    assert departments["Accounts"] == 0


def test_what_is_empty_has_questions_to_ask() -> None:
    phone, post = contact_type("Phone", "PH"), contact_type("Post", "PO", rank=1)
    rings = moment("Rings")
    # Until the first note has a colour, no colour is missed.
    store = store_with(wall(), phone, post, rings)
    assert Area.CONTACT_TYPE not in {one.area for one in gaps(store)}
    assert all(one.is_later for one in coverage(store) if one.area is Area.CONTACT_TYPE)
    store = store_with(wall(), phone, post, replace(rings, contact_type_id=phone.id))
    missing = gaps(store)
    assert {one.area for one in missing} == {Area.CONTACT_TYPE, Area.DEPARTMENT, Area.KIND}
    assert all(one.prompts and not one.moments for one in missing)
    assert all(prompt.endswith("?") for one in missing for prompt in one.prompts)


def test_a_usual_way_of_contact_has_questions_of_its_own() -> None:
    phone, own = contact_type("Phone", "PH"), contact_type("Pigeon", "PI", rank=1)
    store = store_with(wall(), phone, own)
    asked = {one.name: one.prompts for one in coverage(store) if one.area is Area.CONTACT_TYPE}
    assert "rings" in asked["Phone"][0]
    assert asked["Pigeon"]
    assert asked["Pigeon"] != asked["Phone"]


def test_departments_that_nobody_named_come_first() -> None:
    store = store_with(wall(), moment("Rings", who_delivers="Ann"), moment("Asks"))
    found = [one for one in coverage(store) if one.area is Area.DEPARTMENT]
    assert found[-1].name == "Ann"
    assert [one.moments for one in found] == [0] * (len(found) - 1) + [1]


def test_the_way_of_a_customer_is_asked_about_from_before_to_after() -> None:
    titles = [one.title for one in way_parts()]
    assert (titles[0], titles[-1]) == ("Before they call", "After")
    assert all(one.question.endswith("?") for one in way_parts())
