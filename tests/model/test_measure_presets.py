from motwall.model.edits.measures import add_measure
from motwall.model.measure_presets import measure_presets
from motwall.model.records import Measure
from tests.factories import an_id, moment, store_with


def test_each_preset_is_a_measure_to_begin_with() -> None:
    note = moment("Door")
    presets = measure_presets()
    assert len({one.name for one in presets}) == len(presets)
    for one in presets:
        details = {"unit": one.unit, "better": one.better, "every_days": one.every_days}
        store = store_with(note)
        store.apply(add_measure(store, one.name, an_id(7), note.id, **details))
        made = store.get(Measure, an_id(7))
        assert (made.name, made.unit) == (one.name, one.unit)
        assert (made.better, made.every_days) == (one.better, one.every_days)
