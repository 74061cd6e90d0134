"""Draws the worklist of the demo desk as docs/pictures/worklist.svg, the README's picture.

    python tools/picture.py [FILE]
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from resellerdesk.demo.fill import fill
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.screens.worklist import WorklistScreen

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "worklist.svg"
TODAY, YESTERDAY = date(2026, 11, 24), date(2026, 11, 23)
SIZE = (100, 28)
SHOWN = "software:5526864997"
QUOTED = (SHOWN, "software:5371319240", "software:9219924098")
BELOW = 6
"""Rows under the cursor, so that it does not stand at the edge."""

FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def main() -> None:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder) / "desk.db")
        fill(desk)
        for ref in QUOTED:
            make_quote(desk, QuoteRequest((ref,)), YESTERDAY)
        drawn = asyncio.run(draw(desk))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(plain_fonts(drawn), "utf-8")
    sys.stdout.write(f"{file}\n")


async def draw(desk: Desk) -> str:
    """The worklist as SVG, its cursor on SHOWN."""
    app = DeskApp(desk, TODAY)
    async with app.run_test(size=SIZE) as pilot:
        screen = await worklist(pilot)
        while screen.grid.current is None or screen.grid.current.ref != SHOWN:
            await pilot.press("down")
        await pilot.press(*["down"] * BELOW, *["up"] * BELOW)
        while SHOWN not in str(screen.preview.lines(SIZE[0])):
            await pilot.pause(0.02)
        return app.export_screenshot(title="resellerdesk")


async def worklist(pilot: Pilot[None]) -> WorklistScreen:
    while True:
        screen = pilot.app.screen
        if isinstance(screen, WorklistScreen) and screen.grid.current is not None:
            return screen
        await pilot.pause(0.02)


def plain_fonts(svg: str) -> str:
    """Without the fonts that a picture would fetch from elsewhere."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace(
        "font-family: Fira Code, monospace", f"font-family: {FONTS}"
    )


if __name__ == "__main__":
    main()
