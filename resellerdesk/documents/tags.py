"""The tags of a PDF: which words are a heading, a cell, a field, and in what order they are read.

A tag tree is hundreds of small objects: they are gathered as ready strings, and packed together
behind everything else (`pdf_file.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resellerdesk.documents.structure import Element

DECORATION = "/Artifact BMC"
REPEATED = "/Artifact <</Type/Pagination>> BDC"
END = "EMC"


class Node:
    """An element and what is in it, in reading order.

    A kid is the place of another node, the number of marked words on the node's own page, or a
    pattern that lacks the object of a page, with that page.
    """

    __slots__ = ("element", "kids", "page", "parent", "place")

    def __init__(self, element: Element | None, parent: int, place: int) -> None:
        self.element = element
        self.parent = parent
        self.place = place
        self.page = -1
        self.kids: list[int | str | tuple[str, int]] = []


class Tags:
    """The tag tree of one PDF in the making."""

    def __init__(self, pages: int) -> None:
        self._nodes = [Node(None, -1, 0)]
        self._found: dict[Element, Node] = {}
        self._page = -1
        self._marks: list[list[int]] = [[] for _ in range(pages)]
        self._fields: list[int] = []

    def turn(self) -> int:
        """Begins the next page; returns its key among the parents."""
        self._page += 1
        return self._page

    def node(self, element: Element) -> Node:
        """The node of an element; what is named first is read first."""
        found = self._found.get(element)
        if found is None:
            parent = self._nodes[0] if element.within is None else self.node(element.within)
            found = self._found[element] = Node(element, parent.place, len(self._nodes))
            self._nodes.append(found)
            parent.kids.append(found.place)
        return found

    def mark(self, element: Element) -> str:
        """Opens marked content that belongs to an element."""
        node, marks = self._here(element), self._marks[self._page]
        number = len(marks)
        marks.append(node.place)
        if node.page == self._page:
            node.kids.append(f" {number}")
        else:
            node.kids.append((f"<</Type/MCR/Pg %d 0 R/MCID {number}>>", self._page))
        return f"/{element.kind} <</MCID {number}>> BDC"

    def field(self, element: Element, widget: int) -> int:
        """Takes in a field by its widget's object; returns its key among the parents."""
        node = self._here(element)
        node.kids.append((f"<</Type/OBJR/Pg %d 0 R/Obj {widget} 0 R>>", self._page))
        self._fields.append(node.place)
        return len(self._marks) + len(self._fields) - 1

    def objects(self, root: int, base: int, pages: Sequence[int]) -> Iterator[str]:
        """The nodes as PDF objects, numbered from `base` on; `pages` are the pages' objects."""
        for node in self._nodes:
            kids = "".join([
                f" {base + kid} 0 R" if isinstance(kid, int)
                else kid if isinstance(kid, str) else kid[0] % pages[kid[1]]
                for kid in node.kids
            ])
            parent = base + node.parent if node.parent >= 0 else root
            where = f"/Pg {pages[node.page]} 0 R" if node.page >= 0 else ""
            yield f"<</P {parent} 0 R{_about(node.element)}{where}/K[{kids}]>>"

    def parents(self, base: int) -> str:
        """The way back, from the marks of each page and from each field to their elements."""
        entries = [
            f"{page}[{' '.join([f'{base + place} 0 R' for place in marks])}]"
            for page, marks in enumerate(self._marks)
        ]
        entries += [
            f"{key} {base + place} 0 R" for key, place in enumerate(self._fields, len(self._marks))
        ]
        return f"<</Nums[{' '.join(entries)}]>>"

    def _here(self, element: Element) -> Node:
        """The node of an element, which belongs to this page if to none yet."""
        node = self.node(element)
        if node.page < 0:
            node.page = self._page
        return node


def _about(element: Element | None) -> str:
    """What kind of piece it is, and what else is to be known of it."""
    if element is None:
        return "/S/Document"
    said = f"/S/{element.kind}"
    if element.said:
        said += f"/Alt <FEFF{element.said.encode('utf-16-be').hex()}>"
    if element.scope or element.columns > 1:
        scope = f"/Scope/{element.scope}" if element.scope else ""
        span = f"/ColSpan {element.columns}" if element.columns > 1 else ""
        said += f"/A<</O/Table{scope}{span}>>"
    return said
