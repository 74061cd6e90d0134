"""What every command takes, wherever it stands; and how commands end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from cli.typing_in import TRACE, Typed


def refs(said: str) -> set[str]:
    return {row["ref"] for row in json.loads(said)}


@pytest.mark.parametrize("day", ["2016-05-08", "2026-11-24"])
def test_before_the_command_or_after_it_is_the_same(typed: Typed, day: str) -> None:
    before = typed("--as-of", day, "--json", "due", "--family", "software")
    after = typed("due", "--json", "--family", "software", "--as-of", day)
    assert before == after
    assert before.status == 0
    assert len(before.json) == {"2016-05-08": 4, "2026-11-24": 149}[day]


def test_what_is_typed_counts_before_what_the_environment_says(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RESELLERDESK_AS_OF", "2026-11-24")
    software = ("--family", "software", "--json")
    assert len(typed("--as-of", "2016-05-08", "due", *software).json) == 4
    empty = tmp_path / "other.db"
    for words in (("--db", empty, "customers"), ("customers", "--db", empty)):
        assert typed(*words, "--json").json == []
    assert len(typed("customers", "--json").json) == 29


def test_of_two_days_the_one_nearer_to_the_end_counts(typed: Typed) -> None:
    said = typed("--as-of", "2026-11-24", "due", "--as-of", "2016-05-08", "--family", "software")
    assert len(said.out.splitlines()) == 1 + 4


def test_without_any_plugin_what_is_held_is_still_listed(typed: Typed) -> None:
    for words in (("--safe", "due"), ("due", "--safe"), ("due", "--without", "software")):
        said = typed(*words, "--family", "software", "--json")
        assert said.status == 0
        assert len(said.json) == 149
        assert {row["value"] for row in said.json} == {None}
    assert typed("options", "2368167839", "--without", "software").refusal == (
        "software:2368167839: no plugin for family software is loaded (see plugins)"
    )


def test_a_plugin_left_out_by_a_wrong_name_is_refused(typed: Typed) -> None:
    """Who leaves one out to get going again must not think that it is gone."""
    assert typed("due", "--without", "sofware").refusal.startswith(
        "no plugin sofware is installed; there are "
    )


class TestWrongUsage:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("dew",), "No such command 'dew'"),
            (("due", "--withing", "3"), "No such option '--withing'"),
            (("due", "--within", "-3"), "-3 is not in the range x>=0"),
            (("due", "--as-of", "24.11.2026"), "'24.11.2026' is no date such as 2026-11-24"),
            (("due", "--as-of", "9999-12-31"), "9999-12-31 lies outside the years 1900 to 2999"),
            (("show",), "Missing argument 'REF'"),
            (("quote",), "name either REFs or --customer"),
            (("quote", "2368167839", "--customer", "C-1009"), "name either REFs or --customer"),
            (("quote", "2368167839", "--quantity", "0"), "a whole number from 1 to 10000000"),
            (("quote", "2368167839", "--quantity", "KES-0001=5"),
             "KES-0001 is none of the REFs of this quote"),
            (("quote", "2368167839", "--discount", "101"), "is not a percentage from 0 to 100"),
            (("quote", "2368167839", "--discount", "half"), "is not a percentage such as 7.5"),
            (("quote", "2368167839", "--align", "soon"), "'soon' is no date such as 2026-11-24"),
            (("quotes", "--pdf", "q.pdf"), "--pdf and --revision want the NUMBER of a quote"),
            (("settings", "reseller.name", "--from", "x.toml"), "either a setting or --from"),
        ],
    )
    def test_is_status_2_and_told_on_standard_error(
        self, typed: Typed, words: tuple[str, ...], said: str
    ) -> None:
        found = typed(*words)
        assert (found.status, found.out) == (2, "")
        assert said in found.err
        assert TRACE not in found.err


class TestRefusals:
    @pytest.mark.parametrize(
        "words",
        [
            ("show", "R-9"), ("options", "R-9"), ("quote", "R-9"), ("explain", "Q-1999-0001"),
            ("quotes", "Q-1999-0001"), ("customers", "C-1"), ("settings", "colour"),
            ("settings", "reseller.country", "France"), ("settings", "--from", "nowhere.toml"),
            ("import", "nowhere.csv"), ("plugins", "disable", "nothing"),
            ("quote", "2368167839", "--pdf", "/nowhere/q.pdf"),
            ("quote", "2368167839", "--option", "essential-48"),
            ("quote", "2368167839", "--option", "essential-12++"),
            ("--db", "/nowhere/desk.db", "due"), ("show", "\x00"), ("due", "--db", "/"),
            ("quote", "2368167839", "--option", "essential-12", "--align", "2027-01-01"),
            (), ("show", ""), ("show", "%"), ("show", "'; drop table quote; --"),
        ],
    )
    @pytest.mark.parametrize("json_", [(), ("--json",)])
    def test_is_status_1_and_one_line(
        self, typed: Typed, words: tuple[str, ...], json_: tuple[str, ...]
    ) -> None:
        said = typed(*json_, *words).refusal
        assert said
        assert "error in ResellerDesk itself" not in said

    def test_what_is_no_utf_8_is_a_refusal_too(self, typed: Typed) -> None:
        assert typed("show", "caf\udce9").refusal == (
            r"'caf\udce9' is no UTF-8 text; type it anew, or rename the file"
        )

    def test_nothing_from_outside_acts_on_the_terminal(self, typed: Typed) -> None:
        said = typed("show", "\x1b[2J\u202egnp.exe\nsecond line").refusal
        assert said.startswith("␛[2J<U+202E>gnp.exe␊second line names no entitlement")


class TestAQuantityThatIsFixed:
    """One serial number is one unit."""

    SAID = ("hardware:2648127757: option standard-plus-12 is for a quantity of 1; leave its "
            "quantity out, or name those that it is meant for (--quantity REF=3)")

    @pytest.mark.parametrize("words", [("3",), ("2648127757=3",)])
    def test_another_is_refused_with_what_would_work(
        self, typed: Typed, words: tuple[str, ...]
    ) -> None:
        refs = ("2368167839", "2648127757", "926834412")
        option = ("--option", "2648127757=standard-plus-12")
        assert typed("quote", *refs, *option, "--quantity", *words).refusal == self.SAID

    def test_an_alternative_fixes_it_too(self, typed: Typed) -> None:
        said = typed("quote", "2648127757", "--alternative", "four-hour-12", "--quantity", "2")
        assert "is for a quantity of 1" in said.refusal

    def test_its_own_is_no_other_and_others_are_free(self, typed: Typed) -> None:
        refs = ("2368167839", "2648127757")
        wishes = ("--quantity", "2648127757=1", "2368167839=3", "--dry-run", "--json")
        quote = typed("quote", *refs, *wishes).json
        assert [line["quantity"] for line in quote["lines"]] == [3, 1]


def test_an_error_of_our_own_is_one_line_and_its_trace_is_kept(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a screw is loose")

    monkeypatch.setattr("resellerdesk.cli.worklist.due_rows", broken)
    trace = tmp_path / "state" / "last-error.txt"
    assert typed("due").refusal == (
        "an error in ResellerDesk itself: RuntimeError('a screw is loose'); its trace is in "
        f"{trace}; please send it to us"
    )
    assert TRACE in trace.read_text()


class TestAsAProgram:
    """The installed command, in processes of its own."""

    @pytest.fixture
    def environment(self, database: Path, tmp_path: Path) -> Mapping[str, str]:
        return {
            **os.environ, "RESELLERDESK_DB": str(database), "RESELLERDESK_AS_OF": "2026-11-24",
            "HOME": str(tmp_path),
        }

    def command(
        self, environment: Mapping[str, str], *words: str
    ) -> subprocess.CompletedProcess[str]:
        start = "import sys; from resellerdesk.cli.main import main; sys.argv[0] = 'resellerdesk'"
        return subprocess.run(
            [sys.executable, "-c", f"{start}; main()", *words], env=dict(environment),
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )

    def test_json_is_one_document_and_nothing_else(self, environment: Mapping[str, str]) -> None:
        done = self.command(environment, "due", "--json", "--family", "software")
        assert (done.returncode, done.stderr) == (0, "")
        assert len(json.loads(done.stdout)) == 149

    def test_the_desk_wants_a_terminal(self, environment: Mapping[str, str]) -> None:
        done = self.command(environment)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "resellerdesk: the desk needs a terminal; name a command instead "
            "(resellerdesk --help lists them)\n"
        )

    def test_whoever_reads_may_stop_early(self, environment: Mapping[str, str]) -> None:
        start = "from resellerdesk.cli.main import main; main()"
        with subprocess.Popen(
            [sys.executable, "-c", start, "due", "--json"], env=dict(environment),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == b""

    def test_a_broken_plugin_is_nobody_elses_trouble(
        self, environment: Mapping[str, str], tmp_path: Path
    ) -> None:
        info = tmp_path / "site" / "broken-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[resellerdesk]\nbroken = broken_plugin\n")
        (tmp_path / "site" / "broken_plugin.py").write_text("import sys; sys.exit(7)\n")
        path = os.pathsep.join(filter(None, [str(tmp_path / "site"), os.environ.get("PYTHONPATH")]))
        environment = {**environment, "PYTHONPATH": path}
        done = self.command(environment, "due", "--json", "--family", "software")
        assert done.returncode == 0
        assert len(json.loads(done.stdout)) == 149
        found = {p["name"]: p for p in json.loads(
            self.command(environment, "plugins", "--json").stdout
        )}
        assert found["broken"]["status"] == "failed"
        assert found["broken"]["error"] == "plugin broken 1.0 failed in import: SystemExit: 7"
        assert found["software"]["status"] == "loaded"
        disabled = self.command(environment, "plugins", "disable", "broken")
        assert (disabled.returncode, disabled.stderr) == (0, "")
        again = self.command(environment, "plugins")
        assert "disabled" in again.stdout
        assert "SystemExit" not in again.stdout
