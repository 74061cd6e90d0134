"""The tag tree of a PDF as a screen reader meets it: elements with their words and fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, NameObject

_PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]+)>")


@dataclass
class Spoken:
    """An element: what it is, its words and those of what lies in it, its fields."""

    kind: str
    raw: Any
    kids: list[Spoken | str | Any] = field(default_factory=list)

    @property
    def words(self) -> str:
        said = (kid if isinstance(kid, str) else kid.words if isinstance(kid, Spoken) else ""
                for kid in self.kids)
        return " ".join(" ".join(said).split())

    @property
    def widgets(self) -> list[Any]:
        return [kid for kid in self.kids if not isinstance(kid, Spoken | str)]

    def all(self, *kinds: str) -> list[Spoken]:
        """All elements of these kinds in it, in reading order."""
        return [one for one in self.walk() if one.kind in kinds]

    def walk(self) -> Iterator[Spoken]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Spoken):
                yield from kid.walk()


@dataclass
class Tagged:
    """A PDF with its tree, and the words of each page by their mark; `again` holds those that are
    said to be repeated or decoration."""

    reader: PdfReader
    tree: Spoken
    marked: list[dict[int | str, str]]


def tagged(pdf: bytes) -> Tagged:
    reader = PdfReader(BytesIO(pdf))
    marked = [_marked(reader, page) for page in reader.pages]
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    top = reader.root_object["/StructTreeRoot"]["/K"].get_object()
    return Tagged(reader, _spoken(top, None, marked, numbers), marked)


def _spoken(
    raw: Any, page: Any, marked: list[dict[int | str, str]], numbers: dict[int, int]
) -> Spoken:
    page = raw.raw_get("/Pg") if "/Pg" in raw else page
    found = Spoken(raw["/S"][1:], raw)
    kids = raw.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        thing = kid.get_object()
        if isinstance(thing, int):
            found.kids.append(marked[numbers[page.idnum]][int(thing)])
        elif thing.get("/Type") == "/MCR":
            found.kids.append(marked[numbers[thing.raw_get("/Pg").idnum]][int(thing["/MCID"])])
        elif thing.get("/Type") == "/OBJR":
            found.kids.append(thing["/Obj"])
        else:
            found.kids.append(_spoken(thing, page, marked, numbers))
    return found


def _marked(reader: PdfReader, page: Any) -> dict[int | str, str]:
    """The words of a page by their mark. Fails where words stand outside of any."""
    maps = {name: _unicode(font) for name, font in page["/Resources"]["/Font"].items()}
    words: dict[int | str, str] = {}
    mark: int | str | None = None
    letters: dict[int, str] = {}
    for operands, operator in ContentStream(page["/Contents"], reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                assert mark is None, "marked content within marked content"
                about = operands[1] if operator == b"BDC" else {}
                mark = int(about["/MCID"]) if "/MCID" in about else "again"
                assert mark == "again" or mark not in words
                words.setdefault(mark, "")
                assert ("/MCID" in about) == (operands[0] != NameObject("/Artifact"))
            case b"EMC":
                mark = None
            case b"Tf":
                letters = maps[operands[0]]
            case b"Tj":
                assert mark is not None, f"{operands} is not marked"
                words[mark] += "".join(letters[code] for code in operands[0].original_bytes)
            case b"S" | b"f" | b"B" | b"f*" | b"B*" | b"Do":
                assert mark is not None, f"{operator!r} is drawn without a mark"
    return words


def _unicode(font: Any) -> dict[int, str]:
    _, _, letters = font.get_object()["/ToUnicode"].get_data().partition(b"beginbfchar")
    pairs = _PAIR.findall(letters)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in pairs}
