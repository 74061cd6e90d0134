"""A command loads what it needs: no screen, no PDF and no workbook library before its time."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from architecture.sources import HOST, imports_of, plugin_packages, python_files, run_python

SAMPLES = HOST / "demo" / "samples"
KIT = HOST / "sdk" / "testing"
LATER = {"textual", "reportlab", "openpyxl", "pypdf"}
RUN = """
import json, sys
from resellerdesk.cli.main import run
loaded = []
for command in json.loads(sys.argv[1]):
    assert run(command) == 0, command
    loaded.append(sorted({"textual", "reportlab", "openpyxl", "pypdf"} & set(sys.modules)))
print(json.dumps(loaded))
"""

QUICK = [
    ["--help"],
    ["settings", "vendor.default", "Symantec"],
    ["import", *(str(SAMPLES / f"{name}.csv") for name in (
        "customers", "customer-aliases", "price-list-2016", "software-licenses-2016"))],
    ["due"],
    ["show", "2016000000"],
    ["options", "2016000000"],
    ["quote", "2016000000", "--as-of", "2016-04-10"],
    ["quotes"],
    ["quotes", "Q-2016-0001"],
    ["explain", "Q-2016-0001"],
    ["customers", "C-1008"],
    ["settings"],
    ["plugins"],
    ["completion", "bash"],
]


def loaded_after(folder: Path, *commands: list[str]) -> list[set[str]]:
    """Which of the large libraries are loaded after each command, all run in one interpreter."""
    script = RUN.replace("sys.argv[1]", repr(json.dumps(commands)))
    return [set(names) for names in json.loads(run_python(script, folder).splitlines()[-1])]


def test_everyday_commands_load_neither_screen_nor_pdf_nor_workbook(tmp_path: Path) -> None:
    loaded = loaded_after(tmp_path, *QUICK)
    assert {command[0]: names for command, names in zip(QUICK, loaded, strict=True) if names} == {}


def test_a_pdf_loads_reportlab_alone_once_one_is_asked_for(tmp_path: Path) -> None:
    pdf = ["quote", "2016000000", "--as-of", "2016-04-10", "--pdf", "quote.pdf"]
    *before, after = loaded_after(tmp_path, *QUICK[:3], pdf)
    assert before == [set()] * 3
    assert after == {"reportlab"}


def test_an_issued_pdf_is_read_again_by_check_alone(tmp_path: Path) -> None:
    pdf = ["quote", "2016000000", "--as-of", "2016-04-10", "--pdf", "quote.pdf"]
    *before, after = loaded_after(tmp_path, *QUICK[:3], ["check"], pdf, ["check"])
    assert before == [set(), set(), set(), set(), {"reportlab"}]
    assert after == {"reportlab", "pypdf"}


def test_a_workbook_loads_openpyxl_alone_once_one_is_imported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("customers", 0)
    sheet.append(["customer_id", "name", "country", "currency"])
    sheet.append(["C-1", "Bouygues", "FR", "EUR"])
    book.save(tmp_path / "customers.xlsx")
    assert loaded_after(tmp_path, ["import", "customers.xlsx"]) == [{"openpyxl"}]


@pytest.mark.parametrize("plugin", [package.name for package in plugin_packages()])
def test_a_plugin_loads_none_of_them_and_of_the_host_the_sdk_alone(
    plugin: str, tmp_path: Path
) -> None:
    script = f"import json, sys, {plugin}; print(json.dumps(sorted(sys.modules)))"
    modules = json.loads(run_python(script, tmp_path))
    assert not LATER & set(modules)
    ours = {name.split(".")[1] for name in modules if name.startswith("resellerdesk.")}
    assert ours == {"core", "sdk"}


def test_nothing_that_runs_imports_what_the_tests_of_plugins_use() -> None:
    running = [file for file in python_files(HOST, *plugin_packages()) if KIT not in file.parents]
    assert running
    assert not [
        f"{where} imports {name}" for file in running for name, where in imports_of(file)
        if f"{name}.".startswith("resellerdesk.sdk.testing.")
    ]


def test_pytest_is_needed_by_the_door_to_pytest_alone(tmp_path: Path) -> None:
    """A family can be walked, and the class of checks subclassed, where there is no pytest."""
    script = "import json, sys, resellerdesk.sdk.testing; print(json.dumps(sorted(sys.modules)))"
    loaded = {name.partition(".")[0] for name in json.loads(run_python(script, tmp_path))}
    assert "resellerdesk" in loaded
    assert not {"pytest", "hypothesis"} & loaded
    doors = {where.partition(":")[0] for file in python_files(HOST)
             for name, where in imports_of(file) if name.partition(".")[0] == "pytest"}
    assert doors == {"resellerdesk/sdk/testing/plugin.py"}
