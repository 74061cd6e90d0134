"""What a page shows somebody typing is typed here, and prints what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.pages import PAGES, blocks
from docs.sessions import answer, fits, prepare, put_file, typed

WITH_EXAMPLES = [name for name in PAGES if any(block.info == "console" for block in blocks(name))]


@pytest.fixture(autouse=True)
def at_a_desk_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, value in {"DB": str(tmp_path / "desk.db"), "AS_OF": "2026-11-24", "USER": "jonas",
                        "STATE": str(tmp_path)}.items():
        monkeypatch.setenv(f"RESELLERDESK_{name}", value)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_page_print_what_it_says(name: str) -> None:
    status, count = 0, 0
    for block in blocks(name):
        put_file(block)
        for one in typed(block) if block.info == "console" else ():
            if one.command == "echo $?":
                printed = f"{status}\n"
            else:
                status, printed = answer(one.command)
            assert fits(one.printed, printed), (
                f"docs/{name}.md, line {one.line}: {one.command}\nprints\n{printed}\n"
                f"the page says\n{one.printed}"
            )
            count += 1
    assert count


def test_an_example_that_prints_something_else_is_told() -> None:
    assert fits("Number ...\nQ-1 open\n", "Number  Rev.\nQ-1 open\n")
    assert not fits("Number ...\nQ-1 open\n", "Number  Rev.\nQ-2 open\n")
