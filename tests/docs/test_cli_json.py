"""The JSON of each command has the keys that docs/cli.md names, and no others."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.cli.main import run

from docs.pages import sections
from docs.sessions import prepare
from docs.shapes import Shape, differences, never_seen, parse
from files.servers import LENOIR, issue, showing
from resellerdesk_software.family import SoftwareFamily

PROFILE = {"reseller.country": "FR", "reseller.vat_number": "FR83404833048",
           "vendor.default": "Symantec"}

ASKED: list[tuple[str, list[str]]] = [
    ("due", ["due"]),
    ("show", ["show", "5904470728"]),
    ("options", ["options", "2368167839"]),
    ("options", ["options", "2016000001"]),                       # has no price, and says why
    ("options", ["options", "4200645771"]),
    ("options", ["options", "990200001"]),
    ("quote", ["quote", "2368167839", "3039081424", "--dry-run"]),  # refused: two customers
    ("quote", ["quote", "2368167839", "5617590589", "--align", "auto", "--margin",
               "--alternative", "essential-12"]),
    ("quote", ["quote", "4200645771", "--dry-run"]),
    ("quote", ["quote", "--revise", "Q-2026-0001", "2368167839", "--quantity", "40"]),
    ("quote", ["quote", "--revise", "Q-2026-0001", "2368167839", "5617590589"]),
    ("show", ["show", "2368167839"]),
    ("show", ["--safe", "show", "2368167839"]),
    ("quotes", ["quotes"]),
    ("explain", ["explain", "Q-2026-0001"]),
    ("steps", ["steps", "2368167839"]),
    ("advance", ["advance", "2368167839", "verify", "--set", "renewal_id=2368167839"]),
    ("advance", ["advance", "5617590589", "verify", "--set", "renewal_id=5617590589"]),
    ("accept", ["accept", "Q-2026-0001", "--po", "PO-77"]),
    ("orders", ["orders"]),
    ("undo", ["undo", "2368167839"]),
    ("withdraw", ["withdraw", "Q-2026-0001"]),
    ("quote", ["quote", "5617590589"]),
    ("decline", ["decline", "Q-2026-0002", "--reason", "price"]),
    ("assign", ["assign", "2368167839", "--to", "marie"]),
    ("note", ["note", "2368167839", "called"]),
    ("follow", ["follow", "2368167839", "--on", "2026-12-01", "--text", "call again"]),
    ("plugins", ["plugins"]),
    ("plugins", ["plugins", "disable", "software"]),
    ("plugins", ["plugins", "enable", "software"]),
    ("check", ["check"]),
    ("import", ["import", "software-certificats.csv"]),
    ("import", ["import", "broken.csv"]),
    ("customers", ["customers", "C-1009"]),                       # broken.csv has another name
    ("quote", ["quote", "2016000005", "--as-of", "2016-09-30", "--dry-run"]),
    ("demo", ["demo", "--headless", "out", "--db", "demo.db"]),
]
"""In this order, at one desk."""

AS = {"advance": "show", "assign": "show", "note": "show", "follow": "show", "undo": "show",
      "accept": "quote", "decline": "quote", "withdraw": "quote"}
"""Commands whose JSON is that of another, or a list of it."""

BROKEN = """\
Renewal ID,Account Name,Account Number,SKU,Description,Licensed Qty,Covered Qty,Start Date,End Date
77,Another name,C-1009,BE-ESS-NEW,Backup Exec,5,5,01-JAN-2026,31-DEC-2026
78,Nobody,C-9999,BE-ESS-NEW,Backup Exec,5,5,01-JAN-2026,31-DEC-2026
"""
"""One row with a finding, and one that is rejected."""


def answer(command: list[str]) -> Any:
    """The document that a command prints; None where it was refused, which prints none."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        status = run([*command, "--json"])
    if status == 1:
        assert out.getvalue() == ""
        return None
    return json.loads(out.getvalue())


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[str, Any]]]:
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"DB": str(folder / "desk.db"), "AS_OF": "2026-11-24",
                            "USER": "jonas", "STATE": str(folder)}.items():
            patch.setenv(f"RESELLERDESK_{name}", value)
        patch.chdir(folder)
        prepare(folder)
        Path("broken.csv").write_text(BROKEN, "utf-8")
        for name, value in PROFILE.items():
            answer(["settings", name, value])
        answer(["import", *map(str, sorted(Path().glob("[!b]*.[cx]*")))])
        found = [(name, answer(command)) for name, command in ASKED]
        check = ["advance", "990200001", "check", "--set", "old=@ssl/old.pem",
                 "request=@ssl/same.csr"]
        found.append(("advance", answer(check)))
        with showing(issue(LENOIR)) as server:
            found.append(("import", answer(["import", "--layout", "certificate", server])))

        def fails(*args: Any) -> Any:
            raise RuntimeError("broken")

        patch.setattr(SoftwareFamily, "options", fails)
        answer(["settings", "quote.validity_days", "31"])  # what was worked out no longer holds
        found.append(("due", answer(["due"])))
        yield found


def shapes() -> dict[str, Shape]:
    return {
        item.title.strip("`"): parse(block.text)
        for item in sections("cli") for block in item.blocks if block.info == "keys"
    }


def test_every_document_has_the_keys_on_the_page(answers: list[tuple[str, Any]]) -> None:
    found = shapes()
    wrong: set[str] = set()
    for name, document in answers:
        shape = found[AS.get(name, name)]
        documents = document if isinstance(document, list) and not shape.is_list else [document]
        wrong |= {f"{name}: {what}" for one in documents for what in differences(shape, one)}
    assert wrong == set()
    assert [f"{name}{key}" for name, shape in found.items() for key in never_seen(shape)] == []


def test_every_shape_on_the_page_is_compared(answers: list[tuple[str, Any]]) -> None:
    assert set(shapes()) == {AS.get(name, name) for name, document in answers if document}


def test_no_command_is_refused_but_the_one_for_two_customers(
    answers: list[tuple[str, Any]]
) -> None:
    assert [name for name, document in answers if document is None] == ["quote"]


def test_money_is_a_string_with_the_currency_s_decimals(answers: list[tuple[str, Any]]) -> None:
    totals: dict[str, list[str]] = {}
    for name, quote in answers:
        if name == "quote" and quote:
            found = totals.setdefault(quote["currency"], [])
            found += [quote["total"], *(line["unit_net"] for line in quote["lines"])]
    assert totals.keys() == {"EUR", "JPY"}
    assert [total for total in totals["JPY"] if not total.isdecimal()] == []
    assert [total for total in totals["EUR"] if not re.fullmatch(r"\d+\.\d\d", total)] == []


def test_a_shape_that_is_wrong_is_told() -> None:
    shape = parse('[{"a", "b": [{"c"}], "d"?}]')
    assert list(differences(shape, [{"a": 1, "b": []}])) == []
    assert list(differences(shape, [{"a": 1}])) == ["[].b is on the page and not in the document"]
    assert list(differences(shape, [{"a": 1, "b": [{"c": 1, "e": 2}]}])) == [
        "[].b[].e is in the document and not on the page"
    ]
    assert list(never_seen(shape)) == ["[].d"]
