"""customers, settings, plugins, demo, completion."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import runner
from cli.typing_in import Typed


class TestCustomers:
    def test_listed_with_what_is_known(self, typed: Typed) -> None:
        found = {item["id"]: item for item in typed("customers", "--json").json}
        assert len(found) == 29
        assert found["C-1024"]["name"] == '"Blue Sky" Dental Group'
        assert found["C-1009"]["payment_days"] == 60

    def test_one_with_holdings_in_the_order_of_their_ends(self, typed: Typed) -> None:
        shown = typed("customers", "C-1009", "--json").json
        assert {"contacts", "holdings", "findings"} <= set(shown)
        ends = [(held["end"], held["ref"]) for held in shown["holdings"]]
        assert ends == sorted(ends)
        assert shown["contacts"] == [{"name": "", "email": "it2@customer-2.example", "phone": ""}]
        text = typed("customers", "C-1009").out
        assert "Éditions du Vieux-Port" in text
        assert "software:KES-0001" in text


class TestSettings:
    def test_all_one_and_a_new_value(self, typed: Typed) -> None:
        assert typed("settings", "--json").json["reseller.country"] == "FR"
        assert typed("settings", "reseller.country", "--json").json == {"reseller.country": "FR"}
        said = typed("settings", "quote.validity_days", "14", "--json")
        assert (said.status, said.json) == (0, {"quote.validity_days": "14"})
        quote = typed("quote", "3039081424", "--dry-run", "--json").json
        assert quote["valid_until"] == "2026-12-08"

    def test_from_a_toml_file(self, typed: Typed, tmp_path: Path) -> None:
        path = tmp_path / "desk.toml"
        path.write_text('[reseller]\nname = "Atelier"\ncity = "Lyon"\n')
        assert typed("settings", "--from", path, "--json").json == {
            "reseller.name": "Atelier", "reseller.city": "Lyon",
        }
        assert typed("settings", "reseller.name", "--json").json == {"reseller.name": "Atelier"}

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("[reseller", "is no TOML file: "),
            ("[reseller]\nname = ['a']", "reseller.name: a list is no value of a setting"),
            ("[reseller]\ncolour = 'red'", "there is no setting reseller.colour; did you mean"),
            ("[reseller]\nname = 'x'\ncountry = 'France'", "reseller.country: France does not fit"),
        ],
    )
    def test_a_file_that_does_not_fit_changes_nothing(
        self, typed: Typed, tmp_path: Path, text: str, said: str
    ) -> None:
        path = tmp_path / "desk.toml"
        path.write_text(text)
        before = typed("settings", "--json").json
        assert said in typed("settings", "--from", path).refusal
        assert typed("settings", "--json").json == before


class TestPlugins:
    def test_what_is_loaded(self, typed: Typed) -> None:
        found = {item["name"]: item for item in typed("plugins", "--json").json}
        assert found["software"] | {"version": ""} == {
            "name": "software", "version": "", "families": ["software"], "status": "loaded",
            "error": None,
        }

    def test_off_and_on_again_from_the_next_start_on(self, typed: Typed) -> None:
        [switched] = typed("plugins", "disable", "software", "--json").json
        assert set(switched) == {"name", "version", "families", "status", "error"}
        assert switched["status"] == "disabled"
        found = {item["name"]: item for item in typed("plugins", "--json").json}
        assert (found["software"]["status"], found["software"]["families"]) == ("disabled", [])
        assert "no plugin for family software" in typed("options", "2368167839").refusal
        said = typed("plugins", "enable", "software")
        assert (said.status, said.out) == (0, "software is enabled from the next start on\n")
        assert typed("options", "2368167839").status == 0


def test_the_demo_without_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed, out = runner(capsys), tmp_path / "out"
    said = typed("demo", "--headless", out, "--json")
    done = said.json
    assert said.status == 0
    assert (done["imported"], done["due"], len(done["quotes"])) == (740, 359, 29)
    for quote in done["quotes"]:
        assert set(quote) == {"number", "total", "currency", "pdf"}
        assert Path(quote["pdf"]).read_bytes().startswith(b"%PDF-")
    assert {path.suffix for path in out.iterdir()} <= {".pdf", ".db"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_a_shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shell: str
) -> None:
    said = runner(capsys)("completion", shell)
    assert said.status == 0
    assert "_RESELLERDESK_COMPLETE" in said.out


def test_help_names_every_command_without_opening_a_desk(
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = runner(capsys)
    said = typed("--db", "/nowhere/desk.db", "--help")
    assert said.status == 0
    for command in ("demo", "import", "due", "show", "options", "quote", "quotes", "explain",
                    "customers", "settings", "plugins", "completion"):
        assert f"\n  {command} " in said.out
        assert typed(command, "--help").status == 0


def test_json_keeps_letters_as_they_are(typed: Typed) -> None:
    said = typed("customers", "C-1029", "--json")
    assert "株式会社さくら商事" in said.out
    assert json.loads(said.out)["name"] == "株式会社さくら商事"
