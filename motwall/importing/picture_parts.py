"""The bytes of pictures in a file: by their digest, in base64."""

from base64 import b64decode
from collections.abc import Iterable

from motwall.i18n import translate
from motwall.importing.plan import Findings, quoted
from motwall.model.pictures import MOST_BYTES, digest_of, digests_of
from motwall.model.records import Picture, Record

#: What `MOST_BYTES` are in base64, letters.
_MOST_LETTERS = -(-MOST_BYTES // 3) * 4


def read_pictures(part: object, findings: Findings) -> dict[str, bytes]:
    """The bytes of the pictures of a file, by digest; what is wrong with any is a problem.

    Args:
        part: What a JSON file has for them.
        findings: Takes the problems.
    """
    if not isinstance(part, dict):
        findings.refuse(0, translate("Import", "its pictures are no object of base64 texts"))
        return {}
    found: dict[str, bytes] = {}
    for digest, text in part.items():
        data = _decoded(text)
        if data is None:
            problem = translate("Import", "the picture {digest} is not in base64")
        elif len(data) > MOST_BYTES:
            problem = translate("Import", "the picture {digest} has more than 500 kB")
        elif digest_of(data) != digest:
            problem = translate("Import", "the picture {digest} is not the one of that digest")
        else:
            found[digest] = data
            continue
        findings.refuse(0, problem.format(digest=quoted(digest)))
    return found


def with_bytes(
    records: Iterable[Record], pictures: dict[str, bytes], findings: Findings
) -> list[Record]:
    """The records without the pictures whose bytes are not there, which is told.

    Bytes that no record names are taken out of `pictures`.
    """
    every = list(records)
    kept = [one for one in every if not isinstance(one, Picture) or one.digest in pictures]
    if len(kept) < len(every):
        told = translate(
            "Import",
            "%n photo(s) left out: their bytes are not in the file.",
            count=len(every) - len(kept),
        )
        findings.warn(told)
    for stray in pictures.keys() - digests_of(kept):
        del pictures[stray]
    return kept


def _decoded(text: object) -> bytes | None:
    """The bytes; None if it is no base64. Of what is too long only so much that it shows."""
    if not isinstance(text, str):
        return None
    if len(text) > _MOST_LETTERS:
        return bytes(MOST_BYTES + 1)
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return None
