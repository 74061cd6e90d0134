"""Writes what reportlab gathered as a file: its objects, the tag tree, the table of where all is.

The tag tree is hundreds of small objects. They are packed into one compressed stream, which keeps
them an eighth of their size, and lets them be written as they come, ready.
"""

from __future__ import annotations

import hashlib
import zlib
from struct import Struct
from typing import Any

from reportlab.pdfbase import pdfdoc

from resellerdesk.documents.tags import Tags

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE, _PLAIN, _PACKED = 0, 1, 2
_ENTRY = Struct(">BIH")


class Root(pdfdoc.PDFObject):
    """Stands for the root of the tag tree, which is written when all numbers are known."""

    __RefOnly__ = 1


def file_of(canvas: Any, tags: Tags, root: Root) -> bytes:
    """The whole file; the canvas is used up."""
    doc = canvas._doc
    _complete(canvas)
    out, entries = bytearray(_HEADER), [_ENTRY.pack(_FREE, 0, 65535)]
    while (name := doc.numberToId.get(len(entries))) is not None:
        number, thing = len(entries), doc.idToObject[name]
        entries.append(_ENTRY.pack(_PLAIN, len(out), 0))
        if thing is not root:
            _put(out, number, pdfdoc.format(thing, doc, toplevel=1))
    _put_tags(out, entries, doc, tags, number_of(doc, root))
    table, start = len(entries), len(out)
    entries.append(_ENTRY.pack(_PLAIN, start, 0))
    mark = hashlib.sha256(out).hexdigest()[:32].encode()
    about = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
        table + 1, number_of(doc, doc.Catalog), number_of(doc, doc.info), mark, mark
    )
    _put(out, table, _stream(about, b"".join(entries)))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def number_of(doc: Any, thing: Any) -> int:
    """The number of an object in the file, given to it now if it has none."""
    return int(doc.idToObjectNumberAndVersion[doc.Reference(thing).name][0])


def _complete(canvas: Any) -> None:
    """What reportlab itself adds last: the fonts with the glyphs used, and the bookmarks."""
    doc = canvas._doc
    for font in doc.delayedFonts:
        font.addObjects(doc)
    doc.Reference(doc.Catalog)
    doc.Reference(doc.info)
    doc.Outlines.prepare(doc, canvas)
    if doc.Outlines.ready < 0:
        doc.Catalog.Outlines = None


def _put_tags(out: bytearray, entries: list[bytes], doc: Any, tags: Tags, root: int) -> None:
    """The root of the tag tree, and one stream with all the rest of it."""
    base, pages = len(entries), [number_of(doc, page) for page in doc.Pages.pages]
    packed = [text.encode("ascii") for text in tags.objects(root, base, pages)]
    packed.append(tags.parents(base).encode("ascii"))
    parents, stream = base + len(packed) - 1, base + len(packed)
    entries[root] = _ENTRY.pack(_PLAIN, len(out), 0)
    _put(out, root, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R>>" % (base, parents))
    entries += [_ENTRY.pack(_PACKED, stream, place) for place in range(len(packed))]
    entries.append(_ENTRY.pack(_PLAIN, len(out), 0))
    places, at = [], 0
    for place, content in enumerate(packed):
        places.append(f"{base + place} {at}")
        at += len(content) + 1
    head = " ".join(places).encode() + b"\n"
    about = b"/Type/ObjStm/N %d/First %d" % (len(packed), len(head))
    _put(out, stream, _stream(about, head + b"\n".join(packed)))


def _put(out: bytearray, number: int, content: bytes) -> None:
    out += b"%d 0 obj\n%b\nendobj\n" % (number, content)


def _stream(about: bytes, content: bytes) -> bytes:
    small = zlib.compress(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (about, len(small), small)
