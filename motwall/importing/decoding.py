"""Bytes to text, in the encodings that spreadsheets and editors write."""

import codecs

from motwall.i18n import translate
from motwall.importing.plan import refused

#: The most bytes of a CSV or text file.
SIZE_LIMIT = 20 * 1024 * 1024
# Text in an unmarked UTF-16 is half NULs or nearly so; in a text there is none, or a stray one.
_MOST_NULS = 0.1


def decoded(raw: bytes) -> str:
    """The text of a file: UTF-8 (with or without its mark), UTF-16 with its mark, else cp1252.

    Raises:
        ImportRefused: It is too large, or no text in any of these.
    """
    if len(raw) > SIZE_LIMIT:
        raise refused(translate("Import", "the file is larger than 20 MB"))
    text = _utf16(raw) if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else _8bit(raw)
    if text is None or text.count("\0") > _MOST_NULS * len(text):
        raise refused(translate("Import", "this is no text; save it as UTF-8 and try again"))
    return text


def _utf16(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        return None


def _8bit(raw: bytes) -> str | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
