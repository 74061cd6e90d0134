"""docs/plugins.md: its tutorial is installed and run; every hook and name of the sdk is on it."""

from __future__ import annotations

import inspect
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from resellerdesk import sdk
from resellerdesk.core.standard_steps import DECLINED, LET_GO
from resellerdesk.extensions.guard import LIMIT_SECONDS, SLOW_SECONDS
from resellerdesk.sdk import reading, testing
from resellerdesk.sdk.family import Family
from resellerdesk.sdk.hookspecs import CONTRACT_VERSION, Hooks

from docs.pages import DOCS, blocks, coded, section, text_of
from docs.sessions import fits, typed

EXAMPLE = DOCS / "examples" / "domains"
FILES = {
    name: Path(path)
    for name, path in re.findall(r"\[`([^`]+)`\]\((examples/domains/[^)]+)\)", text_of("plugins"))
}
PROGRAM = [sys.executable, "-c", "from resellerdesk.cli.main import main; main()"]


def public(of: type) -> set[str]:
    return {name for name in vars(of) if not name.startswith("_")}


def test_every_hook_is_on_the_page() -> None:
    assert {coded(row[0])[0] for row in section("plugins", "Hooks").rows()} == public(Hooks)


def test_every_attribute_and_method_of_a_family_is_on_the_page() -> None:
    named = {
        name for row in section("plugins", "A family").rows() for name in coded(row[0])
    }
    assert named == public(Family) | set(inspect.get_annotations(Family))


def test_every_name_of_the_sdk_is_on_the_page() -> None:
    rows = section("plugins", "Every name of the sdk").rows()
    assert {name for row in rows for name in coded(row[1])} == set(sdk.__all__)


def test_every_check_and_every_name_of_the_kit_is_on_the_page() -> None:
    rows = section("plugins", "Testing your plugin").rows()
    named = {name for row in rows for name in coded(row[0])}
    checks = {name for name in vars(testing.Conformance) if name.startswith("test_")}
    knobs = set(inspect.get_annotations(testing.Conformance)) - {"family"}
    assert {name for name in named if name.startswith("test_")} == checks
    assert knobs <= named
    assert set(testing.__all__) <= {name for row in rows for name in coded(row[1])}


def test_every_function_that_reads_a_cell_is_on_the_page() -> None:
    said = set(coded(section("plugins", "Layouts").text))
    functions = {
        name for name, found in vars(reading).items()
        if inspect.isfunction(found) and found.__module__ == reading.__name__
        and not name.startswith("_")
    }
    assert functions - said == set()


def test_what_the_page_says_of_limits_versions_and_steps_holds() -> None:
    said = text_of("plugins")
    assert f"outlasts {LIMIT_SECONDS:g} seconds" in said
    assert f"over {SLOW_SECONDS * 1000:g} ms" in said
    assert f"now `{CONTRACT_VERSION}`" in said
    states = (sdk.State("a", sdk.Text("a"), sdk.Phase.OPEN), sdk.State("z", sdk.Text("z"),
                                                                       sdk.Phase.WON))
    added: sdk.Workflow[sdk.Nothing] = sdk.standard(states, ())
    assert {state.key for state in added.states} == {"a", "z", DECLINED.key, LET_GO.key}
    assert {step.key for step in added.steps} <= set(coded(section("plugins", "Workflow").text))


def test_the_code_on_the_page_is_that_of_the_files() -> None:
    shown = {block.text for block in blocks("plugins")}
    for name, path in FILES.items():
        assert path.name == Path(name).name
        assert (DOCS / path).read_text("utf-8") in shown, name
    code = {path for path in EXAMPLE.rglob("*")
            if path.suffix in {".py", ".po", ".toml"} and "__pycache__" not in path.parts}
    assert code == {DOCS / path for path in FILES.values()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin in it, as pip would install it."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    folder = tmp_path_factory.mktemp("installed")
    shutil.copytree(EXAMPLE / "resellerdesk_domains", folder / "resellerdesk_domains")
    info = folder / f"resellerdesk_domains-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", "utf-8"
    )
    points = [f"{name} = {module}"
              for name, module in project["entry-points"]["resellerdesk"].items()]
    (info / "entry_points.txt").write_text("\n".join(["[resellerdesk]", *points, ""]), "utf-8")
    return folder


def environment(installed: Path, folder: Path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1",
        "RESELLERDESK_DB": str(folder / "desk.db"), "RESELLERDESK_AS_OF": "2026-11-24",
        "RESELLERDESK_USER": "jonas", "RESELLERDESK_STATE": str(folder),
    }


def test_the_tutorial_runs_through_import_options_and_quote(
    installed: Path, tmp_path: Path
) -> None:
    for file in (EXAMPLE / "samples").glob("*.csv"):
        shutil.copy(file, tmp_path)
    commands = [one for block in blocks("plugins") if block.info == "console domains"
                for one in typed(block)]
    assert {shlex.split(one.command)[1] for one in commands} >= {"import", "options", "quote"}
    for one in commands:
        printed = subprocess.run(
            [*PROGRAM, *shlex.split(one.command)[1:]], cwd=tmp_path, text=True, check=False,
            env=environment(installed, tmp_path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ).stdout
        assert fits(one.printed, printed), f"{one.command}\nprints\n{printed}"


def test_the_tutorial_s_own_test_passes(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull,
         "--rootdir", str(tmp_path), str(EXAMPLE / "tests")],
        cwd=tmp_path, text=True, check=False, capture_output=True,
        env=environment(installed, tmp_path),
    )
    assert re.search(r"^2\d passed in", done.stdout, re.MULTILINE), done.stdout + done.stderr


def test_the_tutorial_is_strictly_typed(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "--cache-dir",
         str(tmp_path), "--package", "resellerdesk_domains"],
        cwd=tmp_path, text=True, check=False, capture_output=True,
        env=environment(installed, tmp_path) | {"MYPYPATH": str(installed)},
    )
    assert done.returncode == 0, done.stdout
