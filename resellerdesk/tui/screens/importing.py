"""Importing: files are read and checked first; nothing is taken in until that was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.message import Message

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import check_files, import_files
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.form import Field, Form, Values
from resellerdesk.tui.jobs import Failed, start
from resellerdesk.tui.lines import Line
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.report import report_lines
from resellerdesk.tui.screens.reading import ReadingScreen
from resellerdesk.tui.session import Session

LAYOUT = "layout"


def import_form(session: Session) -> Form[tuple[Path, ...]]:
    """Asks for the files; what they hold is shown before anything is taken in."""
    fields = [Field("files", T("Files (* and ? stand for many)"), "file"),
              Field(LAYOUT, T("Layout, if headers do not tell"), required=False)]
    asked: dict[str, str] = {}

    def do(values: Values) -> tuple[Path, ...]:
        asked.update(values)
        return paths_of(values["files"])

    def then(paths: tuple[Path, ...]) -> None:
        session.open(ImportScreen(paths, asked[LAYOUT].strip()))

    return Form(T("Import"), [], "import", fields, do, then, lambda values: command(
        values["files"].split(), values[LAYOUT]))


def command(words: Sequence[str], layout: str) -> list[str]:
    return ["import", *words, *(["--layout", layout] if layout else [])]


def paths_of(typed: str) -> tuple[Path, ...]:
    """The files that a path or a pattern names. Raises Refusal where there are none."""
    path = Path(typed.strip()).expanduser()
    if path.is_dir():
        path /= "*.*"
    found = [path] if path.exists() else sorted(path.parent.glob(path.name or "*"))
    files = tuple(each for each in found if each.is_file())
    if not files:
        raise Refusal(T("{path}: there is no such file; a path such as ~/exports/*.csv works",
                        path=typed))
    return files


class ImportScreen(ReadingScreen[Sequence[FileReport]]):
    """Shows what the files would change; `w` takes them in."""

    BINDINGS = bindings(Place.IMPORT)

    @dataclass
    class Taken(Message):
        """The files were taken in."""

        found: Sequence[FileReport]

    def __init__(self, paths: tuple[Path, ...], layout: str) -> None:
        super().__init__()
        self._paths, self._layout = paths, layout
        self._busy = self._taken = False

    def on_mount(self) -> None:
        place = self.session.translator.text(T("Import"))
        files = Text("{n} file", {"n": len(self._paths)}, plural="{n} files", count="n")
        told = self.session.translator.text(files)
        self.title_as(partial(title_line, place, self.session.as_of, [told]))

    def read(self) -> Sequence[FileReport]:
        return check_files(self.session.desk, self._paths, self._layout)

    def lines(self, found: Sequence[FileReport], width: int) -> Sequence[Line]:
        return report_lines(found, self._taken, self.session.translator, width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "take_in" or (self.seen is not None and not self._taken)

    def action_take_in(self) -> None:
        if not self._busy and self.seen is not None:
            self._busy = True
            self.say_done(T("taking it in..."))
            start(self, "import", partial(_take_in, self.session.desk, self._paths, self._layout),
                  self.Taken)

    def on_import_screen_taken(self, message: Taken) -> None:
        self._busy, self._taken = False, True
        self.say_done(T("taken in; the worklist has it"))
        self.post_message(self.Loaded(message.found))

    def on_failed(self, message: Failed) -> None:
        self._busy = False
        super().on_failed(message)

    def action_back(self) -> None:
        if not self._busy:
            self.session.back()


def _take_in(desk: Desk, paths: tuple[Path, ...], layout: str) -> Sequence[FileReport]:
    return import_files(desk, paths, layout)
