"""Delete the families and the desk still runs; what it holds of them stays visible."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from architecture.sources import HOST, plugin_packages, run_python

SAMPLES = HOST / "demo" / "samples"
PACKAGES = [package.name for package in plugin_packages()]
FILLING = [
    ["settings", "vendor.default", "Symantec"],
    ["import", *(str(SAMPLES / f"{name}.csv") for name in (
        "customers", "customer-aliases", "price-list-2016", "software-licenses-2016"))],
    ["quote", "2016000000", "--as-of", "2016-04-10"],
]
DELETED = f"""
import sys
from importlib.abc import MetaPathFinder

class Deleted(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {PACKAGES!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Deleted())
"""
HIDDEN = f"""{DELETED}
import importlib.metadata
registered = importlib.metadata.Distribution.entry_points.fget

def without_ours(distribution):
    return importlib.metadata.EntryPoints(
        point for point in registered(distribution)
        if point.value.partition(".")[0] not in {PACKAGES!r}
    )

importlib.metadata.Distribution.entry_points = property(without_ours)
"""
RUN = """
import contextlib, io, json
from resellerdesk.cli.main import run
for command in COMMANDS:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(command)
    print(json.dumps([status, out.getvalue(), err.getvalue()]))
"""

Answer = tuple[int, str, str]


def answers(folder: Path, commands: Sequence[Sequence[str]], before: str = "") -> list[Answer]:
    """Exit status, output and messages of each command, all run in one new interpreter."""
    script = f"{before}\nCOMMANDS = {[list(command) for command in commands]!r}\n{RUN}"
    return [tuple(json.loads(line)) for line in run_python(script, folder).splitlines()]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that was filled while the families were there."""
    folder = tmp_path_factory.mktemp("filled")
    assert [status for status, _, _ in answers(folder, FILLING)] == [0, 0, 0]
    return folder


WAYS: dict[str, tuple[str, list[str]]] = {
    "safe": ("", ["--safe"]),
    "left out": ("", ["--without", "software"]),
    "deleted, still registered": (DELETED, []),
    "deleted, no longer registered": (HIDDEN, []),
}


ASKED: dict[str, list[str]] = {
    "due": ["due", "--json"],
    "show": ["show", "2016000000", "--json"],
    "customer": ["customers", "C-1008"],
    "quotes": ["quotes"],
    "quote shown": ["quotes", "Q-2016-0001", "--json"],
    "quote printed": ["quotes", "Q-2016-0001", "--pdf", "again.pdf"],
    "explain": ["explain", "Q-2016-0001"],
    "settings": ["settings"],
    "plugins": ["plugins"],
    "options": ["options", "2016000000"],
    "quote": ["quote", "2016000000"],
    "export": ["import", str(SAMPLES / "software-licenses-2016.csv")],
    "customers": ["import", str(SAMPLES / "customers.csv")],
}
REFUSED = {"options", "quote", "export"}


@pytest.fixture(scope="module", params=WAYS)
def answered(request: pytest.FixtureRequest, filled: Path) -> dict[str, Answer]:
    """What the filled desk says to each command, without its families in one of several ways."""
    before, options = WAYS[request.param]
    commands = [[*options, *command] for command in ASKED.values()]
    return dict(zip(ASKED, answers(filled, commands, before), strict=True))


def test_every_command_that_looks_works(answered: dict[str, Answer]) -> None:
    looking = {name: status for name, (status, _, _) in answered.items() if name not in REFUSED}
    assert looking == dict.fromkeys(looking, 0)


def test_what_is_held_stays_visible(answered: dict[str, Answer]) -> None:
    assert len(json.loads(answered["due"][1])) == 6
    shown = json.loads(answered["show"][1])
    assert shown["fault"] == "no plugin for family software is loaded"
    assert shown["details"]["licensed"] == 25
    quote = json.loads(answered["quote shown"][1])
    assert [line["amount"] for line in quote["lines"]] == ["747.50"]


def test_a_stored_quote_is_printed(answered: dict[str, Answer], filled: Path) -> None:
    assert answered["quote printed"][0] == 0
    assert (filled / "again.pdf").read_bytes().startswith(b"%PDF")


def test_what_needs_the_family_is_refused_in_one_line(answered: dict[str, Answer]) -> None:
    for name in REFUSED:
        status, output, messages = answered[name]
        assert (name, status, output, messages.count("\n")) == (name, 1, "", 1)
        assert "Traceback" not in messages
    assert answered["options"][2] == (
        "resellerdesk: software:2016000000: no plugin for family software is loaded "
        "(see plugins)\n"
    )


def test_a_family_deleted_behind_the_desk_s_back_is_named_with_the_reason(filled: Path) -> None:
    [(_, output, _)] = answers(filled, [["plugins", "--json"]], DELETED)
    found = {plugin["name"]: plugin for plugin in json.loads(output)}
    assert {plugin["status"] for plugin in found.values()} == {"failed"}
    assert "No module named 'resellerdesk_software'" in found["software"]["error"]


def test_a_desk_that_never_had_a_family_starts_empty(tmp_path: Path) -> None:
    for status, output, _ in answers(tmp_path, [["plugins", "--json"], ["due", "--json"]], HIDDEN):
        assert (status, json.loads(output)) == (0, [])
