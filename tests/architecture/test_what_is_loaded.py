"""A command loads what it needs: no screen, no PDF and no workbook library before its time."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from architecture.sources import HOST, plugin_packages, run_python

SAMPLES = HOST / "demo" / "samples"
LATER = {"textual", "reportlab", "openpyxl"}
RUN = """
import json, sys
from resellerdesk.cli.main import run
loaded = []
for command in json.loads(sys.argv[1]):
    assert run(command) == 0, command
    loaded.append(sorted({"textual", "reportlab", "openpyxl"} & set(sys.modules)))
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
