"""The part of SVG that we draw, and that all the rest is refused by name."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.documents.svg import read_svg
from resellerdesk.documents.svg_path import read_path
from resellerdesk.documents.svg_style import transform
from resellerdesk.documents.vector import Drawing, Path, Shape

BLUE = (0.0, 0.0, 1.0)


def svg(inner: str, view: str = 'viewBox="0 0 100 50"') -> Drawing:
    return read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{inner}</svg>'.encode())


def only(inner: str, view: str = 'viewBox="0 0 100 50"') -> Shape:
    [shape] = svg(inner, view).shapes
    return shape


def rounded(path: Path) -> list[str]:
    return [" ".join([kind, *(f"{round(n, 9) + 0:.4g}" for n in at)]) for kind, at in path]


@pytest.mark.parametrize(
    ("data", "drawn"),
    [
        ("M1 2L3,4 5 6z", ["M 1 2", "L 3 4", "L 5 6", "Z"]),
        ("m1 2 3 4 h5v-6H0V0", ["M 1 2", "L 4 6", "L 9 6", "L 9 0", "L 0 0", "L 0 0"]),
        ("M.5.5-1e1-.5", ["M 0.5 0.5", "L -10 -0.5"]),
        ("M0 0c1 0 2 1 2 2s1 2 2 2", ["M 0 0", "C 1 0 2 1 2 2", "C 2 3 3 4 4 4"]),
        ("M0 0 S1 1 2 0", ["M 0 0", "C 0 0 1 1 2 0"]),
        ("M0 0 Q3 3 6 0 t6 0", ["M 0 0", "C 2 2 4 2 6 0", "C 8 -2 10 -2 12 0"]),
        ("M0 0z l1 1", ["M 0 0", "Z", "L 1 1"]),
        ("M0 0a0 5 0 01 9 9", ["M 0 0", "L 9 9"]),
        ("M0 0A5 5 0 0110 0", ["M 0 0", "C 0 -2.761 2.239 -5 5 -5", "C 7.761 -5 10 -2.761 10 0"]),
        ("M0 0A5 5 0 0010 0", ["M 0 0", "C 0 2.761 2.239 5 5 5", "C 7.761 5 10 2.761 10 0"]),
        # Too small to reach, and so made larger.
        ("M0 0A1 1 0 0110 0", ["M 0 0", "C 0 -2.761 2.239 -5 5 -5", "C 7.761 -5 10 -2.761 10 0"]),
        ("", []),
    ],
)
def test_a_path_is_lines_and_curves(data: str, drawn: list[str]) -> None:
    assert rounded(read_path(data)) == drawn


@pytest.mark.parametrize(
    "data", ["1 2", "M1", "M1 2 x", "M1 2z3 4", "M1 2 A1 1 0 2 0 3 3", "M--1 2"]
)
def test_what_is_no_path_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"path|float"):
        read_path(data)


@given(st.floats(0.1, 50), st.floats(0, 360), st.floats(10, 350), st.booleans())
def test_an_arc_stays_on_its_circle(
    radius: float, begin: float, turn: float, sweep: bool
) -> None:
    """Every curve begins, ends and has its middle at the radius from the centre."""
    def at(angle: float) -> tuple[float, float]:
        return radius * math.cos(math.radians(angle)), radius * math.sin(math.radians(angle))

    start, end = at(begin), at(begin + (turn if sweep else -turn))
    data = (f"M{start[0]} {start[1]} A{radius} {radius} 0 {int(turn > 180)} {int(sweep)} "
            f"{end[0]} {end[1]}")
    (_, (x, y)), *curves = read_path(data)
    total = 0.0
    for _, (x1, y1, x2, y2, to_x, to_y) in curves:
        middle = ((x + 3 * x1 + 3 * x2 + to_x) / 8, (y + 3 * y1 + 3 * y2 + to_y) / 8)
        assert math.hypot(*middle) == pytest.approx(radius, rel=1e-3)
        assert math.hypot(to_x, to_y) == pytest.approx(radius, rel=1e-6)
        total += math.degrees(math.hypot(to_x - x, to_y - y) / radius)
        x, y = to_x, to_y
    assert total <= turn + 1e-6
    assert (x, y) == pytest.approx(end)


@pytest.mark.parametrize(
    ("inner", "drawn"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', ["M 1 2", "L 4 2", "L 4 6", "L 1 6", "Z"]),
        ('<line x1="1" y1="2" x2="3" y2="4"/>', ["M 1 2", "L 3 4"]),
        ('<polyline points="1,2 3,4 5,6"/>', ["M 1 2", "L 3 4", "L 5 6"]),
        ('<polygon points="1 2 3 4 5 6"/>', ["M 1 2", "L 3 4", "L 5 6", "Z"]),
        ('<circle cx="5" cy="5" r="5"/>',
         ["M 5 0", "L 5 0", "C 7.761 0 10 2.239 10 5", "L 10 5", "C 10 7.761 7.761 10 5 10",
          "L 5 10", "C 2.239 10 0 7.761 0 5", "L 0 5", "C 0 2.239 2.239 0 5 0", "Z"]),
        ('<g transform="translate(10) scale(2)"><path d="M1 2" transform="rotate(90)"/></g>',
         ["M 6 2"]),
    ],
)
def test_shapes_are_outlines_in_the_drawings_own_units(inner: str, drawn: list[str]) -> None:
    assert rounded(only(inner).path) == drawn


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("translate(3, 4)", (4, 6)), ("translate(3)", (4, 2)), ("scale(2)", (2, 4)),
        ("scale(2 3)", (2, 6)), ("rotate(90)", (-2, 1)), ("rotate(90 1 2)", (1, 2)),
        ("rotate(180 0 2)", (-1, 2)), ("skewX(45)", (3, 2)), ("skewY(45)", (1, 3)),
        ("matrix(1 0 0 1 5 6)", (6, 8)), ("translate(1),scale(2) ", (3, 4)),
    ],
)
def test_transforms_move_a_point(said: str, at: tuple[float, float]) -> None:
    [(_, moved)] = transform(said).applied((("M", (1.0, 2.0)),))
    assert moved == pytest.approx(at)


def test_the_view_box_begins_anywhere() -> None:
    drawing = svg('<path d="M10 20 L30 40"/>', 'viewBox="10 20 100 50"')
    assert (drawing.width, drawing.height) == (100, 50)
    assert rounded(drawing.shapes[0].path) == ["M 0 0", "L 20 20"]


def test_without_a_view_box_width_and_height_count() -> None:
    drawing = svg('<path d="M1 1"/>', 'width="64px" height="32"')
    assert (drawing.width, drawing.height) == (64, 32)


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0" fill="blue"/>', '<path d="M0 0" fill="#00f"/>',
        '<path d="M0 0" fill="#0000FF"/>', '<path d="M0 0" fill="rgb(0, 0, 255)"/>',
        '<path d="M0 0" fill="red" style="fill: blue !important; x"/>',
        '<g fill="blue"><path d="M0 0"/></g>',
        '<style>/* a */ .a, .b{fill:red;fill:blue}</style><path class="c b" d="M0 0"/>',
        '<style>path{fill:blue}</style><path d="M0 0" fill="red"/>',
        '<style>#it{fill:blue}</style><path id="it" d="M0 0"/>',
        '<g color="blue"><path d="M0 0" fill="currentColor"/></g>',
        '<g fill="blue"><path d="M0 0" fill="inherit"/></g>',
    ],
)
def test_a_colour_is_said_in_many_ways(inner: str) -> None:
    assert only(inner).fill == BLUE


def test_strokes_rules_and_opacities() -> None:
    shape = only('<g opacity=".5"><path d="M0 0" fill="none" stroke="blue" stroke-width="2" '
                 'stroke-opacity="50%" fill-rule="evenodd" transform="scale(3)"/></g>')
    assert (shape.fill, shape.stroke, shape.width) == (None, BLUE, 6)
    assert (shape.is_even_odd, shape.stroke_alpha, shape.fill_alpha) == (True, 0.25, 0.5)
    assert only('<path d="M0 0"/>').fill == (0, 0, 0)


def test_what_is_not_seen_is_not_drawn() -> None:
    drawing = svg('<path d="M1 1" display="none"/><g visibility="hidden"><path d="M2 2"/></g>'
                  '<title>Acme</title><metadata><x/></metadata><path d="M3 3"/>')
    assert [shape.path for shape in drawing.shapes] == [(("M", (3.0, 3.0)),)]


def test_what_an_editor_keeps_for_itself_is_left_out() -> None:
    content = (b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
               b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
               b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:inkscape" '
               b'viewBox="0 0 9 9"><i:namedview/><!-- here --><path d="M1 1"/></svg>')
    assert len(read_svg(content).shapes) == 1


def test_a_clip_that_cuts_nothing_off_is_let_be() -> None:
    inner = ('<defs><clipPath id="a"><rect width="100" height="50"/></clipPath></defs>'
             '<g clip-path="url(#a)"><path d="M1 1"/></g>')
    assert len(svg(inner).shapes) == 1
    with pytest.raises(ValueError, match="clip-path"):
        svg(inner.replace('height="50"', 'height="49"'))


SHAPE = '<path d="M1 1"/>'


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        ("<script>alert(1)</script>", "a script element"),
        ('<image href="file:///etc/passwd"/>', "an? image element"),
        ('<use href="http://example.com/a.svg#b"/>', "a use element"),
        ("<text>Acme</text>", "a text element"),
        ("<foreignObject/>", "a foreignObject element"),
        ("<svg><path/></svg>", "a svg element"),
        ('<animate attributeName="x"/>', "an? animate element"),
        ('<path d="M1 1" fill="url(#a)"/>', "a gradient or pattern"),
        ('<path d="M1 1" fill="url(http://example.com/)"/>', "a gradient or pattern"),
        ('<path d="M1 1" mask="url(#a)"/>', "a mask"),
        ('<path d="M1 1" style="filter: url(#a)"/>', "a filter"),
        ('<path d="M1 1" fill="exec(1)"/>', "the colour exec"),
        ('<path d="M1 1" transform="wobble(3)"/>', "the transform wobble"),
        ('<rect width="10%" height="3"/>', "the length 10%"),
        ("<style>g > path{fill:red}</style>" + SHAPE, "the selector g > path"),
        ("<style>@import url(http://example.com/a.css); .a{fill:red}</style>" + SHAPE,
         "the selector @import"),
        ('<path d="M1e9 0"/>', "too far away"),
        ('<path d="M1e999 0"/>', "too far away"),
        ("", "nothing in it"),
        ("<g>" * 60 + SHAPE + "</g>" * 60, "without end"),
        ('<path d="M0 0' + "l1 1" * 50_001 + '"/>', "too many points"),
    ],
)
def test_all_else_is_refused_by_its_name(inner: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        svg(inner)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no XML"), (b"<svg", "no XML"), (b"<html/>", "no svg element"),
        (b"GIF89a\xff", "UTF-8"), (b"<svg/>", "no svg element"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "the length"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 5"/>', "no size"),
        ((b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
          b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>&b;</title></svg>'),
         "an entity"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16"), "UTF-8"),
    ],
)
def test_what_is_no_svg_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_svg(content)
