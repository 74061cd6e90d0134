"""How an SVG element is painted and placed: attributes, class rules, colours, transforms."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from reportlab.lib.colors import toColor

from resellerdesk.documents.vector import Colour, Matrix

NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
Rules = Mapping[str, Mapping[str, str]]
"""The properties of a style sheet, by their selector: `.name`, `#id` or an element's name."""

_INHERITED = {
    "fill": "black", "fill-opacity": "1", "fill-rule": "nonzero", "stroke": "none",
    "stroke-opacity": "1", "stroke-width": "1", "color": "black", "visibility": "visible",
}
_OWN = {"opacity": "1", "display": "inline"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[.#]?[\w-]+")
_TRANSFORM = re.compile(r"(\w+)\s*\(([^()]*)\)[\s,]*")
_LENGTH = re.compile(rf"\s*({NUMBER})(px|pt)?\s*")


def style_rules(sheet: str) -> dict[str, dict[str, str]]:
    """Raises ValueError for a selector that is more than one name."""
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(_COMMENT.sub("", sheet)):
        for selector in selectors.split(","):
            if not _SELECTOR.fullmatch(selector.strip()):
                raise ValueError(f"the selector {selector.strip()[:40]}")
            rules.setdefault(selector.strip(), {}).update(_declared(body))
    return rules


def _declared(body: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in body.split(";") if ":" in part)
    return {name.strip(): value.partition("!")[0].strip() for name, _, value in pairs}


class Paint:
    """What an element is painted with, on the ground of what it is in."""

    def __init__(self, properties: Mapping[str, str] = _INHERITED, alpha: float = 1.0) -> None:
        self._properties = properties
        self._alpha = alpha

    def on(self, name: str, attributes: Mapping[str, str], rules: Rules) -> Paint:
        """The paint of an element within this one."""
        own = {key: value for key, value in attributes.items() if key in {**_INHERITED, **_OWN}}
        own |= rules.get(name, {})
        for each in attributes.get("class", "").split():
            own |= rules.get(f".{each}", {})
        own |= rules.get(f"#{attributes.get('id', '')}", {})
        own |= _declared(attributes.get("style", ""))
        merged = dict(self._properties) | {key: value for key, value in own.items()
                                           if value != "inherit"}
        merged |= {key: own.get(key, usual) for key, usual in _OWN.items()}
        return Paint(merged, self._alpha * fraction(merged["opacity"]))

    @property
    def is_seen(self) -> bool:
        said = self._properties
        return said.get("display") != "none" and said["visibility"] == "visible"

    @property
    def is_even_odd(self) -> bool:
        return self._properties["fill-rule"] == "evenodd"

    @property
    def width(self) -> float:
        return length(self._properties["stroke-width"])

    def colour(self, of: str) -> Colour | None:
        """The colour of `fill` or `stroke`; None for none. Raises ValueError for a pattern."""
        said = self._properties[of].strip()
        if said.casefold() == "currentcolor":
            said = self._properties["color"].strip()
        if said in ("none", "transparent"):
            return None
        if said.startswith("url"):
            raise ValueError("a gradient or pattern")
        return _colour(said)

    def alpha(self, of: str) -> float:
        return self._alpha * fraction(self._properties[f"{of}-opacity"])


def _colour(said: str) -> Colour:
    if re.fullmatch(r"#[0-9a-fA-F]{3}", said):
        said = "#" + "".join(digit * 2 for digit in said[1:])
    if not re.fullmatch(r"#[0-9a-fA-F]{6}|[a-zA-Z]+|rgb\([\d\s,%.]*\)", said):
        raise ValueError(f"the colour {said[:40]}")
    colour = toColor(said.lower())
    return (colour.red, colour.green, colour.blue)


def fraction(said: str) -> float:
    """A share of one, also in percent, within 0 and 1."""
    whole = float(said.removesuffix("%"))
    return min(1.0, max(0.0, whole / 100 if said.endswith("%") else whole))


def length(said: str) -> float:
    """A length in the drawing's own units. Raises ValueError for any other unit."""
    found = _LENGTH.fullmatch(said)
    if found is None:
        raise ValueError(f"the length {said[:40]}")
    return float(found[1])


def transform(said: str) -> Matrix:
    """Raises ValueError for one that it does not know."""
    whole, at = Matrix(), 0
    text = said.strip()
    while at < len(text):
        found = _TRANSFORM.match(text, at)
        if found is None:
            raise ValueError(f"the transform {text[at:at + 40]}")
        numbers = [float(number) for number in re.findall(NUMBER, found[2])]
        whole, at = whole.then(_step(found[1], numbers)), found.end()
    return whole


def _step(name: str, numbers: list[float]) -> Matrix:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle, *centre]:
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            x, y = centre if len(centre) == 2 else (0.0, 0.0)
            return Matrix(e=x, f=y).then(Matrix(cos, sin, -sin, cos)).then(Matrix(e=-x, f=-y))
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
    raise ValueError(f"the transform {name}")
