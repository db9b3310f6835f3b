from motwall.model.edits.alone import list_contacts
from motwall.model.order import timeline_moments
from motwall.model.records import MomentKind, Step
from tests.factories import moment, new_ids, stage, step, store_with

SHOP = stage("Shop")
PLACE = step(under=SHOP)


def test_a_contact_listed_alone_is_the_last_step_and_of_the_kind_asked() -> None:
    store = store_with(SHOP, PLACE, moment("rings", at=PLACE))
    patch = list_contacts(store, ["the re\tceipt"], MomentKind.PRODUCT, new_ids())
    assert str(patch.label) == "adding 1 note"
    store.check(patch)
    store.apply(patch)
    first, last = timeline_moments(store)
    assert (first.text, first.kind) == ("rings", MomentKind.CONTACT)
    assert (last.text, last.kind) == ("the re ceipt", MomentKind.PRODUCT)
    assert store.get(Step, str(last.step_id)).stage_id == SHOP.id


def test_a_long_one_is_cut() -> None:
    assert list_contacts(store_with(), ["x" * 9999], MomentKind.CONTACT, new_ids()).is_cut
