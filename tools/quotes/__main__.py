"""Draws quotes of every kind with the real program, as pictures in docs/quotes with an index.

    python tools/quotes [FOLDER] [NAME...]     all of them, or those whose names begin so
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pictures import pictures_of
from scenes import SCENES, Scene
from stage import Stage

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "quotes"
HEAD = """\
# Quotes, as customers get them

Drawn by `make quotes` with the program itself on its sample data, as of 24 November 2026:
companies and people are made up. Each picture is a page of the PDF.
"""


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    wanted = tuple(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    if not wanted:
        for old in folder.glob("*.png"):
            old.unlink()
    drawn: list[tuple[Scene, list[str]]] = []
    with TemporaryDirectory() as place:
        stage = Stage(Path(place))
        for scene in SCENES:
            if not wanted or scene.name.startswith(wanted):
                names = _draw(scene, stage, folder)
                drawn.append((scene, names))
                print(f"{scene.name}: {len(names)} pictures")
    if not wanted:
        (folder / "README.md").write_text(_index(drawn), "utf-8")


def _draw(scene: Scene, stage: Stage, folder: Path) -> list[str]:
    names = []
    for number, picture in pictures_of(scene.make(stage).pdf, scene.ends_alone):
        name = f"{scene.name}-{number}.png"
        (folder / name).write_bytes(picture)
        names.append(name)
    return names


def _index(drawn: list[tuple[Scene, list[str]]]) -> str:
    parts = [HEAD]
    for scene, names in drawn:
        pictures = " ".join(f"[![{name}]({name})]({name})" for name in names)
        parts.append(f"\n## {scene.title}\n\n{scene.shows}\n\n{pictures}\n")
    return "".join(parts)


if __name__ == "__main__":
    main()
