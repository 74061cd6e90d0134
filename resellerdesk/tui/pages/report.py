"""What an import would change, or changed: by file, with rejected rows and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resellerdesk.core.text import T
from resellerdesk.desk.import_report import FileReport
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import EMPTY, Line, Look, Run, line, said
from resellerdesk.tui.pages.blocks import sentences

MOST = 200


def report_lines(
    reports: Sequence[FileReport], taken: bool, translator: Translator, width: int
) -> Sequence[Line]:
    words = translator.text
    found: list[Line] = [EMPTY]
    if not taken:
        found += [line(f" {words(T('Nothing is taken in yet: w does it.'))}", Look.STRONG), EMPTY]
    for report in reports:
        found += _file(report, translator, width)
    return found


def _file(report: FileReport, translator: Translator, width: int) -> Iterator[Line]:
    words = translator.text
    yield (said(f" {report.file}", Look.STRONG), said(f"  {report.layout}", Look.QUIET))
    counts = T("{read} rows: {created} new, {updated} changed, {unchanged} unchanged, "
               "{rejected} rejected", read=report.read, created=report.created,
               updated=report.updated, unchanged=report.unchanged, rejected=len(report.rejected))
    yield (said(f"   {words(counts)}"),)
    for row in report.rejected[:MOST]:
        where = words(T("row {row}", row=str(row.row))) + (f", {row.column}" if row.column else "")
        value = f" {row.value!r}" if row.value else ""
        for runs in sentences([f"{where}:{value} {words(row.reason)}"], width - 4, "! "):
            yield (Run("   "), *(Run(run.text, Look.LATE) for run in runs))
    if len(report.rejected) > MOST:
        yield line(f"   {words(T('and {n} more', n=len(report.rejected) - MOST))}", Look.QUIET)
    for each in report.findings[:MOST]:
        text = f"{words(T('row {row}', row=str(each.row)))}: {words(each.finding.text)}"
        for runs in sentences([text], width - 4, "- "):
            yield (Run("   "), *runs)
    if len(report.findings) > MOST:
        yield line(f"   {words(T('and {n} more', n=len(report.findings) - MOST))}", Look.QUIET)
    yield EMPTY
