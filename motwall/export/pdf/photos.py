"""Photos on paper: read with limits, made small, grey to save ink, and encoded anew.

Nothing of a file but its picture goes on: no texts, no place where it was taken. One that cannot be
read is as if it were not there.
"""

import threading
from collections import OrderedDict
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageOps

from motwall.export.options import PdfOptions
from motwall.model.pictures import digest_of

#: Of a photo in a file, pixels: sharp on the largest note, and twenty of them fit any mailbox.
LONGEST = 640
#: More pixels are not decoded: as for the screen.
_MOST_PIXELS = 40_000_000
_QUALITY = 80
_FORMATS = ("JPEG", "PNG")
_ALPHA = ("RGBA", "LA", "PA")
#: The shares of pixels that are darker than the paper, and than all but the darkest writing.
_PAPER_SHARE, _DARK_SHARE = 0.3, 0.01
#: Between writing and paper, of 255.
_LEAST_CONTRAST = 60
#: What Pillow raises for files that are damaged, or are something else.
_UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
#: Pages are made again at every change of the wall: so many photos need not be.
_MOST_KEPT = 256


class Photo(NamedTuple):
    """A photo as it goes into the file.

    Attributes:
        name: Equal names are equal photos.
        jpeg: Of our own making.
        size: Width and height, pixels.
    """

    name: str
    jpeg: bytes
    size: tuple[int, int]

    def within(self, width: float, height: float) -> tuple[float, float]:
        """The size at which all of it fits into another."""
        across, down = self.size
        scale = min(width / across, height / down)
        return across * scale, down * scale


class Photos:
    """The photos of a handout."""

    def __init__(self, options: PdfOptions) -> None:
        """Take their bytes from the options."""
        self._pictures = options.pictures
        self._is_grey = options.is_ink_saver

    def find(self, digest: str) -> Photo | None:
        """A photo by its digest, "" for none; None, too, if it is not there or cannot be read."""
        data = self._pictures.get(digest) if digest else None
        return None if data is None else _KEPT.photo(digest, data, is_grey=self._is_grey)


class _Kept:
    """What was made last; for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[str, bool], Photo | None] = OrderedDict()

    def photo(self, digest: str, data: bytes, *, is_grey: bool) -> Photo | None:
        key = (digest, is_grey)
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = _made(digest, data, is_grey=is_grey)
        with self._lock:
            self._made[key] = made
            if len(self._made) > _MOST_KEPT:
                self._made.popitem(last=False)
        return made


_KEPT = _Kept()


def _made(digest: str, data: bytes, *, is_grey: bool) -> Photo | None:
    if digest_of(data) != digest:
        return None
    try:
        image = _small(data, is_grey=is_grey)
    except _UNREADABLE:
        return None
    file = BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, optimize=True)
    return Photo(f"{digest[:32]}-{is_grey:d}", file.getvalue(), image.size)


def _small(data: bytes, *, is_grey: bool) -> Image.Image:
    with Image.open(BytesIO(data), formats=_FORMATS) as file:
        if file.width * file.height > _MOST_PIXELS:
            raise ValueError(file.size)
        # JPEG is decoded no larger than it has to be.
        file.draft(None, (LONGEST, LONGEST))
        file.load()
        image: Image.Image = ImageOps.exif_transpose(file)
    if image.mode in _ALPHA or "transparency" in image.info:
        image = _on_white(image.convert("RGBA"))
    image = image.convert("L" if is_grey else "RGB")
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    if is_grey:
        image = _bleached(image)
    # What came with the pixels stays behind.
    image.info = {}
    return image


def _bleached(image: Image.Image) -> Image.Image:
    """A grey picture whose paper is white: a note is mostly paper, and its writing is darker."""
    dark, paper = (_level(image, share) for share in (_DARK_SHARE, _PAPER_SHARE))
    if paper - dark < _LEAST_CONTRAST:
        # Light writing on dark paper, or hardly any writing: better not touched.
        return image
    span = paper - dark
    return image.point([min(255, max(0, round((one - dark) * 255 / span))) for one in range(256)])


def _level(image: Image.Image, share: float) -> int:
    """The grey, 0 to 255, below which there is such a share of the pixels."""
    left = share * image.width * image.height
    for level, count in enumerate(image.histogram()):
        left -= count
        if left < 0:
            return level
    return 255


def _on_white(image: Image.Image) -> Image.Image:
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white
