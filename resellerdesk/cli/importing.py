"""`resellerdesk import`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.main import DONE_IN_PART
from resellerdesk.cli.out import print_json, say, tell
from resellerdesk.desk.import_report import FileReport
from resellerdesk.desk.importing import check_files, import_files, import_full
from resellerdesk.translation.translate import Translator

SHOWN_REJECTS = SHOWN_MATCHES = 20
PROGRESS_EVERY = 10_000


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--layout", default="", metavar="NAME",
              help="The layout, where headers do not tell, or one that asks servers.")
@click.option("--ref", default="", metavar="REF",
              help="What a row belongs to that names no reference.")
@click.option("--dry-run", is_flag=True, help="Report what would happen; change nothing.")
@click.option("--full", is_flag=True,
              help="Each file is its vendor's complete list: what vanished is marked missing.")
@everywhere
@click.pass_obj
def import_(
    session: Session, files: Sequence[Path], layout: str, ref: str, dry_run: bool, full: bool
) -> int:
    """Import customers, catalogue, prices, policy or a vendor's export.

    The layout is recognised by the file's headers. A bad row is rejected alone; the good ones
    are kept. The same file twice changes nothing. Exit status 3 if rows were rejected.

    With --layout certificate, name servers instead of files: www.example.com:443.
    """
    for other, given in (("--dry-run", dry_run), ("--ref", ref)):
        if full and given:
            raise click.UsageError(f"--full and {other} do not go together")
    if full:
        reports = import_full(session.desk, files, session.as_of, layout, _progress)
    else:
        take = check_files if dry_run else import_files
        reports = take(session.desk, files, layout, _progress, ref)
    if session.json:
        print_json([_report_json(report, session.translator) for report in reports])
    else:
        for report in reports:
            _print_report(report, session.translator)
    return DONE_IN_PART if any(report.rejected for report in reports) else 0


def _progress(what: str, done: int) -> None:
    if done and done % PROGRESS_EVERY == 0:
        tell(f"{what}: {done} rows read")


def _report_json(report: FileReport, translator: Translator) -> dict[str, Any]:
    matched = [{"row": found.row, "ref": found.ref} for found in report.matched]
    return {
        "file": report.file,
        "layout": report.layout,
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": [
            {"row": row.row, "column": row.column, "value": row.value,
             "reason": translator.text(row.reason)}
            for row in report.rejected
        ],
        "findings": [
            {"row": found.row, "about": found.about, "key": found.finding.key,
             "text": translator.text(found.finding.text)}
            for found in report.findings
        ],
    } | ({"matched": matched} if matched else {})


def _print_report(report: FileReport, translator: Translator) -> None:
    counts = [f"{getattr(report, name)} {name}" for name in ("created", "updated", "unchanged")]
    say(f"{report.file}: {report.layout}, {report.read} rows read: {', '.join(counts)}, "
        f"{len(report.rejected)} rejected")
    for match in report.matched[:SHOWN_MATCHES]:
        say(f"  row {match.row} belongs to {match.ref}")
    if len(report.matched) > SHOWN_MATCHES:
        say(f"  and {len(report.matched) - SHOWN_MATCHES} more (--json lists all)")
    for row in report.rejected[:SHOWN_REJECTS]:
        where = f"row {row.row}" + (f", {row.column}" if row.column else "")
        value = f" {row.value!r}" if row.value else ""
        say(f"  {where}:{value} {translator.text(row.reason)}")
    if len(report.rejected) > SHOWN_REJECTS:
        say(f"  and {len(report.rejected) - SHOWN_REJECTS} more (--json lists all)")
    for found in report.findings:
        say(f"  row {found.row}: {translator.text(found.finding.text)}")
