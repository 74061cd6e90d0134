"""Parts a block that no page can hold: between two lines of words, never through one."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.documents.boxes import Block, Box, Panel


def cut(block: Block, room: float) -> tuple[Block, Block | None]:
    """What of a block fits into `room` points, and the rest; at least one line always fits."""
    upper, lower = _parted(block.boxes, room)
    if not lower:
        return block, None
    edge = max(box.y + box.h for box in upper)
    start = min(box.y for box in lower)
    above, below = _parted_panels(block.panels, edge, start)
    return (
        Block(edge, upper, above, [rule for rule in block.rules if rule.y <= edge],
              [place for place in block.fields if place.y + place.h <= edge]),
        Block(
            block.height - start,
            [box._replace(y=box.y - start) for box in lower],
            below,
            [rule._replace(y=rule.y - start) for rule in block.rules if rule.y > edge],
            [place._replace(y=place.y - start) for place in block.fields
             if place.y + place.h > edge],
        ),
    )


def _parted(boxes: Sequence[Box], room: float) -> tuple[list[Box], list[Box]]:
    first = min((box.y + box.h for box in boxes), default=0.0)
    edge = max(room, first)
    upper = [box for box in boxes if box.y + box.h <= edge]
    return upper, [box for box in boxes if box.y + box.h > edge]


def _parted_panels(
    panels: Sequence[Panel], edge: float, start: float
) -> tuple[list[Panel], list[Panel]]:
    above = [
        panel._replace(h=min(panel.h, edge - panel.y)) for panel in panels if panel.y < edge
    ]
    below = [
        panel._replace(
            y=max(panel.y, start) - start, h=panel.y + panel.h - max(panel.y, start)
        )
        for panel in panels
        if panel.y + panel.h > start
    ]
    return above, below
