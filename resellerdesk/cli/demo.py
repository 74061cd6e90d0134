"""`resellerdesk demo`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.opening import open_terminal
from resellerdesk.cli.out import print_json, say

DEMO_DAY = date(2026, 11, 24)


@click.command()
@click.option("--headless", type=click.Path(path_type=Path), metavar="DIR",
              help="Run the main job into DIR instead, and print what it did.")
@everywhere
@click.pass_obj
def demo(session: Session, headless: Path | None) -> None:
    """Open the desk on sample data, as of 2026-11-24 unless said otherwise."""
    session.as_of_given = session.as_of_given or DEMO_DAY
    if not session.db_is_typed:
        session.db = None  # the reseller's own desk, named by the environment, is not for samples
    if headless is None:
        with TemporaryDirectory(prefix="resellerdesk-demo-") as folder:
            session.db = session.db or Path(folder) / "demo.db"
            from resellerdesk.demo.fill import fill

            fill(session.desk)
            open_terminal(session)
        return
    from resellerdesk.demo.headless import run_main_job

    headless.mkdir(parents=True, exist_ok=True)
    if session.db is None:
        session.db = headless / "demo.db"
        for left in headless.glob("demo.db*"):  # of an earlier run: the demo begins anew
            left.unlink()
    done = run_main_job(session.desk, headless, session.as_of)
    if session.json:
        print_json(done)
        return
    say(f"{done['imported']} entitlements imported, {done['due']} due within 90 days")
    for made in done["quotes"]:
        say(f"{made['number']}  {made['total']:>12} {made['currency']}  {made['pdf']}")
