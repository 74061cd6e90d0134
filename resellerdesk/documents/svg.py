"""A small and safe part of SVG: filled and stroked outlines in plain colours, and nothing that
acts, moves, refers to anything outside, or has to be set in somebody else's font."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from resellerdesk.documents.svg_path import read_path
from resellerdesk.documents.svg_style import NUMBER, Paint, Rules, length, style_rules, transform
from resellerdesk.documents.vector import (
    Drawing,
    Matrix,
    Path,
    Shape,
    ellipse,
    polyline,
    rectangle,
)

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_SILENT = {"title", "desc", "metadata", "defs", "style", "clipPath"}
_GROUPS = {"svg", "g", "a"}
_MOST_SEGMENTS = 50_000
_DEEPEST = 50
_TOUCHING = 0.01
_FARTHEST = 1e6


def read_svg(content: bytes) -> Drawing:
    """The drawing. Raises ValueError, saying what of it cannot be drawn."""
    root = _parsed(content)
    width, height, matrix = _canvas(root)
    sheet = "\n".join(style.text or "" for style in root.iter(f"{_NAMESPACE}style"))
    reader = _Reader(style_rules(sheet), _open_clips(root, width, height, matrix))
    shapes = tuple(reader.shapes(root, matrix, Paint(), 0))
    points = [n for shape in shapes for _, at in shape.path for n in at]
    if not shapes:
        raise ValueError("nothing in it")
    if not all(math.isfinite(n) and abs(n) <= _FARTHEST for n in points):
        raise ValueError("a point that is too far away")
    return Drawing(width, height, shapes)


def _parsed(content: bytes) -> ET.Element:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("other characters than UTF-8") from None
    if "<!ENTITY" in text:
        raise ValueError("an entity of its own")
    try:
        root = ET.fromstring(text)
    except (ET.ParseError, ValueError) as error:
        raise ValueError(f"no XML: {error}") from None
    if root.tag != f"{_NAMESPACE}svg":
        raise ValueError("no svg element")
    return root


def _canvas(root: ET.Element) -> tuple[float, float, Matrix]:
    """Width and height, and the transform that moves the upper left corner to (0, 0)."""
    box = [float(number) for number in re.findall(NUMBER, root.get("viewBox", ""))]
    if len(box) != 4:
        box = [0.0, 0.0, length(root.get("width", "")), length(root.get("height", ""))]
    x, y, width, height = box
    if not (0 < width <= _FARTHEST and 0 < height <= _FARTHEST):
        raise ValueError("no size")
    return width, height, Matrix(e=-x, f=-y)


def _open_clips(
    root: ET.Element, width: float, height: float, matrix: Matrix
) -> set[str]:
    """The clips that cut nothing off: one rectangle over the whole drawing, as exports have it."""
    found = set()
    for clip in root.iter(f"{_NAMESPACE}clipPath"):
        inner = list(clip)
        if len(inner) != 1 or inner[0].tag != f"{_NAMESPACE}rect":
            continue
        try:
            given = inner[0].attrib
            placed = matrix.then(transform(given.get("transform", ""))).applied(_outline("rect",
                                                                                         given))
        except ValueError:
            continue
        xs = [at[0] for _, at in placed if at]
        ys = [at[1] for _, at in placed if at]
        covered = (-min(xs), -min(ys), max(xs) - width, max(ys) - height)
        if all(beyond >= -_TOUCHING for beyond in covered):
            found.add(f"url(#{clip.get('id', '')})")
    return found


class _Reader:
    """Walks the elements and gathers their outlines, counting what it has."""

    def __init__(self, rules: Rules, open_clips: set[str]) -> None:
        self._rules = rules
        self._open_clips = open_clips
        self._segments = 0

    def shapes(
        self, element: ET.Element, matrix: Matrix, paint: Paint, depth: int
    ) -> Iterator[Shape]:
        if not element.tag.startswith(_NAMESPACE):
            return  # what an editor keeps for itself
        name = element.tag.removeprefix(_NAMESPACE)
        if name in _SILENT:
            return
        given = element.attrib
        self._refuse(given, depth)
        paint = paint.on(name, given, self._rules)
        matrix = matrix.then(transform(given.get("transform", "")))
        if name in _GROUPS and (name != "svg" or depth == 0):
            for inner in element:
                yield from self.shapes(inner, matrix, paint, depth + 1)
        elif paint.is_seen:
            yield self._shape(_outline(name, given), matrix, paint)

    def _refuse(self, given: Mapping[str, str], depth: int) -> None:
        if depth > _DEEPEST:
            raise ValueError("groups within groups without end")
        style = given.get("style", "").replace(" ", "")
        for key in ("mask", "filter", "clip-path"):
            said = given.get(key, "none")
            is_used = said != "none" and said not in self._open_clips
            if is_used or f"{key}:" in style:
                raise ValueError(f"a {key}")

    def _shape(self, path: Path, matrix: Matrix, paint: Paint) -> Shape:
        self._segments += len(path)
        if self._segments > _MOST_SEGMENTS:
            raise ValueError("too many points")
        return Shape(
            matrix.applied(path), paint.colour("fill"), paint.colour("stroke"),
            paint.width * matrix.scale, paint.is_even_odd, paint.alpha("fill"),
            paint.alpha("stroke"),
        )


def _outline(name: str, given: Mapping[str, str]) -> Path:
    """The outline of a shape's element. Raises ValueError for any other element."""

    def number(key: str, instead: float = 0.0) -> float:
        return length(given[key]) if key in given else instead

    match name:
        case "path":
            return read_path(given.get("d", ""))
        case "rect":
            rx, ry = number("rx", number("ry")), number("ry", number("rx"))
            return rectangle((number("x"), number("y"), number("width"), number("height")), rx, ry)
        case "circle":
            return ellipse(number("cx"), number("cy"), number("r"), number("r"))
        case "ellipse":
            return ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
        case "line":
            return polyline((number("x1"), number("y1"), number("x2"), number("y2")), False)
        case "polyline" | "polygon":
            points = [float(n) for n in re.findall(NUMBER, given.get("points", ""))]
            return polyline(points, name == "polygon")
    raise ValueError(f"a {name} element")
