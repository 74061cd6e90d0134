"""The data of an SVG path as absolute lines and curves; arcs become curves."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from resellerdesk.documents.vector import Path, Segment

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[^\s,]")
_FLAG = re.compile(r"[01]")
Point = tuple[float, float]

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def read_path(data: str) -> Path:
    """Raises ValueError where the data is not that of a path."""
    pen = _Pen()
    for command, numbers in _commands(data):
        pen.draw(command, numbers)
    return tuple(pen.segments)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; one that is left out goes on as before."""
    at, command = 0, ""
    while (found := _next(_TOKEN, data, at)) is not None:
        if found[0].upper() in _COUNTS:
            command, at = found[0], found.end()
        elif not command or command in "Zz":
            raise ValueError(f"a path cannot go on with {found[0][:10]}")
        numbers: list[float] = []
        for n in range(_COUNTS[command.upper()]):
            is_flag = command in "Aa" and n in (3, 4)
            found = _next(_FLAG if is_flag else _TOKEN, data, at)
            if found is None:
                raise ValueError(f"a path ends within {command}")
            numbers.append(float(found[0]))
            at = found.end()
        yield command, numbers
        command = {"M": "L", "m": "l"}.get(command, command)


def _next(pattern: re.Pattern[str], data: str, at: int) -> re.Match[str] | None:
    while at < len(data) and data[at] in " ,\t\r\n\f":
        at += 1
    return pattern.match(data, at)


class _Pen:
    """Where a path stands, where its figure began, and the last handle of a curve."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._x = self._y = self._start_x = self._start_y = 0.0
        self._handle: tuple[str, float, float] = ("", 0.0, 0.0)

    def draw(self, command: str, numbers: list[float]) -> None:
        if command.islower():
            numbers = self._absolute(command.upper(), numbers)
        kind = command.upper()
        match kind:
            case "M" | "L" | "H" | "V":
                x = numbers[0] if kind != "V" else self._x
                y = numbers[-1] if kind != "H" else self._y
                self._to("M" if kind == "M" else "L", (x, y))
                if kind == "M":
                    self._start_x, self._start_y = x, y
            case "C" | "S":
                first = numbers[:2] if kind == "C" else self._mirrored("C")
                self._curve("C", (*first, *numbers[-4:]), numbers[-4], numbers[-3])
            case "Q" | "T":
                x, y = numbers[:2] if kind == "Q" else self._mirrored("Q")
                self._quadratic(x, y, numbers[-2], numbers[-1])
            case "A":
                self._arc(numbers)
            case "Z":
                self.segments.append(("Z", ()))
                self._x, self._y = self._start_x, self._start_y
        if kind not in "CSQT":
            self._handle = ("", 0.0, 0.0)

    def _absolute(self, kind: str, numbers: list[float]) -> list[float]:
        if kind == "H":
            return [numbers[0] + self._x]
        if kind == "V":
            return [numbers[0] + self._y]
        if kind == "A":
            return [*numbers[:5], numbers[5] + self._x, numbers[6] + self._y]
        return [n + (self._y if at % 2 else self._x) for at, n in enumerate(numbers)]

    def _to(self, kind: str, at: tuple[float, ...]) -> None:
        self.segments.append((kind, at))
        self._x, self._y = at[-2:]

    def _mirrored(self, kind: str) -> Point:
        """The handle of the curve before, on the other side of where the pen stands."""
        last, x, y = self._handle
        if last != kind:
            return self._x, self._y
        return 2 * self._x - x, 2 * self._y - y

    def _curve(self, kind: str, at: tuple[float, ...], x: float, y: float) -> None:
        self._to("C", at)
        self._handle = (kind, x, y)

    def _quadratic(self, x: float, y: float, to_x: float, to_y: float) -> None:
        at = (self._x + (x - self._x) * 2 / 3, self._y + (y - self._y) * 2 / 3,
              to_x + (x - to_x) * 2 / 3, to_y + (y - to_y) * 2 / 3, to_x, to_y)
        self._curve("Q", at, x, y)

    def _arc(self, numbers: list[float]) -> None:
        for at in _arc((self._x, self._y), numbers):
            self._to("C" if len(at) > 2 else "L", at)


def _arc(start: Point, numbers: list[float]) -> Iterator[tuple[float, ...]]:
    """An arc of an ellipse as curves of at most a quarter each."""
    rx, ry, turned, large, sweep, *end = numbers
    rx, ry, x, y = abs(rx), abs(ry), end[0], end[1]
    if not rx or not ry or (x, y) == start:
        yield (x, y)
        return
    cos, sin = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    # Half the way between the ends, in the ellipse's own directions, as parts of its radii.
    half = (cos * half_x + sin * half_y) / rx, (cos * half_y - sin * half_x) / ry
    grown = max(1.0, math.hypot(*half))
    rx, ry, half = rx * grown, ry * grown, (half[0] / grown, half[1] / grown)
    centre, begin, turn = _turn(half, bool(large), bool(sweep))
    middle = (start[0] + x) / 2, (start[1] + y) / 2

    def place(p: float, q: float) -> Point:
        p, q = (p + centre[0]) * rx, (q + centre[1]) * ry
        return middle[0] + cos * p - sin * q, middle[1] + sin * p + cos * q

    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    handle = 4 / 3 * math.tan(turn / count / 4)
    for n in range(count):
        a, b = begin + n * turn / count, begin + (n + 1) * turn / count
        yield (*place(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a)),
               *place(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b)),
               *((x, y) if n == count - 1 else place(math.cos(b), math.sin(b))))


def _turn(half: Point, large: bool, sweep: bool) -> tuple[Point, float, float]:
    """On a circle of radius 1: the centre from the middle between the ends, the angle where the
    arc begins, and how far it turns."""
    u, v = half
    size = u * u + v * v
    away = math.sqrt(max(0.0, (1 - size) / size)) * (-1 if large == sweep else 1)
    centre = away * v, -away * u
    begin = math.atan2(v - centre[1], u - centre[0])
    turn = math.atan2(-v - centre[1], -u - centre[0]) - begin
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    return centre, begin, turn
