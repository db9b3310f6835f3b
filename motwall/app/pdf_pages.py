"""The pages of a PDF as pictures. pdfium works for one thread at a time only: all ask here."""

import threading
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2

#: Taken again by the thread that has it where something is let go of meanwhile.
_PDFIUM = threading.RLock()


class PageSize(NamedTuple):
    """Of a page, points."""

    width: float
    height: float


class PdfPages:
    """An open PDF; whoever opens it closes it."""

    def __init__(self, data: bytes) -> None:
        """Open the content of a file."""
        with _PDFIUM:
            # It takes a while: in the thread that makes the pages, while the window goes on.
            from pypdfium2 import PdfDocument  # noqa: PLC0415

            self._document: pypdfium2.PdfDocument | None = PdfDocument(data)
            self.sizes = tuple(
                PageSize(*self._opened.get_page_size(number)) for number in range(len(self._opened))
            )

    def image(self, number: int, width: int) -> QImage:
        """A page, the first being 0, as a picture of so many pixels across."""
        from pypdfium2 import PdfBitmap  # noqa: PLC0415 -- see `__init__`

        with _PDFIUM:
            page = self._opened[number]
            bitmaps: list[pypdfium2.PdfBitmap] = []

            def blank(*size: int, **kind: int) -> "pypdfium2.PdfBitmap":
                bitmaps.append(PdfBitmap.new_native(*size, **kind))
                return bitmaps[-1]

            try:
                # pdfium takes the next whole pixel.
                scale = (width - 0.5) / self.sizes[number].width
                options = {"prefer_bgrx": True, "maybe_alpha": False}
                return _copied(page.render(scale=scale, bitmap_maker=blank, **options))
            finally:
                # Also where drawing failed: pypdfium2 would close them later, in any thread.
                for one in bitmaps:
                    one.close()
                page.close()

    def close(self) -> None:
        """Give the memory back."""
        with _PDFIUM:
            document, self._document = getattr(self, "_document", None), None
            if document is not None:
                document.close()

    @property
    def _opened(self) -> "pypdfium2.PdfDocument":
        if self._document is None:
            raise ValueError(self)
        return self._document

    def __del__(self) -> None:
        """Close what nobody closed: pypdfium2 would do so without asking whether it may."""
        self.close()

    def __enter__(self) -> Self:
        """Be closed at the end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """See `close`."""
        self.close()


def _copied(bitmap: "pypdfium2.PdfBitmap") -> QImage:
    """A picture of its own: what a bitmap holds goes with it."""
    view = QImage(
        memoryview(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGB32,
    )
    return view.copy()
