"""Time is an argument: the clock is read at the edge, and below it in two known places."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from architecture.sources import HOST, ROOT, at, imports_of, plugin_packages, python_files, tree_of

CLOCKS = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "datetime.fromtimestamp",
    "dt.date.today", "dt.datetime.now", "time.time", "time.time_ns", "time.localtime",
    "time.gmtime", "time.ctime", "time.strftime",
}
STOPWATCHES = {"time.monotonic", "time.monotonic_ns", "time.perf_counter", "time.process_time"}
ALLOWED = {
    ("resellerdesk/cli/context.py", "date.today"),      # the rep's own day
    ("resellerdesk/desk/opening.py", "datetime.now"),   # stamps the history, and nothing else
    ("resellerdesk/store/migrate.py", "datetime.now"),  # when the tables were brought up to date
}
MAY_LOOK_FOR_TODAY = "resellerdesk/tui/"
"""A screen that stays open over midnight must not keep yesterday; one file there asks."""


def calls(files: list[Path], wanted: set[str]) -> Iterator[tuple[str, str]]:
    for file in files:
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in wanted:
                yield at(file, node), ast.unparse(node.func)


def test_the_clock_is_read_where_it_may_be() -> None:
    found = list(calls(python_files(HOST), CLOCKS))
    below_the_edge = {(where.partition(":")[0], call) for where, call in found
                      if not where.startswith(MAY_LOOK_FOR_TODAY)}
    assert below_the_edge == ALLOWED
    in_the_terminal = {where.partition(":")[0] for where, _ in found} - {f for f, _ in ALLOWED}
    assert len(in_the_terminal) <= 1


def test_how_long_something_takes_is_measured_around_plugins_alone() -> None:
    edges = ("resellerdesk/extensions/guard.py", "resellerdesk/tui/")
    found = [where for where, _ in calls(python_files(HOST), STOPWATCHES)]
    assert [where for where in found if where.startswith(edges)]
    assert not [where for where in found if not where.startswith(edges)]


def test_core_and_families_know_neither_clock_nor_chance_nor_the_outside() -> None:
    outside = {"time", "random", "secrets", "uuid", "socket", "ssl", "urllib", "http", "subprocess",
               "threading", "asyncio", "sqlite3", "os", "io", "pathlib", "shutil", "tempfile"}
    places = python_files(
        HOST / "core", HOST / "sdk", *plugin_packages(), ROOT / "tests/toy_family"
    )
    pure = [file for file in places if HOST / "sdk" / "testing" not in file.parents]
    assert not [
        f"{where} imports {name}" for file in pure for name, where in imports_of(file)
        if name.partition(".")[0] in outside
    ]
    assert not [f"{where} calls {call}" for where, call in calls(pure, CLOCKS | STOPWATCHES)]
