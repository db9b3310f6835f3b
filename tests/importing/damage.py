"""Ways in which a file can be damaged, by chance but the same each time."""

import io
import zipfile
from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]


def _cut(raw: bytes, chance: Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def _beheaded(raw: bytes, chance: Random) -> bytes:
    return raw[chance.randrange(1, max(2, len(raw) // 2)) :]


def _flipped(raw: bytes, chance: Random) -> bytes:
    made = bytearray(raw)
    for _ in range(chance.randrange(1, 30)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _put_in(some: bytes) -> Damage:
    def damage(raw: bytes, chance: Random) -> bytes:
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(raw) + 1)
            raw = raw[:at] + some + raw[at:]
        return raw

    return damage


def _doubled(raw: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randrange(len(raw)) for _ in range(2))
    at = chance.randrange(len(raw))
    return raw[:at] + raw[start:end] + raw[at:]


def _hole(raw: bytes, chance: Random) -> bytes:
    start, end = sorted(chance.randrange(len(raw)) for _ in range(2))
    return raw[:start] + raw[end:]


def _lines_mixed(raw: bytes, chance: Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _in(encoding: str, mark: bytes = b"") -> Damage:
    def damage(raw: bytes, chance: Random) -> bytes:
        del chance
        return mark + raw.decode("utf-8", "replace").encode(encoding, "replace")

    return damage


def _replaced(old: bytes, new: bytes) -> Damage:
    def damage(raw: bytes, chance: Random) -> bytes:
        return raw.replace(old, new, chance.randrange(1, 9))

    return damage


def _noise(raw: bytes, chance: Random) -> bytes:
    return chance.randbytes(min(len(raw), 2000))


#: For any file; many are for texts with separators.
WAYS: tuple[Damage, ...] = (
    _cut, _beheaded, _flipped, _doubled, _hole, _lines_mixed, _noise,
    _put_in(b"\0"), _put_in(b"\0" * 3000), _put_in(b'"'), _put_in(b",,,,,"), _put_in(b";\t,"),
    _put_in(b"\r"), _put_in(b"\n\n\n"), _put_in(b"x" * 40_000), _put_in(b"\xff\xfe\x80"),
    _put_in("\u202e\u2028\ufeff".encode()), _put_in("\U0001f600".encode() * 2000),
    _put_in(b"\xed\xa0\x80"), _put_in(b"=1+1,@x,'-"), _put_in(b"[" * 5000),
    _put_in(b'{"a":' * 300), _put_in(b"1e999"), _put_in(b"NaN"), _put_in(b"-1"),
    _put_in(b"null"), _put_in(b"<!ENTITY a>"),
    _in("utf-16-le"), _in("utf-16-be", b"\xfe\xff"), _in("utf-16-le", b"\xff\xfe"),
    _in("utf-32"), _in("cp500"), _in("latin-1"), _in("utf-7"),
    _replaced(b",", b";"), _replaced(b'"', b""), _replaced(b"\n", b" "), _replaced(b"1", b"one"),
    _replaced(b"e", b""), _replaced(b"Moment", b"Step"), _replaced(b"0", b"\xc3"),
)  # fmt: skip


def variants(raw: bytes, count: int, seed: int) -> list[bytes]:
    """So many damaged copies: each way in its turn, then several at once."""
    chance = Random(seed)
    made = []
    for number in range(count):
        damaged = WAYS[number % len(WAYS)](raw, chance)
        if number >= len(WAYS) and damaged:
            damaged = chance.choice(WAYS)(damaged, chance)
        made.append(damaged)
    return made


def zipped_variants(raw: bytes, count: int, seed: int) -> list[bytes]:
    """Damaged copies of a ZIP: of its bytes, and of a part that is then packed as it should be."""
    chance = Random(seed)
    parts = _parts(raw)
    made = []
    for number, damaged in enumerate(variants(raw, count, seed)):
        if number % 3 == 0:
            made.append(damaged)
            continue
        name = chance.choice([one for one in parts if parts[one]])
        made.append(_packed(parts | {name: chance.choice(WAYS)(parts[name], chance)}))
    return made


def _parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return file.getvalue()
