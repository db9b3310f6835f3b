"""How large the parts of Room are, in pixels of the screen: all of it follows from the panel."""

from dataclasses import dataclass

from motwall.model.screen import FORM_WIDTH, GAP, OUT_OF_REACH, POST_HEIGHT, TARGET, Millimetres

#: Words on posts, mm of font size: a cap height of 10 mm reads from 2 m on a large panel, and
#: people stand nearer to a small one.
_LEAST_WORDS, _MOST_WORDS, _WORDS_SHARE = 11.0, 16.0, 0.0135
_LEAST_POST, _MOST_POST, _POST_SHARE = POST_HEIGHT, 54.0, 0.045
_SIDE_POST_SHARE, _LEAST_SIDE_POST, _MOST_SIDE_POST = 0.06, 84.0, 120.0
_EDGE_SHARE, _LEAST_EDGE = 0.0125, 10.0
#: The form takes no more of the window.
_FORM_SHARE = 0.42


@dataclass(frozen=True, slots=True)
class RoomSizes:
    """Pixels, logical ones.

    Attributes:
        mm: Of the panel.
        width: Of the window.
        height: The same.
    """

    mm: Millimetres
    width: int
    height: int

    @property
    def px_per_mm(self) -> float:
        """Logical pixels of the panel per mm of it."""
        return self.mm.px_per_mm

    @property
    def reach_top(self) -> int:
        """Nothing to touch is higher in the window."""
        return round(self.height * OUT_OF_REACH)

    @property
    def header(self) -> int:
        """The height of what all read."""
        return self.mm.header_height(self.height)

    @property
    def words(self) -> float:
        """The font size of words on posts."""
        return self._share(_WORDS_SHARE, _LEAST_WORDS, _MOST_WORDS)

    @property
    def post(self) -> int:
        """The height of a post."""
        return self.mm.px(self._share(_POST_SHARE, _LEAST_POST, _MOST_POST) / self.px_per_mm)

    @property
    def side_post(self) -> int:
        """The width of the posts at both sides."""
        wanted = self.width * _SIDE_POST_SHARE / self.px_per_mm
        return self.mm.px(max(_LEAST_SIDE_POST, min(_MOST_SIDE_POST, wanted)))

    @property
    def target(self) -> int:
        """The least side of anything to touch."""
        return self.mm.px(TARGET)

    @property
    def gap(self) -> int:
        """Between two things to touch: a little more than they need."""
        return self.mm.px(GAP * 1.4)

    @property
    def edge(self) -> int:
        """Kept free at the sides of the window."""
        wanted = self.width * _EDGE_SHARE / self.px_per_mm
        return self.mm.px(max(_LEAST_EDGE, wanted))

    @property
    def pad(self) -> int:
        """Kept free above and below a row of posts."""
        return self.mm.px(GAP * 2.6)

    @property
    def form_width(self) -> int:
        """Of the form beside the wall."""
        return min(self.mm.px(FORM_WIDTH), round(self.width * _FORM_SHARE))

    def _share(self, share: float, least: float, most: float) -> float:
        """A share of the window's height between bounds in mm, px."""
        height = self.height / self.px_per_mm
        return max(least, min(most, share * height)) * self.px_per_mm
