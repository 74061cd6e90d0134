"""Fills pages with blocks: turns the page where one does not fit, and repeats what must be."""

from __future__ import annotations

from resellerdesk.documents.boxes import Block, Page, Placed
from resellerdesk.documents.cutting import cut
from resellerdesk.documents.paper import Paper

# Less than this at a page's end is left empty, where a block has to be parted.
_WORTH_BEGINNING = 60.0


class Flow:
    """Pages in the making. `repeated` is placed again on top of every page that begins."""

    def __init__(self, paper: Paper, running_head: Block, bottom: float) -> None:
        self._paper = paper
        self._running_head = running_head
        self._bottom = bottom
        self._pages: list[list[Placed]] = [[]]
        self._y = self._fresh_y = paper.top
        self.repeated: Block | None = None

    @property
    def room(self) -> float:
        """Points left on this page."""
        return self._bottom - self._y

    @property
    def page_room(self) -> float:
        """Points on a page that begins now."""
        repeated = self.repeated.height if self.repeated else 0.0
        return self._bottom - self._paper.top - self._running_head.height - repeated

    @property
    def is_fresh(self) -> bool:
        return self._y == self._fresh_y

    def put(self, *blocks: Block, gap: float = 0.0, with_next: float = 0.0) -> None:
        """Places blocks one under the other on one page.

        `with_next` is the height of what has to follow on the same page, if a page can hold it.
        """
        height = sum(block.height for block in blocks)
        wanted = height + with_next if height + with_next <= self.page_room else height
        if self.is_fresh:
            gap = 0.0
        elif gap + wanted > self.room:
            self.turn()
            gap = 0.0
        self._y += gap
        for block in blocks:
            self._place(block)

    def turn(self) -> None:
        """Begins a page."""
        self._pages.append([])
        self._y = self._paper.top
        self._set(self._running_head, is_repeated=True)
        if self.repeated:
            self._set(self.repeated, is_repeated=True)
        self._fresh_y = self._y

    def pages(self) -> list[Page]:
        return [Page(number, placed) for number, placed in enumerate(self._pages, 1)]

    def _place(self, block: Block) -> None:
        """A block higher than a page goes on over the next ones."""
        rest: Block | None = block
        while rest is not None and rest.height > self.room:
            if self.room < _WORTH_BEGINNING and not self.is_fresh:
                self.turn()
                continue
            upper, rest = cut(rest, self.room)
            self._set(upper)
            if rest is not None:
                self.turn()
        if rest is not None:
            self._set(rest)

    def _set(self, block: Block, is_repeated: bool = False) -> None:
        self._pages[-1].append(Placed(self._y, block, is_repeated))
        self._y += block.height
