"""What all records share."""

from dataclasses import dataclass

from motwall.model.errors import BadRecord
from motwall.model.fields import checks_of, identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: an id (a uuid4 in hex) and the check of every value when made."""

    id: str = identity()

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            BadRecord: A field holds a value of the wrong type, out of bounds, or text that is not
                clean.
        """
        checks = checks_of(type(self))
        for (name, default, allows), value in zip(
            checks.fields, checks.values_of(self), strict=True
        ):
            # Most fields of most records hold their default, and a wall may have 20,000 records.
            if value is not default and not allows(value):
                raise BadRecord(type(self).__name__, name, value)
