"""A widget that paints lines itself, and sends the terminal no more than it must."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from resellerdesk.tui.lines import Line, Look, cells

GROUND = Style(color="default", bgcolor="default")


class Painted(Widget):
    """Paints what `line_at` gives; its looks are styled in desk.tcss as `look--NAME`.

    It remembers what it painted, so that `refresh` repaints the lines that changed and no
    others, whoever asks: Textual does at each change of focus and of size. And where Textual
    gives each piece of text all its colours, the terminal's default ones too, plain text is sent
    as it is. Such a widget has neither border nor padding.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"look--{look}" for look in Look}

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._sent: dict[int, Line] = {}

    @abstractmethod
    def line_at(self, y: int) -> Line:
        """The line at a row of what is visible, `self.size.width` cells wide."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        if regions or not repaint or not self._sent:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if layout or recompose:
            super().refresh(repaint=False, layout=layout, recompose=recompose)
        for y in range(self.size.height):
            old, new = self._sent.get(y, ()), self.line_at(y)
            if new != old:
                super().refresh(Region(0, y, max(1, _changed(old, new)), 1))
        return self

    def render_lines(self, crop: Region) -> list[Strip]:
        return [self._strip(y).crop_extend(crop.x, crop.right, None) for y in crop.line_range]

    def _strip(self, y: int) -> Strip:
        runs = self._sent[y] = self.line_at(y)
        strip = Strip([Segment(run.text, self._style(run.look)) for run in runs], cells(runs))
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip

    def _style(self, look: Look) -> Style | None:
        """In the terminal's own colours plain text needs none said; in others every cell does."""
        plain = None if self.app.native_ansi_color else GROUND
        if look is Look.PLAIN:
            return plain
        styled = self.get_component_rich_style(f"look--{look}", partial=True)
        return styled if plain is None else plain + styled


def _changed(old: Line, new: Line) -> int:
    """How many cells from the left hold all that differs between two lines: Textual always sends
    a line from its first cell on, but what stands at its end as it stood needs no sending."""
    before, after = _looks(old), _looks(new)
    aligned = cells(old) == cells(new)
    while aligned and before and before[-1:] == after[-1:]:
        before.pop()
        after.pop()
    return max(_inked(before), _inked(after))


def _looks(runs: Line) -> list[tuple[str, Look]]:
    """Each character with its look."""
    return [(char, run.look) for run in runs for char in run.text]


def _inked(chars: list[tuple[str, Look]]) -> int:
    """The cells of a line without the plain blanks at its end."""
    while chars and chars[-1] == (" ", Look.PLAIN):
        chars.pop()
    return cell_len("".join(char for char, _ in chars))
