"""The wall as a PDF on one page, against QPdfWriter drawing the same notes in the same run.

Goals, at 1,000 and at 5,000 notes: at most 2.0 times its time and 1.1 times its size, and less than
400 MB of memory. Measured is all of the export, from the records to the bytes. QPdfWriter gets the
notes for nothing: it is told where each of them lies and where its lines break, and draws paper,
strip, tag, border and words; no icons, patterns, faces, no title and no legend.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.measuring import arguments, median_of, show, timed

SIZES = (1_000, 5_000)
_STRIP_SHARE = 0.13
_DOTS = 10.0
#: Of runs of both; the one with the middle ratio is shown.
_PAIRS = 3


def child_ours(count: int, times: int, folder: Path) -> dict[str, float]:
    """Export as motwall does, and write down where each note is."""
    from motwall.export.options import Pages, Paper, PdfOptions, WallAs
    from motwall.export.pdf import pdf_bytes
    from motwall.export.pdf.note import NotePrint
    from motwall.model.store import Store
    from tests.bench.walls import records

    store = Store(records(count))
    options = PdfOptions(
        made_on=date(2026, 1, 1),
        pages=(Pages.WALL,),
        paper=Paper.A3,
        wall_as=WallAs.FIT,
        is_ink_saver=False,
    )
    found = _measured(lambda: pdf_bytes(store, options)[0], times)
    notes = []
    draw = NotePrint.draw

    def noted(note: NotePrint, sheet: object, x: float, y: float, fitted: object) -> None:
        kind = note.look.contact_type
        words = fitted.lines, fitted.size  # type: ignore[attr-defined] # as in NotePrint.draw
        notes.append((x, y, note.width, note.height, kind.colour, kind.name, *words))
        draw(note, sheet, x, y, fitted)  # type: ignore[arg-type] # the same

    NotePrint.draw = noted  # type: ignore[method-assign,assignment] # to see what it draws
    pdf_bytes(store, options)
    (folder / "notes.json").write_text(json.dumps(notes))
    return found


def child_qt(_count: int, times: int, folder: Path) -> dict[str, float]:
    """Draw the notes written down with QPdfWriter."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF
    from PySide6.QtGui import QColor, QGuiApplication, QPageSize, QPainter, QPdfWriter, QPen

    from motwall.paint.fonts import sized_font

    app = QGuiApplication([])
    notes = json.loads((folder / "notes.json").read_text())
    right = max(note[0] + note[2] for note in notes)
    bottom = max(note[1] + note[3] for note in notes)
    ink, white = QColor("#1A1A1A"), QColor("#FFFFFF")
    border, outline, tag_font = QPen(ink, 7.5), QPen(ink, 5.0), sized_font(700, 70)
    no_pen = QPen(QColor(0, 0, 0, 0), 0.0)

    def write() -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(int(72 * _DOTS))
        writer.setPageMargins(QMarginsF())
        writer.setPageSize(QPageSize(QSizeF(right, bottom), QPageSize.Unit.Point))
        with QPainter(writer) as painter:
            for x, y, width, height, colour, name, lines, size in notes:
                left, top, wide, high = (one * _DOTS for one in (x, y, width, height))
                painter.setPen(border)
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(left, top, wide, high), 15.0, 15.0)
                strip = high * _STRIP_SHARE
                painter.setPen(outline)
                painter.drawRect(QRectF(left, top, wide, strip))
                painter.setPen(no_pen)
                painter.setBrush(white)
                tag = QRectF(left + 10.0, top + 10.0, wide / 2, strip - 20.0)
                painter.drawRoundedRect(tag, 10.0, 10.0)
                painter.setPen(ink)
                painter.setFont(tag_font)
                painter.drawText(QPointF(left + 100.0, top + strip * 0.75), name)
                painter.setFont(sized_font(500, round(size * _DOTS)))
                for number, line in enumerate(lines, start=1):
                    baseline = top + strip + number * size * _DOTS * 1.24
                    painter.drawText(QPointF(left + 50.0, baseline), line)
        return bytes(buffer.data().data())

    found = _measured(write, times)
    del app
    return found


def _measured(work: Callable[[], bytes], times: int) -> dict[str, float]:
    data = work()
    took = median_of(lambda: timed(work), times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"ms": took, "kB": len(data) / 1000, "MB": peak}


def run(kind: str, count: int, times: int, folder: Path) -> dict[str, float]:
    """Measure in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", kind, str(count), str(times), str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    rows: list[dict[str, object]] = []
    for count in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            pairs = [
                [run(kind, count, options.times, Path(folder)) for kind in ("ours", "qt")]
                for _ in range(_PAIRS)
            ]
        # Each pair is measured within moments: other work on the machine slows both.
        ours, qt = sorted(pairs, key=lambda pair: pair[0]["ms"] / pair[1]["ms"])[_PAIRS // 2]
        rows.append(
            {
                "notes": count,
                "motwall ms": ours["ms"],
                "QPdfWriter ms": qt["ms"],
                "ratio": ours["ms"] / qt["ms"],
                "motwall kB": ours["kB"],
                "QPdfWriter kB": qt["kB"],
                "size ratio": ours["kB"] / qt["kB"],
                "motwall MB": ours["MB"],
            }
        )
    show(rows, as_json=options.json)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        kind, count, times, folder = sys.argv[2:]
        child = {"ours": child_ours, "qt": child_qt}[kind]
        sys.stdout.write(json.dumps(child(int(count), int(times), Path(folder))))
    else:
        main()
