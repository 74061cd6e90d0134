"""Draws the README's picture: the worklist on the sample data, as the desk shows it.

    python tools/picture.py docs/pictures/worklist.svg
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from resellerdesk.demo.fill import fill
from resellerdesk.desk.opening import open_desk
from resellerdesk.tui.app import DeskApp

DAY = date(2026, 11, 24)
SIZE = (100, 28)


async def draw(target: Path) -> None:
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder) / "demo.db")
        fill(desk)
        app = DeskApp(desk, DAY)
        async with app.run_test(size=SIZE) as pilot:
            for key in ["j"] * 13:
                await pilot.pause(0.3)
                await pilot.press(key)
            await pilot.pause(1.5)
            target.parent.mkdir(parents=True, exist_ok=True)
            # Without the fonts that it would fetch from elsewhere: any monospaced one will do.
            drawn = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(), flags=re.DOTALL)
            target.write_text(drawn, "utf-8")


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
