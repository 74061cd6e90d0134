"""A widget that paints lines itself, and sends the terminal no more than it must."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from resellerdesk.tui.lines import Line, Look, cells


class Painted(Widget):
    """Paints what `line_at` gives; its looks are styled in desk.tcss as `look--NAME`.

    Textual's own way gives each piece of text all its colours, the terminal's default ones too:
    half as many bytes again. Here plain text is sent as it is. Such a widget has neither border
    nor padding.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"look--{look}" for look in Look}

    def line_at(self, y: int) -> Line:
        """The line at a row of what is visible, `self.size.width` cells wide."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        return [self._strip(y).crop_extend(crop.x, crop.right, None) for y in crop.line_range]

    def _strip(self, y: int) -> Strip:
        runs = self.line_at(y)
        strip = Strip([Segment(run.text, self._style(run.look)) for run in runs], cells(runs))
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip

    def _style(self, look: Look) -> Style | None:
        if look is Look.PLAIN:
            return None
        return self.get_component_rich_style(f"look--{look}", partial=True)
